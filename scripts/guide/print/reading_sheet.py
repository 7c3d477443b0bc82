"""The blank sheet of a second reading on paper, for whoever reads with a pen. It is no document of the site."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model import Guide, SheetColumn
from guide.print.editions import edition_of
from guide.print.engine import Front, NotPrinted, Press
from guide.print.letters import check_letters, own_fonts
from guide.problems import Problem, Problems
from guide.publishing import Origin, accent_of

TITLE = "Second reading of the approved document"
ABOUT = "The document's words, piece by piece, with room for what somebody reads in them who has not seen the guide."


@dataclass(frozen=True, slots=True)
class SheetField:
    """A box to fill in: its heading, and what it wants."""

    name: str
    how: str


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One piece of the document."""

    id: str
    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """What is printed: nothing of it comes from the guide's procedures."""

    fields: tuple[SheetField, ...]
    items: tuple[SheetItem, ...]


def reading_sheet_pdf(guide: Guide, build: Origin) -> bytes:
    """The sheet as one PDF, A4 landscape. Raises `Problems` where a letter is missing or Typst refuses."""
    if problems := list(check_letters(guide)):
        raise Problems(problems)
    press = Press(build.epoch, [guide.folder / "fonts"] if own_fonts(guide) else [], accent_of(guide))
    front = Front(edition_of(guide, build, ""), TITLE, ABOUT, False, press.families)
    fields = tuple(SheetField(column.value, column.how) for column in SheetColumn if column.is_read)
    items = tuple(SheetItem(str(one.id), str(one.under), str(one.words or one.about)) for one in guide.source)
    try:
        return press.print("second-reading", front, BlankSheet(fields, items))
    except NotPrinted as refused:
        hint = "shorten what is longest in source.yml; where nothing is long, this is a fault of the program: report it"
        place = guide.partnership.body.place
        raise Problems([Problem(place, "print", f"the sheet cannot be printed: {refused.complaint}", hint)]) from None
