// Search is fetched when a reader turns to it: the theme's script, its worker and the index are half the weight of a page.

import "./trusted.js";

/**
 * What the theme's script expects to find on the page. It would keep things in the reader's browser with these; here they keep nothing.
 * @param {string} base
 */
function standInForTheme(base) {
  Object.assign(globalThis, {
    __md_scope: new URL(base, location.href), __md_hash: () => 0, __md_get: () => null, __md_set: () => {},
  });
}

/**
 * Loads the theme's script once and starts it. It waits for an event that has passed by then, so that event is sent again.
 * @param {string} address @param {string} base
 */
export function startSearch(address, base) {
  standInForTheme(base);
  const script = document.createElement("script");
  script.src = address;
  script.addEventListener("load", () => document.dispatchEvent(new Event("DOMContentLoaded")), { once: true });
  document.head.append(script);
}

/**
 * The theme closes its search once it has found the heading that the address names. By then somebody is typing: it is opened again.
 * @param {HTMLInputElement} isOpen @param {HTMLElement} input
 */
function stayOpen(isOpen, input) {
  const reopen = () => {
    if (isOpen.checked) return;
    isOpen.removeEventListener("change", reopen);
    if (document.activeElement === input) setTimeout(() => isOpen.click()); // a click inside a click would be ignored
  };
  if (document.querySelector(":target")) isOpen.addEventListener("change", reopen);
}

/** The theme holds the whole page still while its search is open on a narrow screen, and scrolls it back afterwards: away from where the
 * Tab key has led meanwhile. Here the search covers little of the page, which goes on scrolling (page.css); what is to be put back is forgotten.
 * @param {HTMLElement} body */
function keepScrolling(body) {
  new MutationObserver(() => { body.style.top = ""; }).observe(body, { attributeFilter: ["data-md-scrolllock"] });
}

/** At Tab the theme takes the focus from the field before the browser moves it on. WebKit, and so Safari, would then begin again at the top
 * of the page, and nobody would ever get past the search by keyboard: while Tab is down, the field keeps the focus.
 * @param {HTMLElement} input */
function letTabPass(input) {
  input.addEventListener("keydown", ({ key }) => {
    if (key !== "Tab") return;
    Object.defineProperty(input, "blur", { value: () => {}, configurable: true });
    setTimeout(() => { Reflect.deleteProperty(input, "blur"); });
  });
}

/** Whoever has left the search by keyboard has closed it. The theme waits for a Tab key, which WebKit on Linux does not name with Shift held,
 * and while its search is open it takes the focus back at the next key.
 * @param {HTMLElement} area @param {HTMLInputElement} isOpen */
function closeOnLeaving(area, isOpen) {
  area.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !area.contains(relatedTarget) && isOpen.checked) isOpen.click();
  });
}

/** The theme makes each result a heading, eleven of them the first heading of the page. They are links in a list and need no heading.
 * @param {Element} list */
function unhead(list) {
  new MutationObserver(() => {
    for (const heading of list.querySelectorAll(":is(h1, h2):not([role])")) heading.setAttribute("role", "none");
  }).observe(list, { childList: true, subtree: true });
}

const field = document.getElementById("guide-search-field");
const kept = document.getElementById("guide-search-script");
const source = kept instanceof HTMLTemplateElement && kept.content.querySelector("script[src]")?.getAttribute("src");
const search = field?.closest("[data-md-component=search]");
const results = document.querySelector(".guide-search__list");
const toggle = document.getElementById("__search");
if (field && source && search instanceof HTMLElement && results && toggle instanceof HTMLInputElement) {
  const start = () => {
    keepScrolling(document.body);
    letTabPass(field);
    closeOnLeaving(search, toggle);
    unhead(results);
    stayOpen(toggle, field);
    startSearch(source, JSON.parse(document.getElementById("__config")?.textContent ?? "{}").base);
  };
  if (field === document.activeElement || new URLSearchParams(location.search).has("q")) start();
  else field.addEventListener("focus", start, { once: true });
}
