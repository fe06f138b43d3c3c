/** The page on which answers are carried away and brought back: a list of sections. */

import { element } from "../../element.js";
import { Texts } from "../../texts.js";
import { eraseView, savedView, warningsView } from "../saved.js";
import { bringSection } from "./bring.js";
import { carrySection } from "./carry.js";
import { receiptSection } from "./receipt.js";
import { roundsSection } from "./rounds.js";
import { sentSection } from "./sent.js";

/** @typedef {import("../../session.js").Session} Session */

/**
 * @typedef {object} AnswersPage what each section gets
 * @property {Session} session it tells every section once storage was read
 * @property {Texts} texts
 * @property {string | null} form address of the page with the form, where the page names it
 * @property {string | null} team address of the page with the team report, likewise
 * @property {HTMLAnchorElement | null} handIn the author's link to where answers are handed in
 */

/** @type {((page: AnswersPage) => HTMLElement)[]} each listens to the session and redraws itself */
const SECTIONS = [sentSection, receiptSection, carrySection, bringSection, roundsSection];

/**
 * Put the sections on the page; they fill when storage has been read.
 *
 * @param {HTMLElement} root
 * @param {Session} session
 * @returns {() => void}
 */
export function mountAnswers(root, session) {
  const place = /** @type {HTMLElement} */ (root.querySelector("[data-answers-place]"));
  const holder = /** @type {HTMLTemplateElement} */ (root.querySelector("template[data-texts]"));
  // The page's own block names them, in this order.
  const [form, team] = /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll("[data-onward] a"));
  const handIn = /** @type {HTMLTemplateElement | null} */ (
    root.querySelector("template[data-hand-in]")
  );
  const page = {
    session,
    texts: new Texts(holder),
    form: form?.href ?? null,
    team: team?.href ?? null,
    handIn: handIn?.content.querySelector("a") ?? null,
  };
  const sections = SECTIONS.map((section) => section(page));
  const saved = element("p", { class: "rd-answers-saved" }, savedView(session));
  const foot = element("div", { class: "rd-answers-end" }, saved, eraseView(session, () => {}));
  place.append(warningsView(session), ...sections, foot);
  return () => session.tell(null);
}
