// @ts-check
/** The alert rail: who waits stands first; what is owned stays in view; what is over and seen goes to the log. */
import { changedAt, rail } from "../board.js";
import { byId, element, setItems, setOrder, setText } from "../elements.js";
import * as format from "../format.js";
import * as wording from "../wording.js";
import { Card } from "./card.js";
import { flood, groups } from "./flood.js";
import { FloodGroups } from "./flood_groups.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownAlert} Alert */

const LOG_SHOWN = 50;

export class AlertRail {
  /** @param {import("./card.js").CardActions} actions */
  constructor(actions) {
    this.actions = actions;
    /** @type {Map<string, Card>} */
    this.cards = new Map();
    /** @type {Set<string>} */
    this.spoken = new Set();
    this.waiting = byId("waiting");
    this.owned = byId("owned");
    this.log = byId("log");
    this.shelf = byId("shelf");
    /** @type {{state: State, now_ms: number} | null} of the drawing that goes on */
    this.drawing = null;
    this.groups = new FloodGroups((alert) => this.card(alert));
  }

  /** @param {State} state @param {number} now_ms server time */
  draw(state, now_ms) {
    const { waiting, shelved, owned, done } = rail(state);
    this.drawing = { state, now_ms };
    const flooded = flood(Object.values(state.alerts), now_ms);
    setOrder(this.waiting, waiting.filter((alert) => !flooded || alert.priority === 1).map((alert) => this.card(alert)));
    this.groups.draw(flooded, flooded ? groups(waiting, now_ms) : []);
    setOrder(this.shelf, shelved.map((alert) => this.card(alert)));
    setOrder(this.owned, owned.map((alert) => this.card(alert)));
    this.forget(new Set([...waiting, ...shelved, ...owned].map((alert) => alert.id)));
    byId("shelf-part").hidden = shelved.length === 0;
    setText(byId("shelf-count"), String(shelved.length));
    byId("nothing-waits").hidden = waiting.length > 0;
    byId("owned-part").hidden = owned.length === 0;
    setText(byId("owned-count"), String(owned.length));
    for (const priority of [1, 2, 3]) {
      setText(byId(`count-p${priority}`), String(waiting.filter((alert) => alert.priority === priority).length));
    }
    this.drawLog(state, done);
    this.speak(waiting);
  }

  /** @param {Alert} alert @returns {HTMLElement} drawn as it is now */
  card(alert) {
    const card = this.cards.get(alert.id) ?? new Card(alert, this.actions);
    this.cards.set(alert.id, card);
    if (this.drawing) card.draw(alert, this.drawing.state, this.drawing.now_ms);
    return card.root;
  }

  /** @param {Set<string>} shown */
  forget(shown) {
    for (const id of this.cards.keys()) if (!shown.has(id)) this.cards.delete(id);
  }

  /** @param {State} state @param {Alert[]} done */
  drawLog(state, done) {
    const lines = [
      ...done.map((alert) => ({ at_ms: changedAt(alert), text: `${wording.mode(alert.mode)} ${alert.case}: ${wording.headline(alert)}. ${wording.owned(alert, NaN)}` })),
      ...Object.values(state.notices).map((notice) => ({ at_ms: Date.parse(notice.at), text: `${wording.mode(notice.mode)} ${wording.notice(notice)}` })),
      ...state.log.map((line) => ({ at_ms: line.at_ms + (state.clockOffset_ms ?? 0), text: wording.logLine(line) })),
    ].sort((a, b) => b.at_ms - a.at_ms);
    setText(byId("log-count"), String(lines.length));
    setItems(this.log, lines.slice(0, LOG_SHOWN), ({ at_ms, text }) => [element("li", {}, [
      element("time", { text: format.localTime(at_ms) }), element("span", { text }),
    ])]);
  }

  /** Tell a screen reader once about each phase, and each time the server rings: priority 1 interrupts. @param {Alert[]} waiting */
  speak(waiting) {
    for (const alert of waiting) {
      const key = `${alert.id} ${alert.phase} ${alert.priority} ${alert.rang_revision ?? 1}`;
      if (this.spoken.has(key)) continue;
      this.spoken.add(key);
      setText(byId(alert.priority === 1 ? "speak-now" : "speak"), wording.spoken(alert));
    }
  }
}
