/** What was not counted or not taken of a team, with the reason and, where there is one, a choice. */

import { button, element } from "../../element.js";
import { teamWords } from "../../words_team.js";
import { listTable } from "./list_table.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../group/deduplication.js").Left} Left */

// A longer list is opened by whoever wants to read it.
const LONGEST_OPEN = 30;
const AT_ONCE = 500;
const HAS_CHOICE = ["replaced", "conflict"];

/**
 * @param {TeamPage} page
 * @param {string} team
 * @returns {HTMLElement | null} nothing where everything counts
 */
export function leftPart(page, team) {
  const { refused } = page.collection.team(team);
  const { left } = page.collection.gathered(team);
  const count = refused.length + left.length;
  if (count === 0) return null;
  /** @type {(() => HTMLElement)[]} */
  const rows = [
    ...refused.map((one) => () => namedRow(one.name, whyRefused(one, page.texts), null)),
    ...left.map((one) => () => leftRow(page, team, one)),
  ];
  const isOpen = count <= LONGEST_OPEN && (refused.length > 0 || left.some(({ fate }) => HAS_CHOICE.includes(fate)));
  const summary = element("summary", {}, teamWords.named(count), " – ", element("bdi", {}, team));
  const caption = teamWords.namedCaption(team);
  const table = listTable(caption, caption, [teamWords.source, teamWords.why], []);
  fillRows(/** @type {HTMLElement} */ (table.querySelector("tbody")), rows, 0);
  return element("details", { class: "rd-named", open: isOpen }, summary, table);
}

/**
 * Fill a list that may be very long, some hundred rows at a time, so that the page goes on answering.
 *
 * @param {HTMLElement} body
 * @param {(() => HTMLElement)[]} rows
 * @param {number} from
 */
function fillRows(body, rows, from) {
  for (const row of rows.slice(from, from + AT_ONCE)) body.append(row());
  const next = from + AT_ONCE;
  if (next >= rows.length) return;
  setTimeout(() => {
    if (body.isConnected) fillRows(body, rows, next);
  }, 0);
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @param {Left} left
 * @returns {HTMLElement}
 */
function leftRow({ collection, said }, team, { name, fate, kept }) {
  const { preferred } = collection.team(team);
  const isChosen = fate === "conflict" && kept !== null && preferred.includes(kept);
  const why = teamWords.fates.get(isChosen ? "chosen" : fate)?.(kept ?? "", name) ?? fate;
  if (!HAS_CHOICE.includes(fate) || kept === null) return namedRow(name, why, null);
  const choose = button(teamWords.countInstead(name), () => {
    const before = collection.team(team);
    const others = new Set([kept, ...sameAs(collection.gathered(team).left, kept)]);
    const stays = before.preferred.filter((one) => !others.has(one));
    const hasChanged = before.hasChanged || before.shown !== null;
    collection.change(team, { preferred: [...stays, name], hasChanged });
    said.say(teamWords.countedInstead(name), () => {
      collection.change(team, { preferred: before.preferred, hasChanged: before.hasChanged });
    });
  }, { class: "rd-quiet", "data-action": "count-instead" });
  return namedRow(name, why, choose);
}

/**
 * @param {Left[]} left
 * @param {string} kept
 * @returns {string[]} what else the same person gave
 */
function sameAs(left, kept) {
  return left.filter((one) => one.kept === kept).map(({ name }) => name);
}

/**
 * @param {string} name
 * @param {string} why
 * @param {HTMLElement | null} choice
 * @returns {HTMLElement}
 */
function namedRow(name, why, choice) {
  return element(
    "tr",
    { "data-named": name },
    element("th", { scope: "row" }, element("bdi", {}, name)),
    element("td", {}, element("bdi", {}, why), choice === null ? null : " ", choice),
  );
}

/**
 * @param {import("../../team/contributions.js").RefusedSource} refused
 * @param {import("../../texts.js").Texts} texts
 * @returns {string}
 */
function whyRefused({ outcome, place, found }, texts) {
  const isQuestion = outcome === "bad-answer" && place !== null;
  const named = isQuestion ? texts.part(place, "question")?.textContent?.trim() ?? place : place;
  return teamWords.refused.get(outcome)?.(named, found) ?? outcome;
}
