"""Guide, posters, packs and the blank timeline say of every day what the engine of boards says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from guide.dates.boards import boards_of
from guide.model.guide import Guide
from guide.print import book, by_hand
from guide.print.by_hand import FillInSheet, Ladder, fill_in_of
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
    return {one.act.title: (day.number, one.act.kind) for day in ladder.days for one in day.due}


def dates_of(sheet: FillInSheet, title: str) -> list[tuple[str, str, str]]:
    """The further dates of an act, each with who sets it and how it counts."""
    acts = [one for ladder in sheet.ladders for day in ladder.days for one in day.due]
    acts += [row.act for row in sheet.others]
    return [(line.words, line.whose, line.how) for one in acts if one.act.title == title for line in one.lines]


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
    assert not inquiry.ladders
    assert [(row.event, row.short, row.act.is_earlier) for row in inquiry.others] == [
        ("From the day of the order", "Within 6 months (statutory guidance and flowchart 3)", False),
        ("Before the day of the hearing", "No later than 7 working days (flowchart 3)", True),
    ]


def test_the_nations_date_stands_in_the_row_of_its_act_with_room_for_the_earlier(
    guide: Guide, read: Mapping[str, Reading]
) -> None:
    concern, inquiry = fill_in_of(guide).sheets
    nation = "Within 5 working days after the employer becomes aware of the concern"
    assert dates_of(concern, "Tell the Regulator online") == [(nation, "statutory guidance", "rule")]
    assert [row.act.act.title for row in concern.others] == ["Tell the partners of the area"]
    fifth = between(read["fill-in-timeline.pdf"].packed, "Day 5 d m y", "Day 6 d m y")
    assert f"limit{nation}(statutoryguidance):dmy".replace(" ", "") in fifth
    assert fifth.endswith("Theearlierofthetwo:dmyUntilday7:returntherecords.")
    stricter = "No later than 7 clear working days before the hearing"
    assert dates_of(inquiry, "Send the signed report before the hearing") == [
        (stricter, "another reading of flowchart 3", "reading")
    ]


def test_another_reading_of_a_start_has_room_for_that_start_and_never_governs_a_planned_day(
    guide: Guide, read: Mapping[str, Reading]
) -> None:
    concern, _ = fill_in_of(guide).sheets
    ((words, whose, how),) = dates_of(concern, "Hold an evaluation")
    assert (whose, how) == ("another reading of flowchart 2", "reading")
    eleventh = between(read["fill-in-timeline.pdf"].packed, "Day 11 d m y", "Day 12 d m y")
    said = f"Or, by {whose}, {words[:1].lower()}{words[1:]}, counted from: d m y which gives: d m y"
    assert said.replace(" ", "") in eleventh
    assert "earlier" not in eleventh


def test_what_the_source_says_twice_governs_by_its_rule_where_the_days_part(
    guide: Guide, read: Mapping[str, Reading]
) -> None:
    concern, _ = fill_in_of(guide).sheets
    ((words, _, how),) = dates_of(concern, "Return the records")
    assert how == "instead"
    seventh = between(read["fill-in-timeline.pdf"].packed, "Day 7 d m y", "Day 8 d m y")
    assert f"{words}. If that is another day, it governs: d m y".replace(" ", "") in seventh
    assert "Theearlier" not in seventh


def test_boxes_are_wide_and_high_enough_for_a_hand(root: Path) -> None:
    source = (root / "scripts/guide/print/typst/fill-in.typ").read_text("utf-8")
    millimetre = 72 / 25.4
    (high,) = re.findall(r"#let box-height = ([0-9.]+)pt", source)
    ((day, month, year, gap),) = re.findall(
        r"columns: \(([0-9.]+)pt, ([0-9.]+)pt, ([0-9.]+)pt\), column-gutter: ([0-9.]+)pt", source
    )
    assert float(high) >= 9 * millimetre
    assert float(day) + float(month) + float(year) + 2 * float(gap) >= 30 * millimetre


def test_each_clock_of_a_journey_has_a_ladder_of_its_own(other_clock: Guide) -> None:
    concern, _ = fill_in_of(other_clock).sheets
    receipt, told = concern.ladders
    assert (receipt.day_zero, told.day_zero) == ("The day of receipt", "The day the Regulator was told")
    assert told.counting.startswith("Day 0 is the day the Regulator was told. Day 1 is the next working day. ")
    assert told.counting.endswith("How it is counted is the guide's reading (question 6).")
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
