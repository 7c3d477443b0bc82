"""What the site shows: every page as text, rendered from a guide that was checked. Nothing is written to disk."""

from __future__ import annotations

from guide.pages.addresses import check_addresses
from guide.pages.contacts import ContactLine, contacts_of
from guide.pages.frame import footer, problem_page, whom_to_ring
from guide.pages.gates import gates_table, read_record
from guide.pages.licences import Theme
from guide.pages.open_data import stamp
from guide.pages.page_facts import (
    CountBack,
    Use,
    bank_holidays,
    boards_for,
    count_back,
    form_files,
    forms_in_use,
    national_duties,
    online_forms,
    question_places,
    roles_with_steps,
    steps_by_role,
    uses,
    without_days,
)
from guide.pages.sheets import Sheet, SheetKind
from guide.pages.site import navigation, render
from guide.pages.surfaces import SURFACES, ReadBack, surfaces_text

__all__ = [
    "SURFACES",
    "ContactLine",
    "CountBack",
    "ReadBack",
    "Sheet",
    "SheetKind",
    "Theme",
    "Use",
    "bank_holidays",
    "boards_for",
    "check_addresses",
    "contacts_of",
    "count_back",
    "footer",
    "form_files",
    "forms_in_use",
    "gates_table",
    "national_duties",
    "navigation",
    "online_forms",
    "problem_page",
    "question_places",
    "read_record",
    "render",
    "roles_with_steps",
    "stamp",
    "steps_by_role",
    "surfaces_text",
    "uses",
    "whom_to_ring",
    "without_days",
]
