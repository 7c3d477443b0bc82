"""YAML as an author means it: words stay words, everything knows its place, and nothing is built behind their back."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.problems import Place, Problem, Problems
from guide.strict_yaml.text import DEEPEST_LEVEL, Mapping, Sequence, Text, every_text, read, read_text


def value(text: str) -> object:
    return read_text(text, "x.yml").value


def problem(text: str) -> Problem:
    with pytest.raises(Problems) as raised:
        read_text(text, "x.yml")
    (found,) = raised.value.problems
    return found


@pytest.mark.parametrize(
    "written",
    ["12:30", "1:30:00", "2026-12-17", "2026-12-17 10:00:00", "1_000", "0x1F", "0b1", "1e3", "1.5", ".inf", "y", "n",
     "Y", "True", "TRUE", "False", "Null", "NULL", "<<", "=", "1234567890"],
)  # fmt: skip
def test_what_yaml_1_1_would_turn_into_something_else_stays_the_word_that_was_written(written: str) -> None:
    found = value(f"key: {written}")
    assert found == {"key": written}
    assert isinstance(found["key"], Text)  # type: ignore[index]


@pytest.mark.parametrize(
    ("written", "meant"), [("5", 5), ("0", 0), ("-3", -3), ("true", True), ("false", False), ("~", None)]
)
def test_whole_numbers_switches_and_nothing_are_what_they_say(written: str, meant: object) -> None:
    found = value(f"key: {written}")
    assert found == {"key": meant}
    assert type(found["key"]) is type(meant)  # type: ignore[index]


@pytest.mark.parametrize("word", ["no", "No", "NO", "yes", "Yes", "off", "Off", "On"])
def test_a_word_that_means_true_or_false_to_some_must_be_quoted(word: str) -> None:
    found = problem(f"- {{answer: {word}}}")
    assert (found.code, found.place) == ("unquoted-yes-or-no", Place("x.yml", 1, 12))
    assert value(f'- {{answer: "{word}"}}') == [{"answer": word}]
    assert value(f"- {{answer: '{word}'}}") == [{"answer": word}]


def test_the_key_on_is_the_one_such_word_that_needs_no_quotes() -> None:
    assert value("due: {on: working day 7}") == {"due": {"on": "working day 7"}}


@pytest.mark.parametrize("written", ["010", "00", "08", "-07", "+5"])
def test_a_number_that_two_readers_would_read_differently_is_refused(written: str) -> None:
    assert problem(f"key: {written}").code == "unclear-number"
    assert value(f'key: "{written}"') == {"key": written}


def test_every_value_knows_the_line_and_column_where_it_stands() -> None:
    document = read_text('title: One\nlist:\n  - first\n  - 7\ndeep: {key: "é", other: true, none: }\n', "x.yml")
    places = {
        ("title",): (1, 8),
        ("list",): (3, 3),
        ("list", 0): (3, 5),
        ("list", 1): (4, 5),
        ("deep",): (5, 7),
        ("deep", "key"): (5, 13),
        ("deep", "other"): (5, 25),
        ("deep", "none"): (5, 31),  # nothing stands there, so its key does
        (): (1, 1),
    }
    for steps, (line, column) in places.items():
        assert document.place_of(steps) == Place("x.yml", line, column), steps


def test_a_key_knows_its_place_too_and_a_wrong_turn_ends_at_the_last_right_one() -> None:
    document = read_text("one:\n  - {two: 2}\n", "x.yml")
    assert document.place_of_key(("one", 0, "two")) == Place("x.yml", 2, 6)
    assert document.place_of_key(("one", 0, "nowhere")) == Place("x.yml", 2, 5)
    assert document.place_of(("one", 5)) == Place("x.yml", 2, 3)
    assert document.place_of_key(("nowhere",)) == document.place_of_key(()) == Place("x.yml", 1, 1)


def test_a_list_at_the_top_has_a_place_for_every_wrong_turn() -> None:
    document = read_text("- one\n", "x.yml")
    assert document.place_of_key(("closed", 3)) == Place("x.yml", 1, 1)


def test_text_is_a_string_in_every_way() -> None:
    text = Text("word", Place("x.yml", 1, 1))
    assert (text == "word", hash(text) == hash("word"), {"word": 1}[text]) == (True, True, 1)


DRAWN = {*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD}
"""Signs of format that are drawn."""


@pytest.mark.parametrize("written", ["|\n  two\n  lines\n", ">\n  two\n  lines\n"])
def test_long_texts_may_stand_on_several_lines(written: str) -> None:
    assert str(value(f"key: {written}")["key"]).split() == ["two", "lines"]  # type: ignore[index]


def test_every_text_goes_through_a_document_in_order_and_leaves_keys_and_numbers_out() -> None:
    document = value("a: one\nb: [two, 3, {c: three}]\n")
    assert list(every_text(document)) == ["one", "two", "three"]
    assert isinstance(document, Mapping)
    assert isinstance(document["b"], Sequence)


def test_all_problems_of_a_file_are_told_at_once() -> None:
    with pytest.raises(Problems) as raised:
        read_text("- &a {x: no}\n- *a\n- !!set {y}\n", "x.yml")
    assert [(one.code, one.place.line) for one in raised.value.problems] == [
        ("anchor", 1), ("unquoted-yes-or-no", 1), ("alias", 2), ("tag", 3),
    ]  # fmt: skip


def test_an_alias_bomb_is_refused_before_anything_grows() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    with pytest.raises(Problems) as raised:
        read_text(bomb, "x.yml")
    assert len(raised.value.problems) == 60 + 2 * 59


def test_the_deepest_level_is_allowed_and_one_more_is_not() -> None:
    assert value("[" * DEEPEST_LEVEL + "]" * DEEPEST_LEVEL) is not None
    assert problem("[" * (DEEPEST_LEVEL + 1) + "]" * (DEEPEST_LEVEL + 1)).code == "too-deep"


def test_a_hundred_thousand_levels_do_not_break_the_reader() -> None:
    assert problem("[" * 100_000).code == "too-deep"


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\x7f", r"\u2028", r"\ufeff", r"\x9b"])
def test_an_invisible_character_does_not_come_in_by_escape(escape: str) -> None:
    found = problem(f'key: "one{escape}two"')
    assert (found.code, found.place) == ("invisible-character", Place("x.yml", 1, 6))


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\u2028", "\ufeff"])
def test_an_invisible_character_is_found_where_it_stands(character: str) -> None:
    found = problem(f"key: one{character}two")
    assert (found.code, found.place) == ("invisible-character", Place("x.yml", 1, 9))


UNSEEN = [
    chr(code) for code in range(sys.maxunicode + 1)
    if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp") and chr(code) not in "\t\n\r" and code not in DRAWN
]  # fmt: skip
FILLERS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x034F, 0x115F, 0x3164, 0xFFA0, 0x2800, 0xFFFE)
UNSEEN += map(chr, FILLERS)


def test_every_letter_that_shows_nothing_is_refused_at_its_column() -> None:
    assert len(UNSEEN) > 450
    for letter in UNSEEN:
        found = problem(f"key: one{letter}two")
        assert (found.code, found.place) == ("invisible-character", Place("x.yml", 1, 9)), hex(ord(letter))
        assert f"U+{ord(letter):04X}" in found.message
        assert found.hint


@pytest.mark.parametrize(
    "where",
    [
        "ke{}y: one",
        "key: 'one{}two'",
        "key: one  # a comment{}",
        "- [a, b{}]",
        "- {}key: one",
        "key: |\n  one{}",
    ],
)
@pytest.mark.parametrize("letter", ["\u200b", "\u00ad", "\u2060", "\ufe0f", "\U000e0041"])
def test_it_is_refused_wherever_it_stands(where: str, letter: str) -> None:
    line, column = where.count("\n", 0, where.index("{")) + 1, where.split("\n")[-1].index("{") + 1
    with pytest.raises(Problems) as raised:
        read_text(where.replace("{}", letter) + "\n", "x.yml")
    assert ("invisible-character", Place("x.yml", line, column)) in [
        (one.code, one.place) for one in raised.value.problems
    ]


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
def test_a_space_that_yaml_does_not_know_is_refused_where_it_wants_one_and_kept_in_words(space: str) -> None:
    assert value(f"key: one{space}two") == {"key": f"one{space}two"}
    for written in (f"key:{space}one", f"{space}key: one", f"-{space}key: one"):
        with pytest.raises(Problems) as raised:
            read_text(written, "x.yml")
        assert "invisible-character" in [one.code for one in raised.value.problems], written


@pytest.mark.parametrize(("word", "column"), [("d\u0430ys", 2), ("\u0391nchor", 1), ("SCSI-\u0421A", 6)])
def test_a_word_that_mixes_alphabets_is_refused_at_its_odd_letter(word: str, column: int) -> None:
    found = problem(f"key: {word}")
    assert (found.code, found.place) == ("other-alphabet", Place("x.yml", 1, 5 + column))


@pytest.mark.parametrize(
    "words", ["\u0434\u043d\u0438 days", "\u00b5m", "caf\u00e9 \u0175yr", "\u03b1-blocker", "\u05e9\u05dc\u05d5\u05dd"]
)
def test_a_word_of_one_alphabet_is_kept(words: str) -> None:
    assert value(f"key: {words}") == {"key": words}


def test_an_accent_is_read_alike_whichever_way_it_is_written() -> None:
    assert value("cafe\u0301: w\u0302") == value("caf\u00e9: \u0175")


def test_a_file_that_is_not_there_is_a_problem_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(Problems) as raised:
        read(tmp_path / "nowhere.yml", "nowhere.yml")
    assert str(raised.value).startswith("nowhere.yml:0:0: unreadable this file cannot be read: No such file")


def found_in(path: Path) -> tuple[Problem, ...]:
    try:
        read(path, "x.yml")
    except Problems as found:
        return found.problems
    return ()


@given(st.text(max_size=200))
def test_any_text_at_all_is_a_document_or_a_list_of_problems_with_hints(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.yml"
        path.write_text(text, "utf-8", errors="surrogatepass", newline="")
        assert [one for one in found_in(path) if not (one.code and one.message and one.hint)] == []


@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_a_document_or_a_list_of_problems_with_hints(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.yml"
        path.write_bytes(data)
        assert [one for one in found_in(path) if not (one.place.path == "x.yml" and one.hint)] == []
