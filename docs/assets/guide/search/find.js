// What a reader means by the words of a search, and what in the guide answers them. Nothing here touches the page.

/** @typedef {[place: string, title?: string, text?: string, words?: string]} Held One thing on a page: see `scripts/guide/pages/search_index.py`. */
/** @typedef {[address: string, title: string, held: Held[]]} Listed A page of the index. */
/** @typedef {{ address: string, title: string, text: string }} Result */
/** @typedef {{ title: string, results: Result[] }} Group What was found on one page, the best first. */

const MOST = 20;
const MOST_OF_A_PAGE = 5;
const SHORTEST_BEGINNING = 3; // letters; a shorter beginning is in too many words
const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(" ");
const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split(" ");
const OF_NO_USE = new Set("a an and are be by can do does for from have how i if in is it me my of on or our shall should that the their this to us was we what when where which who whom will with you your".split(" "));
/** What people call a thing in a hurry: the word that the guide has for it. @type {Record<string, string>} */
const SAME = {
  phone: "telephone", ring: "telephone", call: "telephone", mail: "email", extension: "late", extend: "late", delay: "late", overdue: "late",
  scrutineer: "scrutiny", tell: "inform", told: "inform", dead: "death", die: "death", died: "death", dies: "death", hurt: "harm", kid: "child",
  print: "pdf", printout: "pdf", deadline: "limit", boss: "manager",
};

/** The words of a text as they are compared: without accents, apostrophes, endings of the plural and hyphens, numbers in digits. @param {string} text */
export function wordsOf(text) {
  const plain = text.replace(/['’‘\u0060´ʼ](?:s\b)?/giu, "").normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
  return (plain.match(/\p{L}+|\p{N}+/gu) ?? []).filter((word, at, all) => !isEndingOfOrdinal(word, all[at - 1])).map(asCompared);
}

/** "th" of "7th". @param {string} word @param {string | undefined} before */
function isEndingOfOrdinal(word, before) {
  return /^(?:st|nd|rd|th)$/.test(word) && /^\p{N}+$/u.test(before ?? "");
}

/** @param {string} word */
function asCompared(word) {
  const number = Math.max(NUMBERS.indexOf(word), ORDINALS.indexOf(word));
  if (number > 0) return String(number);
  const single = word.length < 4 ? word : word.replace(/(?<=x|ch|sh|ss)es$|(?<!s|u|i)s$/, "").replace(/ie$/, "y");
  return SAME[single] ?? SAME[word] ?? single;
}

/** What is looked for: the words that tell something, or all of them where none does. @param {string} text */
function wanted(text) {
  const words = [...new Set(wordsOf(text))];
  const telling = words.filter((word) => !OF_NO_USE.has(word));
  return telling.length > 0 ? telling : words;
}

/** How well one of `words` is the one that is looked for: 2 for the same, 1 where it begins with it. @param {string[]} words @param {string} word */
function fit(words, word) {
  if (words.includes(word)) return 2;
  const isBeginning = word.length >= SHORTEST_BEGINNING && !/^\p{N}/u.test(word);
  return isBeginning && words.some((one) => one.startsWith(word)) ? 1 : 0;
}

/** The index with the words of each thing taken apart once. @param {Listed[]} index */
export function prepared(index) {
  return index.flatMap(([address, page, held]) => {
    const ofPage = wordsOf(page);
    return held.map(([place, title = "", text = "", words = ""]) => ({
      page, text, title: title || page, address: place ? `${address}#${place}` : address,
      ofTitle: title ? wordsOf(title) : ofPage, ofText: wordsOf(`${text} ${words}`), ofPage,
      // The title, and what else it is called: each name ends with a semicolon.
      names: [title || page, ...words.split(";").slice(0, -1)].map((name) => wanted(name).join(" ")),
    }));
  });
}

/** @typedef {ReturnType<typeof prepared>[number]} Ready */

/** How many of the words a thing has, and how near to its title they stand. @param {Ready} one @param {string[]} words */
function rated(one, words) {
  let matched = 0;
  let score = 0;
  for (const word of words) {
    const found = 5 * fit(one.ofTitle, word) || 2 * fit(one.ofText, word) || fit(one.ofPage, word);
    matched += found > 0 ? 1 : 0;
    score += found;
  }
  if (one.names.includes(words.join(" "))) score += 20;
  else if (one.names[0]?.startsWith(words.join(" "))) score += 8;
  return { one, matched, score };
}

/**
 * What answers the words of a reader, by page. What has all of the words comes first; what has some of them is there where little has all.
 * @param {Ready[]} all @param {string} text @returns {Group[]}
 */
export function answersTo(all, text) {
  const words = wanted(text);
  const rating = all.map((one) => rated(one, words)).filter(({ matched }) => matched > 0);
  const whole = rating.filter(({ matched }) => matched === words.length);
  const chosen = whole.length >= MOST_OF_A_PAGE ? whole : rating;
  chosen.sort((a, b) => b.matched - a.matched || b.score - a.score);
  /** @type {Map<string, Group>} */
  const groups = new Map();
  let left = MOST;
  for (const { one: { page, address, title, text: excerpt }, matched } of chosen) {
    const group = groups.get(page) ?? { title: page, results: [] };
    if (left === 0 || group.results.length >= (matched === words.length ? MOST_OF_A_PAGE : 1)) continue;
    group.results.push({ address, title, text: excerpt });
    groups.set(page, group);
    left -= 1;
  }
  return [...groups.values()];
}
