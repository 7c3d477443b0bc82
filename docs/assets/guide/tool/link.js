// What the reader entered as text, as it stands in an address after "#": dates and ids of this guide, nothing else.
// What is not wholly right is refused whole: half a timeline would be a wrong one.

import { DayError, parse, text } from "../calendars/days.js";
import { KEYS } from "./edition.js";

/**
 * @import { CalendarData } from "../calendars/calendar.js"
 * @import { Inputs, Journey, PageData } from "./work-out.js"
 */

export const LONGEST = 512;
const MOST_ROUNDS = 3; // of escaping, one for each program that passed it on
const LONGEST_PASSED = 8 * LONGEST; // what is longer would take long to read, and is no link of ours
/** What of a text or of its HTML stands before and behind a link. */
const AROUND = /^[\s#?<([{"'“‘«]+|(?:[\s.…·,;:!?)\]>}'"’”»*_|\u0060~#/\\。、」』]|&(?:gt|quot|apos|nbsp|#34|#39);)+$/giu;
/** What newsletters, search engines and mail gateways add. None of these can be the name of a date. */
const FOLLOWING = /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|mkt_tok|_hs\w+|s?data|reserved)=/i;
/** @type {Record<string, "closures" | "holidays">} */
const LISTED = { closed: "closures", "bank-holiday": "holidays" };

/** @param {Inputs} inputs */
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

/**
 * The inputs that a link stands for, or null. `longest` bounds what came from an address.
 * @param {string} written @param {PageData} data @param {Record<string, CalendarData>} calendars @returns {Inputs | null}
 */
export function readLink(written, data, calendars, longest = LONGEST) {
  try {
    const said = plainLink(written);
    if (said.length > longest) throw new Refused("too long");
    return readInputs(pairsOf(said), data, calendars);
  } catch (error) {
    if (error instanceof DayError || error instanceof Refused) return null;
    throw error;
  }
}

/** @param {string} written @returns {Record<string, string>} */
function pairsOf(written) {
  const pairs = written.split("&").map((pair) => pair.split("="));
  if (pairs.some((pair) => pair.length !== 2)) throw new Refused("not pairs");
  onlyOnce(pairs.map(([key]) => key));
  return Object.fromEntries(pairs);
}

/**
 * A link as it was written. Programs that pass one on escape its signs, once or more often, break its line, take what
 * stands around it for a part of it, and add what they follow readers with. No key and no value has a sign in it that
 * is undone here. What is cut off, or says more of the guide than the guide knows, stays so and is refused.
 * @param {string} passed
 */
export function plainLink(passed) {
  if (passed.length > LONGEST_PASSED) return passed;
  let written = passed;
  for (let round = 0; round < MOST_ROUNDS && written.includes("%"); round += 1) written = decode(written);
  return written
    .replace(/(?![\u202B\u202E\u2067])[\p{Cf}\p{DI}]|\s*[\r\n]+\s*/gu, "")
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xFEE0))
    .replace(/&(?:(?:amp|#38|#x26);)+/gi, "&")
    .replace(/=3D|&(?:equals|#61|#x3d);/g, "=")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(AROUND, "")
    .split(/[&?]/).filter((pair) => !FOLLOWING.test(pair)).map(inSmallLetters).join("&");
}

/** Ids, dates and keys are in small letters, whoever wrote them large; a version is as its author wrote it. @param {string} pair */
function inSmallLetters(pair) {
  return pair.replace(/^(version=)?(.*)$/i, (_, version, rest) => (version ?? "").toLowerCase() + (version ? rest : rest.toLowerCase()));
}

/** What cannot be undone stays, and is refused. @param {string} written */
function decode(written) {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** @param {Inputs} inputs */
export function daysOf({ anchors, closures, holidays, done }) {
  return [...Object.values(anchors), ...closures, ...holidays, ...Object.values(done)];
}

class Refused extends Error {}

/** @param {Record<string, string>} said @param {PageData} data @param {Record<string, CalendarData>} calendars */
function readInputs({ journey: name = "", ...said }, data, calendars) {
  if (!Object.hasOwn(data.journeys, name)) throw new Refused("journey");
  const journey = data.journeys[name];
  const plan = data.plans[journey.plan];
  const steps = [...plan.steps.map((step) => step.id), ...(plan.acts ?? []).flatMap((act) => act.elsewhere ?? [])];
  const inputs = readDates(name, said, journey, new Set(steps));
  const { first, last } = calendars[plan.calendar];
  if (!daysOf(inputs).every((day) => day >= first && day <= last)) throw new Refused("beyond the calendar");
  return inputs;
}

/** @param {string} journeyName @param {Record<string, string>} said @param {Journey} journey @param {Set<string>} steps */
function readDates(journeyName, said, journey, steps) {
  /** @type {Inputs} */
  const inputs = { journey: journeyName, anchors: {}, closures: [], holidays: [], done: {} };
  for (const [key, value] of Object.entries(said).filter(([name, written]) => !isOfEdition(name, written))) {
    if (journey.asks.includes(key) || journey.may_ask.includes(key)) inputs.anchors[key] = parse(value);
    else if (Object.hasOwn(LISTED, key)) inputs[LISTED[key]] = onlyOnce(value.split(",").map(parse));
    else if (key === "done") inputs.done = readDone(value, steps);
    else throw new Refused(key);
  }
  if (!journey.asks.every((anchor) => Object.hasOwn(inputs.anchors, anchor))) throw new Refused("asks");
  return inputs;
}

/** What `edition.js` reads is passed over here, where it is well formed. @param {string} key @param {string} value */
function isOfEdition(key, value) {
  return Object.hasOwn(KEYS, key) && KEYS[key].test(value);
}

/** @param {string} value @param {Set<string>} steps @returns {Record<string, number>} */
function readDone(value, steps) {
  const pairs = value.split(",").map((pair) => pair.split(":"));
  if (!pairs.every((pair) => pair.length === 2 && steps.has(pair[0]))) throw new Refused("done");
  onlyOnce(pairs.map(([step]) => step));
  return Object.fromEntries(pairs.map(([step, date]) => [step, parse(date)]));
}

/** @template Value @param {Value[]} values */
function onlyOnce(values) {
  if (new Set(values).size !== values.length) throw new Refused("twice");
  return values;
}
