// A page without exactly one first heading, with a jump in its headings, or without its language.
() => {
  // The search stands before the page, and so do the headings of its results: one for each page where something was found.
  const ofPage = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".guide-search__output");
  const headings = [...document.querySelectorAll(":is(h1, h2, h3, h4, h5, h6):not([role=none]), [role=heading]")].filter(ofPage);
  const level = (one) => Number(one.getAttribute("aria-level") ?? one.localName.slice(1));
  const words = (one) => one.textContent.trim().replace(/\s+/g, " ").slice(0, 50);
  const faults = [];
  const first = headings.filter((one) => level(one) === 1);
  if (first.length !== 1) faults.push(`has ${first.length} first headings: ${first.map(words).join(", ")}`);
  headings.forEach((one, position) => {
    if (words(one) === "") faults.push(`has an empty heading of level ${level(one)}`);
    if (position > 0 && level(one) > level(headings[position - 1]) + 1) {
      faults.push(`jumps from level ${level(headings[position - 1])} to ${level(one)} at “${words(one)}”`);
    }
  });
  if (headings.length > 0 && level(headings[0]) !== 1) faults.push(`begins with a heading of level ${level(headings[0])}: “${words(headings[0])}”`);
  if (!/^en(-GB)?$/.test(document.documentElement.lang)) faults.push(`says its language is “${document.documentElement.lang}”`);
  return faults;
}
