"""What MkDocs is told: nothing is published unchecked, and the same guide gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from area_guides import copy_area
from building import copy_of_project
from statement_facts import FACTS, WEBSITE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the guide of the harbour, which a test may spoil."""
    copy = copy_of_project(tmp_path / "project")
    copy_area(copy / "procedures")
    return copy


def build(project: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    # The copy's own package, not the installed one.
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project / "scripts")} | environment
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=settings)


def test_a_mistake_in_the_guide_stops_the_build_with_its_place_and_no_traceback(project: Path, tmp_path: Path) -> None:
    mistaken = project / "procedures/partnership.yml"
    mistaken.write_text("actro: nobody\n" + mistaken.read_text("utf-8"), "utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert "procedures/partnership.yml:1:1:" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("forms.yml", "  when: ", "  when: 春 ", "no-letter"),
        ("decision-guide.yml", "id: ", "id: timeline  # ", "address"),
    ],
)
def test_what_only_a_page_or_a_pdf_would_show_stops_the_build_with_its_place(
    file: str, old: str, new: str, code: str, project: Path, tmp_path: Path
) -> None:
    path = project / "procedures" / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert f": {code} " in done.stderr
    assert f"procedures/{file}:" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_warning_of_the_package_stops_a_strict_build(project: Path, tmp_path: Path) -> None:
    site = project / "scripts/guide/pages/site.py"
    before = "    made = list(every_page("
    text = site.read_text("utf-8")
    assert text.count(before) == 1
    planted = '    __import__("logging").getLogger("guide").warning("planted on purpose")'
    site.write_text(text.replace(before, f"{planted}\n{before}"), "utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert "planted on purpose" in done.stderr
    assert "1 warnings in strict mode" in done.stdout + done.stderr


def test_no_strict_build_is_a_quiet_one(root: Path) -> None:
    """With --quiet MkDocs drops a warning before it is counted, so that nothing is strict any more."""
    files = [root / "Makefile", *(root / "tests").rglob("*.py"), *(root / "scripts").rglob("*.py")]
    lines = [line for path in files if path.name != "test_hooks.py" for line in path.read_text("utf-8").splitlines()]
    strict = [line for line in lines if "mkdocs" in line and "--strict" in line]
    assert len(strict) >= 3
    assert not [line for line in strict if "--quiet" in line or " -q" in line]


def test_a_page_without_the_stamp_stops_the_build(project: Path, tmp_path: Path) -> None:
    footer = project / "overrides/partials/footer.html"
    footer.write_text(footer.read_text("utf-8").replace("data-guide-stamp", "data-something-else"), "utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert "carries no stamp" in done.stderr


def test_a_site_that_knows_its_address_is_built_only_with_all_the_facts_of_its_statements(
    project: Path, tmp_path: Path
) -> None:
    address = {"GUIDE_ADDRESS": "https://guide.example.org/"}
    refused = build(project, tmp_path / "site", **address)
    assert refused.returncode == 1
    assert "procedures/partnership.yml:14:10: not-filled-in the accessibility statement lacks" in refused.stderr
    assert not (tmp_path / "site").exists()
    partnership = project / "procedures/partnership.yml"
    partnership.write_text(partnership.read_text("utf-8").replace(WEBSITE, FACTS), "utf-8")
    done = build(project, tmp_path / "site", **address)
    assert done.returncode == 0, done.stderr
    assert "accessibility@example.org" in (tmp_path / "site/accessibility/index.html").read_text("utf-8")
    assert "mailto:security@" in (tmp_path / "site/.well-known/security.txt").read_text("utf-8")
