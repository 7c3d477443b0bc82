"""`guide verify`: both counting engines, asked every question of a file of known answers."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli.options import checked_guide, procedures_option
from guide.twins import format_report, verify_file


@click.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--engine", type=click.Choice(["python", "javascript", "both"]), default="both", show_default=True)
@procedures_option
@click.pass_context
def verify_command(ctx: click.Context, file: Path, engine: str, folder: Path) -> None:
    """Ask the counting engines every question of a file and compare the answers.

    The file's own "format" says what is asked: single counts (wd-vectors/1), or the acts of the guide (act-vectors/1).
    """
    report = verify_file(file, engine, checked_guide(folder))  # type: ignore[arg-type]
    click.echo(format_report(report))
    ctx.exit(1 if report.failures else 0)
