// One question with its three text fields. It shows what is wrong beside itself and never moves the focus.

import { toYmd } from "../days.js";
import { messageFor, readDate } from "./date-entry.js";
import { show } from "./dom.js";

export class DateField {
  constructor(group, say) {
    this.group = group;
    this.say = say;
    this.inputs = Object.fromEntries([...group.querySelectorAll("input[data-part]")].map((one) => [one.dataset.part, one]));
    this.error = group.querySelector(".error-message");
    this.required = "required" in group.dataset;
  }

  get typed() {
    return Object.fromEntries(Object.entries(this.inputs).map(([part, input]) => [part, input.value]));
  }

  get isEmpty() {
    return Object.values(this.typed).every((text) => text.trim() === "");
  }

  set day(day) {
    const [year, month, dayOfMonth] = day === null ? ["", "", ""] : toYmd(day);
    this.inputs.day.value = dayOfMonth;
    this.inputs.month.value = month;
    this.inputs.year.value = year;
    this.clearError();
  }

  /** `{day}`, or `{message, input}` after having shown the message. An optional date may be left empty: `{day: null}`. */
  read(extent) {
    this.clearError();
    if (this.isEmpty && !this.required) return { day: null };
    const found = readDate(this.typed, extent.firstDay, extent.lastDay);
    if (!("kind" in found)) return found;
    return this.showProblem(messageFor(found, this.group.dataset, this.say, extent), found.parts);
  }

  showProblem(message, parts = ["day", "month", "year"]) {
    this.error.textContent = message;
    show(this.error, true);
    this.group.classList.add("has-error");
    for (const part of parts) this.inputs[part].setAttribute("aria-invalid", "true");
    // A fold that hides a mistake would hide its cure.
    const fold = this.group.closest("details");
    if (fold) fold.open = true;
    return { message, input: this.inputs[parts[0]] };
  }

  clearError() {
    this.error.textContent = "";
    show(this.error, false);
    this.group.classList.remove("has-error");
    for (const input of Object.values(this.inputs)) input.removeAttribute("aria-invalid");
  }
}
