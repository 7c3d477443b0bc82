// The box "Remember on this device": while it is ticked, and only then, what the reader entered is kept in this browser:
// a link, and the number of the last calendar file.

import { long, parse } from "../calendars/days.js";
import { find } from "./dom.js";

/**
 * @import { Say } from "./dom.js"
 *
 * @typedef {object} Kept
 * @property {string} link What the reader entered, as `writeLink` writes it.
 * @property {string} token Of the calendar files.
 * @property {number} sequence Of the next calendar file.
 * @property {number} until The last day on which it is kept.
 */

const KEY = "guide-timeline";
const DAYS_KEPT = 90;
const MOST_FILES = 2 ** 31 - 2; // a calendar reads no higher sequence than one more
const LATEST = parse("9999-12-31");

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

  /** Says once something was entered by hand that would be lost with the page. */
  ask() {
    if (!this.box.checked) this.told(this.say("keepAsk"));
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

export class Memory {
  /** @param {() => Pick<Storage, "getItem" | "setItem" | "removeItem">} storage */
  constructor(storage) {
    this.storage = storage; // a function, because in some browsers even naming the storage throws
  }

  /** What was kept, or null. What has expired or cannot be read is deleted. @param {number} today @returns {Kept | null} */
  read(today) {
    try {
      const written = this.storage().getItem(KEY);
      if (written === null) return null;
      const kept = JSON.parse(written);
      if (isWhole(kept) && kept.until >= today) return kept;
    } catch {
      // Falls through: what cannot be read is of no use to anybody.
    }
    this.forget();
    return null;
  }

  /**
   * Keeps it until 90 days after `lastDay`; gives that day, or null where nothing can be kept.
   * @param {Omit<Kept, "until">} kept @param {number} lastDay
   */
  keep(kept, lastDay) {
    const until = lastDay + DAYS_KEPT;
    try {
      this.storage().setItem(KEY, JSON.stringify({ ...kept, until }));
      return until;
    } catch {
      return null;
    }
  }

  forget() {
    try {
      this.storage().removeItem(KEY);
    } catch {
      // Nothing was kept.
    }
  }
}

/**
 * Whether it is what `keep` wrote: a text that another page of this host wrote must not stop the tool from opening.
 * @param {any} kept @returns {kept is Kept}
 */
function isWhole(kept) {
  return kept !== null && typeof kept === "object" && typeof kept.link === "string"
    && typeof kept.token === "string" && /^[0-9a-f]{32}$/.test(kept.token)
    && isBetween(kept.sequence, 0, MOST_FILES) && isBetween(kept.until, 0, LATEST);
}

/** @param {any} number @param {number} least @param {number} most */
function isBetween(number, least, most) {
  return Number.isSafeInteger(number) && number >= least && number <= most;
}
