// @ts-check
/** The groups of a flood: one line for each pursuit, its cards inside. */
import { byId, element, setOrder, setText } from "../elements.js";
import { Keyed } from "../keyed.js";
import * as wording from "../wording.js";
import { say } from "../words.js";

/** @typedef {import("./flood.js").Group} Group */

export class FloodGroups {
  /** @param {(alert: import("../wire").ShownAlert) => HTMLElement} cardOf */
  constructor(cardOf) {
    /** @type {Keyed<Group>} */
    this.groups = new Keyed(byId("groups"), () => new FloodGroup(cardOf));
  }

  /** @param {import("./flood.js").Flood | null} flood @param {Group[]} groups */
  draw(flood, groups) {
    byId("flood").hidden = flood === null;
    if (flood) setText(byId("flood"), say("flood", flood));
    byId("groups").hidden = groups.length === 0;
    this.groups.draw(groups);
  }
}

class FloodGroup {
  /** @param {(alert: import("../wire").ShownAlert) => HTMLElement} cardOf */
  constructor(cardOf) {
    this.cardOf = cardOf;
    this.line = element("summary");
    this.cards = element("div", { className: "cards" });
    this.root = element("details", { attributes: { "data-testid": "flood-group" } }, [this.line, this.cards]);
  }

  /** @param {Group} group */
  draw({ case: id, alerts, rings, priority }) {
    setText(this.line, say("flood-group", { mode: wording.mode(alerts[0].mode), case: id, cards: alerts.length, rings, priority }));
    setOrder(this.cards, alerts.map(this.cardOf));
  }
}
