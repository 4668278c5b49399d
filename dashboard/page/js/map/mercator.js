// @ts-check
/** Where a place lies on the map's flat world; pure. The world is 1 wide and 1 high, north at the top (Web Mercator). */

export const TILE_PX = 256;

/** @param {number} lat degrees @param {number} lon degrees @returns {[number, number]} */
export function world(lat, lon) {
  const phi = (lat * Math.PI) / 180;
  return [(lon + 180) / 360, (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2];
}

/** @param {number} lat degrees @param {number} zoom @returns {number} metres on the ground for a pixel */
export function metresPerPixel(lat, zoom) {
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
}

/**
 * What a canvas shows: the way from the world to its pixels.
 * @typedef {object} View
 * @property {number} zoom
 * @property {number} scale pixels for the whole world
 * @property {number} left of the canvas, in pixels of the world
 * @property {number} top
 * @property {number} width of the canvas, CSS pixels
 * @property {number} height
 */

/** @param {View} view @param {number} lat @param {number} lon @returns {[number, number]} pixels in the canvas */
export function toCanvas(view, lat, lon) {
  const [x, y] = world(lat, lon);
  return [x * view.scale - view.left, y * view.scale - view.top];
}
