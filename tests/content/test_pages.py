"""What the pages of the shipped guide say, and which pages there are."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest

from guide.model.guide import Guide
from guide.pages import site
from guide.pages.assurance import Assurance, assurance
from guide.pages.gates import read_record
from guide.pages.page_facts import bank_holidays, duties_without_step, question_places, steps_by_role
from guide.pages.role_facts import role_page
from guide.pages.terms import Terms
from guide.pages.timeline_page import timeline_page
from guide.pages.waits import waits_of
from guide.publishing.origin import Origin
from kinds import pages_of

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)
PROCEDURES = ("notification", "rapid-review", "local-review", "learning-review")


def test_the_review_group_waits_for_the_team_and_the_team_for_the_group(guide: Guide) -> None:
    waits = waits_of(guide, "review-group")
    pairs = [(wait.other.entry.entry_id, wait.mine.entry.entry_id, wait.actors.ids) for wait in waits.for_others]
    assert ("send-rapid-review-report", "read-rapid-review-report", ("partnership-team",)) in pairs
    pairs = [(wait.mine.entry.entry_id, wait.other.entry.entry_id, wait.actors.ids) for wait in waits.for_me]
    assert ("hold-rapid-review-meeting", "send-decision-record-to-partners", ("partnership-team",)) in pairs


def waited_for(guide: Guide, actor: str) -> list[tuple[str, str, str]]:
    found = waits_of(guide, actor).for_others
    return [(str(one.mine.entry.entry_id), str(one.other.entry.entry_id), one.reason) for one in found]


def test_an_agency_waits_for_the_request_and_for_no_telephone_call(guide: Guide) -> None:
    for actor in ("agencies", "agency-managers"):
        assert waited_for(guide, actor) == [
            ("return-agency-information", "request-agency-information", "forms"),
            ("return-agency-information", "request-agency-information", "counts"),
        ]


def test_the_team_waits_for_what_is_signed_and_rings_agencies_without_waiting_for_their_returns(guide: Guide) -> None:
    found = waited_for(guide, "partnership-team")
    assert ("send-decision-to-panel", "hold-partners-conference", "forms") in found
    assert ("send-signed-proforma", "hold-partners-conference", "forms") in found  # in flowchart 2, where it is signed
    assert ("send-signed-proforma", "notify-the-panel", "national") in found
    assert [one for one in found if one[0] == "chase-missing-returns" or one[1] == "hold-rapid-review"] == []


def test_the_authority_waits_for_an_answer_and_for_nothing_else(guide: Guide) -> None:
    assert waited_for(guide, "local-authority") == [("notify-the-panel", "criteria-met", "answer")]


def test_the_review_group_meets_on_the_day_that_the_team_sets(guide: Guide) -> None:
    assert ("hold-rapid-review-meeting", "schedule-rapid-review-meeting", "sets") in waited_for(guide, "review-group")


def test_an_agency_does_one_step_and_receives_two_telephone_calls(guide: Guide) -> None:
    found = steps_by_role(guide, "agencies")
    assert [use.entry.entry_id for use in found.does] == ["return-agency-information"]
    assert [use.entry.entry_id for use in found.receives] == ["telephone-every-agency", "chase-missing-returns"]


def test_whatever_goes_to_somebody_is_also_said_to_them(guide: Guide) -> None:
    steps = [step for procedure in guide.procedures for step in procedure.steps]
    assert [step.id for step in steps if bool(step.to) != bool(step.received)] == []


def test_an_agency_manager_reads_of_the_request_the_two_calls_and_what_if_it_is_late(guide: Guide) -> None:
    page = role_page(guide, "agency-managers")
    comes = {str(one.step.id): [str(then.entry.entry_id) for then in one.next] for one in page.comes}
    assert comes == {
        "request-agency-information": ["return-agency-information"],
        "telephone-every-agency": ["return-agency-information"],
        "chase-missing-returns": [],
    }
    assert [(step.id, step.if_late.ask) for step in page.late if step.if_late] == [
        ("return-agency-information", "partnership-team")
    ]


def test_the_panel_is_told_what_the_source_says_it_does(guide: Guide) -> None:
    assert [str(one.entry.entry_id) for one in role_page(guide, "panel").said] == ["panel-confirms-or-recommends"]


def test_a_question_about_two_places_leads_to_both(guide: Guide) -> None:
    places = [use.entry.entry_id for use in question_places(guide)["scsi-3-day-one-or-two"]]
    assert places == ["inform-partner-representatives", "send-scsi-3-to-review-group"]


def test_bank_holidays_are_listed_for_three_years_from_the_guides_own_date(guide: Guide) -> None:
    (listed,) = bank_holidays(guide)
    assert listed.calendar.id == "england-and-wales"
    assert {year.year: len(year.days) for year in listed.years} == {2026: 8, 2027: 8, 2028: 8}


def test_a_form_code_leads_to_its_form(guide: Guide) -> None:
    marked = Terms(guide).marked("Send letter SCSI-2.", "../../")
    assert marked == 'Send letter <a class="term" href="../../forms/#scsi-2">SCSI-2</a>.'


def test_a_term_is_linked_at_its_first_use_only(guide: Guide) -> None:
    marked = Terms(guide).marked("A near miss is a near miss.", "../")
    assert marked == 'A <a class="term" href="../glossary/#near-miss">near miss</a> is a near miss.'


def test_everyday_words_of_the_steps_are_no_terms(guide: Guide) -> None:
    said = "Schedule the meeting within your organisation, as planned; the letter is published."
    assert Terms(guide).marked(said, "") == said
    assert "#limit" in Terms(guide).marked("no later than seven days before", "")


def test_each_journey_asks_for_its_own_dates_and_says_which_may_be_left_out(guide: Guide) -> None:
    asked = {one.id: [(date.id, date.required) for date in one.dates] for one in timeline_page(guide).journeys}
    assert asked == {
        "serious-incident": [("notification-received", True), ("authority-aware", False), ("panel-notified", False)],
        "local-review": [("review-decided", True), ("publication", False)],
        "learning-review": [],
        "working-back": [("publication", True)],
        "agency-information": [("information-requested", True), ("notification-received", False)],
    }


@pytest.fixture(scope="module")
def facts(guide: Guide) -> Assurance:
    return assurance(guide)


@pytest.fixture(scope="module")
def page(guide: Guide) -> str:
    return words(site.render(guide, BUILD)["assurance.md"])


def words(text: str) -> str:
    return " ".join(" ".join(html5lib.parse(text).itertext()).split())


def test_every_question_that_a_proof_answers_for_is_on_the_page(facts: Assurance, page: str) -> None:
    assert [one.question.number for one in facts.listed] == [1, 7, 8, 5, 36]
    for one in facts.listed:
        assert f"Question {one.question.number}: {one.question.title}" in page


def test_the_page_says_how_many_start_dates_were_tried_and_how_far_they_reach(page: str) -> None:
    assert "8,766" in page
    assert "8,373, from Thursday 3 January 2013 to Thursday 6 December 2035" in page
    assert "19 calendar days, for example Sunday 6 January 2013 to Friday 25 January 2013" in page
    assert "26 calendar days, for example Wednesday 11 December 2013 to Monday 6 January 2014" in page
    assert "393, because a date would lie outside the calendar" in page


def test_four_limits_of_five_leave_nothing_to_spare(facts: Assurance, page: str) -> None:
    assert [(len(table.without), len(table.rows)) for table in facts.slack] == [(4, 5)]
    assert "4 steps of 5 have nothing to spare" in page


def test_the_figures_are_those_of_the_approved_document(facts: Assurance) -> None:
    assert facts.source_items == 55
    assert facts.expected > 8 * facts.examples - 24


def test_every_procedure_and_the_questions_to_decide_by_have_their_page(built_site: Path) -> None:
    promised = {f"/procedures/{name}/" for name in PROCEDURES} | {"/should-this-be-notified/"}
    assert {page for page in pages_of(built_site) if re.fullmatch("/procedures/.+/|/should.+/", page)} == promised


def test_nobody_is_sent_to_flowchart_3_in_two_ways(built_site: Path) -> None:
    texts = [re.sub(r"<[^>]+>", "", path.read_text("utf-8")).lower() for path in built_site.rglob("*.html")]
    assert any("local review: go to flowchart 3" in text for text in texts)


def test_the_record_of_gates_counts_every_page_there_is(built_site: Path, guide: Guide) -> None:
    record = read_record()
    assert record.body == guide.partnership.body
    there = len(pages_of(built_site))
    tried = [gate for gate in record.gates if gate.engine == "Chromium"]
    assert {gate.title: gate.pages for gate in tried if gate.pages != there} == {}, "run make gates"
    # The two other engines take a quarter of an hour. Their rows say how many pages there were when it was last done.
    assert {gate.title: gate.pages for gate in record.gates if not 0 < gate.pages <= there} == {}


def test_the_authority_reads_of_its_duty_for_a_looked_after_child(guide: Guide) -> None:
    parts = [str(one.id) for one in duties_without_step(guide, "local-authority")]
    assert parts == ["notified-in-any-case"]
    assert duties_without_step(guide, "panel") == ()
