"""What would stop a page or a PDF is told before either is begun, and what was found to fit is not printed again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from area_guides import area, copy_area
from guide.model import Guide
from guide.print import whole
from guide.print.every import pdfs
from guide.print.letters import FONTS, check_letters, letters_of
from guide.print.whole import check_print, check_surfaces
from guide.publishing.origin import Origin
from guide.reading.folder import read_guide
from pdf_reading import read_pdf

WELSH = "Ŵŵ Ŷŷ Ẃẃ Ẁẁ Ẅẅ Ỳỳ Ââ Êê Îî Ôô Ûû Áá Éé Íí Óó Úú Ýý Ïï Öö Ÿÿ"


def harbour_with(folder: Path, file: str, old: str, new: str) -> Guide:
    copy_area(folder)
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return read_guide(folder)


def test_the_pdfs_have_every_letter_of_welsh(tmp_path: Path) -> None:
    guide = harbour_with(tmp_path / "procedures", "partnership.yml", "contact: the", f"contact: {WELSH} the")
    assert list(check_letters(guide)) == []
    printed = read_pdf(pdfs(guide, Origin("1", "c", "2026-11-23", 1795392000))["guide.pdf"])
    assert WELSH.replace(" ", "") in printed.packed


def test_the_font_for_welsh_is_asked_for_just_the_letters_that_it_has() -> None:
    """Elsewhere the letters of the whole guide would change, or ŵ be put together from two."""
    asked = re.search(r"let rare = regex\(\"\[(\w+)\]\"\)", (FONTS.parent / "typst" / "look.typ").read_text("utf-8"))
    assert asked
    for weight in ("Regular", "Bold"):
        has = letters_of((FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf").read_bytes())
        assert {ord(letter) for letter in asked[1]} == has


def test_a_letter_that_no_font_has_is_told_with_a_font_that_has_it(tmp_path: Path) -> None:
    guide = harbour_with(tmp_path / "procedures", "forms.yml", "  when: ", "  when: שלום ")
    (problem,), unseen = check_surfaces(guide)
    assert (problem.code, problem.place.line > 0, unseen) == ("no-letter", True, "")
    assert "such as Noto Sans Hebrew" in problem.hint


def test_a_bank_holiday_is_printed_too(tmp_path: Path) -> None:
    row = "overrides:\n  - {on: 2027-03-02, change: closed, reason: 春, source: B, added: 2026-11-01}"
    file = "calendars/england-and-wales.yml"
    (problem,) = check_letters(harbour_with(tmp_path / "procedures", file, "overrides: []", row))
    assert problem.place.path.endswith(file)


def test_a_font_that_is_none_is_told_and_not_a_traceback(tmp_path: Path) -> None:
    folder = copy_area(tmp_path / "procedures")
    (folder / "fonts").mkdir()
    (folder / "fonts" / "Broken.ttf").write_bytes(b"not a font")
    (problem,) = check_letters(read_guide(folder))
    assert (problem.code, problem.place.path.endswith("fonts/Broken.ttf")) == ("font", True)


def test_what_fits_is_printed_once_and_again_when_a_word_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Guide] = []
    monkeypatch.setattr(whole, "pdfs", lambda guide, _: asked.append(guide))
    kept = tmp_path / "kept" / "fits"
    for _ in range(3):
        assert check_print(area(), kept) == []
    assert len(asked) == 1
    changed = harbour_with(tmp_path / "procedures", "forms.yml", "  title: ", "  title: One ")
    assert check_print(changed, kept) == []
    assert len(asked) == 2
    assert check_print(area(), kept) == []
    assert len(asked) == 2


def test_what_does_not_fit_is_told_each_time(tmp_path: Path) -> None:
    guide = harbour_with(tmp_path / "procedures", "inquiry.yml", "summary: ", f"summary: {'It goes on. ' * 400}")
    for _ in range(2):
        problems = check_print(guide, tmp_path / "kept")
        assert {problem.code for problem in problems} == {"print"}
        assert all(problem.hint for problem in problems)


def test_where_nothing_can_be_kept_it_is_printed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "pdfs", lambda *_: {})
    (tmp_path / "file").write_text("", "utf-8")
    assert check_print(area(), tmp_path / "file" / "kept") == []
