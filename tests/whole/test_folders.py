"""A folder that is made anew takes the place of the old one at once, and one program at a time makes it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from guide.problems import Problems
from guide.whole import folders
from guide.whole.folders import Unfinished


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old", "utf-8")
    (tmp_path / "site/gone.html").write_text("old", "utf-8")
    return tmp_path / "site"


def made(place: Path) -> Unfinished:
    unfinished = Unfinished(place)
    (unfinished.path / "index.html").write_text("new", "utf-8")
    return unfinished


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


OLD, NEW = {"index.html": "old", "gone.html": "old"}, {"index.html": "new"}


@pytest.mark.parametrize("at_once", [True, False])
def test_until_it_is_moved_the_old_one_stands_and_then_the_new_one(
    site: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    if not at_once:
        monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    unfinished = made(site)
    assert contents(site) == OLD
    unfinished.move()
    assert contents(site) == NEW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_what_is_given_up_leaves_no_trace(site: Path) -> None:
    made(site).give_up()
    assert contents(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_second_one_says_that_a_first_is_at_work_and_disturbs_nothing(site: Path) -> None:
    first = made(site)
    with pytest.raises(Problems, match=r"site:0:0: not-written another run is writing this just now"):
        Unfinished(site)
    first.move()
    assert contents(site) == NEW
    made(site).move()


def test_what_a_killed_one_left_is_removed_and_named(site: Path) -> None:
    left = site.with_name(".site.unfinished")
    left.mkdir()
    (left / "index.html").write_text("half", "utf-8")
    unfinished = made(site)
    assert unfinished.removed == [left]
    unfinished.move()
    assert contents(site) == NEW


def test_one_that_was_killed_between_two_names_is_put_back(site: Path) -> None:
    site.rename(site.with_name(".site.replaced"))
    unfinished = made(site)
    assert contents(site) == OLD
    assert unfinished.removed == [site.with_name(".site.replaced")]
    unfinished.give_up()
    assert contents(site) == OLD


def test_where_the_new_one_cannot_be_moved_the_old_one_comes_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unfinished = made(site)
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path == unfinished.path:
            raise OSError(errno.EACCES, "Permission denied")
        return real(path, target)

    monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(Problems, match="you may not write here"):
        unfinished.move()
    assert contents(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_what_its_owner_hid_in_it_is_kept_and_what_a_site_hides_is_made_anew(site: Path) -> None:
    for name in (".nojekyll", ".git/config", ".well-known/security.txt"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("old", "utf-8")
    made(site).move()
    assert contents(site) == {"index.html": "new", ".nojekyll": "old", ".git/config": "old"}


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few make links")
def test_a_link_stays_one_and_the_folder_it_leads_to_is_made_anew(site: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("site")
    made(tmp_path / "link").move()
    assert (tmp_path / "link").is_symlink()
    assert contents(site) == NEW


def test_a_file_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", "utf-8")
    with pytest.raises(Problems, match=r"site:0:0: .* a file stands where a folder is needed"):
        Unfinished(tmp_path / "site")
    assert contents(tmp_path) == {"site": "mine"}


def test_the_place_where_a_disk_is_put_in_is_refused_before_anything_is_made() -> None:
    with pytest.raises(Problems, match="a disk is put in"):
        Unfinished(Path("/proc"))
