// @ts-check
/** Signing in and out, over HTTP; the token itself stays in a cookie that this code cannot read. */
import { say } from "./words.js";

const sessions = new BroadcastChannel("senningen.session");

/** @typedef {{name: string, role: string, state: string, rooms: string[]}} Person */

/** @returns {Promise<Person | null>} who is signed in; null when nobody is */
export async function whoIsSignedIn() {
  const answer = await fetch("/api/session", { cache: "no-store" });
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error(`expected who is signed in, got status ${answer.status}`);
  return answer.json();
}

/**
 * Sign in.
 * @param {string} token
 * @returns {Promise<{person: Person | null, reason: string}>} the person, or why not
 */
export async function signIn(token) {
  const body = JSON.stringify({ token });
  const answer = await reached(fetch("/api/session", { method: "POST", headers: { "Content-Type": "application/json" }, body }));
  if (answer === null) return { person: null, reason: say("server-away", { so: say("nothing-opened") }) };
  if (answer.ok) {
    sessions.postMessage("signed in");
    return { person: await answer.json(), reason: "" };
  }
  if (answer.status === 429) return { person: null, reason: say("too-many-tokens", { seconds: answer.headers.get("Retry-After") ?? "60" }) };
  const so = say("nothing-opened");
  return { person: null, reason: answer.status < 500 ? say("nobodys-token", { so }) : say("server-unable", { status: answer.status, so }) };
}

/** @returns {Promise<string>} empty, or why this browser is still signed in */
export async function signOut() {
  const answer = await reached(fetch("/api/session", { method: "DELETE" }));
  if (answer === null) return say("server-away", { so: say("still-signed-in") });
  if (!answer.ok) return say("server-unable", { status: answer.status, so: say("still-signed-in") });
  sessions.postMessage("signed out");
  return "";
}

/** @param {() => void} changed called when another tab of this browser signs in or out */
export function onSessionChange(changed) {
  sessions.onmessage = changed;
}

/** @param {Promise<Response>} asked @returns {Promise<Response | null>} null when the server is away */
async function reached(asked) {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * The token in a ready-made sign-in (`/#token=...`); it is taken out of the address at once, so that it stays in no
 * history and no screenshot.
 * @returns {string | null}
 */
export function takeTokenFromAddress() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token !== null) history.replaceState(null, "", location.pathname);
  return token;
}
