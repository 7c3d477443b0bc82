"""The site is compared file by file: what only one generator writes, or writes otherwise, is named and fails."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import same_site

PAGE, OTHER = b"<p>one</p>", b"<p>two</p>"


def test_a_file_that_only_one_writes_and_one_that_is_otherwise_are_named() -> None:
    one = {"index.html": PAGE, "a.css": b"a", "same": b"same"}
    other = {"index.html": OTHER, "b.css": b"b", "same": b"same"}
    assert list(same_site.differences(one, other)) == [
        "a.css: only mkdocs writes it", "b.css: only properdocs writes it", "index.html: from byte 4 on",
    ]  # fmt: skip
    assert list(same_site.differences({"a": b"ab"}, {"a": b"abc"})) == ["a: from byte 3 on"]
    assert list(same_site.differences(one, one)) == []


@pytest.mark.parametrize(("other", "status"), [(PAGE, 0), (OTHER, 1)])
def test_it_ends_with_1_where_a_file_differs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], other: bytes, status: int
) -> None:
    def built(generator: str, *_: object) -> Mapping[str, bytes]:
        return {"index.html": PAGE if generator == "mkdocs" else other}

    monkeypatch.setattr(same_site, "built", built)
    assert same_site.main() == status
    assert ("Every file is the same" in capsys.readouterr().out) == (status == 0)


def test_a_generator_that_builds_nothing_says_why(tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = tmp_path_factory.mktemp("empty")
    with pytest.raises(
        SystemExit, match=r"mkdocs did not build the site:\n[^$]*Config file 'mkdocs.yml' does not exist"
    ):
        same_site.built("mkdocs", empty, empty / "site")
