// The box "Remember on this device": while it is ticked, and only then, what the reader entered is kept in this browser.

import { long } from "../calendars/days.js";
import { find } from "./dom.js";
import { Memory } from "./memory.js";

/**
 * @import { Say } from "./dom.js"
 * @import { Kept } from "./memory.js"
 */

export class Remembering {
  /**
   * `told` is called with what became of it, `onTicked` when the reader ticks the box.
   * @param {Say} say @param {(text: string) => void} told @param {() => void} onTicked
   */
  constructor(say, told, onTicked) {
    this.say = say;
    this.told = told;
    this.memory = new Memory(() => window.localStorage);
    this.box = find(document, "#timeline-remember", HTMLInputElement);
    this.token = "";
    this.sequence = 0;
    this.begin();
    this.box.addEventListener("change", () => (this.box.checked ? onTicked() : this.#stop()));
  }

  /** Another timeline: its calendar files replace no event of the last one. */
  begin() {
    const random = crypto.getRandomValues(new Uint8Array(16));
    this.token = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    this.sequence = 0;
  }

  /** What this device kept, or null. @param {number} today */
  read(today) {
    return this.memory.read(today);
  }

  /** Goes on with what was kept. @param {Kept} kept */
  goOn({ token, sequence }) {
    this.token = token;
    this.sequence = sequence;
    this.box.checked = true;
  }

  /** Leaves what was kept before as it is. */
  untick() {
    this.box.checked = false;
  }

  forget() {
    this.memory.forget();
  }

  /** Touches the device's storage only while the box is ticked. @param {string} link @param {number} lastDay */
  keep(link, lastDay) {
    if (!this.box.checked) return;
    const until = this.memory.keep({ link, token: this.token, sequence: this.sequence }, lastDay);
    this.box.checked = until !== null;
    this.told(until === null ? this.say("notKept") : this.say("remembered", { date: long(until) }));
  }

  #stop() {
    this.memory.forget();
    this.told(this.say("forgotten"));
  }
}
