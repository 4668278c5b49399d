// @ts-check
/**
 * The map as the rest of the page sees it. Only this folder knows the map library, so that it can be changed.
 *
 * The map never moves by itself: only a person's hand or a pressed button moves it.
 */
import { Borders } from "./borders.js";
import { CanvasLayer } from "./canvas_layer.js";
import { Labels } from "./labels.js";
import { Map as LeafletMap, control } from "./leaflet.js";
import { toCanvas } from "./mercator.js";
import { drawMarks, drawTracks, drawUnits } from "./units.js";

/** @typedef {import("../wire").UnitRow} UnitRow */
/** @typedef {import("./units.js").Mark} Mark */

const START = /** @type {[number, number][]} */ ([[49.45, 2.6], [52.6, 7.4]]);
const PICK_PX = 18;

export class MapView {
  /** @param {HTMLElement} place @param {(name: string) => Promise<any>} loadTile */
  constructor(place, loadTile) {
    this.map = new LeafletMap(place, {
      attributionControl: false, zoomControl: false, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false,
      inertia: false, keyboard: false, minZoom: 5, maxZoom: 18, maxBounds: [[38, -14], [59, 22]],
    });
    control.scale({ imperial: false, position: "bottomleft" }).addTo(this.map);
    for (const [name, height] of [["ground", 210], ["names", 220], ["units", 450]]) {
      Object.assign(this.map.createPane(String(name)).style, { zIndex: height, pointerEvents: "none" });
    }
    /** @type {UnitRow[]} */
    this.rows = [];
    /** @type {[number, number, number][][]} */
    this.tracks = [];
    /** @type {Mark[]} */
    this.marks = [];
    /** @type {string | null} */
    this.picked = null;
    /** @type {string | null} */
    this.followed = null;
    this.onPick = (/** @type {string | null} */ _unit) => {};
    this.addSheets(loadTile);
    this.map.fitBounds(START);
    this.map.on("click", (/** @type {any} */ event) => this.onPick(this.unitAt(event.containerPoint)));
    this.map.on("dragstart", () => this.follow(null));
    new ResizeObserver(() => this.map.invalidateSize({ pan: false })).observe(place);
  }

  /** @param {(name: string) => Promise<any>} loadTile */
  addSheets(loadTile) {
    this.labels = new Labels();
    this.borders = new Borders(() => this.ground.redraw(), loadTile);
    this.ground = new CanvasLayer("ground", (context, view) => this.borders.draw(context, view)).addTo(this.map);
    this.names = new CanvasLayer("names", (context, view) => this.labels.draw(context, view)).addTo(this.map);
    this.moving = new CanvasLayer("units", (context, view) => {
      drawTracks(context, view, this.tracks);
      drawMarks(context, view, this.marks);
      drawUnits(context, view, this.rows, this.picked);
    }).addTo(this.map);
  }

  /** The ground: borders and towns as the server gives them. @param {any} borders @param {any[]} places */
  setBase(borders, places) {
    this.borders.set(borders);
    this.labels.set(places);
    this.names.redraw();
  }

  /** @param {number} steps positive: nearer */
  zoomBy(steps) {
    this.map.setZoom(this.map.getZoom() + steps);
  }

  /** @param {UnitRow[]} rows */
  setUnits(rows) {
    this.rows = rows;
    const followed = rows.find((row) => row.unit === this.followed);
    if (followed) this.map.panTo([followed.lat, followed.lon], { animate: false });
    this.moving.redraw();
  }

  /** @param {[number, number, number][][]} tracks lat, lon, ms, each in time order */
  setTracks(tracks) {
    this.tracks = tracks;
    this.moving.redraw();
  }

  /** @param {Mark[]} marks where alerts' crossings were */
  setMarks(marks) {
    this.marks = marks;
    this.moving.redraw();
  }

  /** @param {string | null} unit to be ringed */
  pick(unit) {
    this.picked = unit;
    this.moving.redraw();
  }

  /** Keep a unit in the middle, until the map is dragged. @param {string | null} unit */
  follow(unit) {
    this.followed = unit;
  }

  /** Show all these points; the view before can be had back. @param {[number, number][]} points lat, lon */
  fit(points) {
    if (points.length === 0) return;
    this.before ??= { centre: this.map.getCenter(), zoom: this.map.getZoom() };
    this.map.fitBounds(points, { padding: [80, 80], maxZoom: 14, animate: false });
  }

  /** Back to the view a person had chosen before `fit`. */
  back() {
    this.follow(null);
    if (this.before) this.map.setView(this.before.centre, this.before.zoom, { animate: false });
    this.before = undefined;
  }

  /** @param {{x: number, y: number}} point @returns {string | null} the unit drawn there */
  unitAt(point) {
    const corner = this.map.getPixelBounds().min;
    const zoom = this.map.getZoom();
    const view = { zoom, scale: 256 * 2 ** zoom, left: corner.x, top: corner.y, width: 0, height: 0 };
    const near = this.rows.map((row) => {
      const [x, y] = toCanvas(view, row.lat, row.lon);
      return { unit: row.unit, away_px: Math.hypot(x - point.x, y - point.y) };
    }).filter(({ away_px }) => away_px <= PICK_PX).sort((a, b) => a.away_px - b.away_px);
    return near[0]?.unit ?? null;
  }
}
