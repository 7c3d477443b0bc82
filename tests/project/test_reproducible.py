"""The same commit gives the same site, byte for byte, in whatever folder it is built."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

from building import build_site, tracked


def test_a_site_built_in_another_folder_is_the_same(root: Path, built_site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "a folder with another name"
    for name in tracked():
        (elsewhere / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, elsewhere / name)
    history = root / ".git"
    (shutil.copytree if history.is_dir() else shutil.copy2)(history, elsewhere / ".git")  # of a worktree it is a file
    build_site(elsewhere, tmp_path / "site")
    here, there = contents(built_site), contents(tmp_path / "site")
    assert len(here) > 60
    assert sorted(here.keys() ^ there.keys()) == []
    assert [name for name, content in here.items() if there[name] != content] == []


def contents(site: Path) -> dict[str, str]:
    """The hash of every file of a site, by its name."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
