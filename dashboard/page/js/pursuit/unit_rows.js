// @ts-check
/** The units of a pursuit: where each is, what is special with it, and how far its limits have run. */
import * as format from "../format.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { NEAR, clocks } from "./limits.js";

/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").UnitView} UnitView */
/** @typedef {import("../wire").PanelRow} PanelRow */
/** @typedef {import("../wire").Stay} Stay */

const SERVICES = new Set(["police", "customs"]);

/** @param {Pursuit} pursuit @param {number} now_ms server time @returns {PanelRow[]} those in it first */
export function unitRows(pursuit, now_ms) {
  const texts = wording.list(pursuit, "units", now_ms);
  const stays = wording.list(pursuit, "stays", now_ms);
  let said = 0;
  const rows = pursuit.units.map((view, i) => {
    const lines = (view.stays ?? []).map((stay) => ({ text: stays[said++] ?? `${stay.state} ${stay.card}`, tone: toneOf(stay) }));
    return { view, row: { key: view.unit, text: texts[i] ?? view.unit, tone: tone(view), chips: chips(view, now_ms), lines } };
  });
  return rows.sort((a, b) => Number(isOut(a.view)) - Number(isOut(b.view))).map(({ row }) => row);
}

/** @param {UnitView} view */
const isOut = (view) => !view.active || Boolean(view.in_error);

/** @param {UnitView} view */
function tone(view) {
  if (view.in_error) return "struck";
  if (!view.active) return "muted";
  return view.silent_since || view.lost_sight_at ? "warn" : "";
}

/** @param {UnitView} view @param {number} now_ms */
function chips(view, now_ms) {
  const { service = "" } = view;
  const state = view.in_error ? [say("unit-in_error")] : view.active ? [] : [say("unit-left")];
  const named = say(SERVICES.has(service) ? `service-${service}` : "service-unknown");
  const seen = view.seen && view.active ? [say("seen-ago", { age: format.age(now_ms - Date.parse(view.seen.observed_at)) })] : [];
  return [...state, named, ...seen].map((text) => ({ text })).concat((view.stays ?? []).flatMap((stay) => stayChips(stay, now_ms)));
}

/** @param {Stay} stay @param {number} now_ms @returns {{text: string, tone?: string}[]} its card, and each limit as it runs */
function stayChips(stay, now_ms) {
  return [{ text: say("card-name", { card: stay.card }) }, ...clocks(stay, now_ms).map((clock) => {
    const how = clock.share >= 1 ? "_over" : clock.share >= NEAR ? "_near" : "";
    const used = clock.kind === "time" ? format.age(clock.used) : format.distance(clock.used);
    const limit = clock.kind === "time" ? say("age-min", { n: Math.round(clock.limit / 60_000) }) : format.distance(clock.limit);
    return { text: say(`limit-clock${how}`, { used, limit }), tone: how === "_over" ? "bad" : how === "_near" ? "warn" : "" };
  })];
}

/** @param {Stay} stay */
function toneOf(stay) {
  if (stay.reached === "exceeded" || !stay.known) return "bad";
  return stay.reached === "warned" ? "warn" : "";
}
