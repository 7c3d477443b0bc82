"""One file has the map of the flowcharts and every poster, and the map has the arrows of the site's."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from guide.flowcharts import map_of
from guide.model.guide import Guide
from guide.print.all_posters import MapArrow, all_posters_of
from guide.print.documents import documents_of
from other_guide import other_guide, procedure, step
from pdf_reading import Reading


def arrows(guide: Guide) -> set[tuple[int, int, bool, bool]]:
    """From which flowchart to which, whether it only refers, and whether it is a reading."""
    number = [one.flowchart for one in guide.procedures]
    found = all_posters_of(guide).map.arrows
    return {(number[one.source], number[one.target], one.kind == "refers", one.kind == "read") for one in found}


def test_the_map_has_every_arrow_of_the_sites_map_and_no_other(guide: Guide) -> None:
    number = {str(one.id): one.flowchart for one in guide.procedures}
    edges = map_of(guide).edges
    assert arrows(guide) == {
        (number[one.source], number[one.target], one.inferred, "reads" in (one.answer or "")) for one in edges
    }
    assert len(edges) == 5


def test_the_first_page_is_the_map_and_each_other_a_poster(guide: Guide, read: Mapping[str, Reading]) -> None:
    pdf = read["posters.pdf"]
    assert pdf.pages == 1 + len(guide.procedures)
    pages = ["".join(run.text for run in pdf.runs if run.page == page) for page in range(1, pdf.pages + 1)]
    packed = [page.replace(" ", "") for page in pages]
    assert "Howtheflowchartsjoin" in packed[0]
    assert "Leadstoflowchart3(theguide'sreading),seealso" in packed[0]
    for page, one in zip(packed[1:], guide.procedures, strict=True):
        assert f"Flowchart{one.flowchart}" in page[:20], one.title
        alone = read[f"poster-{one.id}.pdf"].packed
        assert alone in pdf.packed, one.title


def beside(one: MapArrow) -> set[int]:
    return set(range(min(one.source, one.target), max(one.source, one.target) + 1))


def test_no_two_arrows_of_the_map_run_or_end_in_one_place(guide: Guide) -> None:
    found = all_posters_of(guide).map.arrows
    for one, other in combinations(found, 2):
        assert one.lane != other.lane or not beside(one) & beside(other)
    ends = [(one.source, one.leaves) for one in found] + [(one.target, one.enters) for one in found]
    assert len(set(ends)) == len(ends)
    assert all(0 < part < 1 for _, part in ends)


def test_a_guide_of_one_flowchart_has_no_such_file(tmp_path: Path) -> None:
    alone = other_guide(tmp_path / "procedures", alone=procedure("alone", 1, step("only", ends="true")))
    assert "posters.pdf" not in {one.name for one in documents_of(alone)}
