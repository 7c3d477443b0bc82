"""Folders that no test changes are read once, however many commands are asked about them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest

from guide.cli import options as cli_options


@pytest.fixture(autouse=True)
def _each_folder_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_options, "read_guide", _read_once)
    monkeypatch.setattr(cli_options, "check_guide", lambda guide: _checked_once(str(guide.folder)))


@functools.cache
def _read_once(folder: Path) -> Any:
    return _real_read_guide(folder)


@functools.cache
def _checked_once(folder: str) -> Any:
    return _real_check_guide(_read_once(Path(folder)))


_real_read_guide, _real_check_guide = cli_options.read_guide, cli_options.check_guide
