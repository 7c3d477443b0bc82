// Runs before anything is drawn, so that no part of the page jumps when the other scripts arrive a moment later.
// Where one of them does not arrive, the page is again the one for readers without scripts: nothing then hides behind a dead button.

document.documentElement.classList.replace("no-js", "js");
window.addEventListener("error", ({ target }) => {
  const isNeeded = target instanceof HTMLScriptElement && !("optional" in target.dataset); // the search says itself what it lacks
  if (isNeeded) document.documentElement.classList.replace("js", "no-js");
}, { capture: true });
