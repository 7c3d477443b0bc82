"""The guide of the harbour, poison in every text that an author may write: all of it must come out as harmless text."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from area_guides import copy_area
from guide.reading.folder import read_guide
from guide.strict_yaml.text import Text, read

POISONS = (
    "</script> <script> hit(1) </script>",
    "<img src=/hit onerror=hit(2)>",
    "[a]( javascript:hit() ) ![b]( /hit )",
    "</p></svg> <svg onload=hit(4)>",
    '" onclick="hit(5)" x="',
    "' autofocus onfocus='hit(6)",
    "{{ config }} {% include 'x' %}",
    '"]; click A "javascript:hit()" %%',
    '#read("/etc/passwd") $x$ @y ]',
    "<a href= javascript:hit()>z</a>",
    "`c` **d** _e_ ~~f~~ <!-- g",
    "{: onclick=hit(9) } [h]: /hit",
    "</title> <style> *{} </style>",
    "data:text/html, <b>hit</b> &lt;i",
    "]]> </text> \\n #include x",
    "<iframe src=//hit.example> </iframe>",
)
"""Their words are short, because a word wider than its box in a drawing is a problem that stops the build."""
SHORT = (
    "<b>hit()</b>",
    "*a* _b_ `c`",
    "#hit() $x$ @y",
    "x\"=y 'z",
    "'];%%{} |a|",
    "<img src=x>",
    "{{ x }} {%",
    "&lt;i&gt; <!--",
)
SHORTEST = ("<b>", "*a*", "#x[", '"x', "']")
LONGEST = {"title": 48, "answer": 48, "short": 12, "short_title": 12, "event": 60}
"""What has to fit a box of a drawing."""
KEPT = {
    "source": "names an item of the inventory",
    "address": "is a link, and other tests poison it",
    "due": "is a rule",
    "version": "is a number",
    "code": "has a pattern of its own",
    "rules": "is twelve digits, or says that there are none",
}
"""Fields that hold no free text."""


def poisoned_guide(folder: Path) -> Path:
    """A copy of the harbour, poisoned; its files are JSON, which YAML can read."""
    copy_area(folder)
    texts = set(_places(folder))
    for path in sorted(folder.rglob("*.yml")):
        if path.parent.name != "calendars":
            document = read(path)
            value = _poisoned(document.value, texts, iter(range(10**6)))
            if path.name == "actors.yml":  # a check looks for them in what a national rule says
                for actor, clean in zip(value, document.value, strict=True):
                    actor["aliases"] = [*actor.get("aliases", ()), str(clean["name"])]
            path.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")
    return folder


def _places(folder: Path) -> Iterator[Any]:
    guide = read_guide(folder)
    for one in dataclasses.fields(guide):
        if one.name not in ("folder", "calendars"):
            yield from _texts(getattr(guide, one.name))


def _texts(value: Any) -> Iterator[Any]:
    """The places of all free text: of what is no id, no day and nothing that a rule was read from."""
    for inner in _parts_of(value):
        yield from _texts(inner)
    if isinstance(value, Text) and not re.fullmatch(r"[a-z0-9-]+|F[0-9](-[0-9A-Za-z]+)?", value):
        yield value.place


def _parts_of(value: Any) -> list[Any]:
    if isinstance(value, BaseModel):
        return [getattr(value, name) for name in type(value).model_fields if name.rstrip("_") not in KEPT]
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, tuple | list) else []


def _poisoned(value: Any, texts: set[Any], turn: Iterator[int], key: str = "") -> Any:
    if isinstance(value, dict):
        return {str(name): _poisoned(inner, texts, turn, str(name)) for name, inner in value.items()}
    if isinstance(value, list):
        return [_poisoned(inner, texts, turn, key) for inner in value]
    if isinstance(value, Text):
        one = next(turn)
        if key == "drawing":  # phases of one drawing say so by one title, which is poisoned alike
            one = sum(map(ord, value))
        return _with_poison(str(value), one, LONGEST.get(key, 0)) if value.place in texts else str(value)
    return value


def _with_poison(text: str, turn: int, longest: int) -> str:
    """The text and one poison. What is drawn must fit its box: there a short poison takes the place of words."""
    if not longest:
        return f"{text} {POISONS[turn % len(POISONS)]}"
    tiny = SHORTEST[turn % len(SHORTEST)]
    asked = "?" if text.endswith("?") else ""  # a check wants questions
    if "Day" in text:  # a check reads the days in a heading
        return f"{text.removesuffix(asked)} {tiny}{asked}"
    # By the length too: two titles that are cut to one letter must not become one.
    poison = tiny if longest < 16 else SHORT[(turn + len(text)) % len(SHORT)]
    return f"{text[: max(1, min(longest, len(text)) - len(poison) - 12)]} {poison}{asked}"
