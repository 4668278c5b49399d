// @ts-check
/** Times, ages, distances, directions and positions as text; pure. */

const COMPASS = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];

/** @param {number} ms @returns {string} local time with its zone: 14:32:07 CET */
export function localTime(ms) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "short",
  }).formatToParts(ms);
  const part = (/** @type {string} */ type) => parts.find((p) => p.type === type)?.value ?? "";
  return `${part("hour")}:${part("minute")}:${part("second")} ${part("timeZoneName")}`;
}

/** @param {number} ms @returns {string} 13:32:07Z */
export const utcTime = (ms) => `${new Date(ms).toISOString().slice(11, 19)}Z`;

/** @param {number} ms @returns {string} 14:32:07 CET (13:32:07Z), with the date where it is another day than `now_ms` */
export function bothTimes(ms, now_ms = ms) {
  if (Number.isNaN(ms)) return "";
  const day = new Date(ms).toDateString() === new Date(now_ms).toDateString() ? "" : `${new Date(ms).toISOString().slice(0, 10)} `;
  return `${day}${localTime(ms)} (${utcTime(ms)})`;
}

/** @param {number} ms @returns {string} 4 s, 2 min 10 s, 1 h 05 min, 3 d 4 h */
export function age(ms) {
  const s = Math.floor(Math.max(0, ms) / 1000);
  if (s < 60) return `${s} s`;
  const min = Math.floor(s / 60);
  if (min < 60) return `${min} min ${s % 60} s`;
  const h = Math.floor(min / 60);
  return h < 24 ? `${h} h ${String(min % 60).padStart(2, "0")} min` : `${Math.floor(h / 24)} d ${h % 24} h`;
}

/** @param {number} metres @returns {string} 350 m, 2.1 km, 14 km */
export function distance(metres) {
  if (metres < 950) return `${Math.round(metres / 10) * 10} m`;
  return metres < 9_950 ? `${(metres / 1000).toFixed(1)} km` : `${Math.round(metres / 1000)} km`;
}

/** @param {number} bearing_deg clockwise from north @returns {string} one of eight directions */
export const compass = (bearing_deg) => COMPASS[Math.round(bearing_deg / 45) % 8];

/** @param {number | null} speed_mps @returns {string} km/h without the unit; empty where not known */
export const kmh = (speed_mps) => (speed_mps === null ? "" : String(Math.round(speed_mps * 3.6)));

/** @param {number} lat degrees @param {number} lon degrees @returns {string} 50.77812 N 5.70121 E */
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
