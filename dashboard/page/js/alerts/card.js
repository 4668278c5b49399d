// @ts-check
/** One alert as a card, in the order of decisions: what, where and when; how sure; who; then what to do. */
import { acknowledgement, isShelved, isWaiting, markOf, newestPursuit, since } from "../board.js";
import { element, setAttribute, setItems, setText } from "../elements.js";
import * as format from "../format.js";
import { Keyed } from "../keyed.js";
import { alertOffers } from "../orders/frequent.js";
import { OfferButton } from "../orders/offer_button.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { prioritySign } from "./priority_sign.js";

/** @typedef {import("../wire").ShownAlert} Alert */
/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").Offer} Offer */
/**
 * @typedef {object} CardActions
 * @property {(alert: Alert) => void} onAcknowledge
 * @property {(alert: Alert) => void} onShow
 * @property {(alert: Alert, from: HTMLElement, offer?: Offer) => void} onPursuit open the panel of its pursuit, and begin an order there
 */

/** Who may take an alert; the server decides, this only spares a useless button. */
const TAKING = new Set(["operator", "commander"]);
const WAIT_WORD_MS = 10_000;

export class Card {
  /** @param {Alert} alert @param {CardActions} actions */
  constructor(alert, actions) {
    this.alert = alert;
    this.sign = element("span", { className: "sign" });
    this.headline = element("h3", { className: "headline" });
    this.mode = element("span", { className: "mode" });
    this.age = element("span", { className: "age" });
    this.where = element("p", { className: "where" });
    this.when = element("p", { className: "when" });
    this.warnings = element("ul", { className: "warnings" });
    this.facts = element("dl", { className: "facts" });
    this.law = element("div", { className: "law", attributes: { "data-testid": "law" } });
    this.owned = element("p", { className: "owned", attributes: { "data-testid": "owned" } });
    this.problem = element("p", { className: "problem", attributes: { role: "status", "data-testid": "problem" } });
    this.take = element("button", { className: "take", attributes: { type: "button", "data-testid": "acknowledge" } });
    this.show = element("button", { className: "quiet", attributes: { type: "button" } });
    this.pursuit = element("button", { className: "quiet", attributes: { type: "button", "data-testid": "open-panel" } });
    this.left = element("p", { className: "shelved", attributes: { "data-testid": "shelved" } });
    this.offering = element("div", { className: "offers" });
    /** @type {Keyed<Offer>} */
    this.offers = new Keyed(this.offering, (offer) => new OfferButton(offer, (one, from) => actions.onPursuit(this.alert, from, one)));
    this.pursuit.onclick = () => actions.onPursuit(this.alert, this.pursuit);
    this.take.onclick = () => actions.onAcknowledge(this.alert);
    this.show.onclick = () => actions.onShow(this.alert);
    this.root = this.built();
  }

  built() {
    const head = element("header", {}, [this.sign, this.headline, this.age]);
    const actions = element("div", { className: "actions" }, [this.take, this.pursuit, this.show]);
    return element("article", { className: "card", attributes: { "data-testid": "alert", tabindex: "-1" } }, [
      this.mode, head, this.where, this.when, this.warnings, this.facts, this.law, this.left, this.owned, this.problem, actions, this.offering,
    ]);
  }

  /** @param {Alert} alert @param {State} state @param {number} now_ms server time */
  draw(alert, state, now_ms) {
    this.alert = alert;
    const attributes = {
      "data-alert-id": alert.id, "data-revision": String(alert.revision), "data-priority": String(alert.priority),
      "data-phase": alert.phase, "data-mode": alert.mode, "data-waiting": String(isWaiting(alert)),
      "aria-label": wording.spoken(alert),
    };
    for (const [name, value] of Object.entries(attributes)) setAttribute(this.root, name, value);
    setItems(this.sign, [alert.priority], (priority) => [prioritySign(priority)]);
    setText(this.headline, wording.headline(alert));
    setText(this.mode, modeLine(alert));
    setText(this.where, wording.where(alert));
    setText(this.when, wording.when(alert, now_ms));
    this.when.hidden = this.when.textContent === "";
    setItems(this.warnings, wording.warnings(alert, now_ms), (text) => [element("li", { text })]);
    setItems(this.facts, facts(alert, state, now_ms), ([term, text]) => [
      element("dt", { text: term }), element("dd", { text }),
    ]);
    setItems(this.law, wording.law(alert, state.cards), ({ heading, lines }) => [element("details", {}, [
      element("summary", { text: heading }), element("ul", {}, lines.map((text) => element("li", { text }))),
    ])]);
    this.drawTaking(state, now_ms);
    this.drawOffers(state, now_ms);
    setText(this.pursuit, say("panel-open"));
    setText(this.show, say("show-on-map"));
    this.show.hidden = !markOf(alert) && !alert.place;
    this.drawAge(now_ms);
  }

  /** @param {number} now_ms server time */
  drawAge(now_ms) {
    setText(this.age, say("ago", { age: format.age(now_ms - since(this.alert)) }));
  }

  /** What else can be done with it, and when it comes back from where it was put. @param {State} state @param {number} now_ms */
  drawOffers(state, now_ms) {
    const { alert } = this;
    const offers = alertOffers(state, alert);
    this.offers.draw(offers);
    this.offering.hidden = offers.length === 0;
    this.left.hidden = !isShelved(alert);
    setText(this.left, alert.shelved ? say("shelved-left", { age: format.age(Date.parse(alert.shelved.until) - now_ms) }) : "");
  }

  /** The button says what the server said, never more. @param {State} state @param {number} now_ms */
  drawTaking(state, now_ms) {
    const { alert } = this;
    setText(this.owned, wording.owned(alert, now_ms));
    this.owned.hidden = isWaiting(alert);
    const pending = acknowledgement(state, alert);
    const underway = pending !== undefined && pending.status !== "refused";
    this.take.hidden = !isWaiting(alert) || !TAKING.has(state.role);
    this.take.disabled = underway;
    setText(this.take, underway ? say("sending", { revision: pending.command.revision ?? "" }) : say("acknowledge", { revision: alert.revision }));
    setText(this.problem, isWaiting(alert) ? problem(pending) : "");
    this.problem.hidden = this.problem.textContent === "";
  }
}

/** @param {import("../wire").PendingCommand | undefined} pending */
function problem(pending) {
  if (!pending) return "";
  if (pending.status === "refused") return wording.refusal(pending);
  const waited_ms = Date.now() - Date.parse(pending.command.happened_at);
  return waited_ms > WAIT_WORD_MS ? say("no-answer", { age: format.age(waited_ms) }) : "";
}

/** @param {Alert} alert */
function modeLine(alert) {
  const word = wording.mode(alert.mode);
  return alert.mode === "live" ? word : `${word} ${word} ${word}`;
}

/** @param {Alert} alert @param {State} state @param {number} now_ms @returns {[string, string][]} */
function facts(alert, state, now_ms) {
  const room = state.rooms[alert.room]?.name ?? alert.room;
  return wording.facts(alert, room, newestPursuit(state, alert.case), now_ms);
}
