"""Which files the offline copy holds, what names it, and what a page says of it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from browser.page_weight import packed
from guide.calendars import days
from guide.publishing import offline
from guide.publishing.origin import Origin, read_origin

SCRIPT = f"// why\n{offline.NOTHING_TO_KEEP}\nself.x = COPY;\n"


@pytest.fixture(scope="module")
def listed(built_site: Path) -> dict[str, Any]:
    """What the published worker says of its copy."""
    found = re.search(r"^const COPY = (\{.*?\});$", (built_site / "sw.js").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert found
    return dict(json.loads(found[1]))


def test_the_copy_holds_every_page_script_style_and_the_search_index(built_site: Path, listed: dict[str, Any]) -> None:
    pages = {page.parent.relative_to(built_site).as_posix() + "/" for page in built_site.rglob("index.html")}
    pages = {page.replace("./", "") or "./" for page in pages}
    assert len(pages) > 20
    assert pages <= set(listed["files"])
    code = {path.relative_to(built_site).as_posix() for kind in ("js", "css") for path in built_site.rglob(f"*.{kind}")}
    assert code - {"sw.js"} <= set(listed["files"])
    assert "assets/guide/search/index.js" in listed["files"]
    assert "manifest.webmanifest" in listed["files"]


def test_everything_in_the_copy_is_published(built_site: Path, listed: dict[str, Any]) -> None:
    for path in listed["files"]:
        assert (built_site / path / ("index.html" if path.endswith("/") else "")).is_file(), path
    assert len(set(listed["files"])) == len(listed["files"])


def test_the_copy_is_small_enough_to_take_along(built_site: Path, listed: dict[str, Any]) -> None:
    sizes = [
        (built_site / path / ("index.html" if path.endswith("/") else "")).stat().st_size for path in listed["files"]
    ]
    assert sum(sizes) < 4_000_000


def test_printed_editions_and_open_data_are_not_copied_unasked() -> None:
    names = (
        "index.html",
        "a/index.html",
        "404.html",
        "sw.js",
        "print/guide.pdf",
        "data/guide.json",
        "a/one.mmd",
        "x.js",
    )
    assert list(offline.copied(offline.hashed(dict.fromkeys(names, b"x")))) == ["./", "a/", "x.js"]


def test_a_file_too_large_for_a_telephone_is_not_copied_unasked() -> None:
    assert list(offline.copied(offline.hashed({"a.js": b"x" * 400_000, "b.js": b"x" * 400_001}))) == ["a.js"]


def test_each_file_is_listed_with_half_of_its_digest(built_site: Path, listed: dict[str, Any]) -> None:
    for path, digest in listed["files"].items():
        content = (built_site / path / ("index.html" if path.endswith("/") else "")).read_bytes()
        assert base64.b64decode(digest + "==") == hashlib.sha256(content).digest()[:16], path


def test_the_list_says_when_it_was_made_and_until_when_it_is_good(listed: dict[str, Any], root: Path) -> None:
    origin = read_origin(root)
    assert listed["made"] == origin.epoch
    assert days.parse(listed["until"]) == days.parse(origin.date) + 180


def test_the_list_with_all_digests_stays_small(built_site: Path) -> None:
    assert packed((built_site / "sw.js").read_bytes()) < 8_000


def test_a_build_without_a_commit_is_as_new_as_the_newest_change_of_its_content() -> None:
    nowhere = Origin("1.0.0", "not recorded", "not recorded", 0)
    today = days.parse("2026-02-03")
    newest = offline.listing_of(guide_with(changes=("2026-01-06", "2026-02-01")), nowhere, today)
    assert newest == (1_769_904_000, "2026-08-02")
    assert offline.listing_of(guide_with(), nowhere, today) == (0, "2026-08-02")
    dated = Origin("1.0.0", "abcdef0", "2026-01-05", 1767614400)
    assert offline.listing_of(guide_with(changes=("2026-02-01",)), dated, today) == (1_767_614_400, "2026-07-04")


def test_the_same_files_made_later_are_another_list() -> None:
    one, other = (offline.worker(SCRIPT, {"x.js": b"x"}, offline.Listing(made, "")) for made in (1, 2))
    assert '"made": 1,' in one
    assert re.findall(r'"build": "(\w+)"', one) != re.findall(r'"build": "(\w+)"', other)


def test_any_byte_of_any_file_gives_the_copy_another_name() -> None:
    def build(files: dict[str, bytes]) -> str:
        return re.findall(r'"build": "([0-9a-f]{16})"', offline.worker(SCRIPT, files))[0]

    one = build({"index.html": b"a", "print/guide.pdf": b"b"})
    assert one == build({"print/guide.pdf": b"b", "index.html": b"a"})
    assert len({one, build({"index.html": b"a", "print/guide.pdf": b"c"}), build({"index.html": b"a"})}) == 3


def test_a_worker_without_the_line_for_its_list_is_refused() -> None:
    with pytest.raises(ValueError, match=r"docs/sw\.js must hold the line"):
        offline.worker("self.x = 1;", {})


def test_as_it_is_written_the_worker_keeps_nothing(root: Path) -> None:
    assert offline.NOTHING_TO_KEEP in (root / "docs/sw.js").read_text("utf-8").splitlines()


def test_the_manifest_names_pictures_that_are_published(built_site: Path) -> None:
    manifest = json.loads((built_site / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["start_url"], manifest["scope"]) == ("./", "./")
    for icon in manifest["icons"]:
        content = (built_site / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            size = f"{int.from_bytes(content[16:20])}x{int.from_bytes(content[20:24])}"
            assert size == icon["sizes"]
        else:
            assert b"<svg" in content
        assert len(content) < 6_000


def guide_with(*published_through: str, changes: tuple[str, ...] = ()) -> Any:
    calendars = {str(n): SimpleNamespace(published_through=days.parse(day)) for n, day in enumerate(published_through)}
    return SimpleNamespace(calendars=calendars, changes=[SimpleNamespace(on=day) for day in changes])


def test_a_page_says_when_it_was_built_and_where_the_first_calendar_ends() -> None:
    origin = Origin("1.0.0", "abcdef0", "2026-01-05", 1767614400)
    assert offline.copy_facts(guide_with("2028-12-31", "2027-12-31"), origin, days.parse("2026-02-01")) == {
        "made": "1767614400",
        "built_in_words": "Monday 5 January 2026",
        "holidays_until": "2027-12-31",
        "holidays_until_in_words": "Friday 31 December 2027",
    }


def test_without_a_commit_the_copy_is_as_old_as_the_day_of_its_build_and_can_say_so() -> None:
    origin = Origin("not recorded", "not recorded", "not recorded", 0)
    facts = offline.copy_facts(guide_with(), origin, days.parse("2026-02-01"))
    assert (facts["made"], facts["built_in_words"]) == ("0", "Sunday 1 February 2026")
    assert facts["holidays_until"] == ""
