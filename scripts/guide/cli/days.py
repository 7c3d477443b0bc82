"""`guide days`: one counted date, with its working."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from guide.calendars import days
from guide.cli.options import checked_guide, known, procedures_option
from guide.dates import Counted, Rule, count
from guide.model import Guide, Unit, singular

UNIT_OPTIONS: dict[str, Unit] = {unit.replace(" ", "_"): unit for unit in get_args(Unit)}


@click.command("days")
@click.argument("direction", type=click.Choice(["after", "before"]))
@click.argument("date")
@click.argument("number", type=click.IntRange(0, 9999))
@click.option("--unit", type=click.Choice(list(UNIT_OPTIONS)), default="working_days", show_default=True)
@click.option("--calendar", "name", help="The nation, for example england-and-wales.  [default: that of the guide]")
@click.option("--clear", is_flag=True, help="Leave out both ends.")
@click.option("--explain", is_flag=True, help="Show every counted and every skipped day.")
@procedures_option
def days_command(
    direction: str, date: str, number: int, unit: str, name: str | None, clear: bool, explain: bool, folder: Path
) -> None:
    """Count one date, for example: guide days after 2026-12-17 5 --explain"""
    guide = checked_guide(folder)
    calendar = guide.calendars[known(name, guide.calendars, "calendar") if name else _usual_calendar(guide)]
    said = UNIT_OPTIONS[unit] if number != 1 else singular(UNIT_OPTIONS[unit])
    words = f"{number} {'clear ' if clear else ''}{said} {direction} {days.long(days.parse(date))}"
    rule = Rule("planned", words, "given", UNIT_OPTIONS[unit], number, back=direction == "before", clear=clear)
    counted = count(rule, days.parse(date), "The day given", calendar)
    click.echo(days.text(counted.due))
    if explain:
        click.echo(_working(counted, rule))


def _usual_calendar(guide: Guide) -> str:
    clocks = [procedure.clock for procedure in guide.procedures if procedure.clock]
    return str(clocks[0].calendar) if clocks else next(iter(guide.calendars))


def _working(counted: Counted, rule: Rule) -> str:
    lines = [f"{rule.words} is {days.long(counted.due)}.", *(f"  {line.text}" for line in counted.lines)]
    return "\n".join([*lines, f"  Bank holidays up to this date are {counted.tier}."])
