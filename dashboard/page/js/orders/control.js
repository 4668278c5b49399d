// @ts-check
/** One field of an order as a person fills it in: its label, the control that fits, and what is wrong with it. */
import { element, setAttribute, setText } from "../elements.js";
import { say } from "../words.js";
import { fieldTime } from "./instants.js";

/** @typedef {import("../wire").FormField} FormField */
/** @typedef {import("./suggestions.js").Suggestions} Suggestions */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Input */

/** What takes more than a few words. */
const PROSE = new Set(["text", "reason", "conditions", "note", "purpose"]);
let made = 0;

/** @type {Record<string, Record<string, string>>} */
const LOOKS = {
  instant: { type: "datetime-local", step: "1" }, yes_no: { type: "checkbox" }, number: { inputmode: "decimal" }, whole: { inputmode: "numeric" },
};

export class Control {
  /** @param {FormField} field @param {() => number} now_ms server time */
  constructor(field, now_ms) {
    this.field = field;
    this.id = `field-${(made += 1)}`;
    this.now_ms = now_ms;
    /** @type {string} of what its control was made */
    this.madeOf = "";
    this.label = element("label", { attributes: { for: this.id } });
    this.place = element("span", { className: "control" });
    this.problem = element("span", { className: "problem", attributes: { id: `${this.id}-problem` } });
    this.root = element("p", { className: "field", attributes: { "data-field": field.name, "data-kind": field.kind } }, [this.label, this.place, this.problem]);
    /** @type {Input} */
    this.input = element("input");
  }

  /** @returns {string | boolean} */
  get value() {
    return this.input instanceof HTMLInputElement && this.input.type === "checkbox" ? this.input.checked : this.input.value;
  }

  /** @param {string | boolean} value */
  set value(value) {
    if (this.input instanceof HTMLInputElement && this.input.type === "checkbox") this.input.checked = value === true;
    else this.input.value = String(value);
  }

  /** @param {Suggestions | null} suggestions @param {boolean} needed */
  draw(suggestions, needed) {
    setText(this.label, `${say(`form-${this.field.name}`)}${needed ? " *" : ""}`);
    const madeOf = JSON.stringify([suggestions, needed]);
    if (madeOf === this.madeOf) return;
    const { value } = this;
    const first = this.madeOf === "";
    this.madeOf = madeOf;
    this.input = this.made(suggestions, needed);
    const list = suggestions && !suggestions.must ? [this.suggesting(suggestions)] : [];
    this.place.replaceChildren(this.input, ...list, ...this.besides());
    if (!first) this.value = value;
    if (this.input instanceof HTMLSelectElement && this.input.selectedIndex < 0) this.input.selectedIndex = 0;
  }

  /** @param {Suggestions | null} suggestions @param {boolean} needed @returns {Input} */
  made(suggestions, needed) {
    const attributes = { id: this.id, name: this.field.name, "aria-describedby": this.problem.id, ...(needed ? { "aria-required": "true" } : {}) };
    if (suggestions?.must) return this.choosing(suggestions, needed, attributes);
    if (PROSE.has(this.field.name)) {
      return element("textarea", { attributes: { ...attributes, rows: "2", maxlength: String(this.field.longest ?? 500) } });
    }
    /** @type {Record<string, string>} */
    const limits = this.field.longest ? { maxlength: String(this.field.longest) } : {};
    const input = element("input", { attributes: { autocomplete: "off", spellcheck: "false", ...attributes, ...limits, ...LOOKS[this.field.kind] } });
    if (suggestions) input.setAttribute("list", `${this.id}-list`);
    return input;
  }

  /** @param {Suggestions} suggestions @param {boolean} needed @param {Record<string, string>} attributes @returns {HTMLSelectElement} */
  choosing({ options }, needed, attributes) {
    const none = needed && options.length === 1 ? [] : [element("option", { text: say("choice-none"), attributes: { value: "" } })];
    return element("select", { attributes }, [...none, ...options.map(({ value, text }) => element("option", { text, attributes: { value } }))]);
  }

  /** @param {Suggestions} suggestions */
  suggesting({ options }) {
    return element("datalist", { attributes: { id: `${this.id}-list` } }, options.map(({ value, text }) => element("option", { text, attributes: { value } })));
  }

  /** @returns {Node[]} for a time, a button that says now */
  besides() {
    if (this.field.kind !== "instant") return [];
    const now = element("button", { className: "quiet", text: say("now"), attributes: { type: "button" } });
    now.onclick = () => {
      this.value = fieldTime(this.now_ms());
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    return [now];
  }

  /** @param {string} code empty where nothing is wrong */
  drawProblem(code) {
    setText(this.problem, code ? say(`problem-${code}`) : "");
    setAttribute(this.input, "aria-invalid", String(code !== ""));
  }
}
