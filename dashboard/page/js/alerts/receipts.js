// @ts-check
/** What this console tells the server about an alert: delivered, shown to a person, sounded. Each once for a revision. */
import { isDone } from "../board.js";

/** @typedef {import("../wire").Alert} Alert */
/** @typedef {import("../wire").SendReceipt} SendReceipt */

export class Receipts {
  /** @param {(receipt: SendReceipt) => void} send */
  constructor(send) {
    this.send = send;
    /** @type {Set<string>} */
    this.sent = new Set();
  }

  /** @param {Alert[]} alerts that this console holds @param {boolean} visible whether a person can see the page */
  note(alerts, visible) {
    for (const alert of alerts.filter((one) => !isDone(one))) {
      this.once(alert, "delivered");
      if (visible) this.once(alert, "shown");
    }
  }

  /** @param {Alert} alert whose sound was really played */
  sounded(alert) {
    this.once(alert, "sounded");
  }

  /** @param {Alert} alert @param {SendReceipt["kind"]} kind */
  once(alert, kind) {
    const key = `${alert.id} ${alert.revision} ${kind}`;
    if (this.sent.has(key)) return;
    this.sent.add(key);
    const { room, case: pursuit, id, revision, mode } = alert;
    this.send({ type: "receipt", room, case: pursuit, alert: id, revision, kind, mode, at: new Date().toISOString() });
  }
}
