// What moves by itself, or would when it changes.
() => {
  const name = (element, part) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">${part}`;
  const lasts = (durations) => durations.split(",").some((one) => parseFloat(one) > 0);
  const faults = document.getAnimations().map(({ effect }) => `moves: ${name(effect.target, effect.pseudoElement ?? "")}`);
  for (const element of [document.documentElement, ...document.documentElement.querySelectorAll("body, body *")]) {
    for (const part of ["", "::before", "::after"]) {
      const style = getComputedStyle(element, part || null);
      if (style.animationName !== "none" && lasts(style.animationDuration)) faults.push(`would move: ${name(element, part)}`);
      if (lasts(style.transitionDuration)) faults.push(`would change slowly: ${name(element, part)}`);
      if (style.scrollBehavior === "smooth") faults.push(`would scroll slowly: ${name(element, part)}`);
    }
  }
  return [...new Set(faults)];
}
