/** Finishing a round, taking the last one up again, and the rounds beside each other. */

import { button, element } from "../../element.js";
import { readRound, rescore } from "../../engine/rounds.js";
import { finishRound, takeUpLastRound } from "../../rounds.js";
import { roundWords } from "../../words_rounds.js";
import { trendTable } from "./trend.js";

/** @typedef {import("../../session.js").Session} Session */

/**
 * Make the section about rounds.
 *
 * @param {import("./answers.js").AnswersPage} page
 * @returns {HTMLElement}
 */
export function roundsSection({ session }) {
  const said = element("p", { class: "rd-said", role: "status" });
  const finish = finishForm(session, said);
  const takeUp = takeUpPart(session, said);
  const trend = element("div", {});
  const none = element("p", {}, roundWords.noAnswers);
  const intro = element("p", {}, roundWords.roundsText);
  const title = element("h2", { id: "rounds" }, roundWords.roundsTitle);
  const view = element("section", { class: "rd-rounds" }, title, intro, finish, none, takeUp, said, trend);
  session.listen(() => {
    const hasAnswers = session.saved.length > 0;
    finish.hidden = !hasAnswers;
    none.hidden = hasAnswers || session.rounds.length > 0;
    takeUp.hidden = hasAnswers || session.rounds.length === 0;
    trend.replaceChildren(...trendParts(session));
  });
  return view;
}

/**
 * @param {Session} session
 * @param {HTMLElement} said
 * @returns {HTMLElement}
 */
function finishForm(session, said) {
  const hidden = element("input", { type: "radio", name: "earlier", value: "hidden", checked: true });
  const shown = element("input", { type: "radio", name: "earlier", value: "shown" });
  const choice = element(
    "fieldset",
    { class: "rd-item" },
    element("legend", {}, roundWords.earlierQuestion),
    element("div", { class: "rd-levels" }, choiceLine(hidden, roundWords.earlierHidden),
      choiceLine(shown, roundWords.earlierShown)),
  );
  const press = () => {
    finishRound(session, shown.checked ? "shown" : "hidden", new Date());
    said.textContent = `${roundWords.finished(session.rounds.length)} ${roundWords.backup}`;
  };
  const text = element("p", {}, roundWords.finishText);
  const go = button(roundWords.finish, press, { "data-finish": true });
  return element("div", {}, text, choice, element("p", {}, go));
}

/**
 * @param {HTMLInputElement} input
 * @param {string} text
 * @returns {HTMLElement}
 */
function choiceLine(input, text) {
  return element("label", { class: "rd-choice" }, input, element("span", {}, text));
}

/**
 * @param {Session} session
 * @param {HTMLElement} said
 * @returns {HTMLElement}
 */
function takeUpPart(session, said) {
  const press = () => {
    takeUpLastRound(session);
    said.textContent = roundWords.tookUp;
  };
  const go = button(roundWords.putBack, press, { "data-take-up": true });
  return element("p", { hidden: true }, go, " ", roundWords.putBackText);
}

/**
 * @param {Session} session
 * @returns {HTMLElement[]}
 */
function trendParts(session) {
  const { questionnaire, role, answers } = session;
  const read = session.rounds.map(readRound);
  const rounds = read.filter((round) => round !== null);
  if (read.length === 0) return [];
  // While nothing is answered there is no "now", and the last round tells whose view it is.
  const roleNow = answers.size > 0 ? role : (rounds.at(-1)?.role ?? null);
  const rescored = rounds.map((round) => rescore(questionnaire, round, roleNow));
  const parts = rounds.length === 0 ? [] : trendTable(questionnaire, rescored, { role, answers });
  const lost = read.length - rounds.length;
  if (lost > 0) parts.push(element("p", { class: "rd-notice" }, roundWords.unreadable(lost)));
  return parts;
}
