// A question that takes several dates: each is added to a list from which it can be removed.

import { long } from "../calendars/days.js";
import { DateField } from "./date-field.js";
import { clone, fill, show, slot } from "./dom.js";

export class DayList {
  constructor(group, say, { extent, announce }) {
    this.field = new DateField(group, say);
    this.field.required = true;
    this.group = group;
    this.say = say;
    this.announce = announce;
    this.extent = extent;
    this.days = [];
    group.querySelector("[data-action=add]").addEventListener("click", () => this.add());
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
    if (found.input) {
      found.input.focus();
      return;
    }
    this.set([...new Set([...this.days, found.day])]);
    this.field.inputs.day.value = "";
    this.field.inputs.day.focus();
    this.announce(this.say("addedDay", { date: long(found.day) }));
  }

  set(days) {
    this.days = [...days].sort((a, b) => a - b);
    const list = slot(this.group, "days");
    list.replaceChildren(...this.days.map((day) => this.#item(day)));
    show(list, this.days.length > 0);
    if (this.days.length > 0) this.group.closest("details").open = true;
    this.field.clearError();
  }

  /** On submitting, a date that was typed and not added counts as added. */
  read(extent) {
    const { day, month } = this.field.typed;
    if (day.trim() === "" && (month.trim() === "" || this.days.length > 0)) return { days: this.days };
    const found = this.field.read(extent);
    if (found.input) return found;
    this.set([...new Set([...this.days, found.day])]);
    this.field.day = null;
    return { days: this.days };
  }

  #item(day) {
    const item = fill(clone("added-day-template"), { text: long(day), of: this.say("remove", { date: long(day) }) });
    item.querySelector("[data-action=remove]").addEventListener("click", () => {
      this.set(this.days.filter((one) => one !== day));
      if (this.days.length === 0) this.field.day = null; // a month and a year left behind would read as half a date
      this.field.inputs.day.focus();
      this.announce(this.say("removedDay", { date: long(day) }));
    });
    return item;
  }
}
