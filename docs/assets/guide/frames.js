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

// Firefox gives a box of a drawing the focus and leaves it outside the window; other browsers scroll to it themselves.
// It scrolls to shapes, and not to the link around them. A box under the pointer stays there, or the press would miss it.
document.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof Element)) return;
  const shape = target.querySelector(":scope > :is(rect, polygon, path)");
  if (shape && target.matches(":focus-visible")) shape.scrollIntoView({ block: "nearest", inline: "nearest" });
});
