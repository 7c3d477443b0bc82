"""`guide write`: everything that another generator needs to build the site, as a folder."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli.any_generator import PROJECT, folder_to_build
from guide.cli.options import PlaceToWrite, checked_guide, procedures_option, refuse, tell_removed
from guide.publishing import read_origin
from guide.whole import refuse_within, write_into


@click.command("write")
@click.argument("target", metavar="DIR", type=PlaceToWrite(path_type=Path, file_okay=False))
@click.option("--address", default="", metavar="URL", help="Where the site will stand; without it, links are relative.")
@procedures_option
def write_command(target: Path, address: str, folder: Path) -> None:
    """Write a folder that another generator can build: configuration, pages, PDFs, assets and templates."""
    if target.resolve() == PROJECT:
        raise refuse(f"{target} is the project itself, whose own files would be lost", "name a new folder")
    guide = checked_guide(folder)
    files = folder_to_build(guide, read_origin(folder), address)
    refuse_within(folder, (target / name for name in files))
    tell_removed(write_into(target, files))
    click.echo(f"{len(files)} files are in {target}")
    click.echo("Build it with your generator, then: guide finish BUILT SITE, and guide inspect SITE.")
