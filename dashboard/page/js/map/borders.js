// @ts-check
/**
 * The ground of the map: whose land is where, and the border itself, the very line that decides an alert.
 *
 * From afar a coarse drawing; from zoom 11 the exact one, square by square, loaded when it comes into view. Outside the
 * states that the server knows, the ground is hatched: nothing is said about it.
 */
import { isInView, trace, unpacked } from "./border_shapes.js";
import { world } from "./mercator.js";

/** @typedef {import("./mercator.js").View} View */
/** @typedef {import("./border_shapes.js").Drawing} Drawing */

export const EXACT_FROM_ZOOM = 11;
const TILES_KEPT = 300;
const GROUND = "#0b131a";
const HATCH = "#16222c";
const FILLS = { NL: "#20364a", BE: "#2b3138", LU: "#1f3d3d", DE: "#35333f", FR: "#262f4d" };
const OTHER_FILL = "#2d3a3a";

export class Borders {
  /**
   * @param {() => void} onChange something more can be drawn
   * @param {(name: string) => Promise<any>} loadTile the exact drawing of a square, `column_row`
   */
  constructor(onChange, loadTile) {
    this.onChange = onChange;
    this.loadTile = loadTile;
    /** @type {Drawing | null} */
    this.overview = null;
    this.tile_deg = 0.25;
    /** @type {Set<string>} */
    this.names = new Set();
    /** @type {Map<string, Drawing | null>} null: on its way */
    this.tiles = new Map();
    /** @type {Map<string, CanvasPattern | string>} */
    this.patterns = new Map();
  }

  /** @param {any} overview as the server gives it */
  set(overview) {
    this.overview = unpacked(overview);
    this.tile_deg = overview.tile_deg;
    this.names = new Set(overview.tiles);
    this.tiles.clear();
    this.onChange();
  }

  /** @param {CanvasRenderingContext2D} context @param {View} view */
  draw(context, view) {
    context.fillStyle = this.pattern(context, "hatch", [GROUND, HATCH]);
    context.fillRect(0, 0, view.width, view.height);
    if (this.overview === null) return;
    this.drawOne(context, view, this.overview);
    if (view.zoom >= EXACT_FROM_ZOOM) {
      for (const name of this.inView(view)) this.drawTile(context, view, name);
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {View} view @param {string} name */
  drawTile(context, view, name) {
    const tile = this.tile(name);
    if (!tile) return;
    const { x, y, width, height } = this.square(name, view);
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    context.fillStyle = this.pattern(context, "hatch", [GROUND, HATCH]);
    context.fillRect(x, y, width, height);
    this.drawOne(context, view, tile);
    this.nameSides(context, view, tile);
    context.restore();
  }

  /** @param {CanvasRenderingContext2D} context @param {View} view @param {Drawing} drawing */
  drawOne(context, view, drawing) {
    for (const fill of drawing.fills) {
      const rings = fill.rings.filter((ring) => isInView(ring, view));
      if (rings.length === 0) continue;
      context.beginPath();
      for (const ring of fill.rings) trace(context, ring, view);
      context.fillStyle = context.strokeStyle = this.fill(context, fill.states);
      context.fill("evenodd");
      // A hair over the edge, so that no seam shows where two squares meet.
      context.lineWidth = 1.5;
      context.stroke();
    }
    this.drawLines(context, view, drawing, "outer", [["#4d5f6d", 1]]);
    // A dark edge under the bright line keeps it apart from both fills.
    const bright = view.zoom >= EXACT_FROM_ZOOM ? 2.2 : 1.4;
    this.drawLines(context, view, drawing, "land", [["#0b131a", bright + 2.5], ["#d9e2ea", bright]]);
  }

  /** Whose land is on which side of the line. @param {CanvasRenderingContext2D} context @param {View} view @param {Drawing} tile */
  nameSides(context, view, tile) {
    context.font = "700 20px system-ui, sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = "rgba(200, 215, 228, 0.34)";
    for (const { states, rings, at } of tile.fills) {
      const wide_px = (rings[0].east - rings[0].west) * view.scale;
      const high_px = (rings[0].south - rings[0].north) * view.scale;
      if (wide_px < 60 || high_px < 40) continue;
      context.fillText(states.join("/"), at[0] * view.scale - view.left, at[1] * view.scale - view.top);
    }
    context.textAlign = "start";
  }

  /** @param {CanvasRenderingContext2D} context @param {View} view @param {Drawing} drawing @param {string} kind @param {[string, number][]} strokes */
  drawLines(context, view, drawing, kind, strokes) {
    const path = new Path2D();
    for (const line of drawing.lines) {
      if (line.kind === kind && isInView(line.shape, view)) trace(path, line.shape, view);
    }
    context.lineJoin = "round";
    for (const [colour, width] of strokes) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.stroke(path);
    }
  }

  /** One state: its colour; several (a condominium): stripes of both. @param {CanvasRenderingContext2D} context @param {string[]} states */
  fill(context, states) {
    const colours = states.map((state) => FILLS[/** @type {keyof typeof FILLS} */ (state)] ?? OTHER_FILL);
    return colours.length === 1 ? colours[0] : this.pattern(context, states.join(" "), colours);
  }

  /** @param {CanvasRenderingContext2D} context @param {string} name @param {string[]} colours @returns {CanvasPattern | string} */
  pattern(context, name, colours) {
    const held = this.patterns.get(name);
    if (held) return held;
    const made = context.createPattern(striped(colours), "repeat") ?? colours[0];
    this.patterns.set(name, made);
    return made;
  }

  /** @param {View} view @returns {string[]} squares with a border in them */
  inView(view) {
    const [west, east] = [view.left, view.left + view.width].map((px) => (px / view.scale) * 360 - 180);
    const [north, south] = [view.top, view.top + view.height].map((px) => latitude(px / view.scale));
    const found = [];
    for (let column = Math.floor(west / this.tile_deg); column * this.tile_deg <= east; column += 1) {
      for (let row = Math.floor(south / this.tile_deg); row * this.tile_deg <= north; row += 1) {
        if (this.names.has(`${column}_${row}`)) found.push(`${column}_${row}`);
      }
    }
    return found;
  }

  /** @param {string} name @returns {Drawing | null} null while it is on its way */
  tile(name) {
    if (!this.tiles.has(name)) this.load(name);
    return this.tiles.get(name) ?? null;
  }

  /** @param {string} name */
  async load(name) {
    if (this.tiles.size >= TILES_KEPT) this.tiles.clear();
    this.tiles.set(name, null);
    const packed = await this.loadTile(name);
    if (packed === null) {
      // Not now: the coarse line stays, and the next look asks again.
      setTimeout(() => this.tiles.delete(name), 3000);
      return;
    }
    this.tiles.set(name, unpacked(packed));
    this.onChange();
  }

  /** @param {string} name @param {View} view */
  square(name, view) {
    const [column, row] = name.split("_").map(Number);
    const [west, south] = world(row * this.tile_deg, column * this.tile_deg);
    const [east, north] = world((row + 1) * this.tile_deg, (column + 1) * this.tile_deg);
    const [x, y] = [Math.floor(west * view.scale - view.left), Math.floor(north * view.scale - view.top)];
    const [right, bottom] = [Math.ceil(east * view.scale - view.left), Math.ceil(south * view.scale - view.top)];
    return { x, y, width: right - x, height: bottom - y };
  }
}

/** @param {number} y 0 at the top of the world, 1 at its bottom @returns {number} degrees */
function latitude(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** @param {string[]} colours @returns {HTMLCanvasElement} a small square of slanting stripes */
function striped(colours) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 12;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = colours[0];
  context.fillRect(0, 0, 12, 12);
  context.strokeStyle = colours[1];
  context.lineWidth = 3;
  for (const shift of [-12, 0, 12]) {
    context.moveTo(shift - 2, 14);
    context.lineTo(shift + 14, -2);
  }
  context.stroke();
  return canvas;
}
