"""A guide with more procedures than a page can list: the menu, the first page, day by day and the page of dates lead to
lists of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bench.generated import write_guide
from guide.dates import boards_of
from guide.model import Decision, Guide, Step
from guide.pages import navigation, render
from guide.pages.large import LISTED, board_page
from guide.publishing import Origin
from guide.reading import read_guide

BUILD = Origin("1.0.0", "0123456789", "2026-11-23", 1795392000)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return read_guide(write_guide(tmp_path_factory.mktemp("large") / "large", LISTED + 1))


@pytest.fixture(scope="module")
def pages(large: Guide) -> dict[str, str]:
    return render(large, BUILD)


def in_menu(guide: Guide) -> list[str]:
    return re.findall(r"procedures/[\w-]+\.md", str(navigation(guide)))


def test_the_menu_of_a_large_guide_leads_to_the_list_of_its_procedures(large: Guide, tmp_path: Path) -> None:
    assert in_menu(large) == ["procedures/index.md"]
    small = read_guide(write_guide(tmp_path / "small", LISTED))
    assert in_menu(small) == [f"procedures/{one.id}.md" for one in small.procedures]


def test_the_first_page_and_day_by_day_tell_nothing_of_single_procedures(pages: dict[str, str]) -> None:
    assert "procedures/procedure-2/" not in pages["index.md"] + pages["by-day.md"]
    assert f"The {LISTED + 1} flowcharts stand in" in pages["index.md"]


def test_each_journey_has_a_page_of_its_days(large: Guide, pages: dict[str, str]) -> None:
    for board in boards_of(large):
        address = board_page(large, board)
        assert f'href="../{address}"' in pages["by-day.md"]
        page = pages[f"{address.removesuffix('/')}.md"]
        titles = [act.title for day in board.days for act, _ in day.acts]
        assert titles
        assert all(title in page for title in titles)


def test_the_page_of_a_role_leads_to_each_of_its_steps_and_tells_no_more_of_them(
    large: Guide, pages: dict[str, str]
) -> None:
    entries = [
        (str(procedure.id), str(entry.entry_id), str(entry.title))
        for procedure in large.procedures
        for entry in procedure.entries
        if isinstance(entry, Step | Decision) and "professional" in entry.who
    ]
    page = pages["roles/professional.md"]
    assert len(entries) > LISTED * 2
    for procedure, entry, title in entries:
        assert f'“<a href="../../procedures/{procedure}/#{entry}">{title}</a>”' in page
    assert "<table" not in page
    assert len(page) / len(entries) < 200


def test_whatever_speaks_of_a_day_leads_to_the_page_that_has_it(large: Guide, pages: dict[str, str]) -> None:
    board = boards_of(large)[0]
    assert f'["{board_page(large, board)}","Day by day: {board.title}",' in pages["assets/guide/search/index.js"]


def test_each_journey_has_a_page_that_works_out_its_dates_and_holds_no_other(
    large: Guide, pages: dict[str, str]
) -> None:
    listed = set(re.findall(r'href="\.\./(timeline-[\w-]+)/"', pages["timeline.md"]))
    assert len(listed) == len(large.journey) > LISTED / 2
    for name, journey in large.partnership.journeys.items():
        page = pages[f"timeline-{name}.md"]
        data = json.loads(re.findall(r'id="timeline-data">(.*?)</script>', page)[0])
        assert list(data["journeys"]) == [name]
        assert list(data["names"]["procedures"]) == [str(one) for one in journey.procedures]
        assert set(re.findall(r'id="by-hand-(procedure-\d+)"', page)) == set(map(str, journey.procedures))
        assert f'title: "Work out the dates: {journey.title}"' in page


def test_the_pages_of_dates_of_a_large_guide_are_as_long_as_those_of_a_small_one(
    pages: dict[str, str], tmp_path: Path
) -> None:
    small = render(read_guide(write_guide(tmp_path / "small", 2)), BUILD)
    longest = max(len(text) for path, text in pages.items() if path.startswith("timeline-"))
    assert longest < 1.1 * len(small["timeline.md"])
    assert len(pages["timeline.md"]) < longest / 5


def test_whatever_speaks_of_a_journey_leads_to_the_page_of_its_dates(large: Guide, pages: dict[str, str]) -> None:
    first, journey = next(iter(large.partnership.journeys.items()))
    link = f'"../../timeline-{first}/"'
    assert link in pages[f"procedures/{journey.procedures[0]}.md"]
    example = next(one for one in large.examples if one.journey in (first, journey.procedures[0]))
    assert link in pages[f"examples/{example.id}.md"]
    assert link in pages[f"{board_page(large, boards_of(large)[0]).removesuffix('/')}.md"]
    assert not re.findall(r"timeline/#journey", "".join(pages.values()))
