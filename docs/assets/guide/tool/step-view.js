// One step as it is said: every text of it, for the page, the print, the calendar file and the spreadsheet alike.

import { WEEKDAYS, long, weekday, withoutWeekday } from "../calendars/days.js";
import { caughtUp, isBankHoliday, missing, nextLimit, openDayBefore, partsOf, statusOf, workTo } from "./work-out.js";

export function stepView(step, number, context) {
  const { step: planned, due } = step;
  const { worked, names, say } = context;
  const procedure = names.procedures[planned.procedure];
  const day = worked.dayNumber(step);
  const rule = planned.rule;
  return {
    id: planned.id, number, step, due, done: step.done, workTo: workTo(step),
    title: planned.title, href: `../procedures/${planned.procedure}/#${planned.id}`, procedure: procedure.title,
    date: due === null ? "" : long(due),
    weekday: due === null ? "" : WEEKDAYS[weekday(due)],
    dateAlone: due === null ? say("noDate") : withoutWeekday(due),
    dayNumber: day === null ? "" : say("dayNumber", { number: day }),
    status: statusText(step, context),
    dueText: dueText(step, context),
    part: rule && rule.part && due !== null ? say(rule.part) : "",
    kind: rule ? rule.kind : "none",
    kindText: rule && due !== null ? say(rule.kind) : "",
    authority: rule ? rule.authority : "",
    rule: rule ? rule.words : untimedRule(planned, say),
    who: whoText(planned, names, say),
    roles: [...planned.actors, ...planned.helpers],
    what: planned.does,
    forms: planned.forms.map((form) => ({ ...names.forms[form], href: `../forms/#${form}` })),
    lookBack: step.lookBack ? say("lookBack", { date: long(step.lookBack.due), rule: planned.look_back.words }) : "",
    source: say("source", { flowchart: procedure.flowchart, number: planned.number }),
    questions: planned.questions.map((id) => ({ text: say("question", { number: names.questions[id] }), href: `../questions/#${id}` })),
    alternatives: step.alternatives.map((one) => alternativeView(one, context)),
    notes: [...notes(step, context)],
    inShort: inShort(step, say),
  };
}

function dueText(step, { worked, say }) {
  const { rule, untimed } = step.step;
  if (!rule) return untimed === "not stated" ? say("noDeadline") : untimed[0].toUpperCase() + untimed.slice(1);
  if (step.due === null) return missingText("notKnown", rule, worked, say);
  if (step.opens !== null) return say("range", { first: long(step.opens), last: long(step.due) });
  return say(rule.kind === "limit" ? "limitOn" : "plannedOn", { date: long(step.due) });
}

function untimedRule(planned, say) {
  return planned.untimed === "not stated" ? "" : say("noNumber");
}

function missingText(key, rule, worked, say) {
  const { anchor, step } = missing(rule, worked);
  return anchor ? say(key, { asks: anchor.asks }) : say(`${key}Waits`, { title: step.title });
}

function whoText(planned, names, say) {
  const actors = say.list(planned.actors.map((id) => names.actors[id]));
  if (planned.helpers.length === 0) return actors;
  return say("helpers", { actors, helpers: say.list(planned.helpers.map((id) => names.actors[id])) });
}

function statusText(step, { worked, today, say }) {
  const { kind, n } = statusOf(step, today, worked.calendar);
  if (kind === "") return { kind, text: "" };
  if (kind === "done") return { kind, text: say("done", { date: long(step.done) }) };
  const day = workTo(step);
  const text = kind === "today" ? say("today") : say.count(kind, n, { date: long(day) });
  return { kind, text: day < step.due ? say("byNational", { status: text }) : text };
}

function alternativeView({ alternative, counted, earlier }, { worked, names, say }) {
  const national = alternative.kind === "national";
  const date = counted ? long(counted.due) : "";
  const which = national ? "national" : "reading";
  const lead = say(`${which}${counted ? (earlier && !national ? "Earlier" : "Lead") : "Unknown"}`, { date });
  const missing = counted ? "" : missingText("nationalUnknownText", alternative.rule, worked, say);
  return {
    kind: alternative.kind, lead, missing, earlier, due: counted ? counted.due : null, tier: counted ? counted.tier : null,
    authority: national ? alternative.rule.authority : "",
    rule: alternative.rule.words,
    says: alternative.says,
    warning: earlier && national ? say("nationalEarlier", { date }) : "",
    link: national
      ? { text: say("reference", { title: names.references[alternative.cites] }), href: `../about/#${alternative.cites}` }
      : { text: say("questionLink", { number: names.questions[alternative.cites] }), href: `../questions/#${alternative.cites}` },
  };
}

/** Everything else to know about a step's date: `{kind: warning | notice, text}`. */
function* notes(step, context) {
  const { worked, names, say, inputs } = context;
  yield* twiceNotes(step, worked, names, say);
  if (step.due === null) return;
  yield* movedNotes(step, worked, say);
  for (const day of new Set([step.due, workTo(step)])) {
    if (!inputs.closures.includes(day)) continue;
    const open = openDayBefore(day, inputs.closures, worked.calendar);
    yield { kind: "warning", text: say(open === null ? "closedNone" : "closed", { date: long(day), open: open === null ? "" : long(open) }) };
  }
  const added = step.counted.lines.filter((line) => line.kind === "skipped" && inputs.holidays.includes(line.day));
  if (added.length > 0) yield { kind: "notice", text: say("added", { dates: say.list(added.map((line) => long(line.day))) }) };
  const projected = [step, ...step.alternatives.filter((one) => one.counted).map((one) => one.counted)];
  if (projected.some((one) => one.tier === "projected")) {
    yield { kind: "notice", text: say("projected", { why: worked.calendar.projectedText }) };
  }
}

function* twiceNotes(step, worked, names, say) {
  for (const id of names.same_act[step.step.id] ?? []) {
    const other = worked.steps.find((one) => one.step.id === id);
    if (!other || other.due === null || step.due === null) continue;
    const text = say("twice", { title: other.step.title, date: long(other.due) });
    yield other.due === step.due ? { kind: "aside", text } : { kind: "notice", text: `${text} ${say("twiceDiffers")}` };
  }
}

function* movedNotes(step, worked, say) {
  // Without a planned date (it waited for a step that has no date of its own) nothing can have moved.
  const planned = worked.plannedDue.get(step.step.id) ?? step.due;
  if (planned !== step.due) {
    const moved = partsOf(step.step.rule).map((part) => worked.all.get(part.start)).find((one) => one && hasMoved(one, worked));
    yield { kind: "notice", text: say("moved", { date: long(planned), title: moved.step.title }) };
  }
  const caught = caughtUp(step, worked);
  if (caught) yield { kind: "warning", text: say("caughtUp", { title: caught.step.title, date: long(caught.due) }) };
  if (planned === step.due && (step.done === null || step.done <= workTo(step))) return;
  const next = nextLimit(step, step.done ?? step.due, worked);
  if (next) yield { kind: "aside", text: say.count("leftNote", next.n, { title: next.step.step.title }) };
}

function hasMoved({ step, due, done }, { plannedDue }) {
  return (done ?? due) !== plannedDue.get(step.id);
}

/** The explanation on one line, for print. */
function inShort({ counted }, say) {
  if (!counted) return "";
  const skipped = counted.lines.filter(isBankHoliday).map(({ day, reason }) => say("skippedDay", { date: long(day), reason }));
  const { text } = counted.lines[0];
  return skipped.length === 0 ? text : `${text} ${say("inShortSkipped", { skipped: say.list(skipped) })}`;
}
