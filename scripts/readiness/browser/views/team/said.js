/** The one place in which the team page says what has happened, with a way to undo it. */

import { button, element } from "../../element.js";
import { teamWords } from "../../words_team.js";

/** A polite live region that stays in sight, and beside it the button that undoes what was said. */
export class SaidPlace {
  /** @param {string} [hook] */
  constructor(hook = "data-said") {
    this.text = element("p", { role: "status", [hook]: true });
    this.undo = element("span", {});
    this.view = element("div", { class: "rd-said" }, this.text, this.undo);
  }

  /**
   * Say something; what could be undone before can be undone no longer.
   *
   * @param {string} sentence
   * @param {(() => void) | null} [undo]
   */
  say(sentence, undo = null) {
    this.text.textContent = sentence;
    this.undo.replaceChildren();
    if (undo !== null) this.undoBy(undo);
  }

  /** @param {() => void} undo what was said last */
  undoBy(undo) {
    const back = button(teamWords.undo, () => {
      undo();
      this.say(teamWords.undone);
      this.text.tabIndex = -1;
      this.text.focus();
    }, { "data-action": "undo" });
    this.undo.replaceChildren(back);
  }
}
