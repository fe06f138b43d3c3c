/** Everybody who came to a team, by name, to be found and taken out one by one. */

import { button, element } from "../../element.js";
import { withoutPeople } from "../../team/one_team.js";
import { teamWords } from "../../words_team.js";
import { listTable } from "./list_table.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */

// So many are drawn at once; the field finds the others.
const MOST_ROWS = 50;

/** A folded list that is drawn when it is opened. */
export class PeopleList {
  /**
   * @param {TeamPage} page
   * @param {string} team
   */
  constructor(page, team) {
    this.page = page;
    this.team = team;
    const { people } = page.collection.team(team);
    this.find = element("input", { type: "text", autocomplete: "off", id: `find-${page.place}-${team}` });
    this.find.addEventListener("input", () => this.draw());
    this.rows = element("div", {});
    const label = element("label", { for: this.find.id }, teamWords.find);
    const field = people.length > MOST_ROWS ? [element("p", {}, label, this.find)] : [];
    const summary = element("summary", {}, teamWords.people(people.length), " – ", element("bdi", {}, team));
    this.view = element("details", { class: "rd-named", "data-people": team }, summary, ...field, this.rows);
    this.view.addEventListener("toggle", () => this.draw());
    if (people.length === 0) this.view.hidden = true;
    if (page.unfolded.has(team)) this.view.open = true;
  }

  draw() {
    if (this.view.open) this.page.unfolded.add(this.team);
    else this.page.unfolded.delete(this.team);
    if (!this.view.open) return this.rows.replaceChildren();
    const { people } = this.page.collection.team(this.team);
    const wanted = this.find.value.trim().toLowerCase();
    const found = people.filter(({ name }) => name.toLowerCase().includes(wanted));
    const rows = found.slice(0, MOST_ROWS).map((person) => this.row(person));
    const heads = [teamWords.source, teamWords.roleHead, teamWords.removeHead];
    const table = listTable(teamWords.peopleCaption(this.team), teamWords.peopleCaption(this.team), heads, rows);
    const more = found.length - rows.length;
    this.rows.replaceChildren(table, ...(more > 0 ? [element("p", {}, teamWords.more(more))] : []));
  }

  /**
   * @param {import("../../group/deduplication.js").Person} person
   * @returns {HTMLElement}
   */
  row({ name, role }) {
    const { collection, questionnaire, said } = this.page;
    const away = button(teamWords.away, () => {
      const before = collection.team(this.team);
      collection.change(this.team, withoutPeople(before, [name]));
      said.say(teamWords.removedOne(name), () => collection.change(this.team, before));
      const again = document.querySelector(`[data-people="${CSS.escape(this.team)}"] > summary`);
      /** @type {HTMLElement | null} */ (again)?.focus();
    }, { class: "rd-quiet", "aria-label": teamWords.removeOne(name), "data-action": "remove-person" });
    const label = questionnaire.roles.find(({ id }) => id === role)?.label ?? teamWords.noRole;
    return element(
      "tr",
      { "data-person": name },
      element("th", { scope: "row" }, element("bdi", {}, name)),
      element("td", {}, label),
      element("td", {}, away),
    );
  }
}
