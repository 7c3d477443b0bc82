"""The whole guide as JSON values, and the stamp that changes with any of them."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from guide.dates import compiled_calendar
from guide.model import Guide, once_a_guide


@once_a_guide
def stamp(guide: Guide) -> str:
    """Twelve digits that change with anything an author wrote: the proof on every page of what was checked."""
    content = json.dumps(open_data(guide), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:12]


def _reading(guide: Guide) -> list[dict[str, str]] | None:
    """The filled rows of the second reading, by the headings of their columns."""
    if guide.second_reading is None:
        return None
    return [{str(column): cell for column, cell in row.cells.items()} for row in guide.second_reading.rows]


def open_data(guide: Guide) -> dict[str, Any]:
    """The whole guide as JSON values: what `/data/guide.json` publishes."""

    def plain(noun: Any) -> Any:
        return noun.model_dump(mode="json", by_alias=True, exclude_defaults=True)

    return {
        "format": "procedure-guide/1",
        "partnership": plain(guide.partnership),
        "actors": [plain(actor) for actor in guide.actors],
        "forms": [plain(form) for form in guide.forms],
        "glossary": [plain(term) for term in guide.glossary],
        "references": [plain(reference) for reference in guide.references],
        "questions": [plain(question) for question in guide.questions],
        "source": [plain(item) for item in guide.source],
        "procedures": [plain(procedure) for procedure in guide.procedures],
        "examples": [plain(example) for example in guide.examples],
        "changes": [plain(change) for change in guide.changes],
        "second_reading": _reading(guide),
        "decision_guide": plain(guide.decision_guide) if guide.decision_guide else None,
        "calendars": {name: compiled_calendar(calendar) for name, calendar in sorted(guide.calendars.items())},
    }
