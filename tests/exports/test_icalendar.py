"""Calendar files: read back by an unrelated parser, safe to show, and updated in place when sent again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from area_guides import area
from guide.calendars import days
from guide.dates.plan import Plan
from guide.dates.planning import plan_of
from guide.dates.timeline import Schedule, schedule
from guide.exports.icalendar import NoDates, calendar_file, folded, on_one_line


def worked_out(name: str, anchors: Mapping[str, str], done: Mapping[str, str] | None = None) -> Schedule:
    plan = plan_of(area(), name)
    known = {anchor: days.parse(day) for anchor, day in anchors.items()}
    finished = {step: days.parse(day) for step, day in (done or {}).items()}
    return schedule(plan, area().calendars[plan.calendar], known, finished)


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def event(data: bytes, summary: str) -> dict[str, str]:
    """The lines of one event, unfolded, name to value."""
    text = data.decode("utf-8").replace("\r\n ", "")
    for block in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL):
        lines = dict(line.split(":", 1) for line in block.strip().split("\r\n"))
        if lines["SUMMARY"] == summary:
            return lines
    raise AssertionError(f"no event is called {summary!r} in:\n{text}")


CHRISTMAS = {"concern-received": "2026-12-17"}


def titled(name: str, anchors: Mapping[str, str]) -> bytes:
    return calendar_file(area(), worked_out(name, anchors), full_titles=True)


def test_a_planned_day_is_a_whole_day_and_ends_on_the_next() -> None:
    found = event(titled("evaluation", CHRISTMAS), "By day 11 · Hold the evaluation meeting")
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == ("20270106", "20270107")


def test_a_range_lasts_from_its_first_day_to_its_last() -> None:
    found = event(titled("evaluation", CHRISTMAS), "Days 3 to 7 · Return the records")
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == ("20261222", "20261231")  # due 30 December


def test_an_unrelated_parser_reads_every_dated_act_and_its_days() -> None:
    timeline = worked_out("trust-concern", CHRISTMAS | {"employer-aware": "2026-12-10"})
    parsed = Calendar.from_ical(calendar_file(area(), timeline))
    acts = {step.act.act.id: step.act.due for step in timeline.steps}
    due = [days.text(day) for day in acts.values() if day is not None]
    assert len(due) == 18
    assert [str(one.decoded("dtend")) for one in parsed.walk("VEVENT")] == [
        days.text(days.parse(day) + 1) for day in due
    ]
    assert parsed.errors == []
    assert all(one.errors == [] for one in parsed.walk("VEVENT"))


def test_the_only_moment_is_the_stamp_and_it_is_the_day_the_guide_came_into_force() -> None:
    data = calendar_file(area(), worked_out("trust-concern", CHRISTMAS)).decode()
    assert set(re.findall(r".*T\d{6}Z", data)) == {"DTSTAMP:20261005T000000Z"}


def test_a_published_date_is_confirmed_and_a_projected_one_is_tentative_and_says_why() -> None:
    near = event(
        calendar_file(area(), worked_out("inquiry", {"hearing": "2027-06-01"}), full_titles=True),
        "Last day · Send the signed report before the hearing",
    )
    assert (near["DTSTART;VALUE=DATE"], near["STATUS"]) == ("20270519", "CONFIRMED")
    far = event(
        calendar_file(area(), worked_out("inquiry", {"hearing": "2029-06-01"}), full_titles=True),
        "Last day · Send the signed report before the hearing",
    )
    assert far["STATUS"] == "TENTATIVE"
    assert "Bank holidays after 2028 are not published yet" in far["DESCRIPTION"]


def test_events_are_private_and_do_not_make_anybody_busy() -> None:
    data = calendar_file(area(), worked_out("evaluation", CHRISTMAS)).decode()
    count = data.count("BEGIN:VEVENT")
    assert (data.count("CLASS:PRIVATE"), data.count("TRANSP:TRANSPARENT")) == (count, count)


def canary(plan: Plan) -> Plan:
    """The plan with another word in place of every title, text and sentence that an author wrote."""
    worded = lambda rule: replace(rule, words="Canary")  # noqa: E731
    steps = tuple(
        replace(step, title="Canary", does="Canary", rule=step.rule and worded(step.rule)) for step in plan.steps
    )
    acts = tuple(
        replace(act, rules=tuple(replace(one, rule=worded(one.rule)) for one in act.rules)) for act in plan.acts
    )
    anchors = {
        name: replace(said, asks="Canary", short="canary", event="canary") for name, said in plan.anchors.items()
    }
    return replace(
        plan, title="Canary", steps=steps, acts=acts, anchors=anchors, asked=dict.fromkeys(plan.asked, "canary")
    )


LATE = {"ask-for-records": "2026-12-23"}


@pytest.mark.parametrize(
    ("journey", "anchors", "done"),
    [
        ("trust-concern", CHRISTMAS | {"employer-aware": "2026-12-07"}, LATE),
        ("trust-concern", CHRISTMAS | {"regulator-told": "2026-12-15"}, {}),
        ("inquiry", {"inquiry-ordered": "2027-01-12", "hearing": "2027-08-01"}, {}),
    ],
)
def test_no_word_that_an_author_wrote_is_in_the_file_unless_the_reader_wants_it(
    journey: str, anchors: dict[str, str], done: dict[str, str]
) -> None:
    """A list of forbidden words would let "Tell the coroner and the mother" through."""
    known, finished = ({name: days.parse(day) for name, day in given.items()} for given in (anchors, done))
    plan = canary(plan_of(area(), journey))
    timeline = schedule(plan, area().calendars[plan.calendar], known, finished)
    plain, full = (calendar_file(area(), timeline, full_titles=titles) for titles in (False, True))
    assert b"canary" not in plain.replace(b"\r\n ", b"").lower()
    assert b"canary" in full.replace(b"\r\n ", b"").lower()
    titles = {str(form.title) for form in area().forms}
    assert not any(title in plain.decode().replace("\r\n ", "") for title in titles)


def test_without_full_titles_an_event_is_called_by_day_role_form_and_place() -> None:
    data = calendar_file(area(), worked_out("evaluation", CHRISTMAS))
    found = event(data, "Day 13 · Board · FR-8 · Flowchart 2 step 14")
    assert found["DESCRIPTION"].startswith("Flowchart 2 step 14. On this day.")


def test_with_full_titles_the_titles_and_all_remarks_are_there() -> None:
    timeline = worked_out(
        "trust-concern", CHRISTMAS | {"employer-aware": "2026-12-07"}, {"ask-for-records": "2026-12-23"}
    )
    plain, full = (calendar_file(area(), timeline, "t", full_titles=titles) for titles in (False, True))
    text = full.decode().replace("\r\n ", "")
    assert "SUMMARY:Last day · Tell the Regulator online" in text
    assert "This follows “Inform the Harbour Board”" in text
    assert "it counts from the day “Ask every employer for its records” was done" in text
    assert [one["uid"] for one in events(plain)] == [one["uid"] for one in events(full)]
    assert "Another date does not fit with this one: see the guide." in plain.decode().replace("\r\n ", "")


def test_an_earlier_national_date_is_not_lost_on_the_way_into_the_calendar() -> None:
    timeline = worked_out("concern", CHRISTMAS | {"employer-aware": "2026-12-10"})
    found = event(calendar_file(area(), timeline, full_titles=True), "Last day · Tell the Regulator online")
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == ("20261217", "20261218")
    assert "Local procedure allows until Thursday 24 December 2026." in found["DESCRIPTION"]


def test_a_bank_holiday_added_by_the_reader_is_remarked_on_in_every_event() -> None:
    plan = plan_of(area(), "evaluation")
    calendar = area().calendars[plan.calendar].with_extra_bank_holidays([days.parse("2026-12-21")])
    data = calendar_file(
        area(), schedule(plan, calendar, {"concern-received": days.parse("2026-12-17")}), full_titles=True
    )
    text = data.decode().replace("\r\n ", "")
    assert text.count("added by the reader") == text.count("BEGIN:VEVENT")
    assert event(data, "Day 2 · Send PT-4 to the Harbour Board")["DTSTART;VALUE=DATE"] == "20261222"


def test_an_office_closure_is_remarked_on_and_the_date_stays() -> None:
    data = calendar_file(
        area(), worked_out("evaluation", CHRISTMAS), closures={days.parse("2027-01-06")}, full_titles=True
    )
    found = event(data, "By day 11 · Hold the evaluation meeting")
    assert found["DTSTART;VALUE=DATE"] == "20270106"
    assert "The last open day before is Tuesday 5 January 2027." in found["DESCRIPTION"]


def test_a_done_step_that_moves_another_gives_it_the_number_of_its_new_day() -> None:
    timeline = worked_out("evaluation", CHRISTMAS, done={"ask-for-records": "2026-12-22"})  # a day late
    found = event(calendar_file(area(), timeline, full_titles=True), "Days 4 to 8 · Return the records")
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == ("20261223", "20270101")


def test_the_same_token_gives_the_same_file_and_a_higher_sequence_updates_it() -> None:
    timeline = worked_out("evaluation", CHRISTMAS)
    first = calendar_file(area(), timeline, token="a1b2")
    assert first == calendar_file(area(), timeline, token="a1b2")
    moved = worked_out("evaluation", {"concern-received": "2026-12-18"})
    again = calendar_file(area(), moved, token="a1b2", sequence=1)
    one, other = events(first), events(again)
    assert [event["uid"] for event in one] == [event["uid"] for event in other]
    assert {event["sequence"] for event in one} == {0}
    assert {event["sequence"] for event in other} == {1}


def test_two_cases_received_on_one_day_share_no_event() -> None:
    timeline = worked_out("trust-concern", CHRISTMAS)
    found = [event["uid"] for _ in range(2) for event in events(calendar_file(area(), timeline))]
    assert len(set(found)) == len(found) == 34


def test_no_two_steps_of_the_guide_share_an_identifier() -> None:
    both = {"inquiry-ordered": "2027-01-12", "hearing": "2027-06-01"}
    files = [calendar_file(area(), worked_out(name, dates), token="t")
             for name, dates in (("trust-concern", CHRISTMAS), ("inquiry", both))]  # fmt: skip
    found = [event["uid"] for data in files for event in events(data)]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("token", ["", "a\r\nATTACH:x", "a b", "x" * 65])
def test_a_token_that_could_break_the_file_is_refused(token: str) -> None:
    with pytest.raises(ValueError, match="letters, digits and hyphens"):
        calendar_file(area(), worked_out("evaluation", CHRISTMAS), token=token)


def test_a_schedule_without_a_single_date_is_refused_in_words() -> None:
    with pytest.raises(NoDates, match="No step here has a date"):
        calendar_file(area(), worked_out("reflection", {}))


def hostile(title: str) -> tuple[bytes, list[Any]]:
    timeline = worked_out("evaluation", CHRISTMAS)
    step = next(step for step in timeline.steps if step.step.id == "hold-evaluation-meeting")
    data = calendar_file(
        area(), replace(timeline, steps=(replace(step, step=replace(step.step, title=title)),)), full_titles=True
    )
    return data, events(data)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Meet\r\nEND:VEVENT\r\nBEGIN:VALARM", "By day 11 · Meet END:VEVENT BEGIN:VALARM"),
        ("Meet, agree; sign", "By day 11 · Meet – agree – sign"),
        ("Meet\\nsign C:\\forms", "By day 11 · Meet/nsign C:/forms"),
        ("Meet\x00\x07\u2028\u0085now", "By day 11 · Meet now"),
        ("Meet \ud800 now", "By day 11 · Meet \ufffd now"),
        ("DTSTART:20200101", "By day 11 · DTSTART:20200101"),
        (",;\\", "By day 11 · – /"),
    ],
)
def test_a_hostile_title_stays_one_harmless_line(title: str, shown: str) -> None:
    data, found = hostile(title)
    assert len(found) == 1
    assert str(found[0]["summary"]) == shown
    assert b"\\" not in data


@given(st.text(max_size=300))
def test_any_title_at_all_is_read_back_as_it_was_written(title: str) -> None:
    data, found = hostile(title)
    assert b"\\" not in data
    assert len(found) == 1
    written = event(data, str(found[0]["summary"]))
    assert written["DTSTART;VALUE=DATE"] == "20270106"


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=400))
def test_a_folded_line_fits_75_octets_never_cuts_a_character_and_unfolds_to_itself(line: str) -> None:
    pieces = folded(line).encode("utf-8").split(b"\r\n")
    assert pieces.pop() == b""
    assert all(len(piece) <= 75 for piece in pieces)
    assert all(piece.decode("utf-8") is not None for piece in pieces)
    assert folded(line).removesuffix("\r\n").replace("\r\n ", "") == line


def test_a_line_of_75_octets_is_not_folded_and_one_more_is() -> None:
    assert folded("é" * 37 + "a") == "é" * 37 + "a\r\n"
    assert folded("é" * 38) == "é" * 37 + "\r\n é\r\n"


def test_every_line_ends_in_carriage_return_and_line_feed() -> None:
    data = calendar_file(area(), worked_out("trust-concern", CHRISTMAS))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_text_keeps_its_words_and_loses_what_would_need_an_escape() -> None:
    assert on_one_line("one,two ; three") == "one – two – three"
    assert on_one_line("  at 9:30 “sharp”  ") == "at 9:30 “sharp”"
