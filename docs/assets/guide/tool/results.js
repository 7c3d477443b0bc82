// The results: heading, summary, list of steps, and what was done against what was due.

import { long } from "../calendars/days.js";
import { byId, clone, fill, find, show, slot, whenIdle } from "./dom.js";
import { ActItem, drawNote } from "./act-item.js";
import { Agenda, entryOf } from "./agenda.js";

/**
 * @import { Plan } from "../dates/timeline.js"
 * @import { ActView } from "./act-view.js"
 * @import { Say } from "./dom.js"
 * @import { AgendaActions } from "./agenda.js"
 * @import { View } from "./view.js"
 *
 * @typedef {AgendaActions & { onFilter: () => void, buttons: Record<string, () => void> }} ResultActions
 */

// Of the first timeline, what a screen holds comes at once and the rest a few entries at a time: out of sight while
// its date is typed, and below what is shown where that left no time.
const AT_ONCE = 1;
const THEN = 2;
const LONGEST_WAIT = 100; // milliseconds

export class Results {
  /** @param {Say} say @param {ResultActions} actions */
  constructor(say, actions) {
    this.section = byId("timeline-results");
    this.say = say;
    this.actions = actions;
    /** @type {Map<string, ActItem>} */
    this.items = new Map();
    /** @type {Iterator<HTMLElement> | null} */
    this.waiting = null;
    /** @type {HTMLElement[]} */
    this.drawn = [];
    this.agenda = new Agenda(this.section, say, actions, (id) => this.#lead(id));
    this.list = byId("timeline-list");
    this.role = find(document, "#timeline-role", HTMLSelectElement);
    this.hideDone = find(document, "#timeline-hide-done", HTMLInputElement);
    this.allRoles = this.role.options[0];
    this.role.addEventListener("change", actions.onFilter);
    this.hideDone.addEventListener("change", actions.onFilter);
    for (const [name, act] of Object.entries(actions.buttons)) {
      find(this.section, `button[data-action="${name}"]`, HTMLButtonElement).addEventListener("click", act);
    }
    window.addEventListener("beforeprint", () => this.#finish());
  }

  get filter() {
    return { role: this.role.value, hideDone: this.hideDone.checked };
  }

  /** Draws a timeline. Where none is shown, it is laid out as it will be and stays out of sight until `show`. @param {View} view @param {Plan} plan */
  update(view, plan) {
    fill(this.section, { heading: view.heading, rest: view.restText, ...view.summary });
    slot(this.section, "warnings").replaceChildren(...view.warnings.map(drawNote));
    this.#roles(view.roles);
    this.agenda.update(view.agenda, view.who);
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
    const heading = find(this.section, ".results-heading", HTMLElement);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  /** Brings a timeline that was kept into view. The focus stays where a page that was just opened has it. */
  reveal() {
    this.section.scrollIntoView({ block: "start" });
  }

  /** @param {string} text */
  said(text) {
    slot(this.section, "said").textContent = text;
  }

  /** @param {string} text */
  kept(text) {
    slot(this.section, "kept").textContent = text;
  }

  /** The id of the act whose row stands after this one's, or before it where it is the last. @param {string} id */
  after(id) {
    const ids = [...this.section.querySelectorAll("[data-act]")].map((node) => node.getAttribute("data-act") ?? "");
    const position = ids.indexOf(id);
    return ids[position + 1] ?? ids[position - 1];
  }

  /** A row that was ticked and is now hidden takes the focus with it: give it to its neighbour. @param {string} id @param {string} [neighbour] */
  keepFocus(id, neighbour) {
    const { rows } = this.agenda;
    if (rows.get(id)?.node.isConnected) return;
    const next = rows.get(neighbour ?? "");
    if (next) next.box.focus();
    else this.focus();
  }

  /** @param {string} id @param {string} message */
  refuseDone(id, message) {
    this.agenda.rows.get(id)?.refuse(message);
  }

  clear() {
    show(this.section, false);
    this.waiting = null;
    this.items.clear();
    this.agenda.clear();
    this.list.replaceChildren();
    this.list.ariaBusy = null;
    this.role.value = "";
    this.hideDone.checked = false;
    this.said("");
    this.kept("");
  }

  /** @param {View["roles"]} roles */
  #roles(roles) {
    const chosen = this.role.value;
    this.role.replaceChildren(this.allRoles, ...roles.map(({ id, name }) => new Option(name, id)));
    this.role.value = roles.some(({ id }) => id === chosen) ? chosen : "";
  }

  /** @param {View} view @param {Plan} plan @param {number} count */
  #list(view, plan, count) {
    this.waiting = this.#nodes(view, plan);
    this.drawn = [];
    this.#draw(count);
  }

  /** Draws so many more entries, and in idle moments the rest. Until all are there the list says that it is busy. @param {number} count */
  #draw(count) {
    for (let more = count; more > 0 && this.waiting; more -= 1) {
      const { value, done } = this.waiting.next();
      if (done) this.waiting = null;
      else this.drawn.push(value);
    }
    this.#place(this.drawn);
    this.list.ariaBusy = this.waiting ? "true" : null;
    this.#drawOn();
  }

  /** Opens the entry of an act. @param {string} id */
  #lead(id) {
    this.#finish();
    this.items.get(id)?.focus();
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

  /** @param {View} view @param {Plan} plan @returns {Generator<HTMLElement>} */
  * #nodes({ shown, today, todayBefore }, plan) {
    let lastDate = "";
    for (const view of shown) {
      if (view.id === todayBefore) yield this.#todayLine(today);
      const item = this.#item(view, plan);
      item.update(view, plan);
      item.node.dataset.step = view.id;
      item.node.id = entryOf(view.id);
      item.node.dataset.number = String(view.number);
      item.node.classList.toggle("same-day", view.date !== "" && view.date === lastDate);
      lastDate = view.date;
      yield item.node;
    }
    if (todayBefore === null) yield this.#todayLine(today);
  }

  /** @param {ActView} view @param {Plan} plan */
  #item(view, plan) {
    const item = this.items.get(view.id) ?? new ActItem(view, plan, this.say);
    this.items.set(view.id, item);
    return item;
  }

  /** Elements already in place are left alone: moving one would take the focus away from it. @param {HTMLElement[]} nodes */
  #place(nodes) {
    /** @type {Set<Element>} */
    const wanted = new Set(nodes);
    for (const child of [...this.list.children]) if (!wanted.has(child)) child.remove();
    nodes.forEach((node, position) => {
      if (this.list.children[position] !== node) this.list.insertBefore(node, this.list.children[position] ?? null);
    });
  }

  /** @param {number} today */
  #todayLine(today) {
    return fill(clone("today-template"), { text: this.say("todayLine", { date: long(today) }) });
  }

  /** @param {View["actual"]} rows */
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
