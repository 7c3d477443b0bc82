"""`guide new`: a small, complete folder of procedures for another area to begin from."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli.options import PlaceToWrite, procedures_option, refuse, tell_removed
from guide.whole import refuse_within, write_into

STARTER = Path(__file__).parents[1] / "starter"


@click.command("new")
@click.argument("target", metavar="DIR", type=PlaceToWrite(path_type=Path))
@procedures_option
def new_command(target: Path, folder: Path) -> None:
    """Write an example of a procedures folder, to fill with your own area's procedure.

    The bank holidays are copied from the calendars of the folder that --procedures names.
    """
    _refuse_what_is_there(target)
    refuse_within(folder, [target])
    calendars = sorted(folder.glob("calendars/*.yml"))
    if not calendars:
        hint = "name a folder that has some: guide new DIR --procedures FOLDER"
        raise refuse("there are no bank holidays to copy: this folder has no calendars/*.yml", hint, folder.as_posix())
    files = {path.relative_to(STARTER).as_posix(): path.read_bytes() for path in sorted(STARTER.rglob("*.yml"))}
    files |= {f"calendars/{path.name}": path.read_bytes() for path in calendars}
    tell_removed(write_into(target, files))
    click.echo(_what_next(target, len(files)))


def _refuse_what_is_there(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise refuse("this is a file", "name a new folder, or an empty one", target.as_posix())
    if target.is_dir() and any(path for path in target.iterdir() if path.suffix != ".unfinished"):
        raise refuse("this folder is not empty", "name a new folder, or an empty one", target.as_posix())


def _what_next(target: Path, files: int) -> str:
    shown = f'"{target}"' if " " in str(target) else str(target)
    return "\n".join(
        [
            f"{files} files are in {target}. They hold a small example that is whole and right.",
            "",
            "What to do next:",
            "  1. Change partnership.yml and actors.yml to your own partnership and its roles.",
            "  2. Number the pieces of your approved document in source.yml.",
            "  3. Write each flowchart as a procedure, and whatever the document leaves open in questions.yml.",
            f"  4. See what is left to mend:   guide check --procedures {shown}",
            "  5. Have somebody else read the document, without the guide:",
            f"                                 guide second-reading blank sheet.csv --procedures {shown}",
            f"  6. Look at the pages:          guide write pages --procedures {shown}",
        ]
    )
