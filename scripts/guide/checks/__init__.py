"""Every rule a guide must keep. Each module holds one kind; each function finds one kind of fault."""

from __future__ import annotations

from guide.checks.every import check_guide, check_warnings, publication_by_check
from guide.checks.second_reading import check_second_reading, left_to_read

__all__ = [
    "check_guide",
    "check_second_reading",
    "check_warnings",
    "left_to_read",
    "publication_by_check",
]
