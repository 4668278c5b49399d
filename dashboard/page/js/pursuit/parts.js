// @ts-check
/** What the panel tells of a pursuit, in the order of decisions: danger and orders to stop, who asks, who is there; then the rest. */
import * as format from "../format.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { requestRows, stopRows } from "./dealing_rows.js";
import { checkRows, lawRows, logRows, noticeRows } from "./end_rows.js";
import { assessmentRows, dangerRows, factRows, targetRows } from "./known_rows.js";
import { roomRows } from "./room_rows.js";
import { unitRows } from "./unit_rows.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").PanelRow} PanelRow */
/** @typedef {(state: State, pursuit: Pursuit, now_ms: number) => PanelRow[]} Rows */

/** @type {Record<string, Rows>} in the two columns of the panel, each from top to bottom */
export const LEFT = { dangers: dangerRows, stops: stopRows, requests: requestRows, rooms: roomRows, notices: noticeRows, checklist: checkRows };
/** @type {Record<string, Rows>} */
export const RIGHT = {
  target: targetRows, units: (_state, pursuit, now_ms) => unitRows(pursuit, now_ms), facts: factRows, assessments: assessmentRows, law: lawRows, log: logRows,
};

/** How it stands and who leads, as pairs of a label and a text. @param {Pursuit} pursuit @param {number} now_ms @returns {[string, string][]} */
export function headLines(pursuit, now_ms) {
  /** @type {[string, string][]} */
  const lines = [
    [say("row-lead"), since(pursuit.leading_room, pursuit.lead_since, now_ms)],
    [say("row-home"), pursuit.home_room ?? wording.notKnown()],
    [say("row-phase"), wording.piece(pursuit, "phase") || pursuit.phase],
    [say("row-purpose"), wording.piece(pursuit, "purpose") || wording.notKnown()],
    [say("row-opened"), wording.piece(pursuit, "opened", now_ms)],
    [say("row-asked"), wording.piece(pursuit, "asked", now_ms)],
    [say("row-goes_on"), wording.piece(pursuit, "goes_on")],
  ];
  return lines.filter(([, text]) => text);
}

/** @param {string} text @param {string | null | undefined} at @param {number} now_ms */
const since = (text, at, now_ms) => (at ? say("since", { text, at: format.bothTimes(Date.parse(at), now_ms) }) : text);
