// @ts-check
/** The state of the line and the age of what is shown: always visible, and loud when the data stops. */
import { byId, setAttribute, setText } from "./elements.js";
import { AMBER_MS, RED_MS } from "./feed.js";
import * as format from "./format.js";
import { say } from "./words.js";

/** @typedef {"connecting" | "ok" | "late" | "stopped" | "server"} Link */

/**
 * How the line is. `server`: the gateway speaks but cannot reach Kafka, so what is shown may be old.
 * @param {{welcomed: boolean, everHeard: boolean, silent_ms: number, kafka: boolean}} line
 * @returns {Link}
 */
export function linkState({ welcomed, everHeard, silent_ms, kafka }) {
  if (silent_ms > RED_MS) return "stopped";
  if (silent_ms > AMBER_MS) return "late";
  if (!welcomed) return everHeard ? "late" : "connecting";
  return kafka ? "ok" : "server";
}

export class LinkStatus {
  constructor() {
    this.chip = byId("link");
    this.word = byId("link-word");
    this.age = byId("link-age");
    this.banner = byId("link-banner");
    this.bannerText = byId("link-banner-text");
    /** @type {Link} */
    this.link = "connecting";
  }

  /**
   * @param {{welcomed: boolean, everHeard: boolean, silent_ms: number, kafka: boolean, goodbye: string, last_ms: number}} line
   * @returns {Link}
   */
  draw(line) {
    const { silent_ms } = line;
    this.link = linkState(line);
    setAttribute(this.chip, "data-link", this.link);
    setText(this.word, say(`line-${this.link}`));
    setText(this.age, say("last-data", { age: silent_ms < 60_000 ? format.shortAge(silent_ms) : format.age(silent_ms) }));
    this.drawBanner(line);
    return this.link;
  }

  /** @param {{everHeard: boolean, last_ms: number, goodbye: string}} line `last_ms`: the server's time of the last message */
  drawBanner({ everHeard, last_ms, goodbye }) {
    const why = goodbye ? ` ${say("server-said", { reason: goodbye })}` : "";
    const wanted = this.link === "stopped" || this.link === "server";
    this.banner.hidden = !wanted;
    setAttribute(this.banner, "data-link", this.link);
    if (this.link === "stopped") {
      setText(this.bannerText, `${everHeard ? say("data-stopped", { at: format.localTime(last_ms) }) : say("no-connection")}${why}`);
    } else if (wanted) {
      setText(this.bannerText, say("server-fault"));
    }
  }
}
