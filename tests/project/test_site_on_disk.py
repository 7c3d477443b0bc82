"""The site is put in its place whole, and what hinders that is said in a sentence that names the place."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from area_guides import copy_area
from building import copy_of_project
from guide.publishing import free_address

UNRECORDED = ("GUIDE_COMMIT", "SOURCE_DATE_EPOCH")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as it is downloaded: with no repository of its own, in a folder of somebody's other one."""
    around = tmp_path_factory.mktemp("around")
    subprocess.run(["git", "-C", str(around), "init", "--quiet"], check=True)
    author = ("-c", "user.name=tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(around), *author, "commit", "--quiet", "--allow-empty", "--message", "Begin"]
    subprocess.run(command, check=True)
    copy = copy_of_project(around / "project")
    copy_area(copy / "procedures")
    return copy


def mkdocs(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in UNRECORDED}
    environment = kept | {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(project / "scripts"),
        "GUIDE_TODAY": "2026-12-01",
    }
    command = [sys.executable, "-m", "mkdocs", *words]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=environment)


def test_a_downloaded_guide_says_no_commit_and_no_day_of_1970_and_its_copy_can_grow_old(
    project: Path, tmp_path: Path
) -> None:
    done = mkdocs(project, "build", "--strict", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    pages = {path: path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")}
    assert "Commit not recorded" in pages[tmp_path / "site/about/index.html"]
    assert all("It was built on Tuesday 1 December 2026." in page for page in pages.values())
    (until,) = re.findall(r'"until": "([^"]*)"', (tmp_path / "site/sw.js").read_text("utf-8"))
    assert until == "2027-05-30", "180 days after the day of the build"
    assert [path for path, page in pages.items() if "1970" in page] == []
    sitemap = (tmp_path / "site/sitemap.xml").read_text("utf-8")
    assert "<urlset" in sitemap
    assert "lastmod" not in sitemap
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_a_warning_stops_leaves_the_old_site(project: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old", "utf-8")
    page = project / "docs/planted.md"
    page.write_text("# Planted\n\n[nowhere](nowhere.md)\n", "utf-8")
    try:
        done = mkdocs(project, "build", "--strict", "--site-dir", str(tmp_path / "site"))
    finally:
        page.unlink()
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert (tmp_path / "site/index.html").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_preview_takes_the_next_port_that_is_free() -> None:
    with socket.socket() as here:
        here.bind(("127.0.0.1", 0))
        here.listen()
        port = here.getsockname()[1]
        assert free_address("127.0.0.1", port) != f"127.0.0.1:{port}"
        assert free_address("127.0.0.1", port, tries=1) == f"127.0.0.1:{port}", "MkDocs says what is wrong"
    assert free_address("127.0.0.1", port) == f"127.0.0.1:{port}"


def test_a_preview_whose_address_is_taken_says_so_at_once(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = mkdocs(project, "serve", "--dev-addr", f"127.0.0.1:{port}")
    assert done.returncode == 1
    assert f"Nothing can be served at 127.0.0.1:{port}" in done.stderr
    assert "--dev-addr" in done.stderr
    assert "Traceback" not in done.stderr
