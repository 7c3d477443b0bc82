// What a reader can take away from the page: a link, a calendar file, a spreadsheet, a print.

import { long } from "../calendars/days.js";
import { byId, show, slot } from "./dom.js";
import { calendarFile, spreadsheet } from "./files.js";
import { LONGEST, writeLink } from "./link.js";

export class Sharing {
  /** `current()` gives `{worked, view}`; `stamp()` the calendar file's `{token, sequence}`. */
  constructor(say, data, { current, stamp, said }) {
    Object.assign(this, { say, data, current, stamp, said });
    this.byHand = slot(byId("timeline-results"), "link-by-hand");
  }

  calendar() {
    const { view, worked } = this.current();
    const steps = view.shown.map((item) => item.step);
    const content = calendarFile(steps, { ...this.stamp(), worked, data: this.data, say: this.say });
    this.#save("ics", "text/calendar;charset=utf-8", content);
  }

  spreadsheet() {
    const content = spreadsheet(this.current().view.shown, this.#from(), this.say);
    this.#save("csv", "text/csv;charset=utf-8", content);
  }

  async link() {
    const { inputs } = this.current().worked;
    const whole = writeLink(inputs);
    const written = whole.length <= LONGEST ? whole : writeLink({ ...inputs, done: {} });
    if (written.length > LONGEST) {
      this.said(this.say("linkTooLong"));
      return;
    }
    const address = `${location.href.split("#")[0]}#${written}`;
    this.said(this.say(await this.#copy(address) ? (written === whole ? "copied" : "copiedShort") : "byHand"));
  }

  hideLink() {
    show(this.byHand, false);
  }

  async #copy(address) {
    try {
      await navigator.clipboard.writeText(address);
      this.hideLink();
      return true;
    } catch {
      const field = this.byHand.querySelector("input");
      field.value = address;
      show(this.byHand, true);
      field.focus();
      field.select();
      return false;
    }
  }

  #save(extension, type, content) {
    const name = `${this.say("fileName")}.${extension}`;
    if (content === "") {
      this.said(this.say("nothingToSave"));
      return;
    }
    download(name, type, content);
    this.said(this.say("saved", { name }));
  }

  #from() {
    const { calendar, calendarHash: hash } = this.current().worked;
    return this.say("csv.from", { version: this.data.version, hash, through: long(calendar.publishedThrough) });
  }
}

/** Hands a text to the reader as a file, without a request. */
function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers read it after the click has returned
}
