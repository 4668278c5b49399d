// @ts-check
/**
 * What is filled in, made into an order, or what is wrong with it; pure.
 *
 * The server decides whether an order is one. What is checked here only spares a person a useless trip, in their language.
 */
import { instantOf } from "./instants.js";

/** @typedef {import("../wire").OrderForm} OrderForm */
/** @typedef {import("../wire").FormField} FormField */
/** @typedef {import("../wire").Values} Values */
/** @typedef {Pick<import("../wire").Command, "command"> & Partial<import("../wire").Command>} Said what a command says besides who, where and when */

/** Orders that begin something: the page names it once, and keeps the name through resends. @type {Record<string, string>} */
const BEGINS = { add_fact: "fact", request: "request", hand_over: "request", give_stop: "stop" };
/** Of which fields each kind of fact has its content. @type {Record<string, string[]>} */
const OF_A_FACT = {
  trigger: ["code"], danger: ["code"], offence: ["code", "text"], suspect: ["text"], vehicle: ["plate", "plate_state", "text"],
  occupants: ["number", "text"], remark: ["text"],
};
const CONTENT = new Set(Object.values(OF_A_FACT).flat());
/** @type {Record<string, string[]>} */
const OF_AN_ANSWER = { accept: ["unit", "at", "conditions"], refuse: ["reason"] };
/** @type {Record<string, RegExp>} */
const SHAPES = { id: /^[A-Z]{2}\/[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/, plate: /^[A-ZÄÖÜ0-9 -]{1,15}$/, state: /^[A-Z]{2}$/ };
/** The item of the checklist of which the server knows one code, in no language: that nobody was held. */
const HELD = "person_held";
const CODE_OF_NOBODY = "nobody";
/** @type {FormField} */
const NOBODY = { name: "nobody", kind: "yes_no", required: false };
const IDS = new Set(["case", "into", "new_case", "room", "to", "unit", "units"]);
/** @type {Record<string, [number, number]>} */
const RANGES = {
  lat: [-90, 90], lon: [-180, 180], uncertainty_m: [0, 100_000], course_deg: [0, 360], speed_mps: [0, 150], minutes: [0.1, 30], number: [0, 99],
};
const KMH_PER_MPS = 3.6;

/** Fields of a form that a person fills in now: none that the page names, none that belongs to another choice. @param {OrderForm} form @param {Values} values @returns {FormField[]} */
export function asked(form, values) {
  const fields = form.fields.filter(({ name }) => name !== BEGINS[form.order] && belongs(form.order, name, values));
  return form.order === "check_item" && values.item === HELD ? withNobody(fields, values) : fields;
}

/** Nobody was held, or who and since when. @param {FormField[]} fields @param {Values} values @returns {FormField[]} */
const withNobody = (fields, values) => [fields[0], NOBODY, ...(values.nobody === true ? [] : fields.slice(1))];

/** @param {string} order @param {string} name @param {Values} values */
function belongs(order, name, values) {
  if (order === "add_fact" && CONTENT.has(name)) return (OF_A_FACT[String(values.kind)] ?? []).includes(name);
  if (order === "answer_request" && !["request", "answer"].includes(name)) return (OF_AN_ANSWER[String(values.answer)] ?? []).includes(name);
  return true;
}

/** Whether a field must be filled in, as things stand. @param {OrderForm} form @param {FormField} field @param {Values} values */
export function isNeeded(form, field, values) {
  if (form.order === "add_fact" && CONTENT.has(field.name)) return OF_A_FACT[String(values.kind)]?.length === 1;
  if (form.order === "answer_request" && field.name === "reason") return true;
  return field.required;
}

/**
 * The order that was filled in.
 * @param {OrderForm} form @param {Values} values @param {string} name of what the order begins
 * @returns {{problems: Record<string, string>, said: Said | null}} problems by field; an order only where there is none
 */
export function drafted(form, values, name) {
  /** @type {Record<string, string>} */
  const problems = {};
  /** @type {Record<string, unknown>} */
  const said = BEGINS[form.order] ? { [BEGINS[form.order]]: name } : {};
  for (const field of asked(form, values)) {
    const { value, problem } = read(field, values[field.name] ?? "");
    if (problem) problems[field.name] = problem;
    else if (value !== undefined) said[field.name] = value;
    else if (isNeeded(form, field, values)) problems[field.name] = "missing";
  }
  Object.assign(problems, together(form, said, problems));
  return { problems, said: Object.keys(problems).length > 0 ? null : packed(form.order, said) };
}

/** What must be said together. @param {OrderForm} form @param {Record<string, unknown>} said @param {Record<string, string>} problems @returns {Record<string, string>} */
function together(form, said, problems) {
  if (form.order === "add_fact" && said.plate !== undefined && said.plate_state === undefined) return { plate_state: problems.plate_state ?? "missing" };
  if (form.order === "warn_room" && (said.lat === undefined) !== (said.lon === undefined) && !problems.lat && !problems.lon) {
    return { [said.lat === undefined ? "lat" : "lon"]: "pair" };
  }
  return {};
}

/** @param {string} order @param {Record<string, unknown>} said @returns {Said} */
function packed(order, said) {
  switch (order) {
    case "open": return /** @type {Said} */ ({ command: "open", units: said.units ?? [], text: said.purpose ?? "" });
    case "join": case "leave": return /** @type {Said} */ ({ command: order, unit: said.unit });
    case "close": return /** @type {Said} */ ({ command: "close", text: said.reason ?? "" });
    case "answer_request": {
      const { request, answer, ...rest } = said;
      return { command: "order", order: { type: order, request, answer: { type: answer, ...rest } } };
    }
    case "check_item": {
      const { nobody, ...rest } = said;
      return { command: "order", order: { type: order, ...(nobody === true ? { ...rest, text: CODE_OF_NOBODY } : rest) } };
    }
    default: return { command: "order", order: { type: order, ...said } };
  }
}

/** A field's value as the order has it; undefined where nothing was filled in. @param {FormField} field @param {string | boolean} given @returns {{value?: unknown, problem?: string}} */
function read(field, given) {
  if (field.kind === "yes_no") return { value: given === true || given === "true" };
  const text = String(given).trim();
  if (text === "") return {};
  switch (field.kind) {
    case "number": case "whole": return numberOf(field, text);
    case "instant": { const value = instantOf(text); return value === null ? { problem: "instant" } : { value }; }
    case "list": { const value = text.split(/[\s,;]+/).filter(Boolean); return shaped(field, value) ?? { value }; }
    default: return shaped(field, [text]) ?? { value: text };
  }
}

/** @param {FormField} field @param {string} text @returns {{value?: number, problem?: string}} */
function numberOf({ name, kind }, text) {
  const number = Number(text.replace(",", "."));
  if (Number.isNaN(number) || (kind === "whole" && !Number.isInteger(number))) return { problem: "number" };
  const value = name.endsWith("_mps") ? number / KMH_PER_MPS : number;
  const [least, most] = RANGES[name] ?? [-Infinity, Infinity];
  return value < least || value > most ? { problem: "range" } : { value };
}

/** @param {FormField} field @param {string[]} texts @returns {{problem: string} | null} what is wrong with how they look */
function shaped({ name, longest }, texts) {
  // A person's name has a longest length, an id has a pattern alone.
  const shape = name === "plate" ? "plate" : name === "plate_state" ? "state" : IDS.has(name) && !longest ? "id" : null;
  return shape && !texts.every((text) => SHAPES[shape].test(text)) ? { problem: shape } : null;
}

/** Whether a text is an id with its owner. @param {string} text */
export const isId = (text) => SHAPES.id.test(text);
