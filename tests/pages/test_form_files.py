"""A blank form that the partnership adds is offered wherever the form is named; one that cannot be had is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from area_guides import area, copy_area
from guide.model.guide import Guide
from guide.pages import own_files
from guide.pages.site import render
from guide.problems import Problem, Problems
from guide.publishing import Origin
from guide.publishing.offline import LARGEST, copied, hashed
from guide.reading.attached import LARGEST_FORM
from guide.reading.folder import read_guide

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)
CONTENT = b"a blank form, and nothing more" * 100


def with_file(folder: Path, said: str, **files: bytes) -> Guide:
    """The harbour whose form PT-1 names a file, with these files in `files/`; in a name, `_` stands for its dot."""
    made = copy_area(folder / "procedures")
    forms = made / "forms.yml"
    text = forms.read_text("utf-8").split("- id: ")
    text[1] = f"{text[1].rstrip()}\n  file: {said}\n\n" if said else text[1]
    forms.write_text("- id: ".join(text), "utf-8")
    (made / "files").mkdir()
    for name, content in files.items():
        (made / "files" / name.replace("_", ".").replace("00", "-")).write_bytes(content)
    return read_guide(made)


def refused(folder: Path, said: str, **files: bytes) -> Problem:
    with pytest.raises(Problems) as found:
        with_file(folder, said, **files)
    (problem,) = found.value.problems
    assert problem.code == "form-file"
    return problem


def test_a_blank_form_is_offered_on_its_row_its_steps_and_its_roles_and_published(tmp_path: Path) -> None:
    guide = with_file(tmp_path, "pt-1.docx", pt001_docx=CONTENT)
    pages, first = render(guide, BUILD), guide.forms[0]
    (home,) = {one.id for one in guide.procedures for step in one.steps if first.id in step.forms}
    actor = next(
        actor for one in guide.procedures for step in one.steps if first.id in step.forms for actor in step.who
    )
    link = 'files/pt-1.docx" download>'
    assert f'href="../{link}Download the blank form (DOCX, 3\u00a0KB)' in pages["forms.md"]
    assert f'href="../../{link}download the blank form' in pages[f"procedures/{home}.md"]
    assert f'href="../../{link}download the blank form' in pages[f"roles/{actor}.md"]
    assert own_files(guide) == {"files/pt-1.docx": CONTENT}


def test_a_guide_without_files_offers_none() -> None:
    assert own_files(area("harbour")) == {}
    assert "Download the blank form" not in render(area("harbour"), BUILD)["forms.md"]


def test_a_small_blank_form_belongs_to_the_offline_copy_and_a_large_one_does_not() -> None:
    kept = copied(hashed({"files/small.pdf": b"x", "files/large.pdf": b"x" * (LARGEST + 1), "print/guide.pdf": b"x"}))
    assert set(kept) == {"files/small.pdf"}


def test_a_file_that_is_not_there_is_refused_at_the_line_that_names_it(tmp_path: Path) -> None:
    problem = refused(tmp_path, "pt-1.docx")
    assert "there is no file 'pt-1.docx' in files/" in problem.message
    assert problem.place.path.endswith("forms.yml")
    assert problem.place.line > 0


@pytest.mark.parametrize("said", ["../secret.docx", "pt-1.exe", "PT 1.docx", "pt-1.docm", "/etc/passwd"])
def test_a_name_that_leads_out_or_a_kind_that_may_hold_programs_is_refused(tmp_path: Path, said: str) -> None:
    assert "cannot be the file of a form" in refused(tmp_path, said).message


@pytest.mark.parametrize(("content", "word"), [(b"x" * (LARGEST_FORM + 1), "too large"), (b"", "empty")])
def test_a_file_that_nobody_could_send_is_refused(tmp_path: Path, content: bytes, word: str) -> None:
    assert word in refused(tmp_path, "pt-1.docx", pt001_docx=content).message


def test_a_file_that_no_form_names_is_named(tmp_path: Path) -> None:
    problem = refused(tmp_path, "", old_pdf=CONTENT)
    assert problem.place.path.endswith("files/old.pdf")
    assert "nothing names this file" in problem.message


def test_a_link_out_of_the_folder_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "secret.docx").write_bytes(CONTENT)
    made = copy_area(tmp_path / "procedures")
    (made / "files").mkdir()
    (made / "files" / "pt-1.docx").symlink_to(tmp_path / "secret.docx")
    assert own_files(read_guide(made)) == {}
