// Rules and dates to a schedule: the order of evaluation, chained steps, done dates, alternatives.
// Twin of scripts/guide/timeline.py. The plan comes compiled: every step stands after those it counts from.

import { text } from "../calendars/days.js";
import { count, leastSure, line, wholeRule } from "./counting.js";

const LONG_AGO = -Infinity;

export function readPlan(small) {
  const steps = small.steps.map((step) => ({
    alongside: false,
    ...step,
    rule: step.rule ? wholeRule(step.rule) : null,
    look_back: step.look_back ? wholeRule(step.look_back) : null,
    alternatives: (step.alternatives ?? []).map((one) => ({ ...one, rule: wholeRule(one.rule) })),
  }));
  return { ...small, steps };
}

// The steps with their dates, in order of date. anchors and done: plain objects from an id to a day.
// A done date replaces the due date for what counts from it.
export function schedule(plan, calendar, anchors, done = {}) {
  const known = new Map();
  for (const [name, day] of Object.entries(anchors)) {
    if (Object.hasOwn(plan.anchors, name)) known.set(name, [day, plan.anchors[name].day_zero]);
  }
  const byId = new Map(plan.steps.map((step) => [step.id, step]));
  const found = new Map();
  for (const id of plan.evaluation) {
    const step = byId.get(id);
    const isDone = Object.hasOwn(done, id);
    const scheduled = scheduledStep(step, known, calendar, isDone ? done[id] : null);
    found.set(id, scheduled);
    if (isDone) known.set(id, [done[id], `The day “${step.title}” was done`]);
    else if (scheduled.due !== null) {
      known.set(id, [scheduled.due, `The day “${step.title}” is due`, scheduled.tier]);
    }
  }
  return inOrderOfDate(plan.steps.map((step) => found.get(step.id)));
}

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
  };
}

export function evaluate(rule, known, calendar) {
  if (rule.choose === "") {
    const start = known.get(rule.start);
    return start ? count(rule, start[0], start[1], calendar, start[2]) : null;
  }
  const dates = [];
  for (const one of rule.of) {
    const date = evaluate(one, known, calendar);
    if (date === null) return null;
    dates.push(date);
  }
  const better = rule.choose === "earlier" ? (a, b) => b.due < a.due : (a, b) => b.due > a.due;
  const chosen = dates.reduce((a, b) => (better(a, b) ? b : a));
  const tier = leastSure(...dates.map((date) => date.tier));
  const notes = [`This is the ${rule.choose} of ${dates.length} dates.`];
  if (tier !== chosen.tier) notes.push(calendar.projectedText);
  const lines = notes.map((note) => line("note", chosen.due, note));
  return { ...chosen, tier, lines: [...chosen.lines, ...lines] };
}

function inOrderOfDate(steps) {
  let carried = LONG_AGO;
  let procedure = null;
  const keyed = steps.map((step) => {
    if (step.step.procedure !== procedure) [carried, procedure] = [LONG_AGO, step.step.procedure];
    const key = step.due ?? carried;
    if (step.due !== null && !step.step.alongside) carried = step.due;
    return { key, step };
  });
  keyed.sort((a, b) => a.key - b.key);
  return keyed.map(({ step }) => step);
}

// The promised JSON of one step, as `guide timeline --format json` prints it.
export function stepAsJson(scheduled) {
  const { step, counted } = scheduled;
  const rule = step.rule;
  return {
    id: step.id, procedure: step.procedure, number: step.number, title: step.title,
    actors: step.actors, helpers: step.helpers, forms: step.forms,
    kind: rule ? rule.kind : "none", authority: rule ? rule.authority : null,
    rule: rule ? rule.words : step.untimed, part: rule && rule.part ? rule.part : null,
    opens: iso(scheduled.opens), due: iso(scheduled.due), done: iso(scheduled.done), tier: scheduled.tier,
    explanation: counted ? counted.lines.map(lineAsJson) : [],
    alternatives: scheduled.alternatives.map(alternativeAsJson),
    look_back_from: iso(scheduled.lookBack ? scheduled.lookBack.due : null),
    questions: step.questions,
  };
}

function alternativeAsJson({ alternative, counted, earlier }) {
  return {
    kind: alternative.kind, authority: alternative.rule.authority, rule: alternative.rule.words,
    says: alternative.says, cites: alternative.cites,
    due: iso(counted ? counted.due : null), tier: counted ? counted.tier : null, earlier,
    explanation: counted ? counted.lines.map(lineAsJson) : [],
  };
}

function lineAsJson({ kind, day, number, text: said }) {
  return { kind, date: text(day), number, text: said };
}

function iso(day) {
  return day === null ? null : text(day);
}
