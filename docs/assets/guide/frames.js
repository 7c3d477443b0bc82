// The frames around drawings and tables, on the pages that have any. The page of dates has none but where it is unfolded, and no bytes to spare.

// A frame is a stop for the keyboard only while it scrolls, when the arrow keys have something to move. Without scripts it always is.
/** @param {Element | null} frame */
const judge = (frame) => {
  if (!(frame instanceof HTMLElement) || frame === document.activeElement) return;
  if (frame.scrollWidth > frame.clientWidth + 1 || frame.scrollHeight > frame.clientHeight + 1) frame.tabIndex = 0;
  else frame.removeAttribute("tabindex");
};
const look = new ResizeObserver((seen) => seen.forEach(({ target }) => judge(target.closest("[role=region]"))));
for (const frame of document.querySelectorAll(":is(.table-scroll, .flow-scroll)[role=region]")) {
  judge(frame); // at once: whoever goes by keyboard may begin before anything has been drawn
  look.observe(frame);
  if (frame.firstElementChild) look.observe(frame.firstElementChild);
}

// The boxes of a drawing are one stop: Tab comes to the one that was last there and goes on behind the drawing, so that nobody has to go
// through forty of them to the first step. The arrow keys go from box to box. Without scripts each box is a stop.
const STEPS = new Map([["ArrowDown", 1], ["ArrowRight", 1], ["ArrowUp", -1], ["ArrowLeft", -1], ["Home", -Infinity], ["End", Infinity]]);
/** @param {KeyboardEvent} event @param {SVGAElement[]} boxes */
const go = (event, boxes) => {
  const step = STEPS.get(event.key);
  const at = boxes.findIndex((box) => box === document.activeElement);
  if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault(); // at the last box, too, the page stays where it is
  boxes[Math.min(Math.max(at + step, 0), boxes.length - 1)]?.focus();
};
for (const drawing of document.querySelectorAll("figure.flow")) {
  /** @type {NodeListOf<SVGAElement>} */
  const links = drawing.querySelectorAll("a.flow-node");
  const boxes = [...links];
  if (boxes.length < 2 || !(drawing instanceof HTMLElement)) continue;
  const hint = Object.assign(document.createElement("span"), { className: "flow-keys", textContent: "The arrow keys go from box to box." });
  drawing.querySelector("figcaption")?.after(hint);
  /** @param {EventTarget | null | undefined} here */
  const stop = (here) => {
    if (boxes.some((box) => box === here)) boxes.forEach((box) => { box.tabIndex = box === here ? 0 : -1; });
  };
  stop(boxes[0]);
  drawing.addEventListener("focusin", ({ target }) => stop(target));
  drawing.addEventListener("keydown", (event) => go(event, boxes));
}

// Firefox gives a box of a drawing the focus and leaves it outside the window; other browsers scroll to it themselves.
// It scrolls to shapes, and not to the link around them. A box under the pointer stays there, or the press would miss it.
document.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof Element)) return;
  const shape = target.querySelector(":scope > :is(rect, polygon, path)");
  if (shape && target.matches(":focus-visible")) shape.scrollIntoView({ block: "nearest", inline: "nearest" });
});
