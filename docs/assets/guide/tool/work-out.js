// What the reader entered to dates, and where each step stands: status, lateness, what is left until the next limit.

import { Calendar } from "../calendars/calendar.js";
import { daysAfter, weekday } from "../calendars/days.js";
import { dayAhead, toldOnce } from "../dates/acts.js";
import { startsOf } from "../dates/counting.js";
import { readPlan, remarksOn, schedule } from "../dates/timeline.js";

/**
 * @import { CalendarData } from "../calendars/calendar.js"
 * @import { ScheduledAct } from "../dates/acts.js"
 * @import { Line, Rule } from "../dates/counting.js"
 * @import { AnchorName, Days, Plan, Scheduled, SmallPlan, Step } from "../dates/timeline.js"
 *
 * @typedef {object} Inputs What the reader entered, with days as numbers.
 * @property {string} journey
 * @property {Record<string, number>} anchors
 * @property {Record<string, number>} done
 * @property {number[]} closures
 * @property {number[]} holidays
 *
 * @typedef {object} Journey Which plan it evaluates with which dates.
 * @property {string} title
 * @property {string} plan
 * @property {string[]} asks
 * @property {string[]} may_ask
 * @property {boolean} only_dated
 * @property {Record<string, string[]>} over The steps that are over once the event of a date it asks for has come.
 *
 * @typedef {{ title: string, flowchart: number, day_zero: string | null, deemed: boolean, same_day: boolean }} ProcedureNames
 *
 * @typedef {object} Names What the page calls the things that a plan names by their ids.
 * @property {Record<string, string>} actors
 * @property {Record<string, string>} shorts
 * @property {Record<string, { label: string, code: string | null, title: string }>} forms
 * @property {Record<string, string>} references
 * @property {Record<string, number>} questions
 * @property {Record<string, ProcedureNames>} procedures
 *
 * @typedef {object} PageData What the page knows of its guide: see `scripts/guide/pages/timeline_data.py`.
 * @property {string} version
 * @property {Record<string, Journey>} journeys
 * @property {Record<string, SmallPlan>} plans
 * @property {Names} names
 * @property {number} in_force_from
 * @property {string} added_by_the_reader
 *
 * @typedef {ReturnType<typeof workOut>} Worked
 */

/**
 * Throws DayError where the calendar ends, or where one act has two dates. An event after `today` marks nothing done.
 * @param {Inputs} inputs @param {PageData} data @param {Record<string, CalendarData>} calendars @param {number} [today]
 */
export function workOut(inputs, data, calendars, today) {
  const journey = data.journeys[inputs.journey];
  const plan = askedBy(journey, readPlan(data.plans[journey.plan]));
  const closed = withHolidays(calendars[plan.calendar], inputs.holidays, data.added_by_the_reader);
  const calendar = new Calendar(closed);
  const steps = schedule(plan, calendar, inputs.anchors, inputs.done, today);
  const { happened } = toldOnce(plan, inputs.anchors, inputs.done, today);
  return {
    inputs, journey, plan, calendar, happened,
    ...remarksOn(plan, calendar, steps, { ...inputs, happened }, today),
    calendarName: closed.name,
    calendarHash: closed.hash,
    changed: Object.hasOwn(closed.closed, data.added_by_the_reader),
    steps: journey.only_dated ? steps.filter((step) => step.act.due !== null) : steps,
    all: new Map(steps.map((step) => [step.step.id, step])),
    /** @param {Scheduled} step */
    dayNumber: (step, day = step.act.due) => {
      const zero = dayZero(data.names.procedures[step.step.procedure], inputs.anchors, calendar);
      return zero === null || day === null ? null : dayNumber(step, day, zero, calendar);
    },
  };
}

/** Journeys that share a plan ask different questions: what one does not ask is not open in it. @param {Journey} journey @param {Plan} plan */
function askedBy({ asks, may_ask: mayAsk }, plan) {
  const asked = Object.entries(plan.asked).filter(([anchor]) => asks.includes(anchor) || mayAsk.includes(anchor));
  return { ...plan, asked: Object.fromEntries(asked) };
}

/** The calendar data with more closed days. A day that is closed anyway keeps its own reason. @param {CalendarData} data @param {number[]} holidays @param {string} reason */
function withHolidays(data, holidays, reason) {
  const closed = new Set(Object.values(data.closed).flat());
  const added = holidays.filter((day) => !closed.has(day));
  return added.length === 0 ? data : { ...data, closed: { ...data.closed, [reason]: added } };
}

/**
 * The day before the procedure's working day one; null where its days have no numbers, or no start.
 * @param {ProcedureNames} procedure @param {Days} anchors @param {Calendar} calendar
 */
function dayZero({ day_zero: anchor, deemed, same_day: sameDay }, anchors, calendar) {
  if (anchor === null || !Object.hasOwn(anchors, anchor)) return null;
  const start = deemed ? calendar.following(anchors[anchor]) : anchors[anchor];
  return sameDay ? daysAfter(start, -1) : start;
}

/**
 * "Working day 7" is day 7 after `zero`; null where the step is not counted in numbered days.
 * @param {Scheduled} step @param {number} day @param {number} zero @param {Calendar} calendar
 */
function dayNumber({ act: { rule, due } }, day, zero, calendar) {
  if (due === null || !hasNumber(rule) || calendar.count(zero, due) < 1) return null;
  return calendar.count(zero, day);
}

/** @param {Rule | null} rule */
function hasNumber(rule) {
  return rule !== null && rule.choose === "" && !rule.back && rule.unit === "working days";
}

/** The day that is looked to next, or null. @param {ScheduledAct} act @param {number} today */
export function nextDay(act, today) {
  return act.due === null || act.done !== null ? null : dayAhead(act, act.due, today);
}

/**
 * How far a done date is from the day that governs. Late is only what is after a limit.
 * @param {number} done @param {ScheduledAct} act @param {number} due @param {Calendar} calendar
 * @returns {{ kind: "late" | "early" | "onTime" | "after", n: number }}
 */
export function difference(done, act, due, calendar) {
  if (act.limit !== null && done > act.limit) return { kind: "late", n: calendar.count(act.limit, done) };
  if (done < due) return { kind: "early", n: calendar.count(done, due) };
  if (done === due || act.kind === "limit") return { kind: "onTime", n: 0 };
  return { kind: "after", n: calendar.count(due, done) };
}

/**
 * The next limit that nothing moves, after `day`: its title, and n working days that are left; or null.
 * @param {ScheduledAct} act @param {number} day @param {Worked} worked
 */
export function nextLimit({ act: { id } }, day, worked) {
  const others = worked.steps.filter(({ act }) => act.act.id !== id && act.done === null && isOuterLimit(act, worked.plan));
  const limits = others.map((other) => ({ title: other.step.title, on: other.act.due ?? -Infinity })).filter(({ on }) => on >= day);
  if (limits.length === 0) return null;
  const next = limits.reduce((a, b) => (b.on < a.on ? b : a));
  return { title: next.title, n: worked.calendar.count(day, next.on) };
}

/** A limit that counts from a date the reader entered, and not from another step. @param {ScheduledAct} act @param {Plan} plan */
function isOuterLimit({ kind, rule }, plan) {
  return kind === "limit" && rule !== null && startsOf(rule).every((start) => Object.hasOwn(plan.anchors, start));
}

/**
 * The weekdays that an explanation skips, with their reasons. Weekends go without saying.
 * @param {readonly Line[]} lines
 */
export function bankHolidays(lines) {
  return lines.flatMap(({ day, reason }) => (reason !== null && weekday(day) < 5 ? [{ day, reason }] : []));
}

/**
 * What a rule without a date waits for: an anchor that the reader has not entered, or a step that nobody has marked done.
 * @param {Rule} rule @param {Worked} worked @returns {{ anchor: AnchorName } | { step: Step }}
 */
export function missing(rule, worked) {
  const { plan, happened, all } = worked;
  /** @param {string} id */
  const isKnown = (id) => Object.hasOwn(happened, id) || isSure(all.get(id));
  const start = startsOf(rule).find((one) => !isKnown(one)) ?? "";
  const waits = all.get(start)?.step;
  if (!waits) return { anchor: plan.anchors[start] };
  return waits.rule ? missing(waits.rule, worked) : { step: waits };
}

/** Whether a step's own day is one that others can be counted from without a doubt. @param {Scheduled} [step] */
function isSure(step) {
  return step !== undefined && (step.done !== null || (step.counted !== null && step.counted.bound === ""));
}

/**
 * The last day before `day` on which both the calendar and the reader's office are open, or null.
 * @param {number} day @param {readonly number[]} closures @param {Calendar} calendar
 */
export function openDayBefore(day, closures, calendar) {
  for (let one = day - 1; one >= calendar.first; one -= 1) {
    if (calendar.isWorkingDay(one) && !closures.includes(one)) return one;
  }
  return null;
}
