"""`guide finish`: what another generator built made fit to publish, in a new folder."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from guide.cli.options import PlaceToWrite, checked_guide, procedures_option, tell_removed
from guide.pages import stamp
from guide.problems import Place, Problem, Problems
from guide.publishing import WORKER, finish_site, listing_of, read_origin, today
from guide.whole import refuse_within, write_into


@click.command("finish")
@click.argument("built", metavar="BUILT", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("target", metavar="SITE", type=PlaceToWrite(path_type=Path, file_okay=False))
@procedures_option
def finish_command(built: Path, target: Path, folder: Path) -> None:
    """Give a built folder what only a finished site can have: the policy, the offline copy, the folder to carry."""
    guide = checked_guide(folder)
    origin = read_origin(folder)
    if not (built / WORKER).is_file():
        raise Problems([Problem(Place(built.as_posix()), "built-site", f"it has no {WORKER} at its root", _CURE)])
    with TemporaryDirectory(prefix="guide-finish-") as place:
        site = Path(place) / "site"
        shutil.copytree(built, site)
        _without_foreign_skip_links(site)
        try:
            faults = finish_site(site, stamp(guide), listing=listing_of(guide, origin, today()))
        except ValueError as error:  # it is finished already, or its worker is another
            faults = [f"{WORKER}: {error}"]
        if faults:
            raise Problems([Problem(Place(built.as_posix()), "built-site", fault, _CURE) for fault in _alike(faults)])
        files: dict[str, str | bytes] = {
            path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()
        }
    refuse_within(folder, (target / name for name in files))
    tell_removed(write_into(target, files))
    click.echo(f"{len(files)} files are in {target}. Look at it with: guide inspect {target}")


def _alike(faults: Iterable[str]) -> Iterator[str]:
    """The same fault of many pages once, with the first of them."""
    pages: dict[str, list[str]] = {}
    for fault in faults:
        page, _, what = fault.partition(": ")
        pages.setdefault(re.sub(r"^line \d+: ", "", what), []).append(page)
    for what, on in pages.items():
        yield f"{on[0]}{f' and {len(on) - 1} more' if on[1:] else ''}: {what}"


def _without_foreign_skip_links(site: Path) -> None:
    """Zensical writes a skip link above every page, to a place that only its own page shell has. Ours stands below."""
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        if 'id="__skip"' not in page:
            path.write_text(_FOREIGN_SKIP_LINK.sub("", page), "utf-8")


_FOREIGN_SKIP_LINK = re.compile(r'<a href="#__skip" class="md-skip">.*?</a>', re.DOTALL)
_CURE = "build the folder that guide write made, with its overrides, and finish that"
