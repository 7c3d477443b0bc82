"""`guide check`: every problem of a folder, one a line."""

from __future__ import annotations

from pathlib import Path

import click

from guide.checks import check_warnings
from guide.cli.options import procedures_option
from guide.findings import findings_of
from guide.print import check_print
from guide.problems import Problem, Problems, problems_as_github, problems_as_json, problems_as_text
from guide.publishing import today
from guide.reading import read_guide

FORMATS = {"text": problems_as_text, "json": problems_as_json, "github": problems_as_github}


@click.command()
@procedures_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--production", is_flag=True, help="Also find what a published site needs and nobody has filled in.")
@click.option("--print", "printed", is_flag=True, help="Also find what does not fit on its page, by printing it all.")
@click.pass_context
def check(ctx: click.Context, folder: Path, form: str, production: bool, printed: bool) -> None:
    """Find every problem in the procedures: place, cause and cure."""
    found = _found(folder, production, printed)
    problems = [one for one in found if one.level == "problem"]
    if found or form == "json":
        # JSON goes to standard output, for programs; sentences go to standard error, for people.
        click.echo(FORMATS[form](found), err=form == "text")
    if form == "text" and not problems:
        click.echo("No problems.")
    ctx.exit(1 if problems else 0)


def _found(folder: Path, production: bool, printed: bool) -> list[Problem]:
    """Problems, and where there are none that hide them, warnings."""
    try:
        guide = read_guide(folder)
    except Problems as found:
        return list(found.problems)
    warnings = check_warnings(guide, today())
    findings = findings_of(guide, today(), production=production)
    if findings.undrawn:
        click.echo(f"The flowcharts were not checked: {findings.undrawn}.", err=True)
    problems = findings.problems
    if printed and not problems:
        problems = check_print(guide)
    return [*problems, *warnings]
