// What is wider than the screen: the page itself, or a part that scrolls sideways though it holds neither a table nor a drawing.
() => {
  const root = document.documentElement;
  const name = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`;
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const faults = [];
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
    faults.push(`is ${root.scrollWidth} pixels wide on a screen of ${root.clientWidth}: ${wide.slice(-3).map(name).join(", ")}`);
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (element.scrollWidth <= element.clientWidth + 1 || !element.checkVisibility() || !scrolls(element)) continue;
    if (!element.querySelector("table, svg")) faults.push(`scrolls sideways inside ${name(element)}`);
  }
  return faults;
}
