// @ts-check
/** A button that begins an order. */
import { element, setAttribute, setText } from "../elements.js";

/** @typedef {import("../wire").Offer} Offer */

export class OfferButton {
  /** @param {Offer} offer @param {(offer: Offer, from: HTMLElement) => void} onOffer */
  constructor(offer, onOffer) {
    this.offer = offer;
    this.root = element("button", { className: "offer", attributes: { type: "button", "data-offer": offer.key } });
    this.root.onclick = () => onOffer(this.offer, this.root);
  }

  /** @param {Offer} offer */
  draw(offer) {
    this.offer = offer;
    setText(this.root, offer.label);
    setAttribute(this.root, "data-tone", offer.tone ?? "");
  }
}
