// A nation's calendar: its working days, why every other day is closed, and how far that is officially known.
// Twin of scripts/guide/calendars/calendar.py, made from the JSON that Python compiled.

import { WEEKDAYS, WorkingDays, weekday } from "./days.js";

/** @typedef {"published" | "projected"} Tier How well the bank holidays up to a day are known. */

/**
 * What `guide.dates.compiled` makes of a calendar. Days are whole numbers.
 * @typedef {object} CalendarData
 * @property {string} id
 * @property {string} name The nation, as a reader should see it.
 * @property {number} first
 * @property {number} last
 * @property {number} published_through The last day whose bank holidays are officially listed.
 * @property {string} retrieved
 * @property {number} retrieved_day
 * @property {string} hash
 * @property {string} projected What is said beside a date beyond the published bank holidays.
 * @property {Record<string, number[]>} closed The closed weekdays by their reasons.
 */

export class Calendar extends WorkingDays {
  /** @param {CalendarData} data */
  constructor(data) {
    /** @type {Map<number, string>} */
    const reasons = new Map();
    for (const [reason, list] of Object.entries(data.closed)) for (const day of list) reasons.set(day, reason);
    super(data.first, data.last, reasons.keys());
    this.reasons = reasons;
    this.publishedThrough = data.published_through;
    this.projectedText = data.projected;
  }

  /** Saturday, Sunday or the bank holiday's name; null on a working day. @param {number} day @returns {string | null} */
  whyClosed(day) {
    return weekday(day) >= 5 ? WEEKDAYS[weekday(day)] : this.reasons.get(day) ?? null;
  }

  /** @param {number[]} days @returns {Tier} */
  tier(...days) {
    for (const day of days) this.isWorkingDay(day);
    return Math.max(...days) <= this.publishedThrough ? "published" : "projected";
  }
}
