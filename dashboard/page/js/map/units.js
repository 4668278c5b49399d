// @ts-check
/** The moving part of the map: tracks, units with the age of their position, and where an alert's crossing was, or is foreseen. */
import { age } from "../format.js";
import { say } from "../words.js";
import { metresPerPixel, toCanvas } from "./mercator.js";

/** @typedef {import("./mercator.js").View} View */
/** @typedef {import("../wire").UnitRow} UnitRow */
/** @typedef {[number, number, number][]} Points lat, lon, ms */
/** @typedef {{lat: number, lon: number, priority: 1 | 2 | 3, guess: boolean, waiting: boolean}} Mark */

const GAP_MS = 15_000;
const PURSUIT = "#ffffff";
const OTHER = "#9fb3c4";
const DARK = "#0b131a";
const TRACK = "#f2d9a0";
const PRIORITY = { 1: "#FF6B3D", 2: "#E69F00", 3: "#56B4E9" };

/** @param {CanvasRenderingContext2D} context @param {View} view @param {Points[]} tracks */
export function drawTracks(context, view, tracks) {
  context.lineWidth = 2.5;
  context.lineCap = "round";
  for (const points of tracks) {
    const last_ms = points.at(-1)?.[2] ?? 0;
    for (let i = 1; i < points.length; i += 1) drawStretch(context, view, points[i - 1], points[i], last_ms);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} context @param {View} view @param {[number, number, number]} a @param {[number, number, number]} b @param {number} last_ms */
function drawStretch(context, view, a, b, last_ms) {
  const [x1, y1] = toCanvas(view, a[0], a[1]);
  const [x2, y2] = toCanvas(view, b[0], b[1]);
  context.globalAlpha = Math.max(0.2, 0.9 - (last_ms - b[2]) / 600_000);
  // Over a hole in the positions the way is not known: a dotted line says so.
  context.setLineDash(b[2] - a[2] > GAP_MS ? [2, 6] : []);
  context.strokeStyle = TRACK;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {View} view @param {Mark[]} marks */
export function drawMarks(context, view, marks) {
  for (const mark of marks) {
    const [x, y] = toCanvas(view, mark.lat, mark.lon);
    for (const [colour, width] of [[DARK, 7], [PRIORITY[mark.priority], 3.5]]) {
      context.strokeStyle = String(colour);
      context.lineWidth = Number(width);
      context.setLineDash(mark.guess ? [3, 3] : []);
      context.beginPath();
      context.moveTo(x - 8, y - 8);
      context.lineTo(x + 8, y + 8);
      context.moveTo(x + 8, y - 8);
      context.lineTo(x - 8, y + 8);
      context.stroke();
    }
    context.setLineDash([]);
  }
}

/** @param {CanvasRenderingContext2D} context @param {View} view @param {UnitRow[]} rows @param {string | null} picked */
export function drawUnits(context, view, rows, picked) {
  // Units in a pursuit are drawn last, so that no other lies over them.
  for (const row of [...rows].reverse()) {
    const [x, y] = toCanvas(view, row.lat, row.lon);
    if (x < -100 || y < -30 || x > view.width + 30 || y > view.height + 30) continue;
    drawAccuracy(context, view, row, [x, y]);
    drawSymbol(context, row, [x, y], view.zoom);
    if (row.unit === picked) drawRing(context, [x, y]);
    if (row.cases.length > 0 || view.zoom >= 10 || row.unit === picked) drawName(context, row, [x, y]);
  }
}

/** @param {CanvasRenderingContext2D} context @param {View} view @param {UnitRow} row @param {[number, number]} at */
function drawAccuracy(context, view, row, [x, y]) {
  const radius_px = (row.accuracy_m ?? 0) / metresPerPixel(row.lat, view.zoom);
  if (radius_px < 12) return;
  context.beginPath();
  context.arc(x, y, radius_px, 0, 2 * Math.PI);
  context.fillStyle = "rgba(255, 255, 255, 0.08)";
  context.fill();
  context.strokeStyle = "rgba(255, 255, 255, 0.3)";
  context.lineWidth = 1;
  context.stroke();
}

/** Solid: fresh. Hollow: late. Dashed: stale. Dashed and crossed out: lost. @param {CanvasRenderingContext2D} context @param {UnitRow} row @param {[number, number]} at @param {number} zoom */
function drawSymbol(context, row, [x, y], zoom) {
  // From afar units out of any pursuit shrink, so that a fleet does not hide the border.
  const size = row.cases.length > 0 ? 1 : zoom >= 10 ? 0.72 : 0.45;
  const colour = row.cases.length > 0 ? PURSUIT : OTHER;
  context.save();
  context.translate(x, y);
  context.scale(size, size);
  const shape = symbol(row.course_deg);
  context.strokeStyle = DARK;
  context.lineWidth = 6;
  context.stroke(shape);
  context.fillStyle = row.staleness === "fresh" ? colour : DARK;
  context.fill(shape);
  context.strokeStyle = colour;
  context.lineWidth = 2.2;
  context.setLineDash(row.staleness === "stale" || row.staleness === "lost" ? [3, 3] : []);
  context.stroke(shape);
  context.restore();
}

/** An arrow along the course; a disc where the course is not known. @param {number | null} course_deg */
function symbol(course_deg) {
  const path = new Path2D();
  if (course_deg === null) {
    path.arc(0, 0, 8, 0, 2 * Math.PI);
    return path;
  }
  const [sin, cos] = [Math.sin((course_deg * Math.PI) / 180), Math.cos((course_deg * Math.PI) / 180)];
  [[0, -13], [9, 10], [0, 5], [-9, 10]].forEach(([px, py], i) => {
    const [qx, qy] = [px * cos - py * sin, px * sin + py * cos];
    if (i === 0) path.moveTo(qx, qy);
    else path.lineTo(qx, qy);
  });
  path.closePath();
  return path;
}

/** @param {CanvasRenderingContext2D} context @param {[number, number]} at */
function drawRing(context, [x, y]) {
  context.strokeStyle = "#FFE066";
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, 19, 0, 2 * Math.PI);
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {UnitRow} row @param {[number, number]} at */
function drawName(context, row, [x, y]) {
  const stale = row.staleness === "stale" ? `  ${age(row.age_ms)}` : row.staleness === "lost" ? `  ${say("position-lost", { age: age(row.age_ms) })}` : "";
  const mode = row.mode === "live" ? "" : `  ${say(`mode-${row.mode}`)}`;
  const text = `${row.unit}${mode}${stale}`;
  context.font = `${row.cases.length > 0 ? "600 12px" : "11px"} system-ui, sans-serif`;
  context.textBaseline = "middle";
  const width = context.measureText(text).width;
  context.fillStyle = "rgba(11, 19, 26, 0.82)";
  context.fillRect(x + 15, y - 9, width + 8, 18);
  context.fillStyle = row.cases.length > 0 ? "#ffffff" : "#c3d0db";
  context.fillText(text, x + 19, y + 0.5);
}
