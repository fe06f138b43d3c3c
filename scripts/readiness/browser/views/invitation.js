/** An e-mail to copy and a poster to print, both with the address of the form on this very host. */

import { button, element } from "../element.js";
import { isOpenedAsFile } from "../exchange.js";
import { invitationWords } from "../words_invitation.js";
import { copyView } from "./answers/field.js";
import { pictureView } from "./answers/picture.js";

const PLACEHOLDER = "[address of the form]";

/**
 * Put both in the place of the plain text.
 *
 * @param {HTMLElement} root
 */
export function mountInvitation(root) {
  const place = /** @type {HTMLElement} */ (root.querySelector("[data-invitation-place]"));
  const link = /** @type {HTMLAnchorElement | null} */ (root.querySelector("[data-onward] a"));
  const mail = place.querySelector("pre")?.textContent ?? "";
  const address = element("input", { id: "invitation-address", type: "url", autocomplete: "off" });
  address.value = link === null || isOpenedAsFile() ? "" : link.href;
  const title = textOfTemplate(root, "title");
  const made = element("div", {});
  const draw = () => made.replaceChildren(...invitationParts(mail, title, address.value.trim()));
  address.addEventListener("input", draw);
  const label = element("label", { for: address.id }, invitationWords.address);
  const hint = isOpenedAsFile() ? invitationWords.ofFile : invitationWords.addressHint;
  place.replaceChildren(label, address, element("p", { class: "rd-hint" }, hint), made);
  draw();
}

/**
 * @param {HTMLElement} root
 * @param {string} part
 * @returns {string}
 */
function textOfTemplate(root, part) {
  const holder = /** @type {HTMLTemplateElement | null} */ (
    root.querySelector(`template[data-${part}]`)
  );
  return holder?.content.textContent?.trim() ?? "";
}

/**
 * @param {string} mail
 * @param {string} title
 * @param {string} address
 * @returns {Element[]}
 */
function invitationParts(mail, title, address) {
  const text = address === "" ? mail : mail.replaceAll(PLACEHOLDER, address);
  const parts = [
    element("h3", {}, invitationWords.mailTitle),
    copyView("invitation-mail", invitationWords.mailLabel, text),
    element("h3", {}, invitationWords.posterTitle),
  ];
  if (address === "") return [...parts, element("p", {}, invitationWords.noAddress)];
  return [...parts, element("p", {}, button(invitationWords.print, () => window.print())), poster(title, address)];
}

/**
 * @param {string} title
 * @param {string} address
 * @returns {HTMLElement}
 */
function poster(title, address) {
  const lines = invitationWords.posterLines.map((line) => element("li", {}, line));
  return element(
    "section",
    { class: "rd-poster", "aria-label": invitationWords.posterTitle },
    element("p", { class: "rd-poster-title" }, title),
    pictureView(address, invitationWords.picture),
    element("p", { class: "rd-poster-address" }, address),
    element("ul", {}, ...lines),
  );
}
