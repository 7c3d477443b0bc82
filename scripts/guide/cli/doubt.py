"""`guide doubt`: what of the content could be wrong without any check noticing it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from guide.cli.options import known, procedures_option
from guide.doubt import Doubts, alterations_of, doubts_as_json, doubts_as_text, names_for, tried
from guide.pages import DoubtRecord, content_digest, doubt_path, doubt_text
from guide.publishing import today
from guide.reading import read_guide
from guide.whole import write_files

FORMS: dict[str, Callable[[Doubts], str]] = {"text": doubts_as_text, "json": doubts_as_json}


@click.command("doubt")
@procedures_option
@click.option(
    "--only",
    multiple=True,
    metavar="FILE|KIND",
    help="Only what stands in this file, or is of this kind; procedures, examples and calendars name all of theirs.",
)
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", show_default=True)
@click.option("--processes", type=click.IntRange(1, 64), default=2, show_default=True, help="How many work at once.")
@click.option("--record", is_flag=True, help="Also write doubt.json beside the content, which /assurance/ shows.")
@click.pass_context
def doubt_command(
    ctx: click.Context, folder: Path, only: tuple[str, ...], form: str, processes: int, record: bool
) -> None:
    """Change the content one word or number at a time, and name each change that no check notices.

    Nothing is written, but for the record where it is asked for. It takes some minutes.
    """
    if record and only:
        raise click.UsageError("--record is of the whole content: leave --only out")
    guide = read_guide(folder)
    for name in only:
        known(name, names_for(guide), "file or kind")
    alterations = alterations_of(guide, only)
    # Progress goes to standard error, so that what was found can be kept in a file.
    with click.progressbar(range(len(alterations)), label=f"{len(alterations)} changes", file=sys.stderr) as bar:
        doubts = tried(guide, alterations, today(), processes, lambda: bar.update(1), whole=not only)
    click.echo(FORMS[form](doubts), nl=False)
    if record:
        ended = len(doubts.trials)
        said = DoubtRecord(content_digest(guide), today(), ended, ended - len(doubts.unnoticed))
        write_files({doubt_path(folder): doubt_text(said)})
    ctx.exit(1 if doubts.unnoticed else 0)
