// What the search finds in an index for each of several texts, and how it reads some words.
// Standard input: {"folder": of the modules, "index": …, "texts": […], "words": […]}.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { folder, index, texts, words } = JSON.parse(readFileSync(0, "utf8"));
/** @type {typeof import("#guide/search/find.js")} */
const { answersTo, prepared, wordsOf } = await import(pathToFileURL(join(folder, "search/find.js")).href);
const all = prepared(index);
process.stdout.write(JSON.stringify({
  found: texts.map((/** @type {string} */ text) => answersTo(all, text)),
  words: words.map((/** @type {string} */ text) => wordsOf(text)),
}));
