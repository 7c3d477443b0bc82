// One rule and the days that are known to a date: what it counts from is looked up, and of a choice one is taken.
// Twin of scripts/guide/dates/evaluate.py: same answers, same sentences.

import { bounded, count, leastSure, line } from "./counting.js";

/**
 * @import { Calendar, Tier } from "../calendars/calendar.js"
 * @import { Counted, DateBound, Rule } from "./counting.js"
 *
 * @typedef {object} Start A day that rules count from, and how an explanation speaks of it.
 * @property {number} day
 * @property {string} name
 * @property {Tier} [tier]
 * @property {DateBound} [bound] What the day is, where it was worked out without a day that it rests on.
 *
 * @typedef {ReadonlyMap<string, Start>} Known
 */

/** @param {Rule} rule @param {Known} known @param {Calendar} calendar @returns {Counted | null} */
export function evaluate(rule, known, calendar) {
  if (rule.choose === "") {
    const start = known.get(rule.start);
    return start ? bounded(count(rule, start.day, start.name, calendar, start.tier), start.bound ?? "") : null;
  }
  return chosenOf(rule, rule.of.map((one) => evaluate(one, known, calendar)), calendar);
}

/**
 * The day that is sure of the earlier or the later of several dates, and whether it is the date itself.
 * @param {Rule["choose"]} choose @param {(Counted | null)[]} dates @returns {{ due: number, bound: DateBound }}
 */
function sureOf(choose, dates) {
  const pick = choose === "earlier" ? Math.min : Math.max;
  const first = pick(...dates.map((one) => (one === null || one.bound === "no later than" ? -Infinity : one.due)));
  const last = pick(...dates.map((one) => (one === null || one.bound === "not before" ? Infinity : one.due)));
  if (first === last) return { due: first, bound: "" };
  return first === -Infinity ? { due: last, bound: "no later than" } : { due: first, bound: "not before" };
}

/**
 * The earlier or the later of several dates; of what is known a bound; null where not even that is sure.
 * @param {Rule} rule @param {(Counted | null)[]} dates @param {Calendar} calendar @returns {Counted | null}
 */
function chosenOf({ choose }, dates, calendar) {
  const { due, bound } = sureOf(choose, dates);
  const found = dates.filter((one) => one !== null);
  const chosen = found.find((one) => one.due === due && (one.bound === "" || one.bound === bound));
  if (!chosen) return null; // nothing is sure: neither the first day that it can be nor the last
  const tier = leastSure(...found.map((one) => one.tier));
  const notes = found.length === dates.length ? [`This is the ${choose} of ${dates.length} dates.`] : [];
  if (tier !== chosen.tier) notes.push(calendar.projectedText);
  const result = { ...chosen, tier, lines: [...chosen.lines, ...notes.map((note) => line("note", due, note))] };
  return chosen.bound === bound ? result : bounded(result, bound);
}
