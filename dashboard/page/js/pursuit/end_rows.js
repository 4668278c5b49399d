// @ts-check
/** What a pursuit leaves: the proof of notice, the closing checklist, the law that held, the log. */
import * as format from "../format.js";
import { offer } from "../orders/frequent.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { answersFor, mayOrder } from "./seen.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").PanelRow} PanelRow */

/** @type {Record<string, string>} */
const VERDICTS = { in_time: "good", late: "bad", cannot_be_told: "warn", not_yet: "" };

/** @param {State} _state @param {Pursuit} pursuit @param {number} now_ms @returns {PanelRow[]} */
export function noticeRows(_state, pursuit, now_ms) {
  const texts = wording.list(pursuit, "notices", now_ms);
  return (pursuit.notices ?? []).map((notice, i) => ({ key: notice.room, text: texts[i] ?? notice.room, tone: VERDICTS[notice.verdict ?? "not_yet"] }));
}

/** @param {State} state @param {Pursuit} pursuit @param {number} now_ms @returns {PanelRow[]} what is open first */
export function checkRows(state, pursuit, now_ms) {
  const texts = wording.list(pursuit, "checklist", now_ms);
  const may = mayOrder(state) && answersFor(state, pursuit);
  const rows = (pursuit.checklist ?? []).map((entry, i) => ({
    key: entry.item, text: texts[i] ?? wording.word("item", entry.item), tone: entry.done_at ? "good" : "warn",
    chips: entry.due_at && !entry.done_at ? [due(Date.parse(entry.due_at) - now_ms)] : [],
    offers: may ? [offer("check_item", { label: say(entry.done_at ? "offer-put_right" : "offer-fill_in"), values: filled(entry) })] : [],
  }));
  return rows.sort((a, b) => Number(a.tone === "good") - Number(b.tone === "good"));
}

/** @param {import("../wire").CheckEntry} entry @returns {Record<string, string>} what the form begins with: the item, and what was said of it */
const filled = (entry) => (entry.done_at && entry.text ? { item: entry.item, text: entry.text } : { item: entry.item });

/** @param {number} left_ms */
const due = (left_ms) => (left_ms > 0 ? { text: say("due-in", { age: format.age(left_ms) }), tone: "warn" } : { text: say("due-over", { age: format.age(-left_ms) }), tone: "bad" });

/** The cards that hold for its units and for this console's alerts of it. @param {State} state @param {Pursuit} pursuit @returns {PanelRow[]} */
export function lawRows(state, pursuit) {
  const stays = pursuit.units.flatMap((view) => (view.stays ?? []).map((stay) => stay.card));
  const alerts = Object.values(state.alerts).filter((alert) => alert.case === pursuit.case).flatMap((alert) => alert.cards ?? []);
  return [...new Set([...stays, ...alerts])].map((name) => {
    const card = state.cards[name];
    return { key: name, text: (card && wording.piece(card, "heading")) || say("card-name", { card: name }), chips: [{ text: say("card-name", { card: name }) }], details: card ? wording.list(card, "lines") : [] };
  });
}

/** @param {State} _state @param {Pursuit} pursuit @param {number} now_ms @returns {PanelRow[]} the newest first */
export function logRows(_state, pursuit, now_ms) {
  const texts = wording.list(pursuit, "log", now_ms);
  return (pursuit.log ?? []).map((entry, i) => ({ key: `${i} ${entry.at} ${entry.code}`, text: texts[i] ?? `${entry.at} ${entry.code}` })).reverse();
}
