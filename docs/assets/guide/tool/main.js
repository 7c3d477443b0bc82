// Puts the timeline tool together: reads the page's data, mounts its parts, keeps what the reader entered in memory.

import { DayError } from "../days.js";
import { byId } from "./dom.js";
import { Form } from "./form.js";
import { Results } from "./results.js";
import { today } from "./today.js";
import { viewOf } from "./view.js";
import { speaker } from "./words.js";
import { workOut } from "./work-out.js";

const read = (id) => JSON.parse(byId(id).textContent);

class Tool {
  constructor() {
    this.data = read("timeline-data");
    this.calendars = read("timeline-calendars");
    this.say = speaker(read("timeline-words"));
    this.inputs = null;
    const announce = (text) => this.announce(text);
    this.form = new Form({
      data: this.data, calendars: this.calendars, say: this.say, today, announce, onSubmit: () => this.submit(),
    });
    this.results = new Results(this.say, {
      today, extent: () => this.form.extent, onFilter: () => this.draw(), onDone: (view, day) => this.markDone(view, day),
      change: () => this.form.focus(),
      print: () => window.print(),
    });
  }

  submit() {
    const read = this.form.read();
    if (read === null) return;
    const same = this.inputs && this.inputs.journey === read.journey;
    const before = this.inputs;
    this.inputs = { ...read, done: same ? before.done : {} };
    if (!this.draw()) {
      this.inputs = before;
      return;
    }
    this.results.focus();
    this.announce(this.view.announcement);
  }

  markDone(view, day) {
    const { [view.id]: _, ...done } = this.inputs.done;
    this.inputs = { ...this.inputs, done: day === null ? done : { ...done, [view.id]: day } };
    this.draw();
  }

  /** Works everything out anew. False where the calendar ends before the dates do, which the form then says. */
  draw() {
    try {
      const worked = workOut(this.inputs, this.data, this.calendars);
      this.view = viewOf(worked, { data: this.data, today: today(), say: this.say, ...this.results.filter });
      this.results.update(this.view, worked.plan);
      return true;
    } catch (error) {
      if (!(error instanceof DayError)) throw error;
      this.form.refuse(this.say("tooFar", this.form.extent), this.data.journeys[this.inputs.journey].asks[0]);
      return false;
    }
  }

  announce(text) {
    byId("timeline-announcement").textContent = text;
  }
}

new Tool();
