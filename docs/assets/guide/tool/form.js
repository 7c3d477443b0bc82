// The questions: which dates a journey asks for, what was typed, and what is wrong with it.

import { weekday, withoutWeekday } from "../calendars/days.js";
import { DateField } from "./date-field.js";
import { DayList } from "./day-list.js";
import { byId, clone, fill, find, show, slot, whenIdle } from "./dom.js";

/**
 * @import { CalendarData } from "../calendars/calendar.js"
 * @import { Extent, Problem } from "./date-field.js"
 * @import { Say } from "./dom.js"
 * @import { Inputs, PageData } from "./work-out.js"
 *
 * @typedef {Omit<Inputs, "done">} Entered
 *
 * @typedef {object} Page What the questions need to know of it.
 * @property {PageData} data
 * @property {Record<string, CalendarData>} calendars
 * @property {Say} say
 * @property {() => number} today
 * @property {(text: string) => void} announce
 * @property {() => void} onSubmit
 * @property {() => void} onDays When a closed day or a bank holiday was added or removed.
 */

/** @type {("closures" | "holidays")[]} */
const DAY_LISTS = ["closures", "holidays"];

export class Form {
  /** @param {Page} page */
  constructor({ data, calendars, say, today, announce, onSubmit, onDays }) {
    this.form = find(document, "#timeline-form", HTMLFormElement);
    this.folded = find(document, "#timeline-ask", HTMLDetailsElement);
    this.data = data;
    this.calendars = calendars;
    this.today = today;
    this.problems = new Problems(say);
    this.fields = new Map(Object.keys(data.journeys).map((journey) => [journey, this.#fieldsOf(journey, say)]));
    /** @param {number} day */
    const isOpen = (day) => this.#isOpen(day);
    const extra = { extent: () => this.extent, isOpen, announce, onChange: onDays };
    this.closures = new DayList(byId("closures"), say, extra);
    this.holidays = new DayList(byId("holidays"), say, extra);
    for (const choice of this.form.querySelectorAll("input[name=journey]")) {
      choice.addEventListener("change", () => this.#showQuestions());
    }
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      onSubmit();
    });
    this.#showQuestions();
  }

  /** Calls `work` in an idle moment after the reader has begun to answer, and after each answer. @param {() => void} work */
  onTyped(work) {
    this.form.addEventListener("focusin", () => whenIdle(work), { once: true });
    this.form.addEventListener("input", () => whenIdle(work));
  }

  get journey() {
    return find(this.form, "input[name=journey]:checked", HTMLInputElement).value;
  }

  /** The days that the journey's calendar knows, as numbers and in words. @returns {Extent} */
  get extent() {
    const { first, last } = this.#calendar;
    return { firstDay: first, lastDay: last, first: withoutWeekday(first), last: withoutWeekday(last) };
  }

  /** What the reader asks for, or null after having shown every problem. @returns {Entered | null} */
  read() {
    /** @type {Problem[]} */
    const found = [];
    const extent = this.extent;
    /** @type {Entered} */
    const entered = { journey: this.journey, anchors: {}, closures: [], holidays: [] };
    for (const [anchor, field] of this.#shown) {
      const read = field.read(extent);
      if ("input" in read) found.push(read);
      else if (read.day !== null) entered.anchors[anchor] = read.day;
    }
    for (const name of DAY_LISTS) {
      const read = this[name].read(extent);
      if ("input" in read) found.push(read);
      else entered[name] = read.days;
    }
    if (found.length === 0) this.problems.clear();
    else this.problems.show(found);
    return found.length === 0 ? entered : null;
  }

  /** What `read` would give; null while a date is missing or wrong. Shows nothing. @returns {Entered | null} */
  peek() {
    /** @type {Record<string, number>} */
    const anchors = {};
    for (const [anchor, field] of this.#shown) {
      const found = field.peek(this.extent);
      if ("kind" in found) return null;
      if (found.day !== null) anchors[anchor] = found.day;
    }
    return { journey: this.journey, anchors, closures: this.closures.days, holidays: this.holidays.days };
  }

  /** Shows a problem that only came up when the dates were worked out. @param {string} message @param {string} [anchor] */
  refuse(message, anchor) {
    const field = this.#shown.get(anchor ?? "");
    this.folded.open = true;
    this.problems.show([field ? field.showProblem(message) : { message }]);
  }

  /** Writes dates into the fields: from a link, from this device, or none at all. @param {Entered} entered */
  write({ journey, anchors, closures, holidays }) {
    for (const fields of this.fields.values()) for (const field of fields.values()) field.day = null;
    this.#take(journey);
    for (const [anchor, day] of Object.entries(anchors)) {
      const field = this.#shown.get(anchor);
      if (!field) continue;
      field.day = day;
      field.open();
    }
    this.closures.set(closures);
    this.holidays.set(holidays);
    this.problems.clear();
  }

  /** Leaves the questions under "Change the dates": the timeline is what the reader came for. */
  fold() {
    this.folded.open = false;
  }

  /** Takes the reader to a question. @param {string} anchor */
  ask(anchor) {
    const field = this.#shown.get(anchor);
    if (!field) return;
    this.folded.open = true;
    field.open();
    field.inputs.day.focus({ preventScroll: true });
    field.group.scrollIntoView({ block: "center" });
  }

  /** Takes the reader back to the first question. */
  /** A journey whose questions are to be answered. @param {string} journey */
  choose(journey) {
    this.#take(journey);
    this.focus();
  }

  /** @param {string} journey */
  #take(journey) {
    find(document, `#journey-${journey}`, HTMLInputElement).checked = true;
    this.#showQuestions();
  }

  focus() {
    this.folded.open = true;
    find(this.form, "input:checked", HTMLInputElement).focus({ preventScroll: true });
    this.form.scrollIntoView({ block: "start" });
  }

  get #calendar() {
    return this.calendars[this.data.plans[this.data.journeys[this.journey].plan].calendar];
  }

  /** The fields of the journey that is chosen. */
  get #shown() {
    return this.fields.get(this.journey) ?? new Map();
  }

  /** @param {string} journey @param {Say} say @returns {Map<string, DateField>} */
  #fieldsOf(journey, say) {
    const { asks, may_ask: mayAsk } = this.data.journeys[journey];
    return new Map([...asks, ...mayAsk].map((anchor) => [anchor, this.#field(byId(`${journey}-${anchor}`), say)]));
  }

  /** @param {HTMLElement} group @param {Say} say */
  #field(group, say) {
    const field = new DateField(group, say);
    find(group, "[data-action=today]", HTMLElement).addEventListener("click", () => {
      field.day = this.today();
    });
    return field;
  }

  /** Whether an office can be closed on that day at all. @param {number} day */
  #isOpen(day) {
    const { closed } = this.#calendar;
    return weekday(day) < 5 && !Object.values(closed).some((days) => days.includes(day));
  }

  #showQuestions() {
    for (const journey of this.fields.keys()) show(find(this.form, `[data-journey="${journey}"]`, HTMLElement), journey === this.journey);
    show(find(this.form, "[data-for-dated]", HTMLElement), this.#shown.size > 0);
    this.problems.clear();
  }
}

/** The error summary: every problem of the form in one list, each a link to its field. */
class Problems {
  /** @param {Say} say */
  constructor(say) {
    this.box = byId("timeline-problems");
    this.say = say;
    this.title = document.title;
  }

  /** Shows the problems, each a link to its field where it has one, and takes the focus. @param {Problem[]} problems */
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

  /** @param {Problem} problem */
  #item({ message, input }) {
    const item = fill(clone("problem-template"), { text: message });
    const anchor = find(item, "[data-slot=text]", HTMLAnchorElement);
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
