"""`guide write` and `guide finish`: what generators without our hooks build, held against what ours builds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from area_guides import area, copy_area
from command_line import guide
from guide.cli import any_generator
from guide.publishing.offline import NOTHING_TO_KEEP
from guide.publishing.origin import Origin, read_origin

BUILDERS = {
    "mkdocs": [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"],
    "zensical": [sys.executable, "-m", "zensical", "build"],
}
MADE_BY_HOOKS = ("licences/index.html", "licences/theme.txt")
"""What names the theme: whoever builds with another has to say so."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The harbour as it is written for another generator, from the same commit as its site."""
    folder = tmp_path_factory.mktemp("written")
    origin = read_origin(root)
    environment = {"GUIDE_COMMIT": origin.commit, "SOURCE_DATE_EPOCH": str(origin.epoch)}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        said("write", str(folder / "to-build"), procedures=copy_area(folder / "procedures"))
    return folder / "to-build"


@pytest.fixture(scope="module", params=BUILDERS)
def finished(request: pytest.FixtureRequest, written: Path, root: Path) -> tuple[str, Path]:
    """Who built it, and the finished site."""
    origin = read_origin(root)
    done = subprocess.run(BUILDERS[request.param], cwd=written, capture_output=True, text=True, check=False)
    assert (written / "site/index.html").is_file(), done.stdout + done.stderr
    target = written.parent / f"by-{request.param}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GUIDE_COMMIT", origin.commit)
        patch.setenv("SOURCE_DATE_EPOCH", str(origin.epoch))
        said("finish", str(written / "site"), str(target), procedures=written.parent / "procedures")
    return request.param, target


def test_the_site_of_any_generator_has_stamp_policy_copy_and_links_that_lead(
    finished: tuple[str, Path], written: Path
) -> None:
    told = said("inspect", str(finished[1]), procedures=written.parent / "procedures")
    assert re.search(r"^\d+ pages carry the stamp of this guide, and the policy\.", told)
    assert "files are kept for reading offline" in told


def test_each_page_says_what_the_page_of_our_own_build_says(finished: tuple[str, Path], harbour_site: Path) -> None:
    builder, site = finished
    ours, theirs = pages_of(harbour_site), pages_of(site)
    assert ours.keys() == theirs.keys()
    assert len(ours) > 30
    assert [path for path in ours if content_of(ours[path]) != content_of(theirs[path])] == []
    if builder == "mkdocs":
        # The frame too: only the spaces between elements may differ.
        assert [path for path in ours if "".join(ours[path].split()) != "".join(theirs[path].split())] == []


def test_all_that_is_no_page_is_the_same_file(finished: tuple[str, Path], harbour_site: Path) -> None:
    made = [
        path for path in harbour_site.rglob("*") if path.suffix in (".pdf", ".svg", ".mmd", ".json", ".webmanifest")
    ]
    assert {".pdf", ".svg", ".json", ".webmanifest"} <= {path.suffix for path in made}
    paths = [path.relative_to(harbour_site) for path in made if "images" not in path.parts]
    assert [one.as_posix() for one in paths if not (finished[1] / one).is_file()] == []
    assert [one for one in paths if (finished[1] / one).read_bytes() != (harbour_site / one).read_bytes()] == []


def said(*words: str, procedures: Path) -> str:
    """What a command answered that did what it was asked."""
    done = guide(*words, procedures=procedures)
    assert done.exit_code == 0, done.output
    return done.output


def pages_of(site: Path) -> Mapping[str, str]:
    found = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    return {path: text for path, text in found.items() if path not in MADE_BY_HOOKS}


def content_of(page: str) -> str:
    """What a page says between its frame, without spaces; a quotation mark and the root may be written in two ways."""
    inside = page.partition('id="guide-content"')[2].partition("<footer")[0]
    return re.sub(
        r"\s+|data-(made|worker|root)=\"[^\"]*\"", "", inside.replace("&#x27;", "&#39;").replace('"/."', '"/"')
    )


def test_what_was_built_without_our_templates_is_refused_with_each_fault_once(tmp_path: Path) -> None:
    folder = copy_area(tmp_path / "procedures")
    built = tmp_path / "built"
    for name in ("", "one", "two"):
        (built / name).mkdir(exist_ok=True)
        (built / name / "index.html").write_text("<!doctype html><script>1</script>", "utf-8")
    done = guide("finish", str(built), str(tmp_path / "site"), procedures=folder)
    assert (done.exit_code, "it has no sw.js at its root" in done.output) == (1, True)
    (built / "sw.js").write_text("const COPY = {};\n", "utf-8")
    done = guide("finish", str(built), str(tmp_path / "site"), procedures=folder)
    assert (done.exit_code, "sw.js must hold the line" in done.output) == (1, True)
    (built / "sw.js").write_text(f"{NOTHING_TO_KEEP}\n", "utf-8")
    done = guide("finish", str(built), str(tmp_path / "site"), procedures=folder)
    assert done.exit_code == 1
    assert done.output.count("it carries no stamp") == 1
    assert "index.html and 2 more" in done.output
    assert not (tmp_path / "site").exists()


def test_a_page_that_a_generator_would_move_stands_in_a_folder_and_its_links_lead_on() -> None:
    assert any_generator._place("roles/agency.md") == "roles/agency/index.md"
    assert any_generator._place("roles/index.md") == "roles/index.md"
    ours = b"[dates](timeline.md) [start](index.md#top) [out](https://example.org/a.md)"
    led = any_generator._led("offline.md", ours)
    assert led == "[dates](../timeline/index.md) [start](../index.md#top) [out](https://example.org/a.md)"


def test_a_logo_is_told_as_a_template_asks_for_it() -> None:
    config = str(any_generator.folder_to_build(area("glen"), Origin("1.0.0", "abcdef0", "2026-11-23", 0))["mkdocs.yml"])
    extra = json.loads(next(line for line in config.splitlines() if line.startswith("extra: ")).removeprefix("extra: "))
    assert extra["guide"]["logo"] == {"path": "files/logo.svg", "width": 72, "height": 48}
