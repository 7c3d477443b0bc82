"""The fault runs in brief, and that they notice a program that writes as most programs do."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import fault_runs.__main__
from fault_runs import in_browser, runs
from fault_runs.case import Case
from fault_runs.cases import FILLING, NAMES, case_of
from fault_runs.on_disk import Outcome, outcomes
from upload_orders.editions import list_again, listed, newer
from upload_orders.orders import orders
from upload_orders.planted import PLANTED
from upload_orders.trial import Moment

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
    case = case_of("schema: over old files", tmp_path)
    found = list(outcomes(case, 2))
    assert [outcome.tried for outcome in found] == ["disk full", "read-only target", "two at once", "kill -9"]
    assert [fault for outcome in found for fault in outcome.faults] == []


def test_a_site_whose_build_is_killed_stays_as_it_was_and_the_next_build_is_whole(tmp_path: Path) -> None:
    case = case_of("site: over an old one", tmp_path)
    assert case.cut(150) == -9
    assert case.standing() == case.before
    assert case.left_over()
    status, said = case.run()
    new = case.standing()
    assert (status, case.left_over()) == (0, []), said
    assert new is not None
    assert len(new) > 40
    assert "gone/index.html" not in new


def test_a_sheet_that_is_taken_never_loses_the_one_that_stood_there(tmp_path: Path) -> None:
    case = case_of("second-reading take", tmp_path)
    assert [fault for outcome in outcomes(case, 3) for fault in outcome.faults] == []


WITHOUT_A_RUN = {"doubt"}
"""What takes minutes before it writes one small file, by the same function as `guide second-reading`."""


def test_every_command_that_writes_is_tried(root: Path) -> None:
    writing = {path.stem for path in (root / "scripts/guide/cli").glob("*.py") if "guide.whole" in path.read_text()}
    assert writing == {*FILLING, "calendar", "second_reading", *WITHOUT_A_RUN}


def test_one_command_tries_every_kind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    built: list[Path] = []
    monkeypatch.setattr(runs, "two_versions", lambda folder: built.append(folder) or {})
    every = [run.args for run in runs.runs(tmp_path, "", 2)]  # type: ignore[attr-defined]
    assert [name for name, *_ in every if isinstance(name, str)] == [*NAMES]
    browsers = [(try_it, number) for try_it, number, *_ in every if callable(try_it)]
    uploads = [(in_browser.upload, number) for number in range(len(list(orders(()))))]
    assert browsers == [*uploads, *((in_browser.copy, number) for number in range(len(PLANTED)))]
    assert built == [tmp_path]
    wanted = "404 of"
    assert len([*runs.runs(tmp_path, wanted, 2)]) == len([one for one in PLANTED if wanted in one.what]) == 2
    assert len([*runs.runs(tmp_path, "pdf", 2)]) == 2
    assert built == [tmp_path] * 2, "a site is built although none is asked for"


def test_the_table_says_what_was_planted_and_what_was_seen_and_a_fault_makes_it_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = Outcome("offline copy", "404 of one file", ["old, and told", "mended: new"])
    torn = Outcome("upload", "new: list, pages", ["old", "MIXED"], ["MIXED stood there"])
    monkeypatch.setattr("sys.argv", ["fault-runs"])
    for outcomes_, status in (([sound], 0), ([sound, torn], 1), ([], 1)):
        monkeypatch.setattr(fault_runs.__main__, "tried", lambda *_, outcomes_=outcomes_: iter(outcomes_))
        assert fault_runs.__main__.main() == status
    said = capsys.readouterr().out
    assert "404 of one file" in said
    assert "old, and told 1, mended: new 1" in said
    assert "FAULT: MIXED stood there" in said


def test_an_upload_after_which_a_reader_has_half_a_version_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, harbour_site: Path
) -> None:
    whole = Moment("at first", ("old",), "old")
    for moment, faults in ((Moment("pages", ("old", "new"), "new"), 0), (Moment("pages", ("MIXED", "new"), "new"), 1)):
        monkeypatch.setattr(in_browser, "tried", lambda *_, moment=moment: [whole, moment])
        # No browser is asked anything here, and a second one cannot start where the tests have one open.
        monkeypatch.setattr(in_browser, "chromium", nullcontext)
        outcome = in_browser.upload(0, {"old": harbour_site, "new": harbour_site}, tmp_path)
        assert len(outcome.faults) == faults
        assert outcome.stood == ["old", "somebody new: old", *moment.had, "somebody new: new"]


CARELESS_COPIES = {
    "200 with a foreign page": ("sw.js", "|| (await digestOf(bytes)) !== digest", "", "somebody new: MIXED"),
    "a full cache": ("sw.js", "await caches.delete(NAME);", "{}", "no copy, and half of one"),
    "404 of one file": ("assets/guide/guide.js", 'reveal("unrenewed");', "", "NOT TOLD"),
}
"""A line of the worker or the page that is left out, and what is then seen."""


@pytest.mark.parametrize("what", CARELESS_COPIES)
def test_a_copy_that_is_not_looked_after_is_noticed(
    monkeypatch: pytest.MonkeyPatch, browser: Browser, harbour_site: Path, tmp_path: Path, what: str
) -> None:
    name, line, instead, seen = CARELESS_COPIES[what]
    careless = tmp_path / "careless"
    shutil.copytree(harbour_site, careless)
    text = (careless / name).read_text("utf-8")
    assert text.count(line) == 1
    (careless / name).write_text(text.replace(line, instead), "utf-8", newline="\n")
    list_again(careless, int(listed(careless)["made"]))
    monkeypatch.setattr(in_browser, "PATIENCE", 1_000)  # what is left out never comes, however long one waits
    fault = next(one for one in PLANTED if one.what == what)
    versions = {"old": careless, "new": newer(careless, tmp_path / "new", "a newer version")}
    outcome = in_browser.planted(fault, browser, versions, tmp_path / "site")
    assert seen in " ".join(outcome.faults), outcome
