// @ts-check
/** The orders that this desk gave in a pursuit, and how far each has come: the newest first, and the way to send one again. */
import { say } from "../words.js";
import * as format from "../format.js";
import { nameOf, progress } from "./progress.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").PanelRow} PanelRow */

const SHOWN = 8;
export const AGAIN = "again:";

/** @param {State} state @param {string} id of the case @returns {PanelRow[]} */
export function sentRows(state, id) {
  const ours = Object.values(state.commands).filter(({ command }) => command.case === id).slice(-SHOWN).reverse();
  return ours.map((pending) => {
    const { command } = pending;
    const { stage, text, tone } = progress(pending);
    const at = format.localTime(Date.parse(command.happened_at) + (state.clockOffset_ms ?? 0));
    const again = stage === "unsure" ? [{ key: AGAIN + command.id, label: say("send-again"), order: "", tone: "asked" }] : [];
    return { key: command.id, text: `${at} ${nameOf(command)}`, chips: [{ text, tone }], offers: again };
  });
}
