// Works out schedules with the browser's engine, as the page does, for tests that compare it with Python.
// Standard input: {"folder": of the modules, "calendars": {id: compiled}, "plans": [compiled, …],
// "questions": [[position of the plan, calendar's id, {anchor: day}, {step: day}], …]}.
// Standard output: [{"steps": […]} or {"error": code, "message": …}, …], in the order of the questions.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const request = JSON.parse(readFileSync(0, "utf8"));
const load = (name) => import(pathToFileURL(join(request.folder, name)));
const [{ Calendar }, { DayError }, timeline] =
  await Promise.all(["calendars/calendar.js", "calendars/days.js", "dates/timeline.js"].map(load));

const calendars = new Map(Object.entries(request.calendars).map(([id, small]) => [id, new Calendar(small)]));
const plans = request.plans.map(timeline.readPlan);

function answer([plan, calendar, anchors, done]) {
  try {
    const worked = timeline.schedule(plans[plan], calendars.get(calendar), anchors, done);
    return { steps: worked.map(timeline.stepAsJson) };
  } catch (error) {
    // Anything but the kernel's own refusal is a fault of this program and must be seen.
    if (!(error instanceof DayError)) throw error;
    return { error: error.code, message: error.message };
  }
}

process.stdout.write(JSON.stringify(request.questions.map(answer)));
