// Asks the timeline tool's own modules, without a page. Standard input: {"folder", "data", "calendars", "words", "questions"};
// each question is [name, …arguments] of one of the functions below. Standard output: the answers in order.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const request = JSON.parse(readFileSync(0, "utf8"));
const { data, calendars } = request;
/** @param {string} name */
const load = (name) => import(pathToFileURL(`${request.folder}/${name}`).href);
/** @type {typeof import("#guide/calendars/days.js")} */
const { parse } = await load("calendars/days.js");
/** @type {typeof import("#guide/calendars/today.js")} */
const { todayInLondon } = await load("calendars/today.js");
/** @type {typeof import("#guide/tool/date-field.js")} */
const { messageFor, readDate } = await load("tool/date-field.js");
/** @type {typeof import("#guide/tool/dom.js")} */
const { speaker } = await load("tool/dom.js");
/** @type {typeof import("#guide/tool/edition.js")} */
const { readEdition, writeEdition } = await load("tool/edition.js");
/** @type {typeof import("#guide/tool/files.js")} */
const { agendaTable, calendarFile, spreadsheet } = await load("tool/files.js");
/** @type {typeof import("#guide/tool/link.js")} */
const { plainLink, readLink, writeLink } = await load("tool/link.js");
/** @type {typeof import("#guide/tool/view.js")} */
const { viewOf } = await load("tool/view.js");
/** @type {typeof import("#guide/tool/work-out.js")} */
const { workOut } = await load("tool/work-out.js");

/** @import { Inputs } from "#guide/tool/work-out.js" */
/** @typedef {Partial<Inputs> & Pick<Inputs, "journey">} Some */

const say = speaker(request.words);
const WHOLE = { anchors: {}, closures: [], holidays: [], done: {} };
/** @param {Some} inputs @param {number} [day] */
const worked = (inputs, day) => workOut({ ...WHOLE, ...inputs }, data, calendars, day);
/** @param {Some} inputs @param {number} day @param {string} [role] @param {boolean} [hideDone] */
const view = (inputs, day, role = "", hideDone = false) => viewOf(worked(inputs, day), { data, today: day, role, hideDone, say });

/** @type {Record<string, (...given: any[]) => unknown>} */
const functions = {
  ics: (inputs, token, sequence, fullTitles = false) => {
    const dates = worked(inputs);
    const { all } = viewOf(dates, { data, today: 0, role: "", hideDone: false, say });
    return calendarFile(all, { token, sequence, worked: dates, data, fullTitles, say });
  },
  table: (inputs, day, fullTitles) => agendaTable(view(inputs, day).agenda.rows, { data, fullTitles, say }),
  csv: (inputs, day, role) => spreadsheet(view(inputs, day, role).shown, "from", say),
  view: (inputs, day, role, hideDone) => {
    const { shown, all: _all, agenda, ...rest } = view(inputs, day, role, hideDone);
    const table = { ...agenda, rows: agenda.rows.map(({ id }) => id), over: agenda.over.map(({ id }) => id) };
    return { ...rest, agenda: table, steps: shown.map(({ steps: _steps, act: _act, ...item }) => item) };
  },
  date: (typed, names, extent) => {
    const found = readDate(typed, extent.firstDay, extent.lastDay);
    return "kind" in found ? { message: messageFor(found, names, say, extent), parts: found.parts } : found;
  },
  plainLink: (passed) => plainLink(passed),
  readLink: (written) => readLink(written, data, calendars),
  edition: (inputs, version) => writeEdition(worked(inputs), { ...data, version: version ?? data.version }),
  moved: (inputs, day, written) => viewOf(worked(inputs, day), {
    data, today: day, role: "", hideDone: false, edition: readEdition(written), say,
  }).warnings,
  writeLink: (inputs) => writeLink({ ...WHOLE, ...inputs }),
  today: (moment) => parse(todayInLondon(new Date(moment))),
};

process.stdout.write(JSON.stringify(request.questions.map((/** @type {[string, ...unknown[]]} */ [name, ...given]) => functions[name](...given))));
