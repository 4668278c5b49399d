// @ts-check
/** What this tab remembers through a reload: its name as a console, its places and what it has received up to there. */

const CONSOLE = "senningen.console";
const INBOX = "senningen.inbox";

/** @returns {string} names this console; kept through reconnects and reloads */
export function consoleId() {
  const held = sessionStorage.getItem(CONSOLE);
  if (held) return held;
  const made = `console-${randomName()}`;
  sessionStorage.setItem(CONSOLE, made);
  return made;
}

/** @returns {string} 128 random bits; works without a secure context, as crypto.randomUUID would not */
export function randomName() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @returns {any} what `remember` kept, or null */
export function recalled() {
  try {
    return JSON.parse(sessionStorage.getItem(INBOX) ?? "null");
  } catch (error) {
    if (error instanceof SyntaxError) return null; // a memory we cannot read: a fresh snapshot is right in any case
    throw error;
  }
}

/** Places and records go in together, so that a place never claims more than is held. @param {object} kept */
export function remember(kept) {
  try {
    sessionStorage.setItem(INBOX, JSON.stringify(kept));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    sessionStorage.removeItem(INBOX); // full: without a memory a reload takes a fresh snapshot
  }
}

/** Leave nothing behind for the next person. */
export function forget() {
  sessionStorage.removeItem(INBOX);
  sessionStorage.removeItem(CONSOLE);
}
