"""Home, day by day, roles and the pages of procedures say of every day what its clock and its rules say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest

from area_guides import area
from guide.dates.board import Board, BoardAct
from guide.dates.boards import boards_of
from guide.model import Guide
from guide.pages import site
from guide.publishing.origin import Origin
from planted import planted
from read_boards import ReadBoard, read_boards, words

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)
LIMIT, PLANNED = "No later than this day", "On this day"


def by_day(guide: Guide) -> list[ReadBoard]:
    return read_boards(site.render(guide, BUILD)["by-day.md"], 2)


def home(guide: Guide) -> list[ReadBoard]:
    return read_boards(site.render(guide, BUILD)["index.md"], 3)


@pytest.fixture(scope="module")
def other_clock(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The harbour, whose first anchor is the receipt, with an evaluation that counts from another day."""
    folder = tmp_path_factory.mktemp("other-clock")
    return planted(folder, ("evaluation.yml", "  from: concern-received", "  from: regulator-told"))


@pytest.fixture(scope="module")
def same_day(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The harbour with a limit that begins with the day of receipt, and one of clear days."""
    return planted(
        tmp_path_factory.mktemp("same-day"),
        (
            "concern.yml",
            "due: {within: 11 working days, of: concern-received}",
            "due: {within: 11 working days, of: concern-received, counts: beginning with the day}",
        ),
        (
            "concern.yml",
            "due: {within: 5 working days, of: concern-received}",
            "due: {within: 5 working days, of: concern-received, clear: true}",
        ),
    )


# Every board of every guide, against what an author wrote


def faults_of(guide: Guide, read: list[ReadBoard], labels: Callable[[BoardAct], tuple[str, str]]) -> Iterator[str]:
    """What a page says of the boards of a guide differently from the rules; `labels` says how it names day and kind."""
    by_title = {one.title: one for one in read}
    for board in boards_of(guide):
        if shown := by_title.get(board.title):
            yield from (f"{board.title}: {fault}" for fault in _faults_of_board(guide, board, shown, labels))
        else:
            yield f"no board for {board.title}"


def _faults_of_board(
    guide: Guide, board: Board, shown: ReadBoard, labels: Callable[[BoardAct], tuple[str, str]]
) -> Iterator[str]:
    day = guide.partnership.anchors[board.clock.from_].day_zero
    number = 1 if board.clock.working_day_one == "the same day" else 0
    if board.acts and not shown.counting.startswith(f"Day {number} is {day[:1].lower()}{day[1:]}"):
        yield f"{shown.counting!r} does not name {day!r}"
    for act in board.acts:
        heading, how = labels(act)
        said = [text for text in shown.days.get(heading, []) if act.title in text and how in text]
        if not said or not all(rule.words[1:] in said[0] for rule in act.beside):
            yield f"{act.title} is not at {heading!r} as {how!r} with all its rules"
    for title, act in ((group.title, act) for group in board.groups for act in group.acts):
        said = [text for text in shown.groups.get(title, []) if act.title in text]
        if not said or not all(rule.rule.words[1:] in said[0] for rule in act.rules):
            yield f"{act.title} is not below {title!r} with all its rules"


def on_its_day(act: BoardAct) -> tuple[str, str]:
    """What the act's own first rule says, in the words of day by day."""
    rule = act.governs.rule
    planned = PLANNED if act.governs.first == act.governs.last else f"From day {act.governs.first} to this day"
    return f"Day {act.governs.last}", LIMIT if rule.kind == "limit" else planned


def in_its_cell(act: BoardAct) -> tuple[str, str]:
    first, last, is_limit = act.governs.first, act.governs.last, act.governs.rule.kind == "limit"
    if first == last:
        return (f"By day {last}" if is_limit else f"Day {last}"), ""
    return (f"From day {first}, by day {last}" if is_limit else f"Days {first} to {last}"), ""


@pytest.mark.parametrize("name", ["harbour", "glen"])
def test_home_and_day_by_day_show_every_clock_and_every_event(name: str) -> None:
    guide = area(name)
    assert list(faults_of(guide, by_day(guide), on_its_day)) == []
    assert list(faults_of(guide, home(guide), in_its_cell)) == []


def test_the_second_journey_left_out_is_noticed(monkeypatch: pytest.MonkeyPatch, guide: Guide) -> None:
    monkeypatch.setattr(site, "boards_of", lambda guide: boards_of(guide)[:1])
    assert list(faults_of(guide, by_day(guide), on_its_day)) == ["no board for Full inquiry"]
    assert list(faults_of(guide, home(guide), in_its_cell)) == ["no board for Full inquiry"]


def test_a_limit_called_a_planned_day_is_noticed(monkeypatch: pytest.MonkeyPatch, guide: Guide) -> None:
    monkeypatch.setattr(BoardAct, "kind", property(lambda act: "planned"))
    assert any("Tell the Regulator online" in fault for fault in faults_of(guide, by_day(guide), on_its_day))
    assert any("Tell the Regulator online" in fault for fault in faults_of(guide, home(guide), in_its_cell))


def test_a_day_0_of_the_first_anchor_is_noticed(monkeypatch: pytest.MonkeyPatch, other_clock: Guide) -> None:
    first = "Day 0 is the day of receipt. Day 1 is the next working day."
    monkeypatch.setattr(site, "boards_of", lambda guide: [replace(one, counting=first) for one in boards_of(guide)])
    assert any(
        "The day the Regulator was told" in fault for fault in faults_of(other_clock, by_day(other_clock), on_its_day)
    )


def test_a_rule_left_out_of_an_act_is_noticed(monkeypatch: pytest.MonkeyPatch, guide: Guide) -> None:
    read = by_day(guide)
    told = [text.replace("Flowchart 2 plans day 2", "") for text in read[0].days["Day 1"]]
    read[0].days["Day 1"] = told
    assert [fault for fault in faults_of(guide, read, on_its_day) if "Inform the link officers" in fault]


# By hand


def test_a_procedure_that_counts_from_what_is_sent_begins_with_the_day_it_was_sent(other_clock: Guide) -> None:
    receipt, told, _ = by_day(other_clock)
    assert receipt.title == "Trust concern: report to finding, from the day of receipt"
    assert told.title == "Trust concern: report to finding, from the day the Regulator was told"
    assert told.counting.startswith("Day 0 is the day the Regulator was told. Day 1 is the next working day. How")
    assert told.days["Day 0"] == ["The day the Regulator was told."]
    # The limit of flowchart 1 counts from the receipt: on this scale only flowchart 2's own days stand.
    assert [text for text in told.days["Day 2"] if "Send PT-3 to the Circle" in text and text.startswith(PLANNED)]
    assert [text for text in receipt.days["Day 1"] if "Inform the link officers" in text and text.startswith(LIMIT)]
    # Fifteen working days from the telling, by the nation's rule, are on the scale of the telling.
    (last,) = (text for text in told.days["Day 15"] if "Send the signed finding to the Regulator" in text)
    assert last.startswith("No later than this day (Panel guidance)")


def test_no_fact_of_one_clock_stands_on_the_scale_of_another(other_clock: Guide) -> None:
    assert list(faults_of(other_clock, by_day(other_clock), on_its_day)) == []
    receipt, told, _ = by_day(other_clock)
    assert list(receipt.days)[-1] == "Day 15"
    assert not any("Read the evidence bundle" in text for texts in receipt.days.values() for text in texts)
    assert any("Read the evidence bundle" in text for text in told.days["Day 9"])


def test_beginning_with_the_day_and_clear_stand_on_the_days_the_engine_counts_to(same_day: Guide) -> None:
    (days, *_) = by_day(same_day)
    # The 11th day beginning with the day of receipt is working day 10; 5 clear working days leave day 6.
    (held,) = (text for text in days.days["Day 10"] if "Hold an evaluation" in text)
    assert held.startswith(LIMIT)
    assert "Day 11 where the counting starts on a closed day" in held
    assert [text for text in days.days["Day 6"] if "Tell the Regulator online" in text and text.startswith(LIMIT)]
    assert not [text for text in days.days["Day 5"] if "Tell the Regulator online" in text]


def test_a_procedure_whose_day_one_is_the_same_day_is_told_so_everywhere() -> None:
    pages = site.render(area("glen"), BUILD)
    said = "Day 1 is the day the referral came in itself; if that is a closed day, day 1 is the next working day."
    for name in ("index.md", "by-day.md", "procedures/discussion.md"):
        assert said in pages[name], name
    assert said[1:] in pages["how-days-are-counted.md"]
    assert (
        "but in Interagency discussion it counts as received on the next working day."
        in pages["how-days-are-counted.md"]
    )
    (first, *_) = by_day(area("glen"))
    assert list(first.days) == ["Day 1", "Day 2", "Day 3", "Day 4"]
    assert first.days["Day 2"] == ["From this day : Call the school"]
    assert first.days["Day 3"][0].startswith("From day 2 to this day, in the morning : Call the school")


def test_procedures_without_a_day_to_count_are_named(guide: Guide) -> None:
    pages = site.render(guide, BUILD)
    for name in ("index.md", "by-day.md"):
        assert "There is no day to count in" in pages[name]
        assert "flowchart 4, " in pages[name]


def test_the_page_of_a_role_shows_each_of_its_clocks_and_events(guide: Guide) -> None:
    page = site.render(guide, BUILD)["roles/council.md"]
    (mine,) = read_boards(page, 3)[:1]
    assert list(mine.days) == ["By day 5"]
    assert mine.groups["From the day the employer became aware"] == [
        "A limit: within 5 working days after the employer becomes aware of the concern (statutory guidance)"
        ". What it asks: The employer tells the Regulator. Tell the Regulator online . "
        "Who: Harbour Council. To: National Standards Regulator. On: The Regulator's own page."
    ]


def summary(page: str) -> dict[str, str]:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    listed = next(one for one in tree.iter("dl"))
    return dict(zip(map(words, listed.iter("dt")), map(words, listed.iter("dd")), strict=True))


def test_the_summary_of_a_flowchart_has_the_limits_that_another_flowchart_states(guide: Guide) -> None:
    page = site.render(guide, BUILD)["procedures/evaluation.md"]
    limits = summary(page)["Limits"]
    assert (
        "Send the signed finding to the Regulator : by day 15 (flowchart 1); within 15 working days after "
        "the Regulator is told (Panel guidance); flowchart 2 plans day 15"
    ) in limits
    assert "by day 1 (flowchart 1); flowchart 2 plans day 2" in limits


def test_list_and_card_of_a_flowchart_keep_its_day_and_say_the_stricter_one_beside(guide: Guide) -> None:
    page = site.render(guide, BUILD)["procedures/evaluation.md"]
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    (line,) = (one for one in tree.iter("li") if words(one).startswith("Send PT-3 to the Circle ,"))
    assert words(line).replace(" ,", ",") == "Send PT-3 to the Circle, by day 1 (flowchart 1), Day 2"
    (card,) = (one for one in tree.iter("section") if one.get("id") == "send-pt-3-to-circle")
    assert "On working day 2" in words(card)
    place = "This is a limit, shown in flowchart 1 at: Inform the link officers"
    assert f"The same act, in flowchart 1: by day 1. {place}" in words(card)


def test_addresses_of_days_are_unique(tmp_path: Path, other_clock: Guide) -> None:
    tree = html5lib.parse(site.render(other_clock, BUILD)["by-day.md"], namespaceHTMLElements=False)
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert {"day-7", "trust-concern-2-day-7"} <= set(ids)
