/** Contributions that say the same and do not say whose they are: asked about, one by one. */

import { button, element } from "../../element.js";
import { withoutPeople } from "../../team/one_team.js";
import { teamWords } from "../../words_team.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {{name: string, sameAs: string}} Repeat */

// So many questions are drawn; the next ones come as these are answered.
const MOST_DRAWN = 20;

/**
 * @param {TeamPage} page
 * @param {string} team
 * @returns {HTMLElement | null} nothing where all is said
 */
export function repeatsPart(page, team) {
  const open = page.collection.openRepeats(team);
  if (open.length === 0) return null;
  const all = button(teamWords.keepAll, () => keep(page, team, open));
  return element(
    "div",
    { class: "rd-notice", "data-repeats": open.length },
    element("h3", {}, teamWords.repeatsTitle(open.length), " – ", element("bdi", {}, team)),
    element("ul", {}, ...open.slice(0, MOST_DRAWN).map((repeat) => question(page, team, repeat))),
    open.length > 1 ? element("p", {}, all) : null,
  );
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @param {Repeat} repeat
 * @returns {HTMLElement}
 */
function question(page, team, repeat) {
  const { name, sameAs } = repeat;
  const both = button(teamWords.keepBoth, () => keep(page, team, [repeat]), {
    class: "rd-quiet",
    "aria-label": teamWords.keepBothOf(name),
    "data-action": "keep-both",
  });
  const one = button(teamWords.leaveOne, () => leave(page, team, name), {
    class: "rd-quiet",
    "aria-label": teamWords.leaveOneOf(name),
    "data-action": "leave-out",
  });
  return element("li", { "data-repeat": name }, element("bdi", {}, teamWords.repeat(name, sameAs)), " ", both, " ", one);
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @param {Repeat[]} repeats
 */
function keep({ collection, said }, team, repeats) {
  const { kept } = collection.team(team);
  const names = repeats.map(({ name }) => name);
  collection.change(team, { kept: kept.concat(names) });
  said.say(teamWords.keptBoth(names.join(", ")), () => collection.change(team, { kept }));
  goOn();
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @param {string} name
 */
function leave({ collection, said }, team, name) {
  const before = collection.team(team);
  collection.change(team, withoutPeople(before, [name]));
  said.say(teamWords.removedOne(name), () => collection.change(team, before));
  goOn();
}

/** Go to the next question, or to what follows the last. */
function goOn() {
  const next = document.querySelector("[data-repeat] button") ?? document.getElementById("came");
  /** @type {HTMLElement | null} */ (next)?.focus();
}
