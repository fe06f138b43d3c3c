/** What is shared, in four ways of equal worth: a code, a link, a picture, a file. */

import { element } from "../../element.js";
import { codeToShare, contributionFile, leftOut } from "../../carrying.js";
import { writeJson } from "../../engine/json_text.js";
import { revisionOf } from "../../engine/response_code.js";
import { isOpenedAsFile, linkOf } from "../../exchange.js";
import { answersWords } from "../../words_answers.js";
import { contentsView } from "./contents.js";
import { copyView, fileView } from "./field.js";
import { pictureView } from "./picture.js";

/** @typedef {import("./answers.js").AnswersPage} AnswersPage */

// A picture of more than this needs a good camera, a steady hand and light.
const LONGEST_PICTURED = 200;
const RESPONDENT_SIGNS = 6;
const NAMED_GROUPS = 3;

/**
 * Make a contribution and show it: first what it holds, then the ways in which it can leave.
 *
 * @param {AnswersPage} page
 * @returns {Element[]}
 */
export function sharedParts(page) {
  const file = contributionFile(page.session);
  const code = codeToShare(page.session);
  const without = leftOut(page.session);
  const first = String(file.get("respondent")).slice(0, RESPONDENT_SIGNS);
  return [
    element("h4", { tabindex: -1 }, answersWords.holds),
    contentsView(page, file),
    ...(without > 0 ? [element("p", {}, answersWords.leftOut(without))] : []),
    element("p", {}, answersWords.honest),
    element("p", {}, answersWords.inShort(first, revisionOf(code) ?? 0)),
    ...codeParts(code),
    ...handInParts(page.handIn, code),
    ...linkParts(code),
    ...pictureParts(code),
    element("h4", {}, answersWords.fileTitle),
    fileView(answersWords.contributionName(firstGroups(code)), writeJson(file)),
  ];
}

/**
 * The groups that tell one person's file from another's: edition, respondent and how many before.
 *
 * @param {string} code
 * @returns {string}
 */
function firstGroups(code) {
  return code.split("-").slice(0, NAMED_GROUPS).join("-");
}

/**
 * @param {string} code
 * @returns {Element[]}
 */
function codeParts(code) {
  return [
    element("h4", {}, answersWords.codeTitle),
    copyView("shared-code", answersWords.codeLabel, code),
    element("p", { class: "rd-hint" }, answersWords.codeHint),
  ];
}

/**
 * The author's link to where answers are handed in: an e-mail gets the code, a form does not. What
 * is sent is sent by the person.
 *
 * @param {HTMLAnchorElement | null} handIn
 * @param {string} code
 * @returns {Element[]}
 */
function handInParts(handIn, code) {
  if (handIn === null) return [];
  const link = /** @type {HTMLAnchorElement} */ (handIn.cloneNode(true));
  link.dataset["handIn"] = "";
  const isMail = link.protocol === "mailto:";
  if (isMail) link.search = mailQuery(link.search, code);
  const hint = isMail ? answersWords.handInMail : answersWords.handInForm;
  return [
    element("h4", {}, answersWords.handInTitle),
    element("p", {}, link),
    element("p", { class: "rd-hint" }, hint),
  ];
}

/**
 * Put the code below what the author wrote, and name the subject where the author names none.
 *
 * @param {string} query of the author's address
 * @param {string} code
 * @returns {string} as e-mail programs read it: blanks are %20, never +
 */
function mailQuery(query, code) {
  const fields = query.replace(/^\?/, "").split("&").filter((field) => field !== "");
  const has = (/** @type {string} */ name) => fields.some((field) => isNamed(field, name));
  const rest = fields.filter((field) => !isNamed(field, "body"));
  const own = fields.filter((field) => isNamed(field, "body")).map((field) => field.slice(5));
  if (!has("subject")) rest.unshift(`subject=${encodeURIComponent(answersWords.handInSubject)}`);
  return `?${[...rest, `body=${[...own, code].join("%0D%0A%0D%0A")}`].join("&")}`;
}

/**
 * @param {string} field
 * @param {string} name
 * @returns {boolean}
 */
function isNamed(field, name) {
  return field.toLowerCase().startsWith(`${name}=`);
}

/**
 * @param {string} code
 * @returns {Element[]}
 */
function linkParts(code) {
  const hint = isOpenedAsFile() ? answersWords.linkOfFile : answersWords.linkHint;
  return [
    element("h4", {}, answersWords.linkTitle),
    copyView("shared-link", answersWords.linkLabel, linkOf(code)),
    element("p", { class: "rd-hint" }, hint),
  ];
}

/**
 * @param {string} code
 * @returns {Element[]}
 */
function pictureParts(code) {
  const link = linkOf(code);
  const isLink = !isOpenedAsFile() && link.length <= LONGEST_PICTURED;
  const { pictureTitle, pictureOfLink, pictureOfCode } = answersWords;
  const label = isLink ? pictureOfLink : pictureOfCode;
  const hint = isLink ? answersWords.pictureHintLink : answersWords.pictureHintCode;
  return [
    element("h4", {}, pictureTitle),
    pictureView(isLink ? link : code, label),
    element("p", { class: "rd-hint" }, hint),
  ];
}
