// The search at the top of each page: a form, and below it a plain list of links. What it looks through is fetched when a reader turns to it.

import { fetchScript } from "../fetch-script.js";
import "../trusted.js";

/** @typedef {import("./find.js").Group} Group */

const TYPED = 700; // milliseconds without a key until what was found is said aloud
const NOT_LOADED = "The search could not be fetched. Connect to the internet and try again, or use the menu.";

/** What is said of a number of results. @param {number} count @param {string} words */
export function told(count, words) {
  if (count === 0) return `Nothing was found for “${words}”. Try another word, the code of a form, or a day such as “day 7”.`;
  return `${count} ${count === 1 ? "result" : "results"} for “${words}”.`;
}

/** @typedef {{ area: HTMLElement, field: HTMLInputElement, output: HTMLElement, status: Element, list: Element }} Parts */

class Search {
  /** @param {Parts} parts */
  constructor({ area, field, output, status, list }) {
    this.area = area;
    this.field = field;
    this.output = output;
    this.status = status;
    this.list = list;
    /** @type {Promise<(words: string) => Group[]> | undefined} */
    this.looking = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.later = undefined;
  }

  /** Fetches once what it looks through, and again after it failed. */
  ready() {
    const { finding = "", index = "" } = this.area.dataset;
    this.looking ??= Promise.all([fetchScript(finding), fetchScript(index)]).then(() => {
      const { answersTo, prepared } = globalThis.guideSearch;
      const all = prepared(globalThis.guideSearchIndex);
      return (words) => answersTo(all, words);
    });
    this.looking.catch(() => { this.looking = undefined; });
    return this.looking;
  }

  /** Shows what is found for what stands in the field. It is said once typing has stopped, or `now`. */
  async show({ now = false } = {}) {
    const words = this.field.value.trim();
    clearTimeout(this.later);
    if (words === "") return this.close();
    this.output.hidden = false;
    const said = await this.ready().then((look) => this.#listed(look(words), words), () => this.#listed([], words, NOT_LOADED));
    if (words !== this.field.value.trim()) return; // more was typed meanwhile
    if (now) this.#say(said);
    else this.later = setTimeout(() => this.#say(said), TYPED);
  }

  close() {
    clearTimeout(this.later);
    this.output.hidden = true;
    this.list.replaceChildren();
    this.status.textContent = "";
  }

  /** @param {Group[]} groups @param {string} words */
  #listed(groups, words, said = told(groups.reduce((sum, { results }) => sum + results.length, 0), words)) {
    this.list.replaceChildren(...groups.map((group) => this.#group(group)));
    return said;
  }

  /** @param {Group} group */
  #group({ title, results }) {
    const heading = made("h2", title);
    const list = made("ul");
    for (const { address, title: name, text } of results) {
      const link = made("a", name);
      link.href = `${this.area.dataset.root}/${address}`;
      const item = made("li");
      item.append(link, ...(text ? [made("p", text)] : []));
      list.append(item);
    }
    const section = made("div");
    section.append(heading, list);
    return section;
  }

  /** @param {string} words */
  #say(words) {
    this.status.textContent = words;
  }
}

/** @template {keyof HTMLElementTagNameMap} Name @param {Name} name @returns {HTMLElementTagNameMap[Name]} */
function made(name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** @param {HTMLFormElement} form @param {Parts} parts */
export function mountSearch(form, parts) {
  const { area, field, output } = parts;
  const search = new Search(parts);
  const start = () => void search.ready().catch(() => undefined);
  field.addEventListener("focus", start);
  if (field === document.activeElement) start();
  field.addEventListener("input", () => search.show());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await search.show({ now: true });
    if (!output.hidden) output.focus();
  });
  area.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || output.hidden) return;
    search.close();
    field.focus();
  });
  area.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !area.contains(relatedTarget)) search.close();
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !area.contains(target)) search.close();
  });
  output.addEventListener("click", ({ target }) => {
    // A link to a place on this same page leaves the page open.
    if (target instanceof HTMLAnchorElement) search.close();
  });
}

const area = document.querySelector("[data-guide-search]");
const form = area?.querySelector("form");
const field = area?.querySelector("input");
const output = area?.querySelector(".guide-search__output");
const status = output?.querySelector("[role=status]");
const list = output?.querySelector("[data-slot=results]");
if (area instanceof HTMLElement && form && field && output instanceof HTMLElement && status && list) {
  mountSearch(form, { area, field, output, status, list });
}
