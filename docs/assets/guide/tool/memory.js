// What the device remembers of a timeline, where the reader asked for it: a link, and the number of the last calendar file.

import { parse } from "../calendars/days.js";

/**
 * @typedef {object} Kept
 * @property {string} link What the reader entered, as `writeLink` writes it.
 * @property {string} token Of the calendar files.
 * @property {number} sequence Of the next calendar file.
 * @property {number} until The last day on which it is kept.
 */

const KEY = "guide-timeline";
const DAYS_KEPT = 90;
const MOST_FILES = 2 ** 31 - 2; // a calendar reads no higher sequence than one more
const LAST_DAY = parse("9999-12-31");

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
    && isBetween(kept.sequence, 0, MOST_FILES) && isBetween(kept.until, 0, LAST_DAY);
}

/** @param {any} number @param {number} least @param {number} most */
function isBetween(number, least, most) {
  return Number.isSafeInteger(number) && number >= least && number <= most;
}
