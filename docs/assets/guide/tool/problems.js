// The error summary: every problem of the form in one list, each a link to its field.

import { byId, clone, fill, show, slot } from "./dom.js";

export class Problems {
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
