/** What a person said before about an item: before the question changed, or in the last round. */

import { element } from "../element.js";
import { words } from "../words.js";

/** @typedef {import("../session.js").Session<import("../engine/types.js").AskedQuestionnaire>} Session */
/** @typedef {import("../engine/types.js").AskedItem} Item */

/**
 * Put a line under the question where there is something to say; return what redraws it.
 *
 * @param {HTMLElement} group
 * @param {Item} item
 * @param {Session} session
 * @returns {() => void}
 */
export function mountEarlier(group, item, session) {
  const line = element("p", { class: "rd-notice rd-earlier", id: `earlier-${item.id}`, hidden: true });
  group.querySelector("legend")?.after(line);
  return () => {
    const text = changedText(item, session) ?? lastText(item, session);
    line.hidden = text === null;
    if (line.textContent !== (text ?? "")) line.textContent = text;
    if (text !== null) group.setAttribute("aria-describedby", line.id);
    else group.removeAttribute("aria-describedby");
  };
}

/**
 * @param {Item} item
 * @param {Session} session
 * @returns {string | null}
 */
function changedText(item, session) {
  const waiting = session.fates.find(
    ({ item: present, fate }) => present === item && (fate === "changed" || fate === "invalid"),
  );
  if (waiting === undefined) return null;
  const { question, level } = waiting.saved.wording ?? { question: null, level: null };
  return words.changed(question, level);
}

/**
 * @param {Item} item
 * @param {Session} session
 * @returns {string | null}
 */
function lastText(item, session) {
  const round = session.rounds.at(-1);
  if (round === undefined || session.valueOf("earlier") !== "shown") return null;
  const { wording = {}, meanings = {} } = JSON.parse(round);
  if (!Object.hasOwn(wording, item.id)) return null;
  return words.lastTime(String(wording[item.id].level), meanings[item.id] !== item.fingerprint);
}
