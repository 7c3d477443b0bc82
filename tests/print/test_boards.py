"""Guide, posters, packs and the blank timeline say of every day what the engine of boards says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from guide.dates.boards import boards_of
from guide.model.guide import Guide
from guide.print import book, by_hand
from guide.print.by_hand import Ladder, fill_in_of
from guide.print.every import pdfs
from guide.publishing.origin import Origin
from pdf_reading import Reading, read_pdf
from planted import planted

BUILD = Origin("1.0.0", "0123456789", "2026-11-23", 1795392000)


@pytest.fixture(scope="module")
def other_clock(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The harbour with an evaluation that counts from the day the Regulator is told, which is not its first anchor."""
    folder = tmp_path_factory.mktemp("other-clock")
    return planted(folder, ("evaluation.yml", "  from: concern-received", "  from: regulator-told"))


def between(packed: str, first: str, last: str) -> str:
    begin = packed.index(first.replace(" ", ""))
    return packed[begin : packed.index(last.replace(" ", ""), begin)]


def due(ladder: Ladder) -> dict[str, tuple[int, str]]:
    return {act.title: (day.number, act.kind) for day in ladder.days for act in day.due}


def test_the_page_of_days_in_the_guide_has_every_day_limit_and_event(read: Mapping[str, Reading]) -> None:
    days = between(read["guide.pdf"].packed, "Trust concern: report to findingDay0", "Flowchart1.")
    assert "Day0isthedayofreceipt(thedutydeskreceivestheconcern).Day1isthenextworkingday." in days
    first = between(days, "Byday1", "Bookthe")
    assert "InformthelinkofficersHarbourDutyDeskFlowchart2plansday2:SendPT-3totheCircle" in first
    fifth = between(days, "By day 5Tell", "From day 3")
    assert "Statutoryguidance:within5workingdaysaftertheemployerbecomesaware" in fifth
    assert "Fromthedaytheemployerbecameaware" in days
    assert "Within5workingdaysaftertheemployerbecomesawareoftheconcern(statutoryguidance)" in days
    assert "FullinquiryCountedfromanothereventWhatFromthedayoftheorder" in days
    assert "Thereisnodaytocountinflowchart4,Sharedreflection:nostep" in days


def test_a_journey_left_out_of_the_guide_is_noticed(monkeypatch: pytest.MonkeyPatch, guide: Guide) -> None:
    titles = [board.title for board in boards_of(guide)]
    assert [board.title for board in book.book_of(guide).boards] == titles
    monkeypatch.setattr(book, "boards_of", lambda guide: boards_of(guide)[:1])
    assert [board.title for board in book.book_of(guide).boards] != titles


def test_a_poster_keeps_its_day_and_says_the_limit_of_the_other_flowchart(read: Mapping[str, Reading]) -> None:
    packed = read["poster-evaluation.pdf"].packed
    assert "Byday1(flowchart1)" in between(packed, "Send PT-3 to the Circle", "Send PT-4")
    last = packed[packed.index("SendthesignedfindingtotheRegulator") :]
    assert "Byday15(flowchart1)Within15workingdaysaftertheRegulatoristold(Panelguidance)" in last
    assert "(flowchart2)" not in read["poster-concern.pdf"].packed


def test_the_table_of_steps_in_the_guide_says_it_too(read: Mapping[str, Reading]) -> None:
    packed = read["guide.pdf"].packed
    assert "Limitforthesameact:byday1(flowchart1)." in packed
    assert "Limitforthesameact:within15workingdaysaftertheRegulatoristold(Panelguidance)." in packed


def test_a_pack_shows_each_clock_and_event_of_its_role(read: Mapping[str, Reading]) -> None:
    mine = between(read["role-council.pdf"].packed, "Your days", "Your forms and letters")
    assert "Byday5TelltheRegulatoronline" in mine
    assert "FromthedaytheemployerbecameawareWithin5workingdays" in mine
    assert "Bookthe" not in mine


def test_the_blank_timeline_has_one_box_for_an_act_on_its_governing_day(guide: Guide) -> None:
    concern, inquiry = fill_in_of(guide).sheets
    (ladder,) = concern.ladders
    found = due(ladder)
    assert found["Inform the link officers"] == (1, "limit")
    assert "Send PT-3 to the Circle" not in found
    assert found["Return the records"] == (7, "limit")
    assert found["Send the signed finding to the Regulator"] == (15, "limit")
    rows = [(group.title, row.short, row.is_first) for group in concern.others for row in group.rows]
    assert ("From the day the employer became aware", "Within 5 working days (statutory guidance)", False) in rows
    assert not inquiry.ladders
    assert [(group.title, [(row.short, row.is_first) for row in group.rows]) for group in inquiry.others] == [
        (
            "From the day of the order",
            [("Within 6 months (statutory guidance)", True), ("Within 6 months (flowchart 3)", False)],
        ),
        (
            "Before the day of the hearing",
            [
                ("No later than 7 working days (flowchart 3)", True),
                ("No later than 7 clear working days (another reading of flowchart 3)", False),
            ],
        ),
    ]


def test_each_clock_of_a_journey_has_a_ladder_of_its_own(other_clock: Guide) -> None:
    concern, _ = fill_in_of(other_clock).sheets
    receipt, told = concern.ladders
    assert (receipt.day_zero, told.day_zero) == ("The day of receipt", "The day the Regulator was told")
    assert told.counting == "Day 0 is the day the Regulator was told. Day 1 is the next working day."
    assert due(receipt)["Inform the link officers"] == (1, "limit")
    assert "Read the evidence bundle" not in due(receipt)
    assert due(told)["Read the evidence bundle"] == (10, "planned")


def test_a_ladder_from_the_first_anchor_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    guide = planted(tmp_path, ("evaluation.yml", "  from: concern-received", "  from: regulator-told"))
    wrong = [replace(board, day_zero="The day of receipt") for board in boards_of(guide)]
    monkeypatch.setattr(by_hand, "boards_of", lambda guide: wrong)
    with pytest.raises(AssertionError):
        test_each_clock_of_a_journey_has_a_ladder_of_its_own(guide)


def test_another_clock_and_what_begins_with_the_day_are_printed_as_the_engine_counts(tmp_path: Path) -> None:
    guide = planted(
        tmp_path,
        ("evaluation.yml", "  from: concern-received", "  from: regulator-told"),
        (
            "concern.yml",
            "due: {within: 11 working days, of: concern-received}",
            "due: {within: 11 working days, of: concern-received, counts: beginning with the day}",
        ),
    )
    made = {name: read_pdf(content) for name, content in pdfs(guide, BUILD).items()}
    packed = made["guide.pdf"].packed
    assert "fromthedaytheRegulatorwastoldDay0isthedaytheRegulatorwastold.Day1isthenextworkingday." in packed
    tenth = between(packed, "By day 10Hold an evaluation", "By day 15")
    assert "HarbourBoard(flowchart1);EvaluationCircle(flowchart2),withHarbourDutyDesk" in tenth
    assert "Day11wherethecountingstartsonaclosedday" in tenth
    assert "Day0isthedaytheRegulatorwastold" in made["poster-evaluation.pdf"].packed
    assert "Day0isthedayofreceipt" in made["poster-concern.pdf"].packed
    assert "Workingdaysfrom:thedaytheRegulatorwastold" in made["fill-in-timeline.pdf"].packed
