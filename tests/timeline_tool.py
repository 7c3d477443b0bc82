"""The timeline page of the harbour, as a site has it, and its browser modules asked without a browser."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from area_guides import area
from guide.calendars import days
from guide.model.guide import Guide
from guide.pages.environment import environment
from guide.pages.timeline_page import timeline_page
from guide.twins.node import ASSETS, run_module

_MODULE = Path(__file__).parent / "js" / "timeline-tool.mjs"
EXTENT = {
    "firstDay": days.parse("2012-01-01"),
    "lastDay": days.parse("2035-12-31"),
    "first": "1 January 2012",
    "last": "31 December 2035",
}


@cache
def page_text() -> str:
    """The page's Markdown, as the site renders it."""
    return page_of(area())


def page_of(guide: Guide) -> str:
    """The timeline page of any guide."""
    return environment(guide).get_template("timeline.md.jinja").render(page=timeline_page(guide), root="../")


def json_block(name: str, text: str | None = None) -> Any:
    """What the page's script block of that id holds."""
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', text or page_text(), re.DOTALL)
    assert found is not None, f"the page has no block {name}"
    return json.loads(found[1])


def ask_tool(
    *questions: list[Any], zone: str = "Europe/London", page: str | None = None, folder: Path = ASSETS
) -> list[Any]:
    """The tool's answers to `[name, …arguments]`, see `js/timeline-tool.mjs`, on the harbour's page or another."""
    request = {
        "folder": str(folder),
        "data": json_block("timeline-data", page),
        "calendars": json_block("timeline-calendars", page),
        "words": json_block("timeline-words", page),
        "questions": list(questions),
    }
    answers: list[Any] = run_module(_MODULE, request, environment={"TZ": zone})
    return answers


def inputs(journey: str = "trust-concern", **dates: Any) -> dict[str, Any]:
    """What a reader entered: `inputs(concern_received="2026-12-17", done={"step": "2026-12-18"})`."""
    lists = {name: list(map(days.parse, dates.pop(name))) for name in ("closures", "holidays") if name in dates}
    done = {step: days.parse(date) for step, date in dates.pop("done", {}).items()}
    anchors = {name.replace("_", "-"): days.parse(date) for name, date in dates.items()}
    return {"journey": journey, "anchors": anchors, "done": done, **lists}


def text_of(markup: str) -> str:
    """What a reader sees of it."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup))
