// The whole timeline as it is said: heading, warnings, summary, steps, and what was done against what was due.

import { long } from "../calendars/days.js";
import { firstUp } from "../dates/acts.js";
import { actView } from "./act-view.js";
import { agendaView } from "./agenda-view.js";
import { editionText } from "./edition.js";
import { bankHolidays, difference, nextDay, nextLimit } from "./work-out.js";

/**
 * @import { Rule } from "../dates/counting.js"
 * @import { Scheduled } from "../dates/timeline.js"
 * @import { Say } from "./dom.js"
 * @import { Edition } from "./edition.js"
 * @import { ActView, Note } from "./act-view.js"
 * @import { PageData, Worked } from "./work-out.js"
 *
 * @typedef {{ data: PageData, today: number, role: string, hideDone: boolean, edition?: Edition | null, say: Say }} Shown
 * @typedef {ReturnType<typeof viewOf>} View
 */

/** @param {Worked} worked @param {Shown} shown */
export function viewOf(worked, { data, today, role, hideDone, edition = null, say }) {
  const context = { worked, inputs: worked.inputs, names: data.names, today, say };
  const all = named(byAct(worked.steps).map((steps, position) => actView(steps, position + 1, context)));
  const shown = all.filter((item) => (role === "" || item.roles.includes(role)) && !(hideDone && item.done !== null));
  const roles = new Set(all.flatMap((item) => item.roles));
  return {
    heading: heading(worked, say),
    today,
    all, shown,
    todayBefore: todayBefore(shown, today),
    agenda: agendaView(shown, worked, today, say),
    who: role === "" ? say("allRoles") : data.names.actors[role],
    roles: [...roles].map((id) => ({ id, name: data.names.actors[id] })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    warnings: [...madeBefore(editionText(edition, worked, data, say)), ...warnings(worked, today, say)],
    summary: summary(worked, all, data, role, say),
    actual: wasDone(all, worked).map((item) => actual(item, item.done ?? 0, worked, say)),
    announcement: announcement(shown, today, say),
    restText: worked.journey.only_dated ? say("rest") : "",
  };
}

/** The steps of each act together, in the order in which the first of each stands. @param {Scheduled[]} steps */
function byAct(steps) {
  /** @type {Map<string, Scheduled[]>} */
  const found = new Map();
  for (const step of steps) {
    const { id } = step.act.act;
    found.set(id, [...(found.get(id) ?? []), step]);
  }
  return [...found.values()];
}

/**
 * Each with the name of its box: the title, with its forms where several steps are one act or two acts share a title,
 * and with its place where that does not tell them apart.
 * @param {Omit<ActView, "name">[]} items @returns {ActView[]}
 */
function named(items) {
  const shared = sharedBy(items.map(({ title }) => title));
  const names = items.map(({ title, forms, places }) => (
    places.length > 1 || shared.has(title) ? [title, ...forms.map(({ label }) => label)].join(", ") : title
  ));
  const still = sharedBy(names);
  return items.map((item, at) => ({ ...item, name: still.has(names[at]) ? `${names[at]}, ${item.places[0].text}` : names[at] }));
}

/** What stands there more than once. @param {string[]} texts */
function sharedBy(texts) {
  return new Set(texts.filter((text, at) => texts.indexOf(text) !== at));
}

/** @param {Worked} worked @param {Say} say */
function heading({ inputs, journey, plan }, say) {
  return journey.asks.length === 0 ? say("heading", { entered: journey.title }) : say("heading", {
    entered: journey.asks.map((id) => say("entered", { short: plan.anchors[id].short, date: long(inputs.anchors[id]) })).join(", "),
  });
}

/**
 * The id of the step before which the line "Today" stands; null for after the last, undefined for nowhere.
 * @param {ActView[]} items @param {number} today
 */
function todayBefore(items, today) {
  if (items.every((item) => item.due === null)) return undefined;
  return items.find((item) => item.due !== null && item.due >= today)?.id ?? null;
}

/** @param {string} text @returns {Note[]} */
function madeBefore(text) {
  return text === "" ? [] : [{ kind: "warning", text }];
}

/** @param {Worked} worked @param {number} today @param {Say} say @returns {Generator<Note>} */
function* warnings(worked, today, say) {
  for (const text of worked.warnings) yield { kind: "warning", text };
  if (worked.moved.length > 0) yield { kind: "notice", text: movedText(worked, say) };
  for (const [id, day] of Object.entries(worked.inputs.anchors)) {
    const back = worked.steps.filter(({ act: { rule } }) => rule !== null && countsBackFrom(rule, id));
    yield* passedWarnings(back, today, say);
    if (back.length === 0 && day > today) yield { kind: "notice", text: say("future", { date: long(day) }) };
  }
}

/** @param {Worked} worked @param {Say} say */
function movedText({ moved }, say) {
  const each = moved.map(({ title, before, after }) => say("movedOne", { title, before: long(before), after: long(after) }));
  return say("movedAll", { each: each.join("; ") });
}

/** @param {Rule} rule @param {string} anchor @returns {boolean} */
function countsBackFrom(rule, anchor) {
  return rule.choose === "" ? rule.back && rule.start === anchor : rule.of.some((one) => countsBackFrom(one, anchor));
}

/** @param {Scheduled[]} steps @param {number} today @param {Say} say @returns {Generator<Note>} */
function* passedWarnings(steps, today, say) {
  for (const { step: { title }, act: { limit, done } } of steps) {
    if (limit === null || done !== null || limit >= today) continue;
    yield { kind: "warning", text: say("pastResult", { title, date: long(limit) }) };
  }
}

/**
 * @param {Worked} worked @param {ActView[]} all @param {PageData} data @param {string} role @param {Say} say
 */
function summary(worked, all, data, role, say) {
  const { inputs, plan } = worked;
  const dated = all.flatMap((item) => (item.due === null ? [] : { ...item, due: item.due }));
  const last = dated.reduce((a, b) => (b.due >= a.due ? b : a), dated[0]);
  const entered = [...worked.journey.asks, ...worked.journey.may_ask].filter((id) => id in inputs.anchors);
  return {
    entered: firstUp(entered.map((id) => say("entered", { short: plan.anchors[id].short, date: long(inputs.anchors[id]) })).join("; ")),
    last: dated.length === 0 ? "" : say("next", { date: long(last.due), title: last.title }),
    skipped: dated.length === 0 ? "" : skipped(dated, say),
    added: inputs.holidays.map(long).join("; "),
    closures: inputs.closures.map(long).join("; "),
    role: role === "" ? "" : data.names.actors[role],
    rules: rules(worked, data, dated, say),
  };
}

/** @param {ActView[]} items @param {number} today */
function nextOf(items, today) {
  const ahead = items.map(({ id, title, act }) => ({ id, title, day: nextDay(act, today) ?? -Infinity }))
    .filter(({ day }) => day >= today);
  return ahead.length === 0 ? null : ahead.reduce((a, b) => (b.day < a.day ? b : a));
}

/** Bank holidays that some date skips. @param {ActView[]} items @param {Say} say */
function skipped(items, say) {
  /** @type {Map<number, string>} */
  const found = new Map();
  for (const { act } of items) {
    for (const { day, reason } of bankHolidays(act.counted?.lines ?? [])) found.set(day, reason);
  }
  if (found.size === 0) return say("skippedNone");
  return [...found].sort((a, b) => a[0] - b[0]).map(([day, reason]) => say("skippedDay", { date: long(day), reason })).join("; ");
}

/** @param {Worked} worked @param {PageData} data @param {ActView[]} dated @param {Say} say */
function rules({ calendar, calendarName, calendarHash, changed }, data, dated, say) {
  return [
    say("rules", { version: data.version, hash: calendarHash, name: calendarName, through: long(calendar.publishedThrough) }),
    ...(changed ? [say("rulesAdded")] : []),
    ...(dated.some((item) => item.act.tier === "projected") ? [say("rulesProjected")] : []),
  ].join(" ");
}

/** Each act that was done; one without a date only where the reader marked it. @param {ActView[]} items @param {Worked} worked */
function wasDone(items, { inputs }) {
  return items.filter(({ done: day, due, act }) => (
    day !== null && (due !== null || act.act.steps.some((id) => Object.hasOwn(inputs.done, id)))
  ));
}

/** @param {ActView} item @param {number} done @param {Worked} worked @param {Say} say */
function actual({ act, title, due }, done, worked, say) {
  const next = nextLimit(act, done, worked);
  const left = next ? say.count("left", next.n, { title: next.title }) : say("left.past");
  const row = { step: title, done: long(done), left };
  if (due === null) return { ...row, due: say("noDue"), difference: say("noDue"), late: false };
  const { kind, n } = difference(done, act, due, worked.calendar);
  return { ...row, due: long(due), difference: kind === "onTime" ? say("onTime") : say.count(kind, n), late: kind === "late" };
}

/** @param {ActView[]} items @param {number} today @param {Say} say */
function announcement(items, today, say) {
  const overdue = items.filter((item) => item.status.kind === "overdue").length;
  const next = nextOf(items, today);
  return [
    say.count("announce", items.length),
    ...(overdue > 0 ? [say.count("announceOverdue", overdue)] : []),
    ...(next ? [say("announceNext", { title: next.title, date: long(next.day) })] : []),
  ].join(" ");
}
