/** The report of a team, as readers may see it; several teams, or two rounds, beside each other. */

import { element } from "../../element.js";
import { teamWords } from "../../words_team.js";
import { meetingPart } from "./agreed.js";
import { teamsHeatMap } from "./heat_map.js";
import { outParts } from "./out.js";
import { drawReport } from "./report.js";
import { roundsTable } from "./rounds_table.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */

/**
 * Make the section. There are no figures of several teams together: the difference to one team's
 * own report would tell about the others.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement}
 */
export function reportSection(page) {
  const section = element("section", { "data-section": "report", hidden: true });
  let chosen = "";
  const draw = () => {
    const teams = [...page.collection.teams.keys()];
    const { latest } = page.collection;
    chosen = teams.includes(latest) ? latest : teams.at(-1) ?? "";
    section.hidden = teams.length === 0;
    section.replaceChildren();
    if (teams.length === 0) return;
    const place = element("div", {}, ...teamParts(page, chosen));
    const choose = (/** @type {string} */ team) => {
      chosen = team;
      place.replaceChildren(...teamParts(page, team));
    };
    const several = teams.length < 2 ? [] : [
      teamsHeatMap(page.questionnaire, page.texts, teams.map((team) => reportNamed(page, team))),
      roundsPart(page, teams),
      chooser("report-of", teamWords.reportOf, teams, chosen, choose),
    ];
    section.append(...several, place);
  };
  page.collection.listen(draw);
  return section;
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @returns {{title: string, report: any}}
 */
function reportNamed({ collection }, team) {
  return { title: team, report: collection.reportOf(team).report };
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @returns {HTMLElement[]}
 */
function teamParts(page, team) {
  const { collection, questionnaire, texts } = page;
  const { report } = collection.reportOf(team);
  const day = new Date().toISOString().slice(0, 10);
  const agreed = page.decisions.of(team);
  const view = drawReport({ questionnaire, texts, team, report, asked: null, day, agreed });
  const meeting = report.suppressed === null ? [meetingPart(page, team, report)] : [];
  return [view, ...meeting, outParts(page, team)];
}

/**
 * Two rounds of the same people, added as two teams, beside each other.
 *
 * @param {TeamPage} page
 * @param {string[]} teams
 * @returns {HTMLElement}
 */
function roundsPart(page, teams) {
  let [before = "", now = ""] = teams.slice(-2);
  const place = element("div", {});
  const draw = () => {
    const reports = [before, now].map((team) => page.collection.reportOf(team).report);
    place.replaceChildren(roundsTable(page.questionnaire, reports[0], reports[1]));
  };
  const choosers = element(
    "div",
    { class: "rd-work" },
    chooser("rounds-before", teamWords.before, teams, before, (team) => {
      before = team;
      draw();
    }),
    chooser("rounds-now", teamWords.now, teams, now, (team) => {
      now = team;
      draw();
    }),
  );
  draw();
  const summary = element("summary", {}, teamWords.asRounds);
  return element("details", { class: "rd-named" }, summary, choosers, place);
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string[]} teams
 * @param {string} chosen
 * @param {(team: string) => void} choose
 * @returns {HTMLElement}
 */
function chooser(id, name, teams, chosen, choose) {
  const options = teams.map((team) => {
    return element("option", { value: team, selected: team === chosen }, team);
  });
  const select = element("select", { id }, ...options);
  select.addEventListener("change", () => choose(select.value));
  return element("p", { class: "rd-chooser" }, element("label", { for: id }, name), " ", select);
}
