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
    ...linkParts(code),
    ...pictureParts(code),
    element("h4", {}, answersWords.fileTitle),
    fileView(answersWords.contributionName, writeJson(file)),
  ];
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
