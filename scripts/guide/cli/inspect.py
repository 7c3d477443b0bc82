"""`guide inspect`: a built site looked at, whatever generator made it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from guide.cli.options import procedures_option
from guide.pages import stamp
from guide.problems import Place, Problems
from guide.publishing import inspect_site, policy
from guide.reading import read_guide


@click.command("inspect")
@click.argument("site", metavar="DIR", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--policy", "asked", is_flag=True, help="Print the policy that every page must carry, and nothing else.")
@procedures_option
def inspect_command(site: Path | None, asked: bool, folder: Path) -> None:
    """Look at a built site, whatever generator made it: stamp, policy, links and offline copy."""
    if asked:
        click.echo(policy())
        return
    if site is None:
        raise click.UsageError("name the folder of a built site, or ask with --policy")
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    found = inspect_site(files, stamp(read_guide(folder)))
    if found.problems:
        raise Problems([replace(one, place=Place((site / one.place.path).as_posix())) for one in found.problems])
    copy = f"{found.copied} files are kept for reading offline" if found.copied else "there is no offline copy"
    click.echo(f"{found.pages} pages carry the stamp of this guide, and the policy.")
    click.echo(f"{found.links} links were followed, and {copy}.")
    longest, densest = (max(of, key=lambda path: of[path]) for of in (found.lengths, found.densities))
    click.echo(f"The longest page has {found.lengths[longest]} words: {longest}")
    click.echo(f"The most links in a hundred words are {found.densities[densest]:.0f}: {densest}")
