// One act as it is said: every text of it, for the page, the print, the calendar file and the spreadsheet alike.

import { WEEKDAYS, long, weekday, withoutWeekday } from "../calendars/days.js";
import { partOf, setBy, stands, wordsOf } from "../dates/acts.js";
import { LOCAL, boundWords } from "../dates/counting.js";
import { movedWords } from "../dates/remarks.js";
import { namesOf, partiesIn } from "./parties.js";
import { bankHolidays, missing, nextLimit, openDayBefore } from "./work-out.js";

/**
 * @import { ScheduledAct } from "../dates/acts.js"
 * @import { Line, Rule } from "../dates/counting.js"
 * @import { AlternativeDate, Scheduled, Step } from "../dates/timeline.js"
 * @import { Say } from "./dom.js"
 * @import { Inputs, Names, Worked } from "./work-out.js"
 *
 * @typedef {{ worked: Worked, inputs: Inputs, names: Names, today: number, say: Say }} Context
 * @typedef {{ kind: "warning" | "notice" | "aside", text: string }} Note
 * @typedef {ReturnType<typeof actView> & { name: string }} ActView `name` is that of its box, which no other has.
 * @typedef {ReturnType<typeof alternativeView>} AlternativeView
 * @typedef {ReturnType<typeof placeView>} PlaceView
 */

/** @param {Scheduled[]} steps All that are planned of one act, in the order of their flowcharts. @param {number} number @param {Context} context */
export function actView(steps, number, context) {
  const [first] = steps;
  const { step: planned, act } = first;
  const { worked, names, say } = context;
  const day = worked.dayNumber(first);
  const all = steps.map(({ step }) => step);
  const forms = unique(all.flatMap((step) => step.forms)).map((form) => ({ ...names.forms[form], href: `../forms/#${form}` }));
  return {
    id: planned.id, number, steps, act, due: act.due, done: act.done,
    title: planned.title, href: hrefOf(planned), procedure: names.procedures[planned.procedure].title,
    ...dateText(act.due, say),
    dayNumber: day === null ? "" : say("dayNumber", { number: day }),
    status: statusText(act, context),
    dueText: dueText(first, context),
    shortKind: act.due === null ? deadlineInWords(first) : shortKind(act, say),
    ...ruleText(first, say),
    who: unique(all.map((step) => whoText(step, names, say))).join("; "),
    to: listOf(partiesIn(all, "to"), names, say),
    roles: unique(all.flatMap((step) => [...step.actors, ...step.helpers])),
    what: unique(all.map((step) => step.does)).join(" "),
    forms,
    lookBack: steps.map((step) => lookBackText(step, say)).find((text) => text !== "") ?? "",
    places: steps.map((step) => placeView(step, steps.length > 1, context)),
    questions: unique(all.flatMap((step) => step.questions)).map((id) => questionView(id, names, say)),
    alternatives: steps.flatMap((step) => ownAlternatives(step).map((one) => alternativeView(one, context))),
    notes: [...notes(steps, context)],
    inShort: inShort(act.counted?.lines ?? [], say),
  };
}

/** @template T @param {T[]} items @returns {T[]} */
function unique(items) {
  return [...new Set(items)];
}

/** The step's card; of a national duty the card beside which it is stated. @param {Step} planned */
function hrefOf({ id, procedure }) {
  return `../procedures/${procedure}/#${id.split("--")[0]}`;
}

/** @param {string} id @param {Names} names @param {Say} say */
function questionView(id, names, say) {
  return { text: say("question", { number: names.questions[id] }), href: `../questions/#${id}` };
}

/** @param {string[]} keys @param {Names} names @param {Say} say */
function listOf(keys, names, say) {
  return keys.length === 0 ? "" : say.list(namesOf(keys, names.actors, say));
}

/**
 * Where a step stands in its flowchart; of several that are one act, also what each of them says by itself.
 * @param {Scheduled} step @param {boolean} isOneOfSeveral @param {Context} context
 */
function placeView({ step, due }, isOneOfSeveral, { names, say }) {
  const { flowchart } = names.procedures[step.procedure];
  const text = say(step.cites ? "duty" : "source", { flowchart, number: step.number });
  const place = { step: step.id, text, href: hrefOf(step) };
  if (!isOneOfSeveral) return { ...place, line: "" };
  const forms = step.forms.map((form) => names.forms[form].label).join(", ");
  const date = due === null ? "" : say(step.rule?.kind === "limit" ? "ownLimit" : "ownPlanned", { date: long(due) });
  const to = step.to.length === 0 ? "" : say("toWhom", { names: listOf(partiesIn([step], "to"), names, say) });
  return { ...place, line: [step.title, whoText(step, names, say), to, forms, date].filter(Boolean).join(" · ") };
}

/** A national rule that is an act of its own is told there, and what is done waits for no date. @param {Scheduled} step */
function ownAlternatives({ act: { done }, alternatives }) {
  return alternatives.filter(({ alternative: { act }, counted }) => act === "" && (counted !== null || done === null));
}

/** @param {number | null} due @param {Say} say */
function dateText(due, say) {
  if (due === null) return { date: "", weekday: "", dateAlone: say("noDate") };
  return { date: long(due), weekday: WEEKDAYS[weekday(due)], dateAlone: withoutWeekday(due) };
}

/** "as soon as possible": what the source says where it gives no number; empty where it says nothing. @param {Scheduled} step */
function deadlineInWords({ step: { rule, untimed }, act }) {
  return act.rule || rule || untimed === "not stated" ? "" : untimed;
}

/** What the date is, in a few words beside it. @param {ScheduledAct} act @param {Say} say */
function shortKind(act, say) {
  const part = partOf(act);
  const authorities = act.governs.map(({ rule: { rule } }) => rule.authority);
  return [
    act.bound === "" ? say(act.kind === "limit" ? "kindOfLimit" : "kindOfPlanned") : say(act.bound === "not before" ? "kindNotBefore" : "kindNoLaterThan"),
    ...(act.opens === null ? [] : [say("from", { date: long(act.opens) })]),
    ...(part ? [say(part)] : []),
    ...(authorities.includes(LOCAL) ? [] : [authorities[0]]), // the nation's date is not the flowchart's
  ].join(", ");
}

/** Of the rule that governs; where none has a date, of the step's own. @param {Scheduled} step @param {Say} say */
function ruleText({ step: { rule: own, untimed }, act }, say) {
  const rule = act.rule ?? own;
  if (!rule) return { part: "", kind: "none", kindText: "", authority: "", rule: untimed === "not stated" ? "" : say("noNumber") };
  const { kind, authority, words } = rule;
  if (act.due === null) return { part: "", kind, kindText: "", authority, rule: words };
  const part = partOf(act);
  return { part: part && say(part), kind, kindText: say(kind), authority: setBy(act), rule: words };
}

/** @param {Scheduled} step @param {Context} context */
function dueText({ step: { rule, untimed }, act }, { worked, say }) {
  if (act.due !== null) {
    if (act.bound !== "") return say(act.bound === "not before" ? "notBefore" : "limitOn", { date: long(act.due) });
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
  const actors = listOf(partiesIn([planned], "actors"), names, say);
  if (planned.helpers.length === 0) return actors;
  return say("helpers", { actors, helpers: listOf(partiesIn([planned], "helpers"), names, say) });
}

/** @param {ScheduledAct} act @param {Context} context */
function statusText(act, { worked, today, say }) {
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
    kind, earlier, rule: rule.words,
    says: kind === "national" && says ? say("nationalAsks", { says }) : says,
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

/** Everything else to know about the act's date. @param {Scheduled[]} steps @param {Context} context @returns {Generator<Note>} */
function* notes(steps, { worked, say, inputs }) {
  const [{ act }] = steps;
  yield* otherDates(act);
  if (act.bound !== "" && act.rule) {
    yield { kind: "notice", text: `${boundWords(act.bound)} ${missingText("sure", act.rule, worked, say)}` };
  }
  if (act.due === null || act.counted === null) return;
  yield* movedNotes(act, act.due, worked, say);
  if (inputs.closures.includes(act.due)) yield closedNote(act.due, worked, say);
  const added = bankHolidays(act.counted.lines).filter(({ day }) => inputs.holidays.includes(day));
  if (added.length > 0) yield { kind: "notice", text: say("added", { dates: say.list(added.map(({ day }) => long(day))) }) };
  if (isProjected(steps)) yield { kind: "notice", text: say("projected", { why: worked.calendar.projectedText }) };
}

/** What other rules say, what is not known, and what does not fit. @param {ScheduledAct} act @returns {Generator<Note>} */
function* otherDates({ standing, open, conflicts }) {
  for (const one of standing) yield { kind: "notice", text: wordsOf(one) };
  for (const text of new Set(open.map(({ words }) => words))) yield { kind: "notice", text };
  for (const { words: text } of conflicts) yield { kind: "warning", text };
}

/** Whether any of its dates is. @param {Scheduled[]} steps */
function isProjected(steps) {
  const [{ act }] = steps;
  const alternatives = steps.flatMap((step) => step.alternatives);
  const dates = [act, ...act.standing, ...alternatives].map((one) => ("tier" in one ? one.tier : one.counted?.tier));
  return dates.includes("projected");
}

/** @param {number} day @param {Worked} worked @param {Say} say @returns {Note} */
function closedNote(day, { inputs, calendar }, say) {
  const open = openDayBefore(day, inputs.closures, calendar);
  const text = open === null ? say("closedNone", { date: long(day) }) : say("closed", { date: long(day), open: long(open) });
  return { kind: "warning", text };
}

/** @param {ScheduledAct} act @param {number} due @param {Worked} worked @param {Say} say @returns {Generator<Note>} */
function* movedNotes(act, due, worked, say) {
  const moved = worked.moved.find((one) => one.act === act.act.id);
  if (moved) yield { kind: "notice", text: movedWords(moved) };
  const isLate = act.done !== null && act.limit !== null && act.done > act.limit;
  const next = moved || isLate ? nextLimit(act, act.done ?? due, worked) : null;
  if (next) yield { kind: "aside", text: say.count("leftNote", next.n, { title: next.title }) };
}

/** The explanation on one line, for print. @param {readonly Line[]} lines @param {Say} say */
function inShort(lines, say) {
  if (lines.length === 0) return "";
  const [{ text }] = lines;
  const skipped = bankHolidays(lines).map(({ day, reason }) => say("skippedDay", { date: long(day), reason }));
  return skipped.length === 0 ? text : `${text} ${say("inShortSkipped", { skipped: say.list(skipped) })}`;
}
