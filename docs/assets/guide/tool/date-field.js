// One question with its three text fields. Forgiving about how a date is typed, strict about which;
// it shows what is wrong beside itself and never moves the focus.

import { DayError, MONTHS, fromYmd, toYmd } from "../calendars/days.js";
import { find, show } from "./dom.js";

/**
 * @import { Say } from "./dom.js"
 *
 * @typedef {"day" | "month" | "year"} Part
 * @typedef {Record<Part, string>} Typed
 *
 * @typedef {object} Extent The days that a calendar knows, as numbers and in words.
 * @property {number} firstDay
 * @property {number} lastDay
 * @property {string} first
 * @property {string} last
 *
 * @typedef {object} DateProblem What is wrong with a date, and in which fields.
 * @property {"empty" | "includes" | "fourNumbers" | "real" | "between"} kind
 * @property {Part[]} parts
 *
 * @typedef {{ message: string, input?: HTMLElement }} Problem A problem as it is shown, and the field that cures it.
 * @typedef {{ message: string, input: HTMLElement }} FieldProblem
 */

/** @type {Part[]} */
const PARTS = ["day", "month", "year"];

export class DateField {
  /** @param {HTMLElement} group @param {Say} say */
  constructor(group, say) {
    this.group = group;
    this.say = say;
    const [day, month, year] = PARTS.map((part) => find(group, `input[data-part="${part}"]`, HTMLInputElement));
    this.inputs = { day, month, year };
    this.error = find(group, ".error-message", HTMLElement);
    this.required = "required" in group.dataset;
  }

  /** @returns {Typed} */
  get typed() {
    return { day: this.inputs.day.value, month: this.inputs.month.value, year: this.inputs.year.value };
  }

  get isEmpty() {
    return Object.values(this.typed).every((text) => text.trim() === "");
  }

  /** @param {number | null} day */
  set day(day) {
    const [year, month, dayOfMonth] = day === null ? ["", "", ""] : toYmd(day);
    this.inputs.day.value = String(dayOfMonth);
    this.inputs.month.value = String(month);
    this.inputs.year.value = String(year);
    this.clearError();
  }

  /**
   * `{day}`, or `{message, input}` after having shown the message. An optional date may be left empty: `{day: null}`.
   * @param {Extent} extent @returns {{ day: number | null } | FieldProblem}
   */
  read(extent) {
    this.clearError();
    const found = this.peek(extent);
    if (!("kind" in found)) return found;
    return this.showProblem(messageFor(found, this.group.dataset, this.say, extent), found.parts);
  }

  /**
   * `{day}`, or what is wrong as `readDate` says it. Shows nothing.
   * @param {Extent} extent @returns {{ day: number | null } | DateProblem}
   */
  peek(extent) {
    return this.isEmpty && !this.required ? { day: null } : readDate(this.typed, extent.firstDay, extent.lastDay);
  }

  /** @param {string} message @param {Part[]} parts @returns {FieldProblem} */
  showProblem(message, parts = PARTS) {
    this.error.textContent = message;
    show(this.error, true);
    this.group.classList.add("has-error");
    for (const part of parts) this.inputs[part].setAttribute("aria-invalid", "true");
    // A fold that hides a mistake would hide its cure.
    const fold = this.group.closest("details");
    if (fold) fold.open = true;
    return { message, input: this.inputs[parts[0]] };
  }

  clearError() {
    if (this.error.hidden) return;
    this.error.textContent = "";
    show(this.error, false);
    this.group.classList.remove("has-error");
    for (const input of Object.values(this.inputs)) input.removeAttribute("aria-invalid");
  }
}

/**
 * `{day}` where the date can be read, else what is wrong. `{kind: "empty"}` for nothing at all.
 * @param {Typed} typed @param {number} first @param {number} last @returns {{ day: number } | DateProblem}
 */
export function readDate(typed, first, last) {
  const said = { day: typed.day.trim(), month: typed.month.trim(), year: typed.year.trim() };
  const missing = PARTS.filter((part) => said[part] === "");
  if (missing.length === 3) return { kind: "empty", parts: PARTS };
  if (missing.length > 0) return { kind: "includes", parts: missing };
  if (!/^[0-9]{4}$/.test(said.year)) return { kind: "fourNumbers", parts: ["year"] };
  const month = readMonth(said.month);
  if (month === null) return { kind: "real", parts: ["month"] };
  if (!/^[0-9]{1,2}$/.test(said.day)) return { kind: "real", parts: ["day"] };
  return realDay(Number(said.year), month, Number(said.day), first, last);
}

/**
 * @param {number} year @param {number} month @param {number} dayOfMonth @param {number} first @param {number} last
 * @returns {{ day: number } | DateProblem}
 */
function realDay(year, month, dayOfMonth, first, last) {
  try {
    const day = fromYmd(year, month, dayOfMonth);
    return day < first || day > last ? { kind: "between", parts: PARTS } : { day };
  } catch (error) {
    if (error instanceof DayError) return { kind: "real", parts: PARTS };
    throw error;
  }
}

/** 3, 03, mar, Mar. and March are all 3; null for what is no month. @param {string} said */
function readMonth(said) {
  if (/^[0-9]{1,2}$/.test(said)) return Number(said) >= 1 && Number(said) <= 12 ? Number(said) : null;
  const word = said.replace(/\.$/, "").toLowerCase();
  if (!/^[a-z]{3,}$/.test(word)) return null;
  const found = MONTHS.findIndex((name) => name.toLowerCase().startsWith(word));
  return found === -1 ? null : found + 1;
}

/**
 * The sentence for what `readDate` found wrong. `names` are the words of the date asked for.
 * @param {DateProblem} problem @param {{ missing?: string, subject?: string }} names @param {Say} say @param {Extent} extent
 */
export function messageFor(problem, names, say, extent) {
  const { missing = "", subject = "" } = names;
  if (problem.kind === "empty") return missing;
  const parts = say.list(problem.parts.map((part) => say(part)));
  return say(problem.kind, { subject, parts, ...extent });
}
