// @ts-check
/** Wires the parts of the page together: sign-in first, then the board. The only file that knows them all. */
import { Board } from "./desk.js";
import { byId, setText } from "./elements.js";
import { offerLanguages } from "./language_choice.js";
import { forget } from "./memory.js";
import { signIn, signOut, takeTokenFromAddress, whoIsSignedIn } from "./session.js";
import { chosenLanguage, loadWords, say } from "./words.js";

const ENDED = "senningen.ended";
/** @type {Board | null} */
let board = null;

async function start() {
  byId("sign-in-form").addEventListener("submit", submitted);
  byId("sign-out").addEventListener("click", leave);
  window.addEventListener("hashchange", readyMade);
  const token = takeTokenFromAddress();
  await loadWords(chosenLanguage());
  offerLanguages((language) => board?.speak(language));
  if (token !== null) return enter(await signIn(token));
  if (sessionStorage.getItem(ENDED) !== null) return showSignIn("");
  try {
    const person = await whoIsSignedIn();
    return person ? open(person) : showSignIn("");
  } catch (error) {
    if (error instanceof Error) return showSignIn(say("who-unknown", { reason: error.message }));
    throw error;
  }
}

/** A ready-made sign-in was opened in a tab that already shows this page: the old session's board goes first. */
async function readyMade() {
  const token = takeTokenFromAddress();
  if (token === null) return;
  const { person, reason } = await signIn(token);
  if (person) ended("");
  else if (board === null) showSignIn(reason);
}

/** @param {SubmitEvent} event */
async function submitted(event) {
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (byId("token"));
  const token = field.value;
  field.value = "";
  await enter(await signIn(token));
}

/** @param {{person: import("./session.js").Person | null, reason: string}} result */
async function enter({ person, reason }) {
  if (person) await open(person);
  else showSignIn(reason);
}

/** @param {import("./session.js").Person} person */
async function open(person) {
  byId("sign-in").hidden = true;
  byId("board").hidden = false;
  board = new Board(person, ended);
  await board.start();
}

async function leave() {
  const problem = await signOut();
  byId("sign-out-problem").hidden = problem === "";
  setText(byId("sign-out-problem"), problem);
  if (problem === "") ended("");
}

/** Nothing stays on the screen or in the tab's memory. @param {string} reason */
function ended(reason) {
  board?.stop();
  board = null;
  forget();
  if (reason) sessionStorage.setItem(ENDED, reason);
  location.reload();
}

/** @param {string} reason */
function showSignIn(reason) {
  byId("board").hidden = true;
  byId("sign-in").hidden = false;
  const told = reason || sessionStorage.getItem(ENDED) || "";
  sessionStorage.removeItem(ENDED);
  setText(byId("sign-in-problem"), told);
  byId("token").focus();
}

start();
