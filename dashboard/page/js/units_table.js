// @ts-check
/** Units and pursuits as tables: everything the map shows, for eyes and screen readers alike. */
import { byId, element, setAttribute, setOrder, setText } from "./elements.js";
import * as format from "./format.js";
import * as wording from "./wording.js";

/** @typedef {import("./wire").UnitRow} UnitRow */
/** @typedef {import("./wire").State} State */

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
    const course = row.course_deg === null ? wording.NOT_KNOWN : `${format.compass(row.course_deg)} ${Math.round(row.course_deg)}\u00b0`;
    return [
      row.unit, wording.mode(row.mode), wording.territory(row.territory), wording.staleness(row),
      this.near(row.lat, row.lon), course, format.kmh(row.speed_mps) || wording.NOT_KNOWN, row.cases.join(", ") || "-",
    ];
  }

  /** @param {string} unit @returns {HTMLTableRowElement} */
  made(unit) {
    const pick = element("button", { className: "link", attributes: { type: "button", title: "Show on map" } });
    pick.onclick = () => this.onPick(unit);
    const cells = COLUMNS.map((column, i) => element("td", { className: column }, i === 0 ? [pick] : []));
    return element("tr", { attributes: { "data-unit": unit } }, cells);
  }
}

/** @param {State} state @param {number} now_ms server time */
export function drawPursuits(state, now_ms) {
  const newest = new Map();
  for (const pursuit of Object.values(state.pursuits)) {
    const held = newest.get(pursuit.case);
    if (!held || held.event < pursuit.event) newest.set(pursuit.case, pursuit);
  }
  const open = [...newest.values()].filter((pursuit) => pursuit.phase === "open")
    .sort((a, b) => Date.parse(b.opened_at) - Date.parse(a.opened_at));
  setText(byId("pursuits-count"), String(open.length));
  byId("no-pursuits").hidden = open.length > 0;
  const list = byId("pursuits");
  const held = new Map([...list.children].map((node) => [node.getAttribute("data-case"), /** @type {HTMLElement} */ (node)]));
  setOrder(list, open.map((pursuit) => pursuitItem(held.get(pursuit.case), pursuit, now_ms)));
}

/** @param {HTMLElement | undefined} held @param {import("./wire").PursuitRecord} pursuit @param {number} now_ms */
function pursuitItem(held, pursuit, now_ms) {
  const node = held ?? element("li", { attributes: { "data-case": pursuit.case, "data-testid": "pursuit" } }, [
    element("strong"), element("span", { className: "mode" }), element("p"), element("p"), element("ul"),
  ]);
  const [title, mode, opened, units, rooms] = [...node.children];
  setAttribute(node, "data-mode", pursuit.mode);
  setText(title, pursuit.case);
  setText(mode, wording.mode(pursuit.mode));
  setText(opened, `Opened ${format.bothTimes(Date.parse(pursuit.opened_at), now_ms)} by ${pursuit.opened_by}, led by ${pursuit.leading_room}`);
  setText(units, `Units: ${pursuit.units.filter((view) => view.active).map(wording.unitOfPursuit).join(", ") || "none"}`);
  setOrder(/** @type {HTMLElement} */ (rooms), []);
  rooms.append(...pursuit.alerted.map((room) => element("li", { text: wording.alertedRoom(room) })));
  return node;
}
