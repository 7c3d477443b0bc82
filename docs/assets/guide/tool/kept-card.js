// The card on the first page that leads back to the timeline that this device keeps: it says from which date that counts.

import { DayError, long, parse } from "../calendars/days.js";
import { todayInLondon } from "../calendars/today.js";
import { byId, find, show, slot } from "./dom.js";
import { Memory } from "./remembering.js";

/** "received Friday 18 December 2026"; empty where no date was entered, or the guide no longer asks for it. @param {string} link @param {HTMLElement} card */
function words(link, card) {
  const [, anchor = "", date = ""] = /&([a-z0-9-]+)=([0-9-]+)/.exec(link) ?? [];
  const short = card.querySelector(`[data-anchor="${anchor}"]`)?.textContent;
  try {
    return short ? `${short} ${long(parse(date))}` : "";
  } catch (error) {
    if (error instanceof DayError) return "";
    throw error;
  }
}

const kept = new Memory(() => window.localStorage).read(parse(todayInLondon()));
if (kept) {
  const card = byId("your-timeline");
  const said = words(kept.link, card);
  const [journey] = /(?<=^journey=)[a-z0-9-]+/.exec(kept.link) ?? [];
  const page = find(card, "a", HTMLAnchorElement);
  if (page.dataset.byJourney !== undefined && journey) page.href = page.href.replace("timeline/", `timeline-${journey}/`);
  slot(card, "dates").textContent = said === "" ? "" : `: ${said}`;
  show(card, true);
}
