// Asks the browser's engine about acts, as the page works them out. Twin of scripts/guide/twins/act_vectors.py.
// Standard input: {"folder": of the modules, "plans": {name: compiled}, "calendars": {id: compiled},
// "questions": [[plan, {anchor: day}, {step: day}, today or null, [act, …]], …]}.
// Standard output: [{act: {governs, …}, …} or {"error": code, "message": …}, …], in the order of the questions.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const request = JSON.parse(readFileSync(0, "utf8"));
/** @param {string} name */
const load = (name) => import(pathToFileURL(join(request.folder, name)).href);
/** @type {typeof import("#guide/calendars/calendar.js")} */
const { Calendar } = await load("calendars/calendar.js");
/** @type {typeof import("#guide/calendars/days.js")} */
const { DayError, text } = await load("calendars/days.js");
/** @type {typeof import("#guide/dates/acts.js")} */
const { stands } = await load("dates/acts.js");
/** @type {typeof import("#guide/dates/timeline.js")} */
const { readPlan, schedule } = await load("dates/timeline.js");

/** @import { CalendarData } from "#guide/calendars/calendar.js" */
/** @import { ActDate, ScheduledAct } from "#guide/dates/acts.js" */
/** @import { Days, SmallPlan } from "#guide/dates/timeline.js" */

/** @template Small, Whole @param {Record<string, Small>} small @param {(one: Small) => Whole} reader */
const read = (small, reader) => Object.fromEntries(Object.entries(small).map(([name, one]) => [name, reader(one)]));
const plans = read(request.plans, (/** @type {SmallPlan} */ small) => readPlan(small));
const calendars = read(request.calendars, (/** @type {CalendarData} */ small) => new Calendar(small));

/** @param {number | null} day */
const iso = (day) => (day === null ? null : text(day));

/** @param {ActDate} one */
const named = ({ rule: { rule, step } }) => [step, rule.kind, rule.authority];

/** @param {ScheduledAct} act */
const saidOf = (act) => ({
  governs: iso(act.due),
  set_by: act.governs.map(named),
  opens: iso(act.opens),
  limit: iso(act.limit),
  standing: act.standing.map((one) => [...named(one), iso(one.counted.due)]),
  open: act.open.map(({ anchor, authority }) => [anchor, authority]),
  conflicts: act.conflicts.map(({ other, due }) => [other, iso(due)]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  done: iso(act.done),
});

/** @param {[plan: string, anchors: Days, done: Days, today: number | null, acts: string[]]} question */
function answer([name, anchors, done, today, asked]) {
  const [plan, calendar] = [plans[name], calendars[plans[name].calendar]];
  try {
    const worked = schedule(plan, calendar, anchors, done, today ?? undefined);
    const acts = new Map(worked.flatMap(({ act, step }) => [[act.act.id, act], [step.id, act]]));
    return Object.fromEntries(asked.map((one) => [one, onDay(/** @type {ScheduledAct} */ (acts.get(one)), today, calendar)]));
  } catch (error) {
    // Anything but the kernel's own refusal is a fault of this program and must be seen.
    if (!(error instanceof DayError)) throw error;
    return { error: error.code, message: error.message };
  }
}

/** @param {ScheduledAct} act @param {number | null} today @param {InstanceType<typeof Calendar>} calendar */
function onDay(act, today, calendar) {
  if (today === null) return saidOf(act);
  const { kind, n } = stands(act, today, calendar);
  return { ...saidOf(act), stands: [kind, n] };
}

process.stdout.write(JSON.stringify(request.questions.map(answer)));
