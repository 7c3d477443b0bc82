"""`guide pdf`: the guide, posters, role packs, a blank timeline and a list of questions as PDFs."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli.options import PlaceToWrite, checked_guide, procedures_option, tell_removed
from guide.print import pdfs, sheets_of
from guide.publishing import read_origin
from guide.whole import refuse_within, write_into


@click.command("pdf")
@click.argument("target", metavar="DIR", type=PlaceToWrite(path_type=Path, file_okay=False))
@click.option(
    "--address", default="", metavar="URL", help="Where the site stands; without it, links to it are relative."
)
@procedures_option
def pdf_command(target: Path, address: str, folder: Path) -> None:
    """Write the PDFs into a folder: the guide, posters of each flowchart on A4 and for the wall, a pack for each role,
    a blank timeline, and a list of questions for a meeting."""
    refuse_within(folder, [target])
    guide = checked_guide(folder)
    made = pdfs(guide, read_origin(folder), address)
    tell_removed(write_into(target, made))
    for sheet in sheets_of(guide, made):
        click.echo(f"{sheet.name}: {sheet.measure}")
    click.echo(f"{len(made)} PDFs are in {target}")
