// The table by day, with the only boxes to tick, and what stands above it. Each name leads to its entry in the list.

import { long } from "../calendars/days.js";
import { DateField } from "./date-field.js";
import { byId, classed, clone, fill, find, show, slot, statusLine } from "./dom.js";

/**
 * @import { Extent } from "./date-field.js"
 * @import { Say } from "./dom.js"
 * @import { ActView } from "./act-view.js"
 * @import { AgendaView, Glance } from "./agenda-view.js"
 *
 * @typedef {object} AgendaActions
 * @property {(view: ActView, day: number | null) => void} onDone
 * @property {() => Extent} extent
 * @property {() => number} today
 * @property {(anchor: string) => void} onAsk
 */

let rows = 0;

/** The id of an act's entry in the list. @param {string} id */
export function entryOf(id) {
  return `entry-${id}`;
}

export class Agenda {
  /** @param {HTMLElement} section @param {Say} say @param {AgendaActions} actions @param {(id: string) => void} lead Opens the entry of an act. */
  constructor(section, say, actions, lead) {
    this.section = section;
    this.say = say;
    this.actions = actions;
    this.lead = lead;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
  }

  /** @param {AgendaView} view @param {string} who Whose rows these are. */
  update(view, who) {
    const { section } = this;
    fill(section, { overdueRest: view.overdueRest, next: view.next, nextRest: view.nextRest, passed: view.passed, over: view.overText });
    this.#listed("overdue", view.overdue.map((one) => this.#glance(one)));
    this.#listed("ask", view.ask.map(({ field, anchor, asks, text }) => this.#named(field, { title: asks, text }, () => this.actions.onAsk(anchor))));
    slot(section, "nextLink").replaceChildren(...(view.nextAct ? [this.#link(view.nextAct)] : []));
    for (const name of ["calendarOf", "spreadsheetOf", "tableOf"]) fill(section, { [name]: this.say(name, { who }) });
    this.#fill("agenda", view.rows);
    this.#fill("agenda-over", view.over);
    show(byId("timeline-over"), view.over.length > 0);
  }

  clear() {
    this.rows.clear();
    for (const id of ["agenda", "agenda-over"]) slot(byId(id), "rows").replaceChildren();
  }

  /** @param {string} name @param {HTMLElement[]} items */
  #listed(name, items) {
    slot(this.section, name).replaceChildren(...items);
    show(find(this.section, `[data-row="${name}"]`, HTMLElement), items.length > 0);
  }

  /** @param {Glance} one */
  #glance(one) {
    return this.#named(entryOf(one.id), one, () => this.lead(one.id));
  }

  /** @param {Glance} one */
  #link(one) {
    return slot(this.#glance(one), "title");
  }

  /** @param {string} to @param {{ title: string, text: string }} one @param {() => void} follow */
  #named(to, { title, text }, follow) {
    const made = fill(clone("glance-template"), { title, text });
    leads(slot(made, "title"), to, follow);
    return made;
  }

  /** Rows already in place are left alone: moving one would take the focus away from it. @param {string} id @param {ActView[]} views */
  #fill(id, views) {
    const body = slot(byId(id), "rows");
    let before = "";
    const wanted = views.map((view) => {
      const row = this.#row(view);
      row.update(view, view.date !== "" && view.date === before);
      before = view.date;
      return row.node;
    });
    /** @type {Set<Element>} */
    const kept = new Set(wanted);
    for (const child of [...body.children]) if (!kept.has(child)) child.remove();
    wanted.forEach((node, at) => {
      if (body.children[at] !== node) body.insertBefore(node, body.children[at] ?? null);
    });
  }

  /** @param {ActView} view */
  #row(view) {
    const row = this.rows.get(view.id) ?? new Row(view, this.say, this.actions, this.lead);
    this.rows.set(view.id, row);
    return row;
  }
}

/** The same element is filled again when dates change, so that the focus stays where it is. */
export class Row {
  /** @param {ActView} view @param {Say} say @param {AgendaActions} actions @param {(id: string) => void} lead */
  constructor(view, say, actions, lead) {
    this.node = clone("row-of-agenda");
    this.node.dataset.act = view.id;
    this.view = view;
    this.say = say;
    this.actions = actions;
    this.box = find(this.node, "[data-control=done]", HTMLInputElement);
    rows += 1;
    this.box.id = `act-${rows}-done`;
    find(this.node, "[data-slot=doneLabel]", HTMLLabelElement).htmlFor = this.box.id;
    this.box.addEventListener("change", () => actions.onDone(this.view, this.box.checked ? actions.today() : null));
    leads(slot(this.node, "title"), entryOf(view.id), () => lead(view.id));
    /** @type {DateField | null} */
    this.field = null;
    /** @type {number | null} */
    this.shownDone = null;
  }

  /** @param {ActView} view @param {boolean} isSameDay As the row above it. */
  update(view, isSameDay) {
    this.view = view;
    const { date, dayNumber, title, who, status, shortKind: kind } = view;
    const forms = view.forms.map(({ label }) => label).join(", ");
    fill(this.node, { day: date || `${this.say("noDate")}${kind && ","}`, dayNumber: dayNumber && `${dayNumber}, `, kind, title, who, forms });
    classed(this.node, [view.done === null ? "" : "is-done", isSameDay ? "same-day" : ""].join(" ").trim());
    statusLine(this.node, slot(this.node, "title"), status);
    this.box.setAttribute("aria-label", this.say("doneOf", { title: view.name }));
    this.box.checked = view.done !== null;
    if (view.done === null) this.#dropField();
    else if (this.shownDone !== view.done) this.#doneField().day = view.done;
    this.shownDone = view.done;
  }

  /** @param {string} message */
  refuse(message) {
    this.box.checked = this.view.done !== null;
    this.#doneField().showProblem(message).input.focus();
  }

  /** What is no longer shown holds no date either. */
  #dropField() {
    this.field?.group.closest("details")?.remove();
    this.field = null;
  }

  /** Made when first needed: text fields are the slowest thing on a page to make, and most acts never show theirs. */
  #doneField() {
    return this.field ?? this.#newField();
  }

  #newField() {
    const { name } = this.view;
    const fold = fill(clone("done-date-template"), { of: this.say("of", { title: name }), doneOn: this.say("doneOn", { title: name }) });
    const group = find(fold, "fieldset", HTMLElement);
    group.id = `${this.box.id}-date`;
    const field = new DateField(group, this.say);
    field.required = true;
    this.field = field;
    const readDone = () => this.#readDone(field);
    find(group, "[data-action=done-on]", HTMLElement).addEventListener("click", readDone);
    for (const input of Object.values(field.inputs)) {
      input.addEventListener("keydown", ({ key }) => {
        if (key === "Enter") readDone();
      });
    }
    find(this.node, "th", HTMLElement).append(fold);
    return field;
  }

  /** @param {DateField} field */
  #readDone(field) {
    const { extent, today, onDone } = this.actions;
    const found = field.read(extent());
    if ("input" in found) found.input.focus();
    else if ((found.day ?? 0) > today()) this.refuse(this.say("doneAhead", { date: long(today()) }));
    else onDone(this.view, found.day);
  }
}

/** A link within the page that never rewrites the address, in which the dates may stand. @param {HTMLElement} anchor @param {string} to @param {() => void} follow */
function leads(anchor, to, follow) {
  anchor.setAttribute("href", `#${to}`);
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    follow();
  });
}
