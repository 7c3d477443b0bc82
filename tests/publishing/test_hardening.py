"""What the policy of a page says, and which pages the build refuses because the policy would stop something on them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.publishing import finish, hardening
from project.test_hooks import build, project

__all__ = ["project"]

HEAD = '<!doctype html><html lang="en"><head>\n<meta charset="utf-8">'


def page(body: str) -> str:
    return f"{HEAD}<title>A page</title></head><body>{body}</body></html>"


def test_the_policy_admits_nothing_but_files_of_the_site() -> None:
    assert "unsafe" not in hardening.policy()
    assert "*" not in hardening.policy()
    assert "http" not in hardening.policy()
    assert hardening.policy().startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "require-trusted-types-for 'script'" in hardening.policy()


def test_as_a_header_the_policy_also_forbids_framing() -> None:
    assert hardening.policy(header=True) == f"{hardening.policy()}; frame-ancestors 'none'"
    assert "frame-ancestors" not in hardening.policy()


def test_every_published_page_carries_the_policy_before_anything_it_governs(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert len(pages) > 20
    assert built_site / "404.html" in pages
    for path in pages:
        text = path.read_text("utf-8")
        policies = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert policies == [hardening.policy()], path
        before = text[: text.index("<meta http-equiv")]
        assert not re.search(r"<(script|link|style|img|svg|base)\b", before), path
        assert len(before.encode("utf-8")) < 1024, "a browser looks no further for the charset"


def test_no_published_page_has_a_fault(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        assert hardening.faults(path.read_text("utf-8")) == [], path


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ('<p style="color:red">x</p>', "inline style on <p>"),
        ("<svg><style>path{fill:red}</style></svg>", "a <style> element"),
        ('<button onclick="go()">x</button>', "inline handler, onclick"),
        ('<svg ONLOAD="go()"></svg>', "inline handler, onload"),
        ("<script>alert(1)</script>", "inline script that begins “alert(1)”"),
        ('<script type="module">import "./x.js"</script>', "inline script"),
        ('<script type="importmap">{"imports":{}}</script>', "inline script"),
        ('<script type="speculationrules">{}</script>', "inline script"),
        ("<script>alert(1)", "inline script"),
        ("<template><script>alert(1)</script></template>", "inline script"),
        ('<script src="https://example.org/x.js"></script>', "<script> loads from another address"),
        ('<img src="//example.org/x.png" alt="">', "<img> loads from another address"),
        ('<img src="x.png" srcset="x.png 1x, https://example.org/y.png 2x" alt="">', "loads from another address"),
        ('<link rel="stylesheet" href="HTTPS://example.org/x.css">', "<link> loads from another address"),
        ('<svg><use href="https://example.org/x.svg#a"/></svg>', "<use> loads from another address"),
        ('<svg><image xlink:href="//example.org/x.png"/></svg>', "<image> loads from another address"),
        ('<video poster="https://example.org/x.png"></video>', "<video> loads from another address"),
        ('<form action="https://example.org/"></form>', "<form> loads from another address"),
        ('<a ping="https://example.org/" href="x/">x</a>', "<a> loads from another address"),
        ('<a href="javascript:alert(1)">x</a>', "a link to javascript:alert(1)"),
        ('<a href=" JaVa\nScRiPt:alert(1)">x</a>', "only https, mailto, tel"),
        ('<a href="&#x6A;avascript:alert(1)">x</a>', "only https, mailto, tel"),
        ('<svg><a xlink:href="javascript:alert(1)"><path/></a></svg>', "only https, mailto, tel"),
        ('<a href="data:text/html,x">x</a>', "only https, mailto, tel"),
        ('<a href="http://example.org/">x</a>', "only https, mailto, tel"),
        ('<a href="//example.org/">x</a>', "without its scheme"),
        ('<a href="\\\\example.org/">x</a>', "without its scheme"),
        ('<iframe src="x/"></iframe>', "<iframe>: no page needs it"),
        ('<object data="x.pdf"></object>', "<object>: no page needs it"),
        ('<base href="https://example.org/">', "<base>: no page needs it"),
        ('<meta http-equiv="Refresh" content="0;url=x/">', "moves by itself"),
        ('<link rel="prev" href="../">', "<link rel=prev>"),
        ('<link rel="dns-prefetch" href="//example.org">', "<link rel=dns-prefetch>"),
    ],
)
def test_a_page_is_refused_for_what_the_policy_would_stop(body: str, says: str) -> None:
    found = hardening.faults(page(body))
    assert any(says in fault for fault in found), found
    assert all(re.match(r"line \d+: ", fault) for fault in found)


@pytest.mark.parametrize(
    "body",
    [
        '<script type="application/json">{"a": "<!-- alert(1) -->"}</script>',
        '<script src="../assets/guide/menu.js" type="module"></script>',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<a href="https://www.gov.uk/">x</a><a href="mailto:team@example.org">x</a><a href="tel:+441472000000">x</a>',
        '<a href="../forms/#scsi-1">x</a><a href="#top">x</a><a href="?q=review">x</a><a>x</a>',
        '<link rel="canonical" href="https://example.org/guide/">',
        "<p>The words javascript: and style=&quot;x&quot; in a sentence</p>",
        '<p data-style="x" data-once="y">x</p>',
    ],
)
def test_a_page_is_not_refused_for_what_does_no_harm(body: str) -> None:
    assert hardening.faults(page(body)) == []


HARD_TO_READ = (
    '<p style="a>b">x</p>', "<p style=x>", "<p title='\"' style=\"x\">", '<p style="x"', "<!-- <p style='x'> -->",
    "<!--x--!><p onclick='go()'>", '<script src="x.js"></script><p onclick="go()">', "<script>'<p onclick=x>'</script>",
    "<textarea><p onclick='x'></textarea>", "<P STYLE='x'>x</P>", "<![CDATA[<p style='x'>]]>", "<?x <p style='x'> ?>",
    '<p\nstyle="x">', '<p title="<b style=x>">x</p>', '<p title="<b>" style="x">x</p>', "a < b <p style='x'>",
    '<p title="<script>">x</p>', '<a href="&#x6A;avascript:x">', "<noscript><p onclick='x'></noscript>",
)  # fmt: skip


@pytest.mark.parametrize("body", HARD_TO_READ)
def test_a_page_that_is_not_plain_is_read_by_the_parser_and_any_other_to_the_same_end(body: str) -> None:
    whole, parsed = hardening._by_tags(page(body)), hardening._Scan(page(body))
    assert whole is None or (whole.faults, whole.inline_scripts) == (parsed.faults, parsed.inline_scripts)


PIECES = (
    *HARD_TO_READ, "words & more\n", "</p>", '<p class="a">', "<!doctype html>", "<!-- why -->", "<title>", "</title>",
    '<p style="x">', '<img src="https://example.org/a.png">', "<base>", '<script type="application/json">', "go()",
    "<script>", "</script>", "<style>", "</style>", "<svg>", '<a href="javascript:x"/>', "<", ">", '"',
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_stands_on_a_page_is_read_as_the_parser_reads_it(body: str) -> None:
    whole, parsed = hardening._by_tags(page(body)), hardening._Scan(page(body))
    assert whole is None or (sorted(whole.faults), whole.inline_scripts) == (
        sorted(parsed.faults),
        parsed.inline_scripts,
    )


def test_every_published_page_is_plain_and_each_fault_put_into_one_is_seen(built_site: Path) -> None:
    faults = ('<p style="x">', '<p onclick="x">', "<script>go()</script>", '<a href="javascript:x">', "<base>")
    for path in sorted(built_site.rglob("*.html")):
        text = path.read_text("utf-8")
        whole, parsed = hardening._by_tags(text), hardening._Scan(text)
        assert whole is not None, path
        assert (whole.faults, whole.inline_scripts) == (parsed.faults, parsed.inline_scripts)
    for fault in faults:
        assert len(hardening.faults(text.replace("</body>", f"{fault}</body>"))) == 1


def test_a_fault_names_its_line() -> None:
    assert hardening.faults(page('\n\n<p style="x">x</p>')) == ["line 4: an inline style on <p>: give it a class"]


def test_an_inline_script_runs_only_by_a_hash_that_was_admitted() -> None:
    one, other = page("<script>go(1)</script>"), page("<script>go(2)</script>")
    admitted = {hardening.hash_of("go(1)")}
    assert hardening.faults(one, admitted) == []
    assert len(hardening.faults(other, admitted)) == 1
    assert f"script-src 'self' '{hardening.hash_of('go(1)')}'" in hardening.hardened(one, admitted)
    assert "sha256-" not in hardening.hardened(other, admitted)
    assert hardening.hash_of("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="


def test_a_page_without_a_place_for_the_policy_is_refused() -> None:
    assert hardening.faults("<!doctype html><title>x</title>") != []


def test_a_page_without_the_stamp_or_with_another_one_is_refused() -> None:
    stamped = page('<footer data-guide-stamp="4f2a91c07be3"></footer>')
    assert list(finish.page_faults(stamped, "4f2a91c07be3")) == []
    assert "no stamp" in next(finish.page_faults(stamped, "000000000000"))


def test_a_script_or_link_that_somebody_adds_to_a_page_stops_the_build(project: Path, tmp_path: Path) -> None:
    (project / "docs/extra.md").write_text("# Extra\n\n<script>alert(1)</script>\n<p style='x'>x</p>\n", "utf-8")
    # No template makes this one, and the build looks at it all the same.
    (project / "docs/by-hand.html").write_text(page('<a href="javascript:alert(1)">x</a>'), "utf-8")
    done = build(project, tmp_path / "site", GUIDE_COMMIT="0123456789", SOURCE_DATE_EPOCH="1767614400")
    assert done.returncode == 1
    assert "extra/index.html: line" in done.stderr
    assert "inline script that begins “alert(1)”" in done.stderr
    assert "inline style on <p>" in done.stderr
    assert "by-hand.html: line" in done.stderr
    assert "by-hand.html: it carries no stamp" in done.stderr
    assert "Traceback" not in done.stderr
