// The page's own templates, filled with text. No markup is written here, and nothing is read as markup.

export const byId = (id) => document.getElementById(id);

export function clone(templateId) {
  return byId(templateId).content.firstElementChild.cloneNode(true);
}

export function slot(node, name) {
  return node.querySelector(`[data-slot="${name}"]`);
}

/** Writes text into the slots of `node`; a slot without text is hidden, together with its row. */
export function fill(node, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const place = node.dataset?.slot === name ? node : slot(node, name);
    place.textContent = text;
    show(place.closest("[data-row]") ?? place, text !== "");
  }
  return node;
}

export function show(node, visible) {
  node.hidden = !visible;
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
