// Trusted Types: the browser hands every text that would become markup, or the address of a script, to this policy first.
// Our modules write text only, so no markup is let through at all.

/** The address where it is a script file of this site; null for all else. @param {string} address */
export function trustedScript(address, base = document.baseURI) {
  const url = new URL(address, base);
  return url.origin === new URL(base).origin && url.pathname.endsWith(".js") ? url.href : null;
}

globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => trustedScript(address),
});
