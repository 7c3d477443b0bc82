// Which date of an act governs: of all rules that say when it is due, the earliest one that is known.
// Twin of scripts/guide/dates/acts.py, which says why, and of scripts/guide/dates/done.py: same answers, same sentences.

import { DayError, long, text } from "../calendars/days.js";
import { startsOf } from "./counting.js";

/**
 * @import { Calendar, Tier } from "../calendars/calendar.js"
 * @import { DateBound, Counted, Rule, SmallRule } from "./counting.js"
 * @import { Days, Plan } from "./timeline.js"
 *
 * @typedef {"step" | "national" | "reading" | "twice"} Origin
 *
 * @typedef {object} ActRule One of the rules that say when an act is due.
 * @property {Rule} rule
 * @property {string} step
 * @property {Origin} origin
 *
 * @typedef {object} Act What is done once, however many steps speak of it.
 * @property {string} id
 * @property {string[]} steps
 * @property {string[]} who
 * @property {ActRule[]} rules
 * @property {string[]} elsewhere Its steps that are not planned here.
 * @property {string[]} follows The acts that come before it whichever way the procedure goes.
 *
 * @typedef {Partial<Omit<Act, "id" | "rules">> & {
 *   id: string, rules?: { rule: SmallRule, step: string, origin?: Origin }[],
 * }} SmallAct
 * An act as Python compiles it: whatever equals its default is left out, and of an act of one step what the step says.
 *
 * @typedef {object} ActDate A rule of an act with its date.
 * @property {ActRule} rule
 * @property {Counted} counted
 *
 * @typedef {{ anchor: string, authority: string, words: string }} OpenRule
 * A rule whose start is not known, though the reader may know it.
 *
 * @typedef {{ other: string, due: number, words: string }} DateConflict
 * A date that does not fit with that of the act: of another act, or of an event that is held to its limit.
 *
 * @typedef {object} ScheduledAct An act with the dates of its rules.
 * @property {Act} act
 * @property {ActDate[]} governs
 * @property {ActDate[]} standing
 * @property {OpenRule[]} open
 * @property {number | null} done
 * @property {number | null} due The governing date; of a range its last day.
 * @property {number | null} opens
 * @property {Rule | null} rule The rule that governs; of several the one that is named first.
 * @property {Counted | null} counted The governing date with its working.
 * @property {"limit" | "planned" | "none"} kind
 * @property {Tier | null} tier
 * @property {DateBound} bound What the governing date is, where a day that it rests on is not known.
 * @property {DateConflict[]} conflicts
 * @property {number | null} limit The last day on which the act is late by no limit; stricter readings aside.
 *
 * @typedef {{ what: string, day: number, anchor?: string }} Told A date that the reader gave, and what for.
 *
 * @typedef {"" | "done" | "done late" | "overdue" | "passed" | "today" | "soon"} Standing
 */

const SOON = 2;

/** Of a step that was not scheduled yet. @type {ScheduledAct} */
export const NO_ACT = scheduledAct({ id: "", steps: [], who: [], rules: [], follows: [], elsewhere: [] }, [], [], [], null);

/**
 * @param {Act} act @param {ActDate[]} governs @param {ActDate[]} standing @param {OpenRule[]} open @param {number | null} done
 * @returns {ScheduledAct}
 */
function scheduledAct(act, governs, standing, open, done) {
  const rule = governs.length > 0 ? governs[0].rule.rule : null;
  const counted = governs.length > 0 ? governs[0].counted : null;
  const main = [...governs, ...standing].filter(({ rule: { origin } }) => origin !== "reading" && origin !== "twice");
  const limits = main.filter((one) => one.rule.rule.kind === "limit");
  return {
    ...datesIn(counted),
    act, governs, standing, open, done, rule, counted,
    conflicts: [],
    kind: rule ? rule.kind : "none",
    limit: limits.length > 0 ? Math.min(...limits.map((one) => one.counted.due)) : null,
  };
}

/** @param {Counted | null} counted @returns {Pick<ScheduledAct, "due" | "opens" | "tier" | "bound">} */
function datesIn(counted) {
  if (counted === null) return { due: null, opens: null, tier: null, bound: "" };
  const { due, opens, tier, bound } = counted;
  return { due, opens, tier, bound };
}

/**
 * The act with its governing date. `happened` are the anchors that have a day, `asked` is said of the others.
 * @param {Act} act @param {[ActRule, Counted | null][]} dates @param {Days} happened
 * @param {Readonly<Record<string, string>>} asked @param {number | null} done @returns {ScheduledAct}
 */
export function governed(act, dates, happened, asked, done) {
  const dated = dates.flatMap(([rule, counted]) => (counted === null ? [] : [{ rule, counted }]));
  /** @type {Map<string, number>} */
  const main = new Map(dated.flatMap(({ rule, counted }) => (rule.origin === "step" ? [[rule.step, counted.due]] : [])));
  const known = dated.filter((one) => isTold(one, main.get(one.rule.step)));
  known.sort((a, b) => a.counted.due - b.counted.due || Number(b.rule.rule.kind === "limit") - Number(a.rule.rule.kind === "limit"));
  /** @type {OpenRule[]} */
  const open = [];
  for (const [{ rule, origin }, counted] of dates) {
    if ((counted !== null && counted.bound === "") || origin === "reading" || origin === "twice" || done !== null) continue;
    const unknown = startsOf(rule).filter((start) => Object.hasOwn(asked, start) && !Object.hasOwn(happened, start));
    open.push(...unknown.map((start) => openRule(rule, start, asked[start])));
  }
  const first = known.find(({ rule: { origin } }) => origin !== "twice");
  /** @param {ActDate} one */
  const governs = (one) => one.rule.origin !== "twice" && one.counted.due === first?.counted.due;
  return scheduledAct(act, known.filter(governs), known.filter((one) => !governs(one)), open, done);
}

/** A reading only where it is stricter, a second statement only where it no longer says the same. @param {ActDate} date @param {number} [main] */
function isTold({ rule: { origin }, counted }, main) {
  if (origin === "twice") return main !== undefined && counted.due !== main;
  return origin !== "reading" || main === undefined || counted.due < main;
}

/** @param {Rule} rule @param {string} anchor @param {string} unknown @returns {OpenRule} */
function openRule({ authority, kind }, anchor, unknown) {
  const what = kind === "limit" ? "limit" : "day";
  return { anchor, authority, words: `${firstUp(authority)}: ${what} ${unknown}` };
}

/** The date as it stands beside the one that governs. @param {ActDate} one */
export function wordsOf({ rule: { rule, origin }, counted }) {
  if (origin === "twice") return `${firstUp(rule.authority)} also says: ${rule.words}. That is ${long(counted.due)}.`;
  const says = rule.kind === "limit" ? "allows until" : "plans";
  const sure = { "": "", "no later than": " or an earlier day", "not before": " or a later day" }[counted.bound];
  return `${firstUp(rule.authority)} ${says} ${long(counted.due)}${sure}.`;
}

/** The words with a capital at their beginning. @param {string} words */
export function firstUp(words) {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The time of day that any rule of the governing date says; empty where none does. @param {ScheduledAct} act */
export function partOf({ governs }) {
  return governs.find(({ rule }) => rule.rule.part !== "")?.rule.rule.part ?? "";
}

/** Who sets the governing date, in words; empty where nobody does. @param {ScheduledAct} act */
export function setBy({ governs }) {
  return [...new Set(governs.map(({ rule }) => rule.rule.authority))].join(" and ");
}

/** The same without the words of the rule, which name the event that it counts from. @param {ActDate} one */
export function plainWordsOf(one) {
  const { rule: { rule, origin }, counted } = one;
  return origin === "twice" ? `${firstUp(rule.authority)} also says ${long(counted.due)}.` : wordsOf(one);
}

/**
 * How an act stands on a day, and how many working days lie between that day, or the day it was done, and its date.
 * Nothing is said of a day outside the calendar.
 * @param {ScheduledAct} act @param {number} today @param {Calendar} calendar @returns {{ kind: Standing, n: number }}
 */
export function stands(act, today, calendar) {
  if (act.done !== null) return afterwards(act, act.done, calendar);
  if (act.due === null || today < calendar.first || today > calendar.last) return { kind: "", n: 0 };
  if (act.limit !== null && today > act.limit) return { kind: "overdue", n: between(act.limit, today, calendar) };
  return ahead(dayAhead(act, act.due, today), today, calendar);
}

/**
 * The day that is looked to: past the day of a stricter reading alone, the limit by the main one is still ahead.
 * @param {ScheduledAct} act @param {number} due @param {number} today
 */
export function dayAhead({ kind, limit }, due, today) {
  return today > due && kind === "limit" && limit !== null ? limit : due;
}

/** @param {ScheduledAct} act @param {number} done @param {Calendar} calendar @returns {{ kind: Standing, n: number }} */
function afterwards({ limit }, done, calendar) {
  return limit !== null && done > limit ? { kind: "done late", n: between(limit, done, calendar) } : { kind: "done", n: 0 };
}

/** @param {number} day @param {number} today @param {Calendar} calendar @returns {{ kind: Standing, n: number }} */
function ahead(day, today, calendar) {
  if (today > day) return { kind: "passed", n: between(day, today, calendar) };
  if (today === day) return { kind: "today", n: 0 };
  const n = between(today, day, calendar);
  return n <= SOON ? { kind: "soon", n } : { kind: "", n: 0 };
}

/** Working days after the first day up to the last, as far as the calendar goes. @param {number} first @param {number} last @param {Calendar} calendar */
function between(first, last, calendar) {
  return calendar.count(Math.max(first, calendar.first), Math.min(last, calendar.last));
}

/** One act was given two dates, or an act and the event that it is. */
export class TwoDates extends DayError {
  /** @param {string} message @param {string} [anchor] The event whose date differs, where it is one. */
  constructor(message, anchor) {
    super("two-dates", message);
    this.anchor = anchor;
  }
}

/**
 * Anchors and done dates, both with what the other says of them. Throws `TwoDates` where they differ.
 * An event that is still to come after `today` marks nothing done.
 * @param {Plan} plan @param {Days} anchors @param {Days} done @param {number} today
 */
export function toldOnce(plan, anchors, done, today = Infinity) {
  const [happened, wasDone] = [{ ...anchors }, { ...done }];
  const titles = new Map(plan.steps.map(({ id, title }) => [id, `“${title}”`]));
  const events = new Map(Object.entries(plan.done_by).map(([anchor, step]) => [step, anchor]));
  for (const { steps, elsewhere } of plan.acts) {
    const title = titles.get(steps[0]) ?? "";
    const asked = steps.flatMap((step) => events.get(step) ?? []);
    /** @type {Told[]} */
    const told = [
      ...[...steps, ...elsewhere].filter((step) => Object.hasOwn(done, step)).map((step) => ({ what: titles.get(step) ?? title, day: done[step] })),
      ...asked.filter((anchor) => Object.hasOwn(anchors, anchor))
        .map((anchor) => ({ what: `“${plan.anchors[anchor].asks}”`, day: anchors[anchor], anchor })),
    ];
    if (told.length === 0) continue;
    const day = theOneDay(told);
    if (day > today) continue;
    for (const step of steps) wasDone[step] = day;
    for (const anchor of asked) happened[anchor] = day;
  }
  return { happened, wasDone };
}

/** @param {Told[]} told */
function theOneDay([first, ...others]) {
  const other = others.find((one) => one.day !== first.day);
  if (!other) return first.day;
  const both = `${first.what} has ${long(first.day)}, and ${other.what} has ${long(other.day)}`;
  throw new TwoDates(`One act has two dates: ${both}. Give one of the two.`, other.anchor);
}

/** What the promised JSON of a step says of its act. @param {ScheduledAct} scheduled */
export function actAsJson({ act, governs, standing, open, due, tier, bound, conflicts }) {
  return {
    act: act.id,
    who: act.who,
    governs: due === null ? null : {
      date: text(due),
      set_by: governs.map(({ rule: { rule, step } }) => ({ step, kind: rule.kind, authority: rule.authority })),
      tier, bound: bound || null,
    },
    standing: standing.map((one) => ({
      step: one.rule.step, kind: one.rule.rule.kind, authority: one.rule.rule.authority,
      due: text(one.counted.due), words: wordsOf(one),
    })),
    open,
    conflicts: conflicts.map((one) => ({ ...one, due: text(one.due) })),
  };
}
