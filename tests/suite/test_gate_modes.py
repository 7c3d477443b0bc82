"""What brief, checking and renewing runs of gates find, tried on a folder with one gate and a site of a few pages."""

from __future__ import annotations

import os

import pytest

from gate_table import GATE as GATE_OF
from gate_table import TRIED, GateTable, write_record
from guide.pages.gates import Gate, read_record, record_text
from kinds import guide_here, one_of_each

pytest_plugins = ["pytester"]

TITLE = "No page is spoiled"
CONFTEST = """
from pathlib import Path
from conftest import addresses, built_site, pytest_addoption, tried
from gate_table import GateTable

def pytest_configure(config):
    config.addinivalue_line("markers", "gate(title): a promise")
    config.pluginmanager.register(GateTable(config, Path(__file__).with_name("gates.json")))
"""
GATE = f"""
import pytest

@pytest.mark.gate("{TITLE}")
def test_gate(built_site, addresses, tried):
    files = [built_site / (one[1:] if one.endswith(".html") else one[1:] + "index.html") for one in addresses]
    assert [file for file in files if "spoiled" in file.read_text()] == []
    tried += addresses
"""


class Trial:
    """A folder with a gate, its record, and a site that the gate looks at."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self.pytester, folder = pytester, pytester.path
        self.record, self.site = folder / "gates" / "gates.json", folder / "site"
        self.record.parent.mkdir()
        (folder / "gates" / "conftest.py").write_text(CONFTEST, "utf-8")
        (folder / "gates" / "test_gate.py").write_text(GATE, "utf-8")
        for address in one_of_each():
            self.add(address)
        self.add("/about/")
        self.write_record(len(one_of_each()) + 1)

    def add(self, address: str, text: str = "sound") -> None:
        page = self.site / (address[1:] if address.endswith(".html") else f"{address[1:]}index.html")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")

    def write_record(self, pages: int, title: str = TITLE) -> None:
        write_record([Gate("Chromium", title, pages)], self.record)

    def run(self, mode: str, *more: str) -> tuple[int, str]:
        """The exit status of a run, and what it said."""
        options = ["-p", "no:cacheprovider", "--import-mode=importlib", "-c", os.devnull, "--rootdir", self.site.parent]
        done = self.pytester.runpytest_inprocess(
            *options, "--gates", mode, "--site", self.site, *more, self.record.parent
        )
        return int(done.ret), done.stdout.str()


@pytest.fixture
def trial(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Trial:
    for name in [name for name in os.environ if name.startswith("PYTEST_XDIST")]:
        monkeypatch.delenv(name)  # the run inside is no worker of the run outside
    return Trial(pytester)


def test_a_run_that_finds_what_the_record_says_passes_in_every_mode(trial: Trial) -> None:
    before = trial.record.read_bytes()
    assert [trial.run(mode)[0] for mode in ("brief", "check", "renew")] == [0, 0, 0]
    assert trial.record.read_bytes() == before


def test_a_fault_on_a_page_that_stands_for_no_kind_is_found_by_whoever_tries_every_page(trial: Trial) -> None:
    before = trial.record.read_bytes()
    trial.add("/about/", "spoiled")
    assert trial.run("brief")[0] == 0
    for mode in ("check", "renew"):
        status, said = trial.run(mode)
        assert status == 1
        assert f"0 pages  FAILED        Chromium  {TITLE}" in said
    assert trial.record.read_bytes() == before, "what failed was recorded"


def test_a_fault_on_a_page_that_stands_for_a_kind_is_found_by_a_brief_run(trial: Trial) -> None:
    trial.add("/timeline/", "spoiled")
    assert trial.run("brief")[0] == 1


def test_a_page_more_fails_the_check_until_the_record_is_renewed(trial: Trial) -> None:
    trial.add("/another/")
    status, said = trial.run("check")
    pages = len(one_of_each()) + 1
    assert status == 1
    assert f"the record says {pages} pages and {pages + 1} were tried: “{TITLE}” (Chromium)" in said
    assert "run make gates" in said
    assert trial.run("renew")[0] == 0
    assert read_record(trial.record).gates == (Gate("Chromium", TITLE, pages + 1),)
    assert trial.run("check")[0] == 0


def test_a_gate_that_the_record_does_not_know_fails_every_run_but_the_one_that_renews_it(trial: Trial) -> None:
    trial.write_record(len(one_of_each()) + 1, "Another promise")
    for mode in ("brief", "check"):
        status, said = trial.run(mode)
        assert status == 1
        assert f"the record lacks the gate “{TITLE}” (Chromium)" in said
        assert "the record has a gate that is gone: “Another promise” (Chromium)" in said
    assert trial.run("renew")[0] == 0
    assert trial.run("check")[0] == 0


def test_a_record_of_another_guide_is_not_compared_and_the_run_says_so(trial: Trial) -> None:
    trial.record.write_text(
        record_text("Another Body", [Gate("Chromium", "Another promise", 3), Gate("Firefox", TITLE, 3)]), "utf-8"
    )
    for mode in ("brief", "check"):
        status, said = trial.run(mode)
        assert (status, "The record is of another guide, that of Another Body, and was not compared." in said) == (
            0,
            True,
        )
    assert trial.run("renew")[0] == 0
    assert (read_record(trial.record).body, read_record(trial.record).gates) == (
        guide_here().partnership.body,
        (Gate("Chromium", TITLE, len(one_of_each()) + 1),),
    )


def test_a_fault_is_found_whosever_guide_the_record_is_of(trial: Trial) -> None:
    trial.record.write_text(record_text("Another Body", []), "utf-8")
    trial.add("/about/", "spoiled")
    assert trial.run("check")[0] == 1


def test_a_run_of_a_part_says_nothing_about_the_record(trial: Trial) -> None:
    trial.add("/another/")
    assert trial.run("check", "-k", "gate")[0] == 0
    status, said = trial.run("renew", "-k", "gate")
    assert status == 1
    assert "The record stays as it was" in said


def test_a_site_that_lacks_the_page_that_stands_for_a_kind_is_noticed(trial: Trial) -> None:
    (trial.site / "timeline" / "index.html").unlink()
    status, said = trial.run("brief")
    assert status == 1
    assert "a kind of pages has none to stand for it" in said


def test_a_gate_that_was_tried_again_is_judged_by_its_last_try(pytestconfig: pytest.Config) -> None:
    table = GateTable(pytestconfig)

    def tell(outcome: str) -> str:
        told = [(GATE_OF, ("WebKit", TITLE)), (TRIED, ["/"])]
        report = pytest.TestReport("it", ("file", 1, ""), {}, outcome, None, "call", user_properties=told)
        table.pytest_runtest_logreport(report)
        return table.tried[("WebKit", TITLE)].result if table.tried else "nothing yet"

    assert [tell("rerun"), tell("passed"), tell("rerun"), tell("failed")] == ["nothing yet", "held", "held", "FAILED"]


def test_a_brief_run_says_what_it_leaves_out(trial: Trial) -> None:
    said = trial.run("brief")[1]
    assert f"1 gates were tried on {len(one_of_each())} pages, one of each kind; make gates tries every page" in said
    assert "make gates tries every page" not in trial.run("check")[1]
