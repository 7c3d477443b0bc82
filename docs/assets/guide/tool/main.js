// Puts the timeline tool together. What the reader entered lives here, in memory, until they ask for more.

import { DayError, long, parse } from "../calendars/days.js";
import { todayInLondon } from "../calendars/today.js";
import { byId, speaker } from "./dom.js";
import { Form } from "./form.js";
import { daysOf, readLink, writeLink } from "./link.js";
import { Memory } from "./memory.js";
import { Results } from "./results.js";
import { Sharing } from "./sharing.js";
import { viewOf } from "./view.js";
import { workOut } from "./work-out.js";

const NOTHING = { anchors: {}, closures: [], holidays: [], done: {} };
const today = () => parse(todayInLondon());
const read = (id) => JSON.parse(byId(id).textContent);

class Tool {
  constructor() {
    this.data = read("timeline-data");
    this.calendars = read("timeline-calendars");
    this.say = speaker(read("timeline-words"));
    this.memory = new Memory(() => window.localStorage);
    this.remember = byId("timeline-remember");
    this.#forget();
    const announce = (text) => this.announce(text);
    this.form = new Form({
      data: this.data, calendars: this.calendars, say: this.say, today, announce, onSubmit: () => this.submit(),
    });
    this.sharing = new Sharing(this.say, this.data, {
      current: () => this, stamp: () => this.nextStamp(), said: (text) => this.results.said(text),
    });
    this.results = new Results(this.say, {
      today, extent: () => this.form.extent, onFilter: () => this.filter(), onDone: (view, day) => this.markDone(view, day),
      change: () => this.form.focus(),
      next: () => this.results.goToNext(),
      print: () => window.print(),
      calendar: () => this.sharing.calendar(),
      spreadsheet: () => this.sharing.spreadsheet(),
      link: () => this.sharing.link(),
      clear: () => this.clear(),
    });
    this.remember.addEventListener("change", () => (this.remember.checked ? this.#keep() : this.#stopKeeping()));
    this.form.onTyped(() => this.#drawAhead());
    this.#byHand();
  }

  submit() {
    const entered = this.form.read();
    if (entered === null) return;
    const done = this.inputs?.journey === entered.journey ? this.inputs.done : {};
    if (!this.show({ ...entered, done })) return;
    this.results.focus();
    this.announce(this.view.announcement);
  }

  /** Draws the timeline for `inputs`; where the calendar ends before its dates do, says so and changes nothing. */
  show(inputs) {
    try {
      this.draw(inputs);
    } catch (error) {
      if (!(error instanceof DayError)) throw error;
      this.form.refuse(this.#beyond(inputs), this.data.journeys[inputs.journey].asks[0]);
      return false;
    }
    this.sharing.hideLink();
    this.results.said("");
    this.#keep();
    return true;
  }

  draw(inputs) {
    const { worked, view } = this.#drawn(inputs);
    this.ahead = null;
    this.results.show();
    Object.assign(this, { inputs, worked, view });
  }

  filter() {
    this.draw(this.inputs);
    this.announce(this.view.announcement);
  }

  markDone(view, day) {
    const { [view.id]: _, ...others } = this.inputs.done;
    const done = day === null ? others : { ...others, [view.id]: day };
    const next = this.results.after(view.id);
    try {
      this.draw({ ...this.inputs, done });
    } catch (error) {
      if (!(error instanceof DayError)) throw error;
      this.results.refuseDone(view.id, this.#beyond(this.inputs));
      return;
    }
    this.results.keepFocus(view.id, next);
    this.#keep();
    this.announce(this.say(day === null ? "unmarked" : "marked", { title: view.title, date: day === null ? "" : long(day) }));
  }

  /** Fills everything from the address or from what this device kept. */
  open() {
    const written = location.hash.slice(1);
    if (written.includes("=")) {
      this.#openLink(written);
      return;
    }
    const kept = this.memory.read(today());
    const inputs = kept && readLink(kept.link, this.data, this.calendars, Infinity);
    if (kept && !inputs) this.memory.forget(); // from a guide that has changed since
    if (!inputs) return;
    Object.assign(this, { token: kept.token, sequence: kept.sequence });
    this.remember.checked = true;
    this.form.write(inputs);
    if (this.show(inputs)) this.results.said(this.say("restored", { date: long(kept.until) }));
  }

  clear() {
    this.memory.forget();
    this.remember.checked = false;
    this.#empty();
    this.#drawAhead(); // over what was cleared: it is gone from the hidden part of the page too
    this.form.focus();
    this.announce(this.say("cleared"));
  }

  /** A new file replaces the events of the last one: same token, higher number. */
  nextStamp() {
    const stamp = { token: this.token, sequence: this.sequence };
    this.sequence += 1;
    this.#keep();
    return stamp;
  }

  announce(text) {
    byId("timeline-announcement").textContent = text;
  }

  #openLink(written) {
    const inputs = readLink(written, this.data, this.calendars);
    this.remember.checked = false; // what was kept before stays as it was
    if (inputs) this.form.write(inputs);
    if (!inputs || !this.show(inputs)) {
      this.#empty();
      this.form.refuse(this.say("badLink"));
      return;
    }
    this.results.focus();
    this.announce(this.view.announcement);
  }

  #beyond({ anchors }) {
    const { firstDay, lastDay } = this.form.extent;
    const day = Object.values(anchors)[0] ?? lastDay;
    return this.say(day - firstDay < lastDay - day ? "tooEarly" : "tooFar", this.form.extent);
  }

  /** What has been worked out and drawn for `inputs`. What was drawn ahead is not drawn again. */
  #drawn(inputs) {
    const day = today();
    const key = JSON.stringify([writeLink(inputs), day, this.results.filter]);
    if (this.ahead?.key === key) return this.ahead;
    const worked = workOut(inputs, this.data, this.calendars);
    const view = viewOf(worked, { data: this.data, today: day, say: this.say, ...this.results.filter });
    this.results.update(view, worked.plan);
    return { key, worked, view };
  }

  /**
   * While the reader types, draws where nobody sees it the timeline of the dates typed so far, or of today:
   * on an old device the first one is the slow one.
   */
  #drawAhead() {
    if (this.view) return;
    const { journey } = this.form;
    const anchors = Object.fromEntries(this.data.journeys[journey].asks.map((id) => [id, today()]));
    try {
      this.ahead = this.#drawn({ ...NOTHING, journey, anchors, ...this.form.peek() });
    } catch (error) {
      // These dates leave the calendar, or the device's clock does. The button says so when it is pressed.
      if (!(error instanceof DayError)) throw error;
    }
  }

  /** Touches the device's storage only while the box is ticked. */
  #keep() {
    if (!this.remember.checked) return;
    const last = Math.max(...daysOf(this.inputs), ...this.view.all.map((item) => item.due ?? 0), today());
    const { token, sequence } = this;
    const until = this.memory.keep({ link: writeLink(this.inputs), token, sequence }, last);
    this.remember.checked = until !== null;
    this.results.kept(until === null ? this.say("notKept") : this.say("remembered", { date: long(until) }));
  }

  #stopKeeping() {
    this.memory.forget();
    this.results.kept(this.say("forgotten"));
  }

  #forget() {
    const random = crypto.getRandomValues(new Uint8Array(16));
    this.token = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    this.sequence = 0;
    this.inputs = null;
    this.view = null;
    this.ahead = null;
  }

  #empty() {
    this.#forget();
    this.results.clear();
    this.form.write({ journey: Object.keys(this.data.journeys)[0], ...NOTHING });
  }

  #byHand() {
    const button = byId("by-hand-button");
    button.addEventListener("click", () => {
      const shown = byId("by-hand").classList.toggle("is-shown");
      button.setAttribute("aria-expanded", String(shown));
      if (shown) byId("by-hand-title").focus();
    });
  }
}

const tool = new Tool();
tool.open();
window.addEventListener("hashchange", () => {
  if (location.hash.includes("=")) tool.open();
});
// A page left open overnight would still say "Due today" about yesterday.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && tool.view && tool.view.today !== today()) tool.draw(tool.inputs);
});
