/**
 * The choice that comes before a report: who is told of together, offered from head-counts alone.
 * No figure of any answer stands here; a choice that was made stays for the team and the round.
 */

import { button, element } from "../../element.js";
import { chooseWords } from "../../words_breakdown.js";
import { blockName } from "./blocks.js";
import { LastDrawn } from "./last_drawn.js";
import { sharedPart } from "./shared.js";
import { TeamFacts, teamChooser } from "./team_facts.js";
import { dayText } from "./told.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */

const NO_ROLE_PART = "-";

/**
 * Make the section.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement}
 */
export function breakdownSection(page) {
  const { collection } = page;
  const [choosers, choice] = [element("div", {}), element("div", {})];
  const facts = new TeamFacts(page);
  const show = button(chooseWords.show, () => showReport(page, choice), {
    "data-action": "show-report",
    class: "rd-button rd-next",
  });
  const way = element("p", { class: "rd-choices" }, show);
  const title = element("h2", { id: "breakdown", tabindex: -1 }, chooseWords.title);
  const section = element("section", { "data-section": "breakdown", hidden: true });
  section.append(title, choosers, facts.view, choice, way);
  const [chosenFrom, madeFrom] = [new LastDrawn(), new LastDrawn()];
  collection.listen(() => {
    const team = collection.chosen;
    section.hidden = team === "";
    if (chosenFrom.differs([team, ...collection.teams.keys()])) {
      choosers.replaceChildren(...teamChooser(page));
    }
    facts.draw(team);
    if (!madeFrom.differs(choiceSources(page, team))) return;
    const { parts, mayShow } = choiceParts(page, team);
    choice.replaceChildren(...parts);
    way.hidden = !mayShow;
    const isFirst = collection.team(team).shown === null;
    show.textContent = isFirst ? chooseWords.show : chooseWords.showAnew;
  });
  return section;
}

/**
 * Everything that the choice is drawn from.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @returns {unknown[]}
 */
function choiceSources({ collection }, team) {
  const { people, preferred, shown, hasChanged, roundOf } = collection.team(team);
  const shared = JSON.stringify(collection.sharing(team));
  return [people, preferred, shown, hasChanged, roundOf, shared, collection.laterRound(team)];
}

/**
 * What stands in place of a report, or above one that can be shown anew.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @returns {{parts: HTMLElement[], mayShow: boolean}}
 */
function choiceParts(page, team) {
  const { collection, questionnaire } = page;
  const { people, hasChanged, shown } = collection.team(team);
  const came = collection.gathered(team).people.length;
  const { kMin } = questionnaire.group;
  const later = collection.laterRound(team);
  const locked = lockedParts(page, team);
  if (people.length === 0) return { parts: locked, mayShow: false };
  if (later !== null) {
    const closed = element("p", {}, chooseWords.closed(team, later));
    return { parts: [...locked, closed], mayShow: false };
  }
  if (shown === null && came < kMin) {
    const few = { class: "rd-notice", "data-too-few": came };
    return { parts: [element("p", few, chooseWords.tooFew(came, kMin))], mayShow: false };
  }
  const [shared] = collection.sharing(team);
  if (shared !== undefined) return { parts: [...locked, sharedPart(page, team, shared)], mayShow: false };
  if (shown === null) return { parts: locked.length > 0 ? locked : [offerPart(page, team)], mayShow: true };
  const changed = chooseWords.changed(dayText(shown.record.day), kMin);
  const parts = hasChanged ? [...locked, element("p", { "data-changed": true }, changed)] : locked;
  return { parts, mayShow: hasChanged };
}

/**
 * Show the report, unless something has to be said first.
 *
 * @param {TeamPage} page
 * @param {HTMLElement} choice
 */
function showReport(page, choice) {
  const { collection, said } = page;
  const team = collection.chosen;
  if (collection.openRepeats(team).length > 0) {
    said.say(chooseWords.repeatsFirst);
    /** @type {HTMLElement | null} */ (document.querySelector("[data-repeat] button"))?.focus();
    return;
  }
  const picked = choice.querySelector("[name=breakdown]:checked");
  const first = choice.querySelector("[name=breakdown]");
  if (first instanceof HTMLInputElement && picked === null) {
    said.say(chooseWords.chooseFirst);
    first.focus();
    return;
  }
  const breakdown = picked instanceof HTMLInputElement ? picked.value : "";
  if (!collection.show(team, breakdown)) {
    const came = collection.gathered(team).people.length;
    said.say(chooseWords.tooFew(came, page.questionnaire.group.kMin));
    return;
  }
  void page.drawing.then(() => {
    said.say(chooseWords.shown(team));
    const report = document.querySelector("[data-group-verdict]");
    /** @type {HTMLElement | null | undefined} */ (report?.querySelector("h2"))?.focus();
    report?.scrollIntoView();
  });
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @returns {HTMLElement}
 */
function offerPart({ collection, questionnaire }, team) {
  const { breakdowns, people } = collection.offers(team);
  const size = (/** @type {string} */ block) => {
    if (block === breakdowns[0]) return collection.gathered(team).people.length;
    const roles = block.split("+").map((role) => (role === NO_ROLE_PART ? null : role));
    return roles.reduce((sum, role) => sum + (people.get(role) ?? 0), 0);
  };
  const options = breakdowns.map((breakdown) => {
    const checked = breakdowns.length === 1;
    const input = element("input", { type: "radio", name: "breakdown", value: breakdown, checked });
    const blocks = breakdown.split(",").map((block) => {
      const name = chooseWords.block(blockName(questionnaire, block), size(block));
      return element("span", { class: "rd-block" }, name);
    });
    const names = element("span", { class: "rd-block-names" }, ...blocks);
    return element("label", { class: "rd-breakdown", "data-breakdown": breakdown }, input, names);
  });
  return element(
    "div",
    {},
    element("p", {}, chooseWords.text),
    element("fieldset", { class: "rd-breakdowns" }, element("legend", {}, chooseWords.legend), ...options),
    element("p", { class: "rd-hint" }, chooseWords.lockText),
  );
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @returns {HTMLElement[]} none before a first report
 */
function lockedParts({ collection, questionnaire }, team) {
  const { shown, roundOf } = collection.team(team);
  const earlier = collection.earlier(team);
  if (earlier === null) return [];
  const told = Object.entries(earlier.record.breakdown);
  const names = told.map(([block, size]) => chooseWords.block(blockName(questionnaire, block), size));
  const blocks = names.join(" | ");
  const sentence = shown === null && roundOf !== null
    ? chooseWords.lockedRound(blocks, roundOf)
    : chooseWords.locked(blocks, dayText(earlier.record.day));
  return [element("p", { "data-locked": told.map(([block]) => block).join(",") }, sentence)];
}
