// @ts-check
/** The names on the map: towns by their rank, and the states; never two over each other. */
import { inReadersLanguage } from "../words.js";
import { toCanvas, world } from "./mercator.js";

/** @typedef {import("./mercator.js").View} View */
/** @typedef {{name: string, names: Record<string, string>, lat: number, lon: number, zoom: number, x: number, y: number}} Town */

const STATE_NAMES = [
  ["NL", 52.22, 6.15], ["BE", 50.45, 5.25], ["LU", 49.95, 6.03], ["DE", 51.2, 7.9], ["FR", 49.65, 4.0],
];

export class Labels {
  constructor() {
    /** @type {Town[]} */
    this.towns = [];
    /** @type {Map<string, Town[]>} towns by the square they lie in */
    this.squares = new Map();
  }

  /** @param {any[]} places as the server gives them, by zoom and rank */
  set(places) {
    this.towns = places.map((place) => {
      const [x, y] = world(place.lat, place.lon);
      return { name: place.name, names: place.names ?? {}, lat: place.lat, lon: place.lon, zoom: place.zoom, x, y };
    });
    this.squares.clear();
    for (const town of this.towns) {
      const key = square(town.lat, town.lon).join(" ");
      this.squares.set(key, [...(this.squares.get(key) ?? []), town]);
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {View} view */
  draw(context, view) {
    /** @type {number[][]} */
    const taken = [];
    context.textBaseline = "middle";
    context.lineJoin = "round";
    if (view.zoom <= 9) this.drawStates(context, view);
    for (const town of this.towns) {
      if (town.zoom > view.zoom) break; // ordered by zoom
      const [x, y] = [town.x * view.scale - view.left, town.y * view.scale - view.top];
      if (x < -60 || y < -10 || x > view.width + 10 || y > view.height + 10) continue;
      this.drawTown(context, town, [x, y], view.zoom - town.zoom, taken);
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {Town} town @param {[number, number]} at @param {number} rank @param {number[][]} taken */
  drawTown(context, town, [x, y], rank, taken) {
    context.font = `${rank >= 3 ? "600 13px" : "12px"} system-ui, sans-serif`;
    const name = inReadersLanguage(town);
    const box = [x - 3, y - 8, x + 8 + context.measureText(name).width, y + 8];
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return;
    taken.push(box);
    context.fillStyle = "#9fb3c4";
    context.beginPath();
    context.arc(x, y, rank >= 3 ? 2.5 : 1.8, 0, 2 * Math.PI);
    context.fill();
    context.strokeStyle = "rgba(11, 19, 26, 0.85)";
    context.lineWidth = 3;
    context.strokeText(name, x + 6, y);
    context.fillStyle = rank >= 3 ? "#c3d0db" : "#9fb3c4";
    context.fillText(name, x + 6, y);
  }

  /** @param {CanvasRenderingContext2D} context @param {View} view */
  drawStates(context, view) {
    context.font = "700 26px system-ui, sans-serif";
    context.textAlign = "center";
    context.fillStyle = "rgba(159, 179, 196, 0.3)";
    for (const [code, lat, lon] of STATE_NAMES) {
      const [x, y] = toCanvas(view, Number(lat), Number(lon));
      context.fillText(String(code), x, y);
    }
    context.textAlign = "start";
  }

  /**
   * The nearest town, for words; the state of a unit is the server's and never read from here.
   * @param {number} lat @param {number} lon degrees @returns {Town | null} null where none lies near (28 to 56 km)
   */
  nearest(lat, lon) {
    const east = Math.cos((lat * Math.PI) / 180);
    let [best, least] = [/** @type {Town | null} */ (null), Infinity];
    for (const town of this.around(lat, lon)) {
      const away = (town.lat - lat) ** 2 + ((town.lon - lon) * east) ** 2;
      if (away < least) [best, least] = [town, away];
    }
    return best;
  }

  /** Towns of the nine squares around a place: asked for every unit every second, so never all of them. @param {number} lat @param {number} lon */
  around(lat, lon) {
    const [row, column] = square(lat, lon);
    return [-1, 0, 1].flatMap((up) => [-1, 0, 1].flatMap((right) => this.squares.get(`${row + up} ${column + right}`) ?? []));
  }
}

/** @param {number} lat @param {number} lon @returns {[number, number]} row and column of a square about 28 km wide and high */
function square(lat, lon) {
  return [Math.floor(lat / 0.25), Math.floor(lon / 0.4)];
}
