// What the reader entered to dates, and where each step stands: status, lateness, what is left until the next limit.

import { Calendar } from "../calendars/calendar.js";
import { weekday } from "../calendars/days.js";
import { readPlan, schedule } from "../dates/timeline.js";

/** `inputs`: `{journey, anchors, done, holidays, closures}`, days as numbers. Throws DayError where the calendar ends. */
export function workOut(inputs, data, calendars) {
  const journey = data.journeys[inputs.journey];
  const plan = readPlan(data.plans[journey.plan]);
  const closed = withHolidays(calendars[plan.calendar], inputs.holidays, data.added_by_the_reader);
  const calendar = new Calendar(closed);
  const steps = schedule(plan, calendar, inputs.anchors, inputs.done);
  const asPlanned = Object.keys(inputs.done).length === 0 ? steps : schedule(plan, calendar, inputs.anchors);
  return {
    inputs, journey, plan, calendar,
    calendarName: closed.name,
    calendarHash: closed.hash,
    changed: Object.hasOwn(closed.closed, data.added_by_the_reader),
    steps: journey.only_dated ? steps.filter((step) => step.due !== null) : steps,
    all: new Map(steps.map((step) => [step.step.id, step])),
    plannedDue: new Map(asPlanned.map((step) => [step.step.id, step.due])),
    dayNumber: (step, day = step.due) =>
      dayNumber(step, day, data.names.procedures[step.step.procedure], inputs.anchors, calendar),
  };
}

/** The calendar data with more closed days. A day that is closed anyway keeps its own reason. */
function withHolidays(data, holidays, reason) {
  const closed = new Set(Object.values(data.closed).flat());
  const added = holidays.filter((day) => !closed.has(day));
  return added.length === 0 ? data : { ...data, closed: { ...data.closed, [reason]: added } };
}

/** "Working day 7" is day 7 after the day the procedure counts from; null where its days have no numbers. */
function dayNumber({ step: { rule }, due }, day, procedure, anchors, calendar) {
  const entered = anchors[procedure.day_zero];
  if (entered === undefined || due === null || rule.choose !== "" || rule.back || rule.unit !== "working days") return null;
  const zero = (procedure.deemed ? calendar.following(entered) : entered) - (procedure.same_day ? 1 : 0);
  return calendar.count(zero, due) < 1 ? null : calendar.count(zero, day);
}

/** The day to work to: the step's own date, or a national limit that comes before it. Null where there is no date. */
export function workTo(step) {
  if (step.due === null) return null;
  const national = step.alternatives
    .filter((one) => one.alternative.kind === "national" && one.counted)
    .map((one) => one.counted.due);
  return Math.min(step.due, ...national);
}

/** `{kind, n}` with kind done, overdue, today, soon or "" (nothing to say). `n` counts working days. */
export function statusOf(step, today, calendar) {
  if (step.done !== null) return { kind: "done", n: 0 };
  const day = workTo(step);
  if (day === null || today < calendar.first || today > calendar.last) return { kind: "", n: 0 };
  if (day === today) return { kind: "today", n: 0 };
  if (day < today) return { kind: "overdue", n: calendar.count(day, today) };
  const n = calendar.count(today, day);
  return n <= 2 ? { kind: "soon", n } : { kind: "", n };
}

/** How far a done date is from the day to work to: `{kind: late | early | onTime, n}`. */
export function difference(step, calendar) {
  const day = workTo(step);
  if (step.done === day) return { kind: "onTime", n: 0 };
  return step.done > day
    ? { kind: "late", n: calendar.count(day, step.done) }
    : { kind: "early", n: calendar.count(step.done, day) };
}

/** The next limit that nothing moves, after `day`: `{step, n}` with n working days left, or null. */
export function nextLimit(step, day, worked) {
  const limits = worked.steps.filter((other) => other !== step && other.done === null && isOuterLimit(other, worked.plan)
    && workTo(other) >= day);
  if (limits.length === 0) return null;
  const next = limits.reduce((a, b) => (workTo(b) < workTo(a) ? b : a));
  return { step: next, n: worked.calendar.count(day, workTo(next)) };
}

/** A limit that counts from a date the reader entered, and not from another step. */
function isOuterLimit({ step, due }, plan) {
  if (due === null || step.rule.kind !== "limit") return false;
  return partsOf(step.rule).every((part) => Object.hasOwn(plan.anchors, part.start));
}

/** The single counts in a rule: itself, or those of an earlier or later of several, which may themselves be choices. */
export function partsOf(rule) {
  return rule.choose === "" ? [rule] : rule.of.flatMap(partsOf);
}

/** Whether a line of an explanation tells of a weekday that was skipped. Weekends are skipped without a word. */
export function isBankHoliday({ kind, day }) {
  return kind === "skipped" && weekday(day) < 5;
}

/** What a rule without a date waits for: `{anchor}` that the reader has not entered, or `{step}` that nobody has marked done. */
export function missing(rule, { plan, inputs, all }) {
  const dateOf = (id) => inputs.anchors[id] ?? all.get(id)?.done ?? all.get(id)?.due ?? null;
  const { start } = partsOf(rule).find((part) => dateOf(part.start) === null);
  if (Object.hasOwn(plan.anchors, start)) return { anchor: plan.anchors[start] };
  const { step } = all.get(start);
  return step.rule ? missing(step.rule, { plan, inputs, all }) : { step };
}

/** The first later step of the same procedure that a moved date has caught up with, or null. */
export function caughtUp(step, worked) {
  const planned = worked.plannedDue.get(step.step.id);
  if (step.due === null || planned === null || step.due <= planned) return null;
  const later = worked.steps.filter((other) => other.step.procedure === step.step.procedure && other.due !== null
    && other.done === null && !other.step.alongside && worked.plannedDue.get(other.step.id) > planned);
  return later.find((other) => other.due <= step.due) ?? null;
}

/** The last day before `day` on which both the calendar and the reader's office are open, or null. */
export function openDayBefore(day, closures, calendar) {
  for (let one = day - 1; one >= calendar.first; one -= 1) {
    if (calendar.isWorkingDay(one) && !closures.includes(one)) return one;
  }
  return null;
}
