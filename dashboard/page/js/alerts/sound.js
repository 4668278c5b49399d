// @ts-check
/**
 * The sounds of the desk: a pattern for each priority, repeated for priority 1 until it is acknowledged.
 *
 * A browser plays nothing before a click, so sound is armed by a person, and the page always says whether it is. What is
 * no live alert begins with a prefix of its own, so that nobody takes an exercise for the real thing by ear.
 */
import { isShelved, isWaiting } from "../board.js";

/** @typedef {import("../wire").Alert} Alert */
/** @typedef {{hz: number, at_s: number, for_s: number, type?: OscillatorType}} Tone */

/** @type {Record<string, Tone[]>} */
const PATTERNS = {
  p1: [0, 0.5, 1].flatMap((at_s) => [{ hz: 988, at_s, for_s: 0.18 }, { hz: 740, at_s: at_s + 0.22, for_s: 0.18 }]),
  p2: [{ hz: 587, at_s: 0, for_s: 0.2 }, { hz: 784, at_s: 0.28, for_s: 0.3 }],
  p3: [{ hz: 440, at_s: 0, for_s: 0.35, type: "sine" }],
  exercise: [523, 659, 784].map((hz, i) => ({ hz, at_s: i * 0.18, for_s: 0.15, type: /** @type {const} */ ("sine") })),
  test: [330, 330].map((hz, i) => ({ hz, at_s: i * 0.3, for_s: 0.12, type: /** @type {const} */ ("sine") })),
  link: [{ hz: 196, at_s: 0, for_s: 0.7, type: "sawtooth" }, { hz: 165, at_s: 0.8, for_s: 0.9, type: "sawtooth" }],
};
const PAUSE_S = 1.2;
const LOUDNESS = 0.35;
const LOUDER = 1;
/** Added to the names of the patterns where nobody acknowledged the alert in time. */
const LOUD = "louder";

/**
 * The alert whose turn it is: those not sounded since they rang first, then waiting ones of priority 1 again and again;
 * live before exercise and test.
 * @param {Alert[]} alerts @param {Set<string>} played keys of `soundKey` that were played
 * @returns {Alert | undefined}
 */
export function nextToSound(alerts, played) {
  const waiting = alerts.filter((alert) => isWaiting(alert) && !isShelved(alert) && alert.phase !== "cleared");
  const due = waiting.filter((alert) => alert.priority === 1 || !played.has(soundKey(alert)));
  const rank = (/** @type {Alert} */ alert) => [played.has(soundKey(alert)) ? 1 : 0, alert.mode === "live" ? 0 : 1, alert.priority];
  return due.sort((a, b) => compare(rank(a), rank(b)))[0];
}

/** An alert sounds anew when the server rings it anew, not with every revision. @param {Alert} alert */
export const soundKey = (alert) => `${alert.id} ${alert.rang_revision ?? 1}`;

/** @param {Alert} alert @returns {string[]} names of patterns, in order */
export const patternsOf = (alert) => [...(alert.mode === "live" ? [] : [alert.mode]), `p${alert.priority}`, ...((alert.escalation ?? "none") === "none" ? [] : [LOUD])];

/** @param {number[]} a @param {number[]} b */
function compare(a, b) {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? 0 : a[i] - b[i];
}

export class Sound {
  /** @param {(alert: Alert) => void} onSounded the alert's sound really began */
  constructor(onSounded) {
    this.onSounded = onSounded;
    /** @type {AudioContext | null} */
    this.context = null;
    /** @type {Set<string>} */
    this.played = new Set();
    this.busyUntil_s = 0;
    this.loudness = LOUDNESS;
    /** the last patterns played, for the page and its tests */
    this.last = "";
  }

  /** @returns {boolean} whether sound would be heard now (the loudspeaker itself is beyond the browser's knowledge) */
  get armed() {
    return this.context?.state === "running";
  }

  /** Must be called from a click. @returns {Promise<void>} */
  async arm() {
    this.context ??= new AudioContext();
    await this.context.resume();
  }

  /** All patterns of priority 1, as a trial. */
  async test() {
    await this.arm();
    this.play(["test", "p1"]);
  }

  /**
   * Sound what is due; to be called a few times a second.
   * @param {Alert[]} alerts @param {boolean} linkLost
   */
  beat(alerts, linkLost) {
    if (!this.armed || !this.context || this.context.currentTime < this.busyUntil_s) return;
    const alert = nextToSound(alerts, this.played);
    if (alert) {
      this.played.add(soundKey(alert));
      this.play(patternsOf(alert));
      this.onSounded(alert);
    } else if (linkLost) {
      this.play(["link"]);
    }
  }

  /** @param {string[]} names of patterns; `louder` is none, but how loud the others are */
  play(names) {
    if (!this.context) return;
    this.loudness = names.includes(LOUD) ? LOUDER : LOUDNESS;
    let start_s = this.context.currentTime + 0.02;
    for (const name of names.filter((one) => one !== LOUD)) start_s = this.tones(PATTERNS[name] ?? PATTERNS.p1, start_s) + 0.25;
    this.busyUntil_s = start_s + PAUSE_S;
    this.last = names.join(" ");
  }

  /** @param {Tone[]} tones @param {number} start_s @returns {number} when the last ends */
  tones(tones, start_s) {
    for (const tone of tones) this.tone(tone, start_s);
    return start_s + Math.max(...tones.map((tone) => tone.at_s + tone.for_s));
  }

  /** @param {Tone} tone @param {number} start_s */
  tone({ hz, at_s, for_s, type = "square" }, start_s) {
    if (!this.context) return;
    const [from_s, to_s] = [start_s + at_s, start_s + at_s + for_s];
    const oscillator = new OscillatorNode(this.context, { frequency: hz, type });
    const gain = new GainNode(this.context, { gain: 0 });
    // Ramps instead of jumps: a jump clicks in the loudspeaker.
    gain.gain.setValueAtTime(0, from_s);
    const loudness = type === "sine" ? this.loudness : this.loudness / 3;
    gain.gain.linearRampToValueAtTime(loudness, from_s + 0.01);
    gain.gain.setValueAtTime(loudness, to_s - 0.02);
    gain.gain.linearRampToValueAtTime(0, to_s);
    oscillator.connect(gain).connect(this.context.destination);
    oscillator.start(from_s);
    oscillator.stop(to_s + 0.01);
  }
}
