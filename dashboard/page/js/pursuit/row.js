// @ts-check
/** One thing that the panel tells: its text, what is special with it, and the orders that can be given about it. */
import { element, setAttribute, setItems, setText } from "../elements.js";
import { Keyed } from "../keyed.js";
import { OfferButton } from "../orders/offer_button.js";

/** @typedef {import("../wire").PanelRow} PanelRow */
/** @typedef {import("../wire").Offer} Offer */

export class Row {
  /** @param {(offer: Offer, from: HTMLElement) => void} onOffer */
  constructor(onOffer) {
    this.text = element("span", { className: "said" });
    this.chips = element("span", { className: "chips" });
    this.lines = element("ul", { className: "lines" });
    this.summary = element("summary");
    this.inside = element("ul");
    this.details = element("details", {}, [this.summary, this.inside]);
    this.buttons = element("span", { className: "offers" });
    /** @type {Keyed<Offer>} */
    this.offers = new Keyed(this.buttons, (offer) => new OfferButton(offer, onOffer));
    this.root = element("li", { attributes: { "data-testid": "row" } }, [this.text, this.details, this.chips, this.lines, this.buttons]);
  }

  /** @param {PanelRow} row */
  draw(row) {
    const { text, tone = "", chips = [], lines = [], offers = [], details } = row;
    setAttribute(this.root, "data-key", row.key);
    setAttribute(this.root, "data-tone", tone);
    setText(this.text, details ? "" : text);
    this.details.hidden = !details;
    setText(this.summary, details ? text : "");
    setItems(this.inside, details ?? [], (line) => [element("li", { text: line })]);
    setItems(this.chips, chips, (chip) => [element("span", { className: "chip-mark", text: chip.text, attributes: { "data-tone": chip.tone ?? "" } })]);
    setItems(this.lines, lines, (line) => [element("li", { text: line.text, attributes: { "data-tone": line.tone ?? "" } })]);
    this.offers.draw(offers);
    this.buttons.hidden = offers.length === 0;
  }
}
