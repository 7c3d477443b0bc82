// By how much the page jumped while it loaded (the score of Cumulative Layout Shift), once everything has been drawn.
async () => {
  const shifts = [];
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  shifts.push(...observer.takeRecords());
  const score = shifts.filter((one) => !one.hadRecentInput).reduce((sum, one) => sum + one.value, 0);
  const words = (node) => node?.textContent.trim().replace(/\s+/g, " ").slice(0, 30);
  const moved = shifts.flatMap((one) => one.sources.map(({ node, previousRect: from, currentRect: to }) => (
    `${node?.nodeName.toLowerCase() ?? "?"} “${words(node)}” from ${from.x},${from.y} to ${to.x},${to.y}`)));
  return score > 0.01 ? [`jumps by ${score.toFixed(3)} while it loads: ${moved.join(", ")}`] : [];
}
