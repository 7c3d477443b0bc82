"""Which PDFs a guide has, what each is for, and what is printed in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from guide.model import Actor, Guide, Procedure
from guide.pages import SheetKind
from guide.print.book import book_of
from guide.print.by_hand import ladders_of
from guide.print.entries import Plain
from guide.print.packs import pack_of, packed_roles
from guide.print.posters import flow_of
from guide.problems import Place


@dataclass(frozen=True, slots=True)
class Document:
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
    facts: Callable[[], Plain]
    """What is printed, worked out when it is needed."""
    place: Place
    """Where an author would mend what does not fit."""


def documents_of(guide: Guide) -> Iterator[Document]:
    """Every PDF of a guide, in the order in which they are listed."""
    top = guide.partnership.body.place
    yield Document(
        "guide.pdf", "guide", f"Procedure guide: {guide.partnership.body}",
        "Everything: each flowchart on a page and step by step, forms, roles, questions and how days are counted.",
        "", partial(_whole_guide, guide), top,
    )  # fmt: skip
    if ladders_of(guide)["sheets"]:
        yield Document(
            "fill-in-timeline.pdf", "fill-in", "Blank timeline to fill in",
            "Every working day as a line with room for its date, to count with a pen.",
            "", partial(ladders_of, guide), top,
        )  # fmt: skip
    for procedure in guide.procedures:
        yield Document(
            f"poster-{procedure.id}.pdf", "poster", f"Flowchart {procedure.flowchart}. {procedure.title}",
            "The flowchart on one page of A4, with its deadlines at the left.",
            str(procedure.id), partial(_poster, guide, procedure), procedure.title.place,
        )  # fmt: skip
    for actor in packed_roles(guide):
        yield Document(
            f"role-{actor.id}.pdf", "pack", f"Role pack: {actor.name}",
            "The steps of one role to tick, with deadlines, forms and open questions.",
            str(actor.id), partial(_pack, guide, actor), actor.name.place,
        )  # fmt: skip


def _whole_guide(guide: Guide) -> Plain:
    return {"cover_title": "Procedure guide", **book_of(guide)}


def _poster(guide: Guide, procedure: Procedure) -> Plain:
    return {"flow": flow_of(guide, procedure)}


def _pack(guide: Guide, actor: Actor) -> Plain:
    return {"pack": pack_of(guide, actor)}
