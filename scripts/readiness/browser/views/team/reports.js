/** The reports that were shown: one team's, and several teams or two rounds beside each other. */

import { element } from "../../element.js";
import { breath } from "../../team/pace.js";
import { meetingWords } from "../../words_meeting.js";
import { teamWords } from "../../words_team.js";
import { agreedParts, startPart } from "./agreed.js";
import { teamsHeatMap } from "./heat_map.js";
import { LastDrawn } from "./last_drawn.js";
import { Meeting } from "./meeting.js";
import { outParts } from "./out.js";
import { drawReport } from "./report.js";
import { reportText } from "./report_text.js";
import { roundsTable } from "./rounds_table.js";
import { chooser } from "./team_facts.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../team/told_report.js").ToldReport} ToldReport */

/**
 * Make the section. There are no figures of several teams together: the difference to one team's
 * own report would tell about the others.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement}
 */
export function reportSection(page) {
  const { collection, decisions } = page;
  const place = new ReportPlace(page);
  collection.listen(() => place.draw());
  // A meeting goes on over the report, which is drawn anew when it ends.
  decisions.listen(() => {
    if (!place.isMeeting) place.draw();
  });
  return place.view;
}

/** Where reports stand. One is worked out in one stretch and drawn in the next: the page answers. */
class ReportPlace {
  /** @param {TeamPage} page */
  constructor(page) {
    this.page = page;
    this.several = element("div", {});
    this.own = element("div", {});
    this.dialogs = element("div", {});
    const parts = [this.several, this.own, this.dialogs];
    this.view = element("section", { "data-section": "report", hidden: true }, ...parts);
    this.ownFrom = new LastDrawn();
    this.severalFrom = new LastDrawn();
    this.isOwnOld = false;
    this.areSeveralOld = false;
    this.isDrawing = false;
  }

  /** @returns {boolean} */
  get isMeeting() {
    return this.dialogs.childElementCount > 0;
  }

  /** Note what has changed; what is gone is gone at once, what is new is drawn in its turn. */
  draw() {
    const { collection, decisions } = this.page;
    const teams = collection.reported();
    const team = collection.chosen;
    const { shown, asked } = collection.team(team);
    this.view.hidden = teams.length === 0;
    if (shown === null) this.own.replaceChildren();
    if (teams.length < 2) this.several.replaceChildren();
    this.isOwnOld = this.ownFrom.differs([team, shown, asked, decisions.of(team)]) || this.isOwnOld;
    const each = teams.flatMap((name) => [name, collection.team(name).shown]);
    this.areSeveralOld = this.severalFrom.differs(each) || this.areSeveralOld;
    if (this.isDrawing) return;
    if (!this.areSeveralOld && collection.isWorkedOut(team)) {
      if (this.isOwnOld) this.drawOwn(team);
      return;
    }
    this.isDrawing = true;
    this.page.drawing = this.drawInTurn().finally(() => {
      this.isDrawing = false;
    });
  }

  /** Draw until nothing is old any more. */
  async drawInTurn() {
    const { page } = this;
    while (this.isOwnOld || this.areSeveralOld) {
      if (this.areSeveralOld) {
        this.areSeveralOld = false;
        for (const team of page.collection.reported()) await this.workOut(team);
        if (!this.areSeveralOld) this.several.replaceChildren(...severalParts(page, page.collection.reported()));
        continue;
      }
      await this.workOut(page.collection.chosen);
      this.drawOwn(page.collection.chosen);
    }
  }

  /** @param {string} team */
  drawOwn(team) {
    this.isOwnOld = false;
    const told = this.page.collection.reportOf(team);
    const meet = (/** @type {ToldReport} */ report) => this.meet(team, report);
    this.own.replaceChildren(...(told === null ? [] : filledReport(this.page, team, told, meet)));
  }

  /** @param {string} team */
  async workOut(team) {
    await breath();
    this.page.collection.reportOf(team);
    await breath();
  }

  /**
   * @param {string} team
   * @param {ToldReport} told
   */
  meet(team, told) {
    const meeting = new Meeting(this.page, team, told.report);
    this.dialogs.replaceChildren(meeting.view);
    meeting.view.addEventListener("close", () => {
      this.dialogs.replaceChildren();
      this.draw();
      /** @type {HTMLElement | null} */ (this.own.querySelector("[data-action=start-meeting]"))?.focus();
    });
    meeting.open();
  }
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @param {ToldReport} told
 * @param {(told: ToldReport) => void} meet
 * @returns {HTMLElement[]} the drawn report, its places filled
 */
function filledReport(page, team, told, meet) {
  const view = drawnReport(page, team, told);
  view.querySelector("h2")?.setAttribute("tabindex", "-1");
  const draw = () => drawnReport(page, team, told);
  const write = () => reportText(toldInTeam(page, team, told));
  const out = outParts(page, team, told, draw, write);
  (view.querySelector("[data-slot=out]") ?? view).append(out);
  if (told.report.suppressed !== null) return [view];
  view.querySelector("[data-slot=actions]")?.append(startPart(page, team, () => meet(told)));
  // On the page alone: a file has no meeting to start.
  const how = element("p", { class: "rd-hint" }, meetingWords.text);
  if (page.decisions.of(team).size === 0) view.querySelector("[data-slot=agreed]")?.append(how);
  return [view];
}

/**
 * What a report is drawn and written from.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @param {ToldReport} told
 * @returns {import("./report.js").ToldReport}
 */
function toldInTeam({ questionnaire, texts, collection, decisions }, team, { report, day }) {
  return { questionnaire, texts, report, team, asked: collection.team(team).asked, day, agreed: decisions.of(team) };
}

/**
 * The report of a team with what was agreed in its place.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
function drawnReport(page, team, told) {
  const view = drawReport(toldInTeam(page, team, told));
  const agreed = agreedParts(page, team, told);
  if (agreed.length > 0) view.querySelector("[data-slot=agreed]")?.replaceChildren(...agreed);
  return view;
}

/**
 * @param {TeamPage} page
 * @param {string[]} teams
 * @returns {HTMLElement[]} nothing where one report alone was shown
 */
function severalParts(page, teams) {
  if (teams.length < 2) return [];
  const told = teams.map((team) => ({ title: team, report: page.collection.reportOf(team)?.report }));
  return [teamsHeatMap(page.questionnaire, page.texts, told), roundsPart(page, teams)];
}

/**
 * Two rounds of the same people, added as two teams, beside each other.
 *
 * @param {TeamPage} page
 * @param {string[]} teams
 * @returns {HTMLElement}
 */
function roundsPart(page, teams) {
  let [before = "", now = ""] = teams.slice(-2);
  const place = element("div", {});
  const draw = () => {
    const reports = [before, now].map((team) => page.collection.reportOf(team)?.report);
    place.replaceChildren(roundsTable(page.questionnaire, reports[0], reports[1]));
  };
  const choosers = element(
    "div",
    { class: "rd-work" },
    chooser("rounds-before", teamWords.before, teams, before, (team) => {
      before = team;
      draw();
    }),
    chooser("rounds-now", teamWords.now, teams, now, (team) => {
      now = team;
      draw();
    }),
  );
  draw();
  const summary = element("summary", {}, teamWords.asRounds);
  return element("details", { class: "rd-named" }, summary, choosers, place);
}
