/**
 * The other open pages of the same questionnaire: tells them that something was stored or erased,
 * and hears it from them. Needs no secure context; where there are no channels (or a full mirror)
 * one of the two ways is enough.
 */

import { isMirrored } from "./mirror.js";

const ERASED = "erased";

/** The way to the other tabs, and from them. */
export class OtherTabs {
  /**
   * @param {string} place
   * @param {(news: "stored" | "unmirrored" | "erased") => void} heard
   */
  constructor(place, heard) {
    this.place = place;
    this.heard = heard;
    /** @type {BroadcastChannel | null} */
    this.channel = null;
  }

  /** Hear from now on. A page in the back-forward cache does not: it looks when it comes back. */
  listen() {
    this.join();
    window.addEventListener("storage", ({ key, oldValue, newValue }) => {
      if (key !== null && !key.startsWith(`${this.place} `)) return;
      const isGone = newValue === null && isMirrored(oldValue);
      this.heard(isGone ? "unmirrored" : "stored");
    });
    window.addEventListener("pagehide", () => {
      this.channel?.close();
      this.channel = null;
    });
    window.addEventListener("pageshow", () => {
      if (this.channel === null) this.join();
    });
  }

  join() {
    try {
      this.channel = new BroadcastChannel(this.place);
      this.channel.onmessage = ({ data }) => this.heard(data === ERASED ? ERASED : "stored");
    } catch {
      // An old browser, or a frame that may not: the mirror's own events are left.
    }
  }

  /** @param {"stored" | "erased"} news */
  tell(news) {
    this.channel?.postMessage(news);
  }
}
