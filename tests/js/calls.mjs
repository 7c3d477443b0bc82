// Calls functions of the browser's modules directly, with whatever a caller might hand them.
// Standard input: {"folder": of the modules, "calls": [[module, function or class, …arguments], …]}.
// Standard output: [{"value": …} or {"error": code, "message": …}, …], in the order of the calls.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const request = JSON.parse(readFileSync(0, "utf8"));
/** @param {string} name */
const load = (name) => import(pathToFileURL(join(request.folder, name)).href);
/** @type {typeof import("#guide/calendars/days.js")} */
const { DayError } = await load("calendars/days.js");

/** @param {[module: string, name: string, ...given: unknown[]]} call */
async function answer([module, name, ...given]) {
  const called = (await load(module))[name];
  try {
    return { value: /^[A-Z]/.test(name) ? Reflect.construct(called, given) : called(...given) };
  } catch (error) {
    // Anything but the kernel's own refusal is a fault of this program and must be seen.
    if (!(error instanceof DayError)) throw error;
    return { error: error.code, message: error.message, name: error.name };
  }
}

const answers = [];
for (const call of request.calls) answers.push(await answer(call));
process.stdout.write(JSON.stringify(answers));
