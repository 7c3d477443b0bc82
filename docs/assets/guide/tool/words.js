// Sentences from the page's own list, with their gaps filled. The words themselves are in the page's template.

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
