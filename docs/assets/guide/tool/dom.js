// The page's own templates and sentences, filled. No words and no markup are written here, and nothing is read as markup.

export const byId = (id) => document.getElementById(id);

export function clone(templateId) {
  return document.importNode(byId(templateId).content.firstElementChild, true);
}

export function slot(node, name) {
  return node.querySelector(`[data-slot="${name}"]`);
}

/** Writes text into the slots of `node`; a slot without text is hidden, together with its row. */
export function fill(node, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const place = node.dataset?.slot === name ? node : slot(node, name);
    if (place.textContent !== text) place.textContent = text;
    show(place.closest("[data-row]") ?? place, text !== "");
  }
  return node;
}

// An attribute that is written anew, even with what it has, makes the browser look at every rule for it again.
export function show(node, visible) {
  if (node.hidden === visible) node.hidden = !visible;
}

export function classed(node, names) {
  if (node.className !== names) node.className = names;
}

export function link(text, href) {
  const made = fill(clone("link-template"), { text });
  made.href = href;
  return made;
}

/** Puts `nodes` into `place` with a comma or a semicolon between them. */
export function joined(place, nodes, separator) {
  place.replaceChildren(...nodes.flatMap((node, position) => (position ? [separator, node] : [node])));
}

/**
 * Does `work` when the browser has nothing better to do; in older Safaris, which cannot say when that is, soon.
 * A tab that is not in front may never have such a moment: after `atMost` milliseconds it is done all the same.
 */
export function whenIdle(work, atMost) {
  if (window.requestIdleCallback) window.requestIdleCallback(work, { timeout: atMost });
  else window.setTimeout(work);
}

/** Sentences from the page's own list, with their gaps filled. */
export function speaker(patterns) {
  const say = (key, values = {}) => {
    if (!Object.hasOwn(patterns, key)) throw new Error(`The page has no words for "${key}".`);
    return patterns[key].replace(/\{([a-zA-Z]+)\}/g, (_, name) => String(values[name]));
  };
  // say.count("late", 1) says "late.one", with 2 "late.other", and with 0 "late.none" where there is one.
  say.count = (key, n, values = {}) => {
    if (n === 0 && Object.hasOwn(patterns, `${key}.none`)) return say(`${key}.none`, { n, ...values });
    return say(`${key}.${n === 1 ? "one" : "other"}`, { n, ...values });
  };
  say.list = (items) => (items.length < 2 ? items.join("") : items.slice(0, -1).join(", ") + patterns.and + items.at(-1));
  say.raw = (key) => patterns[key];
  return say;
}
