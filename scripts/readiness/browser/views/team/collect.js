/** The section that takes files and pasted texts in, with progress and a way to stop. */

import { button, element } from "../../element.js";
import { listenToFragment, takeFragment } from "../../exchange.js";
import { Arriving, lastNumber } from "../../team/adding.js";
import { droppedFiles } from "../../team/dropped_files.js";
import { withoutPeople } from "../../team/one_team.js";
import { Cancelled, Pace } from "../../team/pace.js";
import { readFiles, readText } from "../../team/sources.js";
import { meetingWords } from "../../words_meeting.js";
import { teamWords } from "../../words_team.js";
import { dayText } from "./told.js";

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
  team.addEventListener("input", () => {
    page.typed.teamName = team.value;
  });
  page.collection.listen(() => {
    team.value = page.typed.teamName;
  });
  const name = () => typedTeam(page);
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
  takeLinked(page, work);
  listenToFragment(() => {
    if (section.isConnected) takeLinked(page, work);
  });
  return section;
}

/**
 * The team to which what is brought now belongs.
 *
 * @param {TeamPage} page
 * @returns {string}
 */
export function typedTeam({ typed }) {
  return typed.teamName.trim() || teamWords.firstTeam;
}

/**
 * Add the code that came with a link to this page; it can be undone, as nobody has looked at it.
 *
 * @param {TeamPage} page
 * @param {WorkPlace} work
 */
function takeLinked(page, work) {
  const linked = takeFragment();
  if (linked === null) return;
  const { collection, said } = page;
  if (linked.isTooLong) return said.say(teamWords.linkTooLong);
  const read = (/** @type {Pace} */ pace, /** @type {Progress} */ progress) => {
    return readText(linked.code, teamWords.linked, collection.reader, teamWords.found, pace, progress);
  };
  const added = (/** @type {string} */ team, /** @type {string[]} */ names) => {
    said.undoBy(() => collection.change(team, withoutPeople(collection.team(team), names)));
  };
  // What the tab has kept is drawn first.
  void Promise.resolve().then(() => page.restored).then(() => work.run(typedTeam(page), read, added));
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
function pasteParts({ collection, said, clearing }, work, team) {
  const { reader } = collection;
  const plain = { rows: 4, spellcheck: "false", autocomplete: "off" };
  const text = element("textarea", { id: "team-text", ...plain });
  let underWay = "";
  const take = () => {
    const pasted = text.value;
    if (pasted.trim() === "") return said.say(teamWords.nothingPasted);
    // Pressed twice, it is still one text.
    if (pasted === underWay) return;
    underWay = pasted;
    const read = (/** @type {Pace} */ pace, /** @type {Progress} */ progress) => {
      const name = teamWords.pasted(lastNumber(collection, teamWords.pasted) + 1);
      return readText(pasted, name, reader, teamWords.found, pace, progress);
    };
    void work.run(team(), read).then((isDone) => {
      // Another text may have been pasted meanwhile.
      if (isDone && text.value === pasted) text.value = "";
    }).finally(() => {
      if (underWay === pasted) underWay = "";
    });
  };
  clearing.push(() => work.stop());
  clearing.push(() => {
    text.value = "";
  });
  const add = button(teamWords.add, take, { "data-action": "add-text" });
  const label = element("label", { for: text.id }, teamWords.pasteLabel);
  return [label, text, element("p", {}, add)];
}

/** Where work is under way: how far it is, a button that stops it, and how it ended. */
class WorkPlace {
  /** @param {TeamPage} page */
  constructor(page) {
    this.page = page;
    /** @type {Set<Pace>} of what is under way and of what waits */
    this.paces = new Set();
    /** @type {Promise<unknown>} done when nothing is under way */
    this.last = Promise.resolve();
    this.bar = element("progress", { max: 1, "aria-label": teamWords.progress });
    this.count = element("span", {});
    const cancel = button(teamWords.cancel, () => {
      this.stop();
      page.said.say(teamWords.cancelled);
    });
    this.doing = element("p", { class: "rd-work", hidden: true }, this.bar, this.count, cancel);
    this.view = this.doing;
  }

  /** Give up what is under way and what waits. */
  stop() {
    for (const pace of this.paces) pace.cancel();
  }

  /**
   * Read something and add it to a team. What is begun while other work goes on waits for it.
   *
   * @param {string} team
   * @param {(pace: Pace, progress: Progress) => Promise<Batch>} read
   * @param {(team: string, names: string[]) => void} [added]
   * @returns {Promise<boolean>} whether it was added
   */
  run(team, read, added = () => {}) {
    const { collection, typed, said } = this.page;
    const pace = new Pace();
    const [place, { teamName }] = [{ team }, typed];
    this.paces.add(pace);
    collection.places.add(place);
    this.doing.hidden = false;
    said.say("");
    const done = this.last.then(() => this.page.restored).then(async () => {
      try {
        pace.check();
        const batch = await read(pace, (done, all) => this.show(done, all));
        const arriving = new Arriving(collection, place, batch);
        await pace.doAll(arriving.pieces());
        // Another name may have been typed meanwhile, for what comes next.
        if (typed.teamName === teamName) typed.teamName = place.team;
        this.add(batch, arriving, added);
        return true;
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        return false;
      } finally {
        this.paces.delete(pace);
        collection.places.delete(place);
        if (this.paces.size === 0) this.doing.hidden = true;
      }
    });
    this.last = done.catch(() => {});
    return done;
  }

  /**
   * @param {Batch} batch
   * @param {Arriving} arriving
   * @param {(team: string, names: string[]) => void} added
   */
  add(batch, arriving, added) {
    const { collection, decisions, said } = this.page;
    const { team } = arriving.place;
    const agreedHere = decisions.of(team);
    if (batch.agreed !== null) decisions.replace(team, batch.agreed);
    const came = arriving.add();
    const isReplaced = batch.agreed !== null && agreedHere.size > 0;
    const replaced = isReplaced ? () => decisions.replace(team, agreedHere) : null;
    const words = saidOf(batch, came, team, isReplaced);
    said.say(collection.isKept ? words : `${words} ${teamWords.keptNot}`, replaced);
    if (came.names.length > 0) added(team, came.names);
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
 * @param {import("../../team/adding.js").Added} came
 * @param {string} team
 * @param {boolean} isReplaced whether something else had been agreed here
 * @returns {string}
 */
function saidOf({ record, agreed }, came, team, isReplaced) {
  const said = [teamWords.added(came, team)];
  if (came.hasRecord && record !== null) said.push(teamWords.recordAdded(dayText(record.day)));
  if (agreed !== null) said.push(isReplaced ? meetingWords.broughtInstead : meetingWords.brought);
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
