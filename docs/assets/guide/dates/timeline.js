// Rules and dates to a schedule: the order of evaluation, chained steps, done dates, alternatives.
// Twin of scripts/guide/dates/timeline.py. The plan comes compiled: every step stands after those it counts from.

import { DayError, text } from "../calendars/days.js";
import { NO_ACT, actAsJson, governed, toldOnce } from "./acts.js";
import { wholeRule } from "./counting.js";
import { evaluate } from "./evaluate.js";
import { movedOf, warningsOf, withConflicts } from "./remarks.js";

/**
 * @import { Calendar, Tier } from "../calendars/calendar.js"
 * @import { Act, ActRule, ScheduledAct, SmallAct } from "./acts.js"
 * @import { Counted, Line, Rule, SmallRule } from "./counting.js"
 * @import { Known, Start } from "./evaluate.js"
 */

/**
 * A plan as Python compiles it. Twin of `guide.dates.plan`, which explains what is in it.
 *
 * @typedef {object} SmallStep
 * @property {string} id
 * @property {string} procedure
 * @property {number} number
 * @property {string} title
 * @property {string} does
 * @property {string[]} actors
 * @property {string[]} helpers
 * @property {string[]} forms
 * @property {string[]} questions
 * @property {SmallRule | null} rule
 * @property {string} untimed
 * @property {boolean} [alongside]
 * @property {(Omit<Alternative, "rule" | "act"> & { rule: SmallRule, act?: string })[]} [alternatives]
 * @property {SmallRule} [look_back]
 * @property {string[]} [to] Who receives it.
 * @property {string} [cites] The reference that states it, where it is a duty by national rule alone.
 * @property {Parties} [parties]
 *
 * @typedef {{ actors?: string[], helpers?: string[], to?: string[] }} Parties Names of those who stand in a row of actors, where their ids alone do not say it.
 *
 * @typedef {Omit<SmallStep, "rule" | "alongside" | "alternatives" | "look_back" | "to" | "cites" | "parties"> & {
 *   rule: Rule | null, alongside: boolean, alternatives: Alternative[], look_back: Rule | null, to: string[], cites: string, parties: Parties,
 * }} Step A step as the timeline needs it.
 *
 * @typedef {object} Alternative A second date for the same act: another reading of the source, or the nation's own rule.
 * @property {"reading" | "national" | "stated twice"} kind
 * @property {Rule} rule
 * @property {string} says
 * @property {string} cites
 * @property {string} act Of a national rule that speaks to somebody else: the id under which it is an act of its own.
 *
 * @typedef {{ asks: string, short: string, event: string, day_zero: string }} AnchorName
 *
 * @typedef {object} SmallPlan
 * @property {string} name
 * @property {string} title
 * @property {string} calendar
 * @property {Record<string, AnchorName>} anchors
 * @property {SmallStep[]} steps
 * @property {number[]} [evaluation] The places of the steps, each behind those that it counts from, where that is not their own order.
 * @property {SmallAct[]} [acts]
 * @property {Record<string, string>} asked What is said of each anchor that a reader may answer, while its day is not known.
 * @property {Record<string, string>} done_by The step that an anchor is, where it is one of the plan's.
 * @property {Record<string, string>} held_to The step whose limit an anchor's date should not come after.
 * @property {[before: string, after: string][]} [usual_order]
 * @property {number} [in_force_from]
 *
 * @typedef {Omit<SmallPlan, "steps" | "acts" | "evaluation" | "usual_order" | "in_force_from"> & {
 *   evaluation: string[],
 *   steps: Step[], acts: Act[], usual_order: [before: string, after: string][], in_force_from: number,
 * }} Plan
 *
 * @typedef {object} AlternativeDate
 * @property {Alternative} alternative
 * @property {Counted | null} counted Null where the date it counts from is not known.
 * @property {boolean} earlier It falls before the step's own date.
 *
 * @typedef {object} Scheduled A step with its dates.
 * @property {Step} step
 * @property {Counted | null} counted
 * @property {number | null} done
 * @property {AlternativeDate[]} alternatives
 * @property {Counted | null} lookBack
 * @property {number | null} due
 * @property {number | null} opens
 * @property {Tier | null} tier
 * @property {ScheduledAct} act The act that it is a step of, with the date that governs.
 *
 * @typedef {Readonly<Record<string, number>>} Days Ids to days.
 */

const LONG_AGO = -Infinity;

/** @param {SmallPlan} small @returns {Plan} */
export function readPlan(small) {
  const steps = small.steps.map((step) => ({
    alongside: false,
    to: [],
    cites: "",
    parties: {},
    ...step,
    rule: step.rule ? wholeRule(step.rule) : null,
    look_back: step.look_back ? wholeRule(step.look_back) : null,
    alternatives: (step.alternatives ?? []).map((one) => ({ act: "", ...one, rule: wholeRule(one.rule) })),
  }));
  const actors = Object.fromEntries(steps.map((step) => [step.id, step.actors]));
  const acts = (small.acts ?? []).map((act) => ({
    steps: [act.id],
    who: actors[act.id],
    follows: [],
    elsewhere: [],
    ...act,
    rules: (act.rules ?? []).map(readActRule),
  }));
  const evaluation = (small.evaluation ?? [...steps.keys()]).map((place) => steps[place].id);
  return { usual_order: [], in_force_from: 0, ...small, steps, acts, evaluation };
}

/** @param {NonNullable<SmallAct["rules"]>[number]} small @returns {ActRule} */
function readActRule({ rule, step, origin = "step" }) {
  return { rule: wholeRule(rule), step, origin };
}

/**
 * The steps with their dates, in order of date. A done date replaces the due date for what counts from it, and is that
 * of every step of the act. Throws `TwoDates` where an act has two.
 * @param {Plan} plan @param {Calendar} calendar @param {Days} anchors @param {Days} done @param {number} [today]
 * @returns {Scheduled[]}
 */
export function schedule(plan, calendar, anchors, done = {}, today = Infinity) {
  const { happened, wasDone } = toldOnce(plan, anchors, done, today);
  const known = knownFrom(plan, happened);
  const found = oneByOne(plan, known, calendar, wasDone);
  const acts = new Map(plan.acts.map((act) => [
    act.id, governed(act, datesOf(act, known, calendar), happened, plan.asked, found[act.steps[0]].done),
  ]));
  for (const scheduled of withConflicts(plan, acts, happened)) {
    for (const id of scheduled.act.steps) found[id].act = scheduled;
  }
  return inOrderOfDate(plan.steps.map(({ id }) => found[id]));
}

/**
 * What has another date because of what was done, and what a reader should look at again among the days that were given.
 * `steps` are those of `schedule`, and `happened` what `toldOnce` made of the anchors.
 * @param {Plan} plan @param {Calendar} calendar @param {Scheduled[]} steps
 * @param {{ anchors: Days, done: Days, happened: Days }} told @param {number} [today]
 */
export function remarksOn(plan, calendar, steps, { anchors, done, happened }, today = Infinity) {
  const acts = actsOf(plan, steps);
  const moved = Object.keys(done).length === 0 ? [] : movedOf(plan, acts, asPlanned(plan, calendar, anchors, today));
  return { moved, warnings: warningsOf(plan, acts, happened) };
}

/** @param {Plan} plan @param {Scheduled[]} steps */
function actsOf(plan, steps) {
  const found = new Map(steps.map(({ act }) => [act.act.id, act]));
  return new Map(plan.acts.flatMap(({ id }) => {
    const act = found.get(id);
    return act ? [[id, act]] : [];
  }));
}

/**
 * The acts as if nothing had been done yet; none where the calendar ends before that.
 * @param {Plan} plan @param {Calendar} calendar @param {Days} anchors @param {number} today
 */
function asPlanned(plan, calendar, anchors, today) {
  try {
    return actsOf(plan, schedule(plan, calendar, anchors, {}, today));
  } catch (error) {
    if (!(error instanceof DayError)) throw error;
    return new Map();
  }
}

/**
 * Each step by itself; what is worked out is known to those that follow.
 * @param {Plan} plan @param {Map<string, Start>} known @param {Calendar} calendar @param {Days} done
 */
function oneByOne(plan, known, calendar, done) {
  const byId = Object.fromEntries(plan.steps.map((step) => [step.id, step]));
  /** @type {Record<string, Scheduled>} */
  const found = {};
  for (const id of plan.evaluation) {
    const { title } = byId[id];
    const isDone = Object.hasOwn(done, id);
    found[id] = scheduledStep(byId[id], known, calendar, isDone ? done[id] : null);
    const { counted } = found[id];
    if (isDone) known.set(id, { day: done[id], name: `The day “${title}” was done` });
    else if (counted) known.set(id, { day: counted.due, name: `The day “${title}” is due`, tier: counted.tier, bound: counted.bound });
  }
  return found;
}

/** @param {Act} act @param {Known} known @param {Calendar} calendar @returns {[ActRule, Counted | null][]} */
function datesOf({ rules }, known, calendar) {
  return rules.map((one) => [one, evaluate(one.rule, known, calendar)]);
}

/** @param {Plan} plan @param {Days} anchors @returns {Map<string, Start>} */
function knownFrom(plan, anchors) {
  const known = Object.entries(anchors).filter(([name]) => Object.hasOwn(plan.anchors, name));
  return new Map(known.map(([name, day]) => [name, { day, name: plan.anchors[name].day_zero }]));
}

/** @param {Step} step @param {Known} known @param {Calendar} calendar @param {number | null} done @returns {Scheduled} */
function scheduledStep(step, known, calendar, done) {
  const counted = step.rule ? evaluate(step.rule, known, calendar) : null;
  const alternatives = step.alternatives.map((alternative) => {
    const other = evaluate(alternative.rule, known, calendar);
    return { alternative, counted: other, earlier: counted !== null && other !== null && other.due < counted.due };
  });
  const lookBack = step.look_back ? evaluate(step.look_back, known, calendar) : null;
  return {
    step, counted, done, alternatives, lookBack,
    due: counted ? counted.due : null, opens: counted ? counted.opens : null, tier: counted ? counted.tier : null,
    act: NO_ACT,
  };
}

/** By governing date; a step without one stays behind the dated step it follows on its page. @param {Scheduled[]} steps */
function inOrderOfDate(steps) {
  /** @type {Map<string, number>} */
  const carried = new Map();
  const keyed = steps.map((step) => {
    const { procedure, alongside } = step.step;
    const { due } = step.act;
    const key = due ?? carried.get(procedure) ?? LONG_AGO;
    if (due !== null && !alongside) carried.set(procedure, due);
    return { key, step };
  });
  keyed.sort((a, b) => a.key - b.key);
  return keyed.map(({ step }) => step);
}

/** The promised JSON of one step, as `guide timeline --format json` prints it. @param {Scheduled} scheduled */
export function stepAsJson(scheduled) {
  const { step, counted } = scheduled;
  return {
    id: step.id, procedure: step.procedure, number: step.number, title: step.title,
    actors: step.actors, helpers: step.helpers, to: step.to, forms: step.forms,
    ...ruleAsJson(step),
    opens: iso(scheduled.opens), due: iso(scheduled.due), done: iso(scheduled.done), tier: scheduled.tier,
    bound: counted?.bound || null,
    explanation: counted ? counted.lines.map(lineAsJson) : [],
    alternatives: scheduled.alternatives.map(alternativeAsJson),
    look_back_from: iso(scheduled.lookBack ? scheduled.lookBack.due : null),
    questions: step.questions,
    cites: step.cites || null,
    ...actAsJson(scheduled.act),
  };
}

/** @param {Step} step */
function ruleAsJson({ rule, untimed }) {
  if (rule === null) return { kind: "none", authority: null, rule: untimed, part: null };
  return { kind: rule.kind, authority: rule.authority, rule: rule.words, part: rule.part || null };
}

/** @param {AlternativeDate} date */
function alternativeAsJson({ alternative, counted, earlier }) {
  return {
    kind: alternative.kind, authority: alternative.rule.authority, rule: alternative.rule.words,
    says: alternative.says, cites: alternative.cites,
    due: iso(counted ? counted.due : null), tier: counted ? counted.tier : null, earlier,
    explanation: counted ? counted.lines.map(lineAsJson) : [],
  };
}

/** @param {Line} line */
function lineAsJson({ kind, day, number, text: said }) {
  return { kind, date: text(day), number, text: said };
}

/** @param {number | null} day */
function iso(day) {
  return day === null ? null : text(day);
}
