"""What is made from a guide's content is never written among it, and a name that leads nowhere is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.problems import Problems
from guide.publishing.making import SiteInMaking
from guide.whole.files import write_files, write_into
from guide.whole.folders import Unfinished
from guide.whole.places import refuse_within


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "procedures"
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder)
    return folder


@pytest.mark.parametrize(
    "place", ["procedures", "procedures/out", "procedures/a/b/x.pdf", "link/out", "out/../procedures/x"]
)
def test_a_place_among_the_content_is_refused(content: Path, place: str) -> None:
    target = content.parent / place
    with pytest.raises(Problems, match="where only what an author writes belongs") as refused:
        refuse_within(content, [content.parent / "out", target])
    assert refused.value.problems[0].place.path == target.as_posix()


@pytest.mark.parametrize("place", ["out", "procedures-pages", ".", "procedures/../out"])
def test_a_place_beside_the_content_or_around_it_is_none(content: Path, place: str) -> None:
    refuse_within(content, [content.parent / place])


def test_no_site_is_begun_among_the_content(content: Path) -> None:
    with pytest.raises(Problems, match="this was not written"):
        SiteInMaking(str(content / "site"), content)
    assert list(content.iterdir()) == []


def test_a_link_that_leads_back_to_itself_is_no_folder_and_gives_way_to_a_file(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for write in (
        lambda: write_files({loop / "x": "x"}), lambda: write_into(loop, {"x": "x"}),
        lambda: write_into(loop / "x", {"x": "x"}), lambda: Unfinished(loop / "site"),
    ):  # fmt: skip
        with pytest.raises(Problems, match="a file stands where a folder is needed"):
            write()
    assert [path.name for path in tmp_path.iterdir()] == ["loop"]
    write_files({loop: "x"})
    assert loop.read_text("utf-8") == "x"
