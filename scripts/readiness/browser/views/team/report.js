/** A group's report, from its JSON form alone: what is hidden there cannot be shown here. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { areasSection } from "./area_table.js";
import { whySection } from "./group_conditions.js";
import { protectionNote, verdictSection, whoSection } from "./group_verdict.js";
import { rolesHeatMap } from "./heat_map.js";
import { itemsSection } from "./item_report.js";
import { talkSection } from "./talk_list.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */

/**
 * @typedef {object} ToldReport
 * @property {Questionnaire} questionnaire
 * @property {import("../../texts.js").Texts} texts
 * @property {string} title of the team
 * @property {any} report as `groupJson` makes it
 */

/**
 * Draw a report.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function reportView(told) {
  const { questionnaire, title, report } = told;
  const hooks = { "data-group-verdict": report.verdict, "data-respondents": report.respondents ?? "" };
  const eyebrow = reportWords.eyebrow(questionnaire.title, report.questionnaire.edition);
  return element(
    "article",
    { class: "rd-report", ...hooks },
    element("p", { class: "rd-eyebrow" }, eyebrow),
    element("h2", {}, element("bdi", {}, title)),
    ...reportParts(told),
  );
}

/**
 * @param {ToldReport} told
 * @returns {(HTMLElement | null)[]} words alone where there are too few people
 */
function reportParts(told) {
  const { kMin } = told.questionnaire.group;
  if (told.report.suppressed !== null) {
    return [element("p", { class: "rd-notice", "data-suppressed": true }, reportWords.tooFew(kMin))];
  }
  return [
    protectionNote(kMin),
    verdictSection(told),
    whySection(told),
    whoSection(told),
    talkSection(told),
    rolesHeatMap(told),
    areasSection(told),
    itemsSection(told),
  ];
}
