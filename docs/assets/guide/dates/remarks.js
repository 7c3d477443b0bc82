// What the dates of a schedule say of one another: which do not fit, what moved, what a reader should look at again.
// Twin of scripts/guide/dates/remarks.py: same answers, same sentences.

import { long, text } from "../calendars/days.js";
import { firstUp } from "./acts.js";
import { startsOf } from "./counting.js";

/**
 * @import { DateConflict, ScheduledAct } from "./acts.js"
 * @import { Rule } from "./counting.js"
 * @import { Days, Plan } from "./timeline.js"
 *
 * @typedef {ReadonlyMap<string, ScheduledAct>} Acts Ids to acts, in the order of the pages.
 *
 * @typedef {object} MovedDate An act whose governing date is another one because of what was done.
 * @property {string} act
 * @property {string} title
 * @property {number} before
 * @property {number} after
 * @property {string} because The title of the step whose day moved it; empty where that is not one step's.
 */

/** The acts, each with the dates that do not fit with its own. @param {Plan} plan @param {Acts} acts @param {Days} happened */
export function withConflicts(plan, acts, happened) {
  /** @type {Map<string, DateConflict[]>} */
  const found = new Map([...acts.keys()].map((name) => [name, []]));
  /** @param {string} name @param {DateConflict} conflict */
  const add = (name, conflict) => found.get(name)?.push(conflict);
  const titles = titlesOf(plan);
  for (const later of acts.values()) {
    for (const name of later.act.follows) {
      const earlier = acts.get(name);
      const dates = earlier && outOfOrder(earlier, later);
      if (!earlier || !dates) continue;
      const [title, other] = [later, earlier].map(({ act }) => titles.get(act.steps[0]));
      add(later.act.id, { other: name, due: dates.before, words: `This follows “${other}”, which has a later date: ${long(dates.before)}.` });
      add(name, { other: later.act.id, due: dates.after, words: `“${title}” follows this and has an earlier date: ${long(dates.after)}.` });
    }
  }
  for (const { anchor, day, act, limit } of overrun(plan, acts, happened)) {
    const event = `${firstUp(plan.anchors[anchor].short)}, ${long(day)}`;
    add(act.act.id, { other: anchor, due: day, words: `${event}, is after this limit, ${long(limit)}.` });
  }
  return [...acts].map(([name, act]) => ({ ...act, conflicts: found.get(name) ?? [] }));
}

/** Their dates where the later of two acts is due first. What is done is no longer in anybody's way. @param {ScheduledAct} earlier @param {ScheduledAct} later */
function outOfOrder(earlier, later) {
  if (earlier.done !== null || later.done !== null || earlier.due === null || later.due === null) return null;
  return earlier.due > later.due ? { before: earlier.due, after: later.due } : null;
}

/** @param {Plan} plan */
function titlesOf({ steps }) {
  return new Map(steps.map(({ id, title }) => [id, title]));
}

/** Each event that comes after the limit that it is held to. @param {Plan} plan @param {Acts} acts @param {Days} happened */
function overrun({ held_to: held }, acts, happened) {
  return Object.entries(held).flatMap(([anchor, step]) => [...acts.values()].flatMap((act) => {
    const [day, { limit }] = [happened[anchor], act];
    return act.act.steps.includes(step) && day !== undefined && limit !== null && day > limit ? [{ anchor, day, act, limit }] : [];
  }));
}

/**
 * What has another date than it would have if nothing had been done yet, in the order of the pages.
 * @param {Plan} plan @param {Acts} acts @param {Acts} asPlanned @returns {MovedDate[]}
 */
export function movedOf(plan, acts, asPlanned) {
  const titles = titlesOf(plan);
  const actOf = new Map([...acts.values()].flatMap((act) => act.act.steps.map((step) => [step, act])));
  /** @param {Rule} rule */
  const because = (rule) => {
    const steps = startsOf(rule).map((start) => (Object.hasOwn(plan.done_by, start) ? plan.done_by[start] : start));
    return titles.get(steps.find((step) => typeof actOf.get(step)?.done === "number") ?? "") ?? "";
  };
  return [...acts].flatMap(([name, { act, due: after, rule }]) => {
    // A bound is no plan: a day that becomes known makes it a date, and moves nothing.
    const planned = asPlanned.get(name);
    const before = planned && planned.bound === "" ? planned.due : null;
    if (after === null || before === null || after === before || rule === null) return [];
    return [{ act: name, title: titles.get(act.steps[0]) ?? "", before, after, because: because(rule) }];
  });
}

/** As it stands at the act. @param {MovedDate} moved */
export function movedWords({ before, because }) {
  return `This date moved from ${long(before)}${because ? `: it counts from the day “${because}” was done` : ""}.`;
}

/** The promised JSON of a date that moved. @param {MovedDate} moved */
export function movedAsJson(moved) {
  const { act, title, before, after } = moved;
  return { act, title, before: text(before), after: text(after), words: movedWords(moved) };
}

/** What a reader should look at again among the days that were given. @param {Plan} plan @param {Acts} acts @param {Days} happened @returns {string[]} */
export function warningsOf(plan, acts, happened) {
  const titles = titlesOf(plan);
  const unusual = plan.usual_order.filter(([before, after]) => happened[before] > happened[after]).map(([before, after]) => (
    `You entered ${long(happened[before])} for “${plan.anchors[before].asks}” and ${long(happened[after])} for `
    + `“${plan.anchors[after].asks}”. Usually the first comes before the second: check both dates.`
  ));
  const late = overrun(plan, acts, happened).map(({ anchor, day, act, limit }) => (
    `${firstUp(plan.anchors[anchor].short)}, ${long(day)}, is after the limit of “${titles.get(act.act.steps[0])}”, which is ${long(limit)}.`
  ));
  const early = Object.entries(plan.anchors).filter(([anchor]) => happened[anchor] < plan.in_force_from).map(([anchor, { asks }]) => (
    `${long(happened[anchor])} for “${asks}” is before ${long(plan.in_force_from)}, when this version of the guide came into force. `
    + "Other rules may have held."
  ));
  return [...unusual, ...late, ...early];
}
