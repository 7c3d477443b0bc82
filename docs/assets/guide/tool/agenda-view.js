// What is shown first: what is overdue, what comes next, what is still to ask, and all acts day by day.

import { firstUp } from "../dates/acts.js";
import { long } from "../calendars/days.js";
import { nextDay } from "./work-out.js";

/**
 * @import { Say } from "./dom.js"
 * @import { ActView } from "./act-view.js"
 * @import { Worked } from "./work-out.js"
 *
 * @typedef {{ id: string, title: string, text: string }} Glance An act by its name, and what is said behind it.
 * @typedef {{ field: string, anchor: string, asks: string, text: string }} Asked A question that is open, and what its answer would set.
 * @typedef {ReturnType<typeof agendaView>} AgendaView
 */

const MOST = 3; // by name: more of them would push the table off the screen, and it names them all

/** @param {ActView[]} shown @param {Worked} worked @param {number} today @param {Say} say */
export function agendaView(shown, worked, today, say) {
  const over = shown.filter((item) => isOver(item, worked, today));
  const rest = shown.filter((item) => !over.includes(item));
  return {
    rows: [...rest.filter(({ due }) => due !== null), ...rest.filter(({ due }) => due === null)],
    over,
    overText: over.length === 0 ? "" : say.count("over", over.length, { day: beganWith(worked, say) }),
    ...overdueOf(shown, say),
    ...nextLines(shown, today, say),
    passed: countOf("passedCount", shown.filter(({ status }) => status.kind === "passed").length, say),
    ask: asked(worked),
  };
}

/** Nothing is left to do: it has no date, and comes before a step that was done when the reader's first date came. @param {ActView} item @param {Worked} worked @param {number} today */
function isOver({ act, due }, { journey, inputs }, today) {
  const over = Object.entries(journey.over).flatMap(([anchor, steps]) => (inputs.anchors[anchor] <= today ? steps : []));
  return due === null && act.act.steps.every((step) => over.includes(step));
}

/** @param {Worked} worked @param {Say} say */
function beganWith({ journey, plan, inputs }, say) {
  return say.list(Object.keys(journey.over).map((id) => {
    const { day_zero: day } = plan.anchors[id];
    return `${day.slice(0, 1).toLowerCase()}${day.slice(1)}, ${long(inputs.anchors[id])}`;
  }));
}

/** @param {ActView[]} shown @param {Say} say @returns {{ overdue: Glance[], overdueRest: string }} */
function overdueOf(shown, say) {
  const late = shown.filter(({ status }) => status.kind === "overdue");
  const overdue = late.slice(0, MOST).map(({ id, title, act }) => ({ id, title, text: say("wasDue", { date: long(act.due ?? 0) }) }));
  return { overdue, overdueRest: countOf("overdueRest", late.length - overdue.length, say) };
}

/**
 * The acts of the next day on which anything is to be done, of which the first is named.
 * @param {ActView[]} shown @param {number} today @param {Say} say @returns {{ next: string, nextAct: Glance | null, nextRest: string }}
 */
function nextLines(shown, today, say) {
  const ahead = shown.map(({ id, title, act }) => ({ id, title, day: nextDay(act, today) ?? -Infinity })).filter(({ day }) => day >= today);
  if (ahead.length === 0) return { next: say(shown.some(({ due }) => due !== null) ? "nextNone" : "nextUndated"), nextAct: null, nextRest: "" };
  const day = Math.min(...ahead.map((one) => one.day));
  const [first, ...others] = ahead.filter((one) => one.day === day);
  return { next: say("nextOn", { date: long(day) }), nextAct: { ...first, text: "" }, nextRest: countOf("nextRest", others.length, say) };
}

/** @param {string} key @param {number} n @param {Say} say */
function countOf(key, n, say) {
  return n === 0 ? "" : say.count(key, n);
}

/** What no date was given for, though a rule counts from it. The question is not said twice. @param {Worked} worked @returns {Asked[]} */
function asked({ steps, plan, inputs }) {
  const open = steps.flatMap(({ act }) => act.open);
  return [...new Set(open.map(({ anchor }) => anchor))].map((anchor) => {
    const { asks } = plan.anchors[anchor];
    const said = new Set(open.filter((one) => one.anchor === anchor).map(({ words }) => firstUp(words.replace(asks, "").trim())));
    return { field: `${inputs.journey}-${anchor}`, anchor, asks, text: [...said].join(" ") };
  });
}
