// @ts-check
/** The map library, from our own server; the one address of it in the page. */
export { CRS, DomUtil, Layer, Map, control, latLng, latLngBounds } from "/vendor/leaflet/leaflet-src.esm.js";
