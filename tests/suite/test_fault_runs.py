"""The fault runs in brief, and that they notice a program that writes as most programs do."""

from __future__ import annotations

from pathlib import Path

import pytest

import fault_runs.__main__
from fault_runs.__main__ import KINDS
from fault_runs.case import Case
from fault_runs.cases import FILLING, cases
from fault_runs.on_disk import outcomes
from upload_orders.__main__ import Moment
from upload_orders.orders import Order, Step

CARELESS = """
import sys
from pathlib import Path

for name in ("a.txt", "b.txt"):
    with (Path(sys.argv[1]) / name).open("w") as file:
        for line in range(400):
            file.write(f"{line}\\\\n")
"""


@pytest.fixture
def careless(tmp_path: Path) -> Case:
    """A program that empties the good file before it has the new one."""
    (tmp_path / "careless.py").write_text(CARELESS, "utf-8")
    around = tmp_path / "around"
    around.mkdir()
    before = {"a.txt": b"good\n", "b.txt": b"good\n"}
    return Case("careless", around, around / "out", ("careless", str(around / "out")), before)


def test_a_program_that_tears_its_files_is_noticed_on_a_full_disk_and_when_killed(careless: Case) -> None:
    found = {outcome.tried: outcome for outcome in outcomes(careless, 4)}
    assert set(found) == {"disk full", "read-only target", "two at once", "kill -9"}
    assert any("Traceback" in fault for fault in found["disk full"].faults)
    assert "something else" in found["disk full"].stood
    assert any(stood.startswith("torn or lost") for stood in found["kill -9"].stood), found["kill -9"]


def test_a_command_leaves_the_old_whole_thing_or_the_new_one(tmp_path: Path) -> None:
    (case,) = cases(tmp_path, "schema: over old files")
    found = list(outcomes(case, 2))
    assert [outcome.tried for outcome in found] == ["disk full", "read-only target", "two at once", "kill -9"]
    assert [fault for outcome in found for fault in outcome.faults] == []


def test_a_site_whose_build_is_killed_stays_as_it_was_and_the_next_build_is_whole(tmp_path: Path) -> None:
    (case,) = cases(tmp_path, "site: over an old one")
    assert case.cut(150) == -9
    assert case.standing() == case.before
    assert case.left_over()
    status, said = case.run()
    new = case.standing()
    assert (status, case.left_over()) == (0, []), said
    assert new is not None
    assert len(new) > 60
    assert "gone/index.html" not in new


WITHOUT_A_RUN = {"doubt"}
"""What takes minutes before it writes one small file, by the same function as `guide second-reading`."""


def test_every_command_that_writes_is_tried(root: Path) -> None:
    writing = {path.stem for path in (root / "scripts/guide/cli").glob("*.py") if "guide.whole" in path.read_text()}
    assert writing == {*FILLING, "calendar", "second_reading", *WITHOUT_A_RUN}


def test_an_upload_after_which_a_reader_has_half_a_version_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    order = Order("new: worker, pages", "old", "new", (Step("pages", "new", ("index.html",)),))
    sound = [Moment("at first", ("old",), "old"), Moment("pages", ("old", "new"), "new")]
    torn = [*sound[:1], Moment("pages", ("a mixture", "new"), "new")]
    for moments, faults in ((sound, 0), (torn, 1)):
        monkeypatch.setattr(fault_runs.__main__, "every_order", lambda _, moments=moments: [(order, moments)])
        (outcome,) = KINDS["uploads"](tmp_path, "", 0)
        assert (outcome.case, outcome.tried, len(outcome.faults)) == ("uploads", order.name, faults)
        assert outcome.stood == [had for moment in moments for had in moment.had]
    assert list(KINDS["uploads"](tmp_path, "pdf", 0)) == []
