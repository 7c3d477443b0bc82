"""What a guide's surfaces are read from: pages, PDFs, and the files of the command line and of the timeline page.

Each is written when it is asked for, by the program that is on the path, or taken from a site that was built.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from unittest.mock import patch
from xml.etree.ElementTree import Element

from playwright.sync_api import Browser

from guide.calendars import days
from guide.dates import Schedule, plan_of, schedule
from guide.model import Guide
from surfaces.in_browser import Drawn, small_site, timelines
from surfaces.markup import main_of
from surfaces.paper import Paper, read_paper

TOOL = Path(__file__).parents[1] / "js" / "timeline-tool.mjs"
TODAY = "2026-12-21"


class Case(NamedTuple):
    """A journey with the dates that a reader gives."""

    journey: str
    anchors: Mapping[str, str]
    today: str
    done: Mapping[str, str] = MappingProxyType({})
    closures: tuple[str, ...] = ()
    holidays: tuple[str, ...] = ()

    @property
    def link(self) -> str:
        """As it stands in an address."""
        lists = {
            "closed": ",".join(self.closures),
            "bank-holiday": ",".join(self.holidays),
            "done": ",".join(map(":".join, self.done.items())),
        }
        parts = {"journey": self.journey, **self.anchors, **{key: said for key, said in lists.items() if said}}
        return "&".join(map("=".join, parts.items()))


class Written:
    """The surfaces of one guide. `site` is a folder that was built; without one, pages are what MkDocs is given."""

    def __init__(self, guide: Guide, site: Path | None = None, browser: Browser | None = None) -> None:
        self.guide, self.site, self.browser = guide, site, browser
        self.page = cache(self._page)
        self.paper = cache(self._paper)
        self.file = cache(self._file)
        self.page_file = cache(self._page_file)

    @cached_property
    def pages(self) -> Mapping[str, str]:
        from guide.pages import render

        return render(self.guide, build())

    def _page(self, name: str) -> Element:
        """The page at an address such as `procedures/notification`; an empty one where there is none."""
        if self.site is not None:
            path = self.site / ("index.html" if name == "index" else f"{name.removesuffix('/index')}/index.html")
            return main_of(path.read_text("utf-8") if path.is_file() else "")
        return main_of(self.pages.get(f"{name}.md", ""))

    def _paper(self, name: str) -> Paper:
        """One PDF, read by its tags."""
        if self.site is not None:
            return read_paper((self.site / "print" / name).read_bytes())
        from guide.print.documents import documents_of
        from guide.print.editions import edition_of
        from guide.print.engine import Front, Press

        press = Press(0)
        (document,) = (one for one in documents_of(self.guide) if one.name == name)
        edition = edition_of(self.guide, build(), "https://example.org/")
        front = Front(edition, document.title, document.about, document.is_whole, press.families)
        return read_paper(press.print(document.kind, front, document.content()))

    @cached_property
    def papers(self) -> tuple[tuple[str, str, str], ...]:
        """Name, kind and subject of every PDF."""
        from guide.print.documents import documents_of

        return tuple((one.name, str(one.kind), one.subject) for one in documents_of(self.guide))

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Each journey with all dates that it asks for, with those alone that it must have, and after something was
        done, with a day off and a bank holiday that was announced late."""
        found = []
        for name, journey in self.guide.journey.items():
            days_given = dict(zip((*journey.asks, *journey.may_ask), DATES, strict=False))
            asked = {str(one): days_given[one] for one in journey.asks}
            found += [Case(name, {str(one): day for one, day in days_given.items()}, TODAY), Case(name, asked, TODAY)]
            found += [self._later(found[-2])] if journey.asks else []
        return tuple(case for place, case in enumerate(found) if case not in found[:place] and case.anchors)

    def _later(self, case: Case) -> Case:
        """After the first act that others count from was done two days late: what follows moves."""
        worked = self.schedule(case)
        starts = {start for one in worked.steps if one.step.rule for start in one.step.rule.starts}
        dated = [one for one in worked.steps if one.act.due is not None and one.act.done is None]
        moving = [one for one in dated if one.step.id in starts] or dated[:1]
        done = {moving[0].step.id: days.text((moving[0].act.due or 0) + 2)} if moving else {}
        today = max(LATER, *done.values())
        closed = [days.text(one.act.due) for one in dated[-1:] if one.act.due is not None]
        return case._replace(today=today, done=done, closures=tuple(closed), holidays=(ANNOUNCED_LATE,))

    def schedule(self, case: Case) -> Schedule:
        """What the engine says: the expected dates of every surface."""
        plan = plan_of(self.guide, case.journey)
        journey = self.guide.journey[case.journey]
        asked = {name: said for name, said in plan.asked.items() if name in (*journey.asks, *journey.may_ask)}
        anchors = {name: days.parse(day) for name, day in case.anchors.items() if name in plan.anchors}
        done = {name: days.parse(day) for name, day in case.done.items()}
        calendar = self.guide.calendars[plan.calendar].with_extra_bank_holidays(map(days.parse, case.holidays))
        return schedule(replace(plan, asked=asked), calendar, anchors, done, days.parse(case.today))

    def _file(self, place: int, form: str) -> str:
        """What `guide timeline` prints for a case, in a format."""
        from click.testing import CliRunner

        import guide.cli.timeline as command

        case = self.cases[place]
        known = plan_of(self.guide, case.journey).anchors
        given = [word for name, day in case.anchors.items() if name in known for word in ("--on", f"{name}={day}")]
        given += [word for name, day in case.done.items() for word in ("--done", f"{name}={day}")]
        given += [word for day in case.closures for word in ("--closure", day)]
        given += [word for day in case.holidays for word in ("--bank-holiday", day)]
        formats = {"ics": ["ics", "--full-titles"], "plain ics": ["ics"]}.get(form, [form])
        asked = ["--today", case.today, "--format", *formats, "--procedures", str(self.guide.folder)]
        with patch.object(command, "checked_guide", lambda folder: self.guide):
            ran = CliRunner().invoke(command.timeline_command, [case.journey, *given, *asked], catch_exceptions=False)
        return ran.output

    def _page_file(self, place: int, form: str) -> str:
        """What the timeline page saves for a case: its calendar file or its spreadsheet."""
        return self._page_files[place, form]

    @cached_property
    def _page_files(self) -> dict[tuple[int, str], str]:
        from guide.twins.node import ASSETS, run_module

        questions, wanted = [], []
        for place, case in enumerate(self.cases):
            inputs = {
                "journey": case.journey,
                "anchors": {name: days.parse(day) for name, day in case.anchors.items()},
                "done": {name: days.parse(day) for name, day in case.done.items()},
                "closures": [days.parse(day) for day in case.closures],
                "holidays": [days.parse(day) for day in case.holidays],
            }
            calendars = [["ics", inputs, "0" * 32, 0, full] for full in (True, False)]
            questions += [*calendars, ["csv", inputs, days.parse(case.today), ""]]
            wanted += [(place, "ics"), (place, "plain ics"), (place, "csv")]
        answers = run_module(TOOL, self._tool | {"folder": str(ASSETS), "questions": questions})
        return dict(zip(wanted, map(str, answers), strict=True))

    def timeline(self, place: int) -> Element:
        """The timeline page with the dates of a case."""
        return main_of(self._timelines[place].page)

    def timeline_printed(self, place: int) -> tuple[str, ...]:
        """The words of each entry of the same page on paper."""
        return self._timelines[place].printed

    def rows_printed(self, place: int) -> list[str]:
        """The words of each row of its table by day on paper."""
        return [" ".join(one.split()) for one in self._timelines[place].rows]

    @cached_property
    def _timelines(self) -> list[Drawn]:
        from guide.twins.node import ASSETS

        links = [(one.link, one.today) for one in self.cases]
        if self.site is not None:
            return timelines(self.site, links, self.browser)
        with small_site(self.pages["timeline.md"], ASSETS.parent) as site:
            return timelines(site, links, self.browser)

    def leaves_out_undated(self, place: int) -> bool:
        """Whether a journey does nothing but count back, so that its list may leave out what has no date."""
        worked = self.schedule(self.cases[place])
        rules = [one.step.rule for one in worked.steps if one.step.rule and one.step.rule.start in worked.anchors]
        return bool(rules) and all(rule.back for rule in rules)

    @cached_property
    def _tool(self) -> dict[str, Any]:
        page = self.page("timeline")
        blocks = {one.get("id"): "".join(one.itertext()) for one in page.iter("script")}
        return {name: json.loads(blocks[f"timeline-{name}"]) for name in ("data", "calendars", "words")}


LATER = "2027-01-08"
ANNOUNCED_LATE = "2026-12-30"

DATES = ("2026-12-18", "2026-12-15", "2026-12-22", "2027-01-05", "2027-02-10")
"""Days around Christmas: of receipt, of what came before it, and of what may follow."""


def build() -> Any:
    from guide.publishing import Origin

    return Origin("1.0.0", "abcdef0", "2026-11-23", 0)
