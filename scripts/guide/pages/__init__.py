"""What the site shows: every page as text, rendered from a guide that was checked. Nothing is written to disk."""

from __future__ import annotations

from guide.pages.addresses import places_on
from guide.pages.contacts import ContactLine, contacts_of
from guide.pages.doubts import DoubtRecord, content_digest, doubt_path, doubt_text
from guide.pages.frame import footer, frame_facts, problem_page
from guide.pages.gates import gates_table, read_record
from guide.pages.grouped import by_procedure
from guide.pages.licences import Theme
from guide.pages.open_data import stamp
from guide.pages.page_facts import (
    CountBack,
    Use,
    bank_holidays,
    boards_for,
    count_back,
    duties_without_step,
    forms_in_use,
    national_duties,
    online_forms,
    own_files,
    question_places,
    roles_with_steps,
    uses,
    without_days,
)
from guide.pages.paths import body_of, heads_of
from guide.pages.question_list import QuestionGroup, by_owner, headings_of, question_groups
from guide.pages.role_facts import Coming, RolePage, role_page
from guide.pages.sheets import Sheet, SheetKind
from guide.pages.site import check_addresses, navigation, render
from guide.pages.surfaces import SURFACES, ReadBack, surfaces_text
from guide.pages.turns import answers_due, turns_of
from guide.pages.waits import Wait, waits_of

__all__ = [
    "SURFACES",
    "Coming",
    "ContactLine",
    "CountBack",
    "DoubtRecord",
    "QuestionGroup",
    "ReadBack",
    "RolePage",
    "Sheet",
    "SheetKind",
    "Theme",
    "Use",
    "Wait",
    "answers_due",
    "bank_holidays",
    "boards_for",
    "body_of",
    "by_owner",
    "by_procedure",
    "check_addresses",
    "contacts_of",
    "content_digest",
    "count_back",
    "doubt_path",
    "doubt_text",
    "duties_without_step",
    "footer",
    "forms_in_use",
    "frame_facts",
    "gates_table",
    "headings_of",
    "heads_of",
    "national_duties",
    "navigation",
    "online_forms",
    "own_files",
    "places_on",
    "problem_page",
    "question_groups",
    "question_places",
    "read_record",
    "render",
    "role_page",
    "roles_with_steps",
    "stamp",
    "surfaces_text",
    "turns_of",
    "uses",
    "waits_of",
    "without_days",
]
