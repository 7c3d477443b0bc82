"""The page that says what was checked, read back: its figures, counted here from the nouns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from guide.calendars import days
from guide.model import Deadline, Guide, state_of
from surfaces import markup
from surfaces.compared import Compared, Surface
from surfaces.written import Written


def read(guide: Guide, written: Written) -> Iterator[Compared]:
    page = written.page("assurance")
    text = markup.words(page)
    steps = [step for procedure in guide.procedures for step in procedure.steps]
    timed = sum(isinstance(step.due, Deadline) for step in steps)
    routes = [route for procedure in guide.procedures for route in guide.routes[procedure.id]]
    expected = sum(len(one.expect) + len(one.expect_national) + len(one.expect_other_reading) for one in guide.examples)
    figures = {
        "numbered pieces": (r"divided by hand into ([\d,]+) numbered", len(guide.source)),
        "entries": (r"([\d,]+) steps, decisions, outcomes and notes", len(guide.entry)),
        "routes": (r"joined by ([\d,]+) route", len(routes)),
        "gaps": (r"the guide says so: ([\d,]+) gap", sum(route.kind == "gap" for route in routes)),
        "deadlines": (r"([\d,]+) steps? of the guide ha", timed),
        "without a deadline": (r"for ([\d,]+) the source states none", len(steps) - timed),
        "examples": (r"([\d,]+) worked examples? say", len(guide.examples)),
        "expected dates": (r"worked examples? says? ([\d,]+) date", expected),
        "questions": (r"and lists ([\d,]+) question", len(guide.questions)),
    }
    for fact, (pattern, number) in figures.items():
        found = re.findall(pattern, text)
        yield Compared(
            "assurance", fact, found, [f"{number:,}"] if number or fact not in ("examples", "expected dates") else []
        )
    calendars = {str(one.clock.calendar) for one in guide.procedures if one.clock}
    for name in sorted(calendars):
        until = f"officially published until {days.long(guide.calendars[name].published_through)}"
        yield Compared("assurance", "bank holidays", f"{guide.calendars[name].name}: " in text and until in text, True)
    named = {link for item in page.iter("li") for link in markup.links(item) if link in guide.question}
    detected = {str(one.id) for one in guide.questions if one.detected_by}
    yield Compared("assurance", "contradictions", detected - named, set())
    yield Compared("assurance", "second reading", _read_again(text), _to_read_again(guide))


def _read_again(text: str) -> dict[str, str]:
    """How many pieces the page says were read a second time, were not, and were in words that have changed."""
    said = {
        "read": r"([\d,]+) of [\d,]+ numbered pieces? w\w+ read a second time",
        "blank": r"Not yet read a second time: ([\d,]+) piece",
        "void": r"not since the document's words changed: ([\d,]+) piece",
        "nobody": r"(Nobody) has read the approved document a second time",
    }
    return {name: found[1] for name, pattern in said.items() if (found := re.search(pattern, text))}


def _to_read_again(guide: Guide) -> dict[str, str]:
    rows = guide.second_reading.row if guide.second_reading else {}
    states = Counter(state_of(item, rows.get(item.id)) for item in guide.source)
    if not states["read"]:
        return {"nobody": "Nobody"} | ({"void": str(states["void"])} if states["void"] else {})
    return {name: str(number) for name, number in states.items()}


SURFACE = Surface(
    "assurance",
    "What was checked",
    (
        "numbered pieces",
        "entries",
        "routes",
        "gaps",
        "deadlines",
        "without a deadline",
        "examples",
        "expected dates",
        "questions",
        "bank holidays",
        "second reading",
        "contradictions",
    ),
    read,
)
