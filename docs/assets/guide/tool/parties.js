// Who stands in a row of actors, and by which names: one of several is one name.
// Twin of `names_of` in scripts/guide/wording.py and of `Actors.together` in scripts/guide/model/actors.py.

/**
 * @import { Parties, Step } from "../dates/timeline.js"
 * @import { Say } from "./dom.js"
 */

/** A party of whom any one will do has both ids in its key; no id has a blank. @param {string} key */
function isChoice(key) {
  return key.includes(" or ");
}

/**
 * Those in one row of some steps, none twice, and those who stand alone before those of whom one will do.
 * @param {Step[]} steps @param {keyof Parties} row
 */
export function partiesIn(steps, row) {
  const keys = [...new Set(steps.flatMap((step) => step.parties[row] ?? step[row]))];
  return keys.sort((a, b) => Number(isChoice(a)) - Number(isChoice(b)));
}

/** @param {string[]} keys @param {Record<string, string>} names @param {Say} say */
export function namesOf(keys, names, say) {
  return keys.map((key) => (keys.length > 1 && isChoice(key) ? say("either", { choice: names[key] }) : names[key]));
}
