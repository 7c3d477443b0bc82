"""The timeline as a spreadsheet and as a calendar file, from the command line."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from broken_guides import sound_guide
from command_line import CHRISTMAS, PROCEDURES, answer, guide
from guide.cli.program import main


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_spreadsheet_has_iso_and_long_dates_and_a_byte_order_mark() -> None:
    text = answer("timeline", "evaluation", *CHRISTMAS, "--format", "csv")
    assert text.startswith("\ufeffStep,Governs,Set by,Due,Due in words,")
    meeting = next(row for row in rows(text) if row["What"] == "Hold the evaluation meeting")
    assert (meeting["Due"], meeting["Due in words"]) == ("2027-01-06", "Wednesday 6 January 2027")
    assert (meeting["Governs"], meeting["Set by"]) == ("2027-01-06", "local procedure")


def test_the_first_date_of_the_spreadsheet_is_the_one_that_governs() -> None:
    text = answer("timeline", "concern", *CHRISTMAS, "--on", "employer-aware=2026-12-10", "--format", "csv")
    told = next(row for row in rows(text) if row["What"] == "Tell the Regulator online")
    assert (told["Governs"], told["Set by"], told["Due"]) == ("2026-12-17", "statutory guidance", "2026-12-24")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_of_the_spreadsheet_begins_a_formula(sign: str, tmp_path: Path) -> None:
    folder = sound_guide(tmp_path / "procedures")
    path = folder / "resolve-disagreement.yml"
    title = f"{sign}HYPERLINK(A1) meeting"
    path.write_text(path.read_text("utf-8").replace("Hold the managers' meeting", f'"{title}"'), "utf-8")
    done = guide(
        "timeline", "disagreement", "--on", "disagreement-raised=2027-03-24", "--format", "csv", procedures=folder
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"'{title}" in [row["What"] for row in rows(done.stdout)]
    assert not [cell for row in rows(done.stdout) for cell in row.values() if re.match(r"[=+\-@\t\r]", cell)]


def test_the_calendar_file_is_read_by_an_unrelated_parser() -> None:
    done = CliRunner().invoke(
        main, ["timeline", "evaluation", *CHRISTMAS, "--format", "ics", "--procedures", str(PROCEDURES)]
    )
    assert done.exit_code == 0
    events = Calendar.from_ical(done.stdout_bytes).walk("VEVENT")
    assert len(events) == 16
    assert b"\r\r" not in done.stdout_bytes
    assert all(line.endswith(b"\r") for line in done.stdout_bytes.split(b"\n")[:-1])


def test_the_calendar_file_remarks_on_an_office_closure() -> None:
    text = answer("timeline", "evaluation", *CHRISTMAS, "--closure", "2027-01-06", "--format", "ics")
    assert "Office closed." in re.sub(r"\r?\n ", "", text)
