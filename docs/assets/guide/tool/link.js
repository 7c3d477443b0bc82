// What the reader entered as text, as it stands in an address after "#": dates and ids of this guide, nothing else.
// What is not wholly right is refused whole: half a timeline would be a wrong one.

import { DayError, parse, text } from "../calendars/days.js";

export const LONGEST = 512;
const LISTS = { closed: "closures", "bank-holiday": "holidays" };

export function writeLink({ journey, anchors, closures, holidays, done }) {
  const pairs = [
    ["journey", journey],
    ...Object.entries(anchors).map(([anchor, day]) => [anchor, text(day)]),
    ["closed", closures.map(text).join()],
    ["bank-holiday", holidays.map(text).join()],
    ["done", Object.entries(done).map(([step, day]) => `${step}:${text(day)}`).join()],
  ];
  return pairs.filter(([, value]) => value !== "").map((pair) => pair.join("=")).join("&");
}

/** The inputs that a link stands for, or null. `longest` bounds what came from an address. */
export function readLink(written, data, calendars, longest = LONGEST) {
  const decoded = decode(written);
  if (decoded === null || written.length > longest) return null;
  const pairs = decoded.split("&").map((pair) => pair.split("="));
  const said = Object.fromEntries(pairs);
  if (pairs.some((pair) => pair.length !== 2) || Object.keys(said).length !== pairs.length) return null;
  if (!Object.hasOwn(data.journeys, said.journey ?? "")) return null;
  const journey = data.journeys[said.journey];
  const plan = data.plans[journey.plan];
  const { first, last } = calendars[plan.calendar];
  try {
    const inputs = readInputs(said, journey, new Set(plan.steps.map((step) => step.id)));
    return daysOf(inputs).every((day) => day >= first && day <= last) ? inputs : null;
  } catch (error) {
    if (error instanceof DayError || error instanceof Refused) return null;
    throw error;
  }
}

/** Programs that pass a link on may write its commas and colons as %2C and %3A. */
function decode(written) {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}

export function daysOf({ anchors, closures, holidays, done }) {
  return [...Object.values(anchors), ...closures, ...holidays, ...Object.values(done)];
}

class Refused extends Error {}

function readInputs({ journey: name, ...said }, journey, steps) {
  const inputs = { journey: name, anchors: {}, closures: [], holidays: [], done: {} };
  for (const [key, value] of Object.entries(said)) {
    if (journey.asks.includes(key) || journey.may_ask.includes(key)) inputs.anchors[key] = parse(value);
    else if (Object.hasOwn(LISTS, key)) inputs[LISTS[key]] = unique(value.split(",").map(parse));
    else if (key === "done") inputs.done = readDone(value, steps);
    else throw new Refused(key);
  }
  if (!journey.asks.every((anchor) => Object.hasOwn(inputs.anchors, anchor))) throw new Refused("asks");
  return inputs;
}

function readDone(value, steps) {
  const pairs = value.split(",").map((pair) => pair.split(":"));
  if (!pairs.every((pair) => pair.length === 2 && steps.has(pair[0]))) throw new Refused("done");
  unique(pairs.map(([step]) => step));
  return Object.fromEntries(pairs.map(([step, date]) => [step, parse(date)]));
}

function unique(values) {
  if (new Set(values).size !== values.length) throw new Refused("twice");
  return values;
}
