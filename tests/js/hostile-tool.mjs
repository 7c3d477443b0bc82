// Stays alive and answers one question a line, each with what is wrong with how the timeline tool took it: nothing, mostly.
// First line: {"folder", "data", "calendars", "words"}. Then [kind, question] a line. Each answer is {"outcome", "faults"} on one line.

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const given = JSON.parse((await lines.next()).value ?? "");
const { data, calendars } = given;
/** @param {string} name */
const load = (name) => import(pathToFileURL(`${given.folder}/${name}`).href);
/** @type {typeof import("#guide/calendars/days.js")} */
const { DayError, long, parse, text } = await load("calendars/days.js");
/** @type {typeof import("#guide/tool/date-field.js")} */
const { messageFor, readDate } = await load("tool/date-field.js");
/** @type {typeof import("#guide/tool/dom.js")} */
const { speaker } = await load("tool/dom.js");
/** @type {typeof import("#guide/tool/files.js")} */
const { calendarFile, spreadsheet } = await load("tool/files.js");
/** @type {typeof import("#guide/tool/link.js")} */
const { readLink, writeLink } = await load("tool/link.js");
/** @type {typeof import("#guide/tool/remembering.js")} */
const { Memory } = await load("tool/remembering.js");
/** @type {typeof import("#guide/tool/view.js")} */
const { viewOf } = await load("tool/view.js");
/** @type {typeof import("#guide/tool/work-out.js")} */
const { workOut } = await load("tool/work-out.js");

/** @import { CalendarData } from "#guide/calendars/calendar.js" */
/** @import { Typed } from "#guide/tool/date-field.js" */
/** @import { Inputs } from "#guide/tool/work-out.js" */

const say = speaker(given.words);
const TODAY = parse("2026-12-17");
const UNFILLED = /undefined|NaN|\[object|\{[a-z]+\}/i;
/** @type {CalendarData[]} */
const all = Object.values(calendars);
const [extent] = all.map(({ first, last }) => ({ firstDay: first, lastDay: last, first: long(first), last: long(last) }));

/** @param {(string | false)[]} faults @param {string} outcome */
const told = (faults, outcome) => ({ outcome, faults: faults.filter((fault) => fault !== false) });
const prototype = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

/** Everything that the page would show and write for these inputs; a DayError is what the page tells the reader. @param {Inputs} inputs */
function shown(inputs, token = "0".repeat(32), sequence = 0) {
  try {
    const worked = workOut(inputs, data, calendars);
    const view = viewOf(worked, { data, today: TODAY, role: "", hideDone: false, say });
    const files = [calendarFile(view.all, { token, sequence, worked, data, say }), spreadsheet(view.shown, "from", say)];
    return told([UNFILLED.test(files.join("")) && "a file with a gap", UNFILLED.test(view.announcement) && "words with a gap",
      /^SEQUENCE:(?!\d{1,10}\r$)/m.test(files[0]) && "a sequence that no calendar reads"], "shown");
  } catch (error) {
    if (!(error instanceof DayError)) throw error;
    return told([], "beyond the calendar");
  }
}

/** @param {string} written */
function link(written) {
  const inputs = readLink(written, data, calendars);
  if (inputs === null) return told([], "refused");
  const again = readLink(writeLink(inputs), data, calendars, Infinity);
  const { outcome, faults } = shown(inputs);
  return told([...faults, JSON.stringify(again) !== JSON.stringify(inputs) && "a link that does not say what it was read as",
    /[<>"'\s]/.test(writeLink(inputs)) && "a link with more than ids and dates"], outcome);
}

/** @param {Typed} typed */
function date(typed) {
  const found = readDate(typed, extent.firstDay, extent.lastDay);
  if (!("kind" in found)) {
    return told([!(found.day >= extent.firstDay && found.day <= extent.lastDay) && "a day outside the calendar",
      parse(text(found.day)) !== found.day && "not a day"], "read");
  }
  const message = messageFor(found, { subject: "The date", missing: "Enter the date" }, say, extent);
  return told([(!message || UNFILLED.test(message)) && `no message: ${message}`, found.parts.length === 0 && "a message about no field"], "refused");
}

/** What the page does on opening with this text in the device's storage. @param {string} written */
function kept(written) {
  const store = {
    /** @type {string | null} */
    written, getItem: () => store.written, removeItem: () => { store.written = null; }, setItem: () => {},
  };
  const found = new Memory(() => store).read(TODAY);
  if (found === null) return told([store.written !== null && "what cannot be read was left behind"], "refused");
  say("restored", { date: long(found.until) });
  const inputs = readLink(found.link, data, calendars, Infinity);
  if (inputs === null) return told([], "of another guide");
  return shown(inputs, found.token, found.sequence + 1);
}

/** @type {Record<string, (given: any) => ReturnType<typeof told>>} */
const kinds = { link, date, kept };

for await (const line of lines) {
  const [kind, asked] = JSON.parse(line);
  let answer;
  try {
    answer = kinds[kind](asked);
    if (JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== prototype) answer.faults.push("every object was changed");
  } catch (error) {
    answer = { outcome: "stumbled", faults: [String(error)] };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
