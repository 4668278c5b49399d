// @ts-check
/** Times as a person fills them in: by the clock of the Benelux, whatever the computer's own zone is. */

const THERE = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Brussels", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
});

const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

/** @param {number} ms @returns {string} 2026-11-23T14:32:07, as a time field has it */
export function fieldTime(ms) {
  const parts = Object.fromEntries(THERE.formatToParts(ms).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

/**
 * The instant that a time field means; in the hour that comes twice in autumn, the second one.
 * @param {string} text @returns {string | null} in UTC; null where it is no time, or of a year that nobody means
 */
export function instantOf(text) {
  const wall_ms = Date.parse(`${text}Z`);
  // A field takes a year of two digits as one of the first century.
  const year = Number(/^(\d+)-/.exec(text)?.[1]);
  if (Number.isNaN(wall_ms) || !(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  const ahead_ms = (/** @type {number} */ ms) => Date.parse(`${fieldTime(ms)}Z`) - ms;
  const first_ms = wall_ms - ahead_ms(wall_ms);
  return new Date(wall_ms - ahead_ms(first_ms)).toISOString();
}
