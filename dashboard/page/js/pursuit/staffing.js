// @ts-check
/** Whether anyone is at the desks of another room, and whether it must be called; in words, computed from what is known. */
import { isGoingOn } from "../board.js";
import * as format from "../format.js";
import { say } from "../words.js";
import { answersFor, isMine, listedPursuits } from "./seen.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").AlertedRoom} AlertedRoom */

/** @param {string} why @param {AlertedRoom} room @returns {string} that it must be called, and by which number */
const toCall = (why, { telephone: number }) => say(why, { call: number ? say("there-call", { number }) : say("there-call_no_number") });

/**
 * Why a room must be called now: nobody is there, it has no console, or nobody there answered in time. Only where it was
 * told of something that goes on, and no person there knows of it yet.
 * @param {State} state @param {Pursuit} pursuit @param {AlertedRoom} room @returns {string} in words; empty where it need not be
 */
export function whyCall(state, pursuit, room) {
  if (isMine(state, room.room)) return "";
  const concerned = pursuit.phase === "open" && room.kind !== "copy" && isGoingOn(room);
  const knows = room.acknowledged || calledAt(pursuit, room.room);
  if (concerned && !knows && room.telephone_only) return toCall("there-telephone_only", room);
  if (concerned && !knows && state.desks[room.room]?.signed_in === 0) return toCall("there-nobody", room);
  return room.call ? toCall("there-no_answer", room) : "";
}

/** @param {Pursuit} pursuit @param {string} room @returns {string | null | undefined} when it was called last */
export const calledAt = (pursuit, room) => (pursuit.notices ?? []).find((notice) => notice.room === room)?.called_at;

/** Who is there, where it need not be called for that. @param {State} state @param {string} room @returns {string} */
export function whoIsThere(state, room) {
  const desks = state.desks[room];
  if (!desks) return say("there-unknown");
  const { signed_in: n, page_visible: visible, sound_armed: armed } = desks;
  return n > 0 && visible === 0 && armed === 0 ? say("there-unseen", { n }) : say("there-some", { n, visible, armed });
}

/** @param {Pursuit} pursuit @param {string} room @returns {string} empty where it was not called */
export function whenCalled(pursuit, room) {
  const at = calledAt(pursuit, room);
  return at ? say("there-called", { at: format.localTime(Date.parse(at)) }) : "";
}

/**
 * The rooms that must be called now in the pursuits that this console's rooms answer for.
 * @param {State} state @returns {{case: string, mode: import("../wire").Mode, room: string, why: string}[]}
 */
export function calls(state) {
  const ours = listedPursuits(state).filter((pursuit) => answersFor(state, pursuit));
  return ours.flatMap((pursuit) => pursuit.alerted.flatMap((room) => {
    const why = whyCall(state, pursuit, room);
    return why ? [{ case: pursuit.case, mode: pursuit.mode, room: room.room, why }] : [];
  }));
}
