// One rule and one start day to one due date, with every counted and every skipped day.
// Twin of scripts/guide/counting.py, which explains each convention: same answers, same sentences.

import {
  clearDaysAfter, clearDaysBefore, daysAfter, long, monthsAfter, weekday, weeksAfter,
} from "../calendars/days.js";

const RULE = {
  start: "", unit: "working days", number: 0, first: null, back: false, clear: false, with_the_day: false,
  deemed: false, closed_day: "stays", choose: "", authority: "local procedure", part: "", reading: "",
};

export function wholeRule(small) {
  return { ...RULE, ...small, of: (small.of ?? []).map(wholeRule) };
}

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
    ...openingNotes(opened, opens, calendar),
    ...resultNotes(landed, due, tier, calendar),
  ];
  return { due, opens, tier, lines };
}

/** One line of an explanation. What is known of its day stands beside the words: nobody reads it out of them. */
export function line(kind, day, said, { number = null, reason = null } = {}) {
  return { kind, day, text: said, number, reason };
}

export function leastSure(...tiers) {
  return tiers.includes("projected") ? "projected" : "published";
}

function openDay(rule, day, calendar) {
  if (rule.closed_day === "stays") return day;
  return rule.closed_day === "preceding" ? calendar.preceding(day) : calendar.following(day);
}

/** Day `number` of the rule: the kernel's functions count it, and the vectors prove those. */
function target(rule, number, base, calendar) {
  if (number === 0) return base;
  if (rule.unit === "working days") return workingTarget(rule, number, base, calendar);
  if (rule.unit === "days except bank holidays") return openDaysFrom(base, number, rule, calendar);
  if (rule.clear) return clearTarget(rule, rule.unit === "weeks" ? number * 7 : number, base);
  const landed = periodAfter(rule.unit, base, rule.back ? -number : number);
  return rule.with_the_day ? towardsTheStart(rule, landed) : landed;
}

function clearTarget(rule, number, base) {
  return rule.back ? clearDaysBefore(base, number) : clearDaysAfter(base, number);
}

function periodAfter(unit, base, number) {
  if (unit === "months") return monthsAfter(base, number);
  return unit === "weeks" ? weeksAfter(base, number) : daysAfter(base, number);
}

function towardsTheStart(rule, day) {
  return daysAfter(day, rule.back ? 1 : -1);
}

function workingTarget(rule, number, base, calendar) {
  const from = rule.with_the_day ? towardsTheStart(rule, base) : base;
  if (rule.back) return rule.clear ? calendar.clearBefore(from, number) : calendar.workingDayBefore(from, number);
  return rule.clear ? calendar.clearAfter(from, number) : calendar.workingDayAfter(from, number);
}

function openDaysFrom(base, number, rule, calendar) {
  const step = rule.back ? -1 : 1;
  let day = rule.with_the_day ? towardsTheStart(rule, base) : base;
  for (let left = rule.clear ? number + 1 : number; left > 0;) {
    day += step;
    if (counts(rule, day, calendar)) left -= 1;
  }
  return day;
}

function counts(rule, day, calendar) {
  return calendar.isWorkingDay(day) || (rule.unit !== "working days" && weekday(day) >= 5);
}

function startText(rule, start, name) {
  const said = `${name} is ${long(start)}.`;
  if (!countsDayByDay(rule)) return said;
  if (rule.with_the_day) return `${said} Counting begins with that day.`;
  return rule.back || rule.clear ? `${said} That day is not counted.` : `${said} That day is day 0.`;
}

function startNotes(rule, start, base, calendar) {
  const reason = calendar.whyClosed(start);
  if (reason === null || rule.back) return [];
  const text = base === start
    ? `It is a closed day (${reason}). Nothing is treated as received later.`
    : `It is a closed day (${reason}), and counts as ${long(base)}.`;
  return [line("note", start, text)];
}

function daysBetween(rule, base, landed, calendar) {
  if (!countsDayByDay(rule)) return [];
  const step = rule.back ? -1 : 1;
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

function countsDayByDay(rule) {
  return rule.number !== 0 && (rule.unit === "working days" || rule.unit === "days except bank holidays");
}

function numbered(rule, number) {
  const one = rule.unit === "working days" ? "working day" : "day";
  if (rule.clear) return `clear ${one} ${number}`;
  return rule.back ? `${number} ${one}${number === 1 ? "" : "s"} before` : `${one} ${number}`;
}

function resultText(rule, opens, due) {
  if (opens !== null) return `From ${long(opens)} to ${long(due)}.`;
  return `${rule.kind === "limit" ? "No later than" : "On"} ${long(due)}.`;
}

function openingNotes(opened, opens, calendar) {
  if (opened === opens) return [];
  const reason = calendar.whyClosed(opened);
  const text = `${long(opened)} is a closed day (${reason}), so the range begins on ${long(opens)}.`;
  return [line("note", opened, text)];
}

function resultNotes(landed, due, tier, calendar) {
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
