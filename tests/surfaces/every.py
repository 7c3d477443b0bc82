"""Every surface that is read back, in the order of the table at `/assurance/`."""

from __future__ import annotations

from surfaces import (
    agenda,
    boards,
    by_hand,
    by_when,
    calendar_files,
    checked,
    contacts,
    drawings,
    files,
    fill_in,
    lookups,
    on_paper,
    other_pages,
    packs,
    procedures,
    questions,
    roles,
    timeline,
    walls,
)
from surfaces.compared import Surface

SURFACES: tuple[Surface, ...] = (
    procedures.SURFACE,
    drawings.SURFACE,
    roles.ROLES,
    boards.YOUR_DAYS,
    by_when.BY_WHEN,
    lookups.FORMS,
    questions.QUESTIONS,
    other_pages.HOME,
    boards.HOME,
    boards.BOARD,
    other_pages.DECISIONS,
    other_pages.EXAMPLES,
    checked.SURFACE,
    by_hand.BY_HAND,
    timeline.SURFACE,
    timeline.PRINTED,
    agenda.SURFACE,
    agenda.PRINTED,
    calendar_files.PAGE_CALENDAR,
    files.PAGE_SPREADSHEET,
    files.TABLE,
    files.JSON,
    files.SPREADSHEET,
    calendar_files.CALENDAR,
    on_paper.BOOK,
    boards.BOOK_BOARDS,
    on_paper.POSTERS,
    walls.WALLS,
    walls.ALL_POSTERS,
    packs.PACKS,
    boards.PACK_BOARDS,
    fill_in.FILL_IN,
    questions.MEETING,
    contacts.SURFACE,
)
BY_NAME = {surface.name: surface for surface in SURFACES}

WRONG_YET: dict[tuple[str, str], str] = {}
"""Areas on which a surface is known to be wrong, by name: each is tried, and no longer listed once it is right."""
