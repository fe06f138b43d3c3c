/**
 * The report of a group, from what may be told of its items: scores, verdict, gaps, talk.
 *
 * Item means are scored upward by the rules for one respondent (scoring.md 3.1 to 3.4, 3.6). The
 * verdict stands on exact figures; what is told of a score follows from what is told of its items.
 */

import { openItem } from "./cells.js";
import { gather } from "./gathering.js";
import { exactScores, groupGiven, roleScores, toldScores } from "./group_scores.js";
import { judgeGroup, readGroupGates, scoreKey } from "./group_verdict.js";
import { HIDES_NOTHING, itemViews, visibleRoles } from "./protection.js";
import { gapsOf, talkFirst } from "./talk.js";
import { histogramsOf, respondentsOf, tallyOf } from "./tally.js";

/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").ScoreState} ScoreState */
/** @typedef {import("./cells.js").Range} Range */
/** @typedef {import("./cells.js").ItemView} ItemView */
/** @typedef {import("./talk.js").Gap} Gap */

/**
 * @typedef {object} Group before anything is hidden: who counts, how often each answer was given
 * @property {Questionnaire} questionnaire
 * @property {import("./gathering.js").Gathered} gathered
 * @property {import("./tally.js").Tally} tally
 *
 * @typedef {object} DimensionView
 * @property {string} id
 * @property {Range | null} score
 * @property {Ratio | null} coverage
 * @property {ScoreState} state
 *
 * @typedef {object} ThemeView
 * @property {string} id
 * @property {string} dimension
 * @property {Range | null} score
 * @property {Ratio | null} coverage
 * @property {ScoreState} state
 * @property {Map<string, Range | null>} roles those who are asked in it
 * @property {Gap[]} gaps
 *
 * @typedef {object} Report null is hidden, or without a score
 * @property {number} people
 * @property {Map<string, number | null>} roles how many people there are in each
 * @property {import("./types.js").Verdict} verdict
 * @property {Range | null} index
 * @property {Range | null} completeness
 * @property {Range | null} dontKnowShare
 * @property {DimensionView[]} dimensions
 * @property {ThemeView[]} themes
 * @property {ItemView[]} items
 * @property {Map<string, Gap[]>} gaps by item
 * @property {import("./group_verdict.js").GateShare[]} gates
 * @property {import("./group_verdict.js").GroupCondition[]} conditions
 * @property {import("./talk.js").TalkLine[]} talkFirst
 * @property {number} leftOut
 * @property {[string, number][]} otherEditions
 */

/**
 * Bring the contributions of a group together, in whatever order they come.
 *
 * @param {Questionnaire} questionnaire
 * @param {Iterable<import("./gathering.js").Person>} people as a `preparer` makes them ready
 * @returns {Group}
 */
export function aggregate(questionnaire, people) {
  const gathered = gather(people);
  return { questionnaire, gathered, tally: tallyOf(questionnaire, gathered.people) };
}

/**
 * What readers may see of a group; nothing else is ever published. Null is nothing at all: there
 * are fewer than `kMin` people.
 *
 * @param {Group} group
 * @returns {Report | null}
 */
export function protect(group) {
  const { questionnaire, tally } = group;
  const rules = questionnaire.group;
  if (respondentsOf(tally) < rules.kMin) return null;
  const isOpen = rules.kMin === HIDES_NOTHING;
  const roles = isOpen ? [...tally.people.keys()] : visibleRoles(tally, rules);
  return reportOf(group, itemViews(questionnaire, tally), roles, isOpen);
}

/**
 * All figures of at least `kMin` raters, exact, for whoever holds the files anyway.
 *
 * @param {Group} group
 * @returns {Report | null}
 */
export function openReport(group) {
  const { questionnaire, tally } = group;
  if (respondentsOf(tally) === 0) return null;
  const views = questionnaire.items.map((item) => {
    return openItem(item, histogramsOf(tally, item), questionnaire.group);
  });
  return reportOf(group, views, [...tally.people.keys()], true);
}

/**
 * @param {Group} group
 * @param {ItemView[]} views
 * @param {(string | null)[]} visible
 * @param {boolean} isOpen
 * @returns {Report}
 */
function reportOf({ questionnaire, gathered, tally }, views, visible, isOpen) {
  const rules = questionnaire.group;
  const exact = exactScores(questionnaire, tally, views);
  const scores = toldScores(questionnaire, tally, views, isOpen);
  const gaps = new Map(views.map((view) => {
    return [view.item.id, gapsOf(meansOf(view), rules.gap.levels)];
  }));
  const gates = readGroupGates(questionnaire, tally, views);
  const rated = { given: groupGiven(questionnaire, tally, views), scores: exact };
  const told = { views, gaps, gates, scores, isOpen };
  const present = questionnaire.roles.filter(({ id }) => (tally.people.get(id) ?? 0) > 0);
  const byRole = present.map(({ id }) => ({ id, own: roleScores(questionnaire, views, id) }));
  return {
    people: respondentsOf(tally),
    roles: new Map(questionnaire.roles.map(({ id }) => {
      const size = tally.people.get(id) ?? 0;
      return [id, visible.includes(id) || size === 0 ? size : null];
    })),
    ...judgeGroup(questionnaire, tally, rated, told),
    index: scores.get("index") ?? null,
    completeness: scores.get("completeness") ?? null,
    dontKnowShare: scores.get("dont_know") ?? null,
    dimensions: exact.dimensions.map(({ id, coverage, state }) => {
      return { id, score: scores.get(scoreKey("dimension", id)) ?? null, coverage, state };
    }),
    themes: exact.themes.map(({ id, dimension, coverage, state }) => {
      const roles = new Map(byRole.flatMap((role) => {
        const score = role.own.get(id);
        return score === undefined ? [] : [[role.id, score]];
      }));
      const score = scores.get(scoreKey("theme", id)) ?? null;
      const own = gapsOf(roles, rules.gap.themePoints);
      return { id, dimension, score, coverage, state, roles, gaps: own };
    }),
    items: views,
    gaps,
    gates: isOpen ? gates : gates.map((gate) => ({ ...gate, share: null })),
    talkFirst: talkFirst(questionnaire, views, gaps, gates),
    leftOut: gathered.left.filter(({ fate }) => fate === "incomplete").length,
    otherEditions: gathered.otherEditions,
  };
}

/**
 * @param {ItemView} view
 * @returns {Map<string, Range | null>}
 */
function meansOf({ roles }) {
  return new Map([...roles].map(([role, cell]) => [role, cell && cell.mean]));
}
