// The questions: which dates a journey asks for, what was typed, and what is wrong with it.

import { withoutWeekday } from "../calendars/days.js";
import { DateField } from "./date-field.js";
import { DayList } from "./day-list.js";
import { byId, clone, fill, show, slot, whenIdle } from "./dom.js";

export class Form {
  constructor({ data, calendars, say, today, announce, onSubmit }) {
    this.form = byId("timeline-form");
    this.data = data;
    this.calendars = calendars;
    this.today = today;
    this.problems = new Problems(say);
    this.fields = new Map(Object.keys(data.journeys).map((journey) => [journey, this.#fieldsOf(journey, say)]));
    const extra = { extent: () => this.extent, announce };
    this.closures = new DayList(byId("closures"), say, extra);
    this.holidays = new DayList(byId("holidays"), say, extra);
    this.form.addEventListener("change", (event) => {
      if (event.target.name === "journey") this.#showQuestions();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      onSubmit();
    });
    this.#showQuestions();
  }

  /** Calls `work` in an idle moment after the reader has begun to answer, and after each answer. */
  onTyped(work) {
    this.form.addEventListener("focusin", () => whenIdle(work), { once: true });
    this.form.addEventListener("input", () => whenIdle(work));
  }

  get journey() {
    return this.form.elements.journey.value;
  }

  /** The days that the journey's calendar knows, as numbers and in words. */
  get extent() {
    const { first, last } = this.calendars[this.data.plans[this.data.journeys[this.journey].plan].calendar];
    return { firstDay: first, lastDay: last, first: withoutWeekday(first), last: withoutWeekday(last) };
  }

  /** What the reader asks for, or null after having shown every problem. */
  read() {
    const anchors = {};
    const found = [];
    const extent = this.extent;
    for (const [anchor, field] of this.fields.get(this.journey)) {
      const read = field.read(extent);
      if (read.input) found.push(read);
      else if (read.day !== null) anchors[anchor] = read.day;
    }
    const lists = [this.closures.read(extent), this.holidays.read(extent)];
    found.push(...lists.filter((list) => list.input));
    if (found.length > 0) {
      this.problems.show(found);
      return null;
    }
    this.problems.clear();
    return { journey: this.journey, anchors, closures: lists[0].days, holidays: lists[1].days };
  }

  /** What `read` would give; null while a date is missing or wrong. Shows nothing. */
  peek() {
    const anchors = {};
    for (const [anchor, field] of this.fields.get(this.journey)) {
      const { day = NaN } = field.peek(this.extent);
      if (Number.isNaN(day)) return null;
      if (day !== null) anchors[anchor] = day;
    }
    return { journey: this.journey, anchors, closures: this.closures.days, holidays: this.holidays.days };
  }

  /** Shows a problem that only came up when the dates were worked out. */
  refuse(message, anchor) {
    const field = this.fields.get(this.journey).get(anchor);
    this.problems.show([field ? field.showProblem(message) : { message }]);
  }

  /** Writes dates into the fields: from a link, from this device, or none at all. */
  write({ journey, anchors, closures, holidays }) {
    for (const fields of this.fields.values()) for (const field of fields.values()) field.day = null;
    byId(`journey-${journey}`).checked = true;
    this.#showQuestions();
    for (const [anchor, day] of Object.entries(anchors)) {
      const field = this.fields.get(journey).get(anchor);
      field.day = day;
      const fold = field.group.closest("details");
      if (fold) fold.open = true;
    }
    this.closures.set(closures);
    this.holidays.set(holidays);
    this.problems.clear();
  }

  /** Takes the reader back to the first question. */
  focus() {
    const first = this.form.querySelector("input:checked");
    first.focus({ preventScroll: true });
    this.form.scrollIntoView({ block: "start" });
  }

  #fieldsOf(journey, say) {
    const groups = this.form.querySelectorAll(`[data-journey="${journey}"] [data-date]`);
    return new Map([...groups].map((group) => [group.dataset.date, this.#field(group, say)]));
  }

  #field(group, say) {
    const field = new DateField(group, say);
    group.querySelector("[data-action=today]").addEventListener("click", () => {
      field.day = this.today();
    });
    return field;
  }

  #showQuestions() {
    for (const part of this.form.querySelectorAll("[data-journey]")) show(part, part.dataset.journey === this.journey);
    show(this.form.querySelector("[data-for-dated]"), this.fields.get(this.journey).size > 0);
    this.problems.clear();
  }
}

/** The error summary: every problem of the form in one list, each a link to its field. */
class Problems {
  constructor(say) {
    this.box = byId("timeline-problems");
    this.say = say;
    this.title = document.title;
  }

  /** Shows `problems` (each `{message, input}`; without an input it is plain text) and takes the focus. */
  show(problems) {
    slot(this.box, "problems").replaceChildren(...problems.map((problem) => this.#item(problem)));
    show(this.box, true);
    document.title = this.say("errorTitle", { title: this.title });
    this.box.focus();
    this.box.scrollIntoView({ block: "start" });
  }

  clear() {
    if (this.box.hidden) return;
    show(this.box, false);
    slot(this.box, "problems").replaceChildren();
    document.title = this.title;
  }

  #item({ message, input }) {
    const item = fill(clone("problem-template"), { text: message });
    const anchor = slot(item, "text");
    if (!input) {
      anchor.replaceWith(message);
      return item;
    }
    anchor.href = `#${input.id}`;
    anchor.addEventListener("click", (event) => {
      event.preventDefault(); // the address is never rewritten
      input.scrollIntoView({ block: "center" });
      input.focus({ preventScroll: true });
    });
    return item;
  }
}
