// What the reader entered lives here, in memory, until they ask for more; and what becomes of it with each thing they do.

import { DayError, long, parse } from "../calendars/days.js";
import { todayInLondon } from "../calendars/today.js";
import { TwoDates } from "../dates/acts.js";
import { byId } from "./dom.js";
import { readEdition, writeEdition } from "./edition.js";
import { Form } from "./form.js";
import { daysOf, plainLink, readLink, writeLink } from "./link.js";
import { Remembering } from "./remembering.js";
import { Results } from "./results.js";
import { Sharing } from "./sharing.js";
import { viewOf } from "./view.js";
import { workOut } from "./work-out.js";

/**
 * @import { CalendarData } from "../calendars/calendar.js"
 * @import { ActView } from "./act-view.js"
 * @import { Say } from "./dom.js"
 * @import { Edition } from "./edition.js"
 * @import { View } from "./view.js"
 * @import { Inputs, PageData, Worked } from "./work-out.js"
 *
 * @typedef {object} Drawn A timeline as it was drawn, and what for.
 * @property {string} key
 * @property {Inputs} inputs
 * @property {Worked} worked
 * @property {View} view
 */

const NOTHING = { anchors: {}, closures: [], holidays: [], done: {} };

export function today() {
  return parse(todayInLondon());
}

export class Tool {
  /** @param {PageData} data @param {Record<string, CalendarData>} calendars @param {Say} say */
  constructor(data, calendars, say) {
    this.data = data;
    this.calendars = calendars;
    this.say = say;
    /** @type {Drawn | null} */
    this.current = null;
    /** @type {Drawn | null} */
    this.ahead = null;
    /** With which version what was opened was made; null once the reader has entered dates. @type {Edition | null} */
    this.edition = null;
    this.remembering = new Remembering(say, (text) => this.results.kept(text), () => this.#keep());
    this.form = new Form({ data, calendars, say, today, announce: (text) => this.announce(text), onSubmit: () => this.submit(), onDays: () => this.daysChanged() });
    this.sharing = new Sharing(say, data, { current: () => this.current, stamp: () => this.nextStamp(), said: (text) => this.results.said(text) });
    this.results = new Results(say, {
      today, extent: () => this.form.extent, onFilter: () => this.filter(), onDone: (view, day) => this.markDone(view, day), onAsk: (anchor) => this.form.ask(anchor),
      buttons: {
        change: () => this.form.focus(),
        print: () => window.print(),
        calendar: () => this.sharing.calendar(),
        spreadsheet: () => this.sharing.spreadsheet(),
        link: () => this.sharing.link(),
        table: () => this.sharing.table(),
        clear: () => this.clear(),
      },
    });
    this.form.onTyped(() => this.#drawAhead());
  }

  submit() {
    const entered = this.form.read();
    if (entered === null) return;
    this.edition = null;
    const done = this.current?.inputs.journey === entered.journey ? this.current.inputs.done : {};
    if (this.show({ ...entered, done })) this.#answer();
  }

  /** Draws the timeline for `inputs`; where the calendar ends before its dates do, says so and changes nothing. @param {Inputs} inputs */
  show(inputs) {
    try {
      this.draw(inputs);
    } catch (error) {
      this.#refuse(error, inputs);
      return false;
    }
    this.sharing.hideLink();
    this.results.said("");
    this.#keep();
    return true;
  }

  /** @param {Inputs} inputs */
  draw(inputs) {
    this.current = this.#drawn(inputs);
    this.ahead = null;
    this.results.show();
  }

  /** Draws again what was drawn on another day. @param {number} day */
  renew(day) {
    if (this.current && this.current.view.today !== day) this.draw(this.current.inputs);
  }

  filter() {
    if (!this.current) return;
    this.draw(this.current.inputs);
    this.announce(this.current.view.announcement);
  }

  /** Days that were added or removed belong to the timeline that is shown. */
  daysChanged() {
    if (!this.current || this.current.inputs.journey !== this.form.journey) return;
    const { inputs } = this.current;
    const changed = { ...inputs, closures: this.form.closures.days, holidays: this.form.holidays.days };
    this.show(changed);
  }

  /** An act is done once, for all its steps. @param {ActView} view @param {number | null} day */
  markDone(view, day) {
    if (!this.current) return;
    const { inputs, worked } = this.current;
    const next = this.results.after(view.id);
    const held = day === null ? this.#heldDone(view, worked) : "";
    if (held !== "") this.results.refuseDone(view.id, held);
    if (held !== "" || !this.#drawDone(view, inputs, day)) return;
    this.results.keepFocus(view.id, next);
    this.#keep();
    this.remembering.ask();
    this.announce(this.say(day === null ? "unmarked" : "marked", { title: view.title, date: day === null ? "" : long(day) }));
  }

  /** Fills everything from the address or from what this device kept. @param {string} hash */
  open(hash) {
    const written = plainLink(hash.slice(1));
    const [, journey = ""] = /^journey-(.+)$/.exec(written) ?? [];
    if (this.data.journeys[journey]?.asks.length) this.form.choose(journey); // a page of a role leads to its questions
    else if (written.includes("=")) this.#openLink(written);
    else this.#openKept();
  }

  clear() {
    this.remembering.forget();
    this.remembering.untick();
    this.#empty();
    this.#drawAhead(); // over what was cleared: it is gone from the hidden part of the page too
    this.form.focus();
    this.announce(this.say("cleared"));
  }

  /** A new file replaces the events of the last one: same token, higher number. */
  nextStamp() {
    const { token, sequence } = this.remembering;
    this.remembering.sequence += 1;
    this.#keep();
    return { token, sequence };
  }

  /** @param {string} text */
  announce(text) {
    byId("timeline-announcement").textContent = text;
  }

  #answer() {
    this.results.focus();
    this.announce(this.current?.view.announcement ?? "");
  }

  /** @param {string} written */
  #openLink(written) {
    const inputs = readLink(written, this.data, this.calendars);
    this.remembering.untick(); // what was kept before stays as it was
    if (inputs) this.form.write(inputs);
    this.edition = readEdition(written);
    if (inputs && this.show(inputs)) {
      this.form.fold();
      if (this.edition.version === "") this.results.said(this.say("mayBeCut")); // the version comes behind all that dates are worked out from
      this.#answer();
      return;
    }
    this.#empty();
    this.form.refuse(this.say("badLink"));
  }

  #openKept() {
    const kept = this.remembering.read(today());
    // Where each journey has a page to itself, what is kept may be of another page: it stays for that.
    if (!kept?.link.startsWith(byId("timeline-page").dataset.only ?? "")) return;
    const inputs = readLink(kept.link, this.data, this.calendars, Infinity);
    if (!inputs) {
      this.remembering.forget(); // from a guide that has changed since
      return;
    }
    this.remembering.goOn(kept);
    this.form.write(inputs);
    this.edition = readEdition(kept.link);
    if (!this.show(inputs)) return;
    this.form.fold();
    this.results.said(this.say("restored", { date: long(kept.until) }));
    this.results.reveal();
  }

  /** Why a step cannot be unmarked: it is an event whose date the reader gave; "" where it can. @param {ActView} view @param {Worked} worked */
  #heldDone(view, { inputs, plan }) {
    const event = Object.keys(inputs.anchors).find((anchor) => view.act.act.steps.includes(plan.done_by[anchor]));
    return event === undefined ? "" : this.say("doneByEvent", { asks: plan.anchors[event].asks });
  }

  /** Draws with the act done on that day, or not done; where that cannot be, says so at the step. @param {ActView} view @param {Inputs} inputs @param {number | null} day */
  #drawDone(view, inputs, day) {
    const { steps } = view.act.act;
    const others = Object.fromEntries(Object.entries(inputs.done).filter(([id]) => !steps.includes(id)));
    try {
      this.draw({ ...inputs, done: day === null ? others : { ...others, [view.id]: day } });
      return true;
    } catch (error) {
      if (!(error instanceof DayError)) throw error;
      this.results.refuseDone(view.id, error instanceof TwoDates ? error.message : this.#beyond(inputs));
      return false;
    }
  }

  /** Says at the form why there is no timeline for `inputs`. @param {unknown} error @param {Inputs} inputs */
  #refuse(error, inputs) {
    if (!(error instanceof DayError)) throw error;
    if (error instanceof TwoDates) this.form.refuse(error.message, error.anchor);
    else this.form.refuse(this.#beyond(inputs), this.data.journeys[inputs.journey].asks[0]);
  }

  /** @param {Inputs} inputs */
  #beyond({ anchors }) {
    const { extent } = this.form;
    const day = Object.values(anchors)[0] ?? extent.lastDay;
    return this.say(day - extent.firstDay < extent.lastDay - day ? "tooEarly" : "tooFar", { ...extent });
  }

  /** What has been worked out and drawn for `inputs`. What was drawn ahead is not drawn again. @param {Inputs} inputs @returns {Drawn} */
  #drawn(inputs) {
    const day = today();
    const key = JSON.stringify([writeLink(inputs), day, this.results.filter, this.edition?.version]);
    if (this.ahead?.key === key) return this.ahead;
    const worked = workOut(inputs, this.data, this.calendars, day);
    const view = viewOf(worked, { data: this.data, today: day, say: this.say, edition: this.edition, ...this.results.filter });
    this.results.update(view, worked.plan);
    return { key, inputs, worked, view };
  }

  /**
   * While the reader types, draws where nobody sees it the timeline of the dates typed so far, or of today:
   * on an old device the first one is the slow one.
   */
  #drawAhead() {
    if (this.current) return;
    const { journey } = this.form;
    const anchors = Object.fromEntries(this.data.journeys[journey].asks.map((id) => [id, today()]));
    try {
      this.ahead = this.#drawn({ ...NOTHING, journey, anchors, ...this.form.peek() });
    } catch (error) {
      // These dates leave the calendar, or the device's clock does. The button says so when it is pressed.
      if (!(error instanceof DayError)) throw error;
    }
  }

  #keep() {
    if (!this.current) return;
    const { inputs, worked, view } = this.current;
    const link = `${writeLink(inputs)}&${writeEdition(worked, this.data)}`;
    this.remembering.keep(link, Math.max(...daysOf(inputs), ...view.all.map((item) => item.due ?? 0), today()));
  }

  #empty() {
    this.edition = null;
    this.remembering.begin();
    this.current = null;
    this.ahead = null;
    this.results.clear();
    this.form.write({ journey: Object.keys(this.data.journeys)[0], ...NOTHING });
  }
}
