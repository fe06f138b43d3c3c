/** A button that asks before it removes: the question stands in its place until it is answered. */

import { button, element } from "../../element.js";
import { teamWords } from "../../words_team.js";

/**
 * Make the button.
 *
 * @param {string} label
 * @param {string} question
 * @param {() => void} act
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElement}
 */
export function askingButton(label, question, act, attributes = {}) {
  const place = element("span", { class: "rd-asking" });
  const first = button(label, () => ask(), attributes);
  const rest = () => {
    place.replaceChildren(first);
    first.focus();
  };
  const ask = () => {
    const yes = button(teamWords.yes, () => {
      place.replaceChildren(first);
      act();
    }, { class: "rd-button rd-danger", "data-action": "yes" });
    const no = button(teamWords.no, rest, { "data-action": "no" });
    const asked = element("span", { class: "rd-asked", role: "group", "aria-label": question }, question);
    asked.append(" ", no, " ", yes);
    asked.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") rest();
    });
    place.replaceChildren(asked);
    no.focus();
  };
  place.append(first);
  return place;
}
