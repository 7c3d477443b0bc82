// Firefox gives a box of a drawing the focus and leaves it outside the window; other browsers scroll to it themselves.
// It scrolls to shapes, and not to the link around them. A box under the pointer stays there, or the press would miss it.

document.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof Element)) return;
  const shape = target.querySelector(":scope > :is(rect, polygon, path)");
  if (shape && target.matches(":focus-visible")) shape.scrollIntoView({ block: "nearest", inline: "nearest" });
});
