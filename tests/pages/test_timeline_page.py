"""What the timeline page holds before anybody has entered anything."""

from __future__ import annotations

import json
import re

from area_guides import area
from guide.model.partnership import Anchor
from guide.pages.script_json import script_json
from guide.pages.timeline_page import subject_of, timeline_page
from timeline_tool import json_block, page_text, text_of

DUTY = "Tell the partners of the area"
BESIDE = {
    "Tell the Regulator online": "after the employer becomes aware of the concern (statutory guidance)",
    "Send PT-3 to the Circle": "By day 1 (flowchart 1).Planned day: on working day 2",
    "Complete an inquiry in 6 months": "after the order for an inquiry (statutory guidance)",
}
"""What stands in the table beside a step's own rule: the nation's, or an earlier day of the same act."""


def hand_rows(page: str) -> list[tuple[str, str, str]]:
    """When, step and who of each row of the tables to fill in; the step without the terms behind its title."""
    cells = r'<tr><td>(.*?)</td><th scope="row">(<a.*?</a>).*?</th><td>(.*?)</td><td class="write-here"></td></tr>'
    return re.findall(cells, page)


def test_json_in_the_page_can_neither_end_its_script_nor_begin_a_comment() -> None:
    written = str(script_json({"a": "</script><!-- & \u2028 é"}))
    assert not set("<>&") & set(written)
    assert json.loads(written) == {"a": "</script><!-- & \u2028 é"}


def test_the_page_has_one_first_heading_and_no_blank_line_inside_its_markup() -> None:
    front, _, body = page_text().removeprefix("---\n").partition("\n---\n")
    assert 'title: "Work out the dates"' in front
    markup = body.strip()
    assert markup.startswith("<h1>Work out the dates</h1>\n")
    assert markup.count("<h1") == 1
    assert "\n\n" not in markup
    assert re.findall(r"\s(?:style|on[a-z]+)=", markup) == []


def test_every_link_of_the_page_stays_inside_the_site_or_opens_a_public_form() -> None:
    links = set(re.findall(r'(?:href|src)="([^"]*)"', page_text()))
    assert {one for one in links if not one.startswith("../")} == {"https://www.gov.uk/harbours/trusted-adults"}


def test_a_message_about_a_date_begins_with_its_name() -> None:
    written = dict.fromkeys(("asks", "short", "event", "day_zero"), "x")
    assert subject_of(Anchor.model_validate({**written, "missing": "Enter the date of the hearing"})) == (
        "The date of the hearing"
    )


def test_each_journey_asks_for_its_own_dates_and_says_which_may_be_left_out() -> None:
    asked = {one.id: [(date.id, date.required) for date in one.dates] for one in timeline_page(area()).journeys}
    assert asked == {
        "trust-concern": [("concern-received", True), ("employer-aware", False), ("regulator-told", False)],
        "inquiry": [("inquiry-ordered", True), ("hearing", False)],
        "reflection": [],
        "back-from-hearing": [("hearing", True)],
        "records": [("records-requested", True), ("concern-received", False)],
    }


def test_journeys_with_the_same_procedures_share_one_plan_and_only_working_back_leaves_undated_steps_out() -> None:
    journeys = json_block("timeline-data")["journeys"]
    assert journeys["inquiry"]["plan"] == journeys["back-from-hearing"]["plan"] == "inquiry"
    assert [name for name, one in journeys.items() if one["only_dated"]] == ["back-from-hearing"]


def test_without_scripts_every_step_of_every_procedure_stands_in_a_table_with_an_empty_date() -> None:
    rows = hand_rows(page_text())
    titles = [text_of(title) for _, title, _ in rows]
    steps = [str(one.title) for procedure in area().procedures for one in procedure.steps]
    assert [title for title in titles if title != DUTY] == steps
    assert text_of(rows[titles.index(DUTY)][0]).startswith("National rule (")
    meeting = rows[titles.index("Hold the evaluation meeting")]
    assert text_of(meeting[0]) == (
        "Day 11Planned day: on working day 11 after the duty desk receives the concern, in the afternoon."
        "By day 11 (flowchart 1).Another reading: 11 working days after “Tell the Board and the Circle” is done."
    )
    assert meeting[2] == "Evaluation Circle"
    assert text_of(rows[titles.index("Endorse the inquiry report")][0]) == "No deadline stated in the source"


def test_without_scripts_a_step_is_shown_with_every_rule_that_it_is_held_to() -> None:
    cells = {text_of(title): text_of(when) for when, title, _ in hand_rows(page_text())}
    assert {title: words in cells[title] for title, words in BESIDE.items()} == dict.fromkeys(BESIDE, True)
    assert "write the earliest date" in page_text()


def test_without_scripts_each_day_that_a_rule_counts_from_is_there_to_be_written_down() -> None:
    asked = re.findall(r'<h3 id="by-hand-([^"]*)">|<p class="write-zero">(.*?): <', page_text())
    first = [day for _, day in asked[: [name for name, _ in asked].index("evaluation")] if day]
    assert first == [
        "The day of receipt (the duty desk receives the concern)",
        "The day the employer became aware",
        "The day the Regulator was told",
    ]


def test_the_bank_holidays_of_three_years_begin_with_the_year_the_guide_came_into_force() -> None:
    years = timeline_page(area()).bank_holidays
    assert [year.year for year in years] == [2026, 2027, 2028]
    assert [len(year.days) for year in years] == [8, 8, 8]
    assert "Friday 25 December 2026: Christmas Day" in page_text()
    assert "Monday 28 December 2026: Boxing Day (substitute day)" in page_text()


def test_how_to_count_by_hand_is_said_for_each_way_of_counting() -> None:
    words = re.sub(r"\s+", " ", text_of(page_text()))
    assert (
        "In “A concern about a trusted adult” and “The evaluation”, the day of receipt is day 0 and is never counted."
        in words
    )
    assert "In “Full inquiry”" not in words, "a procedure that numbers no day has no day 1"


def test_the_browser_learns_from_the_anchors_which_date_usually_comes_first() -> None:
    plans = json_block("timeline-data")["plans"]
    assert plans["trust-concern"]["usual_order"] == [["employer-aware", "concern-received"]]
    assert plans["inquiry"]["usual_order"] == [["inquiry-ordered", "hearing"]]
