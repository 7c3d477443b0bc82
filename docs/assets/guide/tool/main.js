// Puts the timeline tool together, and tells it what happens to its page.

import { byId, find, speaker } from "./dom.js";
import { plainLink } from "./link.js";
import { Tool, today } from "./tool.js";

/** @param {string} id */
const read = (id) => JSON.parse(find(document, `#${id}`, HTMLScriptElement).text);

const tool = new Tool(read("timeline-data"), read("timeline-calendars"), speaker(read("timeline-words")));
tool.open(location.hash);
window.addEventListener("hashchange", () => {
  if (plainLink(location.hash).includes("=")) tool.open(location.hash);
});
// A page left open overnight would still say "Due today" about yesterday.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) tool.renew(today());
});

const byHand = byId("by-hand-button");
byHand.addEventListener("click", () => {
  const shown = byId("by-hand").classList.toggle("is-shown");
  byHand.setAttribute("aria-expanded", String(shown));
  if (shown) byId("by-hand-title").focus();
});
