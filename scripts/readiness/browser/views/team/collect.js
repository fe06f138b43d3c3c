/** The section that takes files and pasted texts in, with progress and a way to stop. */

import { button, element } from "../../element.js";
import { droppedFiles } from "../../team/dropped_files.js";
import { Cancelled, Pace } from "../../team/pace.js";
import { readFiles, readText } from "../../team/sources.js";
import { meetingWords } from "../../words_meeting.js";
import { teamWords } from "../../words_team.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../team/sources.js").Batch} Batch */
/** @typedef {import("../../team/sources.js").Progress} Progress */

/**
 * Make the section.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement}
 */
export function collectSection(page) {
  const work = new WorkPlace(page);
  const team = element("input", { id: "team-name", type: "text", autocomplete: "off" });
  team.value = [...page.collection.teams.keys()].at(-1) ?? "";
  const name = () => team.value.trim() || teamWords.firstTeam;
  page.teamName = name;
  const { reader } = page.collection;
  const takeFiles = (/** @type {File[]} */ files) => {
    if (files.length === 0) return;
    void work.run(name(), (pace, progress) =>
      readFiles(files, reader, teamWords.found, pace, progress),
    );
  };
  const files = fileInput("team-files", { multiple: true }, takeFiles);
  const folder = fileInput("team-folder", { webkitdirectory: true }, takeFiles);
  const drop = element(
    "div",
    { class: "rd-drop" },
    element("label", { for: files.id }, teamWords.filesLabel),
    files,
    element("label", { for: folder.id }, teamWords.folderLabel),
    folder,
  );
  const section = element(
    "section",
    { "data-section": "collect" },
    element("h2", { id: "collect" }, teamWords.collectTitle),
    element("p", {}, teamWords.collectText),
    element("label", { for: team.id }, teamWords.teamLabel),
    team,
    element("p", { class: "rd-hint" }, teamWords.teamHint),
    drop,
    ...pasteParts(page, work, name),
    work.view,
  );
  listenToDrops(section, drop, (dropped) => void droppedFiles(dropped).then(takeFiles));
  return section;
}

/**
 * @param {string} id
 * @param {Record<string, boolean>} attributes
 * @param {(files: File[]) => void} take
 * @returns {HTMLInputElement}
 */
function fileInput(id, attributes, take) {
  const input = element("input", { id, type: "file", ...attributes });
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.value = "";
  });
  return input;
}

/**
 * @param {TeamPage} page
 * @param {WorkPlace} work
 * @param {() => string} team
 * @returns {HTMLElement[]}
 */
function pasteParts({ collection: { reader } }, work, team) {
  const plain = { rows: 4, spellcheck: "false", autocomplete: "off" };
  const text = element("textarea", { id: "team-text", ...plain });
  let number = 0;
  const take = () => {
    const pasted = text.value;
    if (pasted.trim() === "") return work.say(teamWords.nothingPasted);
    number += 1;
    const name = teamWords.pasted(number);
    void work
      .run(team(), (pace, progress) =>
        readText(pasted, name, reader, teamWords.found, pace, progress),
      )
      .then((isDone) => {
        if (isDone) text.value = "";
      });
  };
  const add = button(teamWords.add, take, { "data-action": "add-text" });
  const label = element("label", { for: text.id }, teamWords.pasteLabel);
  return [label, text, element("p", {}, add)];
}

/** Where work is under way: how far it is, a button that stops it, and how it ended. */
class WorkPlace {
  /** @param {TeamPage} page */
  constructor({ collection, decisions }) {
    this.collection = collection;
    this.decisions = decisions;
    /** @type {Pace | null} */
    this.pace = null;
    this.bar = element("progress", { max: 1, "aria-label": teamWords.progress });
    this.count = element("span", {});
    const cancel = button(teamWords.cancel, () => this.pace?.cancel());
    this.doing = element("p", { class: "rd-work", hidden: true }, this.bar, this.count, cancel);
    this.said = element("p", { role: "status", "data-said": true });
    this.view = element("div", {}, this.doing, this.said);
  }

  /** @param {string} sentence */
  say(sentence) {
    this.said.textContent = sentence;
  }

  /**
   * Read something and add it to a team. What is begun while other work goes on takes its place.
   *
   * @param {string} team
   * @param {(pace: Pace, progress: Progress) => Promise<Batch>} read
   * @returns {Promise<boolean>} whether it was added
   */
  async run(team, read) {
    this.pace?.cancel();
    const pace = new Pace();
    this.pace = pace;
    this.doing.hidden = false;
    this.say("");
    try {
      const batch = await read(pace, (done, all) => this.show(done, all));
      if (batch.agreed !== null) this.decisions.replace(team, batch.agreed);
      this.collection.add(team, batch);
      this.say(saidOf(batch, team));
      return true;
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      this.say(teamWords.cancelled);
      return false;
    } finally {
      if (this.pace === pace) this.doing.hidden = true;
    }
  }

  /**
   * @param {number} done
   * @param {number} all
   */
  show(done, all) {
    this.bar.max = Math.max(1, all);
    this.bar.value = done;
    this.count.textContent = teamWords.reading(done, all);
  }
}

/**
 * @param {Batch} batch
 * @param {string} team
 * @returns {string}
 */
function saidOf({ people, refused, record, agreed }, team) {
  const said = [teamWords.added(people.length, refused.length, team)];
  if (record !== null) said.push(teamWords.recordAdded);
  if (agreed !== null) said.push(meetingWords.brought);
  return said.join(" ");
}

/**
 * @param {HTMLElement} section
 * @param {HTMLElement} marked
 * @param {(dropped: DataTransfer) => void} take
 */
function listenToDrops(section, marked, take) {
  section.addEventListener("dragover", (event) => {
    event.preventDefault();
    marked.classList.add("rd-over");
  });
  section.addEventListener("dragleave", () => marked.classList.remove("rd-over"));
  section.addEventListener("drop", (event) => {
    marked.classList.remove("rd-over");
    if (event.dataTransfer === null) return;
    event.preventDefault();
    take(event.dataTransfer);
  });
}
