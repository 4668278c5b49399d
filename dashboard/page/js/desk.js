// @ts-check
/** The board of one signed-in person: messages come in, the store changes, and what changed is drawn. */
import { AlertRail } from "./alerts/rail.js";
import { Receipts } from "./alerts/receipts.js";
import { Sound } from "./alerts/sound.js";
import { SoundPanel } from "./alerts/sound_panel.js";
import { isDone, isWaiting, knowledge, markOf, openModes, rail, unitRows, waitingP1 } from "./board.js";
import { drawClock } from "./clock.js";
import { byId, setAttribute, setText } from "./elements.js";
import { Feed } from "./feed.js";
import * as format from "./format.js";
import { LinkStatus } from "./link_status.js";
import { loadBase, loadConfig, loadTile } from "./map/base_map.js";
import { MapView } from "./map/map_view.js";
import { consoleId, randomName, recalled, remember } from "./memory.js";
import { onSessionChange, whoIsSignedIn } from "./session.js";
import { Stopwatch } from "./stopwatch.js";
import { kept, logged, reduce, restored } from "./store.js";
import { UnitsTable, drawPursuits } from "./units_table.js";
import * as wording from "./wording.js";

/** @typedef {import("./wire").State} State */
/** @typedef {import("./wire").Alert} Alert */

const BEAT_MS = 250;
const DRAW_MS = 1000;
const RECEIVING = new Set(["operator", "commander", "unit"]);

export class Board {
  /** @param {import("./session.js").Person} person @param {(reason: string) => void} onEnded the session is over, and why */
  constructor(person, onEnded) {
    this.person = person;
    this.onEnded = onEnded;
    /** @type {State} */
    this.state = restored(recalled(), person.name);
    this.state.role = person.role;
    /** @type {string | null} */
    this.picked = null;
    this.link = new LinkStatus();
    this.receipts = new Receipts((receipt) => {
      if (RECEIVING.has(this.state.role)) this.feed?.receipt(receipt);
    });
    this.sound = new Sound((alert) => this.receipts.sounded(alert));
    this.panel = new SoundPanel(this.sound);
    this.rail = new AlertRail({ onAcknowledge: (alert) => this.acknowledge(alert), onShow: (alert) => this.show(alert) });
    this.map = new MapView(byId("map"), loadTile);
    this.map.onPick = (unit) => this.pick(unit);
    this.table = new UnitsTable((unit) => this.showUnit(unit), (lat, lon) => this.near(lat, lon));
    this.started = new Stopwatch();
    this.timers = /** @type {number[]} */ ([]);
    this.dirty = false;
    this.stopped = false;
    this.saving = 0;
  }

  async start() {
    const { name, role, state, rooms } = this.person;
    setText(byId("person"), `${name} (${role})`);
    setText(byId("rooms"), rooms.join(", ") || state);
    onSessionChange(() => this.stillSignedIn());
    byId("back").addEventListener("click", () => this.map.back());
    byId("zoom-in").addEventListener("click", () => this.map.zoomBy(1));
    byId("zoom-out").addEventListener("click", () => this.map.zoomBy(-1));
    document.addEventListener("visibilitychange", () => this.noteReceipts());
    window.addEventListener("pagehide", () => this.save());
    this.timers = [window.setInterval(() => this.beat(), BEAT_MS), window.setInterval(() => this.draw(), DRAW_MS)];
    this.draw();
    loadBase((config) => this.drawMapState(config)).then(({ config, borders, places }) => {
      this.map.setBase(borders, places);
      setText(byId("attribution"), [...config.attribution, "Map view: Leaflet"].join(" | "));
      this.draw();
    });
    await this.connect();
  }

  stop() {
    this.stopped = true;
    this.timers.forEach((timer) => clearInterval(timer));
    this.feed?.stop();
  }

  /** For a reload of this tab; after the session's end nothing may be kept. */
  save() {
    if (!this.stopped) remember(kept(this.state));
  }

  /** Ask where the gateway is until the server tells, then keep the line. */
  async connect() {
    let config = await loadConfig();
    while (config === null) {
      if ((await this.stillSignedIn()) === false) return;
      await new Promise((resolve) => { setTimeout(resolve, DRAW_MS); });
      config = await loadConfig();
    }
    this.feed = new Feed({
      url: config.gateway,
      hello: () => ({ type: "hello", places: this.state.places, desk: "", console: consoleId() }),
      onMessage: (message, at_ms) => this.take(message, at_ms),
      unanswered: () => Object.values(this.state.commands).filter((one) => one.status === "sending").map((one) => one.command),
      onClosed: () => { this.stillSignedIn(); },
    });
    this.feed.start();
    window.addEventListener("online", () => this.feed?.connect());
  }

  /**
   * The token may have been taken away, or somebody else signed in in another tab: then nothing stays on the screen.
   * @returns {Promise<boolean>}
   */
  async stillSignedIn() {
    try {
      const person = await whoIsSignedIn();
      if (person?.name === this.person.name) return true;
      this.onEnded(person ? wording.signedInElsewhere(person.name, this.person.name) : wording.SESSION_ENDED);
    } catch (error) {
      if (error instanceof Error) return true; // the server is away or unwell: that says nothing about the session
      throw error;
    }
    return false;
  }

  /** @param {import("./wire").GatewayMessage} message @param {number} at_ms */
  take(message, at_ms) {
    if (message.type === "welcome" && message.account !== this.person.name) {
      this.onEnded(wording.signedInElsewhere(message.account, this.person.name));
      return;
    }
    const before = this.state;
    try {
      this.state = reduce(before, message, at_ms);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      // A message that is not what it should be must not take the others down with it; the log says so.
      this.state = logged(before, at_ms, "unknown_message", `${message.type}: ${error.message}`);
    }
    this.changed(before);
  }

  /** @param {State} before */
  changed(before) {
    const inbox = before.alerts !== this.state.alerts || before.places !== this.state.places
      || before.pictured !== this.state.pictured || before.rooms !== this.state.rooms;
    if (inbox || before.commands !== this.state.commands || before.log !== this.state.log) {
      this.drawAlerts();
      this.noteReceipts();
      this.beat();
    }
    if (inbox && !this.saving) {
      this.saving = window.setTimeout(() => { this.saving = 0; this.save(); }, DRAW_MS);
    }
    const moved = inbox || before.own !== this.state.own || before.trails !== this.state.trails;
    if (!moved || this.dirty) return;
    this.dirty = true;
    requestAnimationFrame(() => { this.dirty = false; this.drawUnits(); });
  }

  get now_ms() {
    return Date.now() + (this.state.clockOffset_ms ?? 0);
  }

  // ------------------------------------------------------------- what a person does

  /** @param {Alert} alert */
  acknowledge(alert) {
    const { room, case: pursuit, mode, id, revision } = alert;
    /** @type {import("./wire").Command} */
    const command = {
      type: "command", id: `acknowledge-${randomName()}`, command: "acknowledge", room, case: pursuit, mode,
      happened_at: new Date().toISOString(), alert: id, revision,
    };
    const before = this.state;
    this.state = reduce(before, { type: "commanded", command }, Date.now());
    this.feed?.command(command);
    this.changed(before);
  }

  /** @param {Alert} alert */
  show(alert) {
    const units = unitRows(this.state, this.now_ms).filter((row) => row.cases.includes(alert.case));
    const point = markOf(alert) ?? alert.place;
    /** @type {[number, number][]} */
    const points = units.map((row) => [row.lat, row.lon]);
    this.map.fit(point ? [...points, [point.lat, point.lon]] : points);
  }

  /** @param {string} unit */
  showUnit(unit) {
    this.pick(unit);
    const row = unitRows(this.state, this.now_ms).find((one) => one.unit === unit);
    if (row) this.map.fit([[row.lat, row.lon]]);
  }

  /** @param {string | null} unit */
  pick(unit) {
    this.picked = unit;
    this.map.pick(unit);
    this.drawUnits();
  }

  // ------------------------------------------------------------- what is drawn

  /** A few times a second, also in a hidden tab: the line, the sounds, the clock. */
  beat() {
    this.feed?.watch();
    const { welcomed = false, everHeard = false, lastMessage_ms = 0, heard = this.started } = this.feed ?? {};
    const { kafka, goodbye } = this.state;
    const last_ms = lastMessage_ms + (this.state.clockOffset_ms ?? 0);
    const link = this.link.draw({ welcomed, everHeard, silent_ms: heard.elapsed_ms, kafka, goodbye, last_ms });
    this.sound.beat(Object.values(this.state.alerts), this.panel.linkAlarm(link));
    this.panel.draw(waitingP1(this.state));
    drawClock(this.now_ms, this.state.clockOffset_ms);
  }

  draw() {
    this.beat();
    this.drawAlerts();
    this.drawUnits();
  }

  drawAlerts() {
    this.rail.draw(this.state, this.now_ms);
    const modes = openModes(this.state);
    setAttribute(document.body, "data-modes", modes.join(" "));
    const known = knowledge(this.state);
    setText(byId("mode"), modes.map(wording.mode).join(" + ") || wording.NO_PURSUIT[known]);
    setText(byId("nothing-waits"), wording.NO_ALERT[known]);
    setText(byId("no-pursuits"), wording.NONE_OPEN[known]);
    setAttribute(byId("mode"), "data-mode", modes[0] ?? "none");
    const waiting = waitingP1(this.state);
    const urgent = rail(this.state).waiting.filter((alert) => alert.priority === 1);
    const urgentModes = [...new Set(urgent.map((alert) => alert.mode))].sort();
    const play = urgentModes.includes("live") ? "" : `${urgentModes.map(wording.mode).join(" + ")} `;
    document.title = waiting > 0 ? `(${waiting}) ${play}ALERT - Senningen` : "Senningen";
    const missed = Object.entries(this.state.notRecovered).at(-1);
    byId("not-recovered").hidden = !missed;
    if (missed) setText(byId("not-recovered"), `${format.localTime(missed[1].at_ms + (this.state.clockOffset_ms ?? 0))} ${missed[0]}: missed records could not be recovered (${missed[1].reason}). A fresh picture is shown.`);
  }

  drawUnits() {
    const rows = unitRows(this.state, this.now_ms);
    this.table.draw(rows, this.picked);
    drawPursuits(this.state, this.now_ms);
    this.map.setUnits(rows);
    this.map.setTracks(Object.values(this.state.trails).map((unit) => unit.points));
    this.map.setMarks(Object.values(this.state.alerts).filter((alert) => !isDone(alert)).flatMap((alert) => {
      const mark = markOf(alert);
      return mark ? [{ ...mark, priority: alert.priority, waiting: isWaiting(alert) }] : [];
    }));
  }

  /** @param {import("./map/base_map.js").Config} config */
  drawMapState(config) {
    const { state, reason, faults } = config.map;
    const text = state === "computing" ? "The base map is being computed ..." : state === "failed" ? `No base map: ${reason}` : faults.join(" ");
    byId("map-state").hidden = text === "";
    setText(byId("map-state"), text);
  }

  noteReceipts() {
    this.receipts.note(Object.values(this.state.alerts), document.visibilityState === "visible");
  }

  /** @param {number} lat @param {number} lon @returns {string} 2.1 km N of Eijsden */
  near(lat, lon) {
    const town = this.map.labels.nearest(lat, lon);
    if (!town) return format.position(lat, lon);
    const { distance_m, bearing_deg } = format.towards(town.lat, town.lon, lat, lon);
    return `${format.distance(distance_m)} ${format.compass(bearing_deg)} of ${town.name}`;
  }
}
