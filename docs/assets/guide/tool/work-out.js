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
    steps: journey.only_dated ? steps.filter((step) => step.due !== null) : steps,
    plannedDue: new Map(planned.steps.map((step) => [step.step.id, step.due])),
    dayNumber: (step) => dayNumber(step, data.names.procedures[step.step.procedure], inputs.anchors, calendar),
  };
}

/** The calendar data with more closed days. A day that is closed anyway keeps its own reason. */
function withHolidays(data, holidays, reason) {
  const closed = new Set(Object.values(data.closed).flat());
  const added = holidays.filter((day) => !closed.has(day));
  return added.length === 0 ? data : { ...data, closed: { ...data.closed, [reason]: added } };
}

/** "Working day 7" is day 7 after the day the procedure counts from; null where its days have no numbers. */
function dayNumber(step, procedure, anchors, calendar) {
  const zero = anchors[procedure.day_zero];
  if (zero === undefined || step.due === null || step.due <= zero || !calendar.isWorkingDay(step.due)) return null;
  return calendar.count(procedure.same_day ? zero - 1 : zero, step.due);
}
