"""Whatever stands in a guide's files, reading them ends in a guide or in problems that an author can act on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broken_guides import problems_in, sound_guide
from examples import ALL
from guide.checks.every import check_guide
from guide.problems import MOST_TOLD, Problems
from guide.reading.folder import read_guide
from guide.strict_yaml.faults import LARGEST_FILE
from guide.strict_yaml.text import Document, read, read_text
from hostile_yaml import ANYTHING, SHARES, SIGNS, faults_of, many, mutated, real_texts, write

SEEDS = st.integers(0, 2**32)
CALENDAR = """\
id: england-and-wales
name: England and Wales
from: 2027-01-01
through: 2035-12-31
published_through: 2028-12-31
retrieved: 2026-11-01
source: {name: a list, url: "https://example.org/", as_stored_in: a library}
projection: the pattern of the statute
closed:
  - {on: 2027-01-01, reason: New Year's Day, status: published}
  - {on: 2027-03-26, reason: Good Friday, status: published}
  - {on: 2027-03-29, reason: Easter Monday, status: published}
  - {on: 2029-01-01, reason: New Year's Day, status: projected, source: a guess}
overrides:
  - {on: 2028-06-06, change: closed, reason: a jubilee, source: a proclamation, added: 2027-03-01}
"""


@many("bytes")
@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_read_or_refused_at_their_place(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(data)
    assert faults_of(lambda: read(path, "x.yml"), data) == []


@many("texts")
@given(st.text(max_size=300) | st.lists(st.sampled_from([*SIGNS, "key", "1"]), max_size=40).map("".join))
def test_any_text_at_all_is_read_or_refused_at_its_place(text: str) -> None:
    assert faults_of(lambda: read_text(text, "x.yml"), text) == []


@many("damaged files")
@given(st.sampled_from(range(len(real_texts()))), SEEDS, st.integers(1, 6))
def test_a_damaged_copy_of_a_real_file_is_read_or_refused_at_its_place(which: int, seed: int, times: int) -> None:
    text = mutated(real_texts()[which], seed, times)
    assert faults_of(lambda: read_text(text, "x.yml"), text) == []


@pytest.fixture
def quick_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A whole small guide of which a file that has not changed is read only once."""
    folder = sound_guide(tmp_path / "procedures")
    for path in (folder / "calendars").iterdir():
        path.unlink()
    write(folder / "calendars" / "england-and-wales.yml", CALENDAR)
    assert (problems_in(folder), len(files_of(folder))) == ([], 10)
    known: dict[tuple[str, bytes], Document] = {}

    def quick(path: Path, shown_as: str | None = None) -> Document:
        key = (str(path), path.read_bytes())
        return known.get(key) or known.setdefault(key, read(path, shown_as))

    monkeypatch.setattr("guide.reading.folder.read", quick)
    return folder


def files_of(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yml"))


def whole(folder: Path) -> object:
    """A guide that can be read must also be checked without a stumble."""
    return check_guide(read_guide(folder))


@many("damaged guides")
@given(st.integers(0, 9), SEEDS, st.integers(1, 4))
def test_a_guide_with_one_damaged_file_is_read_and_checked_or_refused(
    quick_guide: Path, which: int, seed: int, times: int
) -> None:
    path = files_of(quick_guide)[which]
    before = path.read_bytes()
    try:
        text = mutated(before.decode("utf-8"), seed, times)
        write(path, text)
        assert faults_of(lambda: whole(quick_guide), text, path.name) == []
    finally:
        path.write_bytes(before)


@many("guides with any value")
@given(st.integers(0, 9), SEEDS, ANYTHING)
def test_a_guide_with_any_value_in_the_place_of_any_other_is_read_and_checked_or_refused(
    quick_guide: Path, which: int, seed: int, value: Any
) -> None:
    path = files_of(quick_guide)[which]
    before = path.read_bytes()
    try:
        plain = json.loads(json.dumps(read(path).value))
        text = json.dumps(replaced(plain, seed, value), ensure_ascii=False)
        write(path, text)
        assert faults_of(lambda: whole(quick_guide), text, path.name) == []
    finally:
        path.write_bytes(before)


def replaced(whole: Any, seed: int, value: Any) -> Any:
    """The same structure with `value` in one of its places; which place, the seed decides."""
    places = list(places_in(whole))
    steps = places[seed % len(places)]
    if not steps:
        return value
    holder = whole
    for step in steps[:-1]:
        holder = holder[step]
    holder[steps[-1]] = value
    return whole


def places_in(value: Any, steps: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield steps
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from places_in(inner, (*steps, step))


LINES = {
    "keys nobody knows": "k{n}: 1\n",
    "keys that are nearly right": "partnershi{n}: 1\n",
    "one key again and again": "key: 1\n",
    "entries without anything": "- {{}}\n",
    "anchors": "- &a{n} x\n",
    "aliases": "- *a\n",
    "tabs": "\tx\n",
    "letters nobody can see": "\x01",
    "documents": "---\n",
    "lost words": "- a #b\n",
    "escapes": '- "\\a"\n',
}


@pytest.mark.parametrize("line", LINES.values(), ids=list(LINES))
@pytest.mark.parametrize("name", ["partnership.yml", "forms.yml", "resolve-disagreement.yml"])
def test_a_file_as_large_as_allowed_and_wrong_throughout_gives_a_list_that_a_person_can_read(
    quick_guide: Path, name: str, line: str
) -> None:
    text = "".join(line.format(n=n) for n in range(LARGEST_FILE // len(line)))[: LARGEST_FILE - 20]
    write(quick_guide / name, text)
    with pytest.raises(Problems) as raised:
        read_guide(quick_guide)
    assert 0 < len(raised.value.problems) <= MOST_TOLD + 1
    told = {problem.code for problem in raised.value.problems}
    assert ("more-problems" in told) == (len(raised.value.problems) > MOST_TOLD)


def test_the_laws_share_out_at_least_five_thousand_examples_on_the_build_server() -> None:
    assert sum(1 / share for share in SHARES.values()) * ALL >= 5000


def test_a_problem_with_a_place_outside_its_file_would_be_noticed() -> None:
    text = "a: 1\na: 2\n"

    def reads() -> object:
        return read_text(text, "x.yml")

    assert faults_of(reads, text) == []
    assert ["outside its file" in fault for fault in faults_of(reads, "a: 1")] == [True]
