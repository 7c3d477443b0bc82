"""Which PDFs a guide has, what each is for, and what is printed in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from guide.model import Guide
from guide.pages import SheetKind
from guide.print.all_posters import AllPosters, all_posters_of
from guide.print.book import Book, book_of
from guide.print.by_hand import FillIn, fill_in_of
from guide.print.meeting import MeetingList, meeting_of
from guide.print.packs import PackPrint, pack_of, packed_roles
from guide.print.posters import Poster, poster_of
from guide.print.wall import Wall, wall_of
from guide.problems import Place

Content = Book | FillIn | Poster | AllPosters | Wall | PackPrint | MeetingList
"""What is printed in a document, apart from its edition."""


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """One PDF before it is made."""

    name: str
    """The name of its file."""
    kind: SheetKind
    """Also the name of the Typst source that lays it out."""
    title: str
    about: str
    """What it is for, in a sentence; also the description inside the PDF."""
    subject: str
    """The id of the procedure or role it is about; empty for the whole guide."""
    content: Callable[[], Content]
    """What is printed, worked out when it is needed."""
    place: Place
    """Where an author would mend what does not fit."""


def documents_of(guide: Guide) -> Iterator[PrintedDocument]:
    """Every PDF of a guide, in the order in which they are listed."""
    top = guide.partnership.body.place
    yield PrintedDocument(
        "guide.pdf", "guide", f"{guide.partnership.guide.title}: {guide.partnership.body}",
        "Everything: each flowchart on a page and step by step, forms, roles, questions and how days are counted.",
        "", partial(book_of, guide), top,
    )  # fmt: skip
    if fill_in_of(guide).sheets:
        yield PrintedDocument(
            "fill-in-timeline.pdf", "fill-in", "Blank timeline to fill in",
            "Every working day as a line with room for its date, to count with a pen.",
            "", partial(fill_in_of, guide), top,
        )  # fmt: skip
    for procedure in guide.procedures:
        yield PrintedDocument(
            f"poster-{procedure.id}.pdf", "poster", f"Flowchart {procedure.flowchart}. {procedure.title}",
            "The flowchart on one page of A4, with its deadlines at the left.",
            str(procedure.id), partial(poster_of, guide, procedure.id), procedure.title.place,
        )  # fmt: skip
    if len(guide.procedures) > 1:
        yield PrintedDocument(
            "posters.pdf", "posters", "All posters, with a map of how the flowcharts join",
            "The poster of each flowchart on A4 in one file, to print them at once.",
            "", partial(all_posters_of, guide), top,
        )  # fmt: skip
    for procedure in guide.procedures:
        yield PrintedDocument(
            f"wall-{procedure.id}.pdf", "wall", f"Flowchart {procedure.flowchart} for the wall. {procedure.title}",
            "The steps in letters that are read from a distance, on A3, with boxes for the dates.",
            str(procedure.id), partial(wall_of, guide, procedure.id), procedure.title.place,
        )  # fmt: skip
    for actor in packed_roles(guide):
        yield PrintedDocument(
            f"role-{actor.id}.pdf", "pack", f"Role pack: {actor.name}",
            "The steps of one role to tick, with deadlines, forms and open questions.",
            str(actor.id), partial(pack_of, guide, actor), actor.name.place,
        )  # fmt: skip
    if guide.questions:
        yield PrintedDocument(
            "meeting-list.pdf", "meeting", "Questions to answer: list for a meeting",
            "Each open question with its places in the source, the reading used and a box for the answer.",
            "", partial(meeting_of, guide), top,
        )  # fmt: skip
