// @ts-check
/** One alert as a card, in the order of decisions: what, where and when; how sure; who; then what to do. */
import { acknowledgement, isWaiting, markOf, since } from "../board.js";
import { element, setAttribute, setItems, setText } from "../elements.js";
import * as format from "../format.js";
import * as wording from "../wording.js";
import { prioritySign } from "./priority_sign.js";

/** @typedef {import("../wire").Alert} Alert */
/** @typedef {import("../wire").State} State */
/** @typedef {{onAcknowledge: (alert: Alert) => void, onShow: (alert: Alert) => void}} CardActions */

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
    this.owned = element("p", { className: "owned", attributes: { "data-testid": "owned" } });
    this.problem = element("p", { className: "problem", attributes: { role: "status", "data-testid": "problem" } });
    this.take = element("button", { className: "take", attributes: { type: "button", "data-testid": "acknowledge" } });
    this.show = element("button", { className: "quiet", text: "Show on map", attributes: { type: "button" } });
    this.take.onclick = () => actions.onAcknowledge(this.alert);
    this.show.onclick = () => actions.onShow(this.alert);
    this.root = this.built();
  }

  built() {
    const head = element("header", {}, [this.sign, this.headline, this.age]);
    const actions = element("div", { className: "actions" }, [this.take, this.show]);
    return element("article", { className: "card", attributes: { "data-testid": "alert", tabindex: "-1" } }, [
      this.mode, head, this.where, this.when, this.warnings, this.facts, this.owned, this.problem, actions,
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
    setItems(this.warnings, wording.warnings(alert), (text) => [element("li", { text })]);
    setItems(this.facts, facts(alert, state, now_ms), ([term, text]) => [
      element("dt", { text: term }), element("dd", { text }),
    ]);
    this.drawTaking(state, now_ms);
    this.show.hidden = !markOf(alert) && !alert.place;
    this.drawAge(now_ms);
  }

  /** @param {number} now_ms server time */
  drawAge(now_ms) {
    setText(this.age, `${format.age(now_ms - since(this.alert))} ago`);
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
    setText(this.take, underway ? `Sending, revision ${pending.command.revision} ...` : `Acknowledge revision ${alert.revision}`);
    setText(this.problem, isWaiting(alert) ? problem(pending) : "");
    this.problem.hidden = this.problem.textContent === "";
  }
}

/** @param {import("../wire").PendingCommand | undefined} pending */
function problem(pending) {
  if (!pending) return "";
  if (pending.status === "refused") return wording.refusal(pending.code, pending.reason);
  const waited_ms = Date.now() - Date.parse(pending.command.happened_at);
  return waited_ms > WAIT_WORD_MS ? `No answer for ${format.age(waited_ms)}: not acknowledged yet. Use the telephone.` : "";
}

/** @param {Alert} alert */
function modeLine(alert) {
  const word = wording.mode(alert.mode);
  return alert.mode === "live" ? word : `${word} ${word} ${word}`;
}

/** @param {Alert} alert @param {State} state @param {number} now_ms @returns {[string, string][]} */
function facts(alert, state, now_ms) {
  const opened = format.bothTimes(Date.parse(alert.opened_at), now_ms);
  const room = state.rooms[alert.room]?.name ?? alert.room;
  return [
    ["From - to", `${wording.territory(alert.territory_from)} \u2192 ${wording.territory(alert.territory_to)}`],
    ["Units", units(alert)],
    ["Pursuit", `${alert.case} (${wording.stateName(alert.home)})`],
    ["Opened", `${opened} by ${alert.opened_by}`],
    ["Lead", alert.leading_room],
    ["Pursued car", wording.NOT_KNOWN],
    ["Danger", wording.NOT_KNOWN],
    ["Your room", wording.whyThisRoom(alert, room)],
  ];
}

/** @param {Alert} alert */
function units(alert) {
  const active = (alert.units ?? []).filter((view) => view.active);
  if (active.length === 0) return wording.NOT_KNOWN;
  return active.map((view) => wording.unitOfAlert(alert, view)).join("; ");
}
