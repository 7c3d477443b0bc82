"""A checked guide as the PDFs that are published with its site: the guide, posters, role packs, a blank timeline."""

from __future__ import annotations

from guide.print.every import pdfs, sheets_of
from guide.print.reading_sheet import reading_sheet_pdf
from guide.print.whole import check_print, check_surfaces

__all__ = [
    "check_print",
    "check_surfaces",
    "pdfs",
    "reading_sheet_pdf",
    "sheets_of",
]
