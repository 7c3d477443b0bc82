// The dates as an iCalendar file (RFC 5545) that tells a passer-by nothing, and as a spreadsheet.
// Twin of scripts/guide/calendar_file.py, which fixes the format line by line and says why; both write the same bytes.

import { long, text } from "../calendars/days.js";
import { openDayBefore } from "./work-out.js";

const ENCODER = new TextEncoder();
const MOST_OCTETS = 75;

/** The file's text, or "" where no step has a date. `token` is random and stays with a schedule; `sequence` rises with each file. */
export function calendarFile(steps, { token, sequence, worked, data, say }) {
  const dated = steps.filter((step) => step.counted !== null);
  if (dated.length === 0) return "";
  const stamp = digits(data.in_force_from);
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//procedure guide//dates//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    `NAME:${say("ics.name")}`, `X-WR-CALNAME:${say("ics.name")}`,
    ...dated.flatMap((step) => [
      "BEGIN:VEVENT",
      `UID:${token}-${fnv(step.step.id)}`,
      `DTSTAMP:${stamp}T000000Z`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${digits(step.opens ?? step.due)}`,
      `DTEND;VALUE=DATE:${digits(step.due + 1)}`,
      `SUMMARY:${plain([when(step, worked, say), what(step, data, say)].filter(Boolean).join(" · "))}`,
      `DESCRIPTION:${plain([...description(step, worked, data, say)].join(" "))}`,
      `STATUS:${step.tier === "projected" ? "TENTATIVE" : "CONFIRMED"}`,
      "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("");
}

function when(step, worked, say) {
  const limit = step.step.rule.kind === "limit";
  const number = worked.dayNumber(step);
  if (number === null) return limit ? say("ics.lastDay") : "";
  if (step.opens !== null) return say("ics.days", { first: worked.dayNumber(step, step.opens), last: number });
  return say(limit ? "ics.byDay" : "ics.day", { number });
}

/** A title with a telling word gives way to the step's number and its forms. */
function what({ step }, { names, telling }, say) {
  const tells = new RegExp(telling, "i");
  if (!tells.test(step.title)) return step.title;
  const codes = step.forms.map((form) => names.forms[form].code).filter((code) => code && !tells.test(code));
  return [say("ics.step", { number: step.number }), ...codes].join(" · ");
}

function* description(step, { inputs, calendar, calendarHash, changed }, { names, version }, say) {
  const { rule, procedure, number } = step.step;
  yield say("ics.place", { flowchart: names.procedures[procedure].flowchart, number });
  yield say(`ics.${rule.kind}${step.opens === null ? "" : "Range"}`);
  if (rule.part) yield say("ics.part", { part: rule.part });
  const earlier = new Set(step.alternatives.filter((one) => one.earlier).map((one) => one.counted.due));
  for (const day of [...earlier].sort((a, b) => a - b)) yield say("ics.earlier", { date: long(day) });
  if (inputs.closures.includes(step.due)) {
    yield say("ics.closed", { date: long(openDayBefore(step.due, inputs.closures, calendar)) });
  }
  if (step.tier === "projected") yield calendar.projectedText;
  if (changed) yield say("ics.added");
  yield say("ics.from", { version, through: long(calendar.publishedThrough), hash: calendarHash });
}

function digits(day) {
  return text(day).replaceAll("-", "");
}

/** FNV-1a in 32 bits. */
function fnv(id) {
  const value = ENCODER.encode(id).reduce((hash, octet) => Math.imul(hash ^ octet, 0x01000193) >>> 0, 0x811c9dc5);
  return value.toString(16).padStart(8, "0");
}

/** On one line, without any character that would have to be escaped: common readers mangle the escapes. */
function plain(said) {
  const line = said.replaceAll("\\", "/").replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ");
  return line.replace(/ ?[,;][,; ]*/g, " – ").replace(/^[ –]+|[ –]+$/g, "");
}

/** At most 75 octets a line, never cut inside a character. */
function folded(line) {
  let out = "";
  let octets = 0;
  for (const character of line) {
    const size = ENCODER.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return `${out}\r\n`;
}

/**
 * The list as a spreadsheet: CSV in UTF-8 with the mark that Excel needs, each date both as ISO text and in words.
 * Its columns are those of `guide timeline --format csv`, and what the reader ticked.
 */
export function spreadsheet(items, from, say) {
  const rows = [say.raw("csv.columns"), ...items.map((item) => rowOf(item, from))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function rowOf(item, from) {
  const { step } = item;
  const others = item.alternatives.flatMap((one) => [one.lead, one.missing, one.warning].filter(Boolean));
  return [
    `${step.step.procedure} ${step.step.number}`, iso(item.due), item.due === null ? item.dueText : long(item.due), iso(step.opens),
    item.kind, item.title, item.who, item.forms.map((form) => form.label).join(", "), item.rule, item.authority,
    item.status.text, [...others, ...item.notes.map((note) => note.text)].join(" "),
    item.dayNumber, iso(item.done), item.done === null ? "" : long(item.done), from,
  ];
}

function iso(day) {
  return day === null ? "" : text(day);
}

/** A cell that begins like a formula gets an apostrophe, so that no spreadsheet works it out. */
function cell(value) {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
