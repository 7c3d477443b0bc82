"""`guide write`: the generated pages as files, for any site generator."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli.options import checked_guide, procedures_option
from guide.pages import render
from guide.publishing import read_origin


@click.command("write")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@procedures_option
def write_command(target: Path, folder: Path) -> None:
    """Write the generated pages, drawings and data into a folder."""
    guide = checked_guide(folder)
    origin = read_origin(Path(__file__).parent)
    files = render(guide, origin)
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{len(files)} files are in {target}")
