"""A first-time reader of the shipped guide finds the answer: by search, or in at most three clicks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.search import found


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("SCSI-5", "/forms/#scsi-5-title"),
        *(("SCSI5", "/forms/#scsi-5-title"), ("scsi–5", "/forms/#scsi-5-title")),
        *(("day 7", "/by-day/#day-7"), ("15 days", "/by-day/#day-15"), ("Working Day Eleven", "/by-day/#day-11")),
        *(("panel’s", "/glossary/#panel-term"), ("phone", "/procedures/rapid-review/#telephone-every-agency")),
        *(
            ("extension", "/questions/#no-slack-on-day-eight-title"),
            ("late", "/questions/#no-slack-on-day-eight-title"),
        ),
        ("scrutineer", "/roles/independent-scrutiny-officer/"),
        ("who tells Ofsted", "/roles/ofsted/"),
        ("near miss", "/glossary/#near-miss-term"),
        ("CSPRG-8", "/forms/#form-8-title"),
        ("National Panel", "/roles/panel/"),
        ("decision-making proforma", "/procedures/rapid-review/#review-decision-record"),
        ("CCG", "/roles/ccg/"),
    ],
)
def test_search_finds_it_among_the_first_results(page: Page, words: str, address: str) -> None:
    assert address in [one for one, _ in found(page, words)]


def test_search_finds_every_code_of_every_form(open_page: OpenPage) -> None:
    codes = [f"SCSI-{number}" for number in range(1, 8)] + ["SRG-8", "Letter-9", "LLR-1", "LLR-2"]
    for code in codes:
        assert any(code in heading for _, heading in found(open_page("/"), code)), code


def test_which_form_do_i_send_agencies_on_day_two(page: Page) -> None:
    page.get_by_role("link", name="Day by day").click()
    day_two = page.locator("#day-2")
    expect(day_two.get_by_text("SCSI-5, SCSI-6")).to_be_visible()
    day_two.get_by_role("link", name="Ask every agency for its information").click()
    expect(page.locator("#request-agency-information")).to_contain_text("with letter SCSI-6")


def test_who_sends_the_final_report_and_by_when(page: Page) -> None:
    page.get_by_role("link", name="Local child safeguarding practice review").first.click()
    page.locator(".outline").get_by_role("link", name="Send the signed report before publication").click()
    card = page.locator("#send-final-report")
    expect(card).to_contain_text("Safeguarding Children's Partnership Team")
    expect(card).to_contain_text("No later than 7 working days before publication")
    expect(card).to_contain_text("Another reading: no later than 7 clear working days before publication")


def test_what_happens_if_an_agency_does_not_answer(page: Page) -> None:
    page.get_by_role("link", name="The rapid review").first.click()
    page.locator(".outline").get_by_role("link", name="Telephone agencies that have not answered").click()
    expect(page.locator("#chase-missing-returns")).to_contain_text("available by the end of the day")


def test_what_if_new_information_suggests_a_national_review(page: Page) -> None:
    page.get_by_role("link", name="Local child safeguarding practice review").first.click()
    page.locator(".outline").get_by_role("link", name="Tell the Panel if a national review may fit").click()
    card = page.locator("#share-view-on-national-review")
    expect(card).to_contain_text("Child Safeguarding Practice Review Panel")
    expect(card).to_contain_text("At any time during the review")


def test_i_am_an_agency_manager_what_do_i_owe_and_when(page: Page) -> None:
    page.get_by_role("link", name="Who does what").first.click()
    page.get_by_role("link", name="Agency managers").click()
    row = page.get_by_role("row", name=re.compile("Return the agency information")).first
    expect(row).to_contain_text("Within 5 working days after the request for information is sent")
    expect(row).to_contain_text("SCSI-5")


def test_what_does_the_source_not_say_about_neither(page: Page) -> None:
    page.get_by_role("link", name="Multi-agency local learning review").first.click()
    page.locator(".outline").get_by_role("link", name="Neither review").first.click()
    page.locator("#neither-review-outcome").get_by_role("link", name="Not stated in the source: see question").click()
    expect(page.locator("#neither-review")).to_contain_text("Until it is answered")


def test_the_decision_guide_leads_to_a_person_and_a_date_and_never_to_a_verdict(open_page: OpenPage) -> None:
    page = open_page("/should-this-be-notified/", java_script_enabled=False)
    page.locator("#abuse-or-neglect").get_by_role("link", name="Yes, or I am not sure").click()
    expect(page).to_have_url(re.compile(r"#died-or-seriously-harmed$"))
    page.locator("#died-or-seriously-harmed").get_by_role("link", name="Yes, or I am not sure").click()
    expect(page).to_have_url(re.compile(r"#talk-today$"))
    talk = page.locator("#talk-today")
    expect(talk.get_by_role("link", name="Safeguarding lead or senior manager").first).to_be_visible()
    expect(talk).to_contain_text("within 5 working days after the local authority becomes aware of the incident")
    assert page.locator("input, select, textarea").locator("visible=true").count() <= 1  # the search box alone


def test_every_procedure_can_be_read_with_scripts_off(open_page: OpenPage) -> None:
    for name in ("notification", "rapid-review", "local-review", "learning-review"):
        page = open_page(f"/procedures/{name}/", java_script_enabled=False)
        assert page.locator(".card").count() == page.locator(".card:visible").count() > 10
        expect(page.locator(".flow-svg").first).to_be_visible()
