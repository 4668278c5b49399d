// @ts-check
/** Signing in and out, over HTTP; the token itself stays in a cookie that this code cannot read. */

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
  const answer = await fetch("/api/session", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  if (answer.ok) return { person: await answer.json(), reason: "" };
  if (answer.status === 429) return { person: null, reason: `Too many wrong tokens. Try again in ${answer.headers.get("Retry-After") ?? "60"} s.` };
  return { person: null, reason: answer.status < 500 ? "Nobody has this token. Nothing was opened." : `The server could not check it (status ${answer.status}).` };
}

/** @returns {Promise<void>} */
export async function signOut() {
  await fetch("/api/session", { method: "DELETE" });
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
