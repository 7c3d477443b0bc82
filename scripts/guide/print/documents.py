"""Which PDFs a guide has, what each is for, and what is printed in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from guide.print.book import book_of
from guide.print.by_hand import sheets_of
from guide.print.entries import Plain
from guide.print.packs import pack_of, packed_roles
from guide.print.posters import flow_of
from guide.problems import Place
from guide.reading import Guide

Kind = Literal["guide", "fill-in", "poster", "pack"]


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF before it is made."""

    name: str
    """The name of its file."""
    kind: Kind
    """Also the name of the Typst source that lays it out."""
    title: str
    about: str
    """What it is for, in a sentence; also the description inside the PDF."""
    subject: str
    """The id of the procedure or role it is about; empty for the whole guide."""
    facts: Callable[[], Plain]
    """What is printed, worked out when it is needed."""
    place: Place
    """Where an author would mend what does not fit."""


def documents_of(guide: Guide) -> Iterator[Document]:
    """Every PDF of a guide, in the order in which they are listed."""
    body, top = guide.partnership.body, guide.partnership.body.place
    yield Document("guide.pdf", "guide", f"Procedure guide: {body}",
                   "Everything: each flowchart on a page and step by step, forms, roles, questions and how days are counted.",
                   "", lambda: {"cover_title": "Procedure guide", **book_of(guide)}, top)  # fmt: skip
    if (sheets := sheets_of(guide))["sheets"]:
        yield Document("fill-in-timeline.pdf", "fill-in", "Blank timeline to fill in",
                       "Every working day as a line with room for its date, to count with a pen.", "", lambda: sheets, top)  # fmt: skip
    for procedure in guide.procedures:
        yield Document(f"poster-{procedure.id}.pdf", "poster", f"Flowchart {procedure.flowchart}. {procedure.title}",
                       "The flowchart on one page of A4, with its deadlines at the left.", str(procedure.id),
                       lambda procedure=procedure: {"flow": flow_of(guide, procedure)}, procedure.title.place)  # type: ignore[misc]  # fmt: skip
    for actor in packed_roles(guide):
        yield Document(f"role-{actor.id}.pdf", "pack", f"Role pack: {actor.name}",
                       "The steps of one role to tick, with deadlines, forms and open questions.", str(actor.id),
                       lambda actor=actor: {"pack": pack_of(guide, actor)}, actor.name.place)  # type: ignore[misc]  # fmt: skip
