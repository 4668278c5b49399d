// @ts-check
/** The map library, from our own server; the one address of it in the page. */
export { DomUtil, Layer, Map, control } from "/vendor/leaflet/leaflet-src.esm.js";
