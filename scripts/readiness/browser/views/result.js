/** The result, drawn anew from the answers each time; says in words what cannot be scored. */

import { button, element } from "../element.js";
import { evaluate } from "../engine/evaluation.js";
import { sentences } from "../sentences.js";
import { Texts } from "../texts.js";
import { nextSteps } from "./next_steps.js";
import { reasonsView } from "./reasons.js";
import { eraseView, savedView, warningsView } from "./saved.js";
import { scoreTable } from "./score_table.js";
import { verdictCard } from "./verdict_card.js";

/** @typedef {import("../session.js").Session} Session */

/**
 * Prepare the result page and return what fills it once storage has been read.
 *
 * @param {HTMLElement} root
 * @param {Session} session
 * @returns {() => void}
 */
export function mountResult(root, session) {
  const place = /** @type {HTMLElement} */ (root.querySelector("[data-result-place]"));
  const holder = /** @type {HTMLTemplateElement} */ (root.querySelector("template[data-texts]"));
  const texts = new Texts(holder);
  const onward = root.querySelector("[data-onward]");
  const saved = element("p", { class: "rd-result-foot" }, savedView(session));
  const print = button(sentences.print, () => window.print());
  const foot = element("div", { class: "rd-result-end" }, print, saved, eraseView(session, () => {}));
  place.before(warningsView(session));
  place.after(foot);
  return () => {
    let drawn = "";
    const draw = () => {
      const said = JSON.stringify([session.role, ...session.answers]);
      if (said === drawn) return;
      drawn = said;
      const isEmpty = session.answers.size === 0;
      place.replaceChildren(...(isEmpty ? emptyView() : resultView(session, texts)));
      print.hidden = isEmpty;
      onward?.classList.toggle("rd-call", isEmpty);
    };
    session.listen(draw);
    draw();
  };
}

/** @returns {HTMLElement[]} */
function emptyView() {
  const title = element("h2", {}, sentences.emptyTitle);
  const text = element("p", { class: "rd-lead" }, sentences.emptyText);
  return [element("section", { "data-verdict": "none", "data-index": "" }, title, text)];
}

/**
 * @param {Session} session
 * @param {Texts} texts
 * @returns {HTMLElement[]}
 */
function resultView(session, texts) {
  const { questionnaire, role, answers } = session;
  const result = evaluate(questionnaire, { role, answers });
  return [
    verdictCard(session, result),
    reasonsView(questionnaire, result, answers, texts),
    ...nextSteps(questionnaire, result, answers, texts),
    scoreTable(questionnaire, result),
  ];
}
