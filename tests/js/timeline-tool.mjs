// Asks the timeline tool's own modules, without a page. Standard input: {"folder", "data", "calendars", "words", "questions"};
// each question is [name, …arguments] of one of the functions below. Standard output: the answers in order.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const request = JSON.parse(readFileSync(0, "utf8"));
const { data, calendars } = request;
const load = (name) => import(pathToFileURL(`${request.folder}/${name}.js`));
const [{ speaker }, { workOut }, { viewOf }, { calendarFile, spreadsheet }, { readDate, messageFor }, { readLink, writeLink }, { parse }, { todayInLondon }] =
  await Promise.all(["tool/dom", "tool/work-out", "tool/view", "tool/files", "tool/date-field", "tool/link", "calendars/days", "calendars/today"].map(load));
const say = speaker(request.words);
const WHOLE = { anchors: {}, closures: [], holidays: [], done: {} };
const worked = (inputs) => workOut({ ...WHOLE, ...inputs }, data, calendars);
const view = (inputs, day, role = "", hideDone = false) => viewOf(worked(inputs), { data, today: day, role, hideDone, say });

const functions = {
  ics: (inputs, token, sequence) => calendarFile(worked(inputs).steps, { token, sequence, worked: worked(inputs), data, say }),
  csv: (inputs, day, role) => spreadsheet(view(inputs, day, role).shown, "from", say),
  view: (inputs, day, role, hideDone) => {
    const { shown, all, ...rest } = view(inputs, day, role, hideDone);
    return { ...rest, steps: shown.map(({ step, ...item }) => item) };
  },
  date: (typed, names, extent) => {
    const found = readDate(typed, extent.firstDay, extent.lastDay);
    return "kind" in found ? { message: messageFor(found, names, say, extent), parts: found.parts } : found;
  },
  readLink: (written) => readLink(written, data, calendars),
  writeLink: (inputs) => writeLink({ ...WHOLE, ...inputs }),
  today: (moment) => parse(todayInLondon(new Date(moment))),
};

process.stdout.write(JSON.stringify(request.questions.map(([name, ...given]) => functions[name](...given))));
