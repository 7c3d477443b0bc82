// On the first page: where this device keeps a timeline, the card that leads back to it is asked for. Nobody else loads a line of it.

import { fetchScript } from "../fetch-script.js";

try {
  const card = document.getElementById("your-timeline");
  if (card && window.localStorage.getItem("guide-timeline") !== null) void fetchScript(card.dataset.script ?? "");
} catch {
  // In some browsers even naming the storage throws. Then nothing was kept.
}
