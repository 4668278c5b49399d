// @ts-check
/**
 * The words of the board, made from codes and parameters. English now; another language is another table of this form.
 */
import * as format from "./format.js";

/** @typedef {import("./wire").Alert} Alert */
/** @typedef {import("./wire").Crossing} Crossing */
/** @typedef {import("./wire").Place} Place */

const STATES = { BE: "Belgium", NL: "Netherlands", LU: "Luxembourg", DE: "Germany", FR: "France" };
const MODES = { live: "LIVE", exercise: "EXERCISE", test: "TEST" };
const PHASES = { approaching: "APPROACHING", entered: "ENTERED", left: "LEFT", departed: "OWN UNITS ABROAD", fault: "SYSTEM FAULT", cleared: "CLEARED" };
const REFUSALS = {
  already_acknowledged: "somebody else was first",
  other_revision: "the alert has changed since; look again",
  not_allowed: "this account may not do that",
  unknown_alert: "the server does not know this alert",
  unknown_pursuit: "the server does not know this pursuit",
};
const LOG = {
  error: "The gateway could not read a message of this page",
  goodbye: "The gateway closed the connection",
  not_recovered: "Missed records could not be recovered; a fresh picture was taken",
  not_held: "The server's fresh picture no longer holds this alert",
  unknown_message: "A message of a kind this page does not know",
};
const NOTICES = { fixes_refused: "Positions of a unit are being refused" };
export const SESSION_ENDED = "Your session has ended. Sign in again.";
/** What an empty board says, by what is known; see `knowledge`. */
export const NO_PURSUIT = { all: "NO OPEN PURSUIT", waiting: "NOT KNOWN YET", no_room: "NO ROOM" };
export const NO_ALERT = {
  all: "No alert waits for you.", waiting: "Not known yet: the server has not told which alerts there are.",
  no_room: "This account serves no room: no alert comes here.",
};
export const NONE_OPEN = { all: "None that concerns you.", waiting: "Not known yet.", no_room: "This account serves no room." };
export const LANGUAGE = "en";
export const NOT_KNOWN = "not known";

/** @param {import("./wire").Mode} mode */
export const mode = (mode) => MODES[mode] ?? String(mode).toUpperCase();

/** @param {string[] | undefined} states ISO codes @returns {string} NL, or LU/DE in a condominium */
export const territory = (states) => (states && states.length > 0 ? states.join("/") : "outside the map");

/** @param {string} code */
export const stateName = (code) => STATES[/** @type {keyof typeof STATES} */ (code)] ?? code;

/** @param {string} other @param {string} mine names of accounts */
export const signedInElsewhere = (other, mine) => `${other} has signed in with this browser, so the board of ${mine} has ended. `
  + "A browser holds one account: use another browser, or a private window, for a second desk.";

/** @param {Alert} alert @returns {string} ENTERED NL */
export function headline(alert) {
  const phase = PHASES[alert.phase] ?? alert.phase;
  const here = alert.room.slice(0, 2);
  if (alert.phase === "departed") return `${phase}: ${territory(alert.territory_to)}`;
  return ["approaching", "entered", "left"].includes(alert.phase) ? `${phase} ${here}` : phase;
}

/** For a screen reader: short, complete. @param {Alert} alert */
export function spoken(alert) {
  const what = { approaching: "approaches", entered: "entered", left: "left", departed: "went abroad to", fault: "has a system fault in", cleared: "is over in" }[alert.phase] ?? alert.phase;
  const where = alert.phase === "departed" ? territory(alert.territory_to) : stateName(alert.room.slice(0, 2));
  const near = alert.place ? ` near ${alert.place.name}` : "";
  return `${mode(alert.mode)}. Priority ${alert.priority}. Pursuit ${alert.case} ${what} ${where}${near}.`;
}

/** @param {Alert} alert @returns {string} 2.1 km N of Eijsden (NL) */
export function where(alert) {
  const { place, crossing } = alert;
  if (place) return `${format.distance(place.distance_m)} ${format.compass(place.bearing_deg)} of ${placeName(place)} (${place.state})`;
  return crossing ? format.position(crossing.lat, crossing.lon) : `Place ${NOT_KNOWN}`;
}

/** @param {Place} place */
const placeName = (place) => place.names?.[LANGUAGE] ?? place.name;

/**
 * When and how surely the border was crossed.
 * @param {Alert} alert @param {number} now_ms @returns {string}
 */
export function when(alert, now_ms) {
  const { crossing } = alert;
  if (alert.since_unknown || !crossing) {
    if (alert.phase === "fault" || alert.phase === "approaching") return "";
    return alert.since_unknown ? "Time of crossing not known: there since unknown" : `Time of crossing ${NOT_KNOWN}`;
  }
  if (!crossing.guess) return `Crossed ${format.bothTimes(Date.parse(crossing.at), now_ms)}`;
  const [from, to] = [crossing.not_before, crossing.not_after].map((at) => format.localTime(Date.parse(at)));
  return `Crossed between ${from} and ${to}: positions were missing, place and time are a guess`;
}

/** @param {Alert} alert @returns {string[]} what must not be overlooked */
export function warnings(alert) {
  const found = [];
  if (alert.fault) found.push(`System fault, act by telephone: ${alert.fault}`);
  if (alert.before_opening) found.push("Crossed before the pursuit was opened");
  if (alert.crossing?.status === "possible") found.push("Possible crossing, not confirmed yet");
  if (alert.crossing?.status === "withdrawn") found.push("The crossing was withdrawn");
  if (alert.room_basis === "coordinating") found.push("No area is known for this place: you are alerted as the coordinating room");
  return found;
}

/** @param {Alert} alert @param {string} room_name */
export function whyThisRoom(alert, room_name) {
  if (alert.room_basis === "home") return `${room_name}: its own units`;
  return alert.area ? `${room_name}: serves ${alert.area}` : `${room_name}: coordinating room`;
}

/** @param {Alert} alert @param {number} now_ms */
export function owned(alert, now_ms) {
  const { acknowledged } = alert;
  if (!acknowledged) return "";
  const { by } = acknowledged;
  const desk = by.desk ? ` (${by.desk})` : "";
  const older = acknowledged.revision < alert.revision ? `, then at revision ${acknowledged.revision}` : "";
  return `Acknowledged by ${by.name}${desk} at ${format.bothTimes(Date.parse(acknowledged.at), now_ms)}${older}`;
}

/** @param {string} code @param {string} reason */
export function refusal(code, reason) {
  const known = REFUSALS[/** @type {keyof typeof REFUSALS} */ (code)];
  return `Not acknowledged: ${[known, reason].filter(Boolean).join(" - ") || "refused"}`;
}

/** @param {import("./wire").LogLine} line */
export const logLine = (line) => `${LOG[/** @type {keyof typeof LOG} */ (line.code)] ?? line.code}: ${line.text}`;

/** @param {import("./wire").NoticeRecord} notice */
export const notice = (notice) => `${NOTICES[/** @type {keyof typeof NOTICES} */ (notice.code)] ?? notice.code}${notice.unit ? ` (${notice.unit})` : ""}: ${notice.text}`;

/** @param {import("./wire").AlertedRoom} room */
export function alertedRoom(room) {
  const phase = PHASES[/** @type {keyof typeof PHASES} */ (room.phase)]?.toLowerCase() ?? room.phase;
  if (room.acknowledged) return `${room.room}: ${phase}, acknowledged by ${room.acknowledged.by.name}`;
  return `${room.room}: ${phase}, ${room.delivered_at ? "delivered, not acknowledged" : "not delivered yet"}`;
}

/** What a unit's age of data means. @param {import("./wire").UnitRow} row */
export function staleness(row) {
  const age = format.age(row.age_ms);
  const text = { fresh: age, late: `${age}, late`, stale: `${age}, stale`, lost: `LOST ${age}` }[row.staleness];
  return row.suspect ? `${text}, position doubtful` : text;
}
