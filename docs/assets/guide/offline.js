// The offline copy: the browser is asked to keep the public pages of the guide, a reader is told which version that is,
// and a newer one is offered. Nothing a reader enters is part of it, and no page ever reloads by itself.

import { todayInLondon } from "./calendars/today.js";
import "./trusted.js";

const DAY = 86_400_000;
const OLD_AFTER_DAYS = 180;
const HOLIDAYS_END_WITHIN_DAYS = 60;
const IDLE = { timeout: 2000 }; // milliseconds

/**
 * The names of the notices that are due `on` a day. Only a copy grows old: what comes from the server is what there is.
 * @param {{ built?: string, holidaysUntil?: string }} facts @param {string} on @param {boolean} isCopy
 */
export function noticesDue({ built = "", holidaysUntil = "" }, on, isCopy) {
  /** @param {string} day */
  const daysUntil = (day) => (Date.parse(day) - Date.parse(on)) / DAY; // NaN without a day, and then nothing is due
  const due = [];
  if (isCopy && daysUntil(built) < -OLD_AFTER_DAYS) due.push("old");
  if (daysUntil(holidaysUntil) <= HOLIDAYS_END_WITHIN_DAYS) due.push("holidays");
  return due;
}

/** @param {string} name */
function reveal(name) {
  const notice = document.querySelector(`[data-offline="${name}"]`);
  if (notice instanceof HTMLElement) notice.hidden = false;
}

/** @param {ServiceWorkerRegistration} registration @param {ServiceWorkerContainer} workers */
function offerNewVersion(registration, workers) {
  const wasCopy = Boolean(workers.controller);
  let wanted = false;
  const offer = () => {
    if (wasCopy) reveal("ready");
  };
  /** @param {ServiceWorker | null} worker */
  const watch = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed") offer();
  });
  if (registration.waiting) offer();
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  // Another tab may have taken the new version. This page is still the old one, so it makes the same offer.
  workers.addEventListener("controllerchange", () => (wanted ? location.reload() : offer()));
  document.querySelector('[data-offline="ready"] button')?.addEventListener("click", () => {
    wanted = true;
    if (registration.waiting) registration.waiting.postMessage("use this version");
    else location.reload();
  });
}

/**
 * Asks for the copy. Gives false where the browser keeps none; the guide then works as any web page does.
 * @param {string} address @param {ServiceWorkerContainer} workers
 */
export async function keepCopy(address, workers) {
  try {
    const registration = await workers.register(address);
    if (!registration) return false; // some privacy tools answer with nothing
    offerNewVersion(registration, workers);
    await workers.ready;
    return true;
  } catch {
    return false;
  }
}

/** After the page is there and the reader is not kept waiting. @param {() => void} task */
function whenIdle(task) {
  // A browser that draws nothing may never call itself idle, so the wait has an end.
  const later = () => ("requestIdleCallback" in globalThis ? requestIdleCallback(task, IDLE) : setTimeout(task));
  if (document.readyState === "complete") later();
  else addEventListener("load", later, { once: true });
}

const container = document.querySelector("[data-guide-offline]");
if (container instanceof HTMLElement) {
  const { worker, built, holidaysUntil } = container.dataset;
  const workers = navigator.serviceWorker;
  noticesDue({ built, holidaysUntil }, todayInLondon(), Boolean(workers?.controller)).forEach(reveal);
  // Who has asked for less traffic gets no copy unasked.
  if (worker && workers && !navigator.connection?.saveData) {
    whenIdle(async () => {
      if (await keepCopy(worker, workers)) reveal("kept");
    });
  }
}
