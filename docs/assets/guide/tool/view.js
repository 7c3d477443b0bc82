// The whole timeline as it is said: heading, warnings, summary, steps, and what was done against what was due.

import { long } from "../calendars/days.js";
import { firstUp } from "../dates/acts.js";
import { stepView } from "./step-view.js";
import { bankHolidays, difference, nextDay, nextLimit, partsOf } from "./work-out.js";

/**
 * @import { Scheduled } from "../dates/timeline.js"
 * @import { Say } from "./dom.js"
 * @import { Note, StepView } from "./step-view.js"
 * @import { PageData, Worked } from "./work-out.js"
 *
 * @typedef {{ data: PageData, today: number, role: string, hideDone: boolean, say: Say }} Shown
 * @typedef {ReturnType<typeof viewOf>} View
 */

/** @param {Worked} worked @param {Shown} shown */
export function viewOf(worked, { data, today, role, hideDone, say }) {
  const context = { worked, inputs: worked.inputs, names: data.names, today, say };
  const all = worked.steps.map((step, position) => stepView(step, position + 1, context));
  const shown = all.filter((item) => (role === "" || item.roles.includes(role)) && !(hideDone && item.done !== null));
  const roles = new Set(all.flatMap((item) => item.roles));
  return {
    heading: heading(worked, say),
    today,
    all, shown,
    todayBefore: todayBefore(shown, today),
    next: nextOf(shown, today)?.id ?? null,
    roles: [...roles].map((id) => ({ id, name: data.names.actors[id] })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    warnings: [...warnings(worked, data, today, say)],
    summary: summary(worked, all, shown, data, today, role, say),
    actual: wasDone(all, worked).map((item) => actual(item, item.done ?? 0, worked, say)),
    announcement: announcement(shown, today, say),
    restText: worked.journey.only_dated ? say("rest") : "",
  };
}

/** @param {Worked} worked @param {Say} say */
function heading({ inputs, journey, plan }, say) {
  return journey.asks.length === 0 ? say("heading", { entered: journey.title }) : say("heading", {
    entered: journey.asks.map((id) => say("entered", { short: plan.anchors[id].short, date: long(inputs.anchors[id]) })).join(", "),
  });
}

/**
 * The id of the step before which the line "Today" stands; null for after the last, undefined for nowhere.
 * @param {StepView[]} items @param {number} today
 */
function todayBefore(items, today) {
  if (items.every((item) => item.due === null)) return undefined;
  return items.find((item) => item.due !== null && item.due >= today)?.id ?? null;
}

/** @param {Worked} worked @param {PageData} data @param {number} today @param {Say} say @returns {Generator<Note>} */
function* warnings(worked, data, today, say) {
  yield* orderWarnings(worked, data, say);
  for (const [id, day] of Object.entries(worked.inputs.anchors)) {
    const back = worked.steps.filter(({ act }) => partsOf(act.rule).some((part) => part.back && part.start === id));
    yield* passedWarnings(back, today, say);
    if (back.length > 0) yield* afterLimits(id, day, worked, say);
    else if (day > today) yield { kind: "notice", text: say("future", { date: long(day) }) };
  }
}

/** @param {Worked} worked @param {PageData} data @param {Say} say @returns {Generator<Note>} */
function* orderWarnings({ inputs, plan }, data, say) {
  for (const [before, after] of data.usual_order) {
    const [first, second] = [inputs.anchors[before], inputs.anchors[after]];
    if (first === undefined || second === undefined || first <= second) continue;
    yield { kind: "warning", text: say("order", {
      later: long(first), laterAsks: plan.anchors[before].asks, earlier: long(second), earlierAsks: plan.anchors[after].asks,
    }) };
  }
}

/** @param {Scheduled[]} steps @param {number} today @param {Say} say @returns {Generator<Note>} */
function* passedWarnings(steps, today, say) {
  for (const { step: { title }, act: { limit, done } } of steps) {
    if (limit === null || done !== null || limit >= today) continue;
    yield { kind: "warning", text: say("pastResult", { title, date: long(limit) }) };
  }
}

/**
 * A date that others count back from should not itself lie past a limit of the same list.
 * @param {string} id @param {number} day @param {Worked} worked @param {Say} say @returns {Generator<Note>}
 */
function* afterLimits(id, day, { steps, plan }, say) {
  for (const { step, act: { rule, kind, limit } } of steps) {
    if (limit === null || rule?.back || kind !== "limit" || limit >= day) continue;
    yield { kind: "warning", text: say("afterLimit", {
      anchor: firstUp(plan.anchors[id].short), date: long(day), title: step.title, limit: long(limit),
    }) };
  }
}

/**
 * @param {Worked} worked @param {StepView[]} all @param {StepView[]} shown
 * @param {PageData} data @param {number} today @param {string} role @param {Say} say
 */
function summary(worked, all, shown, data, today, role, say) {
  const { inputs, plan } = worked;
  const dated = all.flatMap((item) => (item.due === null ? [] : { ...item, due: item.due }));
  const last = dated.reduce((a, b) => (b.due >= a.due ? b : a), dated[0]);
  const entered = [...worked.journey.asks, ...worked.journey.may_ask].filter((id) => id in inputs.anchors);
  return {
    entered: firstUp(entered.map((id) => say("entered", { short: plan.anchors[id].short, date: long(inputs.anchors[id]) })).join("; ")),
    next: nextText(shown, today, say),
    last: dated.length === 0 ? "" : say("next", { date: long(last.due), title: last.title }),
    skipped: dated.length === 0 ? "" : skipped(dated, say),
    added: inputs.holidays.map(long).join("; "),
    closures: inputs.closures.map(long).join("; "),
    role: role === "" ? "" : data.names.actors[role],
    rules: rules(worked, data, dated, say),
  };
}

/** @param {StepView[]} items @param {number} today @param {Say} say */
function nextText(items, today, say) {
  if (!items.some((item) => item.due !== null)) return say("nextUndated");
  const overdue = items.filter((item) => item.status.kind === "overdue");
  const ahead = nextOf(items, today);
  return [
    ...(overdue.length > 0 ? [say.count("overdueCount", overdue.length)] : []),
    ahead ? say("next", { date: long(ahead.day), title: ahead.title }) : say("nextNone"),
  ].join(" ");
}

/** @param {StepView[]} items @param {number} today */
function nextOf(items, today) {
  const ahead = items.map(({ id, title, step }) => ({ id, title, day: nextDay(step.act, today) ?? -Infinity }))
    .filter(({ day }) => day >= today);
  return ahead.length === 0 ? null : ahead.reduce((a, b) => (b.day < a.day ? b : a));
}

/** Bank holidays that some date skips. @param {StepView[]} items @param {Say} say */
function skipped(items, say) {
  /** @type {Map<number, string>} */
  const found = new Map();
  for (const { step } of items) {
    for (const { day, reason } of bankHolidays(step.act.counted?.lines ?? [])) found.set(day, reason);
  }
  if (found.size === 0) return say("skippedNone");
  return [...found].sort((a, b) => a[0] - b[0]).map(([day, reason]) => say("skippedDay", { date: long(day), reason })).join("; ");
}

/** @param {Worked} worked @param {PageData} data @param {StepView[]} dated @param {Say} say */
function rules({ calendar, calendarName, calendarHash, changed }, data, dated, say) {
  return [
    say("rules", { version: data.version, hash: calendarHash, name: calendarName, through: long(calendar.publishedThrough) }),
    ...(changed ? [say("rulesAdded")] : []),
    ...(dated.some((item) => item.step.act.tier === "projected") ? [say("rulesProjected")] : []),
  ].join(" ");
}

/** Each act that was done, once; one without a date only where the reader marked it. @param {StepView[]} items @param {Worked} worked */
function wasDone(items, { inputs }) {
  const done = items.filter(({ done: day, due, step: { act } }) => (
    day !== null && (due !== null || act.act.steps.some((id) => Object.hasOwn(inputs.done, id)))
  ));
  return [...new Map(done.toReversed().map((item) => [item.step.act, item])).values()].toReversed();
}

/** @param {StepView} item @param {number} done @param {Worked} worked @param {Say} say */
function actual({ step, title, due }, done, worked, say) {
  const next = nextLimit(step, done, worked);
  const left = next ? say.count("left", next.n, { title: next.title }) : say("left.past");
  const row = { step: title, done: long(done), left };
  if (due === null) return { ...row, due: say("noDue"), difference: say("noDue"), late: false };
  const { kind, n } = difference(done, step.act, due, worked.calendar);
  return { ...row, due: long(due), difference: kind === "onTime" ? say("onTime") : say.count(kind, n), late: kind === "late" };
}

/** @param {StepView[]} items @param {number} today @param {Say} say */
function announcement(items, today, say) {
  const overdue = items.filter((item) => item.status.kind === "overdue").length;
  const next = nextOf(items, today);
  return [
    say.count("announce", items.length),
    ...(overdue > 0 ? [say.count("announceOverdue", overdue)] : []),
    ...(next ? [say("announceNext", { title: next.title, date: long(next.day) })] : []),
  ].join(" ");
}
