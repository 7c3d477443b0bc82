"""Every PDF of a guide, or the problems that keep one from being made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from guide.model import Guide
from guide.pages import Sheet
from guide.print.apart import PressApart, PrintedOnDisk
from guide.print.documents import PrintedDocument, documents_of
from guide.print.editions import edition_of
from guide.print.engine import Front, NotPrinted, Press, pages_in
from guide.print.letters import check_letters, own_fonts
from guide.print.volumes import is_in_one_volume
from guide.problems import Problem, Problems
from guide.publishing import Origin, accent_of


def pdfs(guide: Guide, build: Origin, address: str = "") -> Mapping[str, bytes]:
    """Every PDF by the name of its file, tagged for PDF/UA-1 and PDF/A-2a; the same bytes for the same guide and build.

    `address` is where the site stands; without it, links to the site are relative to a folder `print/` in it.
    Raises `Problems` where a letter is missing from the fonts or a flowchart does not fit on its page.
    A guide in several volumes is printed in a process of its own, and each PDF read from disk when it is asked for.
    """
    extra = own_fonts(guide)
    if problems := list(check_letters(guide)):
        raise Problems(problems)
    press, edition = (
        Press(build.epoch, [guide.folder / "fonts"] if extra else [], accent_of(guide)),
        edition_of(guide, build, address),
    )

    def printed(on: Press | PressApart) -> Iterator[tuple[str, bytes]]:
        for document in documents_of(guide):
            front = Front(edition, document.title, document.about, document.is_whole, press.families)
            try:
                yield document.name, on.print(document.kind, front, document.content())
            except NotPrinted as refused:
                problems.append(_problem_of(guide, document, refused))

    made = dict(printed(press)) if is_in_one_volume(guide) else _one_by_one(press, printed)
    if problems:
        raise Problems(problems)
    return made


def _one_by_one(press: Press, printed: Callable[[PressApart], Iterator[tuple[str, bytes]]]) -> Mapping[str, bytes]:
    """The PDFs of a large guide, which are never all in memory."""
    made = PrintedOnDisk()
    with PressApart(press) as apart:
        for name, pdf in printed(apart):
            made.put(name, pdf)
    return made


def sheets_of(guide: Guide, made: Mapping[str, bytes]) -> tuple[Sheet, ...]:
    """What the page of PDFs lists: each that was made, with its pages and its size."""
    if not made:  # what would be in them takes as long as a procedure's pages
        return ()
    sizes = {name: (pages_in(pdf), len(pdf)) for name, pdf in made.items()}
    return tuple(
        Sheet(one.name, one.kind, one.title, one.about, one.subject, one.volume.words, *sizes[one.name])
        for one in documents_of(guide)
        if one.name in sizes
    )


def _problem_of(guide: Guide, document: PrintedDocument, refused: NotPrinted) -> Problem:
    if not refused.procedure:
        message = f"{document.name} cannot be printed: {refused.complaint}"
        hint = "shorten what is longest on that page; where nothing is long, this is a fault of the program: report it"
        return Problem(document.place, "print", message, hint)
    if refused.entry:
        entry = guide.entry[refused.entry]
        message = f"“{entry.title}” does not fit into {document.name}: {refused.complaint}"
        hint = "say it in fewer or shorter words: letters for the wall are never made smaller"
        return Problem(entry.title.place, "print", message, hint)
    title = guide.procedure[refused.procedure].title
    message = f"the flowchart of “{title}” does not fit into {document.name}: {refused.complaint}"
    return Problem(title.place, "print", message, "divide it into two procedures, or shorten the titles of its steps")
