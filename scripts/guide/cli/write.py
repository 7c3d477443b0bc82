"""`guide write`: the generated pages as files, for any site generator."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli.options import PlaceToWrite, checked_guide, procedures_option, tell_removed
from guide.pages import own_files, render
from guide.publishing import read_origin
from guide.whole import refuse_within, write_into


@click.command("write")
@click.argument("target", metavar="DIR", type=PlaceToWrite(path_type=Path, file_okay=False))
@procedures_option
def write_command(target: Path, folder: Path) -> None:
    """Write the generated pages, drawings and data into a folder."""
    guide = checked_guide(folder)
    files: dict[str, str | bytes] = {**render(guide, read_origin(folder)), **own_files(guide)}
    refuse_within(folder, (target / name for name in files))
    tell_removed(write_into(target, files))
    click.echo(f"{len(files)} files are in {target}")
