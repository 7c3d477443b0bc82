// One step of the list. The same element is filled again when dates change, so that the focus stays where it is.

import { classed, clone, fill, joined, link, show, slot } from "./dom.js";
import { DateField } from "./date-field.js";
import { drawWhy } from "./why.js";

let made = 0;

export class StepItem {
  constructor(say, { onDone, extent, today }) {
    this.node = clone("step-template");
    this.say = say;
    this.why = this.node.querySelector("details.why");
    this.doneBox = this.node.querySelector("[data-control=done]");
    this.extent = extent;
    this.onDone = onDone;
    made += 1;
    this.doneBox.id = `step-${made}-done`;
    slot(this.node, "doneLabel").htmlFor = this.doneBox.id;
    this.why.addEventListener("toggle", () => this.#drawWhy());
    this.doneBox.addEventListener("change", () => onDone(this.view, this.doneBox.checked ? today() : null));
  }

  update(view, plan) {
    this.view = view;
    this.plan = plan;
    const of = this.say("of", { title: view.title });
    fill(this.node, {
      weekday: view.weekday, date: view.dateAlone, dayNumber: view.dayNumber && ` ${view.dayNumber}`,
      title: view.title, due: view.dueText, part: view.part, kind: view.kindText,
      authority: view.authority, rule: view.rule, who: view.who, what: view.what,
      inShort: view.inShort, whyOf: of,
    });
    slot(this.node, "title").href = view.href;
    classed(slot(this.node, "due"), `step-due kind-${view.kind}`);
    badge(slot(this.node, "authority"), view.authority);
    this.node.classList.toggle("no-date", view.date === "");
    this.#status(view.status);
    this.#lookBack(view.lookBack);
    this.#links(view);
    slot(this.node, "notes").replaceChildren(...view.alternatives.flatMap(drawAlternative), ...view.notes.map(drawNote));
    this.doneBox.setAttribute("aria-label", this.say("doneOf", { title: view.title }));
    this.doneBox.checked = view.done !== null;
    this.#doneOn(view.done);
    show(this.why, view.step.counted !== null);
    this.#drawWhy();
  }

  /** Brings the step into view; its heading's link takes the focus. */
  focus() {
    const title = slot(this.node, "title");
    title.focus({ preventScroll: true });
    this.node.scrollIntoView({ block: "start" });
  }

  refuse(message) {
    this.doneBox.checked = this.view.done !== null;
    this.#doneField().showProblem(message).input.focus();
  }

  #status({ kind, text }) {
    this.node.querySelector(".step-status")?.remove();
    this.node.classList.toggle("is-done", kind === "done");
    if (text === "") return;
    const line = fill(clone(`status-${kind === "soon" ? "today" : kind}-template`), { text });
    this.node.querySelector(".step-heading").after(line);
  }

  /** Only steps that reach back have this row. */
  #lookBack(text) {
    this.node.querySelector(".step-look-back")?.remove();
    if (text === "") return;
    const row = fill(clone("row-template"), { name: this.say("lookBackName"), text });
    row.className = "step-look-back";
    slot(this.node, "source").parentElement.before(row);
  }

  /** Forms and source stay the same when dates change. */
  #links(view) {
    const drawn = JSON.stringify([view.forms, view.source, view.questions]);
    if (drawn === this.linked) return;
    this.linked = drawn;
    const forms = view.forms.map((form) => {
      const made = link(form.label, form.href);
      if (form.title !== form.label) made.title = form.title;
      return made;
    });
    joined(slot(this.node, "forms"), forms.length > 0 ? forms : [this.say("noForm")], ", ");
    const places = [link(view.source, view.href), ...view.questions.map(({ text, href }) => link(text, href))];
    joined(slot(this.node, "source"), places, "; ");
  }

  #drawWhy() {
    if (this.why.open && this.view.step.counted) slot(this.node, "why").replaceChildren(drawWhy(this.view, this.plan, this.say));
  }

  #doneOn(day) {
    if (day !== null && this.shownDone !== day) this.#doneField().day = day;
    if (this.field) show(this.field.group, day !== null);
    this.shownDone = day;
  }

  /** Made when first needed: text fields are the slowest thing on a page to make, and most steps never show theirs. */
  #doneField() {
    if (!this.field) {
      const group = fill(clone("done-date-template"), { doneOn: this.say("doneOn", { title: this.view.title }) });
      const error = slot(group, "error");
      error.id = `${this.doneBox.id}-error`;
      group.setAttribute("aria-describedby", error.id);
      this.field = new DateField(group, this.say);
      this.field.required = true;
      group.querySelector("[data-action=done-on]").addEventListener("click", () => this.#readDone());
      group.addEventListener("keydown", ({ key, target }) => key === "Enter" && target.matches("input") && this.#readDone());
      this.node.querySelector(".step-done").append(group);
    }
    show(this.field.group, true);
    return this.field;
  }

  #readDone() {
    const found = this.field.read(this.extent());
    if (found.input) found.input.focus();
    else this.onDone(this.view, found.day);
  }
}

function badge(node, authority) {
  node.textContent = authority.slice(0, 1).toUpperCase() + authority.slice(1);
  classed(node, `badge badge-${authority.toLowerCase().replaceAll(" ", "-")}`);
}

function drawAlternative(one) {
  const note = fill(clone("note-template"), { lead: one.lead, text: one.missing, authority: one.authority, says: one.says });
  note.classList.add(`note-${one.kind}`);
  badge(slot(note, "authority"), one.authority);
  const anchor = slot(note, "link");
  anchor.textContent = one.link.text;
  anchor.href = one.link.href;
  if (one.warning === "") return [note];
  return [drawNote({ kind: "warning", text: one.warning }), note];
}

export function drawNote({ kind, text }) {
  if (kind === "aside") {
    const line = fill(clone("line-template"), { text });
    line.className = "rule";
    return line;
  }
  return fill(clone(kind === "warning" ? "warning-template" : "notice-template"), { text });
}
