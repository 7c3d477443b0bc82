"""The theme's style sheet with only what some page of the site uses: it brings styles for far more than we show.

Pure: texts in, text out. What is in doubt stays: a rule goes only where every page lacks a name that it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import tinycss2
from tinycss2.ast import Node

_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[\w-]+")
_USED_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_PROPERTY = re.compile(r"""(--[\w-]+):(?:"[^"]*"|'[^']*'|\((?:"[^"]*"|'[^']*'|[^()"'])*\)|[^;{}"'()])*(?:;|(?=\}))""")
_NESTED = frozenset({"media", "supports"})


def names_in(*, pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Every word inside the tags of the pages, and all of the scripts: tags, classes, ids and values are among them."""
    tags = {tag for page in pages for tag in _TAG.findall(page)}
    return {word for text in (*tags, *scripts) for word in _WORD.findall(text)}


def pruned(sheet: str, used: set[str], others: Iterable[str] = ()) -> str:
    """`sheet` without the rules that ask for what is not among the words `used`, and without what only those needed.

    `others` are style sheets that may make use of a custom property of this one.

    >>> pruned(".a,.b>p{color:red}@media print{.b{top:0}}[dir=rtl] .a{left:0}", {"p", "a"})
    '.a{color:red}'
    """
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return _without_idle_properties("".join(_kept(rules, used)), "".join(others))


def _kept(rules: Sequence[Node], used: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [one for one in selectors_of(rule.prelude) if used.issuperset(_asked(one))]
            if selectors:
                yield f"{','.join(map(_text, selectors))}{{{_text(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTED:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if kept := "".join(_kept(inner, used)):
                yield f"@{rule.at_keyword} {_text(rule.prelude)}{{{kept}}}"
        else:
            yield rule.serialize()


def selectors_of(prelude: Sequence[Node]) -> list[list[Node]]:
    """What stands between the commas before a rule. A comma in brackets belongs to its selector."""
    found: list[list[Node]] = [[]]
    for node in prelude:
        if node == ",":
            found.append([])
        else:
            found[-1].append(node)
    return found


def _asked(selector: Sequence[Node]) -> Iterator[str]:
    """The names without which nothing fits. Those in round brackets, as of `:not()`, may be alternatives."""
    for before, node in pairwise([None, *selector]):
        if node.type == "hash" or (node.type == "ident" and before != ":"):
            yield node.value
        elif node.type == "[] block":
            name, *rest = (part for part in node.content if part.type != "whitespace")
            yield name.value
            if rest and rest[0] == "=":
                yield from _WORD.findall(rest[1].value)


def _text(nodes: Sequence[Node]) -> str:
    text: str = tinycss2.serialize(nodes)
    return text.strip()


def _without_idle_properties(sheet: str, others: str) -> str:
    """Custom properties that no `var()` names; one may have been used by another that is gone, so until none goes."""
    used = set(_USED_VARIABLE.findall(sheet + others))
    kept = _PROPERTY.sub(lambda found: found[0] if found[1] in used else "", sheet)
    return kept if kept == sheet else _without_idle_properties(kept, others)
