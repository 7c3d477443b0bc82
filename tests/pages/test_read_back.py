"""A build stops where the ordered list says something else than the drawing beside it.

What both say is read back from the page, as every other surface is: see `tests/surfaces/`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.flowcharts import outline
from guide.flowcharts.drawn import check_drawings
from guide.model import Decision, Guide


def test_a_list_that_differs_from_the_drawing_stops_a_build(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two answers swapped in the list alone were once published: the check asked the routes, and never the list."""
    assert list(check_drawings(guide)) == []
    real = outline._way_on
    decision = next(one for one in guide.entry.values() if isinstance(one, Decision))
    answers = [str(branch.answer) for branch in decision.branches[:2]]
    other = dict(zip(answers, reversed(answers), strict=True))

    def swapping(guide: Guide, route: outline.Route) -> outline.WayOn:
        way = real(guide, route)
        return replace(way, answer=other.get(way.answer, way.answer)) if route.source == decision.entry_id else way

    monkeypatch.setattr(outline, "_way_on", swapping)
    assert {problem.code for problem in check_drawings(guide)} == {"drawing"}
    assert any("by the list alone" in problem.message for problem in check_drawings(guide))
