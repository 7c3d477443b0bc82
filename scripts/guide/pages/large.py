"""What is told in another place where a guide has more procedures than one page can list."""

from __future__ import annotations

from guide.dates import Board
from guide.model import Guide

LISTED = 30
"""How many procedures a menu, the first page and one page of days can show and still be read."""


def is_large(guide: Guide) -> bool:
    """Whether the menu leads to a list of the procedures, and each journey has a page of its days to itself."""
    return len(guide.procedures) > LISTED


def board_page(guide: Guide, board: Board) -> str:
    """The address of the page on which the days of a board stand."""
    return f"by-day/{board.id}/" if is_large(guide) else "by-day/"
