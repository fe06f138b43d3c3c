/** The page on which the answers of a group come together: a list of sections. */

import { element } from "../../element.js";
import { Collection } from "../../team/collection.js";
import { Decisions } from "../../team/decisions.js";
import { forgetInTab, keepInTab, keptInTab, tabPlace, teamsFrom, writeTeams } from "../../team/tab.js";
import { Texts } from "../../texts.js";
import { teamWords } from "../../words_team.js";
import { cameSection } from "./came.js";
import { collectSection } from "./collect.js";
import { entrySection } from "./entry.js";
import { reportSection } from "./reports.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */

/**
 * @typedef {object} TeamPage what each section gets
 * @property {Questionnaire} questionnaire
 * @property {Texts} texts
 * @property {Collection} collection it tells every section of a change
 * @property {Decisions} decisions of meetings
 * @property {() => string} teamName the team to which what is brought now belongs
 * @property {string} place of what this tab keeps
 * @property {string} css of a report that stands on its own
 */

/** @type {((page: TeamPage) => HTMLElement)[]} */
const SECTIONS = [collectSection, entrySection, cameSection, reportSection];

/**
 * Put the sections on the page, with what the tab has kept.
 *
 * @param {HTMLElement} root
 * @param {Questionnaire} questionnaire
 * @param {string} siteRoot
 */
export function mountTeam(root, questionnaire, siteRoot) {
  const at = /** @type {HTMLElement} */ (root.querySelector("[data-team-place]"));
  const holder = /** @type {HTMLTemplateElement} */ (root.querySelector("template[data-texts]"));
  const collection = new Collection(questionnaire);
  const place = tabPlace(siteRoot, questionnaire);
  const styles = root.querySelector("template[data-report-style]");
  const page = {
    questionnaire,
    texts: new Texts(holder),
    collection,
    decisions: new Decisions(place),
    teamName: () => teamWords.firstTeam,
    place,
    css: styles instanceof HTMLTemplateElement ? styles.content.textContent ?? "" : "",
  };
  const kept = element("p", { class: "rd-hint", role: "status" }, teamWords.keptHere);
  at.append(...SECTIONS.map((section) => section(page)), kept);
  const written = keptInTab(place);
  if (written !== null) collection.teams = teamsFrom(questionnaire, written);
  collection.tell();
  collection.keep = () => {
    if (collection.teams.size === 0) return forgetInTab(place);
    const isKept = keepInTab(place, writeTeams(collection.teams));
    kept.textContent = isKept ? teamWords.keptHere : teamWords.keptNot;
  };
}
