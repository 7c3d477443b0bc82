// One question with its three text fields. Forgiving about how a date is typed, strict about which;
// it shows what is wrong beside itself and never moves the focus.

import { DayError, MONTHS, WEEKDAYS, fromYmd, toYmd, weekday } from "../calendars/days.js";
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
 * @property {"empty" | "includes" | "fourNumbers" | "numbers" | "real" | "between"} kind
 * @property {Part[]} parts
 *
 * @typedef {{ message: string, input?: HTMLElement }} Problem A problem as it is shown, and the field that cures it.
 * @typedef {{ message: string, input: HTMLElement }} FieldProblem
 */

/** @type {Part[]} */
const PARTS = ["day", "month", "year"];

export class DateField {
  /** @param {HTMLElement} group Has an id of its own. @param {Say} say */
  constructor(group, say) {
    this.group = group;
    this.say = say;
    const [day, month, year] = PARTS.map((part) => find(group, `input[data-part="${part}"]`, HTMLInputElement));
    this.inputs = { day, month, year };
    this.error = find(group, ".error-message", HTMLElement);
    this.error.id = `${group.id}-error`;
    this.required = "required" in group.dataset;
    for (const input of Object.values(this.inputs)) {
      input.addEventListener("change", () => this.spread());
      // What is pasted is meant as it is, whatever stood in the other fields.
      input.addEventListener("input", (event) => {
        if (event instanceof InputEvent && /^insertFrom/.test(event.inputType)) this.spread({ day: input.value, month: "", year: "" });
      });
    }
  }

  /** @returns {Typed} */
  get typed() {
    return { day: this.inputs.day.value, month: this.inputs.month.value, year: this.inputs.year.value };
  }

  get isEmpty() {
    return Object.values(this.typed).every((text) => plain(text) === "");
  }

  /** @param {number | null} day */
  set day(day) {
    const [year, month, dayOfMonth] = day === null ? ["", "", ""] : toYmd(day);
    this.inputs.day.value = String(dayOfMonth);
    this.inputs.month.value = String(month);
    this.inputs.year.value = String(year);
    this.clearError();
  }

  /** Where a whole date was put into one field, writes it into all three. */
  spread(typed = this.typed) {
    if (!Object.values(typed).some((text) => wholeOf(plain(text)))) return;
    const found = readDate(typed, -Infinity, Infinity);
    if ("day" in found) this.day = found.day;
  }

  /**
   * `{day}`, or `{message, input}` after having shown the message. An optional date may be left empty: `{day: null}`.
   * @param {Extent} extent @returns {{ day: number | null } | FieldProblem}
   */
  read(extent) {
    this.clearError();
    this.spread();
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
    // Of the field that takes the focus, and not of the group: some screen readers say nothing that describes a group.
    const input = this.inputs[parts[0]];
    input.setAttribute("aria-describedby", this.error.id);
    // A fold that hides a mistake would hide its cure.
    this.open();
    return { message, input };
  }

  /** Opens the folds that it stands in. */
  open() {
    for (let fold = this.group.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  }

  clearError() {
    if (this.error.hidden) return;
    this.error.textContent = "";
    show(this.error, false);
    this.group.classList.remove("has-error");
    for (const input of Object.values(this.inputs)) {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
  }
}

/**
 * `{day}` where the date can be read, else what is wrong. `{kind: "empty"}` for nothing at all.
 * A whole date may stand in one of the three fields, and then the others are empty or say the same.
 * @param {Typed} typed @param {number} first @param {number} last @returns {{ day: number } | DateProblem}
 */
export function readDate(typed, first, last) {
  const said = { day: plain(typed.day), month: plain(typed.month), year: plain(typed.year) };
  const whole = PARTS.find((part) => wholeOf(said[part]));
  if (whole) return readWhole(said, whole, first, last);
  const missing = PARTS.filter((part) => said[part] === "");
  if (missing.length === 3) return { kind: "empty", parts: PARTS };
  const odd = PARTS.filter((part) => said[part].length > 4 && readMonth(said[part]) === null);
  if (missing.length > 0 && odd.length > 0) return { kind: "numbers", parts: odd }; // more than a part, and no date
  if (missing.length > 0) return { kind: "includes", parts: missing };
  return readParts(said, first, last);
}

/** As it was typed or pasted, without letters that nobody sees, in plain digits, hyphens and spaces. @param {string} typed */
function plain(typed) {
  return typed
    .replace(/(?![\u202B\u202E\u2067])[\p{Cf}\p{DI}]/gu, "") // what turns the writing round stays, and is refused
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xFEE0))
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\s+/g, " ").trim().toLowerCase();
}

/**
 * The parts of a date that stands in one field, in the British order unless the year comes first or the month is a word.
 * @param {string} said @returns {Typed & { weekday: number } | null}
 */
function wholeOf(said) {
  const words = said.replace(/^[("'“‘[]+|[.,;)"'”’\]]+$|\b(?:on|the) /g, "").split(/ ?[-/.,] ?| (?:of )?/);
  const named = startOf(words[0], WEEKDAYS);
  const three = words.slice(named === -1 ? 0 : 1);
  if (three.length !== 3) return null;
  const [day, month, year] = inBritishOrder(three);
  const isDate = /^[0-9]{1,2}[a-z]{0,2}$/.test(day) && /^([0-9]{1,2}|[a-z]{3,})$/.test(month) && /^[0-9]{2,4}$/.test(year);
  return isDate ? { day, month, year, weekday: named } : null;
}

/** A month in words may come first: it cannot be taken for a day. @param {string[]} three */
function inBritishOrder([a, b, c]) {
  if (/^[0-9]{4}$/.test(a)) return [c, b, a];
  return /^[a-z]/.test(a) ? [b, a, c] : [a, b, c];
}

/** Which of the names begins with the word, in three letters at least; -1 for none. @param {string} word @param {string[]} names */
function startOf(word, names) {
  return /^[a-z]{3,}$/.test(word) ? names.findIndex((name) => name.toLowerCase().startsWith(word)) : -1;
}

/** @param {Typed} said @param {Part} part @param {number} first @param {number} last @returns {{ day: number } | DateProblem} */
function readWhole(said, part, first, last) {
  const whole = wholeOf(said[part]);
  const others = PARTS.filter((one) => one !== part && said[one] !== "" && said[one] !== said[part] && said[one] !== whole?.[one]);
  if (!whole || others.length > 0) return { kind: "real", parts: PARTS };
  const found = readParts(whole, first, last);
  if ("kind" in found) return { kind: found.kind, parts: [part] };
  return whole.weekday === -1 || whole.weekday === weekday(found.day) ? found : { kind: "real", parts: [part] };
}

/** @param {Typed} said @param {number} first @param {number} last @returns {{ day: number } | DateProblem} */
function readParts(said, first, last) {
  if (!/^[0-9]{4}$/.test(said.year)) return { kind: "fourNumbers", parts: ["year"] };
  const [month, dayOfMonth] = [readMonth(said.month), readDayOfMonth(said.day)];
  if (month === null) return { kind: "numbers", parts: ["month"] };
  if (dayOfMonth === null) return { kind: "numbers", parts: ["day"] };
  if (month < 1 || month > 12) return { kind: "real", parts: ["month"] };
  return realDay(Number(said.year), month, dayOfMonth, first, last);
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

/** 3, 03, mar, Mar. and March are all 3; null for what is no number and no month. @param {string} said */
function readMonth(said) {
  if (/^[0-9]{1,2}$/.test(said)) return Number(said);
  const found = startOf(said.replace(/\.$/, ""), MONTHS);
  return found === -1 ? null : found + 1;
}

/** 3, 03 and 3rd are 3; null for what is none of these. @param {string} said */
function readDayOfMonth(said) {
  const [, number, ending] = /^([0-9]{1,2})([a-z]{2})?$/.exec(said) ?? [];
  if (number === undefined) return null;
  const day = Number(number);
  const right = (day > 10 && day < 14 ? "" : ["", "st", "nd", "rd"][day % 10]) || "th";
  return ending === undefined || ending === right ? day : null;
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
