/** What both ways of entering paper share: the role on it, and the team that it belongs to. */

import { element } from "../../element.js";
import { addArrival } from "../../team/adding.js";
import { entryWords } from "../../words_entry.js";
import { typedTeam } from "./collect.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */

/**
 * @typedef {object} RoleChooser
 * @property {HTMLElement | null} view
 * @property {() => string | null} role
 * @property {(role: string | null) => void} set
 */

/**
 * Add members to the team that is named on the page.
 *
 * @param {TeamPage} page
 * @param {import("../../group/deduplication.js").Member[]} members
 * @returns {import("../../team/adding.js").Added & {team: string}}
 */
export function addToTeam(page, members) {
  const { collection, typed } = page;
  const people = members.map(collection.reader.prepare);
  const team = typedTeam(page);
  typed.teamName = team;
  return { team, ...addArrival(collection, team, { people, refused: [], idle: 0, record: null }) };
}

/**
 * The choice of the role that stands on the paper; none where nobody is asked for one.
 *
 * @param {TeamPage} page
 * @param {string} id
 * @param {string} name
 * @param {() => void} changed
 * @returns {RoleChooser}
 */
export function roleChooser({ questionnaire }, id, name, changed) {
  const { roles } = questionnaire;
  const all = [{ id: "", label: entryWords.noRole }, ...roles];
  const options = all.map(({ id: role, label }) => element("option", { value: role }, label));
  const select = element("select", { id }, ...options);
  select.value = roles.at(-1)?.id ?? "";
  select.addEventListener("change", changed);
  const label = element("label", { for: id }, name);
  return {
    view: roles.length === 0 ? null : element("p", { class: "rd-chooser" }, label, " ", select),
    role: () => select.value || null,
    set: (role) => {
      select.value = role ?? "";
    },
  };
}
