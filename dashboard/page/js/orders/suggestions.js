// @ts-check
/** What a field of an order can say, as far as this page knows: what must be chosen from, and what is only suggested. */
import { isMine, listedPursuits } from "../pursuit/seen.js";
import * as wording from "../wording.js";
import { LANGUAGES, codesOf, say } from "../words.js";
import { knownRooms } from "./forms.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").Values} Values */
/** @typedef {{value: string, text: string}} Option */
/** @typedef {{must: boolean, options: Option[]}} Suggestions `must`: nothing else can be said */
/** @typedef {{state: State, pursuit: Pursuit | undefined, room: string}} Around */

const CODED = new Set(["trigger", "danger", "offence"]);

/** @param {Option[]} options @returns {Suggestions | null} */
const mustBe = (options) => (options.length > 0 ? { must: true, options } : null);
/** @param {Option[]} options @returns {Suggestions} */
const perhaps = (options) => ({ must: false, options });

/**
 * @param {import("../wire").OrderForm} form @param {import("../wire").FormField} field @param {Values} values as filled in so far
 * @param {Around} around @returns {Suggestions | null} null where the page has none
 */
export function suggested(form, field, values, around) {
  if (field.kind === "choice") return mustBe((field.choices ?? []).map((value) => ({ value, text: choice(form.order, field.name, value) })));
  switch (field.name) {
    case "code": return CODED.has(String(values.kind)) ? mustBe(codes(String(values.kind))) : null;
    case "request": return mustBe(requests(form.order, around));
    case "stop": return mustBe(listed(around.pursuit, "stops", (stop) => !stop.lifted));
    case "fact": return mustBe(facts(around.pursuit));
    case "item": return mustBe(items(around.pursuit));
    case "unit": case "units": return perhaps(units(form.order, around));
    case "room": return perhaps(rooms(around));
    case "to": return perhaps(form.order === "hand_over_alert" ? people(around) : rooms(around));
    case "into": return perhaps(otherCases(around));
    default: return null;
  }
}

/** A word that a field may say. @param {string} order @param {string} name @param {string} value */
function choice(order, name, value) {
  if (name === "language") return LANGUAGES.includes(/** @type {any} */ (value)) ? say(`language-${value}`) : value;
  const topic = name === "kind" ? (order === "add_fact" ? "fact_kind" : "request") : name === "answer" ? "choice" : name;
  return wording.word(topic, value);
}

/** @param {string} kind of fact @returns {Option[]} */
const codes = (kind) => codesOf(`${kind}-`).map((value) => ({ value, text: wording.word(kind, value) }));

/**
 * Entries of a pursuit with the words that came for each.
 * @template {"requests" | "stops" | "checklist"} K
 * @param {Pursuit | undefined} pursuit @param {K} name @param {(entry: NonNullable<Pursuit[K]>[number]) => boolean} fits @returns {Option[]}
 */
function listed(pursuit, name, fits) {
  const entries = /** @type {any[]} */ (pursuit?.[name] ?? []);
  const texts = pursuit ? wording.list(pursuit, name) : [];
  return entries.flatMap((entry, i) => (fits(entry) ? [{ value: entry.id ?? entry.item, text: texts[i] ?? entry.id }] : []));
}

/** @param {string} order @param {Around} around @returns {Option[]} */
function requests(order, { state, pursuit }) {
  const whose = order === "withdraw_request" ? "room" : "to";
  return listed(pursuit, "requests", (request) => request.state === "open" && isMine(state, request[whose]));
}

/** @param {Pursuit | undefined} pursuit @returns {Option[]} */
function facts(pursuit) {
  const known = pursuit?.facts ?? [];
  const named = (/** @type {boolean} */ assessment) => {
    const texts = pursuit ? wording.list(pursuit, assessment ? "assessments" : "facts") : [];
    return known.filter((fact) => Boolean(fact.assessment) === assessment)
      .flatMap((fact, i) => (fact.withdrawn ? [] : [{ value: fact.id, text: texts[i] ?? fact.id }]));
  };
  return [...named(false), ...named(true)];
}

/** @param {Pursuit | undefined} pursuit @returns {Option[]} what is open, then what may be put right; that there is no list yet; of a pursuit that is not shown, every item */
function items(pursuit) {
  if (pursuit && !pursuit.checklist?.length) return [{ value: "", text: say("none-checklist") }];
  const entries = [...(pursuit?.checklist ?? [])].sort((a, b) => Number(Boolean(a.done_at)) - Number(Boolean(b.done_at)));
  return (pursuit ? entries.map((entry) => entry.item) : codesOf("item-")).map((value) => ({ value, text: wording.word("item", value) }));
}

/** @param {string} order @param {Around} around @returns {Option[]} those in the pursuit; of who joins or opens one, the room's own */
function units(order, { state, pursuit }) {
  const inside = (pursuit?.units ?? []).filter((view) => view.active).map((view) => view.unit);
  const own = Object.values(state.own).flatMap((room) => Object.keys(room));
  const named = order === "open" || order === "join" || !pursuit ? own.filter((unit) => !inside.includes(unit)) : inside;
  return named.sort().map((value) => ({ value, text: value }));
}

/** @param {Around} around @returns {Option[]} those of the pursuit first, never the one that speaks */
function rooms({ pursuit, room }) {
  const near = new Set((pursuit?.alerted ?? []).map((one) => one.room));
  const rank = (/** @type {string} */ id) => (near.has(id) ? 0 : 1);
  return knownRooms().filter(({ id }) => id !== room)
    .sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1))
    .map(({ id, name, telephone }) => ({ value: id, text: [name, telephone].filter(Boolean).join(", ") }));
}

/** @param {Around} around @returns {Option[]} who is signed in at the room's own desks */
function people({ state, room }) {
  const names = (state.desks[room]?.desks ?? []).map((desk) => desk.name).filter((name) => name !== state.account);
  return [...new Set(names)].map((value) => ({ value, text: value }));
}

/** @param {Around} around @returns {Option[]} */
const otherCases = ({ state, pursuit }) => listedPursuits(state)
  .filter((one) => one.case !== pursuit?.case).map((one) => ({ value: one.case, text: one.purpose || one.case }));
