// A nation's calendar: its working days, why every other day is closed, and how far that is officially known.
// Twin of scripts/guide/calendars.py, made from the JSON that Python compiled.

import { WEEKDAYS, WorkingDays, weekday } from "./days.js";

export class Calendar extends WorkingDays {
  constructor(data) {
    const reasons = new Map(Object.entries(data.closed).flatMap(([reason, list]) => list.map((day) => [day, reason])));
    super(data.first, data.last, reasons.keys());
    this.reasons = reasons;
    this.publishedThrough = data.published_through;
    this.projectedText = data.projected;
  }

  whyClosed(day) {
    if (this.isWorkingDay(day)) return null;
    return weekday(day) >= 5 ? WEEKDAYS[weekday(day)] : this.reasons.get(day);
  }

  tier(...days) {
    for (const day of days) this.isWorkingDay(day);
    return Math.max(...days) <= this.publishedThrough ? "published" : "projected";
  }
}
