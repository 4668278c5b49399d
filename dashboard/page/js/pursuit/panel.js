// @ts-check
/** The panel of one pursuit: everything that is known of it, and every order that can be given in it. */
import { byId, element, setAttribute, setItems, setOrder, setText } from "../elements.js";
import { Keyed } from "../keyed.js";
import { defaults, newCaseName } from "../orders/defaults.js";
import { allForms, formOf } from "../orders/forms.js";
import { pursuitOffers } from "../orders/frequent.js";
import { OfferButton } from "../orders/offer_button.js";
import { AGAIN, sentRows } from "../orders/sent.js";
import { OrderSlip } from "../orders/slip.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { Part } from "./part.js";
import { LEFT, RIGHT, headLines } from "./parts.js";
import { READ_OUT, ReadOutCard, cardOffers } from "./read_out.js";
import { mayOrder, seenPursuit, speaker } from "./seen.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").Offer} Offer */
/** @typedef {import("../wire").Command} Command */
/** @typedef {import("../wire").FormField} FormField */
/** @typedef {import("../wire").Values} Values */
/**
 * @typedef {object} PanelParts
 * @property {() => State} state
 * @property {() => number} now_ms server time
 * @property {(command: Command) => void} give send a command
 * @property {() => string} randomName 128 random bits
 */

const MODES = ["live", "exercise", "test"];

export class PursuitPanel {
  /** @param {PanelParts} parts */
  constructor(parts) {
    this.parts = parts;
    /** @type {string | null} the case that is shown; empty: none yet, one is being opened */
    this.case = null;
    /** @type {OrderSlip | null} */
    this.slip = null;
    /** @type {HTMLElement | null} where the focus goes back to */
    this.from = null;
    /** @type {HTMLElement | null} */
    this.slipFrom = null;
    this.root = byId("pursuit-panel");
    this.title = element("h2", { attributes: { tabindex: "-1" } });
    this.mode = element("span", { className: "mode" });
    this.close = element("button", { className: "quiet", attributes: { type: "button", "data-testid": "close-panel" } });
    this.close.onclick = () => this.shut();
    this.gone = element("p", { className: "none" });
    this.head = element("dl", { className: "facts" });
    this.bar = element("div", { className: "offers", attributes: { "data-testid": "offers" } });
    /** @type {Keyed<Offer>} */
    this.offers = new Keyed(this.bar, (offer) => new OfferButton(offer, (one, from) => this.take(one, from)));
    this.other = element("select", { className: "other", attributes: { "data-testid": "other-order" } });
    this.other.onchange = () => this.takeOther();
    this.desk = element("div", { className: "slips" });
    const take = (/** @type {Offer} */ one, /** @type {HTMLElement} */ from) => this.take(one, from);
    this.sent = new Part("sent", take);
    this.card = new ReadOutCard(take, () => this.closeCard());
    this.columns = [LEFT, RIGHT].map((rows) => Object.keys(rows).map((name) => new Part(name, take)));
    this.body = element("div", { className: "columns" }, this.columns.map((parts) => element("div", {}, parts.map((part) => part.root))));
    this.root.append(
      element("header", {}, [this.title, this.mode, this.close]), this.gone,
      element("div", { className: "bar" }, [this.bar, this.other]),
      element("div", { className: "ordering" }, [this.desk, this.sent.root]), this.card.root, this.head, this.body,
    );
    this.root.addEventListener("keydown", (event) => { if (event.key === "Escape") this.escape(event); });
  }

  // ------------------------------------------------------------- opening and closing

  /** Show a pursuit; with an offer, begin that order at once. @param {string} id of the case @param {HTMLElement} from @param {Offer} [offer] */
  open(id, from, offer) {
    if (this.case !== id) {
      this.drop();
      this.card.shut();
    }
    this.case = id;
    this.from = from;
    this.root.hidden = false;
    this.draw();
    if (offer) this.take(offer, from);
    else this.title.focus();
  }

  /** Show a pursuit with what is read out to a room that must be called. @param {string} id of the case @param {string} room @param {HTMLElement} from */
  openToCall(id, room, from) {
    const pursuit = seenPursuit(this.parts.state(), id);
    this.open(id, from, pursuit && cardOffers(pursuit, room, true)[0]);
  }

  /** Begin a pursuit, with or without units. @param {HTMLElement} from */
  openNew(from) {
    this.open("", from, { key: "open", label: "", order: "open" });
  }

  shut() {
    this.drop();
    this.card.shut();
    this.case = null;
    this.root.hidden = true;
    if (this.from?.isConnected) this.from.focus();
  }

  /** One step back: first the slip, then the card that is read out, then the panel. @param {KeyboardEvent} event */
  escape(event) {
    event.stopPropagation();
    if (this.slip && this.case !== "") this.putAway();
    else if (!this.card.root.hidden) this.closeCard();
    else this.shut();
  }

  // ------------------------------------------------------------- orders

  /** @param {Offer} offer @param {HTMLElement} from the button that was pressed */
  take(offer, from) {
    if (offer.key.startsWith(AGAIN)) return this.again(offer.key.slice(AGAIN.length));
    if (offer.order === READ_OUT) return this.readOut(String(offer.values?.room), from);
    const form = formOf(offer.order);
    if (!form) return this.draw();
    if (offer.at_once) return this.giveAtOnce(form, offer.values ?? {});
    this.drop();
    this.slipFrom = from;
    this.slip = new OrderSlip(form, this.besides(form.order), { ...this.values(form), ...offer.values }, offer.word ?? `order-${form.order}`, {
      around: () => this.around(), now_ms: this.parts.now_ms, newId: () => `order-${this.parts.randomName()}`,
      give: (said, values, id) => this.give(said, values, id), again: (command) => this.parts.give(command),
      onCancel: () => (this.case === "" ? this.shut() : this.putAway()),
    });
    this.desk.replaceChildren(this.slip.root);
    this.draw();
    this.slip.focus();
  }

  /** Show the card for a call; an order that is being filled in stays. @param {string} room @param {HTMLElement} from */
  readOut(room, from) {
    this.card.open(room, from);
    this.draw();
    this.card.focus();
  }

  closeCard() {
    this.card.shut();
    if (document.activeElement === document.body) this.title.focus();
  }

  takeOther() {
    const order = this.other.value;
    this.other.value = "";
    if (order) this.take({ key: order, label: "", order }, this.other);
  }

  /** @param {import("../wire").OrderForm} form with nothing to fill in @param {Values} values */
  giveAtOnce(form, values) {
    this.give({ command: "order", order: { type: form.order } }, values, `order-${this.parts.randomName()}`);
  }

  /** @param {import("../orders/draft.js").Said} said @param {Values} values @param {string} id */
  give(said, values, id) {
    const room = String(values.as_room || this.around().room);
    const pursuit = said.command === "open" ? undefined : this.pursuit;
    const mode = /** @type {import("../wire").Mode} */ (pursuit?.mode ?? (values.mode || "live"));
    this.parts.give({
      type: "command", id, room, case: pursuit?.case ?? String(values.case), mode, happened_at: new Date().toISOString(), ...said,
    });
  }

  /** The very same command once more: whether it was taken is not known. @param {string} id */
  again(id) {
    const pending = this.parts.state().commands[id];
    if (pending) this.parts.give(pending.command);
  }

  /** What must be said besides: in whose name, where there are several rooms; which pursuit, where none is shown. @param {string} order @returns {FormField[]} */
  besides(order) {
    const rooms = Object.keys(this.parts.state().rooms);
    /** @type {FormField[]} */
    const named = rooms.length > 1 ? [{ name: "as_room", kind: "choice", required: true, choices: rooms }] : [];
    if (this.pursuit && order !== "open") return named;
    return [...named, { name: "case", kind: "text", required: true }, { name: "mode", kind: "choice", required: true, choices: MODES }];
  }

  /** @param {import("../wire").OrderForm} form @returns {Values} */
  values(form) {
    const around = this.around();
    const newCase = newCaseName(around.room.slice(0, 2), this.parts.now_ms(), this.parts.randomName());
    return { as_room: around.room, ...defaults(form, around, { now_ms: this.parts.now_ms(), language: document.documentElement.lang, newCase }) };
  }

  /** @returns {import("../orders/suggestions.js").Around} */
  around() {
    const state = this.parts.state();
    const { pursuit } = this;
    return { state, pursuit, room: pursuit ? speaker(state, pursuit) : Object.keys(state.rooms)[0] ?? "" };
  }

  /** @returns {Pursuit | undefined} */
  get pursuit() {
    return this.case ? seenPursuit(this.parts.state(), this.case) : undefined;
  }

  /** Put the slip away; the focus goes back to where it was begun. */
  putAway() {
    this.drop();
    const { slipFrom } = this;
    if (slipFrom?.isConnected && !slipFrom.hidden) slipFrom.focus();
    else this.title.focus();
  }

  drop() {
    this.slip = null;
    this.desk.replaceChildren();
  }

  // ------------------------------------------------------------- drawing

  /** In another language: also the words of a slip that is being filled in. */
  speak() {
    this.slip?.layout(false);
    this.draw();
  }

  draw() {
    if (this.case === null) return;
    const state = this.parts.state();
    const now_ms = this.parts.now_ms();
    const { pursuit } = this;
    setAttribute(this.root, "data-case", this.case);
    setText(this.close, `${say("panel-close")} (Esc)`);
    setText(this.title, this.case || say("new-pursuit"));
    setText(this.mode, pursuit ? wording.mode(pursuit.mode) : "");
    setAttribute(this.root, "data-mode", pursuit?.mode ?? "");
    this.gone.hidden = Boolean(pursuit) || this.case === "";
    setText(this.gone, say("panel-gone"));
    this.drawOrdering(state, pursuit);
    this.card.draw(state, pursuit, now_ms);
    this.head.hidden = this.body.hidden = !pursuit;
    if (pursuit) this.drawPursuit(state, pursuit, now_ms);
  }

  /** @param {State} state @param {Pursuit} pursuit @param {number} now_ms */
  drawPursuit(state, pursuit, now_ms) {
    setItems(this.head, headLines(pursuit, now_ms), ([term, text]) => [element("dt", { text: term }), element("dd", { text })]);
    [LEFT, RIGHT].forEach((rows, i) => this.columns[i].forEach((part) => part.draw(rows[part.name](state, pursuit, now_ms))));
    const isFirst = (/** @type {Part} */ part) => pursuit.phase !== "open" && part.name === "checklist";
    const left = [...this.columns[0]].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
    setOrder(/** @type {HTMLElement} */ (this.body.firstElementChild), left.map((part) => part.root));
  }

  /** @param {State} state @param {Pursuit | undefined} pursuit */
  drawOrdering(state, pursuit) {
    const may = mayOrder(state);
    this.offers.draw(pursuit && may ? pursuitOffers(state, pursuit) : []);
    this.other.hidden = !may;
    const forms = allForms().map(({ order }) => ({ order, text: say(`order-${order}`) })).sort((a, b) => (a.text < b.text ? -1 : 1));
    const first = say(forms.length > 0 ? "offer-other" : "forms-away");
    setItems(this.other, [{ order: "", text: first }, ...forms], ({ order, text }) => [element("option", { text, attributes: { value: order } })]);
    const rows = this.case === "" ? [] : sentRows(state, this.case ?? "");
    this.sent.root.hidden = rows.length === 0;
    this.sent.draw(rows);
    if (this.slip?.draw(state)) this.done(state);
  }

  /** The server says that it is done; a pursuit that was opened is shown from now on. @param {State} state */
  done(state) {
    const command = state.commands[this.slip?.sent ?? ""]?.command;
    this.putAway();
    if (command && command.case !== this.case) this.open(command.case, this.from ?? this.title);
  }
}
