// The dates as an iCalendar file (RFC 5545) that tells a passer-by nothing, and as a spreadsheet.
// Twin of scripts/guide/exports/icalendar.py, which fixes the format line by line and says why; both write the same bytes.

import { long, text } from "../calendars/days.js";
import { partOf, plainWordsOf, setBy, wordsOf } from "../dates/acts.js";
import { boundWords } from "../dates/counting.js";
import { movedWords } from "../dates/remarks.js";
import { fnv } from "./edition.js";
import { namesOf, partiesIn } from "./parties.js";
import { openDayBefore } from "./work-out.js";

/**
 * @import { ScheduledAct } from "../dates/acts.js"
 * @import { ActView } from "./act-view.js"
 * @import { Say } from "./dom.js"
 * @import { PageData, Worked } from "./work-out.js"
 *
 * @typedef {object} Schedule
 * @property {string} token Random; it stays with a schedule.
 * @property {number} sequence It rises with each file.
 * @property {Worked} worked
 * @property {PageData} data
 * @property {boolean} [fullTitles] Whoever can see the calendar can read them.
 * @property {Say} say
 */

const ENCODER = new TextEncoder();
const MOST_OCTETS = 75;

/** The file's text, or "" where no act has a date. @param {ActView[]} items @param {Schedule} schedule */
export function calendarFile(items, schedule) {
  const { say } = schedule;
  const events = items.flatMap((item) => (item.due === null ? [] : event(item, item.due, schedule)));
  if (events.length === 0) return "";
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//procedure guide//dates//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    `NAME:${say("ics.name")}`, `X-WR-CALNAME:${say("ics.name")}`,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("");
}

/** @param {ActView} item @param {number} due @param {Schedule} schedule */
function event(item, due, schedule) {
  const { token, sequence, worked, data, fullTitles, say } = schedule;
  const { act, title } = item;
  return [
    "BEGIN:VEVENT",
    `UID:${token}-${fnv(act.act.id).toString(16).padStart(8, "0")}`,
    `DTSTAMP:${digits(data.in_force_from)}T000000Z`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${digits(act.opens ?? due)}`,
    `DTEND;VALUE=DATE:${digits(due + 1)}`,
    `SUMMARY:${asIcsText([when(item, worked, say), fullTitles ? title : what(item, data, say)].filter(Boolean).join(" · "))}`,
    `DESCRIPTION:${asIcsText([...description(item, due, schedule)].join(" "))}`,
    `STATUS:${act.tier === "projected" || act.bound !== "" ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT",
  ];
}

/** @param {ActView} item @param {Worked} worked @param {Say} say */
function when({ act, steps: [first] }, worked, say) {
  const limit = act.kind === "limit";
  const number = worked.dayNumber(first);
  if (number === null) return limit ? say("ics.lastDay") : "";
  if (act.opens !== null) return say("ics.days", { first: worked.dayNumber(first, act.opens) ?? number, last: number });
  return say(limit ? "ics.byDay" : "ics.day", { number });
}

/** Who acts, which forms and which step, without a word of its title. @param {ActView} item @param {PageData} data @param {Say} say */
function what({ steps, forms }, data, say) {
  const { names } = data;
  const actors = partiesIn(steps.map(({ step }) => step), "actors").filter((key) => Object.hasOwn(names.shorts, key));
  return [
    ...namesOf(actors, names.shorts, say), ...forms.flatMap(({ code }) => code ?? []),
    placeOf(steps, data, say),
  ].join(" · ");
}

/** Which step it is, without a word of its title. @param {ActView["steps"]} steps @param {PageData} data @param {Say} say */
function placeOf([{ step: { procedure, number, cites } }], { names }, say) {
  const step = say("ics.step", { flowchart: names.procedures[procedure].flowchart, number });
  return cites ? `${say("ics.duty")} · ${step}` : step;
}

/** @param {ActView} item @param {number} due @param {Schedule} schedule */
function* description({ act, steps }, due, { worked, data, fullTitles, say }) {
  const { inputs, calendar, calendarHash, changed } = worked;
  for (const { step: { procedure, number, cites } } of steps) {
    if (cites) yield say("ics.nation");
    yield say("ics.place", { flowchart: data.names.procedures[procedure].flowchart, number });
  }
  yield* kindOf(act, say);
  yield* fullTitles ? remarks(act, worked) : remarksWithoutTitles(act, worked, say);
  const open = inputs.closures.includes(due) ? openDayBefore(due, inputs.closures, calendar) : null;
  if (open !== null) yield say("ics.closed", { date: long(open) });
  if (act.tier === "projected") yield calendar.projectedText;
  if (changed) yield say("ics.added");
  yield say("ics.from", { version: data.version, through: long(calendar.publishedThrough), hash: calendarHash });
}

/** What other rules say, what is not known, what does not fit, and that the date moved. @param {ScheduledAct} act @param {Worked} worked */
function* remarks(act, { moved }) {
  if (act.bound !== "") yield boundWords(act.bound);
  yield* act.standing.map(wordsOf);
  yield* new Set(act.open.map(({ words }) => words));
  yield* act.conflicts.map(({ words }) => words);
  yield* moved.filter((one) => one.act === act.act.id).map(movedWords);
}

/** The same without the words of any step or event. @param {ScheduledAct} act @param {Worked} worked @param {Say} say */
function* remarksWithoutTitles(act, { moved }, say) {
  if (act.bound !== "") yield boundWords(act.bound);
  yield* act.standing.map(plainWordsOf);
  if (act.open.length > 0) yield say("ics.open");
  if (act.conflicts.length > 0) yield say("ics.conflict");
  yield* moved.filter((one) => one.act === act.act.id).map(({ before }) => say("ics.moved", { date: long(before) }));
}

/** @param {ScheduledAct} act @param {Say} say */
function* kindOf(act, say) {
  const { rule, opens } = act;
  if (rule) yield say(`ics.${rule.kind}${opens === null ? "" : "Range"}`);
  const part = partOf(act);
  if (part) yield say("ics.part", { part });
}

/** @param {number} day */
function digits(day) {
  return text(day).replaceAll("-", "");
}

/** On one line, without any character that would have to be escaped: common readers mangle the escapes. @param {string} said */
function asIcsText(said) {
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
 * @param {ActView[]} items @param {string} from @param {Say} say
 */
export function spreadsheet(items, from, say) {
  const rows = [say.raw("csv.columns"), ...items.map((item) => rowOf(item, from))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {ActView} item @param {string} from */
function rowOf(item, from) {
  const { act, steps } = item;
  const others = item.alternatives.flatMap((one) => [one.lead, one.missing].filter(Boolean));
  return [
    steps.map(({ step }) => `${step.procedure} ${step.number}`).join("; "),
    isoDay(item.due), setBy(act), item.due === null ? item.dueText : long(item.due), isoDay(act.opens),
    item.kind, item.title, item.who, item.to, item.forms.map((form) => form.label).join(", "), item.rule,
    steps.map(({ step, due }) => `${step.procedure} ${step.number}: ${due === null ? "-" : text(due)}`).join("; "),
    item.status.text, [...others, ...item.notes.map((note) => note.text)].join(" "),
    item.dayNumber, isoDay(item.done), item.done === null ? "" : long(item.done), from,
  ];
}

/**
 * The table by day for an e-mail, row by row: who may read it is as little known as who sees a calendar.
 * @param {ActView[]} items @param {Pick<Schedule, "data" | "fullTitles" | "say">} schedule
 */
export function agendaTable(items, { data, fullTitles, say }) {
  return [say.raw("table.columns"), ...items.map((item) => [
    [item.date || say("noDate"), item.shortKind].filter(Boolean).join(", "), fullTitles ? item.title : placeOf(item.steps, data, say),
    item.who, item.forms.map(({ label, code }) => (fullTitles ? label : code ?? "")).filter(Boolean).join(", "),
    item.done === null ? "" : long(item.done),
  ])];
}

/** @param {number | null} day */
function isoDay(day) {
  return day === null ? "" : text(day);
}

/** A cell that begins like a formula gets an apostrophe, so that no spreadsheet works it out. @param {string} value */
function cell(value) {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
