// @ts-check
/** Tells the server whether a person can see this page and would hear it: at each new line, and whenever it changes. */

/** @typedef {import("./wire").Presence} Said */

export class Presence {
  /**
   * @param {(said: Said) => boolean} send whether it went out
   * @param {{readonly armed: boolean}} sound
   */
  constructor(send, sound) {
    this.send = send;
    this.sound = sound;
    /** @type {Said | null} what the server was told last on this line */
    this.said = null;
  }

  /** A new line: its server has been told nothing yet. */
  renew() {
    this.said = null;
    this.beat();
  }

  /** Say what changed; to be called a few times a second, and when the page is shown or hidden. */
  beat() {
    /** @type {Said} */
    const now = { type: "presence", page_visible: document.visibilityState === "visible", sound_armed: this.sound.armed };
    const { said } = this;
    if (said?.page_visible === now.page_visible && said.sound_armed === now.sound_armed) return;
    if (this.send(now)) this.said = now;
  }
}
