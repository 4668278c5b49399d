// @ts-check
/** A sheet over the map that we draw on ourselves; one canvas, drawn whole when the map or its content changes. */
import { DomUtil, Layer } from "./leaflet.js";
import { TILE_PX } from "./mercator.js";

/** @typedef {import("./mercator.js").View} View */

export class CanvasLayer extends Layer {
  /**
   * @param {string} pane name of the map pane it lies in
   * @param {(context: CanvasRenderingContext2D, view: View) => void} draw
   */
  constructor(pane, draw) {
    super();
    this.options = { ...this.options, pane };
    this.draw = draw;
    this.waiting = 0;
  }

  onAdd() {
    this.canvas = DomUtil.create("canvas", "sheet", this.getPane());
    this._map.on("move zoomend viewreset resize", this.redraw, this);
    this.redraw();
    return this;
  }

  onRemove() {
    this._map.off("move zoomend viewreset resize", this.redraw, this);
    this.canvas.remove();
    return this;
  }

  /** Draw with the next frame; asking twice draws once. */
  redraw() {
    if (this.waiting || !this._map) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.paint();
    });
  }

  paint() {
    const size = this._map.getSize();
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.x * ratio), Math.round(size.y * ratio)];
    if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, { width, height });
    Object.assign(this.canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    DomUtil.setPosition(this.canvas, this._map.containerPointToLayerPoint([0, 0]));
    const context = this.canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.x, size.y);
    const corner = this._map.getPixelBounds().min;
    const zoom = this._map.getZoom();
    this.draw(context, { zoom, scale: TILE_PX * 2 ** zoom, left: corner.x, top: corner.y, width: size.x, height: size.y });
  }
}
