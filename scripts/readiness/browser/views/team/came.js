/** What came of each team: how many count, everything that does not, and what has to be decided. */

import { element } from "../../element.js";
import { teamWords } from "../../words_team.js";
import { askingButton } from "./asking.js";
import { LastDrawn } from "./last_drawn.js";
import { leftPart } from "./left_out.js";
import { listTable } from "./list_table.js";
import { PeopleList } from "./people_list.js";
import { repeatsPart } from "./repeats.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */

/**
 * Make the section; it is for the facilitator, and never in print.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement}
 */
export function cameSection(page) {
  const { collection } = page;
  const body = element("div", {});
  const clear = askingButton(teamWords.clear, teamWords.clearAsk, () => clearPage(page), {
    "data-action": "clear-team",
  });
  const title = element("h2", { id: "came", tabindex: -1 }, teamWords.cameTitle);
  const section = element("section", { "data-section": "came", hidden: true }, title, body);
  section.append(element("p", {}, clear));
  const from = new LastDrawn();
  collection.listen(() => {
    const teams = [...collection.teams];
    section.hidden = teams.length === 0;
    const parts = teams.flatMap(([name, { people, refused, preferred, kept, idle }]) => {
      return [name, people, refused, preferred, kept, idle];
    });
    if (!from.differs(parts)) return;
    const lists = teams.flatMap(([name]) => [
      repeatsPart(page, name),
      leftPart(page, name),
      new PeopleList(page, name).view,
    ]);
    const table = teams.length === 0 ? [] : [countTable(page)];
    body.replaceChildren(...table, ...lists.filter((part) => part !== null));
  });
  return section;
}

/**
 * Empty the page: what came, what was typed, what was agreed, what was said about it.
 *
 * @param {TeamPage} page
 */
function clearPage({ collection, decisions, typed, clearing, unfolded, said }) {
  for (const name of [...collection.teams.keys()]) collection.remove(name);
  decisions.clear();
  typed.teamName = "";
  unfolded.clear();
  for (const empty of clearing) empty();
  collection.tell();
  said.say(teamWords.cleared);
  document.getElementById("team-name")?.focus();
}

/**
 * @param {TeamPage} page
 * @returns {HTMLElement}
 */
function countTable(page) {
  const { teamHead, removeHead } = teamWords;
  const names = [teamHead, ...countHeads(), removeHead];
  const rows = [...page.collection.teams.keys()].map((name) => teamRow(page, name));
  return listTable(teamWords.cameTitle, teamWords.cameCaption, names, rows);
}

/** @returns {string[]} the names of the figures of a team */
function countHeads() {
  const { counted, leftOut, refusedHead, idleHead } = teamWords;
  return [counted, leftOut, refusedHead, idleHead];
}

/**
 * @param {TeamPage} page
 * @param {string} name
 * @returns {HTMLElement}
 */
function teamRow({ collection, decisions, typed, said }, name) {
  const { refused, idle } = collection.team(name);
  const { people, left } = collection.gathered(name);
  const away = askingButton(teamWords.away, teamWords.removeAsk(name), () => {
    decisions.replace(name, new Map());
    if (typed.teamName === name) typed.teamName = "";
    collection.remove(name);
    said.say(teamWords.removed(name));
    document.getElementById("team-name")?.focus();
  }, { class: "rd-quiet", "aria-label": teamWords.remove(name), "data-action": "remove-team" });
  const figures = [people.length, left.length, refused.length, idle];
  const heads = countHeads();
  return element(
    "tr",
    { "data-team": name },
    element("th", { scope: "row" }, element("bdi", {}, name)),
    ...figures.map((figure, place) => element("td", { "data-head": heads[place] ?? "" }, String(figure))),
    element("td", {}, away),
  );
}
