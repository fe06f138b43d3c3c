/** The section that lets answers be carried away. Nothing is made, or saved, by looking at it. */

import { button, element } from "../../element.js";
import { backupFile, isEmpty, roundFrom } from "../../carrying.js";
import { savedNotes } from "../../everything.js";
import { writeJson } from "../../engine/json_text.js";
import { LARGEST_FILE } from "../../engine/strict_json.js";
import { answersWords } from "../../words_answers.js";
import { contentsView } from "./contents.js";
import { fileView } from "./field.js";
import { sharedParts } from "./share.js";

/** @typedef {import("./answers.js").AnswersPage} AnswersPage */
/** @typedef {import("../../session.js").Session} Session */

/**
 * Make the section.
 *
 * @param {AnswersPage} page
 * @returns {HTMLElement}
 */
export function carrySection(page) {
  const { session } = page;
  const title = element("h2", { id: "carry" }, answersWords.carryTitle);
  const none = element("p", { class: "rd-lead" }, answersWords.nothingHere);
  const { shareTitle, shareText, sharePress, ownTitle, ownText, ownPress } = answersWords;
  const ways = element(
    "div",
    {},
    wayView(page, [shareTitle, shareText, sharePress], sharedParts),
    wayView(page, [ownTitle, ownText, ownPress], backupParts),
  );
  session.listen(() => {
    none.hidden = !isEmpty(session);
    ways.hidden = isEmpty(session);
  });
  none.hidden = ways.hidden = true;
  return element("section", { "data-section": "carry" }, title, none, ways);
}

/**
 * One way out: a button, and behind it what leaves. What was made goes when the answers change.
 *
 * @param {AnswersPage} page
 * @param {string[]} words title, text, label of the button
 * @param {(page: AnswersPage) => Element[]} make
 * @returns {HTMLElement}
 */
function wayView(page, [title = "", text = "", press = ""], make) {
  const { session } = page;
  const panel = element("div", { class: "rd-panel", hidden: true });
  const said = element("p", { role: "status" });
  let made = "";
  const open = button(press, () => {
    panel.replaceChildren(...make(page));
    panel.hidden = false;
    said.textContent = "";
    made = contentOf(session);
    panel.querySelector("h4")?.focus();
  });
  session.listen(() => {
    if (panel.hidden || made === contentOf(session)) return;
    panel.replaceChildren();
    panel.hidden = true;
    said.textContent = isEmpty(session) ? "" : answersWords.stale;
  });
  const lead = [element("h3", {}, title), element("p", {}, text), element("p", {}, open)];
  return element("div", { class: "rd-way" }, ...lead, said, panel);
}

/**
 * @param {AnswersPage} page
 * @returns {Element[]}
 */
function backupParts(page) {
  const file = backupFile(page.session);
  const text = writeJson(file);
  const damaged = page.session.rounds.filter((round) => roundFrom(round) === null).length;
  const isTooBig = new TextEncoder().encode(text).length > LARGEST_FILE;
  return [
    element("h4", { tabindex: -1 }, answersWords.holdsBackup),
    contentsView(page, file),
    element("p", {}, answersWords.honestBackup),
    ...(damaged > 0 ? [element("p", {}, answersWords.damagedRounds(damaged))] : []),
    ...(isTooBig ? [element("p", {}, answersWords.tooBigToReturn)] : []),
    fileView(answersWords.backupName, text),
  ];
}

/**
 * @param {Session} session
 * @returns {string} what the files are made of
 */
function contentOf(session) {
  const { role, saved, rounds } = session;
  return JSON.stringify([role, saved, [...savedNotes(session)], rounds]);
}
