// What this browser keeps when, and only when, the reader asks for it: dates, for 90 days after the last of them.
// Storage may be missing, full or forbidden; then nothing is kept and everything else works.

const KEY = "guide-timeline";
const DAYS_KEPT = 90;

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

function isWhole(kept) {
  return kept !== null && typeof kept === "object" && typeof kept.link === "string" && /^[0-9a-f]{32}$/.test(kept.token)
    && Number.isSafeInteger(kept.sequence) && Number.isSafeInteger(kept.until);
}
