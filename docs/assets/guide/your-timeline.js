// On the first page: where this device keeps a timeline, the card that leads back to it is asked for. Nobody else loads a line of it.

try {
  if (window.localStorage.getItem("guide-timeline") !== null) void import("./tool/kept-card.js");
} catch {
  // In some browsers even naming the storage throws. Then nothing was kept.
}
