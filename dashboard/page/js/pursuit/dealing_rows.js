// @ts-check
/** What rooms order and ask of each other: stop orders with each unit's receipt, requests with their answers. */
import * as format from "../format.js";
import { offer } from "../orders/frequent.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { isMine, mayOrder } from "./seen.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").StopOrder} StopOrder */
/** @typedef {import("../wire").Assistance} Assistance */
/** @typedef {import("../wire").PanelRow} PanelRow */

/** @param {State} state @param {Pursuit} pursuit @param {number} now_ms @returns {PanelRow[]} those that stand first, the newest first */
export function stopRows(state, pursuit, now_ms) {
  const texts = wording.list(pursuit, "stops", now_ms);
  const rows = (pursuit.stops ?? []).map((stop, i) => ({
    key: stop.id, text: texts[i] ?? stop.reason, tone: stop.lifted ? "struck" : stop.unanswered ? "bad" : "danger",
    chips: stop.lifted ? [] : receipts(stop),
    offers: lifting(state, pursuit, stop),
  }));
  return rows.reverse().sort((a, b) => Number(a.tone === "struck") - Number(b.tone === "struck"));
}

/** @param {State} state @param {Pursuit} pursuit @param {StopOrder} stop */
function lifting(state, pursuit, stop) {
  const as_room = stop.holders.find((room) => isMine(state, room));
  if (stop.lifted || pursuit.phase !== "open" || !mayOrder(state) || !as_room) return [];
  return [offer("lift_stop", { label: say("offer-lift"), values: { stop: stop.id, as_room } })];
}

/** @param {StopOrder} stop */
function receipts({ units = {} }) {
  return Object.entries(units).sort().map(([unit, at]) => (at
    ? { text: `\u2713 ${say("receipted-by", { unit })} ${format.localTime(Date.parse(at))}`, tone: "good" }
    : { text: `\u2717 ${say("not-receipted-by", { unit })}`, tone: "bad" }));
}

/** @param {State} state @param {Pursuit} pursuit @param {number} now_ms @returns {PanelRow[]} those that wait for this desk first, then open ones */
export function requestRows(state, pursuit, now_ms) {
  const texts = wording.list(pursuit, "requests", now_ms);
  const rows = (pursuit.requests ?? []).map((request, i) => ({
    rank: rank(state, request),
    row: { key: request.id, text: texts[i] ?? wording.word("request", request.kind), tone: tone(state, request), offers: offers(state, pursuit, request) },
  }));
  return rows.reverse().sort((a, b) => a.rank - b.rank).map(({ row }) => row);
}

/** @param {State} state @param {Assistance} request */
const rank = (state, request) => (request.state !== "open" ? 2 : isMine(state, request.to) ? 0 : 1);

/** @param {State} state @param {Assistance} request */
function tone(state, request) {
  if (request.state === "open") return isMine(state, request.to) ? "asked" : "warn";
  return request.state === "accepted" ? "good" : request.state === "refused" ? "bad" : "muted";
}

/** @param {State} state @param {Pursuit} pursuit @param {Assistance} request */
function offers(state, pursuit, request) {
  if (request.state !== "open" || pursuit.phase !== "open" || !mayOrder(state)) return [];
  const answer = (/** @type {string} */ word) => offer("answer_request", {
    key: word, word: `offer-${word}`, values: { request: request.id, answer: word, as_room: request.to }, tone: word === "accept" ? "asked" : "",
  });
  const ours = isMine(state, request.room)
    ? [offer("withdraw_request", { label: say("offer-withdraw"), values: { request: request.id, as_room: request.room } })] : [];
  return isMine(state, request.to) ? [answer("accept"), answer("refuse"), ...ours] : ours;
}
