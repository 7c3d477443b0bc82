// Faults in a JavaScript module: one changed node of its syntax tree each.
// Needs node --expose-internals: Node.js carries the parser acorn within itself, so that nothing has to be installed.
// Argument: the module's path. Standard output: [{line, inside, before, after, start, end, put}, …].
"use strict";

const { readFileSync } = require("node:fs");
const acorn = require("internal/deps/acorn/acorn/dist/acorn");

const source = readFileSync(process.argv[2], "utf8");
const SIGNS = {
  "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "===": ["!=="], "!==": ["==="],
  "+": ["-"], "-": ["+"], "*": ["+"], "/": ["*"], "%": ["*"], "&&": ["||"], "||": ["&&"], "??": ["&&"],
  "+=": ["-="], "-=": ["+="],
};
const PAIRS = [["min", "max"], ["some", "every"], ["preceding", "following"], ["clearBefore", "clearAfter"],
  ["workingDayBefore", "workingDayAfter"], ["clearDaysBefore", "clearDaysAfter"]];
const TWINS = Object.fromEntries(PAIRS.flatMap(([one, other]) => [[one, other], [other, one]]));
const found = [];

const code = (node) => source.slice(node.start, node.end);

function change(node, put, inside, from = node) {
  if (code(from) === put) return;
  const after = source.slice(node.start, from.start) + put + source.slice(from.end, node.end);
  const shown = (text) => text.split("\n")[0].slice(0, 160);
  found.push({ line: from.loc.start.line, inside, before: shown(code(node)), after: shown(after), start: from.start, end: from.end, put });
}

/** The sign between two operands: the operands themselves stay as they are. */
function changeSign(node, inside) {
  const at = source.indexOf(node.operator, node.left.end);
  const sign = { start: at, end: at + node.operator.length, loc: node.loc };
  for (const other of SIGNS[node.operator] ?? []) change(node, other, inside, sign);
}

const CHANGES = {
  BinaryExpression: changeSign,
  LogicalExpression: changeSign,
  AssignmentExpression: (node, inside) => {
    if (node.operator !== "=") changeSign(node, inside);
  },
  UnaryExpression: (node, inside) => {
    if (node.operator !== "typeof") change(node, code(node.argument), inside);
  },
  Literal: (node, inside) => {
    if (typeof node.value === "boolean") change(node, String(!node.value), inside);
    else if (typeof node.value === "number") [1, -1].forEach((by) => change(node, String(node.value + by), inside));
    else if (typeof node.value === "string") change(node, "\"mutant\"", inside);
  },
  TemplateElement: (node, inside) => {
    if (node.value.raw !== "") change(node, "mutant", inside);
  },
  IfStatement: (node, inside) => ["true", "false"].forEach((sure) => change(node, sure, inside, node.test)),
  ConditionalExpression: (node, inside) => ["true", "false"].forEach((sure) => change(node, sure, inside, node.test)),
  ForStatement: (node, inside) => change(node, "false", inside, node.test),
  ReturnStatement: (node, inside) => {
    if (node.argument) change(node, "null", inside, node.argument);
  },
  ThrowStatement: (node, inside) => change(node, ";", inside),
  ExpressionStatement: (node, inside) => {
    if (!node.expression.callee || node.expression.callee.type !== "Super") change(node, ";", inside);
  },
  SpreadElement: (node, inside) => {
    // The comma beside it stays, so that something empty takes its place.
    change(node, node.inObject ? "...{}" : "...[]", inside);
  },
  Property: (node, inside) => {
    if (node.kind === "init" && !node.inPattern) change(node, "...{}", inside);
  },
  CallExpression: (node, inside) => {
    const name = node.callee.property ?? node.callee;
    if (TWINS[name.name]) change(node, TWINS[name.name], inside, name);
  },
};

function visit(node, inside) {
  if (node === null || typeof node.type !== "string" || node.type === "ImportDeclaration") return;
  const named = node.id?.name ?? (node.type.endsWith("Definition") ? node.key.name : "");
  const within = named && /Function|Class|Definition/.test(node.type) ? [inside, named].filter(Boolean).join(".") : inside;
  CHANGES[node.type]?.(node, within || "module");
  for (const [key, value] of Object.entries(node)) {
    if (key === "key" && !node.computed) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child === null || typeof child !== "object" || typeof child.type !== "string") continue;
      child.inObject = node.type === "ObjectExpression";
      child.inPattern = node.type === "ObjectPattern";
      visit(child, within);
    }
  }
}

function isJavaScript({ start, end, put }) {
  try {
    acorn.parse(source.slice(0, start) + put + source.slice(end), { ecmaVersion: "latest", sourceType: "module" });
    return true;
  } catch {
    return false;
  }
}

visit(acorn.parse(source, { ecmaVersion: "latest", sourceType: "module", locations: true }), "");
process.stdout.write(JSON.stringify(found.filter(isJavaScript)));
