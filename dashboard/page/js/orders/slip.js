// @ts-check
/**
 * An order slip: one order that a person fills in and sends.
 *
 * It makes its command once. What was refused may be changed and goes as a new command; what may have been taken goes again
 * as the very same one. Grave orders need a second press.
 */
import { element, setAttribute, setText } from "../elements.js";
import { say } from "../words.js";
import { Control } from "./control.js";
import { asked, drafted, isNeeded } from "./draft.js";
import { isUnderway, progress } from "./progress.js";
import { suggested } from "./suggestions.js";

/** @typedef {import("../wire").OrderForm} OrderForm */
/** @typedef {import("../wire").FormField} FormField */
/** @typedef {import("../wire").Values} Values */
/** @typedef {import("../wire").Command} Command */
/** @typedef {import("../wire").State} State */
/**
 * @typedef {object} SlipParts
 * @property {() => import("./suggestions.js").Around} around what the page knows around this order
 * @property {(said: import("./draft.js").Said, values: Values, id: string) => void} give send the order as a new command under this id
 * @property {(command: Command) => void} again send the same command again
 * @property {() => string} newId
 * @property {() => number} now_ms server time
 * @property {() => void} onCancel
 */

/** What cannot be taken back, or stops everybody. */
const GRAVE = new Set(["give_stop", "close", "opened_in_error", "merge"]);
/** A second press is none that came with the first: no double click, no key held down. */
const APART_MS = 500;
const ARMED_MS = 10_000;
/** Fields that are shown at once though they need not be filled in. */
const AT_ONCE = new Set(["at", "nobody", "text", "reason", "purpose", "conditions", "note", "place", "direction", "plate", "plate_state", "number", "assessment", "lost", "pursues", "units", "unit", "code", "seen_at", "speed_mps"]);

export class OrderSlip {
  /** @param {OrderForm} form @param {FormField[]} besides who orders, and in which pursuit, where that is not known @param {Values} values @param {string} word the label that names it @param {SlipParts} parts */
  constructor(form, besides, values, word, parts) {
    this.form = form;
    this.word = word;
    this.parts = parts;
    this.fixed = besides;
    /** @type {Values} also of fields that are not shown */
    this.values = { ...values };
    /** @type {Set<string>} */
    this.first = new Set(Object.keys(values));
    this.sent = "";
    this.armed_ms = -Infinity;
    this.title = element("h3");
    this.plain = element("div", { className: "fields" });
    this.more = element("div", { className: "fields" });
    this.moreWord = element("summary");
    this.details = element("details", {}, [this.moreWord, this.more]);
    this.submit = element("button", { className: "send", attributes: { type: "submit", "data-testid": "send" } });
    this.cancel = element("button", { className: "quiet", attributes: { type: "button" } });
    this.status = element("p", { className: "progress", attributes: { role: "status", "data-testid": "progress" } });
    this.root = element("form", { className: "slip", attributes: { "data-order": form.order, novalidate: "", autocomplete: "off" } }, [
      this.title, this.plain, this.details, element("div", { className: "actions" }, [this.submit, this.cancel]), this.status,
    ]);
    /** @type {Map<string, Control>} */
    this.controls = new Map();
    this.listen();
    this.layout(true);
  }

  listen() {
    this.root.addEventListener("submit", (event) => { event.preventDefault(); this.pressed(); });
    this.root.addEventListener("input", () => { this.armed_ms = -Infinity; this.read(); this.layout(false); });
    // A key that is held down is one press.
    this.root.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.repeat) event.preventDefault(); });
    this.cancel.addEventListener("click", () => this.parts.onCancel());
  }

  /** What is asked now, in which order. @returns {FormField[]} */
  get fields() {
    return [...this.fixed, ...asked(this.form, this.values)];
  }

  read() {
    for (const { name } of this.fields) this.values[name] = this.controls.get(name)?.value ?? "";
  }

  /** Show the fields that belong to what is chosen so far. @param {boolean} first whether the values come from outside */
  layout(first) {
    const around = this.parts.around();
    const shown = this.fields;
    for (const field of shown) {
      const control = this.controls.get(field.name) ?? new Control(field, this.parts.now_ms);
      this.controls.set(field.name, control);
      control.draw(suggested(this.form, field, this.values, around), isNeeded(this.form, field, this.values));
      if (first && field.name in this.values) control.value = this.values[field.name];
    }
    const isPlain = (/** @type {FormField} */ field) => this.fixed.includes(field) || isNeeded(this.form, field, this.values)
      || AT_ONCE.has(field.name) || (this.first.has(field.name) && !["language", "source"].includes(field.name));
    place(this.plain, shown.filter(isPlain), this.controls);
    place(this.more, shown.filter((field) => !isPlain(field)), this.controls);
    this.details.hidden = this.more.childElementCount === 0;
    this.read();
  }

  /** Into the first field that is still to be filled in; where there is none, onto the button. */
  focus() {
    const open = this.fields.find(({ name }) => isNeeded(this.form, this.field(name), this.values) && !this.values[name]);
    const input = open && this.controls.get(open.name)?.input;
    (input ?? this.submit).focus();
  }

  /** @param {string} name @returns {FormField} */
  field(name) {
    return this.controls.get(name)?.field ?? { name, kind: "text", required: false };
  }

  pressed() {
    const pending = this.parts.around().state.commands[this.sent];
    const stage = pending && progress(pending).stage;
    if (stage && isUnderway(stage)) return;
    if (stage === "unsure") return this.parts.again(pending.command);
    this.read();
    const id = this.parts.newId();
    const { problems, said } = this.checked(id);
    if (!said) return this.show(problems);
    if (GRAVE.has(this.form.order) && !this.confirmed()) return;
    this.show({});
    this.armed_ms = -Infinity;
    this.sent = id;
    this.parts.give(said, { ...this.values }, id);
  }

  /** @param {string} id */
  checked(id) {
    const besides = drafted({ order: "", fields: this.fixed }, this.values, id);
    const { problems, said } = drafted(this.form, this.values, id);
    const all = { ...besides.problems, ...problems };
    return { problems: all, said: Object.keys(all).length > 0 ? null : said };
  }

  /** Whether this is the second press. */
  confirmed() {
    const since_ms = performance.now() - this.armed_ms;
    if (since_ms < APART_MS) return false;
    if (since_ms < ARMED_MS) return true;
    this.armed_ms = performance.now();
    this.drawButton(false);
    return false;
  }

  /** @param {Record<string, string>} problems by field */
  show(problems) {
    for (const [name, control] of this.controls) control.drawProblem(problems[name] ?? "");
    const first = this.fields.find(({ name }) => problems[name]);
    const wrong = first && this.controls.get(first.name);
    if (wrong && this.more.contains(wrong.root)) this.details.open = true;
    wrong?.input.focus();
  }

  /** @param {State} state @returns {boolean} whether the server says that it is done */
  draw(state) {
    setText(this.title, say(this.word));
    setText(this.moreWord, say("more-fields"));
    setText(this.cancel, say(this.sent ? "panel-close" : "cancel"));
    const pending = state.commands[this.sent];
    const told = pending ? progress(pending) : null;
    setText(this.status, told?.text ?? "");
    setAttribute(this.status, "data-tone", told?.tone ?? "");
    setAttribute(this.root, "data-stage", told?.stage ?? "");
    const waits = told !== null && isUnderway(told.stage);
    for (const { input } of this.controls.values()) input.disabled = waits || told?.stage === "unsure";
    this.drawButton(waits, told?.stage, told?.text);
    return told?.stage === "done";
  }

  /** The button says what the server said, never more. @param {boolean} waits @param {string} [stage] @param {string} [text] */
  drawButton(waits, stage, text) {
    const armed = performance.now() - this.armed_ms < ARMED_MS;
    this.submit.disabled = waits;
    setAttribute(this.submit, "data-armed", String(armed));
    const word = stage === "unsure" ? "send-again" : "send";
    if (armed) setText(this.submit, `${say("press-again")}: ${say(this.word)}`);
    else setText(this.submit, waits && text ? text : say(word));
  }
}

/** @param {HTMLElement} parent @param {FormField[]} fields @param {Map<string, Control>} controls */
function place(parent, fields, controls) {
  const wanted = fields.flatMap(({ name }) => controls.get(name)?.root ?? []);
  if (wanted.length === parent.children.length && wanted.every((node, i) => parent.children[i] === node)) return;
  const focused = document.activeElement;
  parent.replaceChildren(...wanted);
  if (focused instanceof HTMLElement && parent.contains(focused)) focused.focus();
}
