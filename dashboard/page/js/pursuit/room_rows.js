// @ts-check
/** The rooms of a pursuit: how far each is with its alert, whether anyone is there, and its telephone number. */
import { knownRooms } from "../orders/forms.js";
import { offer } from "../orders/frequent.js";
import { fieldTime } from "../orders/instants.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { cardOffers } from "./read_out.js";
import { calledAt, whenCalled, whoIsThere, whyCall } from "./staffing.js";
import { answersFor, isMine, mayOrder } from "./seen.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").AlertedRoom} AlertedRoom */
/** @typedef {import("../wire").PanelRow} PanelRow */

/** @param {State} state @param {Pursuit} pursuit @param {number} now_ms @returns {PanelRow[]} who must be called first */
export function roomRows(state, pursuit, now_ms) {
  const texts = wording.list(pursuit, "alerted", now_ms);
  const alerted = pursuit.alerted.map((room, i) => alertedRow(state, pursuit, room, texts[i] ?? `${room.room}: ${wording.word("phase", room.phase)}`));
  const told = new Set(pursuit.alerted.map((room) => room.room));
  const others = [...new Set([pursuit.leading_room, pursuit.home_room])].flatMap((room) => (room && !told.has(room) ? [room] : []));
  const rows = [...alerted, ...others.map((room) => otherRow(state, pursuit, room))];
  return rows.sort((a, b) => Number(b.tone === "call") - Number(a.tone === "call"));
}

/** @param {State} state @param {Pursuit} pursuit @param {AlertedRoom} room @param {string} text @returns {PanelRow} */
function alertedRow(state, pursuit, room, text) {
  const why = whyCall(state, pursuit, room);
  const there = why || isMine(state, room.room) ? [] : [{ text: whoIsThere(state, room.room) }];
  const called = whenCalled(pursuit, room.room);
  return {
    key: room.room, text, tone: why ? "call" : "", chips: leads(pursuit, room.room),
    lines: [...(why ? [{ text: why, tone: "call" }] : []), ...there, ...(called ? [{ text: called }] : []), ...(why || isMine(state, room.room) ? [] : [{ text: telephone(room.telephone) }])],
    offers: [...offers(state, pursuit, room.room, why !== ""), ...mistakes(state, pursuit, room)],
  };
}

/** What was done about the room and may have been an error. @param {State} state @param {Pursuit} pursuit @param {AlertedRoom} room */
function mistakes(state, pursuit, { room, phase, by_hand }) {
  const may = (/** @type {string | null | undefined} */ by) => mayOrder(state) && (answersFor(state, pursuit) || isMine(state, by ?? ""));
  const warned = pursuit.phase === "open" && phase === "warned" && may(by_hand?.by.room);
  const call = (pursuit.notices ?? []).find((notice) => notice.room === room)?.telephone;
  return [
    ...(warned ? [offer("withdraw_warning", { word: "offer-withdraw_warning", values: { room } })] : []),
    ...(call && may(call.by.room) ? [offer("withdraw_call", { word: "offer-withdraw_call", values: { room, called_at: fieldTime(Date.parse(call.at)) } })] : []),
  ];
}

/** A room that leads or answers for the pursuit at home, and was not alerted. @param {State} state @param {Pursuit} pursuit @param {string} room @returns {PanelRow} */
function otherRow(state, pursuit, room) {
  const known = knownRooms().find((one) => one.id === room);
  const lines = isMine(state, room) ? [] : [{ text: whoIsThere(state, room) }, { text: telephone(known?.telephone) }];
  return { key: room, text: room, chips: leads(pursuit, room), lines, offers: offers(state, pursuit, room, false) };
}

/** @param {string | undefined} number */
const telephone = (number) => (number ? say("telephone", { number }) : say("telephone-unknown"));

/** @param {Pursuit} pursuit @param {string} room */
function leads(pursuit, room) {
  const chips = room === pursuit.leading_room ? [say("leads-here")] : [];
  return [...chips, ...(room === pursuit.home_room ? [say("row-home")] : [])].map((text) => ({ text }));
}

/** What to read, then what is written down of the call, then the rest. @param {State} state @param {Pursuit} pursuit @param {string} room @param {boolean} isDue */
function offers(state, pursuit, room, isDue) {
  if (!mayOrder(state) || isMine(state, room)) return [];
  const call = [...cardOffers(pursuit, room, isDue), offer("telephoned", { values: { room }, tone: calledAt(pursuit, room) ? "" : "wanted" })];
  if (pursuit.phase !== "open") return call;
  return [...call, offer("request", { label: say("offer-ask"), values: { to: room } }), offer("warn_room", { label: say("offer-warn"), values: { to: room } })];
}
