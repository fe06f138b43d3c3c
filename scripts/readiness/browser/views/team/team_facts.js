/** What a facilitator says of a team: which one is looked at, its name, how many were asked. */

import { element } from "../../element.js";
import { chooseWords } from "../../words_breakdown.js";
import { teamWords } from "../../words_team.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */

const MOST_ASKED = 1_000_000;

/**
 * The choice of the team that is looked at; nothing where there is one only.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement[]}
 */
export function teamChooser({ collection }) {
  const teams = [...collection.teams.keys()];
  if (teams.length < 2) return [];
  const chosen = collection.chosen;
  return [chooser("report-of", teamWords.reportOf, teams, chosen, (team) => {
    collection.choose(team);
    document.getElementById("report-of")?.focus();
  })];
}

/**
 * A choice of one of several names.
 *
 * @param {string} id
 * @param {string} name
 * @param {string[]} teams
 * @param {string} chosen
 * @param {(team: string) => void} choose
 * @returns {HTMLElement}
 */
export function chooser(id, name, teams, chosen, choose) {
  const options = teams.map((team) => {
    return element("option", { value: team, selected: team === chosen }, team);
  });
  const select = element("select", { id }, ...options);
  select.addEventListener("change", () => choose(select.value));
  return element("p", { class: "rd-chooser" }, element("label", { for: id }, name), " ", select);
}

/** The fields for the name of a team and for how many were asked, and what follows from that. */
export class TeamFacts {
  /** @param {TeamPage} page */
  constructor(page) {
    this.page = page;
    this.team = "";
    const plain = { type: "text", autocomplete: "off" };
    this.name = element("input", { id: "team-title", ...plain });
    this.asked = element("input", { id: "team-asked", inputmode: "numeric", ...plain });
    this.answered = element("p", { "data-answered": true, hidden: true });
    this.name.addEventListener("change", () => this.rename());
    // What follows from the number appears while it is typed: nothing moves under a later click.
    this.asked.addEventListener("input", () => this.count());
    this.asked.addEventListener("change", () => this.sayCount());
    const name = element("p", {}, element("label", { for: this.name.id }, chooseWords.name), this.name);
    const asked = element("p", {}, element("label", { for: this.asked.id }, chooseWords.asked), this.asked);
    const fields = element("div", { class: "rd-typed-facts" }, name, asked);
    this.view = element("div", {}, fields, this.answered);
  }

  /** @param {string} team */
  draw(team) {
    const { asked } = this.page.collection.team(team);
    this.team = team;
    this.name.value = team;
    if (!this.isTyped(asked)) this.asked.value = asked === null ? "" : String(asked);
    const came = this.page.collection.gathered(team).people.length;
    this.answered.hidden = asked === null;
    this.answered.textContent = "";
    if (asked === null) return;
    const isOver = came > asked;
    const isFew = came * 2 < asked;
    const words = isOver ? chooseWords.tooMany(came, asked) : chooseWords.answered(came, asked);
    this.answered.className = isOver ? "rd-notice rd-warning" : "";
    this.answered.dataset["answered"] = isOver ? "too-many" : isFew ? "few" : "enough";
    this.answered.textContent = isFew ? `${words} ${chooseWords.fewerThanHalf}` : words;
  }

  rename() {
    const { collection, decisions, said, typed } = this.page;
    const name = this.name.value.trim();
    const isTaken = name !== this.team && collection.teams.has(name);
    if (isTaken) said.say(chooseWords.nameTaken(name));
    if (isTaken || name === "" || name === this.team) {
      this.name.value = this.team;
      return;
    }
    decisions.rename(this.team, name);
    typed.teamName = name;
    collection.rename(this.team, name);
    said.say(chooseWords.named(name));
  }

  /**
   * Tell whether the field holds this number, however it is written, or is being written in.
   *
   * @param {number | null} asked
   * @returns {boolean}
   */
  isTyped(asked) {
    return document.activeElement === this.asked && (this.typed === asked || this.typed === undefined);
  }

  /** @returns {number | null | undefined} what stands in the field; undefined is no number */
  get typed() {
    const text = this.asked.value.trim();
    if (text === "") return null;
    const number = Number(text);
    return /^\d+$/.test(text) && number >= 1 && number <= MOST_ASKED ? number : undefined;
  }

  count() {
    const { typed } = this;
    this.asked.removeAttribute("aria-invalid");
    if (typed !== undefined) this.page.collection.change(this.team, { asked: typed });
  }

  sayCount() {
    const { said } = this.page;
    if (this.typed !== undefined) return said.say(this.answered.textContent ?? "");
    this.asked.setAttribute("aria-invalid", "true");
    said.say(chooseWords.wrongAsked);
  }
}
