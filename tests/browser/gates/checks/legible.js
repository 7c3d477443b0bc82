// Words that are cut off by the box they stand in, or that lie upon other words.
() => {
  const quote = (text) => `“${text.trim().replace(/\s+/g, " ").slice(0, 50)}”`;
  const clips = (overflow) => overflow === "hidden" || overflow === "clip";
  const onlyHeard = (element) => element.closest(".visually-hidden") || element.clientWidth === 1 || getComputedStyle(element).clipPath !== "none";
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !onlyHeard(element);
  const faults = [];

  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const cut = (clips(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (clips(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    if (cut && element.textContent.trim() !== "" && !element.closest("svg") && seen(element)) {
      faults.push(`cuts off ${quote(element.textContent)}`);
    }
  }

  /** What is left of a box once everything around it has clipped it or scrolled it away. */
  const leftOf = ({ left, top, right, bottom }, element) => {
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      if (around.closest("svg") || getComputedStyle(around).overflow === "visible") continue;
      const frame = around.getBoundingClientRect();
      [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    return { left, top, right, bottom };
  };

  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, parent = text.parentElement;
    if (text.data.trim() === "" || parent.closest("script, style, template, .md-skip, select, noscript") || !seen(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const whole of range.getClientRects()) {
      const box = leftOf(whole, parent);
      if (box.right - box.left > 1 && box.bottom - box.top > 1) lines.push({ text, box });
    }
    const drawing = parent.closest("svg"), word = range.getBoundingClientRect();
    const frame = drawing?.getBoundingClientRect();
    if (frame && (word.left < frame.left - 1 || word.right > frame.right + 1)) faults.push(`a drawing cuts off ${quote(text.data)}`);
  }

  /** What opens over the page covers it, and is meant to. */
  const layer = ({ text }) => text.parentElement.closest(".guide-search__output");
  const height = ({ box }) => box.bottom - box.top;
  lines.sort((a, b) => a.box.top - b.box.top);
  lines.forEach((first, position) => {
    for (const second of lines.slice(position + 1)) {
      if (second.box.top >= first.box.bottom) break;
      if (second.text === first.text || layer(first) !== layer(second)) continue;
      const high = Math.min(first.box.bottom, second.box.bottom) - second.box.top;
      const wide = Math.min(first.box.right, second.box.right) - Math.max(first.box.left, second.box.left);
      if (wide > 2 && high > 0.3 * Math.min(height(first), height(second))) {
        faults.push(`${quote(first.text.data)} lies upon ${quote(second.text.data)}`);
      }
    }
  });
  return [...new Set(faults)];
}
