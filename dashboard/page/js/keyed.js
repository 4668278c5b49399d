// @ts-check
/** Children of an element by key: each is made once and then drawn in place, so that focus and a marked text stay. */
import { setOrder } from "./elements.js";

/**
 * @template Item
 * @typedef {{root: HTMLElement, draw: (item: Item) => void}} Drawn
 */

/** @template {{key: string}} Item */
export class Keyed {
  /** @param {HTMLElement} parent @param {(item: Item) => Drawn<Item>} make */
  constructor(parent, make) {
    this.parent = parent;
    this.make = make;
    /** @type {Map<string, Drawn<Item>>} */
    this.held = new Map();
  }

  /** @param {Item[]} items in the order to be shown */
  draw(items) {
    const shown = new Set(items.map((item) => item.key));
    for (const key of this.held.keys()) if (!shown.has(key)) this.held.delete(key);
    setOrder(this.parent, items.map((item) => {
      const drawn = this.held.get(item.key) ?? this.make(item);
      this.held.set(item.key, drawn);
      drawn.draw(item);
      return drawn.root;
    }));
  }
}
