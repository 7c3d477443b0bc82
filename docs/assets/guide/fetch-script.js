// A script that only some readers need. It is no module: a page that was opened from a folder may load none, nor data.
// The script of every page has said by then which addresses are trusted (trusted.js); a browser lets that be said only once.

/** Comes true once the script has run; fails where it could not be fetched. @param {string} address @returns {Promise<void>} */
export function fetchScript(address) {
  return new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.dataset.optional = ""; // without it the page still has its scripts: see early.js
    script.addEventListener("load", () => loaded());
    script.addEventListener("error", failed);
    document.head.append(script);
  });
}
