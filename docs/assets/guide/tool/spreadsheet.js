// The list as a spreadsheet: CSV in UTF-8 with a mark that Excel needs, each date both as ISO text and in words.

import { long, text } from "../days.js";

export function spreadsheet(items, from, say) {
  const rows = [say.raw("csv.columns"), ...items.map((item) => rowOf(item, from))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function rowOf(item, from) {
  const national = item.alternatives.filter((one) => one.kind === "national" && one.due !== null).map((one) => one.due);
  const limit = national.length > 0 ? Math.min(...national) : null;
  const readings = item.alternatives.filter((one) => one.kind !== "national").map((one) => one.lead);
  return [
    item.number, item.title, item.kindText, iso(item.step.opens), iso(item.due), item.dueText, item.dayNumber,
    iso(limit), words(limit), item.status.text, iso(item.done), words(item.done),
    item.who, item.what, item.forms.map((form) => form.label).join(", "), item.rule, item.authority, item.procedure,
    [...readings, ...item.notes.map((note) => note.text)].join(" "), from,
  ];
}

function iso(day) {
  return day === null ? "" : text(day);
}

function words(day) {
  return day === null ? "" : long(day);
}

/** A cell that begins like a formula gets an apostrophe, so that no spreadsheet works it out. */
function cell(value) {
  const said = String(value);
  const safe = /^[=+\-@\t\r]/.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
