// The dates as an iCalendar file (RFC 5545) that tells a passer-by nothing, and as a spreadsheet.
// Twin of scripts/guide/exports/icalendar.py, which fixes the format line by line and says why; both write the same bytes.

import { long, text } from "../calendars/days.js";
import { wordsOf } from "../dates/acts.js";
import { openDayBefore } from "./work-out.js";

/**
 * @import { ScheduledAct } from "../dates/acts.js"
 * @import { Scheduled } from "../dates/timeline.js"
 * @import { Say } from "./dom.js"
 * @import { StepView } from "./step-view.js"
 * @import { PageData, Worked } from "./work-out.js"
 *
 * @typedef {object} Schedule
 * @property {string} token Random; it stays with a schedule.
 * @property {number} sequence It rises with each file.
 * @property {Worked} worked
 * @property {PageData} data
 * @property {Say} say
 */

const ENCODER = new TextEncoder();
const MOST_OCTETS = 75;

/** The file's text, or "" where no step has a date. @param {Scheduled[]} steps @param {Schedule} schedule */
export function calendarFile(steps, { token, sequence, worked, data, say }) {
  const events = steps.flatMap((step) => (step.act.due === null ? [] : event(step, step.act.due, { token, sequence, worked, data, say })));
  if (events.length === 0) return "";
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//procedure guide//dates//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    `NAME:${say("ics.name")}`, `X-WR-CALNAME:${say("ics.name")}`,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("");
}

/** @param {Scheduled} step @param {number} due @param {Schedule} schedule */
function event(step, due, { token, sequence, worked, data, say }) {
  return [
    "BEGIN:VEVENT",
    `UID:${token}-${fnv(step.step.id)}`,
    `DTSTAMP:${digits(data.in_force_from)}T000000Z`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${digits(step.act.opens ?? due)}`,
    `DTEND;VALUE=DATE:${digits(due + 1)}`,
    `SUMMARY:${plain([when(step, worked, say), what(step, data, say)].filter(Boolean).join(" · "))}`,
    `DESCRIPTION:${plain([...description(step, due, worked, data, say)].join(" "))}`,
    `STATUS:${step.act.tier === "projected" ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT",
  ];
}

/** @param {Scheduled} step @param {Worked} worked @param {Say} say */
function when(step, worked, say) {
  const limit = step.act.kind === "limit";
  const number = worked.dayNumber(step);
  if (number === null) return limit ? say("ics.lastDay") : "";
  const { opens } = step.act;
  if (opens !== null) return say("ics.days", { first: worked.dayNumber(step, opens) ?? number, last: number });
  return say(limit ? "ics.byDay" : "ics.day", { number });
}

/** A title with a telling word gives way to the step's number and its forms. @param {Scheduled} step @param {PageData} data @param {Say} say */
function what({ step }, { names, telling }, say) {
  const tells = new RegExp(telling, "i");
  if (!tells.test(step.title)) return step.title;
  const codes = step.forms.map((form) => names.forms[form].code ?? "").filter((code) => code && !tells.test(code));
  return [say("ics.step", { number: step.number }), ...codes].join(" · ");
}

/** @param {Scheduled} step @param {number} due @param {Worked} worked @param {PageData} data @param {Say} say */
function* description(step, due, { inputs, calendar, calendarHash, changed }, { names, version }, say) {
  const { procedure, number } = step.step;
  yield say("ics.place", { flowchart: names.procedures[procedure].flowchart, number });
  yield* kindOf(step.act, say);
  yield* step.act.standing.map(wordsOf);
  yield* step.act.open.map(({ words }) => words);
  const open = inputs.closures.includes(due) ? openDayBefore(due, inputs.closures, calendar) : null;
  if (open !== null) yield say("ics.closed", { date: long(open) });
  if (step.act.tier === "projected") yield calendar.projectedText;
  if (changed) yield say("ics.added");
  yield say("ics.from", { version, through: long(calendar.publishedThrough), hash: calendarHash });
}

/** @param {ScheduledAct} act @param {Say} say */
function* kindOf({ rule, opens }, say) {
  if (rule) yield say(`ics.${rule.kind}${opens === null ? "" : "Range"}`);
  if (rule?.part) yield say("ics.part", { part: rule.part });
}

/** @param {number} day */
function digits(day) {
  return text(day).replaceAll("-", "");
}

/** FNV-1a in 32 bits. @param {string} id */
function fnv(id) {
  const value = ENCODER.encode(id).reduce((hash, octet) => Math.imul(hash ^ octet, 0x01000193) >>> 0, 0x811c9dc5);
  return value.toString(16).padStart(8, "0");
}

/** On one line, without any character that would have to be escaped: common readers mangle the escapes. @param {string} said */
function plain(said) {
  const line = said.replaceAll("\\", "/").replace(/[\s\p{Cc}]+/gu, " ");
  return line.replace(/ ?[,;][,; ]*/g, " – ").replace(/^[ –]+|[ –]+$/g, "");
}

/** At most 75 octets a line, never cut inside a character. @param {string} line */
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
 * The date, its kind, rule and authority are those that govern; the date by the step's own rule has a column of its own.
 * @param {StepView[]} items @param {string} from @param {Say} say
 */
export function spreadsheet(items, from, say) {
  const rows = [say.raw("csv.columns"), ...items.map((item) => rowOf(item, from))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {StepView} item @param {string} from */
function rowOf(item, from) {
  const { step } = item;
  const others = item.alternatives.flatMap((one) => [one.lead, one.missing].filter(Boolean));
  return [
    `${step.step.procedure} ${step.step.number}`, iso(item.due), item.due === null ? item.dueText : long(item.due), iso(step.act.opens),
    item.kind, item.title, item.who, item.forms.map((form) => form.label).join(", "), item.rule, item.authority, iso(step.due),
    item.status.text, [...others, ...item.notes.map((note) => note.text)].join(" "),
    item.dayNumber, iso(item.done), item.done === null ? "" : long(item.done), from,
  ];
}

/** @param {number | null} day */
function iso(day) {
  return day === null ? "" : text(day);
}

/** A cell that begins like a formula gets an apostrophe, so that no spreadsheet works it out. @param {string} value */
function cell(value) {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
