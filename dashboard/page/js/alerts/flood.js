// @ts-check
/**
 * Too many new alarms at once for one desk: priority 2 and 3 are then grouped by pursuit, priority 1 stays apart, and nothing
 * is left out; pure. The number is the one of EEMUA 191: ten in ten minutes.
 */

/** @typedef {import("../wire").ShownAlert} Alert */
/** @typedef {{key: string, case: string, alerts: Alert[], rings: number, priority: number}} Group */
/** @typedef {{n: number, p1: number, p2: number, p3: number}} Flood how many new alarms, by the priority of their alert */

const WITHIN_MS = 10 * 60_000;
const MOST = 10;

/** How often an alert has rung of late: for what it says, and for each alarm with it. @param {Alert} alert @param {number} now_ms server time */
export function rings(alert, now_ms) {
  const isNew = (/** @type {string} */ at) => now_ms - Date.parse(at) < WITHIN_MS;
  const alarms = (alert.alarms ?? []).filter((alarm) => isNew(alarm.at));
  // What rang last is told by `raised_at`: where that was an alarm, it is not counted twice.
  const last = alarms.some((alarm) => alarm.revision === alert.rang_revision) ? 0 : Number(isNew(alert.raised_at));
  return alarms.length + last;
}

/** @param {Alert[]} alerts of this desk @param {number} now_ms server time @returns {Flood | null} null: no flood */
export function flood(alerts, now_ms) {
  const counted = alerts.map((alert) => ({ priority: alert.priority, n: rings(alert, now_ms) }));
  const of = (/** @type {number} */ priority) => counted.filter((one) => one.priority === priority).reduce((sum, one) => sum + one.n, 0);
  const [p1, p2, p3] = [of(1), of(2), of(3)];
  return p1 + p2 + p3 > MOST ? { n: p1 + p2 + p3, p1, p2, p3 } : null;
}

/** Alerts of priority 2 and 3 by pursuit, the most urgent first; in the order in which they came. @param {Alert[]} waiting in the order of the rail @param {number} now_ms @returns {Group[]} */
export function groups(waiting, now_ms) {
  const rest = waiting.filter((alert) => alert.priority !== 1);
  return [...new Set(rest.map((alert) => alert.case))].map((id) => {
    const alerts = rest.filter((alert) => alert.case === id);
    const counts = alerts.reduce((sum, alert) => sum + rings(alert, now_ms), 0);
    return { key: id, case: id, alerts, rings: counts, priority: Math.min(...alerts.map((alert) => alert.priority)) };
  });
}
