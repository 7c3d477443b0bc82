// With which version of the guide a link or a memory was made, and which dates it put forward: a newer one says what moved.

import { long } from "../calendars/days.js";

/**
 * @import { Scheduled } from "../dates/timeline.js"
 * @import { Say } from "./dom.js"
 * @import { PageData, Worked } from "./work-out.js"
 *
 * @typedef {object} Edition
 * @property {string} version Empty where it was made before links said their version.
 * @property {ReadonlyMap<string, number>} dates Days by the short names of acts.
 */

const OCTETS = new TextEncoder();
const VERSION = "version";
const DATES = "dates";
/** What each of them may be; from these keys nothing is worked out. @type {Readonly<Record<string, RegExp>>} */
export const KEYS = { [VERSION]: /^[\w.-]{1,40}$/, [DATES]: /^[0-9a-z]{4}-?[0-9a-z]+(\.[0-9a-z]{4}-?[0-9a-z]+)*$/ };
const BASE = 36;
const SHORT = 4;

/** What a link says beside the inputs: the version, and each governing date as days from the first day that was given. @param {Worked} worked @param {PageData} data */
export function writeEdition(worked, { version }) {
  const first = Math.min(...Object.values(worked.inputs.anchors));
  const dates = datedActs(worked).map(({ act, due }) => short(act.act.id) + (due - first).toString(BASE));
  const made = `${VERSION}=${asInAddress(version)}`;
  return dates.length === 0 ? made : `${made}&${DATES}=${dates.join(".")}`;
}

/** @param {string} written What stands in the address or the memory, without its "#". @returns {Edition} */
export function readEdition(written) {
  const said = new URLSearchParams(written);
  /** @type {Map<string, number>} */
  const dates = new Map();
  for (const one of (said.get(DATES) ?? "").split(".")) {
    const away = Number.parseInt(one.slice(SHORT), BASE);
    if (Number.isSafeInteger(away)) dates.set(one.slice(0, SHORT), away);
  }
  return { version: said.get(VERSION) ?? "", dates };
}

/**
 * What moved since a link or a memory was made; empty where it was made with this version, or nothing moved.
 * Before links said their version, the date of each step's own rule was the one put forward.
 * @param {Edition | null} edition @param {Worked} worked @param {PageData} data @param {Say} say
 */
export function editionText(edition, worked, { version }, say) {
  if (edition === null || edition.version === asInAddress(version)) return "";
  const first = Math.min(...Object.values(worked.inputs.anchors));
  const moved = datedActs(worked).flatMap(({ act, due, own, title }) => {
    const away = edition.dates.get(short(act.act.id));
    const before = edition.version === "" ? own : away !== undefined && away + first;
    return typeof before === "number" && before !== due ? [say("movedOne", { title, before: long(before), after: long(due) })] : [];
  });
  if (moved.length === 0) return "";
  const made = edition.version === "" ? say("madeEarlier", { version }) : say("madeWith", { made: edition.version, version });
  return `${made} ${say("madeMoved", { each: moved.join("; ") })}`;
}

/** Each act that has a date, with that of its first step's own rule. @param {Worked} worked */
function datedActs({ all }) {
  /** @type {Map<string, { act: Scheduled["act"], due: number, own: number | null, title: string }>} */
  const found = new Map();
  for (const { act, due: own, step: { title } } of all.values()) {
    if (act.due !== null && !found.has(act.act.id)) found.set(act.act.id, { act, due: act.due, own, title });
  }
  return [...found.values()];
}

/** As it can stand in an address. @param {string} version */
function asInAddress(version) {
  return version.replaceAll(/[^\w.-]+/g, "_");
}

/** Four letters and digits: enough to tell the acts of one timeline apart. @param {string} id */
function short(id) {
  return (fnv(id) % BASE ** SHORT).toString(BASE).padStart(SHORT, "0");
}

/** FNV-1a in 32 bits. Twin of `_fnv` in scripts/guide/exports/icalendar.py. @param {string} id @returns {number} */
export function fnv(id) {
  return OCTETS.encode(id).reduce((hash, octet) => Math.imul(hash ^ octet, 0x01000193) >>> 0, 0x811c9dc5);
}
