// One question with its three text fields. Forgiving about how a date is typed, strict about which;
// it shows what is wrong beside itself and never moves the focus.

import { DayError, MONTHS, fromYmd, toYmd } from "../calendars/days.js";
import { show } from "./dom.js";

const PARTS = ["day", "month", "year"];

export class DateField {
  constructor(group, say) {
    this.group = group;
    this.say = say;
    this.inputs = Object.fromEntries([...group.querySelectorAll("input[data-part]")].map((one) => [one.dataset.part, one]));
    this.error = group.querySelector(".error-message");
    this.required = "required" in group.dataset;
  }

  get typed() {
    return Object.fromEntries(Object.entries(this.inputs).map(([part, input]) => [part, input.value]));
  }

  get isEmpty() {
    return Object.values(this.typed).every((text) => text.trim() === "");
  }

  set day(day) {
    const [year, month, dayOfMonth] = day === null ? ["", "", ""] : toYmd(day);
    this.inputs.day.value = dayOfMonth;
    this.inputs.month.value = month;
    this.inputs.year.value = year;
    this.clearError();
  }

  /** `{day}`, or `{message, input}` after having shown the message. An optional date may be left empty: `{day: null}`. */
  read(extent) {
    this.clearError();
    const found = this.peek(extent);
    if (!("kind" in found)) return found;
    return this.showProblem(messageFor(found, this.group.dataset, this.say, extent), found.parts);
  }

  /** `{day}`, or what is wrong as `readDate` says it. Shows nothing. */
  peek(extent) {
    return this.isEmpty && !this.required ? { day: null } : readDate(this.typed, extent.firstDay, extent.lastDay);
  }

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

/** `{day}` where the date can be read, else `{kind, parts}`: what is wrong and in which fields. `{kind: "empty"}` for nothing at all. */
export function readDate(typed, first, last) {
  const said = Object.fromEntries(PARTS.map((part) => [part, typed[part].trim()]));
  const missing = PARTS.filter((part) => said[part] === "");
  if (missing.length === 3) return { kind: "empty", parts: PARTS };
  if (missing.length > 0) return { kind: "includes", parts: missing };
  if (!/^[0-9]{4}$/.test(said.year)) return { kind: "fourNumbers", parts: ["year"] };
  const month = readMonth(said.month);
  if (month === null) return { kind: "real", parts: ["month"] };
  if (!/^[0-9]{1,2}$/.test(said.day)) return { kind: "real", parts: ["day"] };
  return realDay(Number(said.year), month, Number(said.day), first, last);
}

function realDay(year, month, dayOfMonth, first, last) {
  try {
    const day = fromYmd(year, month, dayOfMonth);
    return day < first || day > last ? { kind: "between", parts: PARTS } : { day };
  } catch (error) {
    if (error instanceof DayError) return { kind: "real", parts: PARTS };
    throw error;
  }
}

/** 3, 03, mar, Mar. and March are all 3; null for what is no month. */
function readMonth(said) {
  if (/^[0-9]{1,2}$/.test(said)) return Number(said) >= 1 && Number(said) <= 12 ? Number(said) : null;
  const word = said.replace(/\.$/, "").toLowerCase();
  if (!/^[a-z]{3,}$/.test(word)) return null;
  const found = MONTHS.findIndex((name) => name.toLowerCase().startsWith(word));
  return found === -1 ? null : found + 1;
}

/** The sentence for what `readDate` found wrong. `names` are the words of the date asked for. */
export function messageFor(problem, names, say, extent) {
  if (problem.kind === "empty") return names.missing;
  const parts = say.list(problem.parts.map((part) => say(part)));
  return say(problem.kind, { subject: names.subject, parts, ...extent });
}
