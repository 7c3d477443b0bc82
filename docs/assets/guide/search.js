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

const field = document.getElementById("guide-search-field");
const kept = document.getElementById("guide-search-script");
const source = kept?.content.querySelector("script[src]")?.getAttribute("src");
if (field && source) {
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  const start = () => {
    stayOpen(document.getElementById("__search"), field);
    startSearch(source, base);
  };
  if (field === document.activeElement || new URLSearchParams(location.search).has("q")) start();
  else field.addEventListener("focus", start, { once: true });
}
