// The lines of an explanation as weeks, Monday to Sunday: what was counted and what was skipped, day by day.

import { toYmd, weekday } from "../days.js";

/** `[{monday, days: [{day, dayOfMonth, kind, word}, …]}, …]`; empty where nothing was counted day by day. */
export function weeksOf(counted, startWord, say) {
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
  if (weekday(line.day) >= 5) return { kind: "skipped", word: say("weekend") };
  return { kind: "skipped", word: say("bankHoliday", { reason: line.text.split(": not counted, ")[1] }) };
}

function dayOf(day, words, due) {
  const { kind, word } = words.get(day) ?? { kind: "outside", word: "" };
  return { day, dayOfMonth: toYmd(day)[2], kind: day === due ? "due" : kind, word };
}
