"""Acts on a board: one place for each, on its earliest day, with every rule that holds for it."""

from __future__ import annotations

import re
from typing import Any

from board_guides import act_of, groups, guide_with
from guide.dates import boards
from guide.dates.boards import boards_of, rules_for
from guide.model import Actors, Guide
from guide.print import by_hand


def test_an_act_stands_on_its_earliest_day_with_its_other_rules_said_at_it(guide: Guide) -> None:
    act = act_of(boards_of(guide)[0], "Inform the link officers")
    assert (act.kind, act.governs.last) == ("limit", 1)
    assert [rule.words for rule in act.beside] == ["flowchart 2 plans day 2"]
    assert act.to == Actors.row("link-officers", "circle")
    assert not [one for one in boards_of(guide)[0].acts if one.title == "Send PT-3 to the Circle"]


def test_two_dates_for_one_act_are_told_with_the_one_to_work_to_and_its_question(guide: Guide) -> None:
    board = boards_of(guide)[0]
    asked = next(one for one in guide.questions if one.detected_by == "same-act")
    assert act_of(board, "Inform the link officers").advice == f"Work to the earlier date (question {asked.number})."
    # What a step says in two ways is one date until what it counts from is late: then one of them holds.
    told = {one.title: one.advice for one in board.acts}["Return the records"]
    assert told.startswith("Where its two dates differ, it is due within 5 working days after ")
    assert all(not one.advice for one in board.acts if len(one.rules) == 1)


def test_who_acts_is_told_by_flowchart_where_they_do_not_name_the_same(guide: Guide) -> None:
    told = [one.by for board in boards_of(guide) for one in board.acts]
    apart = [one for one in told if "(flowchart 1); " in one]
    assert apart
    assert all(re.fullmatch(r"[^;]+ \(flowchart 1\); [^;]+ \(flowchart 2\)", one) for one in apart)


def test_a_rule_says_on_which_terms_it_holds(guide: Guide) -> None:
    told = {one.rules[0].title: [rule.terms for rule in one.rules] for board in boards_of(guide) for one in board.acts}
    conditions = {str(step.title): str(step.when) for by in guide.procedures for step in by.steps if step.when}
    found = {title: terms for title, terms in told.items() if title in conditions}
    assert found
    assert all(any(f"If: {conditions[title]}" in one for one in terms) for title, terms in found.items())


def test_a_limit_comes_before_a_planned_day_on_the_same_day_and_the_nations_rule_beside(guide: Guide) -> None:
    act = act_of(boards_of(guide)[0], "Send the signed finding to the Regulator")
    assert (act.kind, act.governs.last) == ("limit", 15)
    assert [rule.words for rule in act.beside] == [
        "flowchart 2 plans day 15",
        "Panel guidance: within 15 working days after the Regulator is told. "
        "What it asks: The finding reaches the Regulator.",
    ]


def test_a_limit_that_the_source_also_puts_on_days_of_the_clock_stands_on_them_as_a_limit(guide: Guide) -> None:
    board = boards_of(guide)[0]
    standing = {day.number: how for day in board.days for act, how in day.acts if act.title == "Return the records"}
    assert standing == {3: "opens", 4: "runs", 5: "runs", 6: "runs", 7: "limit"}
    assert groups(board)["From the day “Ask every employer for its records” is done"] == [
        ("limit", "Within 5 working days after “Ask every employer for its records” is done", "flowchart 2")
    ]


def test_a_national_rule_on_the_clocks_own_days_has_its_day_and_its_authority() -> None:
    national = {"due": {"within": "3 working days", "of": "sent", "authority": "statute"}, "cites": "act"}
    step = {"id": "tell", "due": {"within": "5 working days", "of": "sent"}, "national": [national]}
    (board,) = boards_of(guide_with({"one": [step]}))
    act = act_of(board, "Step tell")
    assert (act.governs.last, act.governs.whose) == (3, "statute")
    assert [rule.words for rule in act.beside] == ["flowchart 1 allows until day 5"]


def test_readings_are_stated_and_govern_only_where_the_engine_lets_them() -> None:
    def read_as(number: int) -> list[dict[str, Any]]:
        return [{"due": {"within": f"{number} working days", "of": "sent"}, "says": "Or so.", "reading": "q"}]

    def planned_as(number: int) -> list[dict[str, Any]]:
        return [{"due": {"after": f"{number} working days", "from": "sent"}, "says": "Or so.", "reading": "q"}]

    limit = {"within": "5 working days", "of": "sent"}
    (board,) = boards_of(
        guide_with(
            {
                "one": [
                    {"id": "stricter", "due": limit, "also_read_as": read_as(3)},
                    {"id": "laxer", "due": limit, "also_read_as": read_as(7)},
                    {"id": "planned", "due": {"on": "working day 5"}, "also_read_as": planned_as(4)},
                    {"id": "elsewhere", "due": {"after": "1 week", "from": "sent"}, "also_read_as": planned_as(4)},
                ]
            }
        )
    )
    told = {act.title: [rule.words for rule in act.rules] for act in board.acts}
    assert told == {
        "Step stricter": [
            "another reading of flowchart 1 allows until day 3. Or so.",
            "flowchart 1 allows until day 5",
        ],
        "Step laxer": ["flowchart 1 allows until day 5", "another reading of flowchart 1 allows until day 7. Or so."],
        "Step planned": ["flowchart 1 plans day 5", "another reading of flowchart 1 plans day 4. Or so."],
    }
    assert [words for _, words, _ in groups(board)["From the day sent"]] == [
        "4 working days after it is sent",
        "1 week after it is sent",
    ]


def test_a_national_rule_that_speaks_to_somebody_else_has_a_place_of_its_own_and_leads_to_the_card(
    guide: Guide,
) -> None:
    (group,) = (one for one in boards_of(guide)[0].groups if one.title == "From the day the employer became aware")
    found = {act.act: (act.who, act.entry, act.governs.whose) for act in group.acts}
    assert found == {
        "inform-harbour-board--employer": (Actors.row("employer"), "inform-harbour-board", "statutory guidance"),
        "tell-the-regulator": (Actors.row("council"), "tell-the-regulator", "statutory guidance"),
    }
    assert "statutory guidance" not in " ".join(
        rule.words for rule in act_of(boards_of(guide)[0], "Inform the Harbour Board").rules
    )
    rows = [(row.act.act.title, row.act.act.place) for row in by_hand.fill_in_of(guide).sheets[0].others]
    assert ("Tell the partners of the area", "beside flowchart 1, step 5") in rows
    assert "Tell the Regulator online" not in {title for title, _ in rows}, "it has its row among the days"


def test_what_another_flowchart_says_of_a_step_is_told_where_it_is_stricter(guide: Guide) -> None:
    def told(step: str) -> list[tuple[str, str]]:
        return [(rule.kind, rule.beside) for rule in boards.beside_of(guide, step)]

    assert told("send-pt-3-to-circle") == [("limit", "by day 1 (flowchart 1)")]
    assert told("inform-link-officers") == []
    assert told("send-finding-to-regulator") == [
        ("limit", "by day 15 (flowchart 1)"),
        ("limit", "within 15 working days after the Regulator is told (Panel guidance)"),
    ]
    assert told("send-signed-finding") == []
    assert [rule.words for rule in rules_for(guide, "send-pt-3-to-circle")] == [
        "flowchart 1 allows until day 1",
        "flowchart 2 plans day 2",
    ]


def test_a_role_sees_the_acts_in_which_it_acts_or_helps_with_their_groups(guide: Guide) -> None:
    council = boards_of(guide)[0].of(["council"])
    assert [act.title for act in council.acts] == ["Tell the Regulator online"]
    assert list(groups(council)) == ["From the day the employer became aware"]


def test_cells_never_call_a_limit_a_planned_day(guide: Guide) -> None:
    labels = [(cell.label, cell.kind) for cell in boards_of(guide)[0].cells]
    assert labels == [
        ("By day 1", "limit"), ("Day 1", "planned"), ("Day 2", "planned"), ("By day 5", "limit"),
        ("From day 3, by day 7", "limit"), ("Day 7", "planned"), ("Day 8", "planned"), ("Days 9 to 10", "planned"),
        ("By day 11", "limit"), ("Day 12", "planned"), ("Day 13", "planned"), ("Day 14", "planned"),
        ("By day 15", "limit"),
    ]  # fmt: skip
