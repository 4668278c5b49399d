// @ts-check
/** The sign of a priority: octagon 1, triangle 2, circle 3. Shape and number say it, colour only helps. */

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  1: ["polygon", { points: "9.4,1 22.6,1 31,9.4 31,22.6 22.6,31 9.4,31 1,22.6 1,9.4" }, 22],
  2: ["polygon", { points: "16,2 31,30 1,30" }, 27],
  3: ["circle", { cx: "16", cy: "16", r: "15" }, 22],
};

/** @param {1 | 2 | 3} priority @returns {SVGElement} */
export function prioritySign(priority) {
  const [tag, attributes, baseline] = SHAPES[priority] ?? SHAPES[1];
  const svg = made("svg", { viewBox: "0 0 32 32", "aria-hidden": "true", class: `p${priority}` });
  const number = made("text", { x: "16", y: String(baseline), "text-anchor": "middle" });
  number.textContent = String(priority);
  svg.append(made(/** @type {string} */ (tag), /** @type {Record<string, string>} */ (attributes)), number);
  return svg;
}

/** @param {string} tag @param {Record<string, string>} attributes @returns {SVGElement} */
function made(tag, attributes) {
  const node = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}
