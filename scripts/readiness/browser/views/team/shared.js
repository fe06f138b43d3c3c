/** Two teams with the same people in them: rounds of one team, or the second is not shown. */

import { button, element } from "../../element.js";
import { withoutPeople } from "../../team/one_team.js";
import { chooseWords } from "../../words_breakdown.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */

// So many are named; the others are counted.
const MOST_NAMED = 5;

/**
 * Say which people are in both, with the two ways on.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @param {{team: string, names: string[]}} shared with the other team
 * @returns {HTMLElement}
 */
export function sharedPart({ collection, said }, team, { team: other, names }) {
  const named = names.slice(0, MOST_NAMED);
  const sentence = chooseWords.shared(team, other, named, names.length - named.length);
  const mayFollow = collection.team(team).shown === null;
  const follow = button(chooseWords.isRound(other), () => {
    collection.follow(team, other);
    said.say(chooseWords.roundSaid(team, other));
  }, { "data-action": "later-round" });
  const out = button(chooseWords.takeOut(names.length), () => {
    const before = collection.team(team);
    collection.change(team, withoutPeople(before, names));
    said.say(chooseWords.takenOut(names.length), () => collection.change(team, before));
  }, { "data-action": "take-out" });
  return element(
    "div",
    { class: "rd-notice rd-warning", "data-shared": other },
    element("p", {}, sentence),
    element("p", { class: "rd-choices" }, ...(mayFollow ? [follow] : []), out),
  );
}
