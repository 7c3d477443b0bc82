"""A partnership's logo: shown beside its name and on the cover; one that could not be shown everywhere is refused."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from area_guides import area, copy_area
from guide.checks import check_guide
from guide.model import Guide
from guide.pages import footer, own_files
from guide.print.every import pdfs
from guide.problems import Problem, Problems
from guide.publishing.logo import LARGEST_LOGO, read_logo
from guide.publishing.origin import Origin
from guide.reading.folder import read_guide
from pdf_reading import read_pdf

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)
OPEN, SHUT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">', "</svg>"
HARMLESS = '<defs><linearGradient id="a"/></defs><path d="M0 0h40v20z" fill="url(#a)"/><use href="#a"/>'


def png(width: int, height: int) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff" * width * 3) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def with_logo(folder: Path, name: str, **files: bytes) -> Guide:
    """The harbour with a logo of that name, and these files in `files/`; `_` stands for their dot."""
    made = copy_area(folder / "procedures")
    partnership = made / "partnership.yml"
    text = partnership.read_text("utf-8")
    assert text.count("\nguide:\n") == 1
    partnership.write_text(text.replace("\nguide:\n", f"\nguide:\n  logo: {name}\n"), "utf-8")
    (made / "files").mkdir()
    for path, content in files.items():
        (made / "files" / path.replace("_", ".")).write_bytes(content)
    return read_guide(made)


def refused(folder: Path, content: bytes, name: str = "logo.svg") -> Problem:
    guide = with_logo(folder, name, **{name.replace(".", "_"): content})
    (problem,) = check_guide(guide)
    assert problem.code == "logo"
    assert problem.place == guide.partnership.guide.logo.place if guide.partnership.guide.logo else False
    return problem


@pytest.mark.parametrize(
    ("name", "content"), [("logo.svg", f"{OPEN}{HARMLESS}{SHUT}".encode()), ("a.png", png(40, 20))]
)
def test_a_logo_stands_at_the_head_of_pages_is_published_and_is_on_the_cover(
    tmp_path: Path, name: str, content: bytes
) -> None:
    guide = with_logo(tmp_path, name, **{name.replace(".", "_"): content})
    assert check_guide(guide) == []
    logo = footer(guide, "", 0).logo
    assert logo is not None
    assert (logo.path, logo.width, logo.height) == (f"files/{name}", 96, 48)
    assert own_files(guide) == {logo.path: content}
    marked = read_pdf(pdfs(guide, BUILD)["guide.pdf"]).elements
    assert [one.alt for one in marked if one.alt.startswith("Logo")] == [f"Logo of the {guide.partnership.body}"]


def test_a_guide_without_a_logo_has_none_and_glen_has_its_own() -> None:
    assert footer(area("harbour"), "", 0).logo is None
    glen = footer(area("glen"), "", 0).logo
    assert glen is not None
    assert glen.path in own_files(area("glen"))


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "an element <script>"),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>', "an element <foreignObject>"),
        ('<path onload="alert(1)"/>', 'onload="alert(1)"'),
        ('<use href="https://example.org/a.svg#b"/>', 'href="https://example.org/a.svg#b"'),
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="other.svg#b"/>', 'href="other.svg#b"'),
        ('<path style="fill:url(https://example.org/a)"/>', 'style="fill:url('),
        ("<style>@import 'a.css';</style>", "a style that loads something"),
        ("<g><text>Hills</text></g>", "an element <text>"),
        ('<image href="data:image/png;base64,AAAA"/>', "an element <image>"),
        ('<path><animate attributeName="d"/></path>', "an element <animate>"),
    ],
)
def test_what_loads_runs_moves_or_needs_a_font_is_refused_at_its_line(tmp_path: Path, inside: str, said: str) -> None:
    problem = refused(tmp_path, f"{OPEN}{inside}{SHUT}".encode())
    assert said in problem.message
    assert "plain or optimised SVG" in problem.hint


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("logo.svg", b"<svg", "cannot be read as SVG"),
        ("logo.svg", b"\xff\xfe\x00", "cannot be read as SVG"),
        ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + f"{OPEN}{SHUT}".encode(), "a document type"),
        ("logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "says no size"),
        ("logo.svg", b"<html/>", "an element <html>"),
        ("logo.svg", f"{OPEN.replace('40 20', '400 20')}{SHUT}".encode(), "is 400 wide and 20 high"),
        ("logo.svg", f"{OPEN.replace('40 20', '40 0')}{SHUT}".encode(), "is 40 wide and 0 high"),
        ("logo.png", f"{OPEN}{SHUT}".encode(), "is no PNG"),
        ("logo.png", png(40, 20) + b"x" * LARGEST_LOGO, "larger than 30 KB"),
    ],
)
def test_what_is_no_picture_of_use_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    assert said in refused(tmp_path, content, name).message


@pytest.mark.parametrize(
    ("name", "said"),
    [("logo.gif", "cannot be a logo"), ("../logo.svg", "cannot be a logo"), ("b.svg", "no file 'b.svg'")],
)
def test_a_logo_that_is_not_there_is_refused_at_the_line_that_names_it(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(Problems) as found:
        with_logo(tmp_path, name)
    (problem,) = found.value.problems
    assert (problem.code, said in problem.message) == ("logo", True)


def test_a_size_in_lengths_is_read_where_there_is_no_view_box() -> None:
    sized = OPEN.replace('viewBox="0 0 40 20"', 'width="10mm" height="5mm"')
    assert read_logo("a.svg", f"{sized}{SHUT}".encode()).width == 96
