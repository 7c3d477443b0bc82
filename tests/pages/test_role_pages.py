"""The page of a role speaks to it: what it owes, what comes to it and what it does next, whom it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import html5lib
import pytest

from guide.model import Guide
from guide.pages import site
from guide.pages.role_facts import role_page
from guide.publishing.origin import Origin
from planted import planted
from surfaces import markup

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)


@pytest.fixture(scope="module")
def pages(guide: Guide) -> Mapping[str, str]:
    return site.render(guide, BUILD)


def section(page: str, heading: str) -> str:
    return markup.words(markup.under(html5lib.parse(page, namespaceHTMLElements=False), heading))


def test_a_record_keeper_reads_first_what_is_owed_when_on_which_form_and_to_whom(pages: Mapping[str, str]) -> None:
    page = html5lib.parse(pages["roles/record-keepers.md"], namespaceHTMLElements=False)
    headings = [markup.words(one) for one in page.iter("h2")]
    assert headings[:3] == [
        "You act for employers asked for records: what falls to them", "What if you cannot do it in time?", "Your days",
    ]  # fmt: skip
    (row,) = markup.rows(markup.under(page, headings[0]))
    assert markup.words(row["By when"]) == (
        "Within 5 working days after “Ask every employer for its records” is done."
        "The source also says: days 3 to 7, so by day 7."
        "Where its two dates differ, it is due within 5 working days after "
        "“Ask every employer for its records” is done."
    )
    assert (markup.words(row["On which form"]), markup.words(row["To whom"])) == ("PT-5", "Harbour Duty Desk")
    late = section(pages["roles/record-keepers.md"], "What if you cannot do it in time?")
    assert "The duty desk rings you if it has no answer by working day 7." in late
    assert "Ask: Harbour Duty Desk" in late


def test_what_comes_is_said_to_who_receives_it_with_the_step_of_theirs_that_follows(pages: Mapping[str, str]) -> None:
    page = html5lib.parse(pages["roles/record-keepers.md"], namespaceHTMLElements=False)
    first, *_ = markup.rows(markup.under(page, "What comes to you"))
    assert markup.words(first["From"]) == "Harbour Duty Desk"
    assert markup.words(first["What comes to you"]).startswith("The duty desk sends you PT-5, with letter PT-6")
    assert markup.words(first["What you do next"]) == "Step 8: Return the records"


def test_a_record_keeper_gets_what_comes_to_the_employers_too(guide: Guide) -> None:
    names = [str(one.step.id) for one in role_page(guide, "record-keepers").comes]
    assert names == ["ask-for-records", "ring-every-employer", "chase-missing-records", "share-lessons"]


def test_a_step_done_on_a_condition_is_named_with_it_and_the_one_behind_it_too(guide: Guide) -> None:
    (records,) = (one for one in role_page(guide, "duty-desk").comes if one.step.id == "return-records")
    assert [str(one.entry.entry_id) for one in records.next] == ["chase-missing-records", "send-evidence-bundle"]


def test_where_somebody_else_chooses_first_no_next_step_is_named(guide: Guide) -> None:
    letters = {str(one.step.id): one.next for one in role_page(guide, "circle").comes}
    assert letters["inform-link-officers"] == ()


def test_a_body_whose_act_stands_in_a_note_is_told_so_and_not_that_it_has_no_step(pages: Mapping[str, str]) -> None:
    page = pages["roles/regulator.md"]
    assert "confirms the finding or recommends another" in section(page, "What the procedures say of you")
    assert "no step" not in page.lower()


def test_a_body_that_only_receives_is_told_just_that(pages: Mapping[str, str]) -> None:
    assert "No step of the procedures is yours: they say only what comes to you." in pages["roles/minister.md"]


def test_who_waits_for_a_decision_reads_the_question_and_the_answer_that_brings_their_turn(
    pages: Mapping[str, str],
) -> None:
    said = section(pages["roles/worker.md"], "Whom you wait for")
    assert "your turn comes with the answer “Yes” to “Is the threshold met?” Who decides: Employer." in said


def test_no_page_of_a_role_has_a_line_twice_below_one_heading(pages: Mapping[str, str], guide: Guide) -> None:
    for name, page in pages.items():
        if name.startswith("roles/"):
            tree = html5lib.parse(page, namespaceHTMLElements=False)
            for listed in tree.iter("ul"):
                lines = [markup.words(one) for one in listed]
                assert len(lines) == len(set(lines)), name


def test_who_is_told_by_a_may_is_not_waited_for_as_by_a_should(tmp_path: Path) -> None:
    free = (
        "evaluation.yml",
        "        does: Weigh the draft finding.\n",
        "        may: true\n        does: Weigh the draft finding.\n",
    )
    guide = planted(tmp_path, free)
    (draft,) = (one for one in role_page(guide, "harbour-board").comes if one.step.id == "send-finding-to-board")
    assert [str(one.entry.entry_id) for one in draft.next] == ["weigh-finding", "hold-board-call"]


def test_the_list_of_roles_says_what_each_does_first(pages: Mapping[str, str]) -> None:
    page = html5lib.parse(pages["roles/index.md"], namespaceHTMLElements=False)
    said = {name: markup.words(one) for name, one in markup.terms(page).items()}
    assert said["Worker"].endswith("First: Notice a concern about a trusted adult (flowchart 1, step 1).")
    assert "First comes to you from" in said["Minister for Harbours"]


def test_a_duty_that_stands_in_the_decision_guide_alone_is_told_to_whom_it_falls(pages: Mapping[str, str]) -> None:
    said = section(pages["roles/employer.md"], "What national rules ask of you")
    assert "Tell the Regulator." in said
    assert "Set by: Statute." in said.replace(" .", ".")
    assert "It stands in “" in said


def test_a_form_is_waited_for_and_an_arrow_is_not(pages: Mapping[str, str]) -> None:
    said = section(pages["roles/record-keepers.md"], "Whom you wait for")
    assert "PT-5 and PT-6 come from Harbour Duty Desk (step 6, “Ask every employer for its records”)." in said
    assert "Ring every employer" not in said


def test_whose_act_it_is_stands_on_each_of_your_days(pages: Mapping[str, str]) -> None:
    said = section(pages["roles/duty-desk.md"], "Your days")
    assert "Who: Harbour Board, with Harbour Duty Desk" in said
