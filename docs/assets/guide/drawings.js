// Firefox gives a box of a drawing the focus and leaves it outside the window; other browsers scroll to it themselves.
// It scrolls to shapes, and not to the link around them.

document.addEventListener("focusin", ({ target }) => {
  target.querySelector(":scope > :is(rect, polygon, path)")?.scrollIntoView({ block: "nearest", inline: "nearest" });
});
