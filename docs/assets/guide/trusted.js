// Trusted Types: the browser hands every text that would become markup, or the address of a script, to this policy first.
// Our own modules write text only; the theme's search writes its results as markup, so that is what is let through.

const PLAIN_TAG = /<\/?(?:b|code|del|div|em|h[1-6]|i|li|mark|ol|p|pre|strong|ul)(?: (?:class|data-md-highlight)(?:="[\w -]*")?)*>/g;

/** The markup itself where every tag in it is plain emphasis, a heading or a list; null, which the browser refuses, for all else. @param {string} text */
export function trustedMarkup(text) {
  return text.replace(PLAIN_TAG, "").includes("<") ? null : text;
}

/** The address where it is a script file of this site; null for all else. @param {string} address */
export function trustedScript(address, base = document.baseURI) {
  const url = new URL(address, base);
  return url.origin === new URL(base).origin && url.pathname.endsWith(".js") ? url.href : null;
}

globalThis.trustedTypes?.createPolicy("default", {
  createHTML: trustedMarkup,
  createScriptURL: (address) => trustedScript(address),
});
