/** Where the respondent is: steps and minutes left. No score, no percentage of anything. */

import { element } from "../element.js";
import { words } from "../words.js";

/** @typedef {import("../session.js").Session<import("../engine/types.js").AskedQuestionnaire>} Session */
/** @typedef {import("./steps.js").Steps} Steps */

/**
 * Make the progress line and return it with what redraws it.
 *
 * @param {Session} session
 * @param {Steps} steps
 * @returns {{view: HTMLElement, redraw: () => void}}
 */
export function progressView(session, steps) {
  const text = element("span", { class: "rd-progress-text" });
  const bar = element("progress", { class: "rd-progress-bar", "aria-hidden": "true", max: 1 });
  const redraw = () => {
    const position = steps.position + 1;
    const left = minutesLeft(session);
    const time = left === 0 ? words.allAnswered : words.minutes(left);
    const said = `${words.step(position, steps.open.length)} · ${time}`;
    if (text.textContent !== said) text.textContent = said;
    bar.value = position / steps.open.length;
  };
  return { view: element("div", { class: "rd-progress" }, text, bar), redraw };
}

/**
 * @param {Session} session
 * @returns {number}
 */
function minutesLeft(session) {
  const answers = session.answers;
  const left = session.asked.filter((item) => !answers.has(item.id));
  return Math.ceil(left.reduce((sum, item) => sum + item.seconds, 0) / 60);
}
