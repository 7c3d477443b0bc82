// One step of the list. The same element is filled again when dates change, so that the focus stays where it is.

import { clone, fill, joined, link, show, slot } from "./dom.js";
import { DateField } from "./date-field.js";
import { drawWhy } from "./why.js";

let made = 0;

export class StepItem {
  constructor(say, { onDone, extent, today }) {
    this.node = clone("step-template");
    this.say = say;
    this.why = this.node.querySelector("details.why");
    this.doneBox = this.node.querySelector("[data-control=done]");
    this.doneDate = slot(this.node, "doneDate");
    this.#connectLabels();
    this.field = new DateField(this.doneDate, say);
    this.field.required = true;
    this.why.addEventListener("toggle", () => this.#drawWhy());
    this.doneBox.addEventListener("change", () => onDone(this.view, this.doneBox.checked ? today() : null));
    this.doneDate.querySelector("[data-action=done-on]").addEventListener("click", () => {
      const found = this.field.read(extent());
      if (found.input) found.input.focus();
      else onDone(this.view, found.day);
    });
  }

  update(view, plan) {
    this.view = view;
    this.plan = plan;
    const of = this.say("of", { title: view.title });
    fill(this.node, {
      weekday: view.date.split(" ", 1)[0], date: view.date.split(" ").slice(1).join(" ") || this.say("noDate"), dayNumber: view.dayNumber, title: view.title, due: view.dueText, part: view.part, kind: view.kindText,
      authority: view.authority, rule: view.rule, who: view.who, what: view.what, lookBack: view.lookBack,
      inShort: view.inShort, whyOf: of, doneOn: this.say("doneOn", { title: view.title }),
    });
    slot(this.node, "title").href = view.href;
    slot(this.node, "due").className = `step-due kind-${view.kind}`;
    badge(slot(this.node, "authority"), view.authority);
    this.node.classList.toggle("no-date", view.date === "");
    this.#status(view.status);
    this.#links(view);
    slot(this.node, "notes").replaceChildren(...view.alternatives.flatMap(drawAlternative), ...view.notes.map(drawNote));
    this.doneBox.setAttribute("aria-label", this.say("doneOf", { title: view.title }));
    this.doneBox.checked = view.done !== null;
    show(this.doneDate, view.done !== null);
    if (this.shownDone !== view.done) this.field.day = view.done;
    this.shownDone = view.done;
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
    show(this.doneDate, true);
    this.field.showProblem(message).input.focus();
  }

  #status({ kind, text }) {
    fill(this.node, { statusText: text });
    const line = slot(this.node, "status");
    show(line, text !== "");
    line.className = `step-status status-${kind}`;
    this.node.classList.toggle("is-done", kind === "done");
  }

  #links(view) {
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

  /** Ids are made here: a cloned template cannot carry its own. */
  #connectLabels() {
    made += 1;
    this.doneBox.id = `step-${made}-done`;
    slot(this.node, "doneLabel").htmlFor = this.doneBox.id;
    const error = slot(this.node, "error");
    error.id = `step-${made}-error`;
    this.doneDate.setAttribute("aria-describedby", error.id);
  }
}

function badge(node, authority) {
  node.textContent = authority.slice(0, 1).toUpperCase() + authority.slice(1);
  node.className = `badge badge-${authority.toLowerCase().replaceAll(" ", "-")}`;
}

function drawAlternative(one) {
  const note = fill(clone("note-template"), { lead: one.lead, text: one.missing, authority: one.authority, says: one.says });
  note.classList.add(`note-${one.kind}`);
  badge(slot(note, "authority"), one.authority);
  const anchor = slot(note, "link");
  anchor.textContent = one.link.text;
  anchor.href = one.link.href;
  if (one.warning === "") return [note];
  return [drawNote({ kind: one.kind === "national" ? "warning" : "notice", text: one.warning }), note];
}

export function drawNote({ kind, text }) {
  if (kind === "aside") {
    const line = fill(clone("line-template"), { text });
    line.className = "rule";
    return line;
  }
  return fill(clone(kind === "warning" ? "warning-template" : "notice-template"), { text });
}
