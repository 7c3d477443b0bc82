"""The network finds every contradiction there is and none that is not, and measures what each step has to spare."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.guide import Guide
from guide.problems import Place
from guide.proofs.bounds import Bound, bounds_of
from guide.proofs.network import Contradiction, Slack, contradictions, slack_of
from planted import planted

POINTS = ("receipt", "hearing", "a", "b", "c", "d")
ANCHORS = ("receipt", "publication")


def bound(start: str, end: str, most: int, kind: str = "order", line: int = 1, plan_end: bool = False) -> Bound:
    place = Place("file.yml", line, 1)
    return Bound(start, end, most, kind, place, f"{end} after {start}", (start, end), plan_end)  # type: ignore[arg-type]


BOUNDS = st.lists(
    st.builds(
        bound, st.sampled_from(POINTS), st.sampled_from(POINTS), st.integers(-6, 9), line=st.integers(1, 999)
    ).filter(lambda one: one.start != one.end),
    max_size=12,
)


def shortest_ways(bounds: Sequence[Bound]) -> dict[tuple[str, str], float]:
    """Floyd and Warshall, in place of Bellman and Ford."""
    ways = {(one, other): 0.0 if one == other else float("inf") for one in POINTS for other in POINTS}
    for one in bounds:
        ways[one.start, one.end] = min(ways[one.start, one.end], one.most)
    for middle in POINTS:
        for start in POINTS:
            for end in POINTS:
                ways[start, end] = min(ways[start, end], ways[start, middle] + ways[middle, end])
    return ways


def can_hold(bounds: Sequence[Bound]) -> bool:
    ways = shortest_ways(bounds)
    return all(ways[point, point] >= 0 for point in POINTS)


@given(BOUNDS)
@settings(max_examples=200)
def test_something_is_found_exactly_when_the_bounds_cannot_all_hold(bounds: list[Bound]) -> None:
    assert (list(contradictions(bounds, ANCHORS)) == []) == can_hold(bounds)


@given(BOUNDS)
@settings(max_examples=100)
def test_what_is_found_is_a_ring_that_adds_up_to_less_than_nothing(bounds: list[Bound]) -> None:
    for found in contradictions(bounds, ANCHORS):
        ends = [one.end for one in found.bounds]
        assert [one.start for one in found.bounds] == [ends[-1], *ends[:-1]]
        assert sum(one.most for one in found.bounds) < 0
        assert len(set(ends)) == len(ends)


@given(BOUNDS)
@settings(max_examples=200)
def test_without_the_culprits_of_all_that_was_found_the_rest_can_hold(bounds: list[Bound]) -> None:
    culprits = {
        (one.place, frozenset(one.steps)) for found in contradictions(bounds, ANCHORS) for one in found.culprits
    }
    assert can_hold([one for one in bounds if (one.place, frozenset(one.steps)) not in culprits])


@given(BOUNDS)
@settings(max_examples=200)
def test_the_latest_and_the_earliest_day_are_the_tightest_ways(bounds: list[Bound]) -> None:
    if not can_hold(bounds):
        return
    ways = shortest_ways(bounds)
    for point, slack in slack_of(bounds, "receipt").items():
        latest = ways["receipt", point]
        assert slack.latest == (None if latest == float("inf") else latest)
        assert slack.earliest == max(-ways[point, "receipt"], 0)


def test_a_planned_day_five_against_a_limit_of_three_is_a_contradiction() -> None:
    limit, planned = bound("receipt", "a", 3, "limit"), bound("a", "receipt", -5, "planned", 2)
    assert [found.bounds for found in contradictions([limit, planned], ANCHORS)] in (
        [(limit, planned)],
        [(planned, limit)],
    )


def test_who_cannot_have_the_whole_of_the_time_does_not_take_it_and_the_days_to_spare_are_still_measured() -> None:
    """Five days for a, three more for b after the whole of them, and b by day six: it went round this ring for ever."""
    whole = bound("a", "receipt", -5, "whole-time", 2)
    ring = [bound("receipt", "a", 5, "limit"), whole, bound("b", "a", -3, line=3), bound("receipt", "b", 6, "limit", 4)]
    assert slack_of(ring, "receipt")["b"] == Slack("receipt", 0, 6)
    assert slack_of([*ring[:3], bound("receipt", "b", 9, "limit", 4)], "receipt")["b"] == Slack("receipt", 8, 9)


def test_of_two_rings_the_shorter_is_told() -> None:
    straight = [bound("receipt", "c", 3, "limit"), bound("c", "receipt", -5, "planned", 2)]
    round_about = [bound("c", "b", 0, line=3), bound("b", "a", 0, line=4), bound("a", "receipt", -9, line=5)]
    first = next(contradictions([*round_about, *straight], ANCHORS))
    assert set(first.bounds) == set(straight)


def test_parts_that_share_two_events_are_held_together() -> None:
    """Publication at most 10 days after receipt by one part, and at least 12 days after it by another."""
    one = [bound("receipt", "a", 4), bound("a", "hearing", 6, line=2)]
    other = [bound("b", "receipt", -5, line=3), bound("hearing", "b", -7, line=4)]
    assert len(list(contradictions([*one, *other], ANCHORS))) == 1


def test_a_guide_has_one_contradiction_whatever_the_bank_holidays(guide: Guide) -> None:
    found = list(contradictions(bounds_of(guide), guide.partnership.anchors))
    assert [one.kind for one in found] == ["same-act"]
    assert found[0].steps == {"inform-link-officers", "send-pt-3-to-circle"}
    assert {bound.place.path.rsplit("/", 1)[-1] for bound in found[0].bounds} == {
        "concern.yml",
        "evaluation.yml",
    }


def slack_after_receipt(guide: Guide) -> dict[str, Slack]:
    bounds = bounds_of(guide)
    found: tuple[Contradiction, ...] = tuple(contradictions(bounds, guide.partnership.anchors))
    return dict(slack_of(bounds, "concern-received", found))


def test_day_eleven_and_day_fifteen_have_nothing_to_spare(guide: Guide) -> None:
    slack = slack_after_receipt(guide)
    for step, day in (("hold-evaluation-meeting", 11), ("send-finding-to-regulator", 15)):
        assert (slack[step].earliest, slack[step].latest, slack[step].days) == (day, day, 0)


def test_signing_on_day_fourteen_can_slip_one_day_and_no_more(guide: Guide) -> None:
    assert slack_after_receipt(guide)["hold-board-call"] == Slack("concern-received", 14, 15)


def test_the_request_can_go_out_on_day_six_because_agencies_have_five_days_and_the_meeting_a_limit_of_eleven(
    guide: Guide,
) -> None:
    assert slack_after_receipt(guide)["ask-for-records"] == Slack("concern-received", 2, 6)


def test_a_step_that_no_limit_bears_on_has_no_last_day(guide: Guide) -> None:
    slack = slack_after_receipt(guide)["agree-scope-with-regulator"]
    assert (slack.latest, slack.days) == (None, None)


def test_a_step_out_of_its_order_is_found_with_the_lines_of_both_deadlines_and_of_the_order(tmp_path: Path) -> None:
    day_ten = planted(tmp_path, ("evaluation.yml", "due: {on: working day 12}", "due: {on: working day 10}"))
    found = [one for one in contradictions(bounds_of(day_ten), day_ten.partnership.anchors) if one.kind == "order"]
    assert len(found) == 1
    assert found[0].steps == {"hold-evaluation-meeting", "send-finding-to-board"}
    assert len({bound.place for bound in found[0].bounds}) == 3
