// @ts-check
/** What is known of the pursued: dangers first, the car itself, facts apart from assessments; withdrawn ones struck. */
import * as format from "../format.js";
import { offer } from "../orders/frequent.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { answersFor, isMine, mayOrder } from "./seen.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").Fact} Fact */
/** @typedef {import("../wire").PanelRow} PanelRow */

/** @param {State} state @param {Pursuit} pursuit @param {number} now_ms @returns {PanelRow[]} dangers, those that stand first */
export function dangerRows(state, pursuit, now_ms) {
  return all(state, pursuit, now_ms).filter(({ fact }) => fact.kind === "danger")
    .sort((a, b) => Number(Boolean(a.fact.withdrawn)) - Number(Boolean(b.fact.withdrawn)))
    .map(({ row }) => (row.tone ? row : { ...row, tone: "danger" }));
}

/** @param {State} state @param {Pursuit} pursuit @param {number} now_ms @returns {PanelRow[]} facts besides dangers */
export const factRows = (state, pursuit, now_ms) => all(state, pursuit, now_ms)
  .filter(({ fact }) => fact.kind !== "danger" && !fact.assessment).map(({ row }) => row);

/** @param {State} state @param {Pursuit} pursuit @param {number} now_ms @returns {PanelRow[]} every assessment, also those that stand among the dangers */
export const assessmentRows = (state, pursuit, now_ms) => all(state, pursuit, now_ms)
  .filter(({ fact }) => fact.assessment).map(({ row }) => row);

/** Every fact with its row: the words of facts and of assessments come in two lists, each in the record's order. @param {State} state @param {Pursuit} pursuit @param {number} now_ms */
function all(state, pursuit, now_ms) {
  const texts = { facts: wording.list(pursuit, "facts", now_ms), assessments: wording.list(pursuit, "assessments", now_ms) };
  const next = { facts: 0, assessments: 0 };
  return (pursuit.facts ?? []).map((fact) => {
    const list = fact.assessment ? "assessments" : "facts";
    const text = texts[list][next[list]++] ?? plain(fact);
    return { fact, row: { key: fact.id, text, tone: fact.withdrawn ? "struck" : "", offers: withdrawal(state, pursuit, fact) } };
  });
}

/** Without words from the server: as it was said. @param {Fact} fact */
const plain = ({ kind, code, text, plate, number }) => [wording.word("fact_kind", kind), code, text, plate, number].filter(Boolean).join(" ");

/** @param {State} state @param {Pursuit} pursuit @param {Fact} fact */
function withdrawal(state, pursuit, fact) {
  const may = mayOrder(state) && !fact.withdrawn && (answersFor(state, pursuit) || isMine(state, fact.by.room ?? ""));
  return may ? [offer("withdraw_fact", { label: say("offer-withdraw"), values: { fact: fact.id } })] : [];
}

/** @param {State} state @param {Pursuit} pursuit @param {number} now_ms @returns {PanelRow[]} where the car itself was seen last */
export function targetRows(state, pursuit, now_ms) {
  const { target } = pursuit;
  const offers = mayOrder(state) && pursuit.phase === "open" ? [offer("see_target")] : [];
  if (!target) return [{ key: "target", text: say("none-target"), tone: "none", offers }];
  const text = wording.list(pursuit, "target", now_ms)[0] ?? format.position(target.lat, target.lon);
  const age = say("seen-ago", { age: format.age(now_ms - Date.parse(target.observed_at)) });
  return [{ key: "target", text, chips: [{ text: age }], offers }];
}
