// Puts whole schedules to the browser's engine. Standard input: {"folder": of the modules, "plans": {…}, "calendars": {…},
// "questions": [{plan, calendar, anchors, done}, …], "whole": false}. Standard output: for each question the SHA-256 of its steps
// as JSON with sorted keys, or the steps themselves when `whole` is true; {"error": …} where the calendar ends too early.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const request = JSON.parse(readFileSync(0, "utf8"));
const load = (name) => import(pathToFileURL(join(request.folder, name)));
const [{ Calendar }, { readPlan, schedule, stepAsJson }] = [await load("calendars/calendar.js"), await load("dates/timeline.js")];

const read = (small, reader) => new Map(Object.entries(small).map(([name, one]) => [name, reader(one)]));
const plans = read(request.plans, readPlan);
const calendars = read(request.calendars, (small) => new Calendar(small));

function steps({ plan, calendar, anchors, done }) {
  try {
    return schedule(plans.get(plan), calendars.get(calendar), anchors, done).map(stepAsJson);
  } catch (error) {
    if (error.code !== "outside-calendar") throw error;
    return { error: error.message };
  }
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

const digest = (value) => createHash("sha256").update(JSON.stringify(sorted(value))).digest("hex");
const answers = request.questions.map(steps);
process.stdout.write(JSON.stringify(request.whole ? answers : answers.map(digest)));
