// Search is fetched when a reader turns to it: the theme's script, its worker and the index are half the weight of a page.

import "./trusted.js";

/** What the theme's script expects to find on the page. It would keep things in the reader's browser with these; here they keep nothing. */
function standInForTheme(base) {
  Object.assign(globalThis, {
    __md_scope: new URL(base, location.href), __md_hash: () => 0, __md_get: () => null, __md_set: () => {},
  });
}

/** Loads the theme's script once and starts it. It waits for an event that has passed by then, so that event is sent again. */
export function startSearch(source, base) {
  standInForTheme(base);
  const script = document.createElement("script");
  script.src = source;
  script.addEventListener("load", () => document.dispatchEvent(new Event("DOMContentLoaded")), { once: true });
  document.head.append(script);
}

/** The theme closes its search once it has found the heading that the address names. By then somebody is typing: it is opened again. */
function stayOpen(toggle, field) {
  const reopen = () => {
    if (toggle.checked) return;
    toggle.removeEventListener("change", reopen);
    if (document.activeElement === field) setTimeout(() => toggle.click()); // a click inside a click would be ignored
  };
  if (document.querySelector(":target")) toggle.addEventListener("change", reopen);
}

/** The theme holds the whole page still while its search is open on a narrow screen, and scrolls it back afterwards: away from where the
 * Tab key has led meanwhile. Here the search covers little of the page, which goes on scrolling (page.css); what is to be put back is forgotten. */
function keepScrolling(body) {
  new MutationObserver(() => { body.style.top = ""; }).observe(body, { attributeFilter: ["data-md-scrolllock"] });
}

/** At Tab the theme takes the focus from the field before the browser moves it on. WebKit, and so Safari, would then begin again at the top
 * of the page, and nobody would ever get past the search by keyboard: while Tab is down, the field keeps the focus. */
function letTabPass(field) {
  field.addEventListener("keydown", ({ key }) => {
    if (key !== "Tab") return;
    field.blur = () => {};
    setTimeout(() => { delete field.blur; });
  });
}

/** Whoever has left the search by keyboard has closed it. The theme waits for a Tab key, which WebKit on Linux does not name with Shift held,
 * and while its search is open it takes the focus back at the next key. */
function closeOnLeaving(search, toggle) {
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !search.contains(relatedTarget) && toggle.checked) toggle.click();
  });
}

/** The theme makes each result a heading, eleven of them the first heading of the page. They are links in a list and need no heading. */
function unhead(results) {
  new MutationObserver(() => {
    for (const heading of results.querySelectorAll(":is(h1, h2):not([role])")) heading.setAttribute("role", "none");
  }).observe(results, { childList: true, subtree: true });
}

const field = document.getElementById("guide-search-field");
const kept = document.getElementById("guide-search-script");
const source = kept?.content.querySelector("script[src]")?.getAttribute("src");
if (field && source) {
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  const start = () => {
    keepScrolling(document.body);
    letTabPass(field);
    closeOnLeaving(field.closest("[data-md-component=search]"), document.getElementById("__search"));
    unhead(document.querySelector(".guide-search__list"));
    stayOpen(document.getElementById("__search"), field);
    startSearch(source, base);
  };
  if (field === document.activeElement || new URLSearchParams(location.search).has("q")) start();
  else field.addEventListener("focus", start, { once: true });
}
