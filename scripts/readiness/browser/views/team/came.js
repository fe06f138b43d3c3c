/** What came of each team: how many count, and everything that does not, with the reason. */

import { button, element } from "../../element.js";
import { teamWords } from "../../words_team.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../team/collection.js").Team} Team */
/** @typedef {import("../../team/collection.js").GroupReport} GroupReport */

// A longer list is opened by whoever wants to read it.
const LONGEST_OPEN = 30;
const AT_ONCE = 500;

/**
 * Make the section; it is for the facilitator, and never in print.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement}
 */
export function cameSection({ collection, texts }) {
  const section = element("section", { "data-section": "came", hidden: true });
  const said = element("p", { role: "status" });
  const body = element("div", {});
  const clear = button(teamWords.clear, () => {
    for (const name of [...collection.teams.keys()]) collection.remove(name);
    said.textContent = teamWords.cleared;
  }, { "data-action": "clear-team" });
  section.append(element("h2", { id: "came" }, teamWords.cameTitle), body, element("p", {}, clear));
  collection.listen(() => {
    section.hidden = collection.teams.size === 0;
    const teams = [...collection.teams];
    const rows = teams.map(([name, team]) => teamRow(name, team, collection.reportOf(name), () => {
      collection.remove(name);
    }));
    const lists = teams.flatMap(([name, team]) => {
      return namedList(name, team, collection.reportOf(name), texts);
    });
    body.replaceChildren(countTable(rows), ...lists);
  });
  return element("div", {}, section, said);
}

/**
 * @param {string} name
 * @param {Team} team
 * @param {GroupReport} group
 * @param {() => void} remove
 * @returns {HTMLElement}
 */
function teamRow(name, team, { left, counted }, remove) {
  const figures = [counted, left.length, team.refused.length, team.idle];
  const away = button(teamWords.remove(name), remove, { class: "rd-quiet" });
  return element(
    "tr",
    { "data-team": name },
    element("th", { scope: "row" }, element("bdi", {}, name)),
    ...figures.map((figure) => element("td", {}, String(figure))),
    element("td", {}, away),
  );
}

/**
 * @param {HTMLElement[]} rows
 * @returns {HTMLElement}
 */
function countTable(rows) {
  const { teamHead, counted, leftOut, refusedHead, idleHead, removeHead } = teamWords;
  const names = [teamHead, counted, leftOut, refusedHead, idleHead, removeHead];
  const heads = names.map((name) => element("th", { scope: "col" }, name));
  return inRegion(
    teamWords.cameTitle,
    element(
      "table",
      { class: "rd-came" },
      element("caption", {}, teamWords.cameCaption),
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...rows),
    ),
  );
}

/**
 * @param {string} name
 * @param {HTMLElement} table
 * @returns {HTMLElement} a region that scrolls where the table is wider than the page
 */
function inRegion(name, table) {
  const region = { class: "rd-scroll", tabindex: 0, role: "region", "aria-label": name };
  return element("div", region, table);
}

/**
 * @param {string} name
 * @param {Team} team
 * @param {GroupReport} group
 * @param {import("../../texts.js").Texts} texts
 * @returns {HTMLElement[]} none where everything counts
 */
function namedList(name, team, { left }, texts) {
  const refused = team.refused.map((one) => ({ name: one.name, why: whyRefused(one, texts) }));
  const others = left.map(({ name: source, fate, kept }) => {
    return { name: source, why: teamWords.fates.get(fate)?.(kept ?? "") ?? fate };
  });
  const entries = [...refused, ...others];
  if (entries.length === 0) return [];
  const rows = element("tbody");
  fill(rows, entries, 0);
  const heads = [teamWords.source, teamWords.why];
  const table = element(
    "table",
    { class: "rd-came" },
    element("caption", {}, teamWords.namedCaption(name)),
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    rows,
  );
  const summary = element("summary", {}, teamWords.named(entries.length), " – ", element("bdi", {}, name));
  const isOpen = refused.length > 0 && entries.length <= LONGEST_OPEN;
  const region = inRegion(teamWords.namedCaption(name), table);
  return [element("details", { class: "rd-named", open: isOpen }, summary, region)];
}

/**
 * Fill a list that may be very long, some hundred rows at a time, so that the page goes on answering.
 *
 * @param {HTMLElement} body
 * @param {{name: string, why: string}[]} entries
 * @param {number} from
 */
function fill(body, entries, from) {
  for (const { name, why } of entries.slice(from, from + AT_ONCE)) {
    const source = element("th", { scope: "row" }, element("bdi", {}, name));
    const reason = element("td", {}, element("bdi", {}, why));
    body.append(element("tr", { "data-named": name }, source, reason));
  }
  const next = from + AT_ONCE;
  if (next >= entries.length) return;
  setTimeout(() => {
    if (body.isConnected) fill(body, entries, next);
  }, 0);
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
