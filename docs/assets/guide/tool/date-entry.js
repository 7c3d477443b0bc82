// Three pieces of text to a day, or to what is wrong with them. Forgiving about how a date is typed, strict about which.

import { DayError, MONTHS, fromYmd } from "../days.js";

const PARTS = ["day", "month", "year"];

/** `{day}` where the date can be read, else `{kind, parts}`: what is wrong and in which fields. `{kind: "empty"}` for nothing at all. */
export function readDate(typed, first, last) {
  const said = Object.fromEntries(PARTS.map((part) => [part, typed[part].trim()]));
  const missing = PARTS.filter((part) => said[part] === "");
  if (missing.length === 3) return { kind: "empty", parts: PARTS };
  if (missing.length > 0) return { kind: "includes", parts: missing };
  if (!/^[0-9]{4}$/.test(said.year)) return { kind: "fourNumbers", parts: ["year"] };
  const month = readMonth(said.month);
  if (month === null) return { kind: "real", parts: ["month"] };
  if (!/^[0-9]{1,2}$/.test(said.day)) return { kind: "real", parts: ["day"] };
  return realDay(Number(said.year), month, Number(said.day), first, last);
}

function realDay(year, month, dayOfMonth, first, last) {
  try {
    const day = fromYmd(year, month, dayOfMonth);
    return day < first || day > last ? { kind: "between", parts: PARTS } : { day };
  } catch (error) {
    if (error instanceof DayError) return { kind: "real", parts: PARTS };
    throw error;
  }
}

/** 3, 03, mar, Mar. and March are all 3; null for what is no month. */
function readMonth(said) {
  if (/^[0-9]{1,2}$/.test(said)) return Number(said) >= 1 && Number(said) <= 12 ? Number(said) : null;
  const word = said.replace(/\.$/, "").toLowerCase();
  if (!/^[a-z]{3,}$/.test(word)) return null;
  const found = MONTHS.findIndex((name) => name.toLowerCase().startsWith(word));
  return found === -1 ? null : found + 1;
}

/** The sentence for what `readDate` found wrong. `names` are the words of the date asked for. */
export function messageFor(problem, names, say, extent) {
  if (problem.kind === "empty") return names.missing;
  const parts = say.list(problem.parts.map((part) => say(part)));
  return say(problem.kind, { subject: names.subject, parts, ...extent });
}
