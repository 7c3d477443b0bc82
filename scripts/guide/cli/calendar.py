"""`guide calendar refresh` and `guide calendar diff`: what changes in a list of bank holidays, and which dates move."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from guide.calendars import COUNTS, days, difference_between, format_difference
from guide.calendars.refresh import NATIONS, RefreshProblem, disagreements, render_yaml, renewed
from guide.cli.options import known, procedures_option, refuse, tell_removed
from guide.reading import read_calendar
from guide.whole import remove_leftovers, write_files


def _counts(ctx: click.Context, param: click.Parameter, value: str) -> tuple[int, ...]:
    try:
        counts = tuple(int(one) for one in value.split(","))
    except ValueError:
        counts = ()
    if not counts or any(not 1 <= abs(count) <= 999 for count in counts):
        raise click.BadParameter(f"'{value}' is not a list of numbers such as 1,5,-7", ctx, param)
    return counts


@click.group("calendar")
def calendar_command() -> None:
    """Renew the bank holidays, or compare two lists of them."""


@calendar_command.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--counts", callback=_counts, default=",".join(map(str, COUNTS)), show_default=True, metavar="N,N,…",
    help="The working-day counts to compare; negative for days before.",
)  # fmt: skip
def diff_command(old: Path, new: Path, counts: Sequence[int]) -> None:
    """Say which closed days came and went between two calendar files, and which dates move."""
    click.echo(format_difference(difference_between(read_calendar(old), read_calendar(new), counts)), nl=False)


@calendar_command.command("refresh")
@click.argument("name", required=False)
@click.option("--list", "listed", metavar="FILE", type=click.Path(path_type=Path), help="GOV.UK's bank-holidays.json.")
@click.option("--retrieved", metavar="DATE", help="The day that file was fetched; needed with --list.")
@click.option("--through", metavar="DATE", help="The last day to reach.  [default: as the present file]")
@click.option("--write", is_flag=True, help="Write the file. Without this, only show what would change.")
@procedures_option
def refresh_command(
    name: str | None, listed: Path | None, retrieved: str | None, through: str | None, write: bool, folder: Path
) -> None:
    """Make a calendar anew, or every one there is: published days from the official list, later ones by the statute.

    Without --list the published days stay as they are, and only the computed ones are made anew.
    """
    if (listed is None) != (retrieved is None):
        raise click.UsageError("--list and --retrieved belong together: which list, and the day it was fetched")
    published = None if listed is None else _official_list(listed)
    retrieved = None if retrieved is None else days.text(days.parse(retrieved))
    through = None if through is None else days.text(days.parse(through))
    made = [(one, _made(folder, one, published, retrieved, through)) for one in _names(folder, name)]
    for one, (before, after) in made:
        _show(one, before, after)
    texts = {
        _path(folder, one): render_yaml(after)
        for one, (before, after) in made
        if before is None or render_yaml(before) != render_yaml(after)
    }
    if write:
        tell_removed(write_files(texts) if texts else remove_leftovers(folder / "calendars"))
        for path in texts:
            click.echo(f"Written: {path.as_posix()}")
    if texts and not write:
        click.echo("Nothing is written. Add --write to write it.")


def _names(folder: Path, name: str | None) -> list[str]:
    if name is not None:
        return [known(name, NATIONS, "calendar")]
    found = [one for one in NATIONS if _path(folder, one).exists()]
    if not found:
        raise refuse("this folder has no calendar to refresh", f"name one of: {', '.join(NATIONS)}", folder.as_posix())
    return found


def _path(folder: Path, name: str) -> Path:
    return folder / "calendars" / f"{name}.yml"


def _official_list(path: Path) -> Mapping[str, Any]:
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        hint = "fetch bank-holidays.json from GOV.UK again"
        raise refuse(f"this is not JSON: {error}", hint, path.as_posix()) from None
    if not isinstance(listed, dict):
        raise refuse("this is not GOV.UK's bank-holidays.json", "fetch it from GOV.UK again", path.as_posix())
    return listed


def _made(
    folder: Path, name: str, published: Mapping[str, Any] | None, retrieved: str | None, through: str | None
) -> tuple[Mapping[str, Any] | None, Mapping[str, Any]]:
    """The present file's data, if there is one, and that of the new one."""
    path = _path(folder, name)
    kept = read_calendar(path) if path.exists() else None
    try:
        return kept, renewed(name, kept, published, retrieved, through)
    except RefreshProblem as problem:
        raise refuse(str(problem), problem.hint, path.as_posix()) from None


def _show(name: str, before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> None:
    click.echo(f"{name}:")
    if before is None:
        click.echo(f"a new calendar from {after['from']} to {after['through']}, {len(after['closed'])} closed days")
    else:
        found = difference_between(before, after)
        if not found and render_yaml(before) != render_yaml(after):
            click.echo("No date changes, only what the file says of its source.")
        else:
            click.echo(format_difference(found), nl=False)
    for sentence in disagreements(after):
        click.echo(f"look closer:    {sentence}")
