// One rule and one start day to one due date, with every counted and every skipped day.
// Twin of scripts/guide/dates/counting.py, which explains each convention: same answers, same sentences.

import {
  clearDaysAfter, clearDaysBefore, daysAfter, long, monthsAfter, weekday, weeksAfter,
} from "../calendars/days.js";

/** @import { Calendar, Tier } from "../calendars/calendar.js" */

/**
 * A deadline with all its conventions spelt out. Twin of `guide.dates.counting.Rule`, which explains each of them.
 * @typedef {object} Rule
 * @property {"limit" | "planned"} kind
 * @property {string} words
 * @property {string} start
 * @property {"working days" | "calendar days" | "days except bank holidays" | "weeks" | "months"} unit
 * @property {number} number
 * @property {number | null} first
 * @property {boolean} back
 * @property {boolean} clear
 * @property {boolean} with_the_day
 * @property {boolean} deemed
 * @property {"stays" | "preceding" | "following"} closed_day
 * @property {"" | "earlier" | "later"} choose
 * @property {Rule[]} of
 * @property {string} authority
 * @property {string} part
 * @property {string} reading
 *
 * @typedef {Pick<Rule, "kind" | "words"> & Partial<Omit<Rule, "of">> & { of?: SmallRule[] }} SmallRule
 * A rule as Python compiles it: whatever equals its default is left out.
 *
 * @typedef {object} Line One line of an explanation.
 * @property {"start" | "counted" | "skipped" | "result" | "note"} kind
 * @property {number} day
 * @property {string} text
 * @property {number | null} number The day's number where it was counted.
 * @property {string | null} reason Why it was skipped.
 *
 * @typedef {object} Counted A due date, the first day of its range if it has one, and how it was reached.
 * @property {number} due
 * @property {number | null} opens
 * @property {Tier} tier
 * @property {Line[]} lines
 * @property {DateBound} bound
 *
 * @typedef {"" | "no later than" | "not before"} DateBound
 * What a date is where a day that it rests on is not known: the last one that it can be, or the first.
 */

export const LOCAL = "local procedure"; // who sets a rule of which nothing else is said
/** @type {Omit<Rule, "kind" | "words" | "of">} */
const RULE = {
  start: "", unit: "working days", number: 0, first: null, back: false, clear: false, with_the_day: false,
  deemed: false, closed_day: "stays", choose: "", authority: LOCAL, part: "", reading: "",
};

/** @param {SmallRule} small @returns {Rule} */
export function wholeRule(small) {
  return { ...RULE, ...small, of: (small.of ?? []).map(wholeRule) };
}

/**
 * Counts one rule from `start`, which `name` describes ("The day of receipt").
 * @param {Rule} rule @param {number} start @param {string} name @param {Calendar} calendar @param {Tier} startTier
 * @returns {Counted}
 */
export function count(rule, start, name, calendar, startTier = "published") {
  const base = rule.deemed ? calendar.following(start) : start;
  const landed = target(rule, rule.number, base, calendar);
  const due = openDay(rule, landed, calendar);
  const opened = rule.first === null ? null : target(rule, rule.first, base, calendar);
  const opens = opened === null ? null : openDay(rule, opened, calendar);
  const tier = leastSure(startTier, calendar.tier(due, base, landed));
  const lines = [
    line("start", start, startText(rule, start, name)),
    ...startNotes(rule, start, base, calendar),
    ...daysBetween(rule, base, landed, calendar),
    line("result", due, resultText(rule, opens, due)),
    ...openingNotes(opened ?? due, opens ?? due, calendar),
    ...resultNotes(landed, due, tier, calendar),
  ];
  return { due, opens, tier, lines, bound: "" };
}

/** The date as a bound, with what that means as a last line. @param {Counted} counted @param {DateBound} bound @returns {Counted} */
export function bounded(counted, bound) {
  if (bound === "") return counted;
  return { ...counted, bound, lines: [...counted.lines, line("note", counted.due, boundWords(bound))] };
}

/** What is said beside a date that is a bound; nothing beside any other. @param {DateBound} bound */
export function boundWords(bound) {
  const way = { "": "", "no later than": "earlier", "not before": "later" }[bound];
  return way && `Another day is not known. It can only make this date ${way}.`;
}

/** The ids of what a rule counts from; of a choice those of all its parts. @param {Rule} rule @returns {string[]} */
export function startsOf(rule) {
  return rule.choose === "" ? [rule.start] : rule.of.flatMap(startsOf);
}

/**
 * One line of an explanation. What is known of its day stands beside the words: nobody reads it out of them.
 * @param {Line["kind"]} kind @param {number} day @param {string} said @param {Partial<Line>} known @returns {Line}
 */
export function line(kind, day, said, { number = null, reason = null } = {}) {
  return { kind, day, text: said, number, reason };
}

/** @param {Tier[]} tiers @returns {Tier} */
export function leastSure(...tiers) {
  return tiers.includes("projected") ? "projected" : "published";
}

/** @param {Rule} rule @param {number} day @param {Calendar} calendar */
function openDay(rule, day, calendar) {
  if (rule.closed_day === "stays") return day;
  return rule.closed_day === "preceding" ? calendar.preceding(day) : calendar.following(day);
}

/**
 * Day `number` of the rule: the kernel's functions count it, and the vectors prove those.
 * @param {Rule} rule @param {number} number @param {number} base @param {Calendar} calendar
 */
function target(rule, number, base, calendar) {
  if (number === 0) return base;
  if (rule.unit === "working days") return workingTarget(rule, number, base, calendar);
  if (rule.unit === "days except bank holidays") return openDaysFrom(base, number, rule, calendar);
  if (rule.clear) return clearTarget(rule, rule.unit === "weeks" ? number * 7 : number, base);
  const landed = periodAfter(rule.unit, base, rule.back ? -number : number);
  return rule.with_the_day ? towardsTheStart(rule, landed) : landed;
}

/** @param {Rule} rule @param {number} number @param {number} base */
function clearTarget(rule, number, base) {
  return rule.back ? clearDaysBefore(base, number) : clearDaysAfter(base, number);
}

/** @param {Rule["unit"]} unit @param {number} base @param {number} number */
function periodAfter(unit, base, number) {
  if (unit === "months") return monthsAfter(base, number);
  return unit === "weeks" ? weeksAfter(base, number) : daysAfter(base, number);
}

/** @param {Rule} rule @param {number} day */
function towardsTheStart(rule, day) {
  return daysAfter(day, rule.back ? 1 : -1);
}

/** @param {Rule} rule @param {number} number @param {number} base @param {Calendar} calendar */
function workingTarget(rule, number, base, calendar) {
  const from = rule.with_the_day ? towardsTheStart(rule, base) : base;
  if (rule.back) return rule.clear ? calendar.clearBefore(from, number) : calendar.workingDayBefore(from, number);
  return rule.clear ? calendar.clearAfter(from, number) : calendar.workingDayAfter(from, number);
}

/** @param {number} base @param {number} number @param {Rule} rule @param {Calendar} calendar */
function openDaysFrom(base, number, rule, calendar) {
  const step = rule.back ? -1 : 1;
  let day = rule.with_the_day ? towardsTheStart(rule, base) : base;
  for (let left = rule.clear ? number + 1 : number; left > 0;) {
    day += step;
    if (counts(rule, day, calendar)) left -= 1;
  }
  return day;
}

/** @param {Rule} rule @param {number} day @param {Calendar} calendar */
function counts(rule, day, calendar) {
  return calendar.isWorkingDay(day) || (rule.unit !== "working days" && weekday(day) >= 5);
}

/** @param {Rule} rule @param {number} start @param {string} name */
function startText(rule, start, name) {
  const said = `${name} is ${long(start)}.`;
  if (!countsDayByDay(rule)) return said;
  if (rule.with_the_day) return `${said} Counting begins with that day.`;
  return rule.back || rule.clear ? `${said} That day is not counted.` : `${said} That day is day 0.`;
}

/** @param {Rule} rule @param {number} start @param {number} base @param {Calendar} calendar */
function startNotes(rule, start, base, calendar) {
  const reason = calendar.whyClosed(start);
  if (reason === null || rule.back) return [];
  const text = base === start
    ? `It is a closed day (${reason}). Nothing is treated as received later.`
    : `It is a closed day (${reason}), and counts as ${long(base)}.`;
  return [line("note", start, text)];
}

/** @param {Rule} rule @param {number} base @param {number} landed @param {Calendar} calendar */
function daysBetween(rule, base, landed, calendar) {
  if (!countsDayByDay(rule)) return [];
  const step = rule.back ? -1 : 1;
  /** @type {Line[]} */
  const lines = [];
  let number = 0;
  for (let day = rule.with_the_day ? base : base + step; day !== landed + step; day += step) {
    if (!counts(rule, day, calendar)) {
      const reason = calendar.whyClosed(day);
      lines.push(line("skipped", day, `${long(day)}: not counted, ${reason}`, { reason }));
    } else if (number < rule.number) {
      number += 1;
      lines.push(line("counted", day, `${long(day)}: ${numbered(rule, number)}`, { number }));
    }
  }
  return lines;
}

/** @param {Rule} rule */
function countsDayByDay(rule) {
  return rule.number !== 0 && (rule.unit === "working days" || rule.unit === "days except bank holidays");
}

/** @param {Rule} rule @param {number} number */
function numbered(rule, number) {
  const one = rule.unit === "working days" ? "working day" : "day";
  if (rule.clear) return `clear ${one} ${number}`;
  return rule.back ? `${number} ${one}${number === 1 ? "" : "s"} before` : `${one} ${number}`;
}

/** @param {Rule} rule @param {number | null} opens @param {number} due */
function resultText(rule, opens, due) {
  if (opens !== null) return `From ${long(opens)} to ${long(due)}.`;
  return `${rule.kind === "limit" ? "No later than" : "On"} ${long(due)}.`;
}

/** The days of a range as counted and as open; both are the due day where there is no range. @param {number} opened @param {number} opens @param {Calendar} calendar */
function openingNotes(opened, opens, calendar) {
  if (opened === opens) return [];
  const reason = calendar.whyClosed(opened);
  const text = `${long(opened)} is a closed day (${reason}), so the range begins on ${long(opens)}.`;
  return [line("note", opened, text)];
}

/** @param {number} landed @param {number} due @param {Tier} tier @param {Calendar} calendar */
function resultNotes(landed, due, tier, calendar) {
  /** @type {Line[]} */
  const lines = [];
  const reason = calendar.whyClosed(landed);
  if (landed !== due) {
    const text = `${long(landed)} is a closed day (${reason}), so the date moves to ${long(due)}.`;
    lines.push(line("note", landed, text));
  } else if (reason !== null) {
    const before = long(calendar.preceding(due));
    const text = `${long(due)} is a closed day (${reason}). The date stays; the working day before it is ${before}.`;
    lines.push(line("note", due, text));
  }
  if (tier === "projected") lines.push(line("note", due, calendar.projectedText));
  return lines;
}
