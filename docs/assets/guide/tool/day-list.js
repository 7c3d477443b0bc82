// A question that takes several dates: each is added to a list from which it can be removed.

import { long } from "../calendars/days.js";
import { DateField } from "./date-field.js";
import { clone, fill, find, show, slot } from "./dom.js";

/**
 * @import { Extent, FieldProblem } from "./date-field.js"
 * @import { Say } from "./dom.js"
 */

export class DayList {
  /**
   * @param {HTMLElement} group @param {Say} say
   * @param {{ extent: () => Extent, announce: (text: string) => void, onChange: () => void }} page
   */
  constructor(group, say, { extent, announce, onChange }) {
    this.field = new DateField(group, say);
    this.field.required = true;
    this.group = group;
    this.say = say;
    this.announce = announce;
    this.extent = extent;
    this.onChange = onChange;
    /** @type {number[]} */
    this.days = [];
    find(group, "[data-action=add]", HTMLElement).addEventListener("click", () => this.add());
    for (const input of Object.values(this.field.inputs)) {
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        this.add();
      });
    }
  }

  /** Adds what is typed. Month and year stay in their fields: the next day is often in the same month. */
  add() {
    const found = this.field.read(this.extent());
    if ("input" in found) {
      found.input.focus();
      return;
    }
    if (found.day === null) return;
    this.set([...new Set([...this.days, found.day])]);
    this.field.inputs.day.value = "";
    this.field.inputs.day.focus();
    this.announce(this.say("addedDay", { date: long(found.day) }));
    this.onChange();
  }

  /** @param {number[]} days */
  set(days) {
    this.days = [...days].sort((a, b) => a - b);
    const list = slot(this.group, "days");
    list.replaceChildren(...this.days.map((day) => this.#item(day)));
    show(list, this.days.length > 0);
    const fold = this.group.closest("details");
    if (fold && this.days.length > 0) fold.open = true;
    this.field.clearError();
  }

  /**
   * On submitting, a date that was typed and not added counts as added.
   * @param {Extent} extent @returns {{ days: number[] } | FieldProblem}
   */
  read(extent) {
    this.field.spread();
    const { day, month } = this.field.typed;
    if (day.trim() === "" && (month.trim() === "" || this.days.length > 0)) return { days: this.days };
    const found = this.field.read(extent);
    if ("input" in found) return found;
    if (found.day !== null) this.set([...new Set([...this.days, found.day])]);
    this.field.day = null;
    return { days: this.days };
  }

  /** @param {number} day */
  #item(day) {
    const item = fill(clone("added-day-template"), { text: long(day), of: this.say("remove", { date: long(day) }) });
    find(item, "[data-action=remove]", HTMLElement).addEventListener("click", () => {
      this.set(this.days.filter((one) => one !== day));
      if (this.days.length === 0) this.field.day = null; // a month and a year left behind would read as half a date
      this.field.inputs.day.focus();
      this.announce(this.say("removedDay", { date: long(day) }));
      this.onChange();
    });
    return item;
  }
}
