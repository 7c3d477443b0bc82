// The results: heading, summary, list of steps, and what was done against what was due.

import { long } from "../calendars/days.js";
import { byId, clone, fill, show, slot, whenIdle } from "./dom.js";
import { StepItem, drawNote } from "./step-item.js";

// Of the first timeline, what a screen holds comes at once and the rest a few entries at a time: out of sight while
// its date is typed, and below what is shown where that left no time.
const AT_ONCE = 1;
const THEN = 2;
const LONGEST_WAIT = 100; // milliseconds

export class Results {
  constructor(say, actions) {
    this.section = byId("timeline-results");
    this.say = say;
    this.actions = actions;
    this.items = new Map();
    this.list = byId("timeline-list");
    this.role = byId("timeline-role");
    this.hideDone = byId("timeline-hide-done");
    this.allRoles = this.role.options[0];
    this.role.addEventListener("change", actions.onFilter);
    this.hideDone.addEventListener("change", actions.onFilter);
    for (const button of this.section.querySelectorAll("button[data-action]")) {
      button.addEventListener("click", actions[button.dataset.action]);
    }
    window.addEventListener("beforeprint", () => this.#finish());
  }

  get filter() {
    return { role: this.role.value, hideDone: this.hideDone.checked };
  }

  /** Draws a timeline. Where none is shown, it is laid out as it will be and stays out of sight until `show`. */
  update(view, plan) {
    fill(this.section, { heading: view.heading, rest: view.restText, ...view.summary });
    this.next = view.next;
    show(slot(this.section, "toNext"), view.next !== null);
    slot(this.section, "warnings").replaceChildren(...view.warnings.map(drawNote));
    this.#roles(view.roles);
    this.#list(view, plan, this.section.hidden ? AT_ONCE : Infinity);
    this.#actual(view.actual);
  }

  show() {
    if (!this.section.hidden) return;
    show(this.section, true);
    this.#drawOn();
  }

  /** The heading takes the focus: what follows it is the answer. */
  focus() {
    const heading = this.section.querySelector(".results-heading");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  goToNext() {
    this.#finish();
    this.items.get(this.next).focus();
  }

  said(text) {
    slot(this.section, "said").textContent = text;
  }

  kept(text) {
    slot(this.section, "kept").textContent = text;
  }

  /** The id of the step that is shown after this one, or before it where it is the last. */
  after(id) {
    const nodes = [...this.list.querySelectorAll("[data-step]")];
    const position = nodes.indexOf(this.items.get(id).node);
    return (nodes[position + 1] ?? nodes[position - 1])?.dataset.step;
  }

  /** A step that was ticked and is now hidden takes the focus with it: give it to its neighbour. */
  keepFocus(id, neighbour) {
    if (this.items.get(id).node.isConnected) return;
    if (neighbour) this.items.get(neighbour).doneBox.focus();
    else this.focus();
  }

  refuseDone(id, message) {
    this.items.get(id).refuse(message);
  }

  clear() {
    show(this.section, false);
    this.waiting = null;
    this.items.clear();
    this.list.replaceChildren();
    this.list.ariaBusy = null;
    this.role.value = "";
    this.hideDone.checked = false;
    this.said("");
    this.kept("");
  }

  #roles(roles) {
    const chosen = this.role.value;
    this.role.replaceChildren(this.allRoles, ...roles.map(({ id, name }) => new Option(name, id)));
    this.role.value = roles.some(({ id }) => id === chosen) ? chosen : "";
  }

  #list(view, plan, count) {
    this.waiting = this.#nodes(view, plan);
    this.drawn = [];
    this.#draw(count);
  }

  /** Draws so many more entries, and in idle moments the rest. Until all are there the list says that it is busy. */
  #draw(count) {
    const { waiting } = this;
    for (let more = count; more > 0 && this.waiting; more -= 1) {
      const { value, done } = waiting.next();
      if (done) this.waiting = null;
      else this.drawn.push(value);
    }
    this.#place(this.drawn);
    this.list.ariaBusy = this.waiting ? "true" : null;
    this.#drawOn();
  }

  #drawOn() {
    const { waiting } = this;
    if (!waiting) return;
    whenIdle(() => {
      if (this.waiting !== waiting) return;
      this.#draw(THEN);
      if (this.section.hidden) this.list.getBoundingClientRect(); // to answer, the browser lays out what it does not show
    }, this.section.hidden ? undefined : LONGEST_WAIT);
  }

  #finish() {
    if (this.waiting) this.#draw(Infinity);
  }

  * #nodes({ shown, today, todayBefore }, plan) {
    let lastDate = "";
    for (const view of shown) {
      if (view.id === todayBefore) yield this.#todayLine(today);
      const item = this.#item(view.id);
      item.update(view, plan);
      item.node.dataset.step = view.id;
      item.node.dataset.number = view.number;
      item.node.classList.toggle("same-day", view.date !== "" && view.date === lastDate);
      lastDate = view.date;
      yield item.node;
    }
    if (todayBefore === null) yield this.#todayLine(today);
  }

  #item(id) {
    if (!this.items.has(id)) this.items.set(id, new StepItem(this.say, this.actions));
    return this.items.get(id);
  }

  /** Elements already in place are left alone: moving one would take the focus away from it. */
  #place(nodes) {
    const wanted = new Set(nodes);
    for (const child of [...this.list.children]) if (!wanted.has(child)) child.remove();
    nodes.forEach((node, position) => {
      if (this.list.children[position] !== node) this.list.insertBefore(node, this.list.children[position] ?? null);
    });
  }

  #todayLine(today) {
    return fill(clone("today-template"), { text: this.say("todayLine", { date: long(today) }) });
  }

  #actual(rows) {
    slot(this.section, "actual").replaceChildren(...rows.map((row) => {
      const made = fill(clone("actual-template"), {
        step: row.step, due: row.due, done: row.done, difference: row.difference, left: row.left,
      });
      slot(made, "difference").classList.toggle("is-late", row.late);
      return made;
    }));
    show(byId("timeline-actual"), rows.length > 0);
  }
}
