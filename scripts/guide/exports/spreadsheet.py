"""A schedule as a spreadsheet, for programs and for people who sort."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection

from guide.calendars import days
from guide.dates import Schedule, ScheduledStep, status_of
from guide.exports.table import codes_of, date_words, notes_of
from guide.model import Guide
from guide.wording import listed, names_of

COLUMNS = (
    "Step",
    "Governs",
    "Set by",
    "Due",
    "Due in words",
    "From",
    "Kind",
    "What",
    "Who",
    "Forms",
    "Rule",
    "Authority",
    "Status",
    "Notes",
)


def as_csv(guide: Guide, worked_out: Schedule, closures: Collection[int] = (), today: int | None = None) -> str:
    """The schedule as CSV with a byte order mark, so that spreadsheets read the dashes; formulas cannot start in it.

    >>> from guide.dates import plan_of, schedule
    >>> from guide.reading import read_guide
    >>> guide = read_guide("procedures")
    >>> publication = {"publication": days.parse("2027-06-01")}
    >>> worked_out = schedule(plan_of(guide, "working-back"), guide.calendars["england-and-wales"], publication)
    >>> [line.split(",")[:4] for line in as_csv(guide, worked_out).splitlines() if ",2027-" in line]
    [['local-review 11', '2027-05-19', 'local procedure', '2027-05-20']]
    """
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for step in worked_out.steps:
        table.writerow([_harmless(cell) for cell in _row(guide, worked_out, step, closures, today)])
    return "\ufeff" + text.getvalue()


def _row(
    guide: Guide, worked_out: Schedule, step: ScheduledStep, closures: Collection[int], today: int | None
) -> tuple[str, ...]:
    rule, counted = step.step.rule, step.counted
    return (
        f"{step.step.procedure} {step.step.number}",
        days.text(step.act.due) if step.act.due is not None else "",
        step.act.set_by,
        days.text(counted.due) if counted else "",
        days.long(counted.due) if counted else date_words(step),
        days.text(counted.opens) if counted and counted.opens is not None else "",
        rule.kind if rule else "none",
        step.step.title,
        listed(names_of(guide, step.step.actors)),
        codes_of(guide, [step]),
        rule.words if rule else step.step.untimed,
        rule.authority if rule else "",
        status_of(step, today, worked_out.calendar) if today is not None else "",
        " ".join(notes_of(worked_out, step, closures)),
    )


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if re.match(r"[=+\-@\t\r]", cell) else cell
