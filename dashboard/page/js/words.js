// @ts-check
/**
 * The page's language: its labels as the server has them, chosen by the person and remembered on this computer.
 *
 * What a record says comes in words from the gateway; here are only the words around it.
 */
import { setAttribute, setText } from "./elements.js";

/** @typedef {import("./wire").Language} Language */

const CHOSEN = "senningen.language";
export const LANGUAGES = /** @type {Language[]} */ (["nl", "fr", "de", "lb", "en"]);
const ASK_AGAIN_MS = 1000;

/** @type {Record<string, string>} */
let labels = {};

/**
 * The language a person chose here, else the browser's own where there are words for it, else English.
 * @returns {Language}
 */
export function chosenLanguage() {
  const wanted = [localStorage.getItem(CHOSEN), ...navigator.languages.map((one) => one.slice(0, 2).toLowerCase())];
  return /** @type {Language} */ (wanted.find((one) => LANGUAGES.includes(/** @type {Language} */ (one))) ?? "en");
}

/** Load the labels of a language and write them into the page; asks until the server gives them. @param {Language} language */
export async function loadWords(language) {
  let loaded = await asked(language);
  while (loaded === null) {
    await new Promise((resolve) => { setTimeout(resolve, ASK_AGAIN_MS); });
    loaded = await asked(language);
  }
  labels = loaded;
  document.documentElement.lang = language;
  drawLabels();
}

/** From now on this one, also after a reload. @param {Language} language */
export async function chooseLanguage(language) {
  localStorage.setItem(CHOSEN, language);
  await loadWords(language);
}

/**
 * A label, its places filled in.
 * @param {string} key @param {Record<string, string | number>} [places] @returns {string} the key where there is no such label
 */
export function say(key, places = {}) {
  return (labels[key] ?? key).replace(/\{\$(\w+)\}/g, (place, name) => String(places[name] ?? place));
}

/** A town's name in the language of the page, or its local one. @param {{name: string, names: Record<string, string>}} town */
export const inReadersLanguage = ({ name, names }) => names[document.documentElement.lang] ?? name;

/** @param {string} key */
export const hasLabel = (key) => key in labels;

/** @param {string} prefix @returns {string[]} what the labels that begin so go on with: the codes of a family */
export const codesOf = (prefix) => Object.keys(labels).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

/** Write the labels into the elements that ask for one: their text, their name for a screen reader, their tooltip. */
function drawLabels() {
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-word]"))) setText(node, say(node.dataset.word ?? ""));
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-word-label]"))) setAttribute(node, "aria-label", say(node.dataset.wordLabel ?? ""));
}

/** @param {string} language @returns {Promise<Record<string, string> | null>} null when the server gives none now */
async function asked(language) {
  try {
    const answer = await fetch(`/words/${language}.json`);
    return answer.ok ? await answer.json() : null;
  } catch (error) {
    if (error instanceof TypeError) return null; // the server is away: fetch says TypeError
    throw error;
  }
}
