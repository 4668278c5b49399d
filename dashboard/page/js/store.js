// @ts-check
/**
 * What this console knows, and how each message from the server changes it.
 *
 * Pure: `reduce(state, message, at_ms)` gives a new state and touches nothing else. Records are keyed by (id, revision)
 * and a lower revision than the one held is ignored, so that a resume or a repeat changes nothing.
 */

/** @typedef {import("./wire").State} State */
/** @typedef {import("./wire").GatewayMessage} GatewayMessage */
/** @typedef {import("./wire").InboxItem} InboxItem */
/** @typedef {import("./wire").InboxRecord} InboxRecord */
/** @typedef {import("./wire").Command} Command */

const TRACK_KEPT_MS = 10 * 60_000;
const LOG_KEPT = 100;
const COMMANDS_KEPT = 100;
/** Outcomes of a fix that the tracker used; any other may lie anywhere, or come from a receiver that has stopped. */
const USED = new Set(["first", "moved", "gap"]);

/** @returns {State} nothing known yet */
export function emptyState() {
  return {
    account: "", role: "", welcomed: false, rooms: {}, places: {}, alerts: {}, pursuits: {}, visible: {}, notices: {}, cards: {}, commands: {},
    own: {}, trails: {}, desks: {}, language: "en", pictured: {}, notRecovered: {}, log: [], kafka: true, goodbye: "", clockOffset_ms: null, heartbeat_s: 2,
  };
}

/**
 * The state after a message.
 * @param {State} state
 * @param {GatewayMessage | {type: "commanded", command: Command}} message as it came; `commanded` is the page's own
 * @param {number} at_ms when it came, by this computer's clock
 * @returns {State}
 */
export function reduce(state, message, at_ms) {
  switch (message.type) {
    case "welcome": return welcomed(state, message, at_ms);
    case "snapshot": return snapshotTaken(state, message, at_ms);
    case "inbox": return itemTaken(state, message);
    case "trails": return message.trails.reduce(trailTaken, state);
    case "units": return unitsTaken(state, message);
    case "desks": return { ...state, desks: Object.fromEntries(message.rooms.map((room) => [room.room, room])) };
    case "answer": return gatewayAnswered(state, message);
    case "heartbeat": return { ...state, kafka: message.kafka, clockOffset_ms: offset(state, message.at, at_ms) };
    case "error": return logged(state, at_ms, "error", wrong(message));
    case "goodbye": return { ...logged(state, at_ms, "goodbye", `${message.code}: ${message.reason}`), goodbye: message.reason };
    case "commanded": return commanded(state, message.command);
    default: return unknownTaken(state, message, at_ms);
  }
}

/**
 * The part of the state that a page reload keeps, so that the console can resume at its places.
 * @param {State} state
 */
export function kept(state) {
  const { account, language, places, alerts, pursuits, visible, notices, cards } = state;
  return { account, language, places, alerts, pursuits, visible, notices, cards };
}

/**
 * A state with what an earlier page of the same account kept in the same language; anything else is not used.
 * @param {any} memory what `kept` gave, or anything at all
 * @param {string} account @param {import("./wire").Language} language
 * @returns {State}
 */
export function restored(memory, account, language) {
  const empty = { ...emptyState(), language };
  if (memory === null || typeof memory !== "object" || memory.account !== account || memory.language !== language) return empty;
  const parts = ["places", "alerts", "pursuits", "visible", "notices", "cards"];
  if (parts.some((part) => memory[part] === null || typeof memory[part] !== "object")) return empty;
  return { ...empty, ...kept(memory) };
}

/**
 * The state of a console that wants its records in another language: it has no places any more, so that it is given
 * everything anew, and holds what it has until then.
 * @param {State} state @param {import("./wire").Language} language @returns {State}
 */
export const inLanguage = (state, language) => ({ ...state, language, places: {}, welcomed: false });

/** @param {State} state @param {import("./wire").Welcome} message @param {number} at_ms @returns {State} */
function welcomed(state, message, at_ms) {
  const rooms = Object.fromEntries(message.rooms.map((room) => [room.id, room]));
  return {
    ...state, account: message.account, role: message.role, welcomed: true, rooms, heartbeat_s: message.heartbeat_s, goodbye: "",
    // A new connection is measured afresh: the clock may have been set in between.
    clockOffset_ms: Date.parse(message.server_at) - at_ms,
  };
}

/**
 * The server's clock minus ours. A message is never younger than it was sent, so the largest value seen is the nearest
 * to the truth; it gives way slowly, because clocks drift.
 * @param {State} state @param {string} server_at @param {number} at_ms
 */
function offset(state, server_at, at_ms) {
  const seen_ms = Date.parse(server_at) - at_ms;
  if (Number.isNaN(seen_ms)) return state.clockOffset_ms;
  if (state.clockOffset_ms === null || seen_ms > state.clockOffset_ms) return seen_ms;
  return state.clockOffset_ms + (seen_ms - state.clockOffset_ms) * 0.05;
}

/** @param {State} state @param {import("./wire").Snapshot} message @param {number} at_ms @returns {State} */
function snapshotTaken(state, message, at_ms) {
  const { room } = message;
  let next = message.recovered ? state : withoutMissing(state, message, at_ms);
  next = { ...next, pictured: { ...next.pictured, [room]: true } };
  next = message.items.reduce(itemTaken, next);
  const places = message.place === null ? next.places : { ...next.places, [room]: message.place };
  // A console that comes for the first time has missed nothing, whatever the gateway says of its place.
  const cameBefore = room in state.places;
  if (message.recovered || message.reason === "" || !cameBefore) return { ...next, places };
  const notRecovered = { ...next.notRecovered, [room]: { reason: message.reason, at_ms } };
  return { ...logged(next, at_ms, "not_recovered", `${room}: ${message.reason}`), places, notRecovered };
}

/**
 * A fresh picture replaces the room's records. An alert that it no longer holds leaves the rail, and the log says so.
 * @param {State} state @param {import("./wire").Snapshot} message @param {number} at_ms @returns {State}
 */
function withoutMissing(state, { room, items }, at_ms) {
  const held = new Set(items.map((item) => (item.record?.type === "alert" ? item.record.alert.id : "")));
  const missing = Object.values(state.alerts).filter((alert) => alert.room === room && !held.has(alert.id));
  const gone = new Set(missing.map((alert) => alert.id));
  const next = missing.reduce((so_far, alert) => logged(so_far, at_ms, "not_held", alert.id), state);
  const others = (/** @type {any} */ record) => record.recipient !== room;
  return {
    ...next,
    alerts: only(next.alerts, (alert) => !gone.has(alert.id)),
    pursuits: only(next.pursuits, others), visible: only(next.visible, others), notices: only(next.notices, others),
    cards: only(next.cards, others),
  };
}

/** @param {State} state @param {InboxItem} item @returns {State} */
function itemTaken(state, item) {
  const held = state.places[item.room];
  const back = held && held.topic_id === item.place.topic_id && held.partition === item.place.partition
    && held.offset > item.place.offset;
  const places = back ? state.places : { ...state.places, [item.room]: item.place };
  const next = { ...state, places };
  return item.record === null ? keyRemoved(next, item.key) : recordTaken(next, item.record, item.said);
}

/** Of a pursuit that a room may not see any more, nothing is kept of what it read. @param {State} state @param {string} key @returns {State} */
function keyRemoved(state, key) {
  const [room, kind, ...identity] = key.split("|");
  const gone = `${room}|${identity.join("|")}`;
  return kind === "pursuit" ? { ...state, pursuits: only(state.pursuits, (_pursuit, name) => name !== gone) } : state;
}

/** @param {State} state @param {InboxRecord} record @param {import("./wire").Said | null | undefined} said the record in words @returns {State} */
function recordTaken(state, record, said) {
  switch (record?.type) {
    case "alert": return alertTaken(state, { ...record.alert, said });
    case "pursuit": return { ...state, pursuits: newer(state.pursuits, `${record.recipient}|${record.case}`, { ...record, said }) };
    case "visibility": return visibilityTaken(state, record);
    case "answer": return answered(state, record.command, record.accepted, { ...record, said });
    case "notice": return { ...state, notices: { ...state.notices, [`${record.recipient}|${record.id}`]: { ...record, said } } };
    case "card": return { ...state, cards: { ...state.cards, [record.id]: { ...record, said } } };
    default: return state; // a newer server's record: nothing of it can be shown, and nothing breaks
  }
}

/** @param {State} state @param {import("./wire").ShownAlert} alert @returns {State} */
function alertTaken(state, alert) {
  const held = state.alerts[alert.id];
  if (held && held.revision > alert.revision) return state;
  // An acknowledgement may come without a new revision; it never goes away within one.
  if (held && held.revision === alert.revision && held.acknowledged && !alert.acknowledged) return state;
  return { ...state, alerts: { ...state.alerts, [alert.id]: alert } };
}

/** @param {State} state @param {import("./wire").VisibilityRecord} record @returns {State} */
function visibilityTaken(state, record) {
  const visible = newer(state.visible, `${record.recipient}|${record.case}`, record);
  const seen = Object.values(visible).some((entry) => entry.case === record.case && entry.granted);
  return { ...state, visible, trails: seen ? state.trails : withoutCase(state.trails, record.case) };
}

/** @param {State["trails"]} trails @param {string} gone @returns {State["trails"]} */
function withoutCase(trails, gone) {
  const left = Object.values(trails).map((unit) => ({ ...unit, cases: only(unit.cases, (_mode, id) => id !== gone) }));
  return Object.fromEntries(left.filter((unit) => Object.keys(unit.cases).length > 0).map((unit) => [unit.unit, unit]));
}

/**
 * A fix that was used moves the unit and its track. By any other nothing changes: what is shown stays, and grows older.
 * Which is the newest, our clocks say: after the unit's own was put back, and is believed again, its track begins anew.
 * @param {State} state @param {import("./wire").Trail} trail @returns {State}
 */
function trailTaken(state, trail) {
  const { fix, judged } = trail;
  if (!USED.has(judged.outcome)) return state;
  const held = state.trails[fix.unit];
  const cases = { ...held?.cases, [trail.case]: trail.mode };
  /** @type {[number, number, number]} */
  const point = [fix.lat, fix.lon, Date.parse(fix.observed_at)];
  if (held && isOlder(fix, held.fix)) return trailAt(state, { ...held, cases, points: withPoint(held.points, point) });
  const goesOn = held && Date.parse(held.fix.observed_at) <= point[2];
  const points = withPoint(goesOn ? held.points : [], point);
  return trailAt(state, { unit: fix.unit, cases, fix, territory: judged.territory, points });
}

/** @param {State} state @param {import("./wire").TrailUnit} unit @returns {State} */
const trailAt = (state, unit) => ({ ...state, trails: { ...state.trails, [unit.unit]: unit } });

/**
 * Whether one fix of a unit came before another; of those that came together, whether it was observed before.
 * @param {{observed_at: string, received_at: string}} one @param {{observed_at: string, received_at: string}} other
 */
function isOlder(one, other) {
  const later_ms = Date.parse(other.received_at) - Date.parse(one.received_at);
  return later_ms > 0 || (later_ms === 0 && Date.parse(one.observed_at) < Date.parse(other.observed_at));
}

/**
 * The track with one more point, in time order, of the last ten minutes.
 * @param {[number, number, number][]} points @param {[number, number, number]} point
 * @returns {[number, number, number][]}
 */
function withPoint(points, point) {
  const last = points.at(-1);
  if (points.some((other) => other[2] === point[2])) return points;
  const all = [...points, point];
  if (last && last[2] > point[2]) all.sort((a, b) => a[2] - b[2]);
  const oldest_ms = all[all.length - 1][2] - TRACK_KEPT_MS;
  return all[0][2] < oldest_ms ? all.filter((other) => other[2] >= oldest_ms) : all;
}

/** @param {State} state @param {import("./wire").UnitsMessage} message @returns {State} */
function unitsTaken(state, { room, units }) {
  const held = state.own[room] ?? {};
  const next = { ...held }; // a picture tells who was seen; that a unit is missing from it says nothing
  for (const place of units) {
    const known = held[place.unit];
    next[place.unit] = known && isOlder(place, known) ? known : place;
  }
  return { ...state, own: { ...state.own, [room]: next } };
}

/** @param {State} state @param {Command} command @returns {State} */
function commanded(state, command) {
  const commands = { ...state.commands, [command.id]: { command, status: "sending", code: "", reason: "" } };
  const ids = Object.keys(commands);
  if (ids.length > COMMANDS_KEPT) delete commands[ids.find((id) => commands[id].status !== "sending") ?? ""];
  return { ...state, commands: /** @type {State["commands"]} */ (commands) };
}

/**
 * The gateway's answer says no more than that the command stands in Kafka. What the pursuit answers counts, and may have
 * come before it.
 * @param {State} state @param {import("./wire").CommandAnswer} answer @returns {State}
 */
function gatewayAnswered(state, { id, accepted, code = "", reason = "" }) {
  return state.commands[id]?.status === "sending" ? answered(state, id, accepted, { code, reason }) : state;
}

/** @param {import("./wire").ErrorMessage} message @returns {string} */
const wrong = ({ field, expected, got }) => `${field}: expected ${expected}, got ${got}`;

/** @param {State} state @param {string} id @param {boolean} accepted @param {{code: string, reason: string, said?: import("./wire").Said | null}} answer @returns {State} */
function answered(state, id, accepted, { code, reason, said }) {
  const pending = state.commands[id];
  if (!pending) return state; // another console's command, or one from before a reload
  /** @type {import("./wire").PendingCommand} */
  const known = { ...pending, status: accepted ? "accepted" : "refused", code, reason, said };
  return { ...state, commands: { ...state.commands, [id]: known } };
}

/** @param {State} state @param {any} message @param {number} at_ms @returns {State} */
function unknownTaken(state, message, at_ms) {
  return logged(state, at_ms, "unknown_message", String(message?.type).slice(0, 60));
}

/** @param {State} state @param {number} at_ms @param {string} code @param {string} text @returns {State} */
export function logged(state, at_ms, code, text) {
  return { ...state, log: [...state.log, { at_ms, code, text }].slice(-LOG_KEPT) };
}

/**
 * @template {{event: number}} T
 * @param {Record<string, T>} records @param {string} key @param {T} record @returns {Record<string, T>}
 */
function newer(records, key, record) {
  const held = records[key];
  return held && held.event > record.event ? records : { ...records, [key]: record };
}

/**
 * @template T
 * @param {Record<string, T>} records @param {(record: T, key: string) => boolean} keep @returns {Record<string, T>}
 */
function only(records, keep) {
  return Object.fromEntries(Object.entries(records).filter(([key, record]) => keep(record, key)));
}
