"""The tools that look at the browser's half: locked without an address, believed while they find what is planted."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from browser_checks import __main__ as checks
from browser_checks import tools
from committed_calendars import REPOSITORY

LOCK = json.loads((tools.HERE / "package-lock.json").read_text("utf-8"))
PACKAGES: dict[str, Any] = {name: one for name, one in LOCK["packages"].items() if name}


def test_the_lock_file_names_no_registry_and_every_package_by_its_bytes() -> None:
    assert [name for name, one in PACKAGES.items() if "resolved" in one] == []
    assert re.findall(r"https?://[^\"]*(?:registry|\.tgz)[^\"]*", json.dumps(LOCK)) == []
    assert [name for name, one in PACKAGES.items() if not one["integrity"].startswith("sha512-")] == []


def test_every_tool_is_asked_for_in_one_version_and_locked_in_that() -> None:
    asked = json.loads((tools.HERE / "package.json").read_text("utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
    assert LOCK["packages"][""]["devDependencies"] == asked
    assert {name: PACKAGES[f"node_modules/{name}"]["version"] for name in asked} == asked


def test_every_script_and_style_sheet_of_the_browser_is_looked_at() -> None:
    projects = [json.loads(_without_comments(path)) for path in tools.HERE.glob("tsconfig*.json")]
    looked_at = {found.resolve() for project in projects for pattern in project["include"]
                 for found in _matching(pattern)}  # fmt: skip
    scripts = {*(REPOSITORY / "docs").rglob("*.js"), *(REPOSITORY / "tests/js").iterdir(),
               *(REPOSITORY / "scripts").rglob("*.mjs")}  # fmt: skip
    assert len(scripts) > 30
    assert scripts - looked_at == set()
    assert [path for path in (REPOSITORY / "docs").rglob("*.css") if "assets/guide" not in path.as_posix()] == []


def _without_comments(path: Path) -> str:
    return re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)


def _matching(pattern: str) -> list[Path]:
    up = pattern.count("../")
    folder = tools.HERE if up == 0 else tools.HERE.parents[up - 1]
    return list(folder.glob(pattern.replace("../", "")))


def test_each_kind_of_tool_has_a_fault_planted_for_it() -> None:
    planted = {tool.command[0] for tool in tools.TOOLS if tool.planted and tool.finds}
    assert planted == {tool.command[0] for tool in tools.TOOLS}


def test_a_tool_that_finds_nothing_where_something_was_planted_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = replace(tools.TOOLS[0], finds="TS2345")
    said = {"planted": "planted.js(5,6): error TS2345: …", "own": ""}
    monkeypatch.setattr(checks, "complaint_of_planted", lambda _: said["planted"])
    monkeypatch.setattr(checks, "complaint", lambda _: said["own"])
    assert list(checks.faults_of(tool)) == []
    said["planted"] = ""
    assert "was not found" in next(checks.faults_of(tool))
    said.update(planted="error TS2345", own="days.js(1,1): error TS7006")
    assert list(checks.faults_of(tool)) == [f"{tool.name}:\ndays.js(1,1): error TS7006"]


def test_without_npm_it_says_that_nothing_was_looked_at(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "PLACE", tmp_path)
    monkeypatch.setattr(checks.shutil, "which", lambda _: None)
    assert checks.main() == 0
    assert "were left out" in capsys.readouterr().out


def test_the_build_server_goes_on_with_npm_alone() -> None:
    script = (REPOSITORY / ".ci/run").read_text("utf-8")
    assert 'has npm || { echo "npm is missing' in script
    assert script.index("has npm") < script.index("make check")
