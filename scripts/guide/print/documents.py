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
from guide.print.packs import PackPrint, pack_in, pack_volumes, packed_roles
from guide.print.posters import Poster, poster_of
from guide.print.volumes import IN_A_BOOK, IN_A_LIST, Volume, all_of, is_in_one_volume, volumes_of
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
    volume: Volume
    """The procedures that it has, of a guide that is printed in several volumes."""

    @property
    def is_whole(self) -> bool:
        """It is the whole guide, so that it holds every place that links lead to."""
        return self.kind == "guide" and self.volume.is_all


def documents_of(guide: Guide) -> Iterator[PrintedDocument]:
    """Every PDF of a guide, in the order in which they are listed."""
    top, all_in_one = guide.partnership.body.place, all_of(guide)
    for volume in volumes_of(guide, IN_A_BOOK):
        yield PrintedDocument(
            volume.named("guide"), "guide", volume.titled(f"{guide.partnership.guide.title}: {guide.partnership.body}"),
            "Everything: each flowchart on a page and step by step, forms, roles, questions and how days are counted."
            if volume.is_all else f"Each flowchart on a page and step by step: {volume.words}.",
            "", partial(book_of, guide, volume), top, volume,
        )  # fmt: skip
    for volume in volumes_of(guide, IN_A_LIST):
        if fill_in_of(guide, volume).sheets:
            yield PrintedDocument(
                volume.named("fill-in-timeline"), "fill-in", volume.titled("Blank timeline to fill in"),
                "Every working day as a line with room for its date, to count with a pen.",
                "", partial(fill_in_of, guide, volume), top, volume,
            )  # fmt: skip
    yield from _posters(guide, all_in_one)
    for actor in packed_roles(guide):
        for volume in pack_volumes(guide, str(actor.id)):
            yield PrintedDocument(
                volume.named(f"role-{actor.id}"), "pack", volume.titled(f"Role pack: {actor.name}"),
                "The steps of one role to tick, with deadlines, forms and open questions.",
                str(actor.id), partial(pack_in, guide, str(actor.id), volume), actor.name.place, volume,
            )  # fmt: skip
    if guide.questions:
        yield PrintedDocument(
            "meeting-list.pdf", "meeting", "Questions to answer: list for a meeting",
            "Each open question with its places in the source, the reading used and a box for the answer.",
            "", partial(meeting_of, guide), top, all_in_one,
        )  # fmt: skip


def _posters(guide: Guide, all_in_one: Volume) -> Iterator[PrintedDocument]:
    for procedure in guide.procedures:
        yield PrintedDocument(
            f"poster-{procedure.id}.pdf", "poster", f"Flowchart {procedure.flowchart}. {procedure.title}",
            "The flowchart on one page of A4, with its deadlines at the left.",
            str(procedure.id), partial(poster_of, guide, procedure.id), procedure.title.place, all_in_one,
        )  # fmt: skip
    if len(guide.procedures) > 1 and is_in_one_volume(guide):
        yield PrintedDocument(
            "posters.pdf", "posters", "All posters, with a map of how the flowcharts join",
            "The poster of each flowchart on A4 in one file, to print them at once.",
            "", partial(all_posters_of, guide), guide.partnership.body.place, all_in_one,
        )  # fmt: skip
    for procedure in guide.procedures:
        yield PrintedDocument(
            f"wall-{procedure.id}.pdf", "wall", f"Flowchart {procedure.flowchart} for the wall. {procedure.title}",
            "The steps in letters that are read from a distance, on A3, with boxes for the dates.",
            str(procedure.id), partial(wall_of, guide, procedure.id), procedure.title.place, all_in_one,
        )  # fmt: skip
