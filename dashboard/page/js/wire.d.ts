/**
 * What the gateway and this page say to each other, field by field, with units.
 *
 * The source is streams/console.py and streams/records.py; tests/dashboard/test_wire.py compares the names. Instants
 * are RFC 3339 text in UTC. Fields that a newer server adds are ignored.
 */

export type Mode = "live" | "exercise" | "test";
export type Movement = "road" | "foot" | "rail" | "water" | "air";
export type Language = "nl" | "fr" | "de" | "lb" | "en";
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
  /** the unit's odometer there, as of its sightings */ odometer_m?: number | null;
}

/** A unit's entry into a state, foreseen; the same id from the first word on it to the last. */
export interface Approach {
  id: string; unit: string; /** the territory foreseen */ to: States; /** the states of it that the unit does not hold */ entered: States;
  announced_at: Instant; /** when it is expected at the border */ eta: Instant; /** at the earliest */ eta_from: Instant;
  /** at the latest */ eta_to: Instant; /** on the border */ lat: number; lon: number; /** 0 to 1 */ probability: number;
  outcome: "open" | "entered" | "withdrawn"; settled_at?: Instant | null;
}

export interface Sighting {
  observed_at: Instant; lat: number; lon: number; territory: States; received_at: Instant;
  /** as the receiver says */ speed_mps?: number | null; course_deg?: number | null;
  /** driven along its track; only differences mean something */ odometer_m?: number | null;
}

export interface UnitView {
  unit: string; joined_at: Instant; active: boolean; /** by the newest told crossing or sighting */ territory?: States;
  seen?: Sighting | null; last_crossing?: Crossing | null;
  /** no usable position of it comes: its newest used fix, by its own clock */ silent_since?: Instant | null;
  /** police or customs; empty while not known */ service?: string; movement?: Movement;
  /** where it is in a state that is not its own */ stays?: Stay[]; /** its crew no longer sees the target */ lost_sight_at?: Instant | null;
  /** it drives home */ returning?: boolean; /** it never was in this pursuit */ in_error?: boolean;
}

/** A unit in a state that is not its own, under which card, and how far its limits have run. */
export interface Stay {
  state: string; card: string; /** false: no legal basis is known */ known: boolean;
  /** null: when it came in is not known, `since` is when it was first seen there */ crossing?: string | null; since?: Instant | null;
  lat?: number | null; lon?: number | null; odometer_m?: number | null; limits?: Limit[]; travelled_m?: number | null;
  crow_m?: number | null; reached?: "no" | "warned" | "exceeded"; by?: "" | "distance" | "time";
}
/** How far and how long one legal basis lets a pursuit go on. */
export interface Limit {
  basis_id: string; distance_m: number | null; measured: string; point: string | null; time_s: number | null;
  combine: "and" | "or" | null; confidence: string; check_with: string | null;
}

export interface Account {
  name: string; role: string; state: string; room?: string | null; unit?: string | null; desk?: string | null;
}

export interface Acknowledgement { by: Account; revision: number; at: Instant }

/** It was wrong, or is undone. */
export interface Withdrawn { by: Account; at: Instant; reason: string }
/** Besides the alert's phase: a limit exceeded, a receipt that is missing. */
export interface Alarm { code: string; at: Instant; params?: Record<string, string>; /** of its alert, with which it rang */ revision?: number; priority?: 1 | 2 | 3; /** whether somebody owned the alert when it rang */ owned?: boolean }
/** Put aside by a person. */
export interface Shelved { by: Account; at: Instant; until: Instant; reason: string }
/** Offered by its owner to another person. */
export interface Offered { to: string; by: Account; at: Instant; until: Instant; note?: string }
/** What an operator said who warned a room by hand. */
export interface ByHand {
  by: Account; at: Instant; text: string; language?: string | null; lat?: number | null; lon?: number | null; place?: string;
  direction?: string; speed_mps?: number | null; seen_at?: Instant | null;
}
export type AlertKind = "border" | "area" | "home" | "copy" | "by_hand";
export type Escalation = "none" | "louder" | "supervisor" | "telephone";

export interface Alert {
  /** case|room */ id: string; case: string; room: string; revision: number;
  phase: "approaching" | "entered" | "left" | "departed" | "withdrawn" | "fault" | "cleared" | "overflown" | "warned" | "alarm";
  kind?: AlertKind; priority: 1 | 2 | 3; code: string; mode: Mode; home: string; leading_room: string; opened_at: Instant; opened_by: string; /** broker time, when it rang last */
  raised_at: Instant; /** when it quietly changed since */ revised_at?: Instant | null; before_opening?: boolean; since_unknown?: boolean; /** it tells of an aircraft alone */ by_air?: boolean; crossing?: Crossing | null;
  /** by which the last unit left again, or came home */ crossing_out?: Crossing | null;
  /** what is foreseen; settled where the alert is withdrawn for it */ approach?: Approach | null;
  territory_from?: States; territory_to?: States; place?: Place | null; area?: string | null;
  /** confirmed at a place that other rooms serve */ elsewhere?: boolean;
  room_basis?: "area" | "coordinating" | "home"; units?: UnitView[];
  /** the last revision that rang */ rang_revision?: number; /** the last that became graver without a ring */ risen_revision?: number; acknowledged?: Acknowledgement | null; fault?: string;
  /** each names a card that holds for the units here */ cards?: string[]; alarms?: Alarm[]; escalation?: Escalation; shelved?: Shelved | null;
  offered?: Offered | null; by_hand?: ByHand | null; /** why it was withdrawn, as a person said */ because?: string; /** the crossing's own name */ crossing_point?: string;
  /** by unit that is not on the road: whether its cards let it come as it does */ off_road?: Record<string, "no" | "unknown" | "yes">;
}

export interface AlertRecord { type: "alert"; alert: Alert }
export interface AlertedRoom {
  room: string; phase: string; revision: number; delivered_at: Instant | null; acknowledged: Acknowledgement | null;
  kind?: AlertKind; escalation?: Escalation; name?: string; /** first language first */ languages?: string[]; telephone?: string; /** it has no console */ telephone_only?: boolean; /** call it now */ call?: boolean;
  /** foreseen there at */ expected_at?: Instant | null;
  /** of which crossing or approach `place` is */ place_of?: string | null; place?: Place | null; crossing_point?: string;
  /** with what it was warned */ by_hand?: ByHand | null;
}
/** A line of a pursuit's log: a code and its parameters, the reader's language makes the words. */
export interface LogEntry { at: Instant; code: string; params?: Record<string, string> }
export interface PursuitRecord {
  type: "pursuit"; recipient: string; case: string; event: number; mode: Mode; phase: "open" | "closed" | "merged" | "error";
  leading_room: string; opened_at: Instant; opened_by: string; purpose: string; units: UnitView[];
  alerted: AlertedRoom[]; log?: LogEntry[]; /** of the pursuing state */ home_room?: string | null; lead_since?: Instant | null; facts?: Fact[];
  /** the pursued car itself */ target?: TargetSighting | null; requests?: Assistance[]; stops?: StopOrder[]; notices?: Notice[];
  checklist?: CheckEntry[]; goes_on_as?: string | null; /** whether it still runs */ asked_at?: Instant | null;
}
export interface Fact {
  id: string; kind: "trigger" | "offence" | "suspect" | "vehicle" | "occupants" | "danger" | "remark"; code?: string; text?: string;
  plate?: string | null; plate_state?: string | null; number?: number | null; source: string; assessment?: boolean; language?: string | null;
  by: Account; at: Instant; data_class: "suspect" | "vehicle" | "operational"; withdrawn?: Withdrawn | null;
}
export interface TargetSighting {
  lat: number; lon: number; uncertainty_m: number; observed_at: Instant; source: string; course_deg?: number | null; speed_mps?: number | null;
  text?: string; by: Account; at: Instant;
}
/** One room asked another for something, or offered it the lead. */
export interface Assistance {
  id: string; kind: string; by: Account; room: string; to: string; at: Instant; text?: string; language?: string | null;
  state?: "open" | "accepted" | "refused" | "withdrawn" | "expired"; answered_by?: Account | null; answered_at?: Instant | null; unit?: string | null;
  unit_at?: Instant | null; conditions?: string; reason?: string;
}
export interface StopOrder {
  id: string; by: Account; /** who may undo it */ holders: string[]; at: Instant; reason: string; language?: string | null;
  /** when each receipted it */ units?: Record<string, Instant | null>; unanswered?: boolean; lifted?: Withdrawn | null;
}
export interface CheckEntry {
  item: string; due_at?: Instant | null; text?: string; language?: string | null; by?: Account | null; done_at?: Instant | null; at?: Instant | null;
}
export interface Telephone { answered_by: string; caller: string; at: Instant; by: Account; entered_at: Instant }
export interface AtConsole { console: string; /** by the broker's clock */ at: Instant; revision: number }
/** A crossing into the room's state, and between which instants it was. */
export interface Entry { crossing: string; unit: string; at: Instant; not_before: Instant; not_after: Instant }
/** When a room had notice of an entry, and whether that was in time. */
export interface Notice {
  room: string; /** the earliest of `entries` */ crossing?: string | null; crossing_unit?: string | null; crossed_at?: Instant | null; not_before?: Instant | null; not_after?: Instant | null;
  /** all crossings of this entry, the earliest first */ entries?: Entry[];
  delivered?: AtConsole | null; shown?: AtConsole | null; sounded?: AtConsole | null; acknowledged?: Acknowledgement | null;
  /** the earliest call since the entry before ended */ telephone?: Telephone | null; /** of the newest call */ called_at?: Instant | null; /** where it is another */ newest_call?: Telephone | null;
  /** of the room's alert: what was had of an earlier one proves nothing */ since_revision?: number; /** a unit is there, nobody knows since when */ since_unknown?: boolean; /** when the entry before ended */ since_at?: Instant | null; /** when this one ended, where an aircraft was told since */ ended_at?: Instant | null;
  verdict?: "not_yet" | "in_time" | "late" | "cannot_be_told"; margin_s?: number | null; reasons?: string[];
  /** the pursuit that was taken in here, in which the room had it */ from_case?: string | null;
}
export interface VisibilityRecord {
  type: "visibility"; recipient: string; case: string; granted: boolean; event: number; mode: Mode;
}
export interface AnswerRecord {
  type: "answer"; recipient: string; case: string; command: string; accepted: boolean; code: string; reason: string;
  mode: Mode; params?: Record<string, string>;
}
export interface NoticeRecord {
  type: "notice"; recipient: string; id: string; case: string; code: string; text: string; unit: string | null;
  at: Instant; mode: Mode; params?: Record<string, string>;
}
/** A legal card; this page shows it in the words that come with it. */
export interface CardRecord { type: "card"; recipient: string; case: string; id: string; card: object; mode: Mode }
/** A stop order, to a unit. */
export interface StopRecord { type: "stop"; recipient: string; case: string; stop: StopOrder; event: number; mode: Mode }
export type InboxRecord = AlertRecord | PursuitRecord | VisibilityRecord | AnswerRecord | NoticeRecord | CardRecord | StopRecord;

export interface Fix {
  type: "fix"; unit: string; boot: string; n: number; counted: boolean; observed_at: Instant; device_at: Instant;
  /** seconds */ clock_offset_s: number; received_at: Instant; lat: number; lon: number; accuracy_m?: number | null;
  speed_mps?: number | null; course_deg?: number | null; altitude_m?: number | null; door: string; room: string;
  service: string; mode: Mode; movement?: Movement;
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
  /** seconds between heartbeats */ heartbeat_s: number; /** of the words */ language?: Language;
}
/** A record in words: each piece under the name of its place on the screen. */
export interface Said { language: string; pieces?: Record<string, string>; lists?: Record<string, string[]> }
export interface InboxItem {
  type: "inbox"; room: string; key: string; place: ConsolePlace; /** null: the key was removed */ record: InboxRecord | null;
  /** null: it cannot be put in words */ said?: Said | null;
}
export interface Snapshot {
  type: "snapshot"; room: string; recovered: boolean; reason: string; place: ConsolePlace | null; items: InboxItem[];
}
export interface TrailsMessage { type: "trails"; trails: Trail[] }
export interface UnitsMessage { type: "units"; room: string; full: boolean; units: UnitPlace[] }
export interface DeskInfo { name: string; desk: string; page_visible: boolean; sound_armed: boolean; since: Instant }
/** How many consoles of a room are signed in, how many of them a person can see, and how many would be heard. */
export interface RoomDesks {
  room: string; signed_in: number; page_visible: number; sound_armed: number; /** of this console */ own?: boolean;
  /** of one's own rooms alone */ desks?: DeskInfo[];
}
/** The desks of every room this console may know of; the last such message is void. */
export interface DesksMessage { type: "desks"; rooms: RoomDesks[] }
export interface CommandAnswer { type: "answer"; id: string; accepted: boolean; code?: string; reason?: string }
export interface Heartbeat { type: "heartbeat"; at: Instant; /** false: the gateway cannot reach Kafka */ kafka: boolean }
export interface ErrorMessage { type: "error"; code: string; field: string; expected: string; got: string }
export interface Goodbye { type: "goodbye"; code: string; reason: string }
export type GatewayMessage =
  | Welcome | Snapshot | InboxItem | TrailsMessage | UnitsMessage | DesksMessage | CommandAnswer | Heartbeat | ErrorMessage | Goodbye;

// ------------------------------------------------------------- console to gateway

export interface Hello {
  type: "hello"; rooms?: string[]; places: Record<string, ConsolePlace>; desk?: string; console: string;
  kind?: "page" | "terminal" | "other"; /** null: a language of its rooms */ language?: Language | null;
}
/** Whether a person at this console can see it and would hear it. */
export interface Presence { type: "presence"; page_visible: boolean; sound_armed: boolean }
export interface SendReceipt {
  type: "receipt"; room: string; case: string; alert: string; revision: number;
  kind: "delivered" | "shown" | "sounded"; mode: Mode; at: Instant;
}
export interface Command {
  type: "command"; id: string; command: "acknowledge" | "open" | "join" | "leave" | "close" | "order"; room: string; case: string;
  mode: Mode; happened_at: Instant; alert?: string | null; revision?: number | null; unit?: string | null;
  units?: string[]; text?: string; /** what is ordered, by its `type` */ order?: object | null;
}
export type ConsoleMessage = Hello | Presence | SendReceipt | Command;

// ------------------------------------------------------------- orders as forms

/** One thing that an order says. */
export interface FormField {
  name: string; kind: "text" | "number" | "whole" | "yes_no" | "instant" | "choice" | "list"; required: boolean; choices?: string[];
  /** signs */ longest?: number | null;
}
export interface OrderForm { order: string; fields: FormField[] }
/** A room that can be named in an order. */
export interface KnownRoom { id: string; name: string; telephone: string; telephone_only: boolean }

// ------------------------------------------------------------- the page's own

/** What is filled in, as it stands in the fields: by the name of the field. */
export type Values = Record<string, string | boolean>;
/** A button that begins an order. */
export interface Offer {
  key: string; label: string; order: string; values?: Values; tone?: string; /** the label that names the order, where it is not its own */ word?: string; /** with nothing to fill in, at one press */ at_once?: boolean;
}
/** One thing that the panel of a pursuit tells. */
export interface PanelRow {
  key: string; text: string; tone?: string; chips?: { text: string; tone?: string }[]; lines?: { text: string; tone?: string }[];
  offers?: Offer[]; /** shown when it is opened */ details?: string[];
}

/** A record with its words: as it is held and shown. */
export type ShownAlert = Alert & { said?: Said | null };
export type ShownPursuit = PursuitRecord & { said?: Said | null };
export type ShownNotice = NoticeRecord & { said?: Said | null };
export type ShownCard = CardRecord & { said?: Said | null };

/** A command and how far it is: only the server's word changes it. */
export interface PendingCommand {
  command: Command; status: "sending" | "accepted" | "refused"; code: string; reason: string;
  /** the refusal in words, where it came by the inbox */ said?: Said | null;
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
  alerts: Record<string, ShownAlert>; pursuits: Record<string, ShownPursuit>; visible: Record<string, VisibilityRecord>;
  notices: Record<string, ShownNotice>; /** by name */ cards: Record<string, ShownCard>; /** of the records */ language: Language; commands: Record<string, PendingCommand>;
  own: Record<string, Record<string, UnitPlace>>; trails: Record<string, TrailUnit>;
  /** by room */ desks: Record<string, RoomDesks>;
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
