"""A folder of YAML to one `Guide`, or every problem found on the way."""

from __future__ import annotations

from guide.reading.folder import Rereader, read_calendar, read_guide
from guide.reading.reading_sheet import SHEET, read_sheet, sheet_in
from guide.reading.schema import check_schemas, schemas

__all__ = [
    "SHEET",
    "Rereader",
    "check_schemas",
    "read_calendar",
    "read_guide",
    "read_sheet",
    "schemas",
    "sheet_in",
]
