// @ts-check
/** Says at all times whether sound would be heard, and lets a person arm, try and, for a lost link, silence it. */
import { byId, setAttribute, setText } from "../elements.js";
import { say } from "../words.js";

export class SoundPanel {
  /** @param {import("./sound.js").Sound} sound */
  constructor(sound) {
    this.sound = sound;
    this.silenced = false;
    byId("sound").addEventListener("click", () => this.sound.arm());
    byId("silent-banner").addEventListener("click", () => this.sound.arm());
    byId("sound-test").addEventListener("click", () => this.sound.test());
    byId("silence").addEventListener("click", () => { this.silenced = true; });
  }

  /**
   * Whether the loss of live data must be heard: no line, or a server without its data, since no alert can come then
   * either. Silenced holds for this outage only.
   * @param {string} link @returns {boolean}
   */
  linkAlarm(link) {
    const lost = link === "stopped" || link === "server";
    if (!lost) this.silenced = false;
    return lost && !this.silenced;
  }

  /** @param {number} waitingP1 */
  draw(waitingP1) {
    const { armed } = this.sound;
    setAttribute(byId("sound"), "data-sound", armed ? "armed" : "silent");
    setAttribute(byId("sound"), "data-last", this.sound.last);
    setText(byId("sound"), say(armed ? "sound-armed" : "sound-silent"));
    byId("silent-banner").hidden = armed;
    setText(byId("silent-banner"), say(waitingP1 > 0 ? "silent-p1" : "silent"));
  }
}
