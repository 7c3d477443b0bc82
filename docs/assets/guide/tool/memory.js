// What the device remembers of a timeline, where the reader asked for it: a link, and the number of the last calendar file.

import { parse } from "../calendars/days.js";

const KEY = "guide-timeline";
const DAYS_KEPT = 90;
const MOST_FILES = 2 ** 31 - 2; // a calendar reads no higher sequence than one more
const LAST_DAY = parse("9999-12-31");

export class Memory {
  constructor(storage) {
    this.storage = storage; // a function, because in some browsers even naming the storage throws
  }

  /** `{link, token, sequence, until}` as it was kept, or null. What has expired or cannot be read is deleted. */
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

  /** Keeps it until 90 days after `lastDay`; gives that day, or null where nothing can be kept. */
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

/** Whether it is what `keep` wrote: a text that another page of this host wrote must not stop the tool from opening. */
function isWhole(kept) {
  return kept !== null && typeof kept === "object" && typeof kept.link === "string"
    && typeof kept.token === "string" && /^[0-9a-f]{32}$/.test(kept.token)
    && isBetween(kept.sequence, 0, MOST_FILES) && isBetween(kept.until, 0, LAST_DAY);
}

function isBetween(number, least, most) {
  return Number.isSafeInteger(number) && number >= least && number <= most;
}
