// The whole timeline as it is said: heading, warnings, summary, steps, and what was done against what was due.

import { long } from "../calendars/days.js";
import { difference, isBankHoliday, nextLimit, partsOf } from "./work-out.js";
import { stepView } from "./step-view.js";

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
    actual: all.filter((item) => item.done !== null).map((item) => actual(item, worked, say)),
    announcement: announcement(shown, today, say),
    restText: worked.journey.only_dated ? say("rest") : "",
  };
}

function heading({ inputs, journey, plan }, say) {
  return journey.asks.length === 0 ? say("heading", { entered: journey.title }) : say("heading", {
    entered: journey.asks.map((id) => say("entered", { short: plan.anchors[id].short, date: long(inputs.anchors[id]) })).join(", "),
  });
}

/** The id of the step before which the line "Today" stands; null for after the last, undefined for nowhere. */
function todayBefore(items, today) {
  const dated = items.filter((item) => item.due !== null);
  if (dated.length === 0) return undefined;
  return dated.find((item) => item.due >= today)?.id ?? null;
}

function* warnings({ inputs, plan, steps }, data, today, say) {
  for (const [before, after] of data.usual_order) {
    const [first, second] = [inputs.anchors[before], inputs.anchors[after]];
    if (first === undefined || second === undefined || first <= second) continue;
    yield { kind: "warning", text: say("order", {
      later: long(first), laterAsks: plan.anchors[before].asks, earlier: long(second), earlierAsks: plan.anchors[after].asks,
    }) };
  }
  for (const [id, day] of Object.entries(inputs.anchors)) {
    const back = steps.filter(({ step, due }) => due !== null && partsOf(step.rule).some((part) => part.back && part.start === id));
    for (const { step, due, done } of back) {
      if (done === null && due < today) yield { kind: "warning", text: say("pastResult", { title: step.title, date: long(due) }) };
    }
    if (back.length > 0) yield* afterLimits(id, day, steps, plan, say);
    else if (day > today) yield { kind: "notice", text: say("future", { date: long(day) }) };
  }
}

/** A date that others count back from should not itself lie past a limit of the same list. */
function* afterLimits(id, day, steps, plan, say) {
  for (const { step, due } of steps) {
    if (due === null || step.rule.back || step.rule.kind !== "limit" || due >= day) continue;
    yield { kind: "warning", text: say("afterLimit", {
      anchor: firstUp(plan.anchors[id].short), date: long(day), title: step.title, limit: long(due),
    }) };
  }
}

function summary(worked, all, shown, data, today, role, say) {
  const { inputs, plan, calendar } = worked;
  const dated = all.filter((item) => item.due !== null);
  const last = dated.reduce((a, b) => (a === null || b.due >= a.due ? b : a), null);
  const entered = [...worked.journey.asks, ...worked.journey.may_ask].filter((id) => id in inputs.anchors);
  return {
    entered: firstUp(entered.map((id) => say("entered", { short: plan.anchors[id].short, date: long(inputs.anchors[id]) })).join("; ")),
    next: nextText(shown, today, say),
    last: last === null ? "" : say("next", { date: long(last.due), title: last.title }),
    skipped: dated.length === 0 ? "" : skipped(dated, say),
    added: inputs.holidays.map(long).join("; "),
    closures: inputs.closures.map(long).join("; "),
    role: role === "" ? "" : data.names.actors[role],
    rules: rules(worked, data, dated, say),
  };
}

function nextText(items, today, say) {
  const open = items.filter((item) => item.workTo !== null && item.done === null);
  if (!items.some((item) => item.due !== null)) return say("nextUndated");
  const overdue = open.filter((item) => item.workTo < today);
  const ahead = nextOf(open, today);
  return [
    ...(overdue.length > 0 ? [say.count("overdueCount", overdue.length)] : []),
    ahead ? say("next", { date: long(ahead.workTo), title: ahead.title }) : say("nextNone"),
  ].join(" ");
}

function nextOf(items, today) {
  const ahead = items.filter((item) => item.workTo !== null && item.done === null && item.workTo >= today);
  return ahead.length === 0 ? null : ahead.reduce((a, b) => (b.workTo < a.workTo ? b : a));
}

/** Bank holidays that some date skips; weekends go without saying. */
function skipped(items, say) {
  const found = new Map();
  for (const { step } of items) {
    for (const line of step.counted.lines) {
      if (isBankHoliday(line)) found.set(line.day, line.reason);
    }
  }
  if (found.size === 0) return say("skippedNone");
  return [...found].sort((a, b) => a[0] - b[0]).map(([day, reason]) => say("skippedDay", { date: long(day), reason })).join("; ");
}

function rules({ calendar, calendarName, calendarHash, changed }, data, dated, say) {
  return [
    say("rules", { version: data.version, hash: calendarHash, name: calendarName, through: long(calendar.publishedThrough) }),
    ...(changed ? [say("rulesAdded")] : []),
    ...(dated.some((item) => item.step.tier === "projected") ? [say("rulesProjected")] : []),
  ].join(" ");
}

function actual(item, worked, say) {
  const { step } = item;
  const gap = item.due === null ? null : difference(step, worked.calendar);
  const next = nextLimit(step, step.done, worked);
  return {
    step: item.title,
    due: item.due === null ? say("noDue") : long(item.workTo),
    done: long(step.done),
    difference: gap === null ? say("noDue") : gap.kind === "onTime" ? say("onTime") : say.count(gap.kind, gap.n),
    late: gap !== null && gap.kind === "late",
    left: next ? say.count("left", next.n, { title: next.step.step.title }) : say("left.past"),
  };
}

function announcement(items, today, say) {
  const overdue = items.filter((item) => item.status.kind === "overdue").length;
  const next = nextOf(items, today);
  return [
    say.count("announce", items.length),
    ...(overdue > 0 ? [say.count("announceOverdue", overdue)] : []),
    ...(next ? [say("announceNext", { title: next.title, date: long(next.workTo) })] : []),
  ].join(" ");
}

function firstUp(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
