// "Why this date?": the day counting began, every day as weeks (in words on a narrow screen), and the result. Drawn when it is first opened.

import { long } from "../days.js";
import { clone, fill, show, slot } from "./dom.js";
import { weeksOf } from "./weeks.js";

export function drawWhy({ step }, plan, say) {
  const { counted } = step;
  const made = document.getElementById("why-template").content.cloneNode(true);
  const start = plan.anchors[step.step.rule.start]?.short ?? say("start");
  const weeks = weeksOf(counted, start, say);
  slot(made, "start").textContent = counted.lines[0].text;
  slot(made, "weeks").replaceChildren(...weeks.map((week) => drawWeek(week, say)));
  show(made.querySelector("table"), weeks.length > 0);
  const isDay = (line) => line.kind === "counted" || line.kind === "skipped";
  const days = counted.lines.filter(isDay).map((line) => fill(clone("why-day-template"), { text: line.text }));
  slot(made, "days").replaceChildren(...days);
  show(slot(made, "days"), days.length > 0);
  const told = counted.lines.slice(1).filter((line) => !isDay(line));
  slot(made, "lines").replaceChildren(...told.map((line) => fill(clone("line-template"), { text: line.text })));
  return made;
}

function drawWeek({ monday, days }, say) {
  const row = fill(clone("week-template"), { week: say("weekOf", { date: long(monday) }) });
  row.append(...days.map(({ day, dayOfMonth, kind, word }) => {
    const cell = fill(clone("week-day-template"), { date: String(dayOfMonth), word });
    cell.classList.add(`week-${kind}`);
    return cell;
  }));
  return row;
}
