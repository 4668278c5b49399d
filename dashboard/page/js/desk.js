// @ts-check
/** The board of one signed-in person: messages come in, the store changes, and what changed is drawn. */
import { AlertRail } from "./alerts/rail.js";
import { Receipts } from "./alerts/receipts.js";
import { Sound } from "./alerts/sound.js";
import { SoundPanel } from "./alerts/sound_panel.js";
import { isDone, isWaiting, knowledge, markOf, openModes, rail, unitRows, waitingP1 } from "./board.js";
import { drawClock } from "./clock.js";
import { byId, setAttribute, setText } from "./elements.js";
import { Feed, RED_MS } from "./feed.js";
import * as format from "./format.js";
import { LinkStatus } from "./link_status.js";
import { loadBase, loadConfig, loadTile } from "./map/base_map.js";
import { MapView } from "./map/map_view.js";
import { consoleId, randomName, recalled, remember } from "./memory.js";
import { Presence } from "./presence.js";
import { loadForms } from "./orders/forms.js";
import { drawCalls } from "./pursuit/calls.js";
import { PursuitList } from "./pursuit/list.js";
import { PursuitPanel } from "./pursuit/panel.js";
import { mayOrder } from "./pursuit/seen.js";
import { onSessionChange, whoIsSignedIn } from "./session.js";
import { Stopwatch } from "./stopwatch.js";
import { inLanguage, kept, logged, reduce, restored } from "./store.js";
import { UnitsTable } from "./units_table.js";
import * as wording from "./wording.js";
import { chosenLanguage, inReadersLanguage, say } from "./words.js";

/** @typedef {import("./wire").State} State */
/** @typedef {import("./wire").ShownAlert} Alert */

const BEAT_MS = 250;
const DRAW_MS = 1000;
const RECEIVING = new Set(["operator", "commander", "unit"]);

export class Board {
  /** @param {import("./session.js").Person} person @param {(reason: string) => void} onEnded the session is over, and why */
  constructor(person, onEnded) {
    this.person = person;
    this.onEnded = onEnded;
    /** @type {State} */
    this.state = restored(recalled(), person.name, chosenLanguage());
    this.state.role = person.role;
    /** @type {string | null} */
    this.picked = null;
    this.link = new LinkStatus();
    this.receipts = new Receipts((receipt) => {
      if (RECEIVING.has(this.state.role)) this.feed?.receipt(receipt);
    });
    this.sound = new Sound((alert) => this.receipts.sounded(alert));
    this.presence = new Presence((said) => Boolean(this.feed?.welcomed && this.feed.send(said)), this.sound);
    this.panel = new SoundPanel(this.sound);
    this.pursuit = new PursuitPanel({ state: () => this.state, now_ms: () => this.now_ms, give: (command) => this.give(command), randomName });
    this.pursuits = new PursuitList((id, from) => this.pursuit.open(id, from));
    this.rail = new AlertRail({
      onAcknowledge: (alert) => this.acknowledge(alert), onShow: (alert) => this.show(alert),
      onPursuit: (alert, from, offer) => this.pursuit.open(alert.case, from, offer),
    });
    this.map = new MapView(byId("map"), loadTile);
    this.map.onPick = (unit) => this.pick(unit);
    this.table = new UnitsTable((unit) => this.showUnit(unit), (lat, lon) => this.near(lat, lon));
    this.started = new Stopwatch();
    this.timers = /** @type {number[]} */ ([]);
    /** @type {string[]} whom the map names */
    this.attribution = [];
    this.dirty = false;
    this.stopped = false;
    this.saving = 0;
  }

  async start() {
    const { state, rooms } = this.person;
    setText(byId("rooms"), rooms.join(", ") || state);
    onSessionChange(() => this.stillSignedIn());
    byId("back").addEventListener("click", () => this.map.back());
    byId("zoom-in").addEventListener("click", () => this.map.zoomBy(1));
    byId("zoom-out").addEventListener("click", () => this.map.zoomBy(-1));
    byId("new-pursuit").addEventListener("click", () => this.pursuit.openNew(byId("new-pursuit")));
    loadForms(() => this.stopped).then(() => this.pursuit.draw());
    document.addEventListener("visibilitychange", () => { this.noteReceipts(); this.presence.beat(); });
    window.addEventListener("pagehide", () => this.save());
    this.timers = [window.setInterval(() => this.beat(), BEAT_MS), window.setInterval(() => this.draw(), DRAW_MS)];
    this.draw();
    loadBase((config) => this.drawMapState(config)).then(({ config, borders, places }) => {
      this.map.setBase(borders, places);
      this.attribution = config.attribution;
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
      hello: () => ({ type: "hello", places: this.state.places, desk: "", console: consoleId(), kind: "page", language: this.state.language }),
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
      this.onEnded(person ? say("signed-in-elsewhere", { other: person.name, mine: this.person.name }) : say("session-ended"));
    } catch (error) {
      if (error instanceof Error) return true; // the server is away or unwell: that says nothing about the session
      throw error;
    }
    return false;
  }

  /** @param {import("./wire").GatewayMessage} message @param {number} at_ms */
  take(message, at_ms) {
    if (message.type === "welcome" && message.account !== this.person.name) {
      this.onEnded(say("signed-in-elsewhere", { other: message.account, mine: this.person.name }));
      return;
    }
    const before = this.state;
    if (message.type === "welcome") this.presence.renew();
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
      this.beat();
    }
    if (inbox || before.commands !== this.state.commands || before.desks !== this.state.desks) this.drawPursuits();
    if (inbox && !this.saving) {
      this.saving = window.setTimeout(() => { this.saving = 0; this.save(); }, DRAW_MS);
    }
    const moved = inbox || before.own !== this.state.own || before.trails !== this.state.trails;
    if (!moved || this.dirty) return;
    this.dirty = true;
    requestAnimationFrame(() => { this.dirty = false; this.drawUnits(); });
  }

  /** From now on the records come in this language: a fresh picture of all of them, and the page is drawn anew. @param {import("./wire").Language} language */
  speak(language) {
    this.state = inLanguage(this.state, language);
    this.feed?.renew();
    this.draw();
    this.pursuit.speak();
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
    this.give(command);
  }

  /** Send a command; it goes again by itself until the server has answered. @param {import("./wire").Command} command */
  give(command) {
    const before = this.state;
    this.state = reduce(before, { type: "commanded", command }, Date.now());
    this.feed?.command(command);
    this.changed(before);
  }

  /** @param {Alert} alert */
  show(alert) {
    this.pursuit.shut();
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
    this.noteReceipts();
    this.presence.beat();
    const { welcomed = false, everHeard = false, lastMessage_ms = 0, heard = this.started } = this.feed ?? {};
    const { kafka, goodbye } = this.state;
    const last_ms = lastMessage_ms + (this.state.clockOffset_ms ?? 0);
    const link = this.link.draw({ welcomed, everHeard, silent_ms: heard.elapsed_ms, kafka, goodbye, last_ms });
    this.sound.beat(Object.values(this.state.alerts), this.panel.linkAlarm(link));
    this.panel.draw(waitingP1(this.state));
    drawClock(this.now_ms, this.state.clockOffset_ms);
  }

  draw() {
    setText(byId("person"), `${this.person.name} (${wording.role(this.person.role)})`);
    if (this.attribution.length > 0) setText(byId("attribution"), [...this.attribution, say("map-view")].join(" | "));
    this.beat();
    this.drawAlerts();
    this.drawPursuits();
    this.drawUnits();
  }

  /** The list of pursuits, the panel of one of them, and who must be called. */
  drawPursuits() {
    byId("new-pursuit").hidden = !mayOrder(this.state);
    this.pursuits.draw(this.state, this.now_ms);
    this.pursuit.draw();
    drawCalls(this.state, (id, room, from) => this.pursuit.openToCall(id, room, from));
  }

  drawAlerts() {
    this.rail.draw(this.state, this.now_ms);
    const modes = openModes(this.state);
    setAttribute(document.body, "data-modes", modes.join(" "));
    const known = knowledge(this.state);
    setText(byId("mode"), modes.map(wording.mode).join(" + ") || say(`no-pursuit-${known}`));
    setText(byId("nothing-waits"), say(`no-alert-${known}`));
    setText(byId("no-pursuits"), say(`none-open-${known}`));
    setAttribute(byId("mode"), "data-mode", modes[0] ?? "none");
    const waiting = waitingP1(this.state);
    const urgent = rail(this.state).waiting.filter((alert) => alert.priority === 1);
    const urgentModes = [...new Set(urgent.map((alert) => alert.mode))].sort();
    const play = urgentModes.includes("live") ? "" : `${urgentModes.map(wording.mode).join(" + ")} `;
    document.title = waiting > 0 ? `(${waiting}) ${play}${say("title-alert")} - Senningen` : "Senningen";
    const missed = Object.entries(this.state.notRecovered).at(-1);
    byId("not-recovered").hidden = !missed;
    if (missed) setText(byId("not-recovered"), notRecovered(missed, this.state.clockOffset_ms ?? 0));
  }

  drawUnits() {
    const rows = unitRows(this.state, this.now_ms);
    this.table.draw(rows, this.picked);
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
    const text = state === "computing" ? say("map-computing") : state === "failed" ? say("map-failed", { reason }) : faults.join(" ");
    byId("map-state").hidden = text === "";
    setText(byId("map-state"), text);
  }

  /** Shown is what a person can see on a page that is live: not what a dead line has left there. */
  noteReceipts() {
    if (!this.feed) return;
    const live = this.feed.welcomed && this.feed.heard.elapsed_ms < RED_MS;
    this.receipts.note(Object.values(this.state.alerts), live && document.visibilityState === "visible");
  }

  /** @param {number} lat @param {number} lon @returns {string} 2.1 km N of Eijsden */
  near(lat, lon) {
    const town = this.map.labels.nearest(lat, lon);
    if (!town) return format.position(lat, lon);
    const { distance_m, bearing_deg } = format.towards(town.lat, town.lon, lat, lon);
    return say("near-town", { distance: format.distance(distance_m), wind: format.compass(bearing_deg), town: inReadersLanguage(town) });
  }
}

/** @param {[string, {reason: string, at_ms: number}]} missed the room, why and when @param {number} offset_ms server minus this computer */
function notRecovered([room, { reason, at_ms }], offset_ms) {
  return say("not-recovered", { at: format.localTime(at_ms + offset_ms), room, reason });
}
