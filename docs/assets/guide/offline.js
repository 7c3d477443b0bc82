// The offline copy: the browser is asked to keep the public pages of the guide, a reader is told which version that is,
// since when it could not be renewed, and that a newer one is ready. Nothing a reader enters is part of it, and no page
// ever reloads by itself.

import { inWords, todayInLondon } from "./calendars/today.js";
import "./trusted.js";

/** @typedef {{ made: number, until: string, renewed: number }} Copy What the worker says of its copy: see docs/sw.js. */

const DAY = 86_400_000;
const HOLIDAYS_END_WITHIN_DAYS = 60;
const IDLE = { timeout: 2000 }; // milliseconds
const PATIENCE = 5000; // milliseconds for the server to answer, before a reader is told that it did not
const A_MOMENT = 100; // milliseconds in which a browser tells a screen reader of a new place for news

/**
 * The names of the notices that are due `on` a day. `until` is of a copy: what comes from the server is what there is.
 * @param {{ until?: string, holidaysUntil?: string }} facts @param {string} on
 */
export function noticesDue({ until = "", holidaysUntil = "" }, on) {
  const due = [];
  if (until !== "" && on > until) due.push("old");
  // NaN without a day, and then nothing is due
  if ((Date.parse(holidaysUntil) - Date.parse(on)) / DAY <= HOLIDAYS_END_WITHIN_DAYS) due.push("holidays");
  return due;
}

/** Whether a copy has to be renewed: once a day. A device's clock may have been put back. @param {number} renewed @param {string} on */
export function isToRenew(renewed, on) {
  return todayInLondon(new Date(renewed)) !== on;
}

/**
 * The place for news is hidden while there is none: it would be heard as an empty one before each page. It is there a
 * moment before the first news, because only a change in a place that is known is said aloud.
 * @param {string} name
 */
function reveal(name, isShown = true) {
  const notice = document.querySelector(`[data-offline="${name}"]`);
  if (!(notice instanceof HTMLElement) || !notice.parentElement) return;
  if (isShown) notice.parentElement.hidden = false;
  setTimeout(() => { notice.hidden = !isShown; }, A_MOMENT);
}

/** @param {ServiceWorkerRegistration} registration @param {ServiceWorkerContainer} workers */
function offerNewVersion(registration, workers) {
  const wasCopy = Boolean(workers.controller);
  let wanted = false;
  const offer = () => {
    if (!wasCopy) return;
    reveal("unrenewed", false);
    reveal("ready");
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
 * Asks for the copy. Gives null where the browser keeps none; the guide then works as any web page does.
 * @param {string} address @param {ServiceWorkerContainer} workers
 */
export async function keepCopy(address, workers) {
  try {
    const registration = await workers.register(address);
    if (!registration) return null; // some privacy tools answer with nothing
    offerNewVersion(registration, workers);
    return registration;
  } catch {
    return null; // forbidden, or nobody answers; a copy that is here stays
  }
}

/** @param {ServiceWorker} worker @param {"your copy" | "renew"} question @returns {Promise<Copy>} */
function ask(worker, question) {
  return new Promise((answered) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answered(data);
    worker.postMessage(question, [port2]);
  });
}

/** Looks for a newer version once a day, and tells the reader where the copy can neither be confirmed nor replaced. */
class Renewal {
  /** @param {ServiceWorker} worker @param {ServiceWorkerRegistration} registration */
  constructor(worker, registration) {
    this.worker = worker;
    this.registration = registration;
    this.isLooking = false;
    this.isWanted = false;
  }

  /** What is wanted while a look still waits, such as when a connection is back, comes after it. */
  async look() {
    this.isWanted = true;
    if (this.isLooking) return;
    this.isLooking = true;
    while (this.isWanted) {
      this.isWanted = false;
      await this.#lookOnce();
    }
    this.isLooking = false;
  }

  async #lookOnce() {
    const { renewed } = await ask(this.worker, "your copy");
    if (renewed === 0 || this.registration.waiting || !isToRenew(renewed, todayInLondon())) return;
    const late = setTimeout(() => this.#say(renewed), PATIENCE);
    // The browser asks of itself too. Its question may be older than this one, and one answer then stands for both.
    const isRenewed = (await this.#renew(renewed)) || (await this.#renew(renewed));
    clearTimeout(late);
    if (isRenewed) reveal("unrenewed", false);
    else this.#say(renewed);
  }

  /** A newer version that is ready is offered, and that is all there is to say. @param {number} before */
  async #renew(before) {
    await this.registration.update().catch(() => undefined);
    await settled(this.registration.installing);
    return Boolean(this.registration.waiting) || (await ask(this.worker, "renew")).renewed !== before;
  }

  /** @param {number} renewed */
  #say(renewed) {
    const since = document.querySelector('[data-offline="unrenewed"] [data-slot="since"]');
    if (since) since.textContent = inWords(new Date(renewed));
    reveal("unrenewed");
  }
}

/** Waits until a worker has made its copy, or given up. @param {ServiceWorker | null} worker @returns {Promise<void>} */
function settled(worker) {
  if (worker?.state !== "installing") return Promise.resolve();
  return new Promise((done) => worker.addEventListener("statechange", () => done(), { once: true }));
}

/** After the page is there and the reader is not kept waiting. @param {() => void} task */
function whenIdle(task) {
  // A browser that draws nothing may never call itself idle, so the wait has an end.
  const later = () => ("requestIdleCallback" in globalThis ? requestIdleCallback(task, IDLE) : setTimeout(task));
  if (document.readyState === "complete") later();
  else addEventListener("load", later, { once: true });
}

/** What a reader with a copy is told of it. @param {ServiceWorker} worker @param {ServiceWorkerRegistration} registration */
async function tellOfCopy(worker, registration) {
  noticesDue(await ask(worker, "your copy"), todayInLondon()).forEach((name) => reveal(name));
  const renewal = new Renewal(worker, registration);
  const look = () => !document.hidden && renewal.look();
  document.addEventListener("visibilitychange", look); // a page may stay open for days
  addEventListener("online", look);
  look();
}

const container = document.querySelector("[data-guide-offline]");
if (container instanceof HTMLElement) {
  const { worker, made, until, holidaysUntil } = container.dataset; // `until` only in a folder to carry, which is a copy
  const workers = navigator.serviceWorker;
  noticesDue({ until, holidaysUntil }, todayInLondon()).forEach((name) => reveal(name));
  // Who has asked for less traffic gets no copy unasked; a copy that is here is looked after all the same.
  if (worker && workers && (workers.controller || !navigator.connection?.saveData)) {
    whenIdle(async () => {
      const registration = await keepCopy(worker, workers);
      if (registration && workers.controller) tellOfCopy(workers.controller, registration);
      if (!registration) return;
      const { active } = await workers.ready;
      // A page that came from the server may be of another version than the copy.
      if (active && String((await ask(active, "your copy")).made) === made) reveal("kept");
    });
  }
}
