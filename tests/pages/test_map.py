"""How the flowcharts join: the map says what the list says, and where it cannot be read the list stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest

from area_guides import area
from guide.flowcharts import diagram, drawn, joins
from guide.flowcharts.read_back import read_back
from guide.model import Guide
from guide.pages import site
from guide.publishing.origin import Origin
from planted import planted
from surfaces import markup

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)


def arrows_listed(page: str, guide: Guide) -> Iterator[tuple[str, str, str | None]]:
    """Each arrow that the list tells, by the ids of its flowcharts."""
    ids = {str(one.flowchart): str(one.id) for one in guide.procedures}
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    (listed,) = (one for one in tree.iter("ol") if one.get("class") == "joins")
    for item in listed:
        said = markup.words(item)
        source, leads, refers = re.fullmatch(r"Flowchart (\d+): .*? leads to (.*?)(?:, see also (.*))?", said).groups()  # type: ignore[union-attr]
        for one, reading in re.findall(r"flowchart (\d+)( \(the guide's reading\))?", leads):
            yield ids[source], ids[one], joins.READ if reading else None
        yield from ((ids[source], ids[one], "see also") for one in re.findall(r"flowchart (\d+)", refers or ""))


@pytest.mark.parametrize("name", ["harbour", "glen"])
def test_the_map_has_the_boxes_and_arrows_of_the_list_below_it(name: str) -> None:
    guide = area(name)
    page, found = site.render(guide, BUILD)["procedures/index.md"], joins.map_drawn(guide)
    assert found is not None
    assert found.svg in page
    nodes, edges = read_back(found.svg)
    assert nodes == {str(one.id) for one in guide.procedures}
    assert set(edges) == set(arrows_listed(page, guide))


def test_a_map_without_one_of_its_arrows_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    guide = area("harbour")
    whole = joins.map_drawn(guide)
    assert whole is not None
    assert list(drawn.check_how_they_join(guide)) == []
    head, edges, rest = whole.svg.partition('class="flow-edges"')
    less = head + edges + re.sub(r"<path [^>]*/>", "", rest, count=1)
    monkeypatch.setattr(drawn, "map_drawn", lambda guide: diagram.Drawing("", less, whole.width, whole.height))
    assert "is not drawn" in next(drawn.check_how_they_join(guide)).message


def test_where_the_map_would_be_too_wide_the_list_stands_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagram, "MOST_WIDTH", 100)
    guide = planted(tmp_path)
    pages = site.render(guide, BUILD)
    assert "flow-scroll" not in pages["procedures/index.md"]
    assert list(arrows_listed(pages["procedures/index.md"], guide)) != []
    assert "procedures/how-they-join.svg" not in pages
