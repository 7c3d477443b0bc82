"""A form is called what the source calls it: code and title together are one of its labels that begin with a code."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.checks.every import check_guide
from planted import planted

TITLE = "  title: Report of a trust concern\n"


@pytest.mark.parametrize(
    ("labels", "faults"),
    [
        ("[PT-1 Report of a trust concern]", 0),
        ("[PT – 1 – Report of a Trust Concern]", 0),
        ("[PT-1 Report, PT 1 - Report of a trust concern]", 0),
        ("[The report of a concern]", 0),
        ("[PT.1 Log]", 0),
        ("[PT-11 Report of a trust concern]", 1),
        ("[PT-1 Report of a trust concerns]", 1),
        ("[RT-1 Report of a trust concern, The report]", 1),
    ],
)
def test_code_and_title_are_those_of_the_source(tmp_path: Path, labels: str, faults: int) -> None:
    guide = planted(tmp_path, ("forms.yml", TITLE, f"{TITLE}  labels: {labels}\n"))
    found = [one for one in check_guide(guide) if one.code == "form-label"]
    assert len(found) == faults
    assert all("PT-1 Report of a trust concern" in one.message and one.hint for one in found)
