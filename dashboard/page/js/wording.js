// @ts-check
/**
 * What the board says of a record: the pieces that came with it in the console's language, with the times as they read
 * now; and labels, where no record speaks.
 */
import * as format from "./format.js";
import { hasLabel, say } from "./words.js";

/** @typedef {import("./wire").ShownAlert} Alert */
/** @typedef {import("./wire").ShownPursuit} Pursuit */
/** @typedef {{said?: import("./wire").Said | null}} InWords */

/** @param {InWords} record @param {string} name @param {number} [now_ms] @returns {string} empty where there is no such piece */
export const piece = (record, name, now_ms = NaN) => format.withTimes(record.said?.pieces?.[name] ?? "", now_ms);

/** @param {InWords} record @param {string} name @param {number} [now_ms] @returns {string[]} */
export const list = (record, name, now_ms = NaN) => (record.said?.lists?.[name] ?? []).map((text) => format.withTimes(text, now_ms));

/** A code of the server in words, or the code itself where this page has none. @param {string} topic @param {string} code */
export const word = (topic, code) => (hasLabel(`${topic}-${code}`) ? say(`${topic}-${code}`) : code);

export const notKnown = () => say("not-known");

/** @param {import("./wire").Mode} mode */
export const mode = (mode) => word("mode", mode);

/** @param {string} role */
export const role = (role) => word("role", role);

/** @param {string[] | undefined} states ISO codes @returns {string} NL, or LU/DE in a condominium */
export const territory = (states) => (states && states.length > 0 ? states.join("/") : say("outside-map"));

// ------------------------------------------------------------- alerts

/** @param {Alert} alert @returns {string} ENTERED NL; where the server sent no words, the phase and the room's state */
export function headline(alert) {
  return piece(alert, "headline") || `${say("not-in-words", { phase: word("phase", alert.phase) })} ${alert.room.slice(0, 2)}`;
}

/** For a screen reader: short, complete. @param {Alert} alert */
export const spoken = (alert) => piece(alert, "spoken") || `${mode(alert.mode)} ${alert.priority} ${alert.case} ${headline(alert)}`;

/** @param {Alert} alert @returns {string} 2.1 km N of Eijsden (NL) */
export const where = (alert) => piece(alert, "where") || notKnown();

/**
 * When the unit is expected, by now or no more; when and how surely the border was crossed, and crossed back.
 * @param {Alert} alert @param {number} now_ms @returns {string}
 */
export function when(alert, now_ms) {
  const { approach } = alert;
  const awaited = alert.phase === "approaching" && approach;
  if (awaited && now_ms > Date.parse(approach.eta_to)) return piece(alert, "when_overdue", now_ms);
  if (awaited && now_ms >= Date.parse(approach.eta)) return piece(alert, "when_due", now_ms);
  return piece(alert, "when", now_ms);
}

/** @param {Alert} alert @param {number} now_ms @returns {string[]} what must not be overlooked */
export const warnings = (alert, now_ms) => list(alert, "warnings", now_ms);

/**
 * What else to know of an alert, as pairs of a label and a text.
 * @param {Alert} alert @param {string} room its name @param {Pursuit | undefined} pursuit as this console sees it @param {number} now_ms
 * @returns {[string, string][]}
 */
export function facts(alert, room, pursuit, now_ms) {
  const texts = {
    from_to: piece(alert, "from_to"), units: list(alert, "units", now_ms).join("; "), pursuit: piece(alert, "pursuit"),
    opened: piece(alert, "opened", now_ms), lead: pursuit?.leading_room ?? alert.leading_room,
    car: pursuit ? piece(pursuit, "car", now_ms) : "", danger: pursuit ? piece(pursuit, "danger", now_ms) : "",
    room: piece(alert, "room").replaceAll("{$room}", room),
  };
  return Object.entries(texts).map(([row, text]) => [say(`row-${row}`), text || notKnown()]);
}

/**
 * The legal cards that hold for the units of an alert, each with its lines.
 * @param {Alert} alert @param {Record<string, import("./wire").ShownCard>} cards that this console holds
 */
export function law(alert, cards) {
  const held = (alert.cards ?? []).flatMap((name) => (cards[name] ? [cards[name]] : []));
  return held.map((card) => ({ heading: piece(card, "heading") || card.id, lines: list(card, "lines") }));
}

/** @param {Alert} alert @param {number} now_ms */
export const owned = (alert, now_ms) => piece(alert, "owned", now_ms);

/** Why a command was refused: in words as they came, or as this page knows the code, or as the server said. @param {import("./wire").PendingCommand} pending */
export function refusalReason(pending) {
  const label = `refusal-${pending.code}`;
  const known = hasLabel(label) && !say(label).includes("{$") ? say(label) : "";
  if (pending.code === "not_understood") return `${known} (${pending.reason})`;
  return piece(pending, "text") || known || pending.reason || say("refused");
}

/** @param {import("./wire").PendingCommand} pending of an acknowledgement */
export const refusal = (pending) => say("not-acknowledged-because", { reason: refusalReason(pending) });

// ------------------------------------------------------------- the log, notices, pursuits, units

/** @param {import("./wire").LogLine} line */
export const logLine = (line) => say("own-log", { what: word("own-log", line.code), text: line.text });

/** @param {import("./wire").ShownNotice} notice */
export const notice = (notice) => piece(notice, "text") || `${notice.code}: ${notice.text}`;

/** @param {Pursuit} pursuit @param {number} now_ms @returns {string[]} its purpose, who opened it, its units, the question whether it goes on */
export const pursuitLines = (pursuit, now_ms) => [
  piece(pursuit, "purpose"), piece(pursuit, "opened", now_ms), say("units-line", { units: piece(pursuit, "units", now_ms) }),
  piece(pursuit, "asked", now_ms), piece(pursuit, "goes_on"),
].filter(Boolean);

/** What a unit's age of data means. @param {import("./wire").UnitRow} row */
export function staleness(row) {
  const age = format.age(row.age_ms);
  return row.staleness === "fresh" ? age : say(`position-${row.staleness}`, { age });
}
