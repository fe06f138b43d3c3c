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
  const holder = /** @type {HTMLTemplateElement} */ (root.querySelector("template[data-poster]"));
  const made = element("div", {});
  const draw = () => made.replaceChildren(...invitationParts(mail, holder, address.value.trim()));
  address.addEventListener("input", draw);
  const label = element("label", { for: address.id }, invitationWords.address);
  const hint = isOpenedAsFile() ? invitationWords.ofFile : invitationWords.addressHint;
  place.replaceChildren(label, address, element("p", { class: "rd-hint" }, hint), made);
  draw();
}

/**
 * @param {string} mail
 * @param {HTMLTemplateElement} holder of the poster's own words
 * @param {string} address
 * @returns {Element[]}
 */
function invitationParts(mail, holder, address) {
  const text = address === "" ? mail : mail.replaceAll(PLACEHOLDER, () => address);
  const parts = [
    element("h3", {}, invitationWords.mailTitle),
    copyView("invitation-mail", invitationWords.mailLabel, text),
    element("h3", {}, invitationWords.posterTitle),
  ];
  if (address === "") return [...parts, element("p", {}, invitationWords.noAddress)];
  const print = button(invitationWords.print, () => window.print());
  return [...parts, element("p", {}, print), posterView(holder, address)];
}

/**
 * @param {HTMLTemplateElement} holder
 * @param {string} address
 * @returns {HTMLElement}
 */
function posterView(holder, address) {
  const poster = element(
    "section",
    { class: "rd-poster", "aria-label": invitationWords.posterTitle },
    holder.content.cloneNode(true),
  );
  poster.querySelector(".rd-poster-title")?.after(
    pictureView(address, invitationWords.picture),
    element("p", { class: "rd-poster-address" }, address),
  );
  return poster;
}
