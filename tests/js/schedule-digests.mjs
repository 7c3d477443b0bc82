// Puts whole schedules to the browser's engine. Standard input: {"folder": of the modules, "plans": {…}, "calendars": {…},
// "questions": [{plan, calendar, anchors, done, today, as_of}, …], "whole": false}. Standard output: for each question the SHA-256 of its
// steps as JSON with sorted keys, or the steps themselves when `whole` is true; {"error": code, "message": …} for a refusal.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const request = JSON.parse(readFileSync(0, "utf8"));
/** @param {string} name */
const load = (name) => import(pathToFileURL(join(request.folder, name)).href);
/** @type {typeof import("#guide/calendars/calendar.js")} */
const { Calendar } = await load("calendars/calendar.js");
/** @type {typeof import("#guide/calendars/days.js")} */
const { DayError } = await load("calendars/days.js");
/** @type {typeof import("#guide/dates/acts.js")} */
const { stands, toldOnce } = await load("dates/acts.js");
/** @type {typeof import("#guide/dates/timeline.js")} */
const { readPlan, remarksOn, schedule, stepAsJson } = await load("dates/timeline.js");

/** @type {typeof import("#guide/dates/remarks.js")} */
const { movedAsJson } = await load("dates/remarks.js");

/** @import { CalendarData } from "#guide/calendars/calendar.js" */
/** @import { Days, SmallPlan } from "#guide/dates/timeline.js" */

/** @template Small, Whole @param {Record<string, Small>} small @param {(one: Small) => Whole} reader */
const read = (small, reader) => Object.fromEntries(Object.entries(small).map(([name, one]) => [name, reader(one)]));
const plans = read(request.plans, (/** @type {SmallPlan} */ small) => readPlan(small));
const calendars = read(request.calendars, (/** @type {CalendarData} */ small) => new Calendar(small));

/** @param {{ plan: string, calendar: string, anchors: Days, done: Days, today: number, as_of: number | null }} question */
function answer({ plan, calendar, anchors, done, today, as_of: asOf }) {
  try {
    /** @type {Parameters<typeof schedule>} */
    const given = [plans[plan], calendars[calendar], anchors, done, asOf ?? undefined];
    const scheduled = schedule(...given);
    const steps = scheduled.map((step) => {
      const { kind, n } = stands(step.act, today, calendars[calendar]);
      const { opens, limit, done: wasDone } = step.act;
      return { ...stepAsJson(step), stands: [kind, n], act_opens: opens, act_limit: limit, act_done: wasDone };
    });
    const { happened } = toldOnce(plans[plan], anchors, done, asOf ?? undefined);
    const { moved, warnings } = remarksOn(plans[plan], calendars[calendar], scheduled, { anchors, done, happened }, asOf ?? undefined);
    return { steps, moved: moved.map(movedAsJson), warnings };
  } catch (error) {
    if (!(error instanceof DayError)) throw error;
    return { error: error.code, message: error.message };
  }
}

/** @param {unknown} value @returns {unknown} */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}

/** @param {unknown} value */
const digest = (value) => createHash("sha256").update(JSON.stringify(sorted(value))).digest("hex");
const answers = request.questions.map(answer);
process.stdout.write(JSON.stringify(request.whole ? answers : answers.map(digest)));
