// One step as it is said: every text of it, for the page, the print, the calendar file and the spreadsheet alike.

import { WEEKDAYS, long, weekday, withoutWeekday } from "../calendars/days.js";
import { setBy, stands, wordsOf } from "../dates/acts.js";
import { bankHolidays, caughtUp, missing, nextLimit, openDayBefore, partsOf, plannedFor } from "./work-out.js";

/**
 * @import { Line, Rule } from "../dates/counting.js"
 * @import { AlternativeDate, Scheduled, Step } from "../dates/timeline.js"
 * @import { Say } from "./dom.js"
 * @import { Inputs, Names, Worked } from "./work-out.js"
 *
 * @typedef {{ worked: Worked, inputs: Inputs, names: Names, today: number, say: Say }} Context
 * @typedef {{ kind: "warning" | "notice" | "aside", text: string }} Note
 * @typedef {ReturnType<typeof stepView>} StepView
 * @typedef {ReturnType<typeof alternativeView>} AlternativeView
 */

/** @param {Scheduled} step @param {number} number @param {Context} context */
export function stepView(step, number, context) {
  const { step: planned, act } = step;
  const { worked, names, say } = context;
  const procedure = names.procedures[planned.procedure];
  const day = worked.dayNumber(step);
  return {
    id: planned.id, number, step, due: act.due, done: step.done,
    title: planned.title, href: `../procedures/${planned.procedure}/#${planned.id}`, procedure: procedure.title,
    ...dateText(act.due, say),
    dayNumber: day === null ? "" : say("dayNumber", { number: day }),
    status: statusText(step, context),
    dueText: dueText(step, context),
    ...ruleText(step, say),
    who: whoText(planned, names, say),
    roles: [...planned.actors, ...planned.helpers],
    what: planned.does,
    forms: planned.forms.map((form) => ({ ...names.forms[form], href: `../forms/#${form}` })),
    lookBack: lookBackText(step, say),
    source: say("source", { flowchart: procedure.flowchart, number: planned.number }),
    questions: planned.questions.map((id) => ({ text: say("question", { number: names.questions[id] }), href: `../questions/#${id}` })),
    alternatives: step.alternatives.map((one) => alternativeView(one, context)),
    notes: [...notes(step, context)],
    inShort: inShort(act.counted?.lines ?? [], say),
  };
}

/** @param {number | null} due @param {Say} say */
function dateText(due, say) {
  if (due === null) return { date: "", weekday: "", dateAlone: say("noDate") };
  return { date: long(due), weekday: WEEKDAYS[weekday(due)], dateAlone: withoutWeekday(due) };
}

/** Of the rule that governs; where none has a date, of the step's own. @param {Scheduled} step @param {Say} say */
function ruleText({ step: { rule: own, untimed }, act }, say) {
  const rule = act.rule ?? own;
  if (!rule) return { part: "", kind: "none", kindText: "", authority: "", rule: untimed === "not stated" ? "" : say("noNumber") };
  const { kind, authority, words } = rule;
  if (act.due === null) return { part: "", kind, kindText: "", authority, rule: words };
  const part = act.governs.find((one) => one.rule.rule.part)?.rule.rule.part ?? "";
  return { part: part && say(part), kind, kindText: say(kind), authority: setBy(act), rule: words };
}

/** @param {Scheduled} step @param {Context} context */
function dueText({ step: { rule, untimed }, act }, { worked, say }) {
  if (act.due !== null) {
    if (act.opens !== null) return say("range", { first: long(act.opens), last: long(act.due) });
    return say(act.kind === "limit" ? "limitOn" : "plannedOn", { date: long(act.due) });
  }
  if (rule) return missingText("notKnown", rule, worked, say);
  return untimed === "not stated" ? say("noDeadline") : untimed[0].toUpperCase() + untimed.slice(1);
}

/** @param {string} key @param {Rule} rule @param {Worked} worked @param {Say} say */
function missingText(key, rule, worked, say) {
  const found = missing(rule, worked);
  return "anchor" in found ? say(key, { asks: found.anchor.asks }) : say(`${key}Waits`, { title: found.step.title });
}

/** @param {Step} planned @param {Names} names @param {Say} say */
function whoText(planned, names, say) {
  const actors = say.list(planned.actors.map((id) => names.actors[id]));
  if (planned.helpers.length === 0) return actors;
  return say("helpers", { actors, helpers: say.list(planned.helpers.map((id) => names.actors[id])) });
}

/** @param {Scheduled} step @param {Context} context */
function statusText({ act }, { worked, today, say }) {
  const { kind, n } = stands(act, today, worked.calendar);
  if (act.done !== null) {
    const date = long(act.done);
    return { kind, text: kind === "done late" ? say.count("doneLate", n, { date }) : say("done", { date }) };
  }
  if (kind === "" || act.due === null) return { kind, text: "" };
  return { kind, text: kind === "today" ? say("today") : say.count(kind, n, { date: long(act.due) }) };
}

/** @param {Scheduled} step @param {Say} say */
function lookBackText({ lookBack, step: { look_back: rule } }, say) {
  return lookBack && rule ? say("lookBack", { date: long(lookBack.due), rule: rule.words }) : "";
}

/** @param {AlternativeDate} other @param {Context} context */
function alternativeView(other, { worked, names, say }) {
  const { alternative: { kind, rule, says }, counted, earlier } = other;
  return {
    kind, earlier, says, rule: rule.words,
    missing: counted ? "" : missingText("nationalUnknownText", rule, worked, say),
    ...(kind === "national" ? nationalView(other, names, say) : readingView(other, names, say)),
  };
}

/** @param {AlternativeDate} other @param {Names} names @param {Say} say */
function nationalView({ alternative: { rule, cites }, counted }, names, say) {
  const date = counted ? long(counted.due) : "";
  return {
    lead: say(counted ? "nationalLead" : "nationalUnknown", { date }),
    authority: rule.authority,
    link: { text: say("reference", { title: names.references[cites] }), href: `../about/#${cites}` },
  };
}

/** @param {AlternativeDate} other @param {Names} names @param {Say} say */
function readingView({ alternative: { cites }, counted, earlier }, names, say) {
  const known = earlier ? "readingEarlier" : "readingLead";
  return {
    lead: counted ? say(known, { date: long(counted.due) }) : say("readingUnknown"),
    authority: "",
    link: { text: say("questionLink", { number: names.questions[cites] }), href: `../questions/#${cites}` },
  };
}

/** Everything else to know about a step's date. @param {Scheduled} step @param {Context} context @returns {Generator<Note>} */
function* notes(step, { worked, names, say, inputs }) {
  const { act } = step;
  yield* twiceNotes(step, worked, names, say);
  for (const one of act.standing) yield { kind: "notice", text: wordsOf(one) };
  for (const { words } of act.open) yield { kind: "notice", text: words };
  if (act.due === null || act.counted === null) return;
  yield* movedNotes(step, act.due, worked, say);
  if (inputs.closures.includes(act.due)) yield closedNote(act.due, worked, say);
  const added = bankHolidays(act.counted.lines).filter(({ day }) => inputs.holidays.includes(day));
  if (added.length > 0) yield { kind: "notice", text: say("added", { dates: say.list(added.map(({ day }) => long(day))) }) };
  if (isProjected(step)) yield { kind: "notice", text: say("projected", { why: worked.calendar.projectedText }) };
}

/** Whether any of its dates is. @param {Scheduled} step */
function isProjected({ act, alternatives }) {
  const dates = [act, ...act.standing, ...alternatives].map((one) => ("tier" in one ? one.tier : one.counted?.tier));
  return dates.includes("projected");
}

/** @param {number} day @param {Worked} worked @param {Say} say @returns {Note} */
function closedNote(day, { inputs, calendar }, say) {
  const open = openDayBefore(day, inputs.closures, calendar);
  const text = open === null ? say("closedNone", { date: long(day) }) : say("closed", { date: long(day), open: long(open) });
  return { kind: "warning", text };
}

/** @param {Scheduled} step @param {Worked} worked @param {Names} names @param {Say} say @returns {Generator<Note>} */
function* twiceNotes(step, worked, names, say) {
  for (const id of names.same_act[step.step.id] ?? []) {
    const other = worked.steps.find((one) => one.step.id === id);
    if (!other || other.due === null || step.due === null) continue;
    const text = say("twice", { title: other.step.title, date: long(other.due) });
    yield other.due === step.due ? { kind: "aside", text } : { kind: "notice", text: `${text} ${say("twiceDiffers")}` };
  }
}

/** @param {Scheduled} step @param {number} due @param {Worked} worked @param {Say} say @returns {Generator<Note>} */
function* movedNotes(step, due, worked, say) {
  // Without a planned date (it waited for a step that has no date of its own) nothing can have moved.
  const planned = plannedFor(step, worked) ?? due;
  if (planned !== due) yield { kind: "notice", text: say("moved", { date: long(planned), title: movedBy(step, worked) }) };
  const caught = caughtUp(step, worked);
  if (caught) yield { kind: "warning", text: say("caughtUp", { title: caught.title, date: long(caught.due) }) };
  if (planned !== due || isLate(step)) yield* leftNotes(step, step.done ?? due, worked, say);
}

/** @param {Scheduled} step */
function isLate({ act: { done, limit } }) {
  return done !== null && limit !== null && done > limit;
}

/** @param {Scheduled} step @param {number} day @param {Worked} worked @param {Say} say @returns {Generator<Note>} */
function* leftNotes(step, day, worked, say) {
  const next = nextLimit(step, day, worked);
  if (next) yield { kind: "aside", text: say.count("leftNote", next.n, { title: next.title }) };
}

/** The title of the step whose own date moved this one's. @param {Scheduled} step @param {Worked} worked */
function movedBy({ act }, { all, planned, plan }) {
  const starts = partsOf(act.rule).map(({ start }) => (Object.hasOwn(plan.done_by, start) ? plan.done_by[start] : start));
  const before = starts.flatMap((start) => all.get(start) ?? []);
  return before.find((one) => (one.done ?? one.due) !== planned.get(one.step.id)?.due)?.step.title ?? "";
}

/** The explanation on one line, for print. @param {readonly Line[]} lines @param {Say} say */
function inShort(lines, say) {
  if (lines.length === 0) return "";
  const [{ text }] = lines;
  const skipped = bankHolidays(lines).map(({ day, reason }) => say("skippedDay", { date: long(day), reason }));
  return skipped.length === 0 ? text : `${text} ${say("inShortSkipped", { skipped: say.list(skipped) })}`;
}
