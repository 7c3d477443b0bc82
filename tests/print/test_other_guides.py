"""Another partnership's folder prints as well, or says what does not fit, where, and what to do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from guide.model.guide import Guide
from guide.print.every import pdfs
from guide.problems import Problem, Problems
from guide.publishing.origin import UNRECORDED, Origin
from other_guide import LONG_ACTOR, LONG_BODY, decision, other_guide, outcome, procedure, step
from pdf_reading import Reading, read_pdf

NOWHERE = Origin(UNRECORDED, UNRECORDED, UNRECORDED, 0)
FOUR_WAYS = {
    "Straight on": "go-on",
    "By the river": "by-the-river",
    "Over the hill": "over-the-hill",
    "Neither": "gap:no-answer",
}


def four_branches() -> str:
    return procedure(
        "four-branches", 1,
        step("begin", due="{within: 5 working days, of: disagreement-raised}"),
        decision("which-way", FOUR_WAYS),
        step("by-the-river", "Go along the river to its very end", forms="[pd-1]"),
        outcome("river-ends", "The river ends here"),
        step("over-the-hill", "Climb over the hill and look around", ends="true"),
        step("go-on", "Go straight on", due="{on: working day 6}"),
        step("finish", "Finish", ends="true"),
    )  # fmt: skip


def many_steps(name: str, number: int, count: int) -> str:
    titles = [f"Do number {one} of all these many things" for one in range(1, count + 1)]
    return procedure(name, number, *(step(f"{name}-{one}", title) for one, title in enumerate(titles, 1)))


def printed(guide: Guide) -> dict[str, Reading]:
    return {name: read_pdf(content) for name, content in pdfs(guide, NOWHERE).items()}


def refusal(guide: Guide) -> tuple[Problem, ...]:
    with pytest.raises(Problems) as caught:
        pdfs(guide, NOWHERE)
    return caught.value.problems


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    folder = tmp_path_factory.mktemp("other") / "procedures"
    parts = {f"part_{number}": many_steps(f"part-{number}", number + 1, 13) for number in (1, 2, 3)}
    return printed(other_guide(folder, four_branches=four_branches(), **parts))


def test_forty_steps_in_four_procedures_fit_a_page_each(read: dict[str, Reading]) -> None:
    posters = {name: pdf for name, pdf in read.items() if name.startswith("poster-")}
    assert len(posters) == 4
    assert {pdf.pages for pdf in posters.values()} == {1}
    assert min(run.size for pdf in posters.values() for run in pdf.runs) >= 9


def test_every_one_of_them_is_tagged_and_titled(read: dict[str, Reading]) -> None:
    for name, pdf in read.items():
        assert pdf.untagged == [], name
        assert (pdf.language, pdf.is_marked) == ("en-GB", True), name
        assert all(element.alt for element in pdf.elements if element.kind == "Figure"), name


def test_four_branches_are_all_drawn_with_their_answers(read: dict[str, Reading]) -> None:
    packed = read["poster-four-branches.pdf"].packed
    for answer in FOUR_WAYS:
        assert answer.replace(" ", "") in packed
    for title in ("Goalongtheriver", "Climboverthehill", "Gostraighton", "Theriverendshere", "Finish"):
        assert title in packed
    assert "Notstatedinthesource:question2" in packed


def test_long_names_are_printed_whole(read: dict[str, Reading]) -> None:
    packed = read["guide.pdf"].packed
    assert LONG_BODY.replace(" ", "") in packed
    assert LONG_ACTOR.replace(" ", "") in packed
    assert LONG_ACTOR.replace(" ", "") in read["role-designated.pdf"].packed


def test_a_build_without_a_commit_says_that_it_has_none(read: dict[str, Reading]) -> None:
    assert "Commitnotrecorded" in read["guide.pdf"].packed


def test_thirty_steps_in_one_procedure_still_fit_a_page(tmp_path: Path) -> None:
    read = printed(other_guide(tmp_path / "procedures", thirty=many_steps("thirty", 1, 30)))
    assert read["poster-thirty.pdf"].pages == 1
    assert min(run.size for run in read["poster-thirty.pdf"].runs) == 9


def test_forty_steps_in_one_procedure_are_refused_with_place_and_cure(tmp_path: Path) -> None:
    problems = refusal(other_guide(tmp_path / "procedures", forty=many_steps("forty", 1, 40)))
    for problem in problems:
        assert (problem.place.path.rpartition("/")[2], problem.place.line, problem.code) == ("forty.yml", 2, "print")
        assert "at 9 points it needs" in problem.message
        assert "divide it into two procedures" in problem.hint
    assert [name in str(problems) for name in ("guide.pdf", "poster-forty.pdf")] == [True, True]


def test_a_word_wider_than_its_lane_is_refused_by_name(tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitaen"
    written = four_branches().replace("Climb over the hill and look around", word)
    problems = refusal(other_guide(tmp_path / "procedures", four_branches=written))
    assert any(f"the word “{word}” is wider than its box" in problem.message for problem in problems)


def test_an_emoji_in_a_label_is_refused_at_its_line(tmp_path: Path) -> None:
    written = procedure("smile", 1, step("smile-now", '"Smile 🙂 at everybody"', ends="true"))
    (problem,) = refusal(other_guide(tmp_path / "procedures", smile=written))
    assert problem.code == "no-letter"
    assert problem.place.path.endswith("smile.yml")
    assert written.splitlines()[problem.place.line - 1].strip() == 'title: "Smile 🙂 at everybody"'
    assert "SLIGHTLY SMILING FACE" in problem.message
    assert "procedures/fonts/" in problem.hint


def test_right_to_left_letters_are_refused_until_a_font_has_them(tmp_path: Path) -> None:
    written = procedure("hebrew", 1, step("greet", '"Say שלום to the family"', ends="true"))
    (problem,) = refusal(other_guide(tmp_path / "procedures", hebrew=written))
    assert "HEBREW LETTER SHIN" in problem.message


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """A guide half in Hebrew, whose folder holds a font for it."""
    written = procedure(
        "hebrew", 1,
        step("greet", '"שלום למשפחה: ברוכים הבאים"', does='"Say שלום (peace) to the family."'),
        decision("which-way", {'"כן"': "next-step", '"לא"': "go-on"}),
        step("next-step", '"המשך לשלב הבא"', ends="true"),
        step("go-on", "Go straight on", ends="true"),
        title='"נוהל: what to do"',
    )  # fmt: skip
    guide = other_guide(tmp_path_factory.mktemp("hebrew") / "procedures", hebrew=written)
    shutil.copytree(Path(__file__).parent / "fonts", guide.folder / "fonts")
    bold = guide.folder / "fonts/NotoSansHebrew-Bold.ttf"
    bold.rename(bold.with_suffix(".TTF"))  # as Windows writes it
    return pdfs(guide, NOWHERE)


@pytest.mark.parametrize("name", ["guide.pdf", "poster-hebrew.pdf"])
def test_right_to_left_words_are_drawn_from_the_right_in_the_font_that_was_added(
    hebrew: Mapping[str, bytes], name: str
) -> None:
    assert re.search(rb"/BaseFont/[A-Z]{6}\+NotoSansHebrew-Bold", hebrew[name])
    pdf = read_pdf(hebrew[name])
    drawn = [run.text for run in pdf.runs if re.search("[\u05d0-\u05ea]", run.text)]
    title = [word[::-1] for word in ("הבאים", "ברוכים", "למשפחה", "שלום")]
    assert any(drawn[at : at + 4] == title for at in range(len(drawn)))
    assert {word[::-1] for word in ("כן", "לא", "המשך")} <= set(drawn)
    assert min(run.size for run in pdf.runs) >= 9
    assert pdf.untagged == []
    assert "נוהל: what to do" in " ".join(pdf.bookmarks)


def test_a_sentence_goes_on_from_the_left_after_a_word_from_the_right(hebrew: Mapping[str, bytes]) -> None:
    assert f"Say{'שלום'[::-1]}(peace)tothefamily." in read_pdf(hebrew["guide.pdf"]).packed


def test_words_that_mean_something_to_typst_are_printed_as_they_stand(tmp_path: Path) -> None:
    title = "'Do *this* #now: $x$ <b> @you \\\\ [ok]'"
    written = procedure("signs", 1, step("signs-now", title, ends="true"))
    read = printed(other_guide(tmp_path / "procedures", signs=written))
    for name in ("guide.pdf", "poster-signs.pdf"):
        assert title.strip("'").replace(" ", "") in read[name].packed, name
