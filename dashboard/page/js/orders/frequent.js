// @ts-check
/** The orders that are given often, as buttons, where they make sense now; pure. Which are allowed the server decides. */
import { isShelved, isWaiting } from "../board.js";
import { alertOf, answersFor, isMine, mayOrder, speaker } from "../pursuit/seen.js";
import { say } from "../words.js";

/** @typedef {import("../wire").State} State */
/** @typedef {import("../wire").ShownPursuit} Pursuit */
/** @typedef {import("../wire").ShownAlert} Alert */
/** @typedef {import("../wire").Offer} Offer */
/** @typedef {import("../wire").Values} Values */

/**
 * A button for an order; `word` names both where the order's own name says too little.
 * @param {string} order @param {{label?: string, word?: string, values?: Values, tone?: string, at_once?: boolean, key?: string}} [more] @returns {Offer}
 */
export function offer(order, { label, word, values, tone, at_once, key } = {}) {
  return { key: key ?? order, label: label ?? say(word ?? `order-${order}`), word, order, values, tone, at_once };
}

/** Of a whole pursuit: what stands above everything else. @param {State} state @param {Pursuit} pursuit @returns {Offer[]} */
export function pursuitOffers(state, pursuit) {
  if (!mayOrder(state)) return [];
  const alert = alertOf(state, pursuit);
  if (pursuit.phase !== "open") return alert ? alertOffers(state, alert) : [];
  const room = speaker(state, pursuit);
  return [
    offer("give_stop", { label: say("offer-stop"), tone: "stop" }),
    ...(pursuit.asked_at && answersFor(state, pursuit) ? [offer("still_running", { at_once: true, tone: "asked" })] : []),
    ...leadOffers(state, pursuit, room),
    offer("add_fact", { word: "offer-danger", values: { kind: "danger" }, key: "danger" }),
    offer("add_fact", { values: { kind: "remark" } }),
    offer("request", { label: say("offer-assistance") }), offer("warn_room", { label: say("offer-warn_a_room") }),
    ...(alert ? alertOffers(state, alert) : []),
    ...(mayClose(state, pursuit) ? [offer("close")] : []),
  ];
}

/** Who leads; once no unit is in it, who answers for it at home too. @param {State} state @param {Pursuit} pursuit */
function mayClose(state, pursuit) {
  return isMine(state, pursuit.leading_room) || (answersFor(state, pursuit) && !pursuit.units.some((view) => view.active));
}

/** @param {State} state @param {Pursuit} pursuit @param {string} room that speaks @returns {Offer[]} */
function leadOffers(state, pursuit, room) {
  const here = new Set(pursuit.units.filter((view) => view.active).flatMap((view) => view.territory ?? []));
  if (isMine(state, pursuit.leading_room)) {
    const host = pursuit.alerted.find(({ room: other, kind }) => !isMine(state, other) && kind !== "copy" && here.has(other.slice(0, 2)));
    return [
      offer("request", { word: "offer-take_over", values: { kind: "take_over", ...(host ? { to: host.room } : {}) }, key: "take_over" }),
      offer("hand_over", { values: host ? { to: host.room } : {} }),
    ];
  }
  return here.has(room.slice(0, 2)) ? [offer("take_lead")] : [];
}

/** Of one alert of this desk. @param {State} state @param {Alert} alert @returns {Offer[]} */
export function alertOffers(state, alert) {
  if (!mayOrder(state)) return [];
  const as_room = alert.room;
  if (isShelved(alert)) return [offer("unshelve", { at_once: true, values: { as_room } })];
  const offered = alert.offered?.to === state.account ? [offer("take_alert", { at_once: true, tone: "asked", values: { as_room } })] : [];
  const owned = alert.acknowledged?.by.name === state.account && !alert.offered ? [offer("hand_over_alert", { values: { as_room } })] : [];
  const aside = isWaiting(alert) && alert.priority !== 1 ? [offer("shelve", { values: { as_room, revision: String(alert.revision) } })] : [];
  return [...offered, ...owned, ...aside];
}
