// @ts-check
/** What stands in the fields of an order before a person has filled anything in; pure but for the id of a new pursuit. */
import { fieldTime } from "./instants.js";

/** @typedef {import("../wire").Values} Values */

const SHELVED_MIN = "10";
const CAR_SEEN_M = "200";
/** Times that are now unless a person says otherwise. @type {Record<string, string[]>} */
const NOW = { see_target: ["observed_at"], telephoned: ["at"], warn_room: ["seen_at"] };

/**
 * @param {import("../wire").OrderForm} form @param {import("./suggestions.js").Around} around
 * @param {{now_ms: number, language: string, newCase: string}} here
 * @returns {Values}
 */
export function defaults(form, { state, pursuit, room }, { now_ms, language, newCase }) {
  /** @type {Values} */
  const known = {
    source: "desk", language, caller: state.account, minutes: SHELVED_MIN, uncertainty_m: CAR_SEEN_M, new_case: newCase,
    case: newCase, mode: "live", revision: String(pursuit ? state.alerts[`${pursuit.case}|${room}`]?.revision ?? "" : ""),
  };
  for (const name of NOW[form.order] ?? []) known[name] = fieldTime(now_ms);
  const names = new Set([...form.fields.map((field) => field.name), "case", "mode"]);
  return Object.fromEntries(Object.entries(known).filter(([name]) => names.has(name)));
}

/**
 * A name for a new pursuit of a state: the day, the time, and two signs so that two desks do not choose the same.
 * @param {string} state ISO code @param {number} now_ms @param {string} chance some random letters and digits
 */
export function newCaseName(state, now_ms, chance) {
  const [day, time] = fieldTime(now_ms).split("T");
  return `${state}/${day.replaceAll("-", "")}-${time.slice(0, 5).replace(":", "")}-${chance.slice(0, 2).toUpperCase()}`;
}
