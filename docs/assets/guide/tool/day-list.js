// A question that takes several dates: one day or, where it asks for a last day too, all the days from one to the other.
// Each is added to a list from which it can be removed.

import { long } from "../calendars/days.js";
import { DateField } from "./date-field.js";
import { clone, fill, find, show, slot } from "./dom.js";

/**
 * @import { Extent, FieldProblem } from "./date-field.js"
 * @import { Say } from "./dom.js"
 *
 * @typedef {{ extent: () => Extent, isOpen: (day: number) => boolean, announce: (text: string) => void, onChange: () => void }} ListPage
 */

const MOST_DAYS = 366;

export class DayList {
  /** @param {HTMLElement} group @param {Say} say @param {ListPage} page */
  constructor(group, say, page) {
    const [from, to] = [...group.querySelectorAll("fieldset")].map((one) => new DateField(one, say));
    this.field = from;
    this.field.required = true;
    /** @type {DateField | undefined} */
    this.last = to;
    this.group = group;
    this.say = say;
    this.page = page;
    /** @type {number[]} */
    this.days = [];
    find(group, "[data-action=add]", HTMLElement).addEventListener("click", () => this.add());
    for (const input of group.querySelectorAll("input")) {
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        this.add();
      });
    }
  }

  /** Adds what is typed. Month and year stay in their fields: the next day is often in the same month. */
  add() {
    const found = this.#typed(this.page.extent());
    if ("input" in found) {
      found.input.focus();
      return;
    }
    const { first, last, days } = found;
    this.set([...new Set([...this.days, ...days])]);
    this.field.inputs.day.value = "";
    if (this.last) this.last.day = null;
    this.field.inputs.day.focus();
    this.page.announce(this.say(days.length > 0 ? "addedDay" : "closedAnyway", { date: this.#span(first, last) }));
    this.page.onChange();
  }

  /** @param {number[]} days */
  set(days) {
    this.days = [...days].sort((a, b) => a - b);
    const list = slot(this.group, "days");
    list.replaceChildren(...this.#runs().map((run) => this.#item(run)));
    show(list, this.days.length > 0);
    if (this.days.length > 0) this.field.open();
    this.field.clearError();
    this.last?.clearError();
  }

  /**
   * On submitting, a date that was typed and not added counts as added.
   * @param {Extent} extent @returns {{ days: number[] } | FieldProblem}
   */
  read(extent) {
    if (this.#isLeft()) return { days: this.days };
    const found = this.#typed(extent);
    if ("input" in found) return found;
    this.set([...new Set([...this.days, ...found.days])]);
    this.field.day = null;
    if (this.last) this.last.day = null;
    return { days: this.days };
  }

  /** Whether nothing is typed, but for the month and the year that `add` leaves. */
  #isLeft() {
    this.field.spread();
    const { day, month } = this.field.typed;
    return day.trim() === "" && (month.trim() === "" || this.days.length > 0) && (this.last === undefined || this.last.isEmpty);
  }

  /** The days that are typed; of several those alone that are not closed anyway. @param {Extent} extent @returns {{ first: number, last: number, days: number[] } | FieldProblem} */
  #typed(extent) {
    const from = this.field.read(extent);
    if ("input" in from) return from;
    const first = from.day ?? 0;
    if (!this.last) return { first, last: first, days: [first] };
    const to = this.last.read(extent);
    if ("input" in to) return to;
    const last = to.day ?? first;
    if (last < first) return this.last.showProblem(this.say("lastFirst"));
    if (last - first > MOST_DAYS) return this.last.showProblem(this.say("tooMany"));
    return { first, last, days: Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(this.page.isOpen) };
  }

  /** The days in rows: what lies between two days of one is closed anyway. @returns {number[][]} */
  #runs() {
    /** @type {number[][]} */
    const runs = [];
    for (const day of this.days) {
      const run = runs.at(-1);
      if (this.last && run && !this.#isOpenBetween(run.at(-1) ?? day, day)) run.push(day);
      else runs.push([day]);
    }
    return runs;
  }

  /** @param {number} before @param {number} after */
  #isOpenBetween(before, after) {
    for (let day = before + 1; day < after; day += 1) if (this.page.isOpen(day)) return true;
    return false;
  }

  /** @param {number} first @param {number} last */
  #span(first, last) {
    return first === last ? long(first) : this.say("days", { first: long(first), last: long(last) });
  }

  /** @param {number[]} run */
  #item(run) {
    const date = this.#span(run[0], run[run.length - 1]);
    const item = fill(clone("added-day-template"), { text: date, of: this.say("remove", { date }) });
    find(item, "[data-action=remove]", HTMLElement).addEventListener("click", () => {
      this.set(this.days.filter((one) => !run.includes(one)));
      if (this.days.length === 0) this.field.day = null; // a month and a year left behind would read as half a date
      this.field.inputs.day.focus();
      this.page.announce(this.say("removedDay", { date }));
      this.page.onChange();
    });
    return item;
  }
}
