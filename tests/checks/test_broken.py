"""Every mistake an author can make is found at its own line and column, once, with a cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from broken_guides import BROKEN, problems_in, read_mistake, shown, sound_guide, with_mistake
from guide.strict_yaml.faults import LARGEST_FILE

MISTAKES = sorted(BROKEN.glob("*.yml"))


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_found_where_it_is_and_with_a_hint(path: Path, tmp_path: Path) -> None:
    mistake = read_mistake(path)
    folder = with_mistake(tmp_path / "procedures", mistake)
    found = problems_in(folder)
    assert [shown(folder, problem) for problem in found] == mistake.expect, "\n".join(map(str, found))
    assert [problem for problem in found if not problem.hint] == []
    for words in mistake.says:
        assert any(words in problem.message for problem in found), "\n".join(map(str, found))
    for words in mistake.hints:
        assert any(words in problem.hint for problem in found), "\n".join(map(str, found))


def test_the_folder_that_the_mistakes_start_from_is_sound(tmp_path: Path) -> None:
    assert problems_in(sound_guide(tmp_path / "procedures")) == []


def test_a_file_that_is_not_utf_8_is_named_with_the_place_of_the_first_wrong_byte(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    (folder / "glossary.yml").write_bytes("- id: café\n".encode("latin-1"))
    (problem,) = problems_in(folder)
    assert shown(folder, problem) == "glossary.yml:1:10: not-utf-8"
    assert problem.hint == "save it again with the encoding UTF-8"


def test_the_column_after_a_two_byte_letter_is_the_one_an_editor_shows(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    (folder / "glossary.yml").write_bytes("- id: café ".encode() + b"\xff\n")
    (problem,) = problems_in(folder)
    assert shown(folder, problem) == "glossary.yml:1:12: not-utf-8"


def test_utf_16_as_an_old_editor_saves_it_is_refused_in_words(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    (folder / "glossary.yml").write_bytes("- id: term\n".encode("utf-16"))
    (problem,) = problems_in(folder)
    assert shown(folder, problem) == "glossary.yml:1:1: not-utf-8"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    (folder / "glossary.yml").write_bytes(b"\xef\xbb\xbf" + (folder / "glossary.yml").read_bytes())
    assert problems_in(folder) == []


def test_line_ends_of_windows_do_no_harm(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    path = folder / "resolve-disagreement.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert problems_in(folder) == []


def test_a_file_beyond_the_largest_size_is_not_even_parsed(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    (folder / "glossary.yml").write_bytes(b"#" * (LARGEST_FILE + 1))
    (problem,) = problems_in(folder)
    assert (shown(folder, problem), problem.message) == (
        "glossary.yml:0:0: too-large", "this file is 257 KB; the largest allowed is 256 KB",
    )  # fmt: skip


def test_a_missing_file_says_which_and_how_to_get_it(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    (folder / "questions.yml").unlink()
    (problem,) = problems_in(folder)
    assert (shown(folder, problem), problem.message) == ("questions.yml:0:0: missing-file", "questions.yml is missing")
    assert "guide new" in problem.hint


def test_a_folder_where_a_file_should_be_is_not_a_traceback(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    (folder / "forms.yml").unlink()
    (folder / "forms.yml").mkdir()
    (problem,) = problems_in(folder)
    assert (shown(folder, problem), bool(problem.hint)) == ("forms.yml:0:0: unreadable", True)


def test_two_mistakes_in_two_files_are_reported_together(tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    for name in ("forms.yml", "actors.yml"):
        (folder / name).write_text("- &x {id: y}\n", "utf-8")
    assert [shown(folder, problem) for problem in problems_in(folder)] == [
        "actors.yml:1:3: anchor",
        "forms.yml:1:3: anchor",
    ]
