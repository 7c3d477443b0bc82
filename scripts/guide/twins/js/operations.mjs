// Puts questions to the browser's counting kernel. Twin of scripts/guide/twins/operations.py.
// Standard input: {"days": path of days.js, "calendars": {id: {first, last, closed}}, "questions": [[op, id, args], …]}.
// Standard output: [{"value": …} or {"error": code, "message": …}, …], in the order of the questions.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const request = JSON.parse(readFileSync(0, "utf8"));
/** @type {typeof import("#guide/calendars/days.js")} */
const days = await import(pathToFileURL(request.days).href);
const { parse, text } = days;

/** @type {Record<string, (known: import("#guide/calendars/days.js").WorkingDays, ...given: any[]) => string | number | boolean>} */
const operations = {
  parse: (_, written) => text(parse(written)),
  long: (_, day) => days.long(parse(day)),
  days_after: (_, day, count) => text(days.daysAfter(parse(day), count)),
  days_before: (_, day, count) => text(days.daysAfter(parse(day), -count)),
  weeks_after: (_, day, count) => text(days.weeksAfter(parse(day), count)),
  weeks_before: (_, day, count) => text(days.weeksAfter(parse(day), -count)),
  months_after: (_, day, count) => text(days.monthsAfter(parse(day), count)),
  months_before: (_, day, count) => text(days.monthsAfter(parse(day), -count)),
  clear_days_after: (known, day, count, unit) =>
    text(unit === "working_day" ? known.clearAfter(parse(day), count) : days.clearDaysAfter(parse(day), count)),
  clear_days_before: (known, day, count, unit) =>
    text(unit === "working_day" ? known.clearBefore(parse(day), count) : days.clearDaysBefore(parse(day), count)),
  working_days_after: (known, day, count) => text(known.workingDayAfter(parse(day), count)),
  working_days_before: (known, day, count) => text(known.workingDayBefore(parse(day), count)),
  is_working_day: (known, day) => known.isWorkingDay(parse(day)),
  count_working_days: (known, start, end) => known.count(parse(start), parse(end)),
  roll_following: (known, day) => text(known.following(parse(day))),
  roll_preceding: (known, day) => text(known.preceding(parse(day))),
};

/** @type {Record<string, import("#guide/calendars/days.js").WorkingDays>} */
const calendars = {};
for (const [id, { first, last, closed }] of Object.entries(request.calendars)) calendars[id] = new days.WorkingDays(first, last, closed);

/** @param {[operation: string, calendar: string, given: unknown[]]} question */
function answer([operation, calendar, given]) {
  try {
    return { value: operations[operation](calendars[calendar], ...given) };
  } catch (error) {
    // Anything but the kernel's own refusal is a fault of this program and must be seen.
    if (!(error instanceof days.DayError)) throw error;
    return { error: error.code, message: error.message };
  }
}

process.stdout.write(JSON.stringify(request.questions.map(answer)));
