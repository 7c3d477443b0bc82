// One step of the list. The same element is filled again when dates change, so that the focus stays where it is.

import { firstUp } from "../dates/acts.js";
import { classed, clone, fill, find, joined, link, show, slot, statusLine } from "./dom.js";
import { drawWhy } from "./why.js";

/**
 * @import { Plan } from "../dates/timeline.js"
 * @import { Say } from "./dom.js"
 * @import { ActView, AlternativeView, Note, PlaceView } from "./act-view.js"
 */

export class ActItem {
  /** @param {ActView} view @param {Plan} plan @param {Say} say */
  constructor(view, plan, say) {
    this.node = clone("step-template");
    this.view = view;
    this.plan = plan;
    this.say = say;
    this.fold = find(this.node, "details", HTMLDetailsElement);
    this.why = find(this.node, "details.why", HTMLDetailsElement);
    this.linked = "";
    this.why.addEventListener("toggle", () => this.#drawWhy());
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
    classed(slot(this.node, "due"), `step-due kind-${view.kind}`);
    badge(slot(this.node, "authority"), view.authority);
    this.node.classList.toggle("no-date", view.date === "");
    this.node.classList.toggle("is-done", view.done !== null);
    // In the heading, behind the day: who goes from heading to heading hears of a line what stands on it.
    statusLine(this.node, slot(this.node, "dayNumber"), view.status);
    this.#lookBack(view.lookBack);
    this.#links(view);
    slot(this.node, "notes").replaceChildren(...view.alternatives.map(drawAlternative), ...view.notes.map(drawNote));
    show(this.why, view.act.counted !== null);
    this.#drawWhy();
  }

  /** Opens the entry and brings it into view; its heading takes the focus. */
  focus() {
    this.fold.open = true;
    find(this.fold, "summary", HTMLElement).focus({ preventScroll: true });
    this.node.scrollIntoView({ block: "start" });
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
    joined(slot(this.node, "forms"), forms, ", ");
    show(find(this.node, "[data-row=form]", HTMLElement), forms.length > 0);
    const questions = view.questions.map(({ text, href }) => link(text, href));
    const [{ text, href, line }] = view.places;
    if (line === "") joined(slot(this.node, "source"), [link(text, href), ...questions], "; ");
    else slot(this.node, "source").replaceChildren(...view.places.map(drawPlace), ...drawQuestions(questions));
  }

  #drawWhy() {
    const { counted, rule } = this.view.act;
    if (this.why.open && counted) slot(this.node, "why").replaceChildren(drawWhy(counted, rule?.start ?? "", this.plan, this.say));
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
