"""A browser is found where it stands, and its absence is said plainly."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import find_chromium


def pretend_browser(folder: Path, name: str, exit_code: int) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_the_browser_named_in_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = pretend_browser(tmp_path, "my-browser", exit_code=0)
    monkeypatch.setenv("GUIDE_CHROMIUM", str(browser))
    assert find_chromium.find_chromium() == browser


def test_of_the_systems_browsers_the_one_without_windows_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GUIDE_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    full = pretend_browser(tmp_path, "chromium", exit_code=0)
    assert find_chromium.find_chromium() == full
    headless = pretend_browser(tmp_path, "chromium-headless-shell", exit_code=0)
    assert find_chromium.find_chromium() == headless


def test_a_browser_that_does_not_start_is_no_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_CHROMIUM", str(pretend_browser(tmp_path, "chromium", exit_code=1)))
    assert find_chromium.find_chromium() is None


def test_a_wrong_path_fails_at_once_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GUIDE_CHROMIUM", "/nowhere/chromium")
    monkeypatch.setattr(sys, "argv", ["find_chromium.py", "--install"])
    assert find_chromium.main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "GUIDE_CHROMIUM=" in said.err
    assert "playwright install chromium" in said.err
