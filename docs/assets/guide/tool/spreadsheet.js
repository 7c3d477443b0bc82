// The list as a spreadsheet: CSV in UTF-8 with the mark that Excel needs, each date both as ISO text and in words.
// Its columns are those of `guide timeline --format csv`, and what the reader ticked.

import { long, text } from "../days.js";

export function spreadsheet(items, from, say) {
  const rows = [say.raw("csv.columns"), ...items.map((item) => rowOf(item, from))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function rowOf(item, from) {
  const { step } = item;
  const others = item.alternatives.flatMap((one) => [one.lead, one.missing, one.warning].filter(Boolean));
  return [
    `${step.step.procedure} ${step.step.number}`, iso(item.due), item.due === null ? item.dueText : long(item.due), iso(step.opens),
    item.kind, item.title, item.who, item.forms.map((form) => form.label).join(", "), item.rule, item.authority,
    item.status.text, [...others, ...item.notes.map((note) => note.text)].join(" "),
    item.dayNumber, iso(item.done), item.done === null ? "" : long(item.done), from,
  ];
}

function iso(day) {
  return day === null ? "" : text(day);
}

/** A cell that begins like a formula gets an apostrophe, so that no spreadsheet works it out. */
function cell(value) {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
