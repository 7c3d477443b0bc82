// What a page says of its keyboard stops. One function, asked in any browser: `begin`, then many presses of Tab, then `way` for what they met;
// `turn` goes back from the last stop. Each stop is looked at when the next key comes: by then the browser has scrolled to it.
(/** @type {"begin" | "way" | "turn" | "end"} */ request) => {
  const STOPS = "a[href], area[href], a[*|href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex], [contenteditable]";
  const SEEN = { visibilityProperty: true, contentVisibilityAuto: true, opacityProperty: true };
  const CONTRAST = 3; // WCAG 2.2, 1.4.11
  const CLEAR = "rgba(0, 0, 0, 0)";

  /** The name that is read aloud. @param {Element} element */
  const said = (element) => {
    const named = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "");
    const labels = [...("labels" in element && element.labels instanceof NodeList ? element.labels : [])].map((label) => label.textContent);
    const pictures = [...element.querySelectorAll("img[alt], svg[aria-label]")].map((one) => one.getAttribute("alt") ?? one.getAttribute("aria-label"));
    const contents = element.matches("a, button, summary") ? [element.textContent, ...pictures].join(" ") : "";
    const ways = [named.join(" "), element.getAttribute("aria-label"), labels.join(" "), contents, element.getAttribute("title")];
    return ways.map((way) => (way ?? "").replace(/\s+/g, " ").trim()).find((way) => way !== "") ?? "";
  };
  /** @param {Element} element */
  const called = (element) => `${element.localName}${element.id && `#${element.id}`} “${said(element).slice(0, 50)}”`;

  /** The part of a box that stands in the window. @param {DOMRect} box */
  const in_window = (box) => {
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [right, bottom] = [Math.min(box.right, document.documentElement.clientWidth), Math.min(box.bottom, innerHeight)];
    return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
  };
  /** @param {{ width: number, height: number }} box */
  const can_be_seen = ({ width, height }) => width >= 2 && height >= 2;
  /** The part of an element that stands in the window. A link has a box for each line: Firefox may show the last of them alone. @param {Element} element */
  const window_box = (element) => {
    const boxes = element.localName === "a" ? [...element.getClientRects()].map(in_window) : [];
    return boxes.find(can_be_seen) ?? in_window(element.getBoundingClientRect());
  };
  /** @param {Element} element @param {Element} hit */
  const lies_under = (element, hit) =>
    !element.contains(hit) && !hit.contains(element) && hit.closest("label")?.control !== element;

  /** A radio button that is not chosen is reached with the arrow keys, from the chosen one. @param {Element} element */
  const other_choice = (element) => element.matches("input[type=radio]:not(:checked)")
    && document.querySelector(`input[name="${element.getAttribute("name")}"]:checked`) !== null;
  /** @param {Element} element */
  const reachable = (element) => element.checkVisibility(SEEN) && element.getClientRects().length > 0
    && !element.matches(":disabled") && element.closest("[inert]") === null && element.getAttribute("tabindex") !== "-1" && !other_choice(element);

  /** @param {Element} element */
  const scrolls = (element) => {
    if (element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    /** @param {string} overflow @param {number} inside @param {number} room */
    const moves = (overflow, inside, room) => /auto|scroll/.test(overflow) && inside > room + 1 && room > 0;
    return element !== document.body && (moves(overflowX, element.scrollWidth, element.clientWidth)
      || moves(overflowY, element.scrollHeight, element.clientHeight));
  };

  /** The luminance of colours laid over one another, the lowest first. A page has few colours and many stops, so each answer is kept. @param {string[]} colours */
  const luminance = (colours) => {
    const { pen, luminances } = window.guideWalk;
    const kept = luminances.get(colours.join());
    if (kept !== undefined) return kept;
    if (pen === null) throw new Error("This browser mixes no colours.");
    for (const colour of ["white", ...colours]) {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
    }
    const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map((one) => (one <= 10 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    const found = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    luminances.set(colours.join(), found);
    return found;
  };
  /** @param {string[]} over @param {string[]} under */
  const contrast = (over, under) => {
    const [dark, light] = [luminance(over), luminance(under)].sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
  };
  /** @param {Element | null} element @returns {string[]} */
  const papers = (element) => (element ? [...papers(element.parentElement), getComputedStyle(element).backgroundColor] : []).filter((one) => one !== CLEAR);

  /** @param {Element} element @returns {FocusLooks} */
  const looks = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset, boxShadow, borderWidth, borderColor, backgroundColor } = getComputedStyle(element);
    const ring = outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
    return { ring, reach: ring && ring + Number.parseFloat(outlineOffset), outlineColor, boxShadow, borderColor: borderWidth === "0px" ? CLEAR : borderColor, backgroundColor };
  };
  /** How clearly the focus shows: the best contrast of whatever it changed, and 1 where it changed nothing. @param {Element} element @param {FocusLooks} before @param {FocusLooks} now */
  const clearness = (element, before, now) => {
    const around = papers(element.parentElement);
    const own = [...around, before.backgroundColor];
    const marks = [1];
    /** @param {keyof FocusLooks} key */
    const changed = (key) => before[key] !== now[key];
    if (now.ring > 0 && (before.ring === 0 || changed("outlineColor"))) {
      const under = now.reach > 0 ? around : own;
      marks.push(contrast([...under, now.outlineColor], under));
    }
    if (changed("boxShadow")) marks.push(...(now.boxShadow.match(/[a-z]+\([^)]*\)/g) ?? []).map((colour) => contrast([...around, colour], around)));
    if (changed("borderColor") && !now.borderColor.includes(") ")) marks.push(contrast([...own, now.borderColor], [...own, before.borderColor]));
    if (changed("backgroundColor")) marks.push(contrast([...around, now.backgroundColor], own));
    return Math.max(...marks);
  };
  /** The sides of the ring that lie outside a box that cuts off what leaves it. A drawn step wider than its window can only show above and below. @param {Element} element @param {FocusLooks} looks */
  const cut_sides = (element, { reach }) => {
    const box = element.getBoundingClientRect();
    /** @type {Set<string>} */
    const cut = new Set();
    for (let holder = element.parentElement; reach > 0 && holder && holder !== document.body; holder = holder.parentElement) {
      if (getComputedStyle(holder).overflow === "visible") continue;
      const room = holder.getBoundingClientRect();
      const fits = box.width + 2 * reach <= room.width;
      if (fits && box.left - reach < room.left - 0.5) cut.add("left");
      if (box.top - reach < room.top - 0.5) cut.add("top");
      if (fits && box.right + reach > room.right + 0.5) cut.add("right");
      if (box.bottom + reach > room.bottom + 0.5) cut.add("bottom");
    }
    return [...cut];
  };

  /** @param {Element} element */
  const faults_of = (element) => {
    /** @type {string[]} */
    const found = [];
    const box = window_box(element);
    if (!element.checkVisibility(SEEN) || element.getClientRects().length === 0) return ["has the focus and is hidden"];
    if (!can_be_seen(box)) return ["is outside the window, or too small to see"];
    const hit = document.elementFromPoint(box.x, box.y);
    if (hit && lies_under(element, hit)) found.push(`is covered by ${called(hit)}`);
    if (said(element) === "") found.push("has no name");
    const cut = cut_sides(element, looks(element));
    if (cut.length > 1) found.push(`has its ring cut off (${cut.join(", ")})`);
    return found;
  };

  /** Once the focus has gone on, how the last stop looked with it and looks without. @param {Window["guideWalk"]} walk */
  const judge_mark = (walk) => {
    if (walk.last === null || walk.marked === null) return;
    const clear = clearness(walk.last, looks(walk.last), walk.marked);
    if (clear < CONTRAST) walk.faults.push(`${called(walk.last)} shows the focus with a contrast of ${clear.toFixed(1)} to 1`);
    walk.last = null;
  };
  const look = () => {
    const walk = window.guideWalk;
    const element = document.activeElement;
    const nothing = element === null || element === document.body || element === document.documentElement || !document.hasFocus();
    if (element !== walk.last) judge_mark(walk);
    const before = walk.way.at(-1);
    if (walk.done || (nothing && !before) || (element !== null && element === before)) return;
    // The end of the page: the focus is on nothing, or, where the browser has nothing else to give it to, on the first stop again.
    if (nothing || element === walk.way[0]) {
      walk.done = true;
      return;
    }
    const found = faults_of(element);
    if (walk.way.includes(element)) found.push("has the focus again before the end of the page");
    else if (walk.there === null && before && before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) found.push(`comes after ${called(before)}, which stands further down`);
    walk.faults.push(...found.map((fault) => `${called(element)} ${fault}`));
    walk.way.push(element);
    if (walk.there !== null) return; // the marks were judged on the way there
    walk.last = element;
    walk.marked = looks(element);
  };

  /** @param {Element | null | undefined} element */
  const focusable = (element) => (element instanceof HTMLElement || element instanceof SVGElement ? element : null);
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  /** The boxes of a drawing are one stop, and the arrow keys go from the first to each other one. */
  const faults_of_drawings = async () => {
    /** @type {string[]} */
    const found = [];
    window.focus(); // in Firefox the end of the page is outside it
    for (const drawing of document.querySelectorAll("figure.flow")) {
      const boxes = [...drawing.querySelectorAll("a.flow-node")];
      const stops = boxes.filter((box) => window.guideWalk.wanted.includes(box)).length;
      if (stops > 1) found.push(`${called(drawing)} has ${stops} boxes that are stops`);
      focusable(boxes[0])?.focus({ focusVisible: true }); // as by a key
      for (const box of boxes) {
        await painted(); // Firefox scrolls a moment later
        const faults = document.activeElement === box ? faults_of(box) : ["is not reached by the arrow keys"];
        found.push(...faults.map((fault) => `${called(box)} ${fault}`));
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
      }
      focusable(boxes[0])?.focus(); // the way back leads here
    }
    return found;
  };

  const actions = {
    begin() {
      const wanted = [...document.querySelectorAll(STOPS)].filter(reachable);
      const regions = [...document.querySelectorAll("body *")].filter(scrolls);
      const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      window.guideWalk = { wanted, regions, there: null, way: [], faults: [], last: null, marked: null, done: false, pen, luminances: new Map() };
      addEventListener("keydown", (event) => event.key !== "Shift" && look(), { capture: true });
      return wanted.length + regions.length;
    },
    /** How many stops there were, whether they led to the end of the page, and what was wrong with them. */
    way() {
      const walk = window.guideWalk;
      look();
      const last = walk.way.at(-1);
      return { stops: walk.way.length, done: walk.done, faults: walk.faults.splice(0), last: last ? called(last) : "nothing" };
    },
    async turn() {
      const walk = window.guideWalk;
      const there = walk.way;
      focusable(document.activeElement)?.blur();
      await painted();
      Object.assign(walk, { there, way: [], last: null, done: false });
      window.focus();
      focusable(there.at(-1))?.focus();
      await painted();
      return there.length;
    },
    /** What a mouse reaches and the keys did not, and whether the way back was the same. */
    async end() {
      const { wanted, regions, there, way } = window.guideWalk;
      if (there !== null) return there.filter((one) => !way.includes(one)).map((one) => `${called(one)} is not met on the way back`);
      const missed = wanted.filter((one) => !way.includes(one)).map((one) => `${called(one)} is never reached`);
      const stuck = regions.filter((one) => !way.some((stop) => one.contains(stop))).map((one) => `${one.localName}.${one.className} scrolls and is never reached`);
      return [...missed, ...stuck, ...await faults_of_drawings()];
    },
  };
  return actions[request]();
}
