// @ts-check
/**
 * The words of the board, made from codes and parameters. English now; another language is another table of this form.
 */
import { isGoingOn, standsFor } from "./board.js";
import * as format from "./format.js";

/** @typedef {import("./wire").Alert} Alert */
/** @typedef {import("./wire").Approach} Approach */
/** @typedef {import("./wire").Crossing} Crossing */
/** @typedef {import("./wire").Place} Place */

const STATES = { BE: "Belgium", NL: "Netherlands", LU: "Luxembourg", DE: "Germany", FR: "France" };
const MODES = { live: "LIVE", exercise: "EXERCISE", test: "TEST" };
const PHASES = { approaching: "APPROACHING", entered: "ENTERED", left: "LEFT", departed: "OWN UNITS ABROAD", withdrawn: "WITHDRAWN", fault: "SYSTEM FAULT", cleared: "CLEARED" };
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

/** @param {Alert} alert @returns {string} ENTERED NL; a fault that nobody acknowledged is said with it */
export function headline(alert) {
  const fault = alert.fault && !alert.acknowledged && alert.phase !== "fault" ? " - SYSTEM FAULT" : "";
  return `${happened(alert)}${isBlind(alert) ? " - NO POSITION" : ""}${fault}`;
}

/** Whether there is no position of any unit that the alert stands for. @param {Alert} alert */
function isBlind(alert) {
  const silent = silentUnits(alert);
  return silent.length > 0 && silent.length === standsFor(alert).length;
}

/** @param {import("./wire").UnitView} view @param {string} who @returns {string} NO POSITION since 14:32:07 CET; empty while there is one */
const noPosition = (view, who = "") => (view.silent_since ? `NO POSITION ${who}since ${format.localTime(Date.parse(view.silent_since))}` : "");

/** @param {import("./wire").UnitView} view @returns {string} BE/LIE-21, and that there is no position of it */
export const unitOfPursuit = (view) => [view.unit, noPosition(view)].filter(Boolean).join(" ");

/** The units that an alert stands for, of which there is no position; of what is over, units are told as they were then. @param {Alert} alert */
const silentUnits = (alert) => (isGoingOn(alert) ? standsFor(alert).filter((view) => view.silent_since) : []);

/** @param {Alert} alert @param {import("./wire").UnitView} view @returns {string} BE/LIE-21 in NL at 14:32:07 CET, and that there is no position of it since */
export function unitOfAlert(alert, view) {
  if (!view.seen) return `${view.unit}: place ${NOT_KNOWN}`;
  const at = format.localTime(Date.parse(view.seen.observed_at));
  const place = `${view.unit} in ${territory(view.territory ?? view.seen.territory)} at ${at}`;
  return [place, isGoingOn(alert) ? noPosition(view) : ""].filter(Boolean).join(", ");
}

/** @param {Alert} alert */
function happened(alert) {
  const phase = PHASES[alert.phase] ?? alert.phase;
  const here = alert.room.slice(0, 2);
  if (alert.phase === "cleared" && cameHome(alert)) return "OWN UNITS HOME AGAIN";
  if (alert.phase === "entered" && alert.elsewhere) return `${phase} ${here} ELSEWHERE`;
  if (alert.phase === "departed") return `${phase}: ${territory(alert.territory_to)}`;
  if (alert.phase === "withdrawn") return inVain(alert)?.headline ?? `${phase}: IT DID NOT HAPPEN`;
  return ["approaching", "entered", "left"].includes(alert.phase) ? `${phase} ${here}` : phase;
}

/**
 * Why a room that waited for a unit need not any more; undefined where the alert was withdrawn for another reason.
 * @param {Alert} alert
 */
function inVain(alert) {
  const { approach, crossing } = alert;
  if (!approach || crossing?.status === "withdrawn") return undefined;
  if (approach.outcome !== "entered") return { headline: "NO LONGER EXPECTED", spoken: "is no longer expected in" };
  return { headline: `NOT COMING HERE: ${territory(alert.territory_to)} ENTERED ELSEWHERE`, spoken: "is not coming here, elsewhere it entered" };
}

/** Whether the leading room's alert ended by a way home: its pursuit may go on. @param {Alert} alert */
const cameHome = ({ room_basis, crossing_out }) => room_basis === "home" && Boolean(crossing_out) && crossing_out?.status !== "withdrawn";

/** For a screen reader: short, complete. @param {Alert} alert */
export function spoken(alert) {
  const where = alert.phase === "departed" || alert.phase === "withdrawn" ? territory(alert.territory_to) : stateName(alert.room.slice(0, 2));
  const fault = alert.fault && alert.phase !== "fault" ? " System fault, act by telephone." : "";
  const silent = silentUnits(alert).map((view) => ` No position of ${view.unit}.`).join("");
  const near = alert.place ? ` near ${alert.place.name}` : "";
  return `${mode(alert.mode)}. Priority ${alert.priority}. Pursuit ${alert.case}${doubt(alert)} ${said(alert)} ${where}${near}.${silent}${fault}`;
}

/** @param {Alert} alert @returns {string} what happened, to be followed by where */
function said(alert) {
  if (alert.phase === "withdrawn") return inVain(alert)?.spoken ?? "withdrawn, it did not happen: never entered";
  if (alert.phase === "cleared") return cameHome(alert) ? "has its own units home again in" : "is cleared in";
  if (alert.phase === "entered") return alert.elsewhere ? "entered elsewhere in" : "entered";
  return { approaching: "approaches", left: "left", departed: "went abroad to", fault: "has a system fault in" }[alert.phase] ?? alert.phase;
}

/** What was told last of it is only possible. @param {Alert} alert */
function doubt(alert) {
  const told = { entered: alert.crossing, departed: alert.crossing, left: alert.crossing_out, cleared: cameHome(alert) ? alert.crossing_out : null }[/** @type {string} */ (alert.phase)];
  return told?.status === "possible" ? " possibly" : "";
}

/** @param {Alert} alert @returns {string} 2.1 km N of Eijsden (NL) */
export function where(alert) {
  const { place } = alert;
  const crossing = alert.crossing ?? alert.approach;
  if (place) return `${format.distance(place.distance_m)} ${format.compass(place.bearing_deg)} of ${placeName(place)} (${place.state})`;
  return crossing ? format.position(crossing.lat, crossing.lon) : `Place ${NOT_KNOWN}`;
}

/** @param {Place} place */
const placeName = (place) => place.names?.[LANGUAGE] ?? place.name;

/**
 * When the unit is expected; when and how surely the border was crossed, and crossed back.
 * @param {Alert} alert @param {number} now_ms @returns {string}
 */
export function when(alert, now_ms) {
  const crossed = [wayIn(alert, now_ms), wayOut(alert, now_ms)].filter(Boolean).join("; ");
  const { approach } = alert;
  if (!approach) return crossed;
  const before = crossed && approach.outcome !== "entered" ? `Been here before: ${crossed}` : crossed;
  return [foreseen(alert, approach, now_ms), before].filter(Boolean).join("; ");
}

/** @param {Alert} alert @param {Approach} approach @param {number} now_ms */
function foreseen(alert, approach, now_ms) {
  const [eta, from, to] = [approach.eta, approach.eta_from, approach.eta_to].map((at) => Date.parse(at));
  const at = `at ${format.bothTimes(eta, now_ms)}`;
  if (alert.phase !== "approaching") return `Had been expected ${at}`;
  const range = `between ${format.localTime(from)} and ${format.localTime(to)}, ${Math.round(approach.probability * 100)} %`;
  const silence = silentUnits(alert).map((view) => noPosition(view));
  if (now_ms > to) return `${["OVERDUE", ...silence].join(", ")}: was expected ${at}, ${range}`;
  const expected = now_ms < eta ? `Expected in ${format.age(eta - now_ms)}, ${at}, ${range}` : `Expected now, ${at}, ${range}`;
  return [...silence, expected].join(". ");
}

/** @param {Alert} alert @param {number} now_ms */
function wayIn(alert, now_ms) {
  const { crossing } = alert;
  if (alert.since_unknown || !crossing) {
    if (alert.phase === "fault" || alert.phase === "approaching" || alert.approach) return "";
    return alert.since_unknown ? "Time of crossing not known: there since unknown" : `Time of crossing ${NOT_KNOWN}`;
  }
  if (crossing.status === "withdrawn") return "Not crossed: it did not happen";
  return `${crossing.status === "possible" ? "Possibly crossed" : "Crossed"} ${crossedAt(crossing, now_ms)}`;
}

/** @param {Alert} alert @param {number} now_ms */
function wayOut(alert, now_ms) {
  const { crossing_out } = alert;
  if (!crossing_out || crossing_out.status === "withdrawn") return "";
  const doubtful = crossing_out.status === "possible" ? "possibly " : "";
  return `${doubtful}${alert.room_basis === "home" ? "home" : "out"} again ${crossedAt(crossing_out, now_ms)}`;
}

/** @param {Crossing} crossing @param {number} now_ms */
function crossedAt(crossing, now_ms) {
  if (!crossing.guess) return format.bothTimes(Date.parse(crossing.at), now_ms);
  const [from, to] = [crossing.not_before, crossing.not_after].map((at) => format.localTime(Date.parse(at)));
  return `between ${from} and ${to}: positions were missing, place and time are a guess`;
}

/** @param {Alert} alert @returns {string[]} what must not be overlooked */
export function warnings(alert) {
  const found = [];
  if (alert.fault) found.push(`System fault, act by telephone: ${alert.fault}`);
  // Of a unit that is expected it is said with when.
  if (alert.phase !== "approaching" || !alert.approach) found.push(...silentUnits(alert).map((view) => noPosition(view, `of ${view.unit} `)));
  if (alert.before_opening) found.push("Crossed before the pursuit was opened");
  if (alert.elsewhere) found.push("Confirmed at another place than first told: other rooms serve it and were rung");
  if (alert.crossing?.status === "possible") found.push("Possible crossing, not confirmed yet");
  if (alert.crossing?.status === "withdrawn") found.push("The crossing was withdrawn");
  if (alert.phase === "withdrawn" && alert.crossing?.status === "confirmed" && alert.approach?.outcome !== "withdrawn") found.push(`The unit crossed into ${territory(alert.crossing.entered)} instead`);
  if (alert.crossing_out?.status === "possible") found.push("Possible way out, not confirmed yet");
  if (alert.crossing_out?.status === "withdrawn") found.push("Still there: the way out was withdrawn, it did not happen");
  if (alert.crossing?.start_unsure) found.push("First seen at the border: perhaps there all along");
  if (alert.crossing?.late) found.push("Told late: nobody saw this visit at the time");
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
  return { fresh: age, late: `${age}, late`, stale: `${age}, stale`, lost: `LOST ${age}` }[row.staleness];
}
