// @ts-check
/** The list of pursuits: one line each for what must not be overlooked, and the way into its panel. */
import { byId, element, setAttribute, setItems, setText } from "../elements.js";
import { Keyed } from "../keyed.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { askedOfUs, leftToDo, listedPursuits, standingStops } from "./seen.js";
import { whyCall } from "./staffing.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {{key: string, pursuit: Pursuit, state: State, now_ms: number}} Item */

export class PursuitList {
  /** @param {(id: string, from: HTMLElement) => void} onOpen */
  constructor(onOpen) {
    /** @type {Keyed<Item>} */
    this.items = new Keyed(byId("pursuits"), ({ key }) => new PursuitItem(key, onOpen));
  }

  /** @param {State} state @param {number} now_ms server time */
  draw(state, now_ms) {
    const listed = listedPursuits(state);
    setText(byId("pursuits-count"), String(listed.filter((pursuit) => pursuit.phase === "open").length));
    byId("no-pursuits").hidden = listed.length > 0;
    this.items.draw(listed.map((pursuit) => ({ key: pursuit.case, pursuit, state, now_ms })));
  }
}

class PursuitItem {
  /** @param {string} id @param {(id: string, from: HTMLElement) => void} onOpen */
  constructor(id, onOpen) {
    this.title = element("button", { className: "link", text: id, attributes: { type: "button", "data-testid": "open-from-list" } });
    this.title.onclick = () => onOpen(id, this.title);
    this.mode = element("span", { className: "mode" });
    this.urgent = element("ul", { className: "urgent" });
    this.lines = element("div");
    this.root = element("li", { attributes: { "data-case": id, "data-testid": "pursuit" } }, [this.title, this.mode, this.urgent, this.lines]);
  }

  /** @param {Item} item */
  draw({ pursuit, state, now_ms }) {
    setAttribute(this.root, "data-mode", pursuit.mode);
    setText(this.mode, wording.mode(pursuit.mode));
    setItems(this.urgent, urgent(state, pursuit, now_ms), (text) => [element("li", { text })]);
    setItems(this.lines, wording.pursuitLines(pursuit, now_ms), (text) => [element("p", { text })]);
  }
}

/** What must not be overlooked, the gravest first. @param {State} state @param {Pursuit} pursuit @param {number} now_ms @returns {string[]} */
function urgent(state, pursuit, now_ms) {
  const asked = askedOfUs(state, pursuit).length;
  const left = pursuit.phase === "open" ? 0 : leftToDo(pursuit);
  const calls = pursuit.alerted.flatMap((room) => { const why = whyCall(state, pursuit, room); return why ? [`${room.room}: ${why}`] : []; });
  return [
    standingStops(pursuit).length > 0 ? say("stop-stands") : "", wording.piece(pursuit, "danger", now_ms), ...calls,
    asked > 0 ? say("asked-of-you", { n: asked }) : "", left > 0 ? say("checklist-open", { n: left }) : "",
  ].filter(Boolean);
}
