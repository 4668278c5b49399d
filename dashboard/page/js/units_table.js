// @ts-check
/** The units as a table: everything the map shows, for eyes and screen readers alike. */
import { byId, element, setAttribute, setOrder, setText } from "./elements.js";
import * as format from "./format.js";
import * as wording from "./wording.js";
import { say } from "./words.js";

/** @typedef {import("./wire").UnitRow} UnitRow */

const COLUMNS = ["unit", "mode", "country", "age", "near", "course", "speed", "pursuit"];

export class UnitsTable {
  /** @param {(unit: string) => void} onPick @param {(lat: number, lon: number) => string} near nearest town in words */
  constructor(onPick, near) {
    this.onPick = onPick;
    this.near = near;
    this.body = byId("units-body");
    /** @type {Map<string, HTMLTableRowElement>} */
    this.rows = new Map();
  }

  /** @param {UnitRow[]} rows @param {string | null} picked */
  draw(rows, picked) {
    const shown = new Set(rows.map((row) => row.unit));
    for (const unit of this.rows.keys()) if (!shown.has(unit)) this.rows.delete(unit);
    setOrder(this.body, rows.map((row) => this.row(row, row.unit === picked)));
    byId("no-units").hidden = rows.length > 0;
    setText(byId("units-count"), String(rows.length));
  }

  /** @param {UnitRow} row @param {boolean} picked @returns {HTMLTableRowElement} */
  row(row, picked) {
    const node = this.rows.get(row.unit) ?? this.made(row.unit);
    this.rows.set(row.unit, node);
    setAttribute(node, "data-staleness", row.staleness);
    setAttribute(node, "data-territory", row.territory.join(" "));
    setAttribute(node, "data-pursuit", String(row.cases.length > 0));
    setAttribute(node, "data-mode", row.mode);
    setAttribute(node, "aria-selected", String(picked));
    const cells = this.texts(row);
    cells.forEach((text, i) => setText(i === 0 ? /** @type {Node} */ (node.cells[0].firstChild) : node.cells[i], text));
    setAttribute(node.cells[7], "title", cells[7]);
    return node;
  }

  /** @param {UnitRow} row @returns {string[]} in the order of the columns */
  texts(row) {
    const course = row.course_deg === null ? wording.notKnown() : `${format.compass(row.course_deg)} ${Math.round(row.course_deg)}\u00b0`;
    return [
      row.unit, wording.mode(row.mode), wording.territory(row.territory), wording.staleness(row),
      this.near(row.lat, row.lon), course, format.kmh(row.speed_mps) || wording.notKnown(), row.cases.join(", ") || "-",
    ];
  }

  /** @param {string} unit @returns {HTMLTableRowElement} */
  made(unit) {
    const pick = element("button", { className: "link", attributes: { type: "button", title: say("show-on-map") } });
    pick.onclick = () => this.onPick(unit);
    const cells = COLUMNS.map((column, i) => element("td", { className: column }, i === 0 ? [pick] : []));
    return element("tr", { attributes: { "data-unit": unit } }, cells);
  }
}
