// Works out schedules with the browser's engine, as the page does, for tests that compare it with Python.
// Standard input: {"folder": of the modules, "calendars": {id: compiled}, "plans": [compiled, …],
// "questions": [[position of the plan, calendar's id, {anchor: day}, {step: day}], …]}.
// Standard output: [{"steps": […], "skipped": [[[day, reason], …], …]} or {"error": code, "message": …}, …], in the order of the questions.

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
/** @type {typeof import("#guide/dates/timeline.js")} */
const { readPlan, schedule, stepAsJson } = await load("dates/timeline.js");

/** @import { Counted } from "#guide/dates/counting.js" */
/** @import { Days, Plan } from "#guide/dates/timeline.js" */

/** @type {Record<string, InstanceType<typeof Calendar>>} */
const calendars = {};
for (const [id, small] of Object.entries(request.calendars)) calendars[id] = new Calendar(small);
/** @type {Plan[]} */
const plans = request.plans.map(readPlan);

/** @param {Counted | null} counted */
const skipped = (counted) => (counted?.lines ?? []).flatMap(({ kind, day, reason }) => (kind === "skipped" ? [[day, reason]] : []));

/** @param {[plan: number, calendar: string, anchors: Days, done: Days]} question */
function answer([plan, calendar, anchors, done]) {
  try {
    const worked = schedule(plans[plan], calendars[calendar], anchors, done);
    return { steps: worked.map(stepAsJson), skipped: worked.map(({ counted }) => skipped(counted)) };
  } catch (error) {
    // Anything but the kernel's own refusal is a fault of this program and must be seen.
    if (!(error instanceof DayError)) throw error;
    return { error: error.code, message: error.message };
  }
}

process.stdout.write(JSON.stringify(request.questions.map(answer)));
