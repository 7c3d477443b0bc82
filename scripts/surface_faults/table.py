"""All faults, and a few for those who have little time: one for each kind of file that they are planted in."""

from __future__ import annotations

import hashlib
import json

from surface_faults import in_files, on_agenda, on_boards, on_pages, on_paper, on_roles, on_walls
from surface_faults.fault import Fault

FAULTS: tuple[Fault, ...] = (
    *on_pages.FAULTS, *on_roles.FAULTS, *on_boards.FAULTS, *in_files.FAULTS, *on_agenda.FAULTS, *on_agenda.BY_HAND,
    *on_paper.FAULTS, *on_walls.FAULTS,
)  # fmt: skip
KINDS = {
    ".jinja": "template",
    ".typ": "layout in print",
    ".js": "page script",
    ".css": "style in print",
    ".py": "program",
}


def digest() -> str:
    """The beginning of the digest of the table: a fault more, fewer or other gives another."""
    return hashlib.sha256(json.dumps(FAULTS, ensure_ascii=False).encode("utf-8")).hexdigest()[:12]


def faults_of(surface: str) -> list[Fault]:
    """The faults that a surface's check must notice."""
    return [fault for fault in FAULTS if surface in fault.claimed]


def one_of_each() -> tuple[Fault, ...]:
    """A fault for each kind of file, of those in it the one that the most surfaces must notice."""
    return tuple(
        max((fault for fault in FAULTS if kind_of(fault) == kind), key=lambda fault: len(fault.claimed))
        for kind in dict.fromkeys(map(kind_of, FAULTS))
    )


def kind_of(fault: Fault) -> str:
    """What a fault is planted in: a template, a program, a page's script, the layout of a print."""
    return next(kind for ending, kind in KINDS.items() if fault.path.endswith(ending))
