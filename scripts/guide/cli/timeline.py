"""`guide timeline`: every date of a procedure or journey, as a table, JSON, a spreadsheet or a calendar file."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
from click.core import ParameterSource

from guide.calendars import Calendar, days
from guide.cli.options import checked_guide, known, pairs, procedures_option, refuse
from guide.dates import Plan, Schedule, plan_of, schedule
from guide.exports import as_csv, as_table, calendar_file
from guide.model import Guide


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
@click.option("--token", metavar="TEXT", help="For --format ics: a second import with it replaces the first.")
@click.option(
    "--sequence", type=click.IntRange(0), default=0, help="For --format ics: higher with each file of a token."
)
@click.option(
    "--full-titles", is_flag=True, help="For --format ics: with titles, which all who see the calendar can read."
)
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv", "ics"]), default="table", show_default=True
)
@procedures_option
def timeline_command(
    procedure: str, anchors: Sequence[str], done: Sequence[str], extra: Sequence[str], closure: Sequence[str],
    role: str | None, today: str | None, token: str | None, sequence: int, full_titles: bool, form: str, folder: Path,
) -> None:  # fmt: skip
    """Work out every date of a procedure or journey, for example:

    guide timeline serious-incident --on notification-received=2026-12-17
    """
    _refuse_what_only_a_calendar_file_has(form)
    guide = checked_guide(folder)
    plan = plan_of(guide, known(procedure, {*guide.partnership.journeys, *guide.procedure}, "procedure or journey"))
    calendar = guide.calendars[plan.calendar].with_extra_bank_holidays(map(days.parse, extra))
    day = None if today is None else days.parse(today)
    worked_out = _schedule(guide, plan, calendar, pairs(anchors, "--on"), pairs(done, "--done"), day)
    if role is not None:
        worked_out = _for_role(worked_out, known(role, guide.actor, "actor"))
    closures = frozenset(map(days.parse, closure))
    version = str(guide.partnership.version)
    if form == "json":
        click.echo(json.dumps(worked_out.as_json(version, closures, day), ensure_ascii=False, indent=2))
    elif form == "ics":
        if token is not None and not re.fullmatch(r"[A-Za-z0-9-]{1,64}", token):
            raise refuse(
                "the token has other signs than letters, digits and hyphens, or more than 64", "use 1 to 64 of these"
            )
        if token is not None and not _is_said("sequence"):
            click.echo(f"The next file of the token {token} needs --sequence 1, or calendars keep this one.", err=True)
        click.echo(calendar_file(guide, worked_out, token, sequence, closures, full_titles), nl=False)
    else:
        click.echo((as_csv if form == "csv" else as_table)(guide, worked_out, closures, day), nl=False)


def _refuse_what_only_a_calendar_file_has(form: str) -> None:
    """Whoever gives a token means a calendar file; a table in its place would pass unnoticed for one."""
    for name, option in (("token", "--token"), ("sequence", "--sequence"), ("full_titles", "--full-titles")):
        if form != "ics" and _is_said(name):
            raise click.UsageError(f"{option} is for a calendar file: add --format ics, or leave it out")


def _is_said(name: str) -> bool:
    """Whether an option was typed, whatever its value."""
    return click.get_current_context().get_parameter_source(name) is not ParameterSource.DEFAULT


def _schedule(
    guide: Guide, plan: Plan, calendar: Calendar, anchors: dict[str, int], done: dict[str, int], today: int | None
) -> Schedule:
    for anchor in anchors:
        known(anchor, guide.partnership.anchors, "anchor")
        if anchor not in plan.anchors:
            raise refuse(f"no rule of '{plan.name}' counts from '{anchor}'", f"use {_anchor_names(plan)}")
    for step, day in done.items():
        known(step, {one.id for one in plan.steps}, "step")
        if today is not None and day > today:
            message = f"'{step}' cannot have been done on {days.long(day)}, which comes after {days.long(today)}"
            raise refuse(message, "give the day on which it was done, or leave --done out")
    if plan.anchors and not anchors:
        raise refuse(
            "no date is given to count from",
            f"add --on with {_anchor_names(plan)}, for example --on {next(iter(plan.anchors))}=2026-12-17",
        )
    return schedule(plan, calendar, anchors, done, today)


def _anchor_names(plan: Plan) -> str:
    return " or ".join(plan.anchors) or "another procedure: this one has no dates"


def _for_role(worked_out: Schedule, role: str) -> Schedule:
    acts = {step.act.act.id for step in worked_out.steps if role in (*step.step.actors, *step.step.helpers)}
    mine = tuple(step for step in worked_out.steps if step.act.act.id in acts)
    if not mine:
        raise refuse(f"'{role}' has no step in '{worked_out.plan.name}'", "leave --role out to see who has")
    return replace(worked_out, steps=mine)
