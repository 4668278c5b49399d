// @ts-check
/**
 * The card that an operator reads aloud to another room by telephone: whom to call first, then each language beside the other.
 *
 * The server makes its lines; that a law is to be read from its card is replaced by what that card says, where it is here.
 */
import { element, setAttribute, setItems, setText } from "../elements.js";
import { roomName } from "../orders/forms.js";
import { offer } from "../orders/frequent.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { mayOrder } from "./seen.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").Offer} Offer */
/** @typedef {{language: string, text: string}} Line */
/** @typedef {{language: string, lines: string[]}} Tongue what is read in one language */

export const READ_OUT = "read_out";

/** A button for the card of a room; none where the server sent no words for it. @param {Pursuit} pursuit @param {string} room @param {boolean} isDue whether it must be called now @returns {Offer[]} */
export function cardOffers(pursuit, room, isDue) {
  if (marked(pursuit, room, NaN).length === 0) return [];
  return [offer(READ_OUT, { label: say("read_out-open"), values: { room }, tone: isDue ? "asked" : "" })];
}

/** @param {State} state @param {Pursuit} pursuit @param {string} room @param {number} now_ms @returns {{dial: string, tongues: Tongue[]} | null} null where there are no words for it */
export function cardOf(state, pursuit, room, now_ms) {
  const [dial, ...rest] = marked(pursuit, room, now_ms);
  if (!dial) return null;
  /** @type {Tongue[]} */
  const tongues = [];
  for (const { language, text } of rest) {
    const known = tongues.find((one) => one.language === language);
    if (known) known.lines.push(...withLaw(state, language, text));
    else tongues.push({ language, lines: withLaw(state, language, text) });
  }
  return { dial: dial.text, tongues };
}

/** @param {Pursuit} pursuit @param {string} room @param {number} now_ms @returns {Line[]} */
const marked = (pursuit, room, now_ms) => wording.list(pursuit, `read_out:${room}`, now_ms).map(unmarked);

/** A line without its mark: [nl] Oefening. @param {string} line @returns {Line} */
const unmarked = (line) => ({ language: line.slice(1, 3), text: line.slice(5) });

/** @param {State} state @param {string} language @param {string} text @returns {string[]} */
function withLaw(state, language, text) {
  const name = Object.keys(state.cards).find((one) => text.includes(one));
  const lines = name ? wording.list(state.cards[name], "read_out").map(unmarked) : [];
  const law = lines.flatMap((line) => (line.language === language ? [line.text] : []));
  return law.length > 0 ? law : [text];
}

export class ReadOutCard {
  /** @param {(offer: Offer, from: HTMLElement) => void} onOffer @param {() => void} onClose */
  constructor(onOffer, onClose) {
    /** @type {string} empty while none is shown */
    this.room = "";
    /** @type {HTMLElement | null} where the focus goes back to */
    this.from = null;
    this.title = element("h3", { attributes: { tabindex: "-1" } });
    this.called = element("button", { className: "offer", attributes: { type: "button", "data-testid": "called", "data-tone": "asked" } });
    this.called.onclick = () => onOffer(offer("telephoned", { values: { room: this.room } }), this.called);
    this.print = element("button", { className: "quiet", attributes: { type: "button", "data-testid": "print" } });
    this.print.onclick = () => window.print();
    this.close = element("button", { className: "quiet", attributes: { type: "button", "data-testid": "close-read-out" } });
    this.close.onclick = onClose;
    this.dial = element("p", { className: "dial" });
    this.tongues = element("div", { className: "tongues" });
    this.root = element("section", { className: "read-out", attributes: { "data-testid": "read-out" } }, [
      element("header", {}, [this.title, this.called, this.print, this.close]), this.dial, this.tongues,
    ]);
    this.root.hidden = true;
  }

  /** @param {string} room @param {HTMLElement} from */
  open(room, from) {
    this.room = room;
    this.from = from;
  }

  focus() {
    this.title.focus();
  }

  shut() {
    this.room = "";
    this.root.hidden = true;
    if (this.from?.isConnected) this.from.focus();
    this.from = null;
  }

  /** @param {State} state @param {Pursuit | undefined} pursuit @param {number} now_ms server time */
  draw(state, pursuit, now_ms) {
    const card = pursuit && this.room ? cardOf(state, pursuit, this.room, now_ms) : null;
    this.root.hidden = card === null;
    if (card === null) return;
    const title = say("read_out-title", { room: roomName(this.room) });
    setText(this.title, title);
    setAttribute(this.root, "aria-label", title);
    this.called.hidden = !mayOrder(state);
    setText(this.called, say("read_out-called"));
    setText(this.print, say("read_out-print"));
    setText(this.close, `${say("panel-close")} (Esc)`);
    setText(this.dial, card.dial);
    setItems(this.tongues, card.tongues, ({ language, lines }) => [
      element("div", { attributes: { lang: language } }, [
        element("h4", { text: say(`language-${language}`) }), element("ol", {}, lines.map((text) => element("li", { text }))),
      ]),
    ]);
  }
}
