"""`guide timeline`, `guide days` and `guide verify`: dates, with their working."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

import click

from guide.calendars import Calendar, days
from guide.cli.options import checked_guide, known, pairs, procedures_option, refuse
from guide.dates import Counted, Plan, Rule, Schedule, count, plan_of, schedule
from guide.exports import as_csv, as_table, calendar_file
from guide.model import Guide, Unit, singular
from guide.twins import format_report, run

UNITS: dict[str, Unit] = {unit.replace(" ", "_"): unit for unit in get_args(Unit)}


@click.command("timeline")
@click.argument("procedure")
@click.option("--on", "anchors", multiple=True, metavar="ANCHOR=DATE", help="A date that is known, as YYYY-MM-DD.")
@click.option("--done", multiple=True, metavar="STEP=DATE", help="A step that was done: what counts from it moves.")
@click.option("--bank-holiday", "extra", multiple=True, metavar="DATE", help="A bank holiday announced since the list.")
@click.option(
    "--closure", multiple=True, metavar="DATE", help="A day your office is closed: marks dates, never moves them."
)
@click.option("--role", metavar="ACTOR", help="Only the steps of one actor.")
@click.option("--today", metavar="DATE", help="Also say what is done, due and overdue on this day.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv", "ics"]), default="table", show_default=True
)
@procedures_option
def timeline_command(
    procedure: str, anchors: Sequence[str], done: Sequence[str], extra: Sequence[str], closure: Sequence[str],
    role: str | None, today: str | None, form: str, folder: Path,
) -> None:  # fmt: skip
    """Work out every date of a procedure or journey, for example:

    guide timeline serious-incident --on notification-received=2026-12-17
    """
    guide = checked_guide(folder)
    plan = plan_of(guide, known(procedure, {*guide.partnership.journeys, *guide.procedure}, "procedure or journey"))
    calendar = guide.calendars[plan.calendar].with_extra_bank_holidays(map(days.parse, extra))
    worked_out = _schedule(guide, plan, calendar, pairs(anchors, "--on"), pairs(done, "--done"))
    if role is not None:
        worked_out = _for_role(worked_out, known(role, guide.actor, "actor"))
    closures = frozenset(map(days.parse, closure))
    day = None if today is None else days.parse(today)
    version = str(guide.partnership.version)
    if form == "json":
        click.echo(json.dumps(worked_out.as_json(version, closures, day), ensure_ascii=False, indent=2))
    elif form == "ics":
        click.echo(calendar_file(guide, worked_out, closures=closures), nl=False)
    else:
        click.echo((as_csv if form == "csv" else as_table)(guide, worked_out, closures, day), nl=False)


def _schedule(guide: Guide, plan: Plan, calendar: Calendar, anchors: dict[str, int], done: dict[str, int]) -> Schedule:
    for anchor in anchors:
        known(anchor, guide.partnership.anchors, "anchor")
        if anchor not in plan.anchors:
            raise refuse(f"no rule of '{plan.name}' counts from '{anchor}'", f"use {_anchor_names(plan)}")
    for step in done:
        known(step, {one.id for one in plan.steps}, "step")
    if plan.anchors and not anchors:
        raise refuse(
            "no date is given to count from",
            f"add --on with {_anchor_names(plan)}, for example --on {next(iter(plan.anchors))}=2026-12-17",
        )
    return schedule(plan, calendar, anchors, done)


def _anchor_names(plan: Plan) -> str:
    return " or ".join(plan.anchors) or "another procedure: this one has no dates"


def _for_role(worked_out: Schedule, role: str) -> Schedule:
    mine = tuple(step for step in worked_out.steps if role in (*step.step.actors, *step.step.helpers))
    if not mine:
        raise refuse(f"'{role}' has no step in '{worked_out.plan.name}'", "leave --role out to see who has")
    return replace(worked_out, steps=mine)


@click.command("days")
@click.argument("direction", type=click.Choice(["after", "before"]))
@click.argument("date")
@click.argument("number", type=click.IntRange(0, 9999))
@click.option("--unit", type=click.Choice(list(UNITS)), default="working_days", show_default=True)
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
    said = UNITS[unit] if number != 1 else singular(UNITS[unit])
    words = f"{number} {'clear ' if clear else ''}{said} {direction} {days.long(days.parse(date))}"
    rule = Rule("planned", words, "given", UNITS[unit], number, back=direction == "before", clear=clear)
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


@click.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--engine", type=click.Choice(["python", "javascript", "both"]), default="both", show_default=True)
@procedures_option
@click.pass_context
def verify_command(ctx: click.Context, file: Path, engine: str, folder: Path) -> None:
    """Ask the counting engines every question of a wd-vectors/1 file and compare the answers."""
    report = run(file, engine, checked_guide(folder).calendars)  # type: ignore[arg-type]
    click.echo(format_report(report))
    ctx.exit(1 if report.failures else 0)
