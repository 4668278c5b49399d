// @ts-check
/** The clock of the header: the server's time, local and UTC, and a word when this computer's own clock is wrong. */
import { byId, setText } from "./elements.js";
import * as format from "./format.js";
import { say } from "./words.js";

const WRONG_FROM_MS = 2_000;

/** @param {number} now_ms server time @param {number | null} offset_ms server minus this computer */
export function drawClock(now_ms, offset_ms) {
  setText(byId("clock-local"), format.localTime(now_ms));
  setText(byId("clock-utc"), format.utcTime(now_ms));
  const wrong = offset_ms !== null && Math.abs(offset_ms) > WRONG_FROM_MS;
  byId("clock-wrong").hidden = !wrong;
  if (wrong) setText(byId("clock-wrong"), say(offset_ms > 0 ? "clock-slow" : "clock-fast", { age: format.age(Math.abs(offset_ms)) }));
}
