// Stays alive and answers one question a line, each with what is wrong with how the timeline tool took it: nothing, mostly.
// First line: {"folder", "data", "calendars", "words"}. Then [kind, …arguments] a line. Each answer is {"outcome", "faults"} on one line.

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const given = JSON.parse((await lines.next()).value);
const { data, calendars } = given;
const load = (name) => import(pathToFileURL(`${given.folder}/${name}.js`));
const [{ DayError, long, parse, text }, { speaker }, { workOut }, { viewOf }, { calendarFile, spreadsheet }, { readDate, messageFor }, { readLink, writeLink }, { Memory }] =
  await Promise.all(["calendars/days", "tool/dom", "tool/work-out", "tool/view", "tool/files", "tool/date-field", "tool/link", "tool/memory"].map(load));
const say = speaker(given.words);
const TODAY = parse("2026-12-17");
const UNFILLED = /undefined|NaN|\[object|\{[a-z]+\}/i;
const [extent] = Object.values(calendars).map(({ first, last }) => ({ firstDay: first, lastDay: last, first: long(first), last: long(last) }));

const told = (faults, outcome) => ({ outcome, faults: faults.filter(Boolean) });
const prototype = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

/** Everything that the page would show and write for these inputs; a DayError is what the page tells the reader. */
function shown(inputs, token = "0".repeat(32), sequence = 0) {
  try {
    const worked = workOut(inputs, data, calendars);
    const view = viewOf(worked, { data, today: TODAY, role: "", hideDone: false, say });
    const files = [calendarFile(worked.steps, { token, sequence, worked, data, say }), spreadsheet(view.shown, "from", say)];
    return told([UNFILLED.test(files.join("")) && "a file with a gap", UNFILLED.test(view.announcement) && "words with a gap",
      /^SEQUENCE:(?!\d{1,10}\r$)/m.test(files[0]) && "a sequence that no calendar reads"], "shown");
  } catch (error) {
    if (!(error instanceof DayError)) throw error;
    return told([], "beyond the calendar");
  }
}

function link(written) {
  const inputs = readLink(written, data, calendars);
  if (inputs === null) return told([], "refused");
  const again = readLink(writeLink(inputs), data, calendars, Infinity);
  const { outcome, faults } = shown(inputs);
  return told([...faults, JSON.stringify(again) !== JSON.stringify(inputs) && "a link that does not say what it was read as",
    /[<>"'\s]/.test(writeLink(inputs)) && "a link with more than ids and dates"], outcome);
}

function date(typed) {
  const found = readDate(typed, extent.firstDay, extent.lastDay);
  if (!("kind" in found)) {
    return told([!(found.day >= extent.firstDay && found.day <= extent.lastDay) && "a day outside the calendar",
      parse(text(found.day)) !== found.day && "not a day"], "read");
  }
  const message = messageFor(found, { subject: "The date", missing: "Enter the date" }, say, extent);
  return told([(!message || UNFILLED.test(message)) && `no message: ${message}`, found.parts.length === 0 && "a message about no field"], "refused");
}

/** What the page does on opening with this text in the device's storage. */
function kept(written) {
  const store = { written, getItem: () => store.written, removeItem: () => { store.written = null; } };
  const found = new Memory(() => store).read(TODAY);
  if (found === null) return told([store.written !== null && "what cannot be read was left behind"], "refused");
  say("restored", { date: long(found.until) });
  const inputs = readLink(found.link, data, calendars, Infinity);
  if (inputs === null) return told([], "of another guide");
  return shown(inputs, found.token, found.sequence + 1);
}

const kinds = { link, date, kept };

for await (const line of lines) {
  const [kind, ...rest] = JSON.parse(line);
  let answer;
  try {
    answer = kinds[kind](...rest);
    if (JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== prototype) answer.faults.push("every object was changed");
  } catch (error) {
    answer = { outcome: "stumbled", faults: [`${error.name}: ${error.message}`] };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
