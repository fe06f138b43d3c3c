/** The page on which the answers of a group come together: a list of sections. */

import { element } from "../../element.js";
import { Collection } from "../../team/collection.js";
import { Decisions } from "../../team/decisions.js";
import { Pace } from "../../team/pace.js";
import { RestoredTeams, forgetInTab, keepTeams, keptInTab, reloadWhereStale, tabPlace } from "../../team/tab.js";
import { Texts } from "../../texts.js";
import { teamWords } from "../../words_team.js";
import { breakdownSection } from "./breakdown.js";
import { cameSection } from "./came.js";
import { collectSection } from "./collect.js";
import { entrySection } from "./entry.js";
import { reportSection } from "./reports.js";
import { SaidPlace } from "./said.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */

/**
 * @typedef {object} TeamPage what each section gets
 * @property {Questionnaire} questionnaire
 * @property {Texts} texts
 * @property {Collection} collection it tells every section of a change
 * @property {Decisions} decisions of meetings
 * @property {SaidPlace} said the one place in which the page says what has happened
 * @property {{teamName: string}} typed what stands in the field for the team
 * @property {Promise<unknown>} restored done when what the tab has kept stands on the page
 * @property {Promise<unknown>} drawing done when the report stands as it is to be
 * @property {(() => void)[]} clearing what else is emptied with the page
 * @property {Set<string>} unfolded the teams whose list of people is open
 * @property {string} place of what this tab keeps
 * @property {string} css of a report that stands on its own
 */

/** @type {((page: TeamPage) => HTMLElement)[]} */
const SECTIONS = [collectSection, entrySection, cameSection, breakdownSection, reportSection];

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
  const collection = new Collection(questionnaire, today);
  const place = tabPlace(siteRoot, questionnaire);
  reloadWhereStale(place);
  const styles = root.querySelector("template[data-report-style]");
  /** @type {TeamPage} */
  const page = {
    questionnaire,
    texts: new Texts(holder),
    collection,
    decisions: new Decisions(place),
    said: new SaidPlace(),
    typed: { teamName: "" },
    restored: Promise.resolve(),
    drawing: Promise.resolve(),
    clearing: [],
    unfolded: new Set(),
    place,
    css: styles instanceof HTMLTemplateElement ? styles.content.textContent ?? "" : "",
  };
  const kept = element("p", { class: "rd-hint" }, teamWords.keptHere);
  at.append(...SECTIONS.map((section) => section(page)), kept, page.said.view);
  const pieces = new RestoredTeams(collection, keptInTab(place) ?? []).pieces();
  const finish = (/** @type {Map<string, import("../../team/one_team.js").Team>} */ teams) => {
    collection.teams = teams;
    collection.chosen = [...teams.keys()].at(-1) ?? "";
    page.typed.teamName = collection.chosen;
    at.inert = false;
    collection.tell();
    collection.keep = () => {
      if (collection.teams.size === 0) return forgetInTab(place);
      collection.isKept = keepTeams(place, collection.teams);
      if (!collection.isKept && kept.textContent !== teamWords.keptNot) page.said.say(teamWords.keptNot);
      kept.textContent = collection.isKept ? teamWords.keptHere : teamWords.keptNot;
    };
  };
  const pace = new Pace();
  const begun = pace.begin(pieces);
  if (begun.done) return finish(begun.value);
  // Nothing may be added to teams that are not all here yet.
  at.inert = true;
  page.restored = pace.doAll(pieces).then(finish);
}

/** @returns {string} the day of this browser, as in ISO 8601 */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
