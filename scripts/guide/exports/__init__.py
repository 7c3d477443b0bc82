"""A schedule as a calendar file, a table or a spreadsheet; and the sheet of a second reading."""

from __future__ import annotations

from guide.exports.icalendar import calendar_file
from guide.exports.reading_sheet import blank_sheet, sheet_text
from guide.exports.spreadsheet import as_csv
from guide.exports.table import as_table

__all__ = [
    "as_csv",
    "as_table",
    "blank_sheet",
    "calendar_file",
    "sheet_text",
]
