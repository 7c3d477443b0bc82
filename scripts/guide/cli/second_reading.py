"""`guide second-reading`: a blank sheet for whoever reads the approved document again, and the sheet taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path

import click

from guide.checks import check_guide, check_second_reading, left_to_read
from guide.cli.options import PlaceToWrite, procedures_option, refuse, tell_removed
from guide.exports import blank_sheet, sheet_text
from guide.model import Guide, ReadRow, SheetColumn, standing_of
from guide.print import reading_sheet_pdf
from guide.problems import Problem, Problems, did_you_mean
from guide.publishing import read_origin
from guide.reading import SHEET, read_guide, read_sheet, sheet_in
from guide.whole import real, refuse_within, write_files


@click.group("second-reading")
def second_reading_command() -> None:
    """Have the approved document read a second time, by somebody who has not seen the guide."""


@second_reading_command.command("blank")
@click.argument("target", metavar="FILE.csv", type=PlaceToWrite(path_type=Path, dir_okay=False))
@click.option("--pdf", "printed", metavar="FILE.pdf", type=PlaceToWrite(path_type=Path, dir_okay=False),
              help="Write it for a pen, too: A4 landscape.")  # fmt: skip
@procedures_option
def blank_command(target: Path, printed: Path | None, folder: Path) -> None:
    """Write the sheet to fill in: the document's words, and nothing of what the guide makes of them."""
    if target.exists():
        raise refuse("this file is there already, and may be filled in", "name a new file", target.as_posix())
    guide = read_guide(folder)
    files: dict[Path, str | bytes] = {target: blank_sheet(guide)}
    refuse_within(folder, [target, *([printed] if printed else [])])
    if printed is not None and real(printed) == real(target):
        raise refuse("both files have this name", "give the PDF another one", printed.as_posix())
    if printed is not None:
        files[printed] = reading_sheet_pdf(guide, read_origin(folder))
    tell_removed(write_files(files))
    without = sum(item.words is None for item in guide.source)
    if without:
        click.echo(
            f"{without} of {len(guide.source)} source items have no words: of the document in source.yml. "
            "The sheet has what it says they are about; a reader sees more in the words themselves.",
            err=True,
        )
    click.echo(f"{len(guide.source)} rows to fill in are in {target}")


@second_reading_command.command("take")
@click.argument("filled", metavar="FILE.csv", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@procedures_option
def take_command(filled: Path, folder: Path) -> None:
    """Take a sheet back: keep its filled rows in the procedures folder, and say where they differ from the guide."""
    guide = _comparable(folder)
    new = _rows_of(guide, filled)
    old = guide.second_reading.row if guide.second_reading else {}
    kept = folder / SHEET
    text = sheet_text(guide, {**old, **new})
    files: dict[Path, str | bytes] = {}
    before = kept.read_bytes() if kept.exists() else None
    if _cells(sheet_in(before, kept.as_posix()).row if before else {}) != _cells(old):
        raise refuse("another run has just changed this sheet", "take yours again", kept.as_posix())
    if before and any(
        item in old and old[item].is_filled and old[item].cells != row.cells for item, row in new.items()
    ):
        # Before the sheet itself: files are moved to their places in this order, and a power cut may come between.
        files[earlier := _name_for(folder, before)] = before
        click.echo(f"The sheet as it was is kept as {earlier.as_posix()}")
    taken = replace(guide, second_reading=sheet_in(text.encode("utf-8"), kept.as_posix()))
    differing = sorted(set(check_second_reading(taken)))
    files[kept] = text
    tell_removed(write_files(files))
    _tell(taken, len(new), kept, differing)


def _comparable(folder: Path) -> Guide:
    """The guide in a folder with nothing else to mend, so that it can be compared. Raises `Problems`."""
    guide = read_guide(folder)
    if problems := check_guide(replace(guide, second_reading=None)):
        raise Problems(problems)
    return guide


def _rows_of(guide: Guide, filled: Path) -> Mapping[str, ReadRow]:
    """The filled rows of a sheet. Raises `Problems` for one without any, and for rows of items that nobody knows."""
    shown, known = filled.as_posix(), {str(item.id) for item in guide.source}
    rows = {row.item: row for row in read_sheet(filled, shown).rows if row.is_filled}
    if not rows:
        raise refuse("no row of this sheet is filled in", "fill in what the document says, then take it again", shown)
    unknown = [
        Problem(row.place, "reading-sheet", f"there is no source item '{row.item}'",
                did_you_mean(row.item, known, "look at the ids in source.yml"))
        for row in rows.values() if row.item not in known
    ]  # fmt: skip
    if unknown:
        raise Problems(unknown)
    return rows


def _cells(rows: Mapping[str, ReadRow]) -> dict[str, Mapping[SheetColumn, str]]:
    return {item: row.cells for item, row in rows.items()}


def _name_for(folder: Path, sheet: bytes) -> Path:
    """Where a sheet is kept: under the first free name, or where an interrupted run has kept it already."""
    stem = SHEET.removesuffix(".csv")
    names = (folder / f"{stem}-{number}.csv" for number in count(1))
    return next(path for path in names if not path.exists() or path.read_bytes() == sheet)


def _tell(guide: Guide, new: int, kept: Path, differing: list[Problem]) -> None:
    for problem in differing:
        click.echo(str(problem))
    assert guide.second_reading is not None, "it was taken a moment ago"
    standing = standing_of(guide.source, guide.second_reading)
    click.echo(f"{new} filled rows are taken into {kept.as_posix()}. {left_to_read(standing)}.")
    nameless = sum(not guide.second_reading.row[item].cells.get(SheetColumn.READ_BY) for item in standing.read)
    if nameless:
        click.echo(f"{nameless} rows do not say who read them: write the role into the column '{SheetColumn.READ_BY}'.")
    if differing:
        click.echo(f"{len(differing)} differences stand above; 'guide check' refuses the guide until they are settled.")
    else:
        click.echo("The two readings agree.")
