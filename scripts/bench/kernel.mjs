// Times the browser's kernel, and date-fns where it is installed, on the questions of scripts/bench.
// Standard input: {"days": path of days.js, "date_fns": path of its module or "", "calendar": [first, last, closed],
// "cases": [[day, number], …]}. Standard output: {name: {"found": [day, …], "seconds": …} or null, …}.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { days, date_fns: dateFns, calendar, cases } = JSON.parse(readFileSync(0, "utf8"));
/** @type {typeof import("#guide/calendars/days.js")} */
const { WorkingDays } = await import(pathToFileURL(days).href);
const [first, last, closed] = calendar;
const known = new WorkingDays(first, last, closed);

/** @typedef {(day: number, number: number) => number} Answer */

/** @param {Answer} answer */
function timed(answer) {
  for (const [day, number] of cases.slice(0, 1000)) answer(day, number);
  const began = process.cpuUsage();
  const found = cases.map((/** @type {[day: number, number: number]} */ [day, number]) => answer(day, number));
  const { user, system } = process.cpuUsage(began);
  return { found, seconds: (user + system) / 1e6 };
}

/** @type {Answer} */
const ours = (day, number) => (number > 0 ? known.workingDayAfter(day, number) : known.workingDayBefore(day, -number));
/** @type {Record<string, ReturnType<typeof timed> | null>} */
const answers = { "this guide, JavaScript": timed(ours), "date-fns addBusinessDays": null };
if (dateFns !== "") {
  const { addBusinessDays } = await import(pathToFileURL(dateFns).href);
  answers["date-fns addBusinessDays"] = timed((day, number) => {
    // Noon, so that no change of the clocks can move the date: this is about which days it counts.
    const found = addBusinessDays(new Date(day * 864e5 + 432e5), number);
    return Math.floor(found.getTime() / 864e5);
  });
}
process.stdout.write(JSON.stringify(answers));
