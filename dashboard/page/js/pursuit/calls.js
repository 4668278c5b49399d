// @ts-check
/** Which rooms must be telephoned now, at the top of the board: a pre-alert that nobody sees must not wait for a click. */
import { byId, element, setItems } from "../elements.js";
import * as wording from "../wording.js";
import { say } from "../words.js";
import { calls } from "./staffing.js";

/** @param {import("../wire").State} state @param {(id: string, room: string, from: HTMLElement) => void} onOpen opens the panel of a case, with what is read out to that room */
export function drawCalls(state, onOpen) {
  const due = calls(state);
  byId("calls").hidden = due.length === 0;
  setItems(byId("calls"), due.map((call) => ({ ...call, text: say("call-banner", { ...call, mode: wording.mode(call.mode) }) })), ({ case: id, room, text }) => {
    const button = element("button", { text, attributes: { type: "button", "data-case": id } });
    button.onclick = () => onOpen(id, room, button);
    return [button];
  });
}
