"""A built site is looked at from outside: whatever is wrong with it is told, with the file and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from area_guides import area, area_folder
from guide.cli import main
from guide.pages import stamp
from guide.publishing.inspection import inspect_site

Files = dict[str, bytes]
CSS = "assets/guide/guide.css"
PAGE = "procedures/evaluation/index.html"


@pytest.fixture(scope="module")
def files(harbour_site: Path) -> Files:
    paths = [path for path in harbour_site.rglob("*") if path.is_file()]
    return {path.relative_to(harbour_site).as_posix(): path.read_bytes() for path in paths}


def test_nothing_is_wrong_with_what_we_build(files: Files) -> None:
    found = inspect_site(files, stamp(area()))
    assert found.problems == []
    assert found.pages > 20
    assert found.links > 1000
    assert found.copied > 30


def test_words_and_links_are_counted_in_the_text_of_a_page_and_nowhere_else(files: Files) -> None:
    body = (
        '<nav><a href="#x">not this</a></nav><main id="x"><p>one <a href="#x">two three</a></p><script>let a</script>'
        "<svg><a><text>four</text></a></svg><template><a>five</a></template> six</main><footer>seven</footer>"
    )
    found = inspect_site({"index.html": body.encode()})
    assert (found.lengths, found.densities) == ({"index.html": 4}, {"index.html": 25.0})


def swapped(path: str, old: str, new: str) -> Callable[[Files], Files]:
    def change(files: Files) -> Files:
        assert old.encode() in files[path]
        return files | {path: files[path].replace(old.encode(), new.encode(), 1)}

    return change


def late(path: str, before: str) -> Callable[[Files], Files]:
    """With the policy of a page at another place."""

    def change(files: Files) -> Files:
        policy = re.findall(rb"<meta http-equiv[^>]*>\n?", files[path])[0]
        return files | {path: files[path].replace(policy, b"").replace(before.encode(), policy + before.encode(), 1)}

    return change


def without(path: str) -> Callable[[Files], Files]:
    return lambda files: {name: content for name, content in files.items() if name != path}


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (swapped(PAGE, " data-guide-stamp=", " data-stamp="), PAGE, "it carries no stamp"),
        (swapped(PAGE, 'data-guide-stamp="', 'data-guide-stamp="0'), PAGE, "its stamp is 0"),
        (swapped(PAGE, 'data-guide-stamp="', 'data-guide-stamp="0'), "", "2 stamps"),
        (swapped(PAGE, "Content-Security-Policy", "Something-Else"), PAGE, "it has no policy"),
        (swapped(PAGE, "script-src 'self'", "script-src 'self' 'unsafe-inline'"), PAGE, "it has another policy"),
        (late(PAGE, "</body>"), PAGE, "its policy comes too late"),
        (late(PAGE, "</head>"), PAGE, "its policy comes too late"),
        (swapped(PAGE, '<meta http-equiv="Content', '<!-- <meta http-equiv="Content'), PAGE, "or in a comment"),
        (without("sw.js"), PAGE, "sw.js names no file"),
        (without("assets/guide/finding.js"), PAGE, "finding.js names no file"),
        (swapped(PAGE, "<article", "<script>alert(1)</script><article"), PAGE, "an inline script"),
        (swapped(PAGE, 'href="../../roles/', 'href="../../../roles/'), PAGE, "names no file of this site"),
        (swapped(PAGE, 'href="../../forms/#', 'href="../../forms/#gone-'), PAGE, "has no such place"),
        (swapped(PAGE, 'href="#guide-content"', 'href="#gone"'), PAGE, "the link #gone leads to a page"),
        (swapped(PAGE, "<article", '<img srcset="/favicon.ico, gone.png 2x"><article'), PAGE, "link gone.png names no"),
        (swapped(CSS, "{", "{background:url( 'gone.svg' );"), CSS, "gone.svg names no file"),
        (swapped(CSS, "{", '{background:url("data:,url(of)") url(../gone.svg#a);'), CSS, "../gone.svg#a names no file"),
        (lambda files: files | {CSS: b'@import "gone.css";' + files[CSS]}, CSS, "gone.css names no file"),
        (without("assets/guide/guide.js"), PAGE, "guide.js names no file"),
        (without("assets/guide/guide.js"), "sw.js", "assets/guide/guide.js is listed and not there"),
        (swapped("assets/guide/guide.js", "a", "b"), "sw.js", "assets/guide/guide.js is not as it is listed"),
        (lambda files: files | {"more/index.html": files["index.html"]}, "sw.js", "more/ is not listed"),
        (swapped("sw.js", "const COPY = {", "const COPY = {,"), "sw.js", "its list cannot be read"),
        (lambda files: files | {"sw.js": b"const a = 1;"}, "sw.js", "it lists nothing to keep"),
        (lambda files: {"a.txt": b""}, "", "no page is in this folder"),
    ],
)
def test_what_is_wrong_is_found(files: Files, change: Callable[[Files], Files], place: str, said: str) -> None:
    found = [(one.place.path, one.message, one.hint) for one in inspect_site(change(files), stamp(area())).problems]
    assert any(where == place and said in what and cure for where, what, cure in found), found[:5]


def test_the_command_tells_what_it_looked_at_or_what_is_wrong(harbour_site: Path, tmp_path: Path) -> None:
    ours = ["--procedures", str(area_folder())]
    right = CliRunner().invoke(main, ["inspect", str(harbour_site), *ours])
    assert right.exit_code == 0
    assert "pages carry the stamp of this guide" in right.output
    assert re.search(
        r"The longest page has \d{3,} words: \S+\.html\nThe most links in a hundred words are \d+: ", right.output
    )
    wrong = CliRunner().invoke(main, ["inspect", str(tmp_path), *ours])
    assert (wrong.exit_code, f"{tmp_path}:0:0: built-site no page is in this folder" in wrong.stderr) == (1, True)
    assert CliRunner().invoke(main, ["inspect", *ours]).exit_code == 2
    asked = CliRunner().invoke(main, ["inspect", "--policy"])
    assert asked.output.strip() in (harbour_site / "index.html").read_text("utf-8")
