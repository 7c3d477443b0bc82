"""Our style sheets and our scripts, each kind joined into few files: a phone asks for two scripts instead of thirty.

A joined script needs no loader of modules, so it also runs where a page was opened from a folder: browsers load no
module from there. Pure: texts in, text out.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

STYLES = "assets/guide/guide.css"
READING_STYLES = "assets/guide/reading.css"
"""The styles of flowcharts, cards and boards: of every page but the timeline page, which has a sheet of its own.
`overrides/main.html` names it before the other, which has the styles for paper."""
_READING = frozenset({"assets/guide/cards.css", "assets/guide/flow.css", "assets/guide/procedure.css"})
SCRIPT = "assets/guide/guide.js"
"""What every page runs; the modules that `extra_javascript` in `mkdocs.yml` names, and all that they import."""
BY_ENTRY = {
    "assets/guide/tool/main.js": "assets/guide/timeline.js",
    "assets/guide/tool/your-timeline.js": "assets/guide/your-timeline.js",
    "assets/guide/tool/kept-card.js": "assets/guide/kept-card.js",
    "assets/guide/search/finding.js": "assets/guide/finding.js",
    "assets/guide/frames.js": "assets/guide/frames.js",
}
"""The scripts that only some readers need, by the module that each begins with. Pages name the first two and the last;
the others are fetched by whoever turns to the search, or keeps a timeline."""

_BLOCK_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_BEHIND_CODE = re.compile(r"(?<=[;{},)]) // [^\"'`\n]*$", re.MULTILINE)
_SPACES = re.compile(r"""("[^"]*"|'[^']*')|\s*([{};,])\s*|(:) """)
_MARGIN = re.compile(r"\n\s+")
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_IMPORT = re.compile(r'^import (?:\{(?:(?! as )[^}])*\} from )?"([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) \w)", re.MULTILINE)
_DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) (\w+)", re.MULTILINE)
_NOT_JOINED = re.compile(r"^(?:import|export|await)\b|\bimport\s*[(.]", re.MULTILINE)


class NotJoined(ValueError):
    """A module that cannot be joined: which, and what to write instead."""


class Joined(NamedTuple):
    """One script, and the modules that went into it."""

    script: str
    modules: tuple[str, ...]


Script = TypeVar("Script")
"""A script as MkDocs has it: a path, or a path that knows its type."""


class JoinedAssets(NamedTuple, Generic[Script]):
    """What a site asks for in place of the files that its makers keep."""

    made: dict[str, str]
    """Text by path."""
    styles: list[str]
    scripts: list[Script | str]
    used: frozenset[str]
    """The files that are now part of another, and are not published."""


def joined_assets(styles: Sequence[str], scripts: Sequence[Script], files: Mapping[str, str]) -> JoinedAssets[Script]:
    """The style sheets in one file, and the modules in one script for every page and one for each of `BY_ENTRY`.

    `styles` and `scripts` are what each page asks for, and `files` the texts by path. What is no file, and a script
    that is no module, stays as it is. Raises `NotJoined`.
    """
    sheets = [path for path in styles if path in files]
    modules = [script for script in scripts if str(script) in files and getattr(script, "type", "") == "module"]
    everywhere = joined_script(map(str, modules), files)
    made = {SCRIPT: everywhere} | {script: joined_script([entry], files) for entry, script in BY_ENTRY.items()}
    return JoinedAssets(
        made={
            STYLES: joined_styles([files[path] for path in sheets if path not in _READING]),
            READING_STYLES: joined_styles([files[path] for path in sheets if path in _READING]),
            **{path: one.script for path, one in made.items()},
        },
        styles=[STYLES, *(path for path in styles if path not in files)],
        scripts=[SCRIPT, *(script for script in scripts if script not in modules)],
        used=frozenset({*sheets, *(path for one in made.values() for path in one.modules)}),
    )


def joined_styles(sheets: Sequence[str]) -> str:
    """The style sheets one after the other, in their order, without what their comments say to us."""
    return "".join(_BLOCK_COMMENT.sub("", sheet if sheet.endswith("\n") else f"{sheet}\n") for sheet in sheets)


def without_comments(script: str) -> str:
    """A script without the comments that fill whole lines, or stand behind code with no quote in them.

    Every line of code stays.
    """
    return _BEHIND_CODE.sub("", _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", script)))


def without_indents(script: str) -> str:
    """A script whose lines all begin at the margin. No text of ours goes over several lines."""
    return _INDENT.sub("", script)


def without_margins(page: str) -> str:
    """A page without indents and empty lines, which no reader sees; as it is where spaces may be part of a text."""
    return page if "<pre" in page or "<textarea" in page else _MARGIN.sub("\n", page)


def without_spaces(sheet: str) -> str:
    """A style sheet without the spaces that only we need. Strings keep theirs."""
    return _SPACES.sub(lambda found: found[1] or found[2] or found[3] or "", _INDENT.sub("", sheet))


def joined_script(entries: Iterable[str], modules: Mapping[str, str]) -> Joined:
    """The modules `entries` and all that they import, each once and after what it imports, as one script.

    They share one scope, which costs a reader less than a scope for each, so two of them may not declare the same name.
    `modules` are texts by their paths from the root of the site. Raises `NotJoined`.

    >>> modules = {"a.js": "export const a = 1;\\n", "b.js": 'import { a } from "./a.js";\\nlog(a);\\n'}
    >>> joined_script(["b.js"], modules).modules
    ('a.js', 'b.js')
    """
    ordered: dict[str, str] = {}
    for entry in entries:
        _add(entry, modules, ordered, ())
    declared: dict[str, str] = {}
    for path in ordered:
        for name in _DECLARED.findall(without_comments(modules[path])):
            if name in declared:
                raise NotJoined(f"{path}: “{name}” is declared in {declared[name]} too: give one of them another name")
            declared[name] = path
    return Joined(f'(() => {{\n"use strict";\n{"".join(ordered.values())}}})();\n', tuple(ordered))


def _add(path: str, modules: Mapping[str, str], ordered: dict[str, str], above: tuple[str, ...]) -> None:
    if path in ordered:
        return
    if path in above:
        raise NotJoined(f"{' → '.join([*above, path])}: modules that import one another in a circle cannot be joined")
    if path not in modules:
        raise NotJoined(f"{above[-1] if above else 'The list of scripts'} names {path}, and there is no such module")
    text = without_comments(modules[path])
    for imported in _IMPORT.finditer(text):
        _add(posixpath.normpath(posixpath.join(posixpath.dirname(path), imported[1])), modules, ordered, (*above, path))
    ordered[path] = _bare(path, text)


def _bare(path: str, text: str) -> str:
    """A module without its imports, and without the word that exports."""
    code = _EXPORT.sub("", _IMPORT.sub("", text))
    if refused := _NOT_JOINED.search(code):
        line = code[refused.start() :].split("\n", 1)[0]
        raise NotJoined(
            f"{path}: “{line}” cannot be joined: "
            "write import { name } from, or export before a function, class or const"
        )
    return code
