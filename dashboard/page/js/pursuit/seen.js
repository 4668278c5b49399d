// @ts-check
/** Which pursuits this console may see, and for which of its rooms it speaks in each; pure. */
import { newestPursuit } from "../board.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */

/** Who may order; the server decides, this only spares useless buttons. */
const ORDERING = new Set(["operator", "commander"]);

/** @param {State} state */
export const mayOrder = (state) => ORDERING.has(state.role);

/** @param {State} state @param {string} room */
export const isMine = (state, room) => room in state.rooms;

/** The server has ended what this console may see of a case. @param {State} state @param {string} id */
function isHidden(state, id) {
  const told = Object.values(state.visible).filter((entry) => entry.case === id);
  return told.length > 0 && !told.some((entry) => entry.granted);
}

/** @param {State} state @param {string} id @returns {Pursuit | undefined} as the newest of this console's rooms reads it; none where it may not be seen */
export const seenPursuit = (state, id) => (isHidden(state, id) ? undefined : newestPursuit(state, id));

/**
 * The pursuits to be listed: those that go on, the last opened first; then those that are over with something left to do.
 * @param {State} state @returns {Pursuit[]}
 */
export function listedPursuits(state) {
  const cases = [...new Set(Object.values(state.pursuits).map((pursuit) => pursuit.case))];
  const seen = cases.flatMap((id) => seenPursuit(state, id) ?? []);
  const isOpen = (/** @type {Pursuit} */ pursuit) => pursuit.phase === "open";
  return seen.filter((pursuit) => isOpen(pursuit) || (answersFor(state, pursuit) && leftToDo(pursuit) > 0))
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || Date.parse(b.opened_at) - Date.parse(a.opened_at));
}

/** @param {Pursuit} pursuit @returns {number} items of its checklist that are open */
export const leftToDo = (pursuit) => (pursuit.checklist ?? []).filter((entry) => !entry.done_at).length;

/** Whether a room of this console leads it or answers for it at home. @param {State} state @param {Pursuit} pursuit */
export const answersFor = (state, pursuit) => [pursuit.leading_room, pursuit.home_room].some((room) => room && isMine(state, room));

/**
 * The room in whose name this console speaks in a pursuit: one that leads, else answers for it, else was alerted.
 * @param {State} state @param {Pursuit} pursuit @returns {string}
 */
export function speaker(state, pursuit) {
  const wanted = [pursuit.leading_room, pursuit.home_room, ...pursuit.alerted.map((room) => room.room), pursuit.recipient];
  return wanted.find((room) => room && isMine(state, room)) ?? Object.keys(state.rooms)[0] ?? "";
}

/** This console's own alert of a pursuit. @param {State} state @param {Pursuit} pursuit @returns {import("../wire").ShownAlert | undefined} */
export const alertOf = (state, pursuit) => state.alerts[`${pursuit.case}|${speaker(state, pursuit)}`];

/** Requests that wait for an answer of this console's rooms. @param {State} state @param {Pursuit} pursuit */
export const askedOfUs = (state, pursuit) => (pursuit.requests ?? []).filter((one) => one.state === "open" && isMine(state, one.to));

/** @param {Pursuit} pursuit */
export const standingStops = (pursuit) => (pursuit.stops ?? []).filter((stop) => !stop.lifted);
