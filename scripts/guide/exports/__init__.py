"""A schedule as a calendar file, a table or a spreadsheet."""

from __future__ import annotations

from guide.exports.icalendar import calendar_file
from guide.exports.spreadsheet import as_csv
from guide.exports.table import as_table

__all__ = [
    "as_csv",
    "as_table",
    "calendar_file",
]
