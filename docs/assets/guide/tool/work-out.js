// What the reader entered to dates: the plan of the journey, the calendar with the reader's own bank holidays, the schedule.

import { readCalendar, readPlan, schedule } from "../timeline.js";

/** `inputs`: `{journey, anchors, done, holidays, closures}`, days as numbers. Throws DayError where the calendar ends. */
export function workOut(inputs, data, calendars) {
  const journey = data.journeys[inputs.journey];
  const plan = readPlan(data.plans[journey.plan]);
  const calendar = readCalendar(withHolidays(calendars[plan.calendar], inputs.holidays, data.added_by_the_reader));
  const { steps } = schedule(plan, calendar, inputs.anchors, inputs.done);
  const planned = schedule(plan, calendar, inputs.anchors);
  return {
    inputs, journey, plan, calendar,
    changed: Object.hasOwn(calendar.data.closed, data.added_by_the_reader),
    steps: journey.only_dated ? steps.filter((step) => step.due !== null) : steps,
    plannedDue: new Map(planned.steps.map((step) => [step.step.id, step.due])),
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
