/**
 * The whole result of one respondent: always worked out anew from the answers, never stored.
 * Pure and exact; it knows no page, no clock and no storage.
 */

import { advise, findOutFirst, strongestThemes } from "./advice.js";
import { isBelow, ratio } from "./ratio.js";
import { countStates, fillUnknown, readGiven } from "./responses.js";
import { scoreResponses, scoreTheme, scoresFrom } from "./scoring.js";
import { judge, readGates } from "./verdict.js";

/** @typedef {import("./types.js").Given} Given */
/** @typedef {import("./types.js").Scores} Scores */
/** @typedef {import("./types.js").Verdict} Verdict */
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").GateResult} GateResult */

/**
 * @param {Questionnaire} questionnaire
 * @param {import("./types.js").Responses} responses
 * @returns {import("./types.js").Result}
 */
export function evaluate(questionnaire, responses) {
  const rules = questionnaire.verdict;
  const given = readGiven(questionnaire, responses);
  const gates = readGates(given);
  const scores = scoreResponses(questionnaire, given);
  const { verdict, conditions } = judge(rules, given, gates, scores);
  const counts = countStates(given);
  return {
    verdict,
    ...scores,
    bounds: scores.index === null ? null : boundsOf(questionnaire, given),
    gates,
    conditions,
    advice: advise(questionnaire, given, scores.themes, responses.role),
    findOut: findOutFirst(given),
    strongest: strongestThemes(scores.themes, rules.ready.theme),
    borderline: isBorderline(questionnaire, given, gates, scores, verdict),
    manyNotApplicable: mostlyElsewhere(counts, rules.notApplicable),
    counts,
  };
}

/**
 * Index and verdict with every unknown answer at the lowest, then at the highest level.
 *
 * @param {Questionnaire} questionnaire
 * @param {Given} given
 * @returns {import("./types.js").Bounds | null}
 */
function boundsOf(questionnaire, given) {
  const [low, high] = [() => 1, lastLevel].map((choose) => {
    const full = fillUnknown(given, choose);
    const scores = scoreResponses(questionnaire, full);
    const { verdict } = judge(questionnaire.verdict, full, readGates(full), scores);
    return { index: scores.index, verdict };
  });
  if (!low?.index || !high?.index) return null;
  return {
    low: low.index,
    high: high.index,
    verdictLow: low.verdict,
    verdictHigh: high.verdict,
  };
}

/**
 * @param {import("./types.js").Item} item
 * @returns {number}
 */
function lastLevel({ points }) {
  return points.length;
}

/**
 * Tell whether one rated answer, not a gate, moved by one level would change the verdict.
 * Levels play no part in rule 1, so without a verdict no move can give one.
 *
 * @param {Questionnaire} questionnaire
 * @param {Given} given
 * @param {GateResult[]} gates
 * @param {Scores} scores
 * @param {Verdict} verdict
 * @returns {boolean}
 */
function isBorderline(questionnaire, given, gates, scores, verdict) {
  if (verdict === "none") return false;
  const rules = questionnaire.verdict;
  return questionnaire.themes.some((theme, place) =>
    movedGiven(theme, given).some((moved) => {
      const changed = scoreTheme(theme, moved, rules.themeShare);
      const themes = scores.themes.map((before, other) => (other === place ? changed : before));
      const after = scoresFrom(questionnaire, themes, scores);
      return judge(rules, given, gates, after).verdict !== verdict;
    }),
  );
}

/**
 * The responses to one theme after each such move.
 *
 * @param {import("./types.js").Theme} theme
 * @param {Given} given
 * @returns {Given[]}
 */
function movedGiven({ items }, given) {
  const own = items.map(({ id }) => given.get(id)).filter((response) => response !== undefined);
  const movable = own.filter(({ item, state }) => state === "rated" && item.gate === null);
  return movable.flatMap((response) => {
    const levels = [response.level - 1, response.level + 1];
    const offered = levels.filter((level) => level >= 1 && level <= lastLevel(response.item));
    return offered.map((level) => {
      const moved = own.map((other) => (other === response ? { ...response, level } : other));
      return new Map(moved.map((other) => [other.item.id, other]));
    });
  });
}

/**
 * Tell whether so much does not apply that another edition should be advised.
 *
 * @param {import("./types.js").Result["counts"]} counts
 * @param {import("./types.js").Ratio} limit
 * @returns {boolean}
 */
function mostlyElsewhere({ rated, dontKnow, notApplicable, unanswered }, limit) {
  const asked = rated + dontKnow + notApplicable + unanswered;
  return asked > 0 && isBelow(limit, ratio(BigInt(notApplicable), BigInt(asked)));
}
