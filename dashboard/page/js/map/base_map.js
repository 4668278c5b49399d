// @ts-check
/** Fetches the ground of the map from our own server, and waits while the server is still computing it. */

const ASK_AGAIN_MS = 1000;
const FAILED_ASK_AGAIN_MS = 5000;

/** @typedef {{gateway: string, map: {state: string, version: string, faults: string[], reason: string}, attribution: string[]}} Config */

/** @returns {Promise<Config | null>} null when the server gives none (not signed in, or away) */
export const loadConfig = () => json("/api/config");

/** @param {string} name @returns {Promise<any>} */
export const loadTile = (name) => json(`/api/map/borders/${name}`);

/**
 * Waits for the base map.
 * @param {(config: Config) => void} onState how far the server is
 * @returns {Promise<{config: Config, borders: any, places: any[]}>}
 */
export async function loadBase(onState) {
  for (;;) {
    const config = await loadConfig();
    if (config) onState(config);
    if (config?.map.state === "ready") {
      const [borders, places] = await Promise.all([json("/api/map/borders"), json("/api/map/places")]);
      if (borders && places) return { config, borders, places: places.places };
    }
    const pause_ms = config?.map.state === "computing" ? ASK_AGAIN_MS : FAILED_ASK_AGAIN_MS;
    await new Promise((resolve) => { setTimeout(resolve, pause_ms); });
  }
}

/** @param {string} address @returns {Promise<any>} null when there is no such answer now */
async function json(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch (error) {
    if (error instanceof TypeError) return null; // the server is away: fetch says TypeError
    throw error;
  }
}
