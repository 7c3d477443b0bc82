// "Why this date?": the day counting began, every day as weeks (in words on a narrow screen), and the result.

import { long, toYmd, weekday } from "../calendars/days.js";
import { clone, contents, fill, find, show, slot } from "./dom.js";

/**
 * @import { Counted, Line } from "../dates/counting.js"
 * @import { Plan } from "../dates/timeline.js"
 * @import { Say } from "./dom.js"
 *
 * @typedef {{ kind: string, word: string }} Word What stands in the box of a day.
 */

/** @param {Counted} counted @param {string} from The id of what it counts from. @param {Plan} plan @param {Say} say */
export function drawWhy(counted, from, plan, say) {
  const made = contents("why-template");
  const start = plan.anchors[from]?.short ?? say("start");
  const weeks = weeksOf(counted, start, say);
  slot(made, "start").textContent = counted.lines[0].text;
  slot(made, "weeks").replaceChildren(...weeks.map((week) => drawWeek(week, say)));
  show(find(made, "table", HTMLElement), weeks.length > 0);
  const days = counted.lines.filter(isDay).map((line) => fill(clone("why-day-template"), { text: line.text }));
  slot(made, "days").replaceChildren(...days);
  show(slot(made, "days"), days.length > 0);
  const told = counted.lines.slice(1).filter((line) => !isDay(line));
  slot(made, "lines").replaceChildren(...told.map((line) => fill(clone("line-template"), { text: line.text })));
  return made;
}

/** @param {Line} line */
function isDay({ kind }) {
  return kind === "counted" || kind === "skipped";
}

/** @param {ReturnType<typeof weeksOf>[number]} week @param {Say} say */
function drawWeek({ monday, days }, say) {
  const row = fill(clone("week-template"), { week: say("weekOf", { date: long(monday) }) });
  row.append(...days.map(({ dayOfMonth, kind, word }) => {
    const cell = fill(clone("week-day-template"), { date: String(dayOfMonth), word });
    cell.classList.add(`week-${kind}`);
    return cell;
  }));
  return row;
}

/** Empty where nothing was counted day by day. @param {Counted} counted @param {string} startWord @param {Say} say */
function weeksOf(counted, startWord, say) {
  const lines = counted.lines.filter(isDay);
  if (lines.length === 0) return [];
  /** @type {Map<number, Word>} */
  const words = new Map([[counted.lines[0].day, { kind: "start", word: startWord }]]);
  for (const line of lines) words.set(line.day, wordOf(line, say));
  const first = Math.min(...words.keys());
  const last = Math.max(...words.keys());
  const weeks = [];
  for (let monday = first - weekday(first); monday <= last; monday += 7) {
    weeks.push({ monday, days: Array.from({ length: 7 }, (_, position) => dayOf(monday + position, words, counted.due)) });
  }
  return weeks;
}

/** @param {Line} line @param {Say} say */
function wordOf({ day, number, reason }, say) {
  if (number !== null) return { kind: "counted", word: say("counted", { number }) };
  const isBankHoliday = reason !== null && weekday(day) < 5;
  return { kind: "skipped", word: isBankHoliday ? say("bankHoliday", { reason }) : say("weekend") };
}

/** @param {number} day @param {Map<number, Word>} words @param {number} due */
function dayOf(day, words, due) {
  const { kind, word } = words.get(day) ?? { kind: "outside", word: "" };
  return { dayOfMonth: toYmd(day)[2], kind: day === due ? "due" : kind, word };
}
