// @ts-check
/** The border lines and fills as the server packs them, unpacked into the map's flat world; pure. */
import { world } from "./mercator.js";

const SCALE = 100_000;

/** @typedef {{points: Float64Array, west: number, east: number, north: number, south: number}} Shape */
/** @typedef {{states: string[], kind: string, shape: Shape}} BorderLine */
/** @typedef {{states: string[], rings: Shape[], at: [number, number]}} Fill */
/** @typedef {{lines: BorderLine[], fills: Fill[]}} Drawing */

/** @param {any} packed {lines, fills} of the server @returns {Drawing} */
export function unpacked(packed) {
  return {
    lines: packed.lines.map((/** @type {any} */ line) => ({ states: line.states, kind: line.kind, shape: shape(line.points) })),
    fills: packed.fills.map((/** @type {any} */ fill) => ({
      states: fill.states, rings: fill.rings.map(shape), at: world(fill.at[1] / SCALE, fill.at[0] / SCALE),
    })),
  };
}

/** @param {number[]} steps lon, lat, then steps from point to point, 1/100,000 degree @returns {Shape} */
export function shape(steps) {
  const points = new Float64Array(steps.length);
  let [lon, lat] = [0, 0];
  let [west, east, north, south] = [1, 0, 1, 0];
  for (let i = 0; i < steps.length; i += 2) {
    lon += steps[i];
    lat += steps[i + 1];
    const [x, y] = world(lat / SCALE, lon / SCALE);
    points[i] = x;
    points[i + 1] = y;
    [west, east, north, south] = [Math.min(west, x), Math.max(east, x), Math.min(north, y), Math.max(south, y)];
  }
  return { points, west, east, north, south };
}

/** @param {Shape} shape @param {import("./mercator.js").View} view */
export function isInView(shape, view) {
  return shape.east * view.scale >= view.left && shape.west * view.scale <= view.left + view.width
    && shape.south * view.scale >= view.top && shape.north * view.scale <= view.top + view.height;
}

/** @param {CanvasRenderingContext2D | Path2D} path @param {Shape} shape @param {import("./mercator.js").View} view */
export function trace(path, { points }, view) {
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] * view.scale - view.left, points[i + 1] * view.scale - view.top];
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
}
