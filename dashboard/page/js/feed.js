// @ts-check
/**
 * The line to the gateway: connects, says where to resume, notices silence, and comes back by itself.
 *
 * It decides nothing and keeps no records. Commands without an answer are sent again after a reconnect under the same
 * id; the server takes each id once.
 */
import { Stopwatch } from "./stopwatch.js";

/** @typedef {import("./wire").GatewayMessage} GatewayMessage */
/** @typedef {import("./wire").ConsoleMessage} ConsoleMessage */
/** @typedef {import("./wire").Command} Command */

export const AMBER_MS = 5_000;
export const RED_MS = 10_000;
const SHORTEST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 5_000;

/**
 * @typedef {object} FeedParts
 * @property {string} url of the gateway's websocket
 * @property {() => import("./wire").Hello} hello made anew for each connection, with the places held then
 * @property {(message: GatewayMessage, at_ms: number) => void} onMessage
 * @property {() => Command[]} unanswered commands to send again after a reconnect
 * @property {() => void} onClosed the line was closed: the place to ask whether we are still signed in
 */

export class Feed {
  /** @param {FeedParts} parts */
  constructor(parts) {
    this.parts = parts;
    /** @type {WebSocket | null} */
    this.socket = null;
    this.welcomed = false;
    this.failures = 0;
    this.stopped = false;
    this.retryTimer = 0;
    this.lastMessage_ms = Date.now();
    this.heard = new Stopwatch();
    this.tried = new Stopwatch();
    this.everHeard = false;
    /** @type {Map<string, import("./wire").SendReceipt>} receipts that wait for a line */
    this.receipts = new Map();
  }

  start() {
    this.stopped = false;
    this.connect();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.retryTimer);
    this.socket?.close(1000);
    this.socket = null;
  }

  /** Leave this line and make a new one at once, with a new hello. */
  renew() {
    const { socket } = this;
    this.socket = null;
    this.welcomed = false;
    socket?.close(1000);
    this.connect();
  }

  /** Notice silence; to be called a few times a second. A line that says nothing for 10 s is given up and made anew. */
  watch() {
    const silent_ms = Math.min(this.heard.elapsed_ms, this.tried.elapsed_ms);
    if (this.socket && silent_ms > RED_MS) this.abandon();
  }

  /** Send a command now if there is a line; otherwise it goes with the reconnect. @param {Command} command */
  command(command) {
    if (this.welcomed) this.send(command);
  }

  /** Send a receipt, or keep it until there is a line. @param {import("./wire").SendReceipt} receipt */
  receipt(receipt) {
    if (this.welcomed && this.send(receipt)) return;
    this.receipts.set(`${receipt.alert} ${receipt.revision} ${receipt.kind}`, receipt);
  }

  connect() {
    clearTimeout(this.retryTimer);
    if (this.stopped || this.socket) return;
    const socket = new WebSocket(this.parts.url);
    this.socket = socket;
    this.tried.restart();
    socket.onopen = () => socket.send(JSON.stringify(this.parts.hello()));
    socket.onmessage = (event) => this.take(event.data);
    socket.onclose = () => {
      if (this.socket === socket) this.lost();
    };
  }

  /** @param {unknown} data */
  take(data) {
    const at_ms = Date.now();
    const message = parsed(data);
    if (message === null) return;
    if (message.type === "welcome") this.open();
    // A gateway that turns us away at every try is no live data, however often it says so.
    if (this.welcomed && message.type !== "goodbye") {
      this.lastMessage_ms = at_ms;
      this.heard.restart();
      this.everHeard = true;
    }
    this.parts.onMessage(message, at_ms);
  }

  open() {
    this.welcomed = true;
    this.failures = 0;
    for (const command of this.parts.unanswered()) this.send(command);
    for (const [key, receipt] of this.receipts) if (this.send(receipt)) this.receipts.delete(key);
  }

  /** @param {ConsoleMessage} message @returns {boolean} whether it went out */
  send(message) {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** The line is open but dead (a pulled cable leaves it so): do not wait for TCP to notice. */
  abandon() {
    const socket = this.socket;
    this.lost();
    socket?.close();
  }

  lost() {
    this.socket = null;
    this.welcomed = false;
    if (this.stopped) return;
    this.retryTimer = window.setTimeout(() => this.connect(), pause_ms(this.failures, Math.random()));
    this.failures += 1;
    this.parts.onClosed();
  }
}

/**
 * How long to wait before the next try: doubling from 0.3 s to 5 s, spread so that many consoles do not come at once.
 * @param {number} failures tries that failed since the last welcome @param {number} chance 0 to 1
 */
export function pause_ms(failures, chance) {
  const longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** (failures + 1));
  return SHORTEST_PAUSE_MS + chance * (longest - SHORTEST_PAUSE_MS);
}

/** @param {unknown} data @returns {GatewayMessage | null} */
function parsed(data) {
  try {
    const message = JSON.parse(String(data));
    return message !== null && typeof message === "object" ? message : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // not for us; the watch sees it if nothing else comes
    throw error;
  }
}
