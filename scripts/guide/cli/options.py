"""What several commands share: where the procedures are, and how dates and names are given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from guide.calendars import days
from guide.checks import check_guide
from guide.model import Guide
from guide.problems import Place, Problem, Problems, did_you_mean
from guide.reading import read_guide

Command = TypeVar("Command", bound=Callable[..., Any])


class PlaceToWrite(click.Path):
    """The name of a file or folder to write. An empty one, of a variable that is not set, would be the folder here."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Wrong usage where there is no name."""
        if not str(value).strip():
            self.fail("an empty name is no place to write to", param, ctx)
        return super().convert(value, param, ctx)


def procedures_option(command: Command) -> Command:
    """`--procedures DIR`, so that one installation serves any partnership's folder."""
    return click.option(
        "--procedures", "folder", default="procedures", show_default=True, metavar="DIR",
        type=click.Path(path_type=Path), help="The folder with the partnership's YAML.",
    )(command)  # fmt: skip


def checked_guide(folder: Path) -> Guide:
    """The guide in a folder, read and checked. Raises `Problems`."""
    guide = read_guide(folder)
    if problems := check_guide(guide):
        raise Problems(problems)
    return guide


def refuse(message: str, hint: str = "", where: str = "") -> Problems:
    """A reader's mistake as a problem, to raise."""
    return Problems([Problem(Place(where), "answer", message, hint)])


def known(name: str, names: Iterable[str], noun: str) -> str:
    """The name itself when it is one of the names. Raises `Problems` with the nearest one."""
    all_names = sorted(names)
    if name in all_names:
        return name
    raise refuse(f"there is no {noun} '{name}'", did_you_mean(name, all_names, f"use one of: {', '.join(all_names)}"))


def tell_removed(paths: Iterable[Path]) -> None:
    """Names what a run that was killed had left, and this one has removed."""
    for path in paths:
        click.echo(f"Removed what an interrupted run had left: {path.as_posix()}", err=True)


def pairs(given: Iterable[str], option: str) -> dict[str, int]:
    """`NAME=YYYY-MM-DD` options as name to day. Wrong shape is wrong usage; a wrong date raises `DayError`."""
    found: dict[str, int] = {}
    for one in given:
        name, equals, day = one.partition("=")
        if not equals or not name:
            raise click.BadParameter(f"'{one}' is not NAME=YYYY-MM-DD", param_hint=option)
        if name in found:
            raise click.BadParameter(f"'{name}' is given twice", param_hint=option)
        found[name] = days.parse(day)
    return found
