"""docs/architecture.md says what the code does: the wings and their arrows, and the way of one value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from project.test_architecture import row_of, wings_imported
from prose import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
NAMED = {"main": "__main__"}
"""What Mermaid cannot have as an id."""

Wings = Mapping[str, set[str]]


def drawn(page: str) -> Wings:
    """The arrows of the drawing, by the wing at which they begin."""
    block = re.search(r"^```mermaid\nflowchart TD\n(.*?)^```$", page, re.M | re.S)
    assert block, "the page has no drawing"
    found: dict[str, set[str]] = {}
    for line in block[1].splitlines():
        parts = re.fullmatch(r'    (\w+)\["[^"]+"\](?: --> (\w+(?: & \w+)*))?', line)
        assert parts, f"this line of the drawing cannot be read: {line}"
        wing = NAMED.get(parts[1], parts[1])
        assert wing not in found, f"{wing} is drawn twice"
        found[wing] = set(parts[2].split(" & ")) if parts[2] else set()
    return found


def listed(page: str) -> Wings:
    """The last column of the table of wings."""
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([\w, ]+) \|$", page, re.M)
    return {wing: set() if others == "nothing" else set(others.split(", ")) for wing, others in rows}


def without_detours(wings: Wings) -> Wings:
    """The arrows that no longer way already says."""
    return {wing: {one for one in others if not _reached(wing, one, wings)} for wing, others in wings.items()}


def _reached(wing: str, other: str, wings: Wings) -> bool:
    waiting = [one for one in wings[wing] if one != other]
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting.extend(wings[one])
    return other in seen


def arrows(wings: Wings) -> str:
    """For the message of a test: the lines that the drawing should have."""
    return "\n".join(f"{wing} --> {' & '.join(sorted(others))}" for wing, others in wings.items() if others)


def test_the_drawing_shows_the_imports_of_the_code() -> None:
    expected = without_detours(wings_imported())
    assert drawn(PAGE) == expected, f"draw these:\n{arrows(expected)}"


def test_the_table_lists_all_imports_of_every_wing() -> None:
    assert listed(PAGE) == wings_imported()


def test_every_arrow_runs_down() -> None:
    heights = {wing: row_of(wing) for wing in drawn(PAGE)}
    assert [
        (one, other) for one, others in drawn(PAGE).items() for other in others if heights[one] >= heights[other]
    ] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" & exports & twins", " & twins"),
        (
            'dates["dates: rule, date, schedule"] --> wording',
            'dates["dates: rule, date, schedule"] --> wording & reading',
        ),
        ('    problems["problems.py: place, message, hint"] --> plain\n', ""),
        ('"] --> cli', '"] --> cli & model'),
    ],
)
def test_an_arrow_left_out_and_one_too_many_are_noticed(old: str, new: str) -> None:
    assert PAGE.count(old) == 1
    assert drawn(PAGE.replace(old, new)) != without_detours(wings_imported())


def test_a_wing_that_imports_more_or_less_than_its_row_says_is_noticed() -> None:
    assert listed(PAGE.replace("| calendars, dates, model, problems |", "| dates, problems |")) != wings_imported()
    assert listed(PAGE.replace("| cli |", "| cli, model |")) != wings_imported()


@cache
def ways() -> list[tuple[str, str]]:
    """Each file and name on the way of one value."""
    way = PAGE.split("## The way of one value\n")[1]
    rows = re.findall(r"^\|[^|]*\| `([^`]+)` \| ([^|]+) \|$", way, re.M)
    return [(path, name) for path, names in rows for name in re.findall(r"`([^`]+)`", names)]


def names_in(path: str) -> set[str]:
    """What a file defines, in its own language."""
    text = (ROOT / path).read_text("utf-8")
    return set(_definitions(text, path.rsplit(".", 1)[1]))


def _definitions(text: str, language: str) -> Iterator[str]:
    patterns = {
        "py": r"^(?:def|class) (\w+)",
        "js": r"^export (?:async )?(?:function\*?|class|const) (\w+)",
        "jinja": r"^\{%-? macro (\w+)\(",
        "typ": r"^#let ([\w-]+)",
    }
    return (match[1] for match in re.finditer(patterns[language], text, re.M))


@pytest.mark.parametrize(("path", "name"), ways(), ids=lambda one: one)
def test_every_file_on_the_way_of_one_value_has_what_the_page_names(path: str, name: str) -> None:
    assert name in names_in(path)


def test_the_way_leads_through_every_kind_of_file() -> None:
    assert {path.rsplit(".", 1)[1] for path, _ in ways()} == {"py", "js", "jinja", "typ"}
    assert len(ways()) > 25
    assert "nobody_wrote_this" not in names_in("scripts/guide/wording.py")
