"""Every change that is tried: the files of a folder in their order, and in each file its tokens in theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from guide.doubt.alteration import KINDS, Alteration, TextSheet
from guide.doubt.in_calendars import in_calendar
from guide.doubt.in_examples import in_example
from guide.doubt.in_partnership import in_partnership
from guide.doubt.in_procedures import in_procedure
from guide.doubt.in_words import in_words_of
from guide.model import Guide


def alterations_of(guide: Guide, only: Collection[str] = ()) -> list[Alteration]:
    """The changes of a guide that was read from a folder: always the same for the same content.

    `only` leaves those of some files, such as `rapid-review.yml`, `examples` or `procedures`, or of some kinds.
    """
    found = [one for sheet in _sheets(guide) for one in _in_sheet(guide, sheet)]
    return [one for one in found if not only or {one.kind, one.file, _group(guide, one.file)} & {*only}]


def names_for(guide: Guide) -> list[str]:
    """All that `only` may name."""
    files = [sheet.file for sheet in _sheets(guide)]
    return [*KINDS, *dict.fromkeys(group for file in files if (group := _group(guide, file))), *files]


def _group(guide: Guide, file: str) -> str:
    """The folder of a file; `procedures` for that of a procedure; nothing for `partnership.yml`."""
    return "procedures" if file.removesuffix(".yml") in guide.procedure else file.rpartition("/")[0]


def _sheets(guide: Guide) -> Iterator[TextSheet]:
    names = ["partnership.yml", *(f"{one.id}.yml" for one in guide.procedures)]
    names += [f"examples/{one.id}.yml" for one in guide.examples]
    names += [f"calendars/{name}.yml" for name in sorted(guide.calendars)]
    shown = str(Path(guide.paths["partnership"]).parent)
    yield from (TextSheet(guide.folder, name, f"{shown}/{name}") for name in names if (guide.folder / name).is_file())


def _in_sheet(guide: Guide, sheet: TextSheet) -> Iterator[Alteration]:
    found: Iterator[Alteration]
    if sheet.file.startswith("calendars/"):
        found = in_calendar(sheet)
    elif sheet.file.startswith("examples/"):
        found = _both(in_example(guide, sheet), in_words_of(guide, sheet))
    elif sheet.file == "partnership.yml":
        found = _both(in_partnership(guide, sheet), in_words_of(guide, sheet))
    else:
        found = _both(in_procedure(guide, sheet), in_words_of(guide, sheet))
    yield from sorted(dict.fromkeys(found), key=lambda one: (one.place, one.kind, one.new))


def _both(tokens: Iterator[Alteration], words: Iterator[Alteration]) -> Iterator[Alteration]:
    yield from tokens
    yield from words
