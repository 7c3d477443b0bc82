// One step of the list. The same element is filled again when dates change, so that the focus stays where it is.

import { long } from "../calendars/days.js";
import { firstUp } from "../dates/acts.js";
import { DateField } from "./date-field.js";
import { classed, clone, fill, find, joined, link, show, slot } from "./dom.js";
import { drawWhy } from "./why.js";

/**
 * @import { Plan } from "../dates/timeline.js"
 * @import { Extent } from "./date-field.js"
 * @import { Say } from "./dom.js"
 * @import { ActView, AlternativeView, Note, PlaceView } from "./act-view.js"
 *
 * @typedef {object} ActActions
 * @property {(view: ActView, day: number | null) => void} onDone
 * @property {() => Extent} extent
 * @property {() => number} today
 */

/** How each standing is drawn, where that is not by its own name. @type {Record<string, string>} */
const DRAWN_AS = { "done late": "done", passed: "today", soon: "today" };

let items = 0;

export class ActItem {
  /** @param {ActView} view @param {Plan} plan @param {Say} say @param {ActActions} actions */
  constructor(view, plan, say, { onDone, extent, today }) {
    this.node = clone("step-template");
    this.view = view;
    this.plan = plan;
    this.say = say;
    this.why = find(this.node, "details.why", HTMLDetailsElement);
    this.doneBox = find(this.node, "[data-control=done]", HTMLInputElement);
    /** @type {DateField | null} */
    this.field = null;
    /** @type {number | null} */
    this.shownDone = null;
    this.linked = "";
    this.extent = extent;
    this.today = today;
    this.onDone = onDone;
    items += 1;
    this.doneBox.id = `step-${items}-done`;
    find(this.node, "[data-slot=doneLabel]", HTMLLabelElement).htmlFor = this.doneBox.id;
    this.why.addEventListener("toggle", () => this.#drawWhy());
    this.doneBox.addEventListener("change", () => onDone(this.view, this.doneBox.checked ? today() : null));
  }

  /** @param {ActView} view @param {Plan} plan */
  update(view, plan) {
    this.view = view;
    this.plan = plan;
    const of = this.say("of", { title: view.title });
    fill(this.node, {
      weekday: view.weekday, date: view.dateAlone, dayNumber: view.dayNumber && ` ${view.dayNumber}`,
      title: view.title, due: view.dueText, part: view.part, kind: view.kindText,
      authority: view.authority, rule: view.rule, who: view.who, to: view.to, what: view.what,
      inShort: view.inShort, whyOf: of,
    });
    find(this.node, "[data-slot=title]", HTMLAnchorElement).href = view.href;
    classed(slot(this.node, "due"), `step-due kind-${view.kind}`);
    badge(slot(this.node, "authority"), view.authority);
    this.node.classList.toggle("no-date", view.date === "");
    this.#status(view.status);
    this.#lookBack(view.lookBack);
    this.#links(view);
    slot(this.node, "notes").replaceChildren(...view.alternatives.map(drawAlternative), ...view.notes.map(drawNote));
    this.doneBox.setAttribute("aria-label", this.say("doneOf", { title: view.name }));
    this.doneBox.checked = view.done !== null;
    this.#doneOn(view.done);
    show(this.why, view.act.counted !== null);
    this.#drawWhy();
  }

  /** Brings the step into view; its heading's link takes the focus. */
  focus() {
    const title = slot(this.node, "title");
    title.focus({ preventScroll: true });
    this.node.scrollIntoView({ block: "start" });
  }

  /** @param {string} message */
  refuse(message) {
    this.doneBox.checked = this.view.done !== null;
    this.#doneField().showProblem(message).input.focus();
  }

  /** @param {ActView["status"]} status */
  #status({ kind, text }) {
    this.node.querySelector(".step-status")?.remove();
    this.node.classList.toggle("is-done", this.view.done !== null);
    if (text === "") return;
    const line = fill(clone(`status-${DRAWN_AS[kind] ?? kind}-template`), { text });
    find(this.node, ".step-heading", HTMLElement).after(line);
  }

  /** Only steps that reach back have this row. @param {string} text */
  #lookBack(text) {
    this.node.querySelector(".step-look-back")?.remove();
    if (text === "") return;
    const row = fill(clone("row-template"), { name: this.say("lookBackName"), text });
    row.className = "step-look-back";
    slot(this.node, "source").closest("[data-row]")?.before(row);
  }

  /** Forms and source stay the same when dates change. @param {ActView} view */
  #links(view) {
    const drawn = JSON.stringify([view.forms, view.places, view.questions]);
    if (drawn === this.linked) return;
    this.linked = drawn;
    const forms = view.forms.map((form) => {
      const anchor = link(form.label, form.href);
      if (form.title !== form.label) anchor.title = form.title;
      return anchor;
    });
    joined(slot(this.node, "forms"), forms.length > 0 ? forms : [this.say("noForm")], ", ");
    const questions = view.questions.map(({ text, href }) => link(text, href));
    const [{ text, href, line }] = view.places;
    if (line === "") joined(slot(this.node, "source"), [link(text, href), ...questions], "; ");
    else slot(this.node, "source").replaceChildren(...view.places.map(drawPlace), ...drawQuestions(questions));
  }

  #drawWhy() {
    const { counted, rule } = this.view.act;
    if (this.why.open && counted) slot(this.node, "why").replaceChildren(drawWhy(counted, rule?.start ?? "", this.plan, this.say));
  }

  /** @param {number | null} day */
  #doneOn(day) {
    if (day === null) this.#dropField();
    else if (this.shownDone !== day) this.#doneField().day = day;
    this.shownDone = day;
  }

  /** What is no longer shown holds no date either. */
  #dropField() {
    this.field?.group.remove();
    this.field = null;
  }

  /** Made when first needed: text fields are the slowest thing on a page to make, and most steps never show theirs. */
  #doneField() {
    return this.field ?? this.#newField();
  }

  #newField() {
    const group = fill(clone("done-date-template"), { doneOn: this.say("doneOn", { title: this.view.name }) });
    const error = slot(group, "error");
    error.id = `${this.doneBox.id}-error`;
    group.setAttribute("aria-describedby", error.id);
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
    find(this.node, ".step-done", HTMLElement).append(group);
    return field;
  }

  /** @param {DateField} field */
  #readDone(field) {
    const found = field.read(this.extent());
    if ("input" in found) found.input.focus();
    else if ((found.day ?? 0) > this.today()) this.refuse(this.say("doneAhead", { date: long(this.today()) }));
    else this.onDone(this.view, found.day);
  }
}

/** One flowchart's own line of an act that several describe. @param {PlaceView} place */
function drawPlace({ text, href, line }) {
  const made = fill(clone("place-template"), { line });
  const anchor = find(made, "[data-slot=place]", HTMLAnchorElement);
  anchor.textContent = text;
  anchor.href = href;
  return made;
}

/** @param {HTMLElement[]} links */
function drawQuestions(links) {
  if (links.length === 0) return [];
  const made = clone("questions-template");
  joined(made, links, "; ");
  return [made];
}

/** @param {HTMLElement} node @param {string} authority */
function badge(node, authority) {
  node.textContent = firstUp(authority);
  // Where several set the date, the highest of them gives the colour.
  classed(node, `badge badge-${authority.toLowerCase().split(" and ")[0].replaceAll(" ", "-")}`);
}

/** @param {AlternativeView} one */
function drawAlternative(one) {
  const note = fill(clone("note-template"), { lead: one.lead, text: one.missing, authority: one.authority, says: one.says });
  note.classList.add(`note-${one.kind}`);
  badge(slot(note, "authority"), one.authority);
  const anchor = find(note, "[data-slot=link]", HTMLAnchorElement);
  anchor.textContent = one.link.text;
  anchor.href = one.link.href;
  return note;
}

/** @param {Note} note */
export function drawNote({ kind, text }) {
  if (kind === "aside") {
    const line = fill(clone("line-template"), { text });
    line.className = "rule";
    return line;
  }
  return fill(clone(kind === "warning" ? "warning-template" : "notice-template"), { text });
}
