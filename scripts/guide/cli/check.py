"""`guide check`: every problem of a folder, one a line."""

from __future__ import annotations

from pathlib import Path

import click

from guide.checks import check_publication
from guide.cli.options import procedures_option
from guide.flowcharts import NoEngine, check_drawings
from guide.problems import Problem, Problems, problems_as_github, problems_as_json, problems_as_text
from guide.publishing import today
from guide.reading import read_guide

FORMATS = {"text": problems_as_text, "json": problems_as_json, "github": problems_as_github}


@click.command()
@procedures_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--production", is_flag=True, help="Also find what a published site needs and nobody has filled in.")
@click.pass_context
def check(ctx: click.Context, folder: Path, form: str, production: bool) -> None:
    """Find every problem in the procedures: place, cause and cure."""
    problems = _problems_of(folder, production)
    if problems or form == "json":
        # JSON goes to standard output, for programs; sentences go to standard error, for people.
        click.echo(FORMATS[form](problems), err=form == "text")
    elif form == "text":
        click.echo("No problems.")
    ctx.exit(1 if problems else 0)


def _problems_of(folder: Path, production: bool) -> tuple[Problem, ...]:
    try:
        guide = read_guide(folder)
    except Problems as found:
        return found.problems
    if problems := check_publication(guide, today(), production=production):
        return tuple(problems)
    try:
        return tuple(check_drawings(guide))
    except NoEngine as missing:
        click.echo(f"The flowcharts were not checked: {missing}.", err=True)
        return ()
