// @ts-check
/** One part of the panel: its heading, how many there are, and each of them; or that there is none. */
import { element, setAttribute, setText } from "../elements.js";
import { Keyed } from "../keyed.js";
import { say } from "../words.js";
import { Row } from "./row.js";

/** @typedef {import("../wire").PanelRow} PanelRow */

export class Part {
  /** @param {string} name @param {(offer: import("../wire").Offer, from: HTMLElement) => void} onOffer */
  constructor(name, onOffer) {
    this.name = name;
    this.heading = element("h3");
    this.none = element("p", { className: "none" });
    this.list = element("ul");
    /** @type {Keyed<PanelRow>} */
    this.rows = new Keyed(this.list, () => new Row(onOffer));
    this.root = element("section", { className: "part", attributes: { "data-part": name } }, [this.heading, this.none, this.list]);
  }

  /** @param {PanelRow[]} rows */
  draw(rows) {
    setText(this.heading, say(`section-${this.name}`));
    setAttribute(this.root, "data-count", String(rows.length));
    this.none.hidden = rows.length > 0;
    setText(this.none, say(`none-${this.name}`));
    this.rows.draw(rows);
  }
}
