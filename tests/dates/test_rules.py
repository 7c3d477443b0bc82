"""From what an author wrote to rules that can be counted: the words, the procedure's clock, the plan."""

from __future__ import annotations

from typing import Any

import pytest

from area_guides import area
from guide.dates.counting import Rule
from guide.dates.plan import PlannedStep
from guide.dates.planning import plan_of
from guide.dates.rules import NoSuchDay, starts_of
from guide.model import Actors
from two_engines import both, guide_of, plan, steps_of

WITHIN = {"within": "5 working days", "of": "received"}


def rule(due: Any, **clock: str) -> Rule:
    found = plan({"id": "act", "due": due}, **clock).steps[0].rule
    assert found is not None
    return found


# Words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (WITHIN, "Within 5 working days after it is received"),
        ({"within": "1 month", "of": "decided"}, "Within 1 month after it is decided"),
        ({"within": "1 calendar day", "of": "decided", "clear": True},
         "Within 1 clear calendar day after it is decided"),
        ({"within": "2 weeks", "of": "decided", "clear": True}, "Within 2 clear weeks after it is decided"),
        (WITHIN | {"counts": "beginning with the day"},
         "Within 5 working days after it is received, beginning with that day"),
        ({"after": "3 days except bank holidays", "from": "decided"},
         "3 days except bank holidays after it is decided"),
        ({"no_later_than": "7 working days", "before": "published", "clear": False},
         "No later than 7 working days before it is published"),
        ({"no_later_than": "7 working days", "before": "published", "clear": True},
         "No later than 7 clear working days before it is published"),
        ({"on": "working day 7"}, "On working day 7 after it is received"),
        ({"on": "calendar days 3 to 7"}, "On calendar days 3 to 7 after it is received"),
        ({"earlier_of": [WITHIN, {"within": "1 week", "of": "decided"}]},
         "The earlier of: within 5 working days after it is received; within 1 week after it is decided"),
        ({"later_of": [{"on": "working day 2"}, {"after": "1 week", "from": "decided"}]},
         "The later of: on working day 2 after it is received; 1 week after it is decided"),
    ],
)  # fmt: skip
def test_a_rule_is_said_in_words(due: Any, words: str) -> None:
    assert rule(due).words == words


@pytest.mark.parametrize(("event", "said"), [(None, "“Ask for it” is done"), ("it is asked for", "it is asked for")])
def test_what_counts_from_a_step_counts_from_what_has_happened_there(event: str | None, said: str) -> None:
    steps = plan({"id": "ask", "title": "Ask for it", "due": "not stated"} | ({"event": event} if event else {}),
                 {"id": "get", "due": {"within": "1 week", "of": "ask"}}).steps  # fmt: skip
    assert steps[1].rule is not None
    assert steps[1].rule.words == f"Within 1 week after {said}"


# Conventions


def test_each_kind_of_deadline_spells_its_conventions_out() -> None:
    assert rule(WITHIN) == Rule("limit", "Within 5 working days after it is received", "received", "working days", 5)
    planned = rule({"after": "2 weeks", "from": "decided", "clear": True})
    assert (planned.kind, planned.start, planned.unit, planned.number, planned.clear, planned.back) == (
        "planned", "decided", "weeks", 2, True, False)  # fmt: skip
    back = rule({"no_later_than": "7 calendar days", "before": "hearing", "clear": None})
    assert (back.kind, back.start, back.unit, back.number, back.clear, back.back) == (
        "limit", "hearing", "calendar days", 7, False, True)  # fmt: skip
    ranged = rule({"on": "calendar days 3 to 7"})
    assert (ranged.kind, ranged.start, ranged.unit, ranged.first, ranged.number) == (
        "planned", "received", "calendar days", 3, 7)  # fmt: skip
    assert rule({"on": "working day 7"}).first is None
    assert rule(WITHIN | {"counts": "beginning with the day"}).with_the_day


def test_a_choice_takes_its_kind_from_its_parts_and_its_labels_from_itself() -> None:
    limit = rule({"earlier_of": [WITHIN, WITHIN], "authority": "statute", "part": "morning", "reading": "why"})
    assert (limit.kind, limit.choose, len(limit.of), limit.start) == ("limit", "earlier", 2, "")
    assert (limit.authority, limit.part, limit.reading) == ("statute", "morning", "why")
    assert rule({"later_of": [{"on": "working day 2"}, {"on": "working day 3"}]}).kind == "planned"


def test_labels_are_kept_as_the_author_gave_them() -> None:
    said = rule(WITHIN | {"authority": "statute", "part": "end of day", "closed_day": "preceding", "reading": "why"})
    assert (said.authority, said.part, said.closed_day, said.reading) == ("statute", "end of day", "preceding", "why")
    assert (rule(WITHIN).part, rule(WITHIN).reading, rule(WITHIN).authority) == ("", "", "local procedure")


def test_the_clock_says_which_day_is_day_one_for_numbered_days_alone() -> None:
    assert rule({"on": "working day 7"}, working_day_one="the same day").with_the_day
    assert not rule({"on": "working day 7"}).with_the_day
    assert not rule(WITHIN, working_day_one="the same day").with_the_day  # says so itself, with counts:


def test_what_the_clock_deems_received_later_is_later_for_every_count_onwards_from_it() -> None:
    deemed = {"received_on_a_closed_day": "counts as received on the next working day"}
    for due in (WITHIN, {"after": "1 week", "from": "received"}, {"on": "working day 1"}):
        assert rule(due, **deemed).deemed
        assert not rule(due).deemed
    assert not rule({"within": "1 week", "of": "decided"}, **deemed).deemed
    assert not rule({"no_later_than": "1 week", "before": "received"}, **deemed).deemed
    chosen = rule({"earlier_of": [WITHIN, {"within": "1 week", "of": "decided"}]}, **deemed)
    assert [one.deemed for one in chosen.of] == [True, False]


def test_there_is_no_day_zero_where_the_day_itself_is_day_one() -> None:
    for written in ("working day 0", "working days 0 to 3", "calendar day 0"):
        with pytest.raises(NoSuchDay, match="there is no day 0 where working_day_one is the same day") as refusal:
            rule({"on": written}, working_day_one="the same day")
        assert refusal.value.hint == "count from day 1, which is the day itself"


def test_a_numbered_day_needs_a_clock() -> None:
    guide = guide_of({"id": "act", "due": {"on": "working day 1"}})
    without = guide.procedures[0].model_copy(update={"clock": None})
    object.__setattr__(guide, "procedures", (without,))
    with pytest.raises(ValueError, match=r"^a numbered day needs the procedure's clock$"):
        plan_of(guide, "example")


def test_two_statements_of_one_date_give_the_limit_its_first_day() -> None:
    ask = {"id": "ask", "due": {"on": "working day 2"}}
    get = {"id": "get", "due": {"within": "5 working days", "of": "ask"}, "equals": {"on": "working days 3 to 7"}}
    found = steps_of(both(plan(ask, get), {"received": "2026-12-17"}))["get"]
    assert (found["opens"], found["due"]) == ("2026-12-22", "2026-12-30")
    single = plan(ask, get | {"equals": {"on": "working day 7"}}).steps[1].rule
    assert single is not None
    assert single.first is None
    for due, equals in (
        ({"within": "5 working days", "of": "ask"}, {"within": "7 working days", "of": "received"}),
        ({"within": "6 calendar days", "of": "ask"}, {"on": "working days 3 to 7"}),
        ({"earlier_of": [WITHIN, WITHIN]}, {"on": "working days 3 to 7"}),
    ):
        other = plan(ask, get | {"due": due, "equals": equals}).steps[1].rule
        assert other is not None
        assert other.first is None


def test_a_range_cannot_begin_before_the_day_that_its_deadline_counts_from() -> None:
    ask = {"id": "ask", "due": {"on": "working day 5"}}
    get = {"id": "get", "due": {"within": "2 working days", "of": "ask"}, "equals": {"on": "working days 3 to 7"}}
    with pytest.raises(NoSuchDay, match="working days 3 to 7 would begin before the day that the deadline counts from"):
        plan(ask, get)
    on_the_day = plan(ask, get | {"equals": {"on": "working days 5 to 7"}})
    found = steps_of(both(on_the_day, {"received": "2026-12-17"}))["get"]
    assert (found["opens"], found["due"]) == ("2026-12-24", "2026-12-30")


# Plans


def test_a_plan_asks_only_for_the_anchors_that_its_rules_count_from() -> None:
    used = plan(
        {"id": "a", "due": {"earlier_of": [{"within": "1 week", "of": "hearing"}, {"within": "1 week", "of": "b"}]}},
        {"id": "b", "due": "not stated", "look_back": {"over": "12 months", "before": "published"}},
    )
    assert set(used.anchors) == {"hearing", "published"}
    assert (used.anchors["hearing"].asks, used.anchors["hearing"].short) == ("When hearing?", "hearing")
    assert (used.anchors["hearing"].event, used.anchors["hearing"].day_zero) == ("it is hearing", "The day hearing")
    assert list(starts_of(used.steps[0])) == ["hearing", "b"]
    assert list(starts_of(used.steps[1])) == ["published"]


def test_a_look_back_is_counted_from_its_own_day_and_never_deemed() -> None:
    step = {"id": "ask", "due": {"on": "working day 2"}, "look_back": {"over": "12 months", "before": "received",
                                                                       "reading": "why"}}  # fmt: skip
    found = plan(step, received_on_a_closed_day="counts as received on the next working day")
    look_back = found.steps[0].look_back
    assert look_back == Rule("planned", "From 12 months before it is received", "received", "months", 12, back=True,
                             reading="why")  # fmt: skip
    assert steps_of(both(found, {"received": "2028-02-29"}))["ask"]["look_back_from"] == "2027-02-28"
    assert steps_of(both(found, {"received": "2026-12-19"}))["ask"]["look_back_from"] == "2025-12-19"
    assert steps_of(both(found, {}))["ask"]["look_back_from"] is None


def test_alternatives_are_dated_beside_the_step_and_say_when_they_are_earlier() -> None:
    step = {"id": "meet", "due": {"on": "working day 11"},
            "also_read_as": [{"due": {"after": "11 working days", "from": "decided"}, "says": "Or so.",
                              "reading": "why"}],
            "national": [{"due": {"within": "5 working days", "of": "decided", "authority": "statute"}, "cites": "act",
                          "says": "The law."},
                         {"due": {"within": "11 working days", "of": "received", "authority": "statute"},
                          "cites": "act"}]}  # fmt: skip
    found = steps_of(both(plan(step), {"received": "2026-12-17", "decided": "2026-12-18"}))["meet"]
    told = [(one["kind"], one["due"], one["earlier"], one["says"], one["cites"], one["authority"], one["tier"])
            for one in found["alternatives"]]  # fmt: skip
    assert told == [
        ("reading", "2027-01-07", False, "Or so.", "why", "local procedure", "published"),
        ("national", "2026-12-29", True, "The law.", "act", "statute", "published"),
        ("national", "2027-01-06", False, "", "act", "statute", "published"),
    ]
    assert found["alternatives"][1]["rule"] == "Within 5 working days after it is decided"
    assert found["alternatives"][1]["explanation"][-1]["text"] == "No later than Tuesday 29 December 2026."
    unknown = steps_of(both(plan(step), {"received": "2026-12-17"}))["meet"]["alternatives"][0]
    assert (unknown["due"], unknown["tier"], unknown["earlier"], unknown["explanation"]) == (None, None, False, [])
    orphan = steps_of(both(plan(step), {"decided": "2026-12-18"}))["meet"]
    assert [one["earlier"] for one in orphan["alternatives"]] == [False, False, False]


def test_everything_a_page_needs_of_a_step_is_in_its_plan() -> None:
    step = plan({"id": "act", "title": "Act now", "does": "Act.", "who": ["team", "lead"], "with": "office",
                 "forms": ["f-1"], "questions": ["why"], "alongside": True,
                 "due": "as soon as possible"}).steps[0]  # fmt: skip
    assert step == PlannedStep("act", "example", 1, "Act now", "Act.", Actors.row("team", "lead"),
                               Actors.row("office"),
                               ("f-1",), ("why",), None, "as soon as possible", alongside=True)  # fmt: skip
    assert plan({"id": "act", "due": WITHIN}).steps[0].untimed == ""


def test_a_journey_is_one_plan_of_all_its_procedures_under_its_own_title() -> None:
    journey = plan_of(area(), "trust-concern")
    assert (journey.name, journey.title) == ("trust-concern", "Trust concern: report to finding")
    assert list(dict.fromkeys(step.procedure for step in journey.steps)) == ["concern", "evaluation"]
    assert journey.calendar == "england-and-wales"
    alone = plan_of(area(), "evaluation")
    assert (alone.title, alone.steps[0].number) == ("The evaluation", 1)
    assert plan_of(area(), "reflection").anchors == {}
    with pytest.raises(KeyError):
        plan_of(area(), "no-such-procedure")


def test_a_journey_never_counts_with_two_calendars_on_one_timeline() -> None:
    guide = guide_of({"id": "act", "due": WITHIN})
    first = guide.procedures[0]
    clock = first.clock.model_copy(update={"calendar": "scotland"}) if first.clock else None
    other = first.model_copy(update={"id": type(first.id)("other", first.id.place), "clock": clock})
    journeys = {"both": {"title": "Both", "about": "Both.", "procedures": ["example", "other"]}}
    partnership = type(guide.partnership).model_validate(guide.partnership.model_dump() | {"journeys": journeys})
    object.__setattr__(guide, "procedures", (first, other))
    object.__setattr__(guide, "partnership", partnership)
    with pytest.raises(ValueError, match=r"^'both' counts on one timeline with the bank holidays of england-and-wales"):
        plan_of(guide, "both")
