"""The templates with the words that every page shares: autoescape, and no name that is not defined."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from guide.calendars import days
from guide.dates import (
    beside_of,
    counted_said,
    counting_on,
    earlier_date_here,
    earlier_of,
    national_of,
    planned_step,
    steps_of,
)
from guide.flowcharts import tints_of
from guide.model import Guide
from guide.pages.contacts import contacts_of
from guide.pages.grouped import by_procedure
from guide.pages.large import board_page, is_large, timeline_for, timeline_of
from guide.pages.page_facts import blank_forms, online_forms, prefix_of, told_again
from guide.pages.procedure_page import day_in_heading
from guide.pages.script_json import script_json
from guide.pages.terms import Terms
from guide.pages.turns import answers_due, turns_of
from guide.wording import (
    NO_LIMIT,
    first_down,
    first_up,
    listed,
    names_of,
    part_of_day,
    parties_of,
    reading_mark,
    said_again,
    timing_of,
    what_it_asks,
)


class _Compiled(FileSystemBytecodeCache):
    """Each template as it was compiled the first time, for as long as its text stays the same: in this process, and
    where Python keeps what it has compiled, if it may."""

    def __init__(self) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), "%s.template.pyc")
        self.kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes what was compiled before; Jinja compiles where there is nothing."""
        if kept := self.kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(kept)
            return
        super().load_bytecode(bucket)
        if bucket.code:
            self.kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what has just been compiled."""
        self.kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
        if not sys.dont_write_bytecode:
            with suppress(OSError):  # Python, too, goes on where it may not write there
                super().dump_bytecode(bucket)


_COMPILED = _Compiled()


def environment(guide: Guide) -> Environment:
    """Templates with autoescape and no undefined names, and the words every page shares."""
    words = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        bytecode_cache=_COMPILED,
    )  # fmt: skip
    words.filters.update(_filters(guide))
    words.globals.update(
        nothing_known=set,
        names_of=lambda actors: names_of(guide, actors),
        reading_mark=lambda reading: reading_mark(guide, reading),
        parties_of=parties_of,
        subjects={str(actor.id) for actor in guide.actors if actor.kind == "subject"},
        timing_of=timing_of,
        timed={str(step.id): planned_step(guide, str(step.id)) for one in guide.procedures for step in one.steps},
        numbers=guide.numbers,
        no_limit=NO_LIMIT,
        sources={item.id for item in guide.source},
        said_again=said_again,
        beside_of=lambda step: beside_of(guide, str(step)),
        earlier_of=lambda step: earlier_of(guide, str(step)),
        earlier_date=lambda step: earlier_date_here(guide, str(step)),
        day_in_heading=lambda step: day_in_heading(guide, step),
        counted_said=lambda reading: counted_said(guide, reading),
        whom=lambda act: names_of(guide, steps_of(guide)[act].actors),
        turns_of=lambda name: turns_of(guide, str(name)),
        answers_due=lambda name: answers_due(guide, str(name)),
        told_again=lambda step: told_again(guide, step),
        national_of=lambda step: national_of(guide, str(step)),
        counting_on=lambda procedure: counting_on(guide, procedure),
        contacts=contacts_of(guide),
        if_late=guide.partnership.if_late,
        online=online_forms(guide),
        blank=blank_forms(guide),
        tints=tints_of(guide),
        board_page=lambda board: board_page(guide, board),
        timeline_of=lambda journey: timeline_of(guide, str(journey)),
        timeline_for=lambda name: timeline_for(guide, str(name)),
        is_large=is_large(guide),
        prefix_of=lambda board: prefix_of(guide, board),
    )
    return words


def _filters(guide: Guide) -> dict[str, Callable[..., object]]:
    return {
        "quoted": lambda text: Markup(json.dumps(str(text), ensure_ascii=False)),
        "script_json": script_json,
        "by_procedure": lambda placed, home="": by_procedure(guide, placed, home),
        "long": long_day,
        "listed": listed,
        "terms": Terms(guide).marked,
        "first_up": first_up,
        "first_down": first_down,
        "part_of_day": part_of_day,
        "what_it_asks": what_it_asks,
        "form_name": lambda form: str(guide.form[form].code or guide.form[form].title),
    }


def long_day(day: str | int) -> str:
    """An ISO date or a day number as "Tuesday 6 January 2026"."""
    return days.long(days.parse(day) if isinstance(day, str) else day)
