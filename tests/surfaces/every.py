"""Every surface that is read back, in the order of the table at `/assurance/`."""

from __future__ import annotations

from surfaces import (
    boards,
    calendar_files,
    checked,
    drawings,
    files,
    lookups,
    on_paper,
    other_pages,
    procedures,
    timeline,
)
from surfaces.compared import Surface

SURFACES: tuple[Surface, ...] = (
    procedures.SURFACE,
    drawings.SURFACE,
    lookups.ROLES,
    boards.BY_WHEN,
    lookups.FORMS,
    lookups.QUESTIONS,
    other_pages.HOME,
    boards.BOARD,
    other_pages.DECISIONS,
    other_pages.EXAMPLES,
    checked.SURFACE,
    timeline.SURFACE,
    timeline.PRINTED,
    calendar_files.PAGE_CALENDAR,
    files.PAGE_SPREADSHEET,
    files.TABLE,
    files.JSON,
    files.SPREADSHEET,
    calendar_files.CALENDAR,
    on_paper.BOOK,
    on_paper.POSTERS,
    on_paper.PACKS,
    boards.FILL_IN,
)
BY_NAME = {surface.name: surface for surface in SURFACES}

WRONG_YET: dict[tuple[str, str], str] = {
    (
        "glen",
        "fill-in",
    ): "where the day itself is day 1, the blank timeline numbers its days one too low and lacks the first",
}
"""Areas on which a surface is known to be wrong, by name: each is tried, and no longer listed once it is right."""
