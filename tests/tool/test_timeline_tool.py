"""What the timeline tool's modules make of what a reader enters: dates, statuses, notes and files."""

from __future__ import annotations

from typing import Any

import pytest

from area_guides import area
from committed_calendars import calendar
from guide.calendars import days
from guide.dates.planning import plan_of
from guide.dates.timeline import schedule
from guide.exports import icalendar
from timeline_tool import ask_tool, inputs

RECEIVED = inputs(concern_received="2026-12-17")
UNKNOWN = "Statutory guidance: limit unknown. When did the employer become aware of the concern?"
TOKEN = "0123456789abcdef0123456789abcdef"


def view(entered: dict[str, Any], today: str = "2026-12-17", role: str = "", hide_done: bool = False) -> Any:
    return ask_tool(["view", entered, days.parse(today), role, hide_done])[0]


def step(shown: Any, name: str) -> Any:
    """The act that a step is of."""
    return next(one for one in shown["steps"] if any(place["step"] == name for place in one["places"]))


def notes(shown: Any, name: str) -> list[str]:
    return [note["text"] for note in step(shown, name)["notes"]]


@pytest.mark.parametrize(
    ("today", "status"),
    [
        ("2026-12-21", ""),
        ("2026-12-22", "Due in 2 working days"),
        ("2026-12-23", "Due in 1 working day"),
        ("2026-12-24", "Due today"),
        ("2026-12-25", "Overdue"),
        ("2026-12-29", "Overdue by 1 working day"),
        ("2026-12-31", "Overdue by 3 working days"),
        ("2036-06-01", ""),
    ],
)
def test_the_panel_notification_due_on_24_december_has_this_status(today: str, status: str) -> None:
    assert step(view(RECEIVED, today), "tell-the-regulator")["status"]["text"] == status


def test_a_national_limit_that_is_earlier_is_the_one_to_work_to() -> None:
    shown = view(inputs(concern_received="2026-12-21", employer_aware="2026-12-17"), "2026-12-24")
    panel = step(shown, "tell-the-regulator")
    assert panel["dueText"] == "No later than Thursday 24 December 2026"
    assert (panel["kindText"], panel["authority"]) == ("Limit", "statutory guidance")
    assert panel["alternatives"][0]["lead"] == "National limit: no later than Thursday 24 December 2026."
    assert notes(shown, "tell-the-regulator") == ["Local procedure allows until Wednesday 30 December 2026."]
    assert panel["status"]["text"] == "Due today"
    assert shown["agenda"]["next"] == "Thursday 24 December 2026:"
    assert shown["agenda"]["nextAct"]["title"] == "Tell the partners of the area"
    assert shown["agenda"]["nextRest"] == ", and 1 more that day"


def test_received_on_18_december_with_the_employer_aware_on_the_15th_the_regulator_stands_at_the_22nd() -> None:
    shown = view(inputs(concern_received="2026-12-18", employer_aware="2026-12-15"), "2026-12-18")
    panel = step(shown, "tell-the-regulator")
    assert panel["date"] == "Tuesday 22 December 2026"
    assert (panel["kindText"], panel["authority"]) == ("Limit", "statutory guidance")
    assert panel["dayNumber"] == "Working day 2"
    assert notes(shown, "tell-the-regulator")[0] == "Local procedure allows until Tuesday 29 December 2026."
    dates = [
        one["due"] for one in shown["steps"] if one["due"] is not None and not one["title"].startswith("Ask every")
    ]
    assert dates == sorted(dates)


def test_a_planned_day_that_went_by_is_not_overdue() -> None:
    shown = view(RECEIVED, "2026-12-23")
    asked = step(shown, "ask-for-records")
    assert asked["kind"] == "planned"
    assert asked["status"] == {"kind": "passed", "text": "Planned for Monday 21 December 2026, 2 working days ago"}
    overdue = [one for one in shown["steps"] if one["status"]["kind"] == "overdue"]
    assert {one["kind"] for one in overdue} == {"limit"}
    agenda = shown["agenda"]
    assert [one["id"] for one in agenda["overdue"]] == [one["id"] for one in overdue[:3]]
    assert sum(one["status"]["kind"] == "passed" for one in shown["steps"]) == 5
    assert agenda["passed"] == "5 planned days have passed without a tick."


def test_an_act_that_was_done_late_says_so_and_a_step_of_its_event_is_marked_with_it() -> None:
    entered = inputs(concern_received="2026-12-18", employer_aware="2026-12-15", regulator_told="2026-12-29")
    shown = view(entered, "2026-12-29")
    status = step(shown, "tell-the-regulator")["status"]
    assert status == {
        "kind": "done late",
        "text": "Done on Tuesday 29 December 2026, 3 working days after its limit",
    }
    decision = step(shown, "send-finding-to-regulator")
    assert decision["date"] == "Wednesday 13 January 2027"
    done = inputs(concern_received="2026-12-18", employer_aware="2026-12-15", done={"tell-the-regulator": "2026-12-29"})
    by_step = view(done, "2026-12-29")
    assert [one["date"] for one in by_step["steps"]] == [one["date"] for one in shown["steps"]]
    assert step(by_step, "tell-the-regulator")["status"] == status


def test_a_step_of_an_event_that_is_still_to_come_is_not_done() -> None:
    shown = view(inputs(concern_received="2026-12-18", regulator_told="2026-12-22"), "2026-12-18")
    assert step(shown, "tell-the-regulator")["done"] is None


def test_one_date_for_a_step_marks_every_step_of_its_act() -> None:
    shown = view(inputs(concern_received="2026-12-17", done={"send-pt-3-to-circle": "2026-12-18"}), "2026-12-21")
    told = step(shown, "inform-link-officers")
    assert days.text(told["done"]) == "2026-12-18"
    assert len([row for row in shown["actual"] if row["done"] == "Friday 18 December 2026"]) == 1


def test_without_the_authoritys_date_the_national_limit_says_what_is_missing() -> None:
    national = step(view(RECEIVED), "tell-the-regulator")["alternatives"][0]
    assert national["lead"] == "National limit: cannot be shown."
    assert "When did the employer become aware of the concern?" in national["missing"]


def test_what_a_national_rule_asks_does_not_read_as_done() -> None:
    said = next(one for one in area().entry["tell-the-regulator"].national if one.says).says
    national = step(view(RECEIVED), "tell-the-regulator")["alternatives"][0]
    assert national["says"] == f"What it asks: {said}"


def test_sending_the_request_a_day_late_moves_the_return_and_no_outer_limit() -> None:
    shown = view(inputs(concern_received="2026-12-17", done={"ask-for-records": "2026-12-22"}), "2026-12-22")
    assert step(shown, "return-records")["date"] == "Thursday 31 December 2026"
    assert step(shown, "send-finding-to-regulator")["date"] == "Tuesday 12 January 2027"
    said = notes(shown, "return-records")
    assert any(text.startswith("This date moved from Wednesday 30 December 2026: it counts from") for text in said)
    assert "3 working days are left until the next limit, “Hold an evaluation”." in said


def test_what_was_done_stands_beside_what_was_due_with_the_time_that_is_left() -> None:
    done = {
        "inform-harbour-board": "2026-12-22",
        "send-pt-4-to-board": "2026-12-21",
        "tell-the-regulator": "2026-12-23",
    }
    rows = view(inputs(concern_received="2026-12-17", done=done), "2026-12-23")["actual"]
    assert [(row["step"], row["due"], row["done"], row["difference"]) for row in rows] == [
        (
            "Inform the Harbour Board",
            "Friday 18 December 2026",
            "Tuesday 22 December 2026",
            "2 working days late",
        ),
        ("Send PT-4 to the Harbour Board", "Monday 21 December 2026", "Monday 21 December 2026", "on time"),
        ("Tell the Regulator online", "Thursday 24 December 2026", "Wednesday 23 December 2026", "1 working day early"),
    ]
    assert rows[0]["left"] == "8 working days until “Hold an evaluation”"


def test_a_closed_office_moves_nothing_and_the_last_open_day_is_named() -> None:
    shown = view(inputs(concern_received="2026-12-17", closures=["2026-12-24", "2026-12-23"]))
    assert step(shown, "tell-the-regulator")["date"] == "Thursday 24 December 2026"
    assert notes(shown, "tell-the-regulator") == [
        UNKNOWN,
        "Your office is closed on Thursday 24 December 2026. The last open day before it is Tuesday 22 December 2026. "
        "The date itself does not move.",
    ]


def test_a_bank_holiday_the_reader_adds_moves_what_comes_after_it_and_is_marked() -> None:
    shown = view(inputs(concern_received="2026-12-17", holidays=["2026-12-22"]))
    assert step(shown, "tell-the-regulator")["date"] == "Tuesday 29 December 2026"
    assert notes(shown, "tell-the-regulator") == [
        UNKNOWN,
        "This date leaves out a bank holiday that you added: Tuesday 22 December 2026.",
    ]
    assert shown["summary"]["rules"].endswith("Changed by the bank holidays you added.")


def test_one_act_with_two_dates_in_the_source_shows_both() -> None:
    act = step(view(RECEIVED), "inform-link-officers")
    assert act["dueText"] == "No later than Friday 18 December 2026"
    assert notes(view(RECEIVED), "inform-link-officers")[0] == "Local procedure plans Monday 21 December 2026."
    lines = [place["line"] for place in act["places"]]
    assert [place["step"] for place in act["places"]] == ["inform-link-officers", "send-pt-3-to-circle"]
    assert lines[0].endswith("limit Friday 18 December 2026")
    assert lines[1].startswith("Send PT-3 to the Circle · ")
    assert lines[1].endswith("planned for Monday 21 December 2026")


def test_one_role_sees_the_steps_it_does_or_helps_with_under_their_own_numbers() -> None:
    shown = view(RECEIVED, role="council")
    assert [one["title"] for one in shown["steps"]] == ["Tell the Regulator online"]
    assert shown["steps"][0]["number"] == 13
    assert shown["summary"]["role"] == "Harbour Council"
    assert (shown["agenda"]["next"], shown["who"]) == ("Thursday 24 December 2026:", "Harbour Council")


def test_done_steps_can_be_hidden_and_still_count() -> None:
    entered = inputs(concern_received="2026-12-17", done={"ask-for-records": "2026-12-22"})
    shown = view(entered, hide_done=True)
    assert "ask-for-records" not in {one["id"] for one in shown["steps"]}
    assert step(shown, "return-records")["date"] == "Thursday 31 December 2026"


def test_working_back_shows_the_last_day_and_warns_when_it_has_passed() -> None:
    shown = view(inputs("back-from-hearing", hearing="2027-06-01"), "2027-05-21")
    assert [one["dueText"] for one in shown["steps"]] == ["No later than Wednesday 19 May 2027"]
    assert notes(shown, shown["steps"][0]["id"])[0] == "Local procedure allows until Thursday 20 May 2027."
    assert shown["steps"][0]["alternatives"][0]["lead"] == (
        "The source can be read in another way, which gives an earlier date: Wednesday 19 May 2027."
    )
    assert [one["text"] for one in shown["warnings"]] == [
        "The last day for “Send the signed report before the hearing” was Thursday 20 May 2027. It has passed."
    ]


def test_dates_in_an_unusual_order_and_a_hearing_after_the_limit_are_warned_about() -> None:
    late = view(inputs(concern_received="2026-12-17", employer_aware="2026-12-18"))["warnings"]
    assert [one["text"].split(" for ")[0] for one in late] == [
        "You entered Friday 18 December 2026",
        "Friday 18 December 2026 is in the future. The dates below show what would follow.",
    ]
    review = view(inputs("inquiry", inquiry_ordered="2026-12-21", hearing="2027-07-01"))["warnings"]
    assert (
        "Hearing, Thursday 1 July 2027, is after the limit of “Complete an inquiry in 6 months”, "
        "which is Monday 21 June 2027." in [one["text"] for one in review]
    )


def test_a_learning_review_has_every_step_in_order_and_no_date() -> None:
    shown = view(inputs("reflection"))
    assert [one["title"] for one in shown["steps"]] == [str(one.title) for one in area().procedure["reflection"].steps]
    assert {one["date"] for one in shown["steps"]} == {""}
    assert shown["agenda"]["next"] == "The procedure sets no date"


def test_the_table_by_day_has_every_act_once_in_order_of_its_day_and_what_has_none_last() -> None:
    shown = view(RECEIVED)
    agenda, due = shown["agenda"], {one["id"]: one["due"] for one in shown["steps"]}
    dated = [due[one] for one in agenda["rows"] if due[one] is not None]
    assert dated == sorted(dated) == [due[one] for one in agenda["rows"]][: len(dated)]
    assert sorted(agenda["rows"] + agenda["over"]) == sorted(due)


def test_what_every_route_passes_before_the_first_date_is_over_once_that_has_come() -> None:
    agenda = view(RECEIVED)["agenda"]
    assert agenda["over"] == ["notice-concern", "tell-line-manager", "ask-adviser", "report-concern"]
    assert agenda["overText"] == "Up to the day of receipt, Thursday 17 December 2026: 4 steps"
    assert view(RECEIVED, "2026-12-16")["agenda"]["over"] == [], "the day has not come"


def test_what_no_date_was_given_for_is_still_to_ask_by_its_question() -> None:
    asked = view(RECEIVED)["agenda"]["ask"]
    assert [(one["asks"], one["text"]) for one in asked] == [
        ("When did the employer become aware of the concern?", "Statutory guidance: limit unknown."),
        ("When was the Regulator told?", "Panel guidance: limit will be set when the Regulator is told."),
    ]
    given = inputs(concern_received="2026-12-17", employer_aware="2026-12-15", regulator_told="2026-12-17")
    assert view(given)["agenda"]["ask"] == []


def test_of_many_overdue_acts_three_are_named_and_the_others_counted() -> None:
    agenda = view(RECEIVED, "2027-01-20")["agenda"]
    assert len(agenda["overdue"]) == 3
    assert agenda["overdue"][0]["text"] == "was due on Friday 18 December 2026"
    assert agenda["overdueRest"] == "And 3 more in the table below."
    assert agenda["next"] == "Nothing more is due"


def test_the_table_for_an_e_mail_tells_no_title_unless_it_is_asked_to() -> None:
    [columns, *plain], [_, *full] = ask_tool(["table", RECEIVED, 0, False], ["table", RECEIVED, 0, True])
    assert columns == ["Date", "What", "Who", "Form", "Done"]
    titles = {one["title"] for one in view(RECEIVED)["steps"]}
    assert {row[1] for row in full} <= titles
    assert titles.isdisjoint(cell for row in plain for cell in row)
    assert [row[0] for row in plain] == [row[0] for row in full]
    assert plain[0][0] == "Friday 18 December 2026, limit"


def test_dates_beyond_the_published_bank_holidays_are_marked() -> None:
    shown = view(inputs(concern_received="2028-12-20"))
    said = (
        "This date is not certain. "
        "Bank holidays after 2028 are not published yet: they follow the pattern of the law. Check again."
    )
    assert said in notes(shown, "hold-evaluation-meeting")
    assert said not in notes(shown, "inform-link-officers")
    assert "not published yet" in shown["summary"]["rules"]


def test_both_engines_say_as_data_which_days_were_skipped_and_why() -> None:
    given = inputs(concern_received="2026-12-17")
    worked = schedule(plan_of(area(), "trust-concern"), calendar(), given["anchors"])
    lines = [line for step in worked.steps if step.counted for line in step.counted.lines if line.kind == "skipped"]
    assert {line.reason for line in lines} >= {"Saturday", "Sunday", "Christmas Day", "Boxing Day (substitute day)"}
    assert all(line.text.endswith(f": not counted, {line.reason}") for line in lines)
    holidays = {line.day: line.reason for line in lines if days.weekday(line.day) < 5}
    shown = view(given)
    assert shown["summary"]["skipped"] == "; ".join(
        f"{days.long(day)} ({reason})" for day, reason in sorted(holidays.items())
    )
    assert step(shown, "hold-evaluation-meeting")["inShort"].endswith(
        "Not counted: Friday 25 December 2026 (Christmas Day), Monday 28 December 2026 (Boxing Day (substitute day))"
        " and Friday 1 January 2027 (New Year's Day)."
    )


@pytest.mark.parametrize(
    ("journey", "entered"),
    [
        ("trust-concern", {"concern_received": "2026-12-17"}),
        (
            "trust-concern",
            {"concern_received": "2026-12-21", "employer_aware": "2026-12-17", "closures": ["2026-12-30"]},
        ),
        (
            "trust-concern",
            {"concern_received": "2026-12-18", "employer_aware": "2026-12-15", "closures": ["2026-12-22"]},
        ),
        ("trust-concern", {"concern_received": "2026-12-18", "regulator_told": "2026-12-17"}),
        ("trust-concern", {"concern_received": "2026-12-18", "done": {"tell-the-regulator": "2026-12-29"}}),
        (
            "trust-concern",
            {"concern_received": "2028-12-16", "done": {"ask-for-records": "2029-01-02"}},
        ),
        # The nation's limit governs in 2028, whose bank holidays are published; the local one lies in 2029.
        ("trust-concern", {"concern_received": "2028-12-28", "employer_aware": "2028-12-20"}),
        ("inquiry", {"inquiry_ordered": "2026-12-21", "hearing": "2027-06-01"}),
        ("inquiry", {"inquiry_ordered": "2026-12-21", "hearing": "2027-07-01"}),
        ("trust-concern", {"concern_received": "2026-12-18", "employer_aware": "2026-12-07"}),
        ("trust-concern", {"concern_received": "2026-12-17", "holidays": ["2026-12-21", "2026-12-25"]}),
    ],
)
def test_the_calendar_file_has_the_same_bytes_as_that_of_the_command_line(
    journey: str, entered: dict[str, Any]
) -> None:
    given = inputs(journey, **entered)
    known = calendar().with_extra_bank_holidays(given.get("holidays", ()))
    worked = schedule(plan_of(area(), journey), known, given["anchors"], given["done"])
    for titles in (False, True):
        ours = icalendar.calendar_file(area(), worked, TOKEN, 3, given.get("closures", ()), titles)
        theirs = ask_tool(["ics", given, TOKEN, 3, titles])[0].encode("utf-8")
        assert theirs.split(b"\r\n") == ours.split(b"\r\n")


def test_a_timeline_without_dates_has_no_calendar_file() -> None:
    assert ask_tool(["ics", inputs("reflection"), TOKEN, 0]) == [""]


def test_the_spreadsheet_has_both_kinds_of_date_and_begins_with_the_mark_that_excel_needs() -> None:
    written = ask_tool(["csv", RECEIVED, days.parse("2026-12-24"), "council"])[0]
    head, row, end = written.split("\r\n")
    assert head.startswith(
        "\ufeffStep,Governs,Set by,Governs in words,From,Kind,What,Who,To,Forms,Rule,By its own rule,"
    )
    assert ",concern 7: 2026-12-24," in row, "the date of its own rule"
    assert row.startswith(
        "concern 7,2026-12-24,local procedure,Thursday 24 December 2026,,limit,Tell the Regulator online,"
    )
    assert end == ""


# Dates already in readers' hands


AWARE = inputs(concern_received="2026-12-18", employer_aware="2026-12-15")
MOVED = "Moved: “Tell the Regulator online”, Tuesday 29 December 2026 to Tuesday 22 December 2026."


def made(edition: str, entered: Any = AWARE) -> list[str]:
    """What is said first of a timeline that was opened from a link with that edition."""
    return [one["text"] for one in ask_tool(["moved", entered, days.parse("2026-12-18"), edition])[0]]


def test_what_is_opened_with_the_version_that_made_it_says_nothing_of_that() -> None:
    (edition,) = ask_tool(["edition", AWARE])
    assert edition.startswith("version=2.3&dates=")
    assert not any("version" in text for text in made(edition))


def test_what_an_older_version_made_says_which_dates_moved() -> None:
    (edition,) = ask_tool(["edition", AWARE, "2.2"])
    assert not any("version" in text for text in made(edition)), "nothing moved, so there is nothing to say"
    a_day_less = {**AWARE, "holidays": [days.parse("2026-12-22")]}
    first = made(edition, a_day_less)[0]
    assert first.startswith("Made with version 2.2 of the guide. This is version 2.3. Moved: ")
    assert "“Tell the Regulator online”, Tuesday 22 December 2026 to Wednesday 23 December 2026" in first


def test_a_link_from_before_links_had_a_version_says_what_moved_since_each_rule_stood_alone() -> None:
    first = made("")[0]
    assert first.startswith("Made with an earlier version of the guide. This is version 2.3. ")
    assert MOVED in first
