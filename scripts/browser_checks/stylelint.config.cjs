// The standard rules for style sheets, but where we have a reason to differ.
"use strict";

const NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

module.exports = {
  extends: "stylelint-config-standard",
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // What belongs together stands together, and a line of its own is no rule.
    "at-rule-empty-line-before": null,
    "comment-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "declaration-empty-line-before": null,
    "rule-empty-line-before": null,
    // A sheet follows the page from the top, and so a part may come after a rarer state of the part before it.
    "no-descending-specificity": null,
    // `min-width: 60em` is understood by phones that do not know `width >= 60em`.
    "media-feature-range-notation": "prefix",
    // Colours are measured and compared: all are written in one way.
    "color-hex-length": "long",
    "value-keyword-case": ["lower", { ignoreKeywords: ["A4"], ignoreProperties: ["/^--/"] }],
    // The theme names the parts and the kinds of a block (block__part--kind), and where we meet it so do we.
    "selector-class-pattern": `^${NAME}(__${NAME})?(--${NAME})?$`,
    "custom-property-pattern": `^${NAME}(--${NAME})?$`,
  },
};
