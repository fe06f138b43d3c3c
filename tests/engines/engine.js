/** The way into the browser's engine for tests: JSON in, JSON out. */

import { evaluate } from "./evaluation.js";
import { readQuestionnaire } from "./questionnaire.js";
import { resultJson } from "./result_json.js";

/**
 * @param {string} payload
 * @param {string} respondents a list of roles and answers; the answers are pairs
 * @returns {string}
 */
export function run(payload, respondents) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const results = [];
  for (const { role, answers } of JSON.parse(respondents)) {
    results.push(resultJson(evaluate(questionnaire, { role, answers: new Map(answers) })));
  }
  return JSON.stringify(results);
}
