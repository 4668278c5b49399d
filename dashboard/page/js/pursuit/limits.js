// @ts-check
/**
 * How far a unit's limits have run in a state that is not its own, counted on by this page's clock; pure.
 *
 * That a limit is near or exceeded the server says (`stay.reached`); the clocks here go on between its words.
 */

/** @typedef {import("../wire").Stay} Stay */
/** @typedef {import("../wire").Limit} Limit */
/** @typedef {{kind: "distance" | "time", used: number, limit: number, share: number}} Clock metres, or milliseconds */

const BY_THE_WAY = new Set(["along_track", "crow_flies_from_named_point"]);
export const NEAR = 0.8;

/** @param {Stay} stay @param {number} now_ms server time @returns {Clock[]} in the order of its limits; none where nothing is measured */
export function clocks(stay, now_ms) {
  return (stay.limits ?? []).flatMap((limit) => [...distanceClock(limit, stay), ...timeClock(limit, stay, now_ms)]);
}

/** @param {Limit} limit @param {Stay} stay @returns {Clock[]} */
function distanceClock({ distance_m, measured }, { travelled_m, crow_m }) {
  if (!distance_m || measured === "zone" || (travelled_m ?? crow_m) == null) return [];
  const [along, crow] = [travelled_m ?? 0, crow_m ?? 0];
  const used = BY_THE_WAY.has(measured) ? Math.max(along, crow) : crow;
  return [{ kind: "distance", used, limit: distance_m, share: used / distance_m }];
}

/** @param {Limit} limit @param {Stay} stay @param {number} now_ms @returns {Clock[]} */
function timeClock({ time_s }, { since }, now_ms) {
  if (!time_s || !since) return [];
  const used = Math.max(0, now_ms - Date.parse(since));
  return [{ kind: "time", used, limit: time_s * 1000, share: used / (time_s * 1000) }];
}
