// @ts-check
/** Every order as a form, as the server has them; the few commands that are no order; and the rooms that can be named. */

/** @typedef {import("../wire").OrderForm} OrderForm */
/** @typedef {import("../wire").FormField} FormField */
/** @typedef {import("../wire").KnownRoom} KnownRoom */

const ASK_AGAIN_MS = 2000;
const LONGEST = 500;

/** @param {string} name @param {Partial<FormField>} [more] @returns {FormField} */
const field = (name, more = {}) => ({ name, kind: "text", required: false, longest: null, ...more });

/** @type {OrderForm[]} */
const COMMANDS = [
  { order: "open", fields: [field("units", { kind: "list" }), field("purpose", { longest: LONGEST })] },
  { order: "join", fields: [field("unit", { required: true })] },
  { order: "leave", fields: [field("unit", { required: true })] },
  { order: "close", fields: [field("reason", { longest: LONGEST })] },
];

/** @type {OrderForm[]} */
let orders = [];
/** @type {KnownRoom[]} */
let rooms = [];

/** Load the forms; asks until the server gives them, or `stopped` says that nobody waits any more. @param {() => boolean} stopped */
export async function loadForms(stopped) {
  while (!(await loaded()) && !stopped()) await new Promise((resolve) => { setTimeout(resolve, ASK_AGAIN_MS); });
}

/** @returns {Promise<boolean>} false when the server does not give them now */
async function loaded() {
  try {
    const answer = await fetch("/orders.json");
    if (answer.ok) ({ orders, rooms } = await answer.json());
    return answer.ok;
  } catch (error) {
    if (error instanceof TypeError) return false; // the server is away: fetch says TypeError
    throw error;
  }
}

/** @returns {OrderForm[]} none while they are not loaded */
export const allForms = () => (orders.length > 0 ? [...COMMANDS, ...orders] : []);

/** @param {string} order @returns {OrderForm | undefined} */
export const formOf = (order) => allForms().find((form) => form.order === order);

/** @returns {KnownRoom[]} every room of the installation */
export const knownRooms = () => rooms;

/** @param {string} id @returns {string} the room's name; its id where it is not known */
export const roomName = (id) => rooms.find((room) => room.id === id)?.name ?? id;
