/** The parts of a group by name, and how many of each chose the upper half of a scale. */

import { element } from "../../element.js";
import { EVERYONE, NO_ROLE } from "../../group/breakdown.js";
import { reportWords } from "../../words_report.js";
import { hiddenWords } from "./told.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../../group/report_json.js").ItemJson} ItemJson */

/**
 * The names of the roles by id: what stands before a bracket, where that tells them apart.
 *
 * @param {Questionnaire} questionnaire
 * @returns {Map<string, string>}
 */
export function roleNames({ roles }) {
  const short = roles.map(({ label }) => label.split(" (")[0] || label);
  const areDistinct = new Set(short).size === roles.length;
  return new Map(roles.map(({ id, label }, place) => [id, areDistinct ? short[place] ?? label : label]));
}

/**
 * Name a block after the roles in it.
 *
 * @param {Questionnaire} questionnaire
 * @param {string} block
 * @returns {string}
 */
export function blockName(questionnaire, block) {
  if (block === EVERYONE) return reportWords.everyone;
  const names = roleNames(questionnaire);
  return block.split("+").map((id) => (id === NO_ROLE ? reportWords.noRole : names.get(id) ?? id)).join(" + ");
}

/**
 * Write a breakdown in words.
 *
 * @param {Questionnaire} questionnaire
 * @param {Record<string, number>} breakdown
 * @returns {string}
 */
export function breakdownWords(questionnaire, breakdown) {
  return Object.keys(breakdown).map((block) => blockName(questionnaire, block)).join(" | ");
}

/**
 * What it means to be in the upper half of an item's scale; null where the scale has no halves.
 *
 * @param {Questionnaire} questionnaire
 * @param {string} item
 * @returns {string | null}
 */
export function upperHalf(questionnaire, item) {
  const scale = questionnaire.scales.get(questionnaire.items.find(({ id }) => id === item)?.scale ?? "");
  const label = scale === undefined || scale.cut === null ? undefined : scale.labels[scale.cut];
  return label === undefined ? null : reportWords.atLeast(label);
}

/**
 * The one meaning of the upper half for all items; a general one where they differ.
 *
 * @param {Questionnaire} questionnaire
 * @returns {string}
 */
export function commonUpperHalf(questionnaire) {
  const meanings = new Set(questionnaire.items.map(({ id }) => upperHalf(questionnaire, id)));
  meanings.delete(null);
  const [only] = meanings;
  return meanings.size === 1 && typeof only === "string" ? only : reportWords.inUpperHalf;
}

/**
 * Write each block's share: Leader 5 of 7 · Front line not shown.
 *
 * @param {Questionnaire} questionnaire
 * @param {ItemJson} one
 * @returns {HTMLElement}
 */
export function sharesLine(questionnaire, one) {
  const line = element("span", { class: "rd-shares" });
  Object.entries(one.blocks).forEach(([block, told], place) => {
    const name = `${blockName(questionnaire, block)} `;
    const figure = shareOfBlock(told);
    line.append(place === 0 ? "" : " · ", element("span", { "data-block": block }, name, figure));
  });
  return line;
}

/**
 * How many of a block's raters chose the upper half.
 *
 * @param {{raters: number, high_half: number | null} | null} told
 * @returns {HTMLElement}
 */
export function shareOfBlock(told) {
  if (told === null || told.high_half === null) return hiddenWords();
  return element("b", { "data-figure": "share" }, reportWords.of(told.high_half, told.raters));
}
