/**
 * What the gateway and this page say to each other, field by field, with units.
 *
 * The source is streams/console.py and streams/records.py; tests/dashboard/test_wire.py compares the names. Instants
 * are RFC 3339 text in UTC. Fields that a newer server adds are ignored.
 */

export type Mode = "live" | "exercise" | "test";
/** RFC 3339 in UTC, e.g. "2026-11-23T13:31:55Z". */
export type Instant = string;
/** ISO 3166 codes, sorted; empty: outside the map. */
export type States = string[];

export interface ConsolePlace { topic_id: string; partition: number; offset: number; /** broker time */ at: Instant }

export interface Place {
  name: string; state: string; /** degrees */ lat: number; /** degrees */ lon: number; /** metres */ distance_m: number;
  /** from the town to the position, degrees clockwise from north */ bearing_deg: number;
  /** by language */ names?: Record<string, string>;
}

export interface Crossing {
  id: string; unit: string; left: States; entered: States; /** interpolated; a guess where `guess` */ at: Instant;
  not_before: Instant; not_after: Instant; lat: number; lon: number; status: "possible" | "confirmed" | "withdrawn";
  /** when it was settled, either way */ confirmed_at?: Instant | null; guess?: boolean;
  /** first seen so near the border that it may have been there all along */ start_unsure?: boolean;
  /** half of a visit that nobody saw at the time */ late?: boolean; received_at: Instant;
}

/** A unit's entry into a state, foreseen; the same id from the first word on it to the last. */
export interface Approach {
  id: string; unit: string; /** the territory foreseen */ to: States; /** the states of it that the unit does not hold */ entered: States;
  announced_at: Instant; /** when it is expected at the border */ eta: Instant; /** at the earliest */ eta_from: Instant;
  /** at the latest */ eta_to: Instant; /** on the border */ lat: number; lon: number; /** 0 to 1 */ probability: number;
  outcome: "open" | "entered" | "withdrawn"; settled_at?: Instant | null;
}

export interface Sighting { observed_at: Instant; lat: number; lon: number; territory: States; received_at: Instant }

export interface UnitView {
  unit: string; joined_at: Instant; active: boolean; /** by the newest told crossing or sighting */ territory?: States;
  seen?: Sighting | null; last_crossing?: Crossing | null;
  /** no usable position of it comes: its newest used fix, by its own clock */ silent_since?: Instant | null;
}

export interface Account {
  name: string; role: string; state: string; room?: string | null; unit?: string | null; desk?: string | null;
}

export interface Acknowledgement { by: Account; revision: number; at: Instant }

export interface Alert {
  /** case|room */ id: string; case: string; room: string; revision: number;
  phase: "approaching" | "entered" | "left" | "departed" | "withdrawn" | "fault" | "cleared";
  priority: 1 | 2 | 3; code: string; mode: Mode; home: string; leading_room: string; opened_at: Instant; opened_by: string; /** broker time, when it rang last */
  raised_at: Instant; /** when it quietly changed since */ revised_at?: Instant | null; before_opening?: boolean; since_unknown?: boolean; crossing?: Crossing | null;
  /** by which the last unit left again, or came home */ crossing_out?: Crossing | null;
  /** what is foreseen; settled where the alert is withdrawn for it */ approach?: Approach | null;
  territory_from?: States; territory_to?: States; place?: Place | null; area?: string | null;
  /** confirmed at a place that other rooms serve */ elsewhere?: boolean;
  room_basis?: "area" | "coordinating" | "home"; units?: UnitView[];
  /** the last revision that rang */ rang_revision?: number; acknowledged?: Acknowledgement | null; fault?: string;
}

export interface AlertRecord { type: "alert"; alert: Alert }
export interface AlertedRoom {
  room: string; phase: string; revision: number; delivered_at: Instant | null; acknowledged: Acknowledgement | null;
}
/** A line of a pursuit's log: a code and its parameters, the reader's language makes the words. */
export interface LogEntry { at: Instant; code: string; params?: Record<string, string> }
export interface PursuitRecord {
  type: "pursuit"; recipient: string; case: string; event: number; mode: Mode; phase: "open" | "closed";
  leading_room: string; opened_at: Instant; opened_by: string; purpose: string; units: UnitView[];
  alerted: AlertedRoom[]; log?: LogEntry[];
}
export interface VisibilityRecord {
  type: "visibility"; recipient: string; case: string; granted: boolean; event: number; mode: Mode;
}
export interface AnswerRecord {
  type: "answer"; recipient: string; case: string; command: string; accepted: boolean; code: string; reason: string;
  mode: Mode;
}
export interface NoticeRecord {
  type: "notice"; recipient: string; id: string; case: string; code: string; text: string; unit: string | null;
  at: Instant; mode: Mode;
}
export type InboxRecord = AlertRecord | PursuitRecord | VisibilityRecord | AnswerRecord | NoticeRecord;

export interface Fix {
  type: "fix"; unit: string; boot: string; n: number; counted: boolean; observed_at: Instant; device_at: Instant;
  /** seconds */ clock_offset_s: number; received_at: Instant; lat: number; lon: number; accuracy_m?: number | null;
  speed_mps?: number | null; course_deg?: number | null; altitude_m?: number | null; door: string; room: string;
  service: string; mode: Mode; movement?: "road" | "foot" | "rail" | "water" | "air";
}
export interface Trail {
  type: "trail"; case: string; fix: Fix; audience: string[]; mode: Mode;
  /** not sure: a crossing is only possible, or the side of a border cannot be told */
  judged: { outcome: string; territory: States; sure?: boolean };
}
export interface UnitPlace {
  unit: string; observed_at: Instant; received_at: Instant; lat: number; lon: number; accuracy_m: number | null;
  speed_mps: number | null; course_deg: number | null; territory: States; clock_offset_s: number; cases: string[];
  mode: Mode;
}

// ------------------------------------------------------------- gateway to console

export interface RoomInfo { id: string; name: string; state: string; languages: string[] }
export interface Welcome {
  type: "welcome"; account: string; role: string; state: string; rooms: RoomInfo[]; server_at: Instant;
  /** seconds between heartbeats */ heartbeat_s: number;
}
export interface InboxItem { type: "inbox"; room: string; key: string; place: ConsolePlace; record: InboxRecord }
export interface Snapshot {
  type: "snapshot"; room: string; recovered: boolean; reason: string; place: ConsolePlace | null; items: InboxItem[];
}
export interface TrailsMessage { type: "trails"; trails: Trail[] }
export interface UnitsMessage { type: "units"; room: string; full: boolean; units: UnitPlace[] }
export interface CommandAnswer { type: "answer"; id: string; accepted: boolean; code?: string; reason?: string }
export interface Heartbeat { type: "heartbeat"; at: Instant; /** false: the gateway cannot reach Kafka */ kafka: boolean }
export interface ErrorMessage { type: "error"; code: string; field: string; expected: string; got: string }
export interface Goodbye { type: "goodbye"; code: string; reason: string }
export type GatewayMessage =
  | Welcome | Snapshot | InboxItem | TrailsMessage | UnitsMessage | CommandAnswer | Heartbeat | ErrorMessage | Goodbye;

// ------------------------------------------------------------- console to gateway

export interface Hello {
  type: "hello"; rooms?: string[]; places: Record<string, ConsolePlace>; desk?: string; console: string;
}
export interface SendReceipt {
  type: "receipt"; room: string; case: string; alert: string; revision: number;
  kind: "delivered" | "shown" | "sounded"; mode: Mode; at: Instant;
}
export interface Command {
  type: "command"; id: string; command: "acknowledge" | "open" | "join" | "leave" | "close"; room: string; case: string;
  mode: Mode; happened_at: Instant; alert?: string | null; revision?: number | null; unit?: string | null;
  units?: string[]; text?: string;
}
export type ConsoleMessage = Hello | SendReceipt | Command;

// ------------------------------------------------------------- the page's own

/** A command and how far it is: only the server's word changes it. */
export interface PendingCommand {
  command: Command; status: "sending" | "accepted" | "refused"; code: string; reason: string;
}
/** A unit of a pursuit, as its trail shows it. */
export interface TrailUnit {
  unit: string; cases: Record<string, Mode>; /** the newest that the tracker used */ fix: Fix; territory: States;
  /** lat, lon in degrees, observed_at in ms; in time order */ points: [number, number, number][];
}
/** A line of the log that is no alert. */
export interface LogLine { /** ms, local clock */ at_ms: number; code: string; text: string }

export interface State {
  account: string; role: string; welcomed: boolean; rooms: Record<string, RoomInfo>; places: Record<string, ConsolePlace>;
  alerts: Record<string, Alert>; pursuits: Record<string, PursuitRecord>; visible: Record<string, VisibilityRecord>;
  notices: Record<string, NoticeRecord>; commands: Record<string, PendingCommand>;
  own: Record<string, Record<string, UnitPlace>>; trails: Record<string, TrailUnit>;
  /** rooms of which this page has been given the whole picture */ pictured: Record<string, boolean>;
  /** rooms whose missed records could not be recovered */ notRecovered: Record<string, { reason: string; at_ms: number }>;
  log: LogLine[]; kafka: boolean; /** why the gateway closed the line; empty while it is open */ goodbye: string; /** server clock minus this clock, ms; null: not known */ clockOffset_ms: number | null;
  heartbeat_s: number;
}

/** One row of the units table and one symbol of the map. */
export interface UnitRow {
  unit: string; cases: string[]; own: boolean; mode: Mode; lat: number; lon: number; observed_ms: number; received_ms: number;
  accuracy_m: number | null; speed_mps: number | null; course_deg: number | null; territory: States;
  staleness: "fresh" | "late" | "stale" | "lost"; age_ms: number;
}
