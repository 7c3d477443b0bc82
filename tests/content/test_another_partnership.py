"""The words of the partnership whose guide is shipped stand in its folder alone: another's site has none of them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from building import build_site, made_once
from committed_calendars import REPOSITORY
from guide.cli.program import main
from guide.model.guide import Guide
from guide.pages.gates import read_record
from guide.reading.folder import read_guide
from pdf_reading import read_pdf

SUBJECT = (
    "notification",
    "serious incident",
    "rapid review",
    "safeguarding lead",
    "before publication",
    "Panel",
    "SCSI",
    "SRG",
    "NELSCP",
)
"""What the shipped procedure is about, in words that its lists hold only within longer ones."""

TEXTS = (".html", ".json", ".js", ".css", ".svg", ".mmd", ".txt", ".xml", ".webmanifest")


def words_of(guide: Guide) -> set[str]:
    """Names, titles and codes that a partnership gave to things, and what its guide says of itself."""
    own, partnership = guide.partnership.guide, guide.partnership
    said = {own.title, own.short_title, own.about, own.headline, own.first_question, own.adviser, own.received}
    named = {partnership.area, partnership.body, partnership.website.name, partnership.contact}
    titles = {one.title for one in (*guide.forms, *guide.procedures, *guide.questions, *guide.journey.values())}
    ids = {*guide.partnership.anchors, *guide.procedure, *guide.entry}
    codes = {form.code for form in guide.forms}
    return {str(one) for one in (*said, *named, *titles, *ids, *codes) if one}


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which `guide new` has put its example in the place of the shipped procedures."""

    def make(folder: Path) -> str:
        for name in ("mkdocs.yml", "docs", "overrides", "scripts"):
            here, there = REPOSITORY / name, folder / name
            shutil.copytree(here, there) if here.is_dir() else shutil.copy(here, there)
        done = CliRunner().invoke(main, ["new", str(folder / "procedures")])
        return "" if done.exit_code == 0 else done.output

    project = made_once(tmp_path_factory, "starter-project", make)
    site = project / "site"
    if not site.exists():
        build_site(project, site)
    return project


@pytest.fixture(scope="module")
def foreign(starter: Path) -> list[str]:
    """The shipped partnership's words that are not the starter's too."""
    own = "\n".join(path.read_text("utf-8") for path in (starter / "procedures").glob("*.yml")).lower()
    words = {*words_of(read_guide(REPOSITORY / "procedures")), *SUBJECT}
    return sorted(word for word in words if word.lower() not in own)


def found_in(text: str, words: list[str]) -> list[str]:
    return [word for word in words if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text, re.IGNORECASE)]


def test_no_page_and_no_asset_of_another_guide_has_a_word_of_the_shipped_one(starter: Path, foreign: list[str]) -> None:
    files = [path for path in (starter / "site").rglob("*") if path.suffix in TEXTS]
    assert len(files) > 40
    # One sentence of /assurance/ must name whose pages the record of the gates is about: they were not this guide's.
    allowed = f"that of the {read_record().body}."
    found = {
        str(path.relative_to(starter / "site")): found_in(path.read_text("utf-8").replace(allowed, ""), foreign)
        for path in files
    }
    assert {path: words for path, words in found.items() if words} == {}


def test_no_pdf_of_another_guide_has_a_word_of_the_shipped_one(starter: Path, foreign: list[str]) -> None:
    pdfs = sorted((starter / "site" / "print").glob("*.pdf"))
    assert pdfs
    for path in pdfs:
        pdf = read_pdf(path.read_bytes())
        assert found_in(" ".join([pdf.title, *(run.text for run in pdf.runs)]), foreign) == [], path.name


def test_a_word_of_the_shipped_guide_would_be_found(starter: Path, foreign: list[str]) -> None:
    assert len(foreign) > 150
    home = (starter / "site" / "index.html").read_text("utf-8")
    assert found_in(home.replace("What to do, and by when", "The Rapid Review of SCSI-1"), foreign) != []


def test_what_a_guide_does_not_say_of_itself_fits_any(starter: Path) -> None:
    site = starter / "site"
    assert "<title>Procedure guide</title>" in (site / "index.html").read_text("utf-8")
    assert '"short_name": "Procedures"' in (site / "manifest.webmanifest").read_text("utf-8")
    assert "What is received on a weekend" in (site / "how-days-are-counted" / "index.html").read_text("utf-8")


def test_what_the_shipped_guide_says_of_itself_is_shown(built_site: Path) -> None:
    assert "<title>Safeguarding review guide</title>" in (built_site / "index.html").read_text("utf-8")
    assert '"short_name": "Review guide"' in (built_site / "manifest.webmanifest").read_text("utf-8")
    assert "A notification received on" in (built_site / "how-days-are-counted" / "index.html").read_text("utf-8")
