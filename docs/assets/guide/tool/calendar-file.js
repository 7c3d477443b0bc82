// The dates as an iCalendar file (RFC 5545): all-day events in neutral words, private, and never marked as busy time.

import { long, text } from "../days.js";

const ENCODER = new TextEncoder();
const MOST_OCTETS = 75;

/** The file's text, or "" where no step has a date. `token` is random and stays with a schedule; `sequence` rises with each file. */
export function calendarFile(items, { token, sequence, today, from, say }) {
  const events = items.flatMap((item) => eventsOf(item, from, say));
  if (events.length === 0) return "";
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Safeguarding review guide//Timeline//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(say("ics.name"))}`,
    ...events.flatMap((event) => eventLines(event, { token, sequence, today })),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("");
}

function eventsOf(item, from, say) {
  if (item.due === null) return [];
  const common = [
    say("ics.who", { who: item.who }),
    say("ics.what", { what: item.what }),
    ...(item.forms.length > 0 ? [say("ics.form", { forms: item.forms.map((form) => form.label).join(", ") })] : []),
  ];
  const notes = item.notes.map((note) => note.text);
  const own = {
    id: item.id, day: item.due, tentative: item.step.tier === "projected",
    summary: say("ics.summary", { title: item.title, kind: item.kindText }),
    description: [...common, item.dueText, say("ics.rule", { rule: item.rule, authority: item.authority }), ...notes, from],
  };
  const national = item.alternatives.filter((one) => one.kind === "national" && one.due !== null).map((one) => ({
    id: `${item.id}-national`, day: one.due, tentative: one.tier === "projected",
    summary: say("ics.summary", { title: item.title, kind: say("ics.national") }),
    description: [...common, say("ics.rule", { rule: one.rule, authority: one.authority }), one.says, from],
  }));
  return [own, ...national];
}

function eventLines({ id, day, tentative, summary, description }, { token, sequence, today }) {
  return [
    "BEGIN:VEVENT",
    `UID:${token}-${id}`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(day + 1)}`, // Exchange refuses an event that has neither an end nor a length
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped([long(day), ...description].join("\n"))}`,
    `STATUS:${tentative ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT",
  ];
}

function compact(day) {
  return text(day).replaceAll("-", "");
}

/** A backslash of the text's own is mangled by common readers, so there is none. */
function escaped(value) {
  return value.replaceAll("\\", "/").replace(/[;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** At most 75 octets a line, never cut inside a character. */
function folded(line) {
  let out = "";
  let octets = 0;
  for (const character of line) {
    const size = ENCODER.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return `${out}\r\n`;
}
