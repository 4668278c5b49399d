// @ts-check
/** What the board shows, in which order, computed from what the console knows; pure. */

/** @typedef {import("./wire").State} State */
/** @typedef {import("./wire").ShownAlert} Alert */
/** @typedef {import("./wire").UnitRow} UnitRow */

const LATE_MS = 5_000;
const STALE_MS = 15_000;
const LOST_MS = 60_000;
const GOING_ON = new Set(["approaching", "entered", "departed", "fault", "overflown", "warned", "alarm"]);

/** @param {Alert} alert @returns {boolean} nobody has taken it yet */
export const isWaiting = (alert) => !alert.acknowledged;

/** @param {{phase: string}} alert @returns {boolean} what it tells of is not over */
export const isGoingOn = (alert) => GOING_ON.has(alert.phase);

/** @param {Alert} alert @returns {boolean} a person has put it aside for a while; never one of priority 1 */
export const isShelved = (alert) => Boolean(alert.shelved) && alert.priority !== 1;

/** @param {Alert} alert @returns {number} when it last changed but for its owner */
export const changedAt = (alert) => Date.parse(alert.revised_at ?? alert.raised_at);

/** @param {Alert} alert @returns {number} since when it says what it says: what goes on, since it rang; what is over, since then */
export const since = (alert) => (isGoingOn(alert) ? Date.parse(alert.raised_at) : changedAt(alert));

/** @param {Alert} alert @returns {boolean} over, and somebody has seen it */
export const isDone = (alert) => alert.phase === "cleared" && Boolean(alert.acknowledged);

/**
 * The rail: alerts that wait first, by priority, and among equals the one that has waited longest first, so that a card
 * does not move when another of its kind arrives. Then those put aside, the first to come back first, and those a person
 * owns. Those that are over and seen go to the log.
 * @param {State} state
 * @returns {{waiting: Alert[], shelved: Alert[], owned: Alert[], done: Alert[]}}
 */
export function rail(state) {
  const alerts = Object.values(state.alerts);
  const all = alerts.filter((alert) => !isDone(alert)).sort(byUrgency);
  const open = all.filter((alert) => !isShelved(alert));
  return {
    shelved: all.filter(isShelved).sort((a, b) => Date.parse(a.shelved?.until ?? "") - Date.parse(b.shelved?.until ?? "")),
    waiting: open.filter(isWaiting),
    owned: open.filter((alert) => !isWaiting(alert)),
    done: alerts.filter(isDone).sort((a, b) => changedAt(b) - changedAt(a)),
  };
}

/** @param {Alert} a @param {Alert} b */
function byUrgency(a, b) {
  return a.priority - b.priority || Date.parse(a.raised_at) - Date.parse(b.raised_at) || (a.id < b.id ? -1 : 1);
}

/** @param {State} state @returns {number} alerts of priority 1 that wait for a person */
export function waitingP1(state) {
  return Object.values(state.alerts).filter((alert) => isWaiting(alert) && alert.priority === 1).length;
}

/**
 * The modes of all that is open: live stands first.
 * @param {State} state @returns {import("./wire").Mode[]}
 */
export function openModes(state) {
  const pursuits = Object.values(state.pursuits).filter((pursuit) => pursuit.phase === "open");
  const alerts = Object.values(state.alerts).filter((alert) => !isDone(alert));
  const modes = new Set([...pursuits, ...alerts].map((item) => item.mode));
  return /** @type {import("./wire").Mode[]} */ (["live", "exercise", "test"]).filter((mode) => modes.has(mode));
}

/**
 * What an empty list means: `all` the server has said so; `waiting` it has not told everything yet; `no_room` this account
 * serves none, so nothing comes here.
 * @param {State} state @returns {"all" | "waiting" | "no_room"}
 */
export function knowledge(state) {
  const rooms = Object.keys(state.rooms);
  if (!state.welcomed || !rooms.every((room) => state.pictured[room])) return "waiting";
  return rooms.length > 0 ? "all" : "no_room";
}

/**
 * Where an alert points on the map: the crossing or, before there is one, the foreseen place on the border; else nowhere.
 * @param {Alert} alert @returns {{lat: number, lon: number, guess: boolean} | null}
 */
export function markOf(alert) {
  const { approach, crossing } = alert;
  if (approach && alert.phase === "approaching") return { lat: approach.lat, lon: approach.lon, guess: true };
  return crossing ? { lat: crossing.lat, lon: crossing.lon, guess: Boolean(crossing.guess) } : null;
}

/**
 * The last command this page sent to acknowledge this alert since it last rang.
 * @param {State} state @param {Alert} alert @returns {import("./wire").PendingCommand | undefined}
 */
export function acknowledgement(state, alert) {
  return Object.values(state.commands)
    .filter(({ command }) => command.alert === alert.id && (command.revision ?? 0) >= (alert.rang_revision ?? 1))
    .at(-1);
}

/** The newest of what this console's rooms read of a pursuit. @param {State} state @param {string} id @returns {import("./wire").ShownPursuit | undefined} */
export function newestPursuit(state, id) {
  return Object.values(state.pursuits).filter((pursuit) => pursuit.case === id).sort((a, b) => b.event - a.event)[0];
}

/**
 * How old a position is, in words of the trade: fresh under 5 s, late to 15 s, stale to 60 s, then lost.
 * @param {number} age_ms @returns {UnitRow["staleness"]}
 */
export function staleness(age_ms) {
  if (age_ms < LATE_MS) return "fresh";
  if (age_ms < STALE_MS) return "late";
  return age_ms < LOST_MS ? "stale" : "lost";
}

/**
 * Every unit this console may see, once: units in a pursuit first, then by id.
 * @param {State} state @param {number} now_ms server time
 * @returns {UnitRow[]}
 */
export function unitRows(state, now_ms) {
  /** @type {Map<string, UnitRow>} */
  const rows = new Map();
  const isClosed = closedCases(state);
  for (const room of Object.values(state.own)) {
    for (const place of Object.values(room)) rows.set(place.unit, ownRow(place, now_ms));
  }
  for (const trail of Object.values(state.trails)) {
    const own = rows.get(trail.unit);
    const row = trailRow(trail, now_ms, own, isClosed);
    rows.set(trail.unit, own && own.received_ms > row.received_ms ? { ...own, cases: merged(own, row) } : row);
  }
  for (const view of unitViews(state)) {
    const row = rows.get(view.unit);
    const seen = view.seen && seenRow(view, view.seen, now_ms);
    if (seen && !row) rows.set(view.unit, seen);
    // A dot knows course and speed besides: a record must know much better where the unit is to take its place.
    else if (seen && row && seen.received_ms - row.received_ms >= LATE_MS) {
      rows.set(view.unit, { ...seen, cases: merged(row, seen), mode: row.mode, own: row.own });
    }
  }
  return [...rows.values()].sort(
    (a, b) => Number(b.cases.length > 0) - Number(a.cases.length > 0) || (a.unit < b.unit ? -1 : 1),
  );
}

/** Units of open pursuits that this console knows from its inbox alone. @param {State} state */
function unitViews(state) {
  const pursuits = Object.values(state.pursuits).filter((pursuit) => pursuit.phase === "open");
  return pursuits.flatMap((pursuit) => pursuit.units
    .filter((view) => view.active)
    .map((view) => ({ ...view, case: pursuit.case, mode: pursuit.mode })));
}

/** @param {import("./wire").UnitPlace} place @param {number} now_ms @returns {UnitRow} */
function ownRow(place, now_ms) {
  const { unit, cases, mode, lat, lon, accuracy_m, speed_mps, course_deg, territory } = place;
  return {
    unit, cases, mode, lat, lon, accuracy_m, speed_mps, course_deg, territory, own: true,
    ...aged(place, now_ms),
  };
}

/** Whether the server has said that a case is over; its dots may be seen for a while longer. @param {State} state */
function closedCases(state) {
  const records = Object.values(state.pursuits);
  const open = new Set(records.filter((pursuit) => pursuit.phase === "open").map((pursuit) => pursuit.case));
  const known = new Set(records.map((pursuit) => pursuit.case));
  return (/** @type {string} */ id) => known.has(id) && !open.has(id);
}

/**
 * @param {import("./wire").TrailUnit} trail @param {number} now_ms @param {UnitRow | undefined} own
 * @param {(id: string) => boolean} isClosed @returns {UnitRow}
 */
function trailRow(trail, now_ms, own, isClosed) {
  const { fix, territory } = trail;
  const row = {
    unit: trail.unit, cases: Object.keys(trail.cases).filter((id) => !isClosed(id)).sort(), mode: fix.mode, lat: fix.lat, lon: fix.lon,
    accuracy_m: fix.accuracy_m ?? null, speed_mps: fix.speed_mps ?? null, course_deg: fix.course_deg ?? null,
    territory, own: own !== undefined, ...aged(fix, now_ms),
  };
  return own ? { ...row, cases: merged(own, row) } : row;
}

/** @param {any} view @param {import("./wire").Sighting} seen @param {number} now_ms @returns {UnitRow} */
function seenRow(view, seen, now_ms) {
  return {
    unit: view.unit, cases: [view.case], mode: view.mode, lat: seen.lat, lon: seen.lon, accuracy_m: null,
    speed_mps: null, course_deg: null, territory: view.territory ?? seen.territory, own: false,
    ...aged(seen, now_ms),
  };
}

/** @param {{observed_at: string, received_at: string}} seen @param {number} now_ms */
function aged({ observed_at, received_at }, now_ms) {
  const observed_ms = Date.parse(observed_at);
  const age_ms = Math.max(0, now_ms - observed_ms);
  return { observed_ms, received_ms: Date.parse(received_at), age_ms, staleness: staleness(age_ms) };
}

/** @param {{cases: string[]}} a @param {{cases: string[]}} b */
const merged = (a, b) => [...new Set([...a.cases, ...b.cases])].sort();
