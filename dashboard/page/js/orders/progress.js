// @ts-check
/** How far an order has come, in words: sent is not done, and only the server says done. */
import * as format from "../format.js";
import * as wording from "../wording.js";
import { say } from "../words.js";

/** @typedef {import("../wire").PendingCommand} PendingCommand */
/** @typedef {"sending" | "no_answer" | "sent" | "undecided" | "done" | "refused" | "unsure"} Stage */

const LONG_MS = 10_000;
const TONES = { sending: "", sent: "", no_answer: "bad", undecided: "bad", done: "good", refused: "bad", unsure: "bad" };

/** Whether a person must wait for the server. @param {Stage} stage */
export const isUnderway = (stage) => ["sending", "no_answer", "sent", "undecided"].includes(stage);

/** @param {PendingCommand} pending @returns {Stage} */
export function stageOf({ command, status, code }) {
  const isLong = Date.now() - Date.parse(command.happened_at) > LONG_MS;
  if (status === "sending") return isLong ? "no_answer" : "sending";
  if (status === "refused") return code === "kafka_away" ? "unsure" : "refused";
  if (code === "done") return "done";
  return isLong ? "undecided" : "sent";
}

/** @param {PendingCommand} pending @returns {{stage: Stage, text: string, tone: string}} */
export function progress(pending) {
  const stage = stageOf(pending);
  const age = format.age(Date.now() - Date.parse(pending.command.happened_at));
  return { stage, text: say(`progress-${stage}`, { age, reason: wording.refusalReason(pending) }), tone: TONES[stage] };
}

/** The name of what was ordered. @param {import("../wire").Command} command */
export function nameOf(command) {
  const type = command.command === "order" ? /** @type {{type?: string}} */ (command.order)?.type : command.command;
  return say(`order-${type}`);
}
