// What a reader can take away from the page: a link, a calendar file, a spreadsheet, a print.

import { long } from "../calendars/days.js";
import { byId, find, show, slot } from "./dom.js";
import { writeEdition } from "./edition.js";
import { agendaTable, calendarFile, spreadsheet } from "./files.js";
import { LONGEST, writeLink } from "./link.js";

/**
 * @import { Say } from "./dom.js"
 * @import { View } from "./view.js"
 * @import { PageData, Worked } from "./work-out.js"
 *
 * @typedef {object} Source Where it comes from, and where it is told what became of it.
 * @property {() => { worked: Worked, view: View } | null} current
 * @property {() => { token: string, sequence: number }} stamp The calendar file's.
 * @property {(text: string) => void} said
 */

export class Sharing {
  /** @param {Say} say @param {PageData} data @param {Source} source */
  constructor(say, data, { current, stamp, said }) {
    this.say = say;
    this.data = data;
    this.current = current;
    this.stamp = stamp;
    this.said = said;
    this.fullTitles = find(document, "#timeline-full-titles", HTMLInputElement);
    this.byHand = slot(byId("timeline-results"), "link-by-hand");
  }

  calendar() {
    const current = this.current();
    if (!current) return;
    const fullTitles = this.fullTitles.checked;
    const content = calendarFile(current.view.shown, { ...this.stamp(), fullTitles, worked: current.worked, data: this.data, say: this.say });
    this.#save("ics", "text/calendar;charset=utf-8", content);
  }

  spreadsheet() {
    const current = this.current();
    if (!current) return;
    const content = spreadsheet(current.view.shown, this.#from(current.worked), this.say);
    this.#save("csv", "text/csv;charset=utf-8", content);
  }

  async link() {
    const current = this.current();
    if (!current) return;
    const { inputs } = current.worked;
    const edition = writeEdition(current.worked, this.data);
    const whole = writeLink(inputs);
    const written = [`${whole}&${edition}`, whole, writeLink({ ...inputs, done: {} })].find(({ length }) => length <= LONGEST);
    if (written === undefined) {
      this.said(this.say("linkTooLong"));
      return;
    }
    const address = `${location.href.split("#")[0]}#${written}`;
    const copied = written.startsWith(whole) ? "copied" : "copiedShort";
    this.said(this.say(await this.#copy(address) ? copied : "byHand"));
  }

  async table() {
    const current = this.current();
    if (!current) return;
    const rows = agendaTable(current.view.agenda.rows, { data: this.data, fullTitles: this.fullTitles.checked, say: this.say });
    this.said(this.say(await copyTable(rows) ? "tableCopied" : "tableNotCopied"));
  }

  hideLink() {
    show(this.byHand, false);
  }

  /** @param {string} address */
  async #copy(address) {
    try {
      await navigator.clipboard.writeText(address);
      this.hideLink();
      return true;
    } catch {
      const field = find(this.byHand, "input", HTMLInputElement);
      field.value = address;
      show(this.byHand, true);
      field.focus();
      field.select();
      return false;
    }
  }

  /** @param {"ics" | "csv"} extension @param {string} type @param {string} content */
  #save(extension, type, content) {
    const name = `${this.say("fileName")}.${extension}`;
    if (content === "") {
      this.said(this.say("nothingToSave"));
      return;
    }
    download(name, type, content);
    this.said(this.say("saved", { name }));
  }

  /** @param {Worked} worked */
  #from({ calendar, calendarHash: hash }) {
    return this.say("csv.from", { version: this.data.version, hash, through: long(calendar.publishedThrough) });
  }
}

/** As a table, and as lines for what takes no tables. @param {string[][]} rows */
async function copyTable(rows) {
  const plain = rows.map((row) => row.join("\t")).join("\n");
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/html": typed("text/html", new XMLSerializer().serializeToString(tableOf(rows))), "text/plain": typed("text/plain", plain) })]);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} type @param {string} content */
function typed(type, content) {
  return new Blob([content], { type });
}

/** @param {string[][]} rows The first has the names of the columns. */
function tableOf(rows) {
  const table = document.createElement("table");
  table.border = "1"; // mail programs show no lines of their own
  rows.forEach((row, at) => {
    const made = table.insertRow();
    row.forEach((text, column) => {
      const cell = document.createElement(at === 0 || column === 1 ? "th" : "td");
      cell.scope = at === 0 ? "col" : column === 1 ? "row" : "";
      cell.textContent = text;
      made.append(cell);
    });
  });
  return table;
}

/** Hands a text to the reader as a file, without a request. @param {string} name @param {string} type @param {string} content */
function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers read it after the click has returned
}
