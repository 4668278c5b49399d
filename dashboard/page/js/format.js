// @ts-check
/** Times, ages, distances, directions and positions as text in the reader's language; by the clock of the Benelux. */
import { say } from "./words.js";

const WINDS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
const CLOCK = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Brussels", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels", year: "numeric", month: "2-digit", day: "2-digit" });

/** @param {number} ms @returns {string} local time with its zone: 14:32:07 CET */
export const localTime = (ms) => `${CLOCK.format(ms)} ${say(isSummer(ms) ? "zone-cest" : "zone-cet")}`;

/** Whether the clocks there are two hours ahead of UTC. @param {number} ms */
function isSummer(ms) {
  const there = Number(CLOCK.format(ms).slice(0, 2));
  return (there - new Date(ms).getUTCHours() + 24) % 24 === 2;
}

/** @param {number} ms @returns {string} 13:32:07Z */
export const utcTime = (ms) => `${new Date(ms).toISOString().slice(11, 19)}Z`;

/** @param {number} ms @returns {string} 14:32:07 CET (13:32:07Z), with the date where it is another day than `now_ms` */
export function bothTimes(ms, now_ms = ms) {
  if (Number.isNaN(ms)) return "";
  const day = DAY.format(ms) === DAY.format(Number.isNaN(now_ms) ? ms : now_ms) ? "" : `${DAY.format(ms)} `;
  return `${day}${localTime(ms)} (${utcTime(ms)})`;
}

/**
 * A text of the gateway with its instants written as they read now: `{$at ...}` in full, `{$clock ...}` local time alone,
 * `{$in ...}` how long until then.
 * @param {string} text @param {number} now_ms @returns {string} what is no instant stays as it is
 */
export function withTimes(text, now_ms) {
  return text.replace(/\{\$(at|clock|in) ([^{}]{1,40})\}/g, (place, form, instant) => {
    const ms = Date.parse(instant);
    if (Number.isNaN(ms)) return place;
    if (form === "in") return age(ms - now_ms);
    return form === "at" ? bothTimes(ms, now_ms) : localTime(ms);
  });
}

/** @param {number} ms @returns {string} 4 s, 2 min 10 s, 1 h 05 min, 3 d 4 h */
export function age(ms) {
  const s = Math.floor(Math.max(0, ms) / 1000);
  if (s < 60) return say("age-s", { n: s });
  const min = Math.floor(s / 60);
  if (min < 60) return `${say("age-min", { n: min })} ${say("age-s", { n: s % 60 })}`;
  const h = Math.floor(min / 60);
  if (h < 24) return `${say("age-h", { n: h })} ${say("age-min", { n: String(min % 60).padStart(2, "0") })}`;
  return `${say("age-d", { n: Math.floor(h / 24) })} ${say("age-h", { n: h % 24 })}`;
}

/** @param {number} ms less than a minute @returns {string} 0.4 s, with tenths */
export const shortAge = (ms) => say("age-s", { n: decimal(ms / 1000) });

/** @param {number} value @returns {string} with one decimal */
const decimal = (value) => value.toFixed(1).replace(".", say("decimal-sign"));

/** @param {number} metres @returns {string} 350 m, 2.1 km, 14 km */
export function distance(metres) {
  if (metres < 950) return `${Math.round(metres / 10) * 10} m`;
  return metres < 9_950 ? `${decimal(metres / 1000)} km` : `${Math.round(metres / 1000)} km`;
}

/** @param {number} bearing_deg clockwise from north @returns {string} one of eight directions */
export const compass = (bearing_deg) => say(`wind-${WINDS[Math.round(bearing_deg / 45) % 8]}`);

/** @param {number | null} speed_mps @returns {string} km/h without the unit; empty where not known */
export const kmh = (speed_mps) => (speed_mps === null ? "" : String(Math.round(speed_mps * 3.6)));

/** @param {number} lat degrees @param {number} lon degrees @returns {string} 50.77812 N 5.70121 E, the same in every language */
export function position(lat, lon) {
  return `${Math.abs(lat).toFixed(5)} ${lat < 0 ? "S" : "N"} ${Math.abs(lon).toFixed(5)} ${lon < 0 ? "W" : "E"}`;
}

/**
 * Metres and bearing from one point to another on a sphere; good to 0.5 %, for text, never for a decision.
 * @param {number} lat1 @param {number} lon1 @param {number} lat2 @param {number} lon2 degrees
 * @returns {{distance_m: number, bearing_deg: number}}
 */
export function towards(lat1, lon1, lat2, lon2) {
  const rad = Math.PI / 180;
  const east = (lon2 - lon1) * rad * Math.cos(((lat1 + lat2) / 2) * rad);
  const north = (lat2 - lat1) * rad;
  return {
    distance_m: Math.hypot(east, north) * 6_371_008,
    bearing_deg: ((Math.atan2(east, north) / rad) + 360) % 360,
  };
}
