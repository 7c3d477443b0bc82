// "Why this date?": the day counting began, every day as weeks (in words on a narrow screen), and the result.

import { long, toYmd, weekday } from "../calendars/days.js";
import { byId, clone, fill, show, slot } from "./dom.js";
import { isBankHoliday } from "./work-out.js";

export function drawWhy({ step }, plan, say) {
  const { counted } = step;
  const made = document.importNode(byId("why-template").content, true);
  const start = plan.anchors[step.step.rule.start]?.short ?? say("start");
  const weeks = weeksOf(counted, start, say);
  slot(made, "start").textContent = counted.lines[0].text;
  slot(made, "weeks").replaceChildren(...weeks.map((week) => drawWeek(week, say)));
  show(made.querySelector("table"), weeks.length > 0);
  const isDay = (line) => line.kind === "counted" || line.kind === "skipped";
  const days = counted.lines.filter(isDay).map((line) => fill(clone("why-day-template"), { text: line.text }));
  slot(made, "days").replaceChildren(...days);
  show(slot(made, "days"), days.length > 0);
  const told = counted.lines.slice(1).filter((line) => !isDay(line));
  slot(made, "lines").replaceChildren(...told.map((line) => fill(clone("line-template"), { text: line.text })));
  return made;
}

function drawWeek({ monday, days }, say) {
  const row = fill(clone("week-template"), { week: say("weekOf", { date: long(monday) }) });
  row.append(...days.map(({ day, dayOfMonth, kind, word }) => {
    const cell = fill(clone("week-day-template"), { date: String(dayOfMonth), word });
    cell.classList.add(`week-${kind}`);
    return cell;
  }));
  return row;
}

/** `[{monday, days: [{day, dayOfMonth, kind, word}, …]}, …]`; empty where nothing was counted day by day. */
function weeksOf(counted, startWord, say) {
  const lines = counted.lines.filter((line) => line.kind === "counted" || line.kind === "skipped");
  if (lines.length === 0) return [];
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

function wordOf(line, say) {
  if (line.kind === "counted") return { kind: "counted", word: say("counted", { number: line.number }) };
  if (!isBankHoliday(line)) return { kind: "skipped", word: say("weekend") };
  return { kind: "skipped", word: say("bankHoliday", { reason: line.reason }) };
}

function dayOf(day, words, due) {
  const { kind, word } = words.get(day) ?? { kind: "outside", word: "" };
  return { day, dayOfMonth: toYmd(day)[2], kind: day === due ? "due" : kind, word };
}
