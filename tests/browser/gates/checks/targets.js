// Things to press that are smaller than 24 by 24 pixels and too near to another one (WCAG 2.5.8). A link within a sentence is as high as its line.
() => {
  const LEAST = 24;
  const PRESSED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link]";
  const words = (element) => (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 50);

  /** Words of the same block stand beside the link, so its size is bound to the height of their line. */
  const inSentence = (element) => {
    if (element.localName !== "a" || getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const others = block.cloneNode(true);
    others.querySelectorAll("a, button, input, select, summary").forEach((one) => one.remove());
    return /[\p{L}\p{N}]/u.test(others.textContent);
  };
  /** A label is part of the target of its field. A link that goes over two lines has two boxes. */
  const boxesOf = (element) => [element, ...(element.labels ?? [])].flatMap((one) => [...one.getClientRects()])
    .filter((box) => box.width > 1 && box.height > 1);
  const largest = (boxes) => boxes.reduce((one, other) => (other.width * other.height > one.width * one.height ? other : one));
  /** What lies under an open panel is not there to be pressed. */
  const covered = ({ left, top, width, height }) => {
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    return above?.closest(".guide-search__output");
  };
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".md-skip, svg")
    && boxesOf(element).length > 0 && (element.closest(".guide-search") || !covered(largest(boxesOf(element))));
  const all = [...document.querySelectorAll(PRESSED)].filter(seen)
    .map((element) => ({ element, boxes: boxesOf(element), box: largest(boxesOf(element)) }));
  const isSmall = ({ box }) => Math.round(box.width) < LEAST || Math.round(box.height) < LEAST;
  const middle = (box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  const distance = ({ x, y }, other) => Math.hypot(
    Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
  const tooNear = (one, other) => {
    const from = middle(one.box), to = middle(other.box);
    return (isSmall(other) && Math.hypot(from.x - to.x, from.y - to.y) < LEAST)
      || other.boxes.some((box) => distance(from, box) < LEAST / 2);
  };
  /** What opens over the page is no neighbour of what lies under it. */
  const apart = (one, other) => one.element.closest(".guide-search__output") !== other.element.closest(".guide-search__output");
  const within = (one, other) => one.element.contains(other.element) || other.element.contains(one.element);
  return all.filter((one) => isSmall(one) && !inSentence(one.element)).flatMap((one) => {
    const near = all.find((other) => other !== one && !within(one, other) && !apart(one, other) && tooNear(one, other));
    const size = `${Math.round(one.box.width)} by ${Math.round(one.box.height)}`;
    return near ? [`“${words(one.element)}” is ${size} pixels and too near to “${words(near.element)}”`] : [];
  });
}
