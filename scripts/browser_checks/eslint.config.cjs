// Faults that types do not show. Stands outside the browser's folder, so that nothing of it is published.
"use strict";

const js = require("@eslint/js");
const globals = require("globals");

const PAGE = "docs/assets/guide/**/*.js";
// What counts and what finds words knows days and plans, and neither the page nor the clock: it answers the same in Node.js.
const PURE = [
  "docs/assets/guide/search/find.js", "docs/assets/guide/calendars/*.js", "docs/assets/guide/dates/*.js",
  ...["files", "link", "memory", "step-view", "view", "work-out"].map((name) => `docs/assets/guide/tool/${name}.js`),
];
const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment"];

const READ = "/^(match|matchAll|search|slice|split|startsWith|substring)$/";
const CARRY = "No sentence is read back: let what it says travel as data beside it.";
const READ_BACK = [
  `CallExpression[callee.property.name=${READ}][callee.object.property.name="text"]`,
  `CallExpression[callee.property.name=${READ}][callee.object.callee.name="long"]`,
  `CallExpression[callee.property.name=${READ}][callee.object.callee.name="say"]`,
  'CallExpression[callee.property.name="test"] > MemberExpression.arguments[property.name="text"]',
];

/** Modules of a wing may use those below it and none above. */
const wing = (files, ...above) => ({
  files: [files],
  rules: { "no-restricted-imports": ["error", { patterns: above.map((name) => ({ group: [`**/${name}/*`], message: `${name}/ stands above.` })) }] },
});

module.exports = [
  { ignores: ["scripts/mutants/*"] }, // it walks the tree of a parser inside Node.js, and is run with every fault it makes
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    rules: {
      "array-callback-return": "error",
      "complexity": ["error", 8], // as ruff has it
      "curly": ["error", "multi-line"],
      "default-case-last": "error",
      "eqeqeq": "error",
      "max-depth": ["error", 3],
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", 45],
      "max-params": ["error", 7],
      "no-alert": "error",
      "no-caller": "error",
      "no-console": "error",
      "no-eval": "error",
      "no-extend-native": "error",
      "no-implicit-coercion": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-labels": "error",
      "no-new-func": "error",
      "no-new-wrappers": "error",
      "no-param-reassign": "error",
      "no-restricted-properties": [
        "error",
        ...MARKUP.map((property) => ({ property, message: "Text is written as text: textContent, or a template of the page." })),
        { object: "document", property: "write", message: "Text is written as text: textContent, or a template of the page." },
        { object: "document", property: "cookie", message: "The guide keeps nothing that travels." },
      ],
      "no-return-assign": "error",
      "no-self-compare": "error",
      "no-shadow": "error",
      "no-throw-literal": "error",
      "no-unused-expressions": "error",
      "no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { functions: false, classes: false }],
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-arrow-callback": "error",
      "prefer-const": "error",
      "prefer-object-has-own": "error",
      "prefer-object-spread": "error",
      "prefer-rest-params": "error",
      "prefer-spread": "error",
      "prefer-template": "error",
    },
  },
  {
    files: [PAGE],
    languageOptions: { globals: globals.browser },
    rules: { "no-restricted-syntax": ["error", ...READ_BACK.map((selector) => ({ selector, message: CARRY }))] },
  },
  {
    files: PURE,
    languageOptions: { globals: Object.fromEntries(Object.keys(globals.browser).map((name) => [name, "off"])) },
    rules: { "no-restricted-globals": ["error", { name: "Date", message: "Days are whole numbers: see calendars/days.js." }] },
  },
  { files: ["docs/assets/guide/tool/files.js"], languageOptions: { globals: { TextEncoder: "readonly" } } },
  { files: ["docs/assets/guide/calendars/today.js"], rules: { "no-restricted-globals": "off" } },
  wing("docs/assets/guide/calendars/*.js", "dates", "tool"),
  wing("docs/assets/guide/dates/*.js", "tool"),
  { files: ["docs/assets/guide/early.js"], languageOptions: { sourceType: "script" } },
  // The worker is no module either: its functions are its own all the same.
  { files: ["docs/sw.js"], languageOptions: { globals: globals.serviceworker, sourceType: "script" }, rules: { "no-implicit-globals": "off" } },
  {
    // One function that a test puts into a page: the walk keeps within itself whatever it needs there.
    files: ["tests/js/*.js"],
    languageOptions: { globals: globals.browser, sourceType: "script" },
    rules: { "complexity": ["error", 18], "max-lines-per-function": "off", "no-unused-expressions": "off" },
  },
  { files: ["**/*.mjs"], languageOptions: { globals: globals.nodeBuiltin } },
  { files: ["**/*.cjs"], languageOptions: { globals: globals.node, sourceType: "commonjs" } },
];
