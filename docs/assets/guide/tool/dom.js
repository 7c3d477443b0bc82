// The page's own templates and sentences, filled. No words and no markup are written here, and nothing is read as markup.

/**
 * @typedef {Record<string, string | number>} Values What fills the gaps of a sentence.
 *
 * @typedef {object} Saying
 * @property {(key: string, n: number, values?: Values) => string} count A sentence that depends on how many: see `speaker`.
 * @property {(items: string[]) => string} list "a", "a and b", "a, b and c".
 * @property {(key: string) => string[]} raw
 *
 * @typedef {((key: string, values?: Values) => string) & Saying} Say
 */

/**
 * The one element of a kind that `selector` finds. A page and its scripts are made together: where it is missing, they are not of one version.
 * @template {Element} Kind
 * @param {ParentNode} node @param {string} selector @param {new () => Kind} kind @returns {Kind}
 */
export function find(node, selector, kind) {
  const found = node.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} ${selector}`);
  return found;
}

/** @param {string} id */
export function byId(id) {
  return find(document, `#${id}`, HTMLElement);
}

/** @param {string} templateId */
export function contents(templateId) {
  return document.importNode(find(document, `#${templateId}`, HTMLTemplateElement).content, true);
}

/** @param {string} templateId */
export function clone(templateId) {
  return find(contents(templateId), "*", HTMLElement);
}

/** @param {ParentNode} node @param {string} name */
export function slot(node, name) {
  return find(node, `[data-slot="${name}"]`, HTMLElement);
}

/**
 * Writes text into the slots of `node`; a slot without text is hidden, together with its row.
 * @param {HTMLElement} node @param {Record<string, string>} texts
 */
export function fill(node, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const place = node.dataset.slot === name ? node : slot(node, name);
    if (place.textContent !== text) place.textContent = text;
    /** @type {HTMLElement} */
    const row = place.closest("[data-row]") ?? place;
    show(row, text !== "");
  }
  return node;
}

// An attribute that is written anew, even with what it has, makes the browser look at every rule for it again.
/** @param {HTMLElement} node @param {boolean} visible */
export function show(node, visible) {
  if (node.hidden === visible) node.hidden = !visible;
}

/** @param {HTMLElement} node @param {string} names */
export function classed(node, names) {
  if (node.className !== names) node.className = names;
}

/** How each standing is drawn, where that is not by its own name. @type {Record<string, string>} */
const DRAWN_AS = { "done late": "done", passed: "today", soon: "today" };

/** Says in a word where an act stands, behind `place`; of an act of which there is nothing to say, nothing. @param {HTMLElement} node @param {HTMLElement} place @param {{ kind: string, text: string }} status */
export function statusLine(node, place, { kind, text }) {
  node.querySelector(".step-status")?.remove();
  if (text !== "") place.after(fill(clone(`status-${DRAWN_AS[kind] ?? kind}-template`), { text }));
}

/** @param {string} text @param {string} href */
export function link(text, href) {
  const made = find(contents("link-template"), "a", HTMLAnchorElement);
  made.textContent = text;
  made.href = href;
  return made;
}

/** Puts `nodes` into `place` with a comma or a semicolon between them. @param {HTMLElement} place @param {(Node | string)[]} nodes @param {string} separator */
export function joined(place, nodes, separator) {
  place.replaceChildren(...nodes.flatMap((node, position) => (position ? [separator, node] : [node])));
}

/**
 * Does `work` when the browser has nothing better to do; in older Safaris, which cannot say when that is, soon.
 * A tab that is not in front may never have such a moment: after `atMost` milliseconds it is done all the same.
 * @param {() => void} work @param {number} [atMost]
 */
export function whenIdle(work, atMost) {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: atMost });
  else setTimeout(work);
}

/** Sentences from the page's own list, with their gaps filled. @param {Record<string, string | string[]>} patterns @returns {Say} */
export function speaker(patterns) {
  /** @param {string} key @param {Values} values */
  const say = (key, values = {}) => {
    const pattern = Object.hasOwn(patterns, key) ? patterns[key] : null;
    if (typeof pattern !== "string") throw new Error(`The page has no words for "${key}".`);
    return pattern.replace(/\{([a-zA-Z]+)\}/g, (_, name) => String(values[name]));
  };
  // say.count("late", 1) says "late.one", with 2 "late.other", and with 0 "late.none" where there is one.
  /** @type {Saying["count"]} */
  const count = (key, n, values = {}) => {
    if (n === 0 && Object.hasOwn(patterns, `${key}.none`)) return say(`${key}.none`, { n, ...values });
    return say(`${key}.${n === 1 ? "one" : "other"}`, { n, ...values });
  };
  /** @type {Saying["list"]} */
  const list = (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")}${say("and")}${items.at(-1)}`);
  /** @type {Saying["raw"]} */
  const raw = (key) => [patterns[key]].flat();
  return Object.assign(say, { count, list, raw });
}
