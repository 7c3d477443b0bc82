"""A guide with one flowchart reads as one: what is counted agrees with its number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broken_guides import sound_guide
from guide.model.guide import Guide
from guide.pages.site import render
from guide.publishing.origin import Origin
from guide.reading.folder import read_guide

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the starter, which has one flowchart, one deadline and one gap."""
    folder: Path = sound_guide(tmp_path_factory.mktemp("starter") / "procedures")
    return render(read_guide(folder), BUILD)


def test_one_flowchart_is_no_flowcharts(pages: dict[str, str]) -> None:
    assert "sets out the 1 flowchart of" in pages["index.md"]
    assert "in 1 flowchart." in pages["procedures/index.md"]
    assert [name for name, text in pages.items() if "1 flowcharts" in text] == []


def test_what_was_checked_speaks_of_one_gap_and_one_number(pages: dict[str, str]) -> None:
    text = pages["assurance.md"]
    assert "1 gap, with its <a" in text
    assert "1 number of days or months in the sentences of steps was compared" in text
    assert "What the questions above list" not in text
    assert "Every step has a day to spare." in text


def test_a_gap_without_an_answer_begins_like_a_sentence(guide: Guide) -> None:
    texts = render(guide, BUILD).values()
    lines = [line for text in texts for line in text.splitlines() if re.search(r"see question \d+</a>", line)]
    alone = [line for line in lines if ":</strong>" not in line]
    assert alone
    assert [line for line in alone if ">Not stated in the source: see" not in line] == []


def test_no_heading_stands_above_nothing(pages: dict[str, str]) -> None:
    assert "National rules it stands beside" not in pages["about.md"]
