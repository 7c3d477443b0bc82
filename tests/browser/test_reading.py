"""A first-time reader finds the answer: by search, or in at most three clicks from the home page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.search import found


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("PT-5", "/forms/#pt-5-title"),
        ("day 7", "/by-day/#day-7"),
        ("Inspectorate of Harbours", "/roles/inspectorate/"),
        ("close call", "/glossary/#close-call-term"),
        ("FR 8 form", "/forms/#finding-record-title"),
        ("National Standards Regulator", "/roles/regulator/"),
        ("evidence bundle", "/procedures/evaluation/#send-evidence-bundle"),
        ("Harbour Health Board", "/roles/health-board/"),
    ],
)
def test_search_finds_it_among_the_first_results(page: Page, words: str, address: str) -> None:
    assert address in [one for one, _ in found(page, words)]


def test_search_finds_every_code_of_every_form(open_page: OpenPage) -> None:
    codes = [f"PT-{number}" for number in range(1, 8)] + ["FR-8", "Letter 9", "LR-1"]
    for code in codes:
        assert any(code in heading for _, heading in found(open_page("/"), code)), code


def test_which_form_do_i_send_employers_on_day_two(page: Page) -> None:
    page.get_by_role("link", name="Day by day").click()
    day_two = page.locator("#day-2")
    expect(day_two.get_by_text("PT-5, PT-6")).to_be_visible()
    day_two.get_by_role("link", name="Ask every employer for its records").click()
    expect(page.locator("#ask-for-records")).to_contain_text("with letter PT-6")


def test_who_sends_the_inquiry_report_and_by_when(page: Page) -> None:
    page.get_by_role("link", name="Full inquiry").first.click()
    page.locator(".outline").get_by_role("link", name="Send the signed report before the hearing").click()
    card = page.locator("#send-inquiry-report")
    expect(card).to_contain_text("Harbour Duty Desk")
    expect(card).to_contain_text("No later than 7 working days before the hearing")
    expect(card).to_contain_text("Another reading: no later than 7 clear working days before the hearing")


def test_what_happens_if_an_employer_does_not_answer(page: Page) -> None:
    page.get_by_role("link", name="The evaluation").first.click()
    page.locator(".outline").get_by_role("link", name="Ring employers that have not answered").click()
    expect(page.locator("#chase-missing-records")).to_contain_text("has not answered by working day 7")


def test_what_if_new_information_is_for_the_police(page: Page) -> None:
    page.get_by_role("link", name="Full inquiry").first.click()
    page.locator(".outline").get_by_role("link", name="Say if the police should take over").click()
    card = page.locator("#share-view-on-police-inquiry")
    expect(card).to_contain_text("Harbour Constabulary")
    expect(card).to_contain_text("At any time during the inquiry")


def test_i_am_a_record_keeper_what_do_i_owe_and_when(page: Page) -> None:
    page.get_by_role("link", name="Who does what").first.click()
    page.get_by_role("link", name="Record keepers").click()
    row = page.get_by_role("row", name=re.compile("Return the records")).first
    expect(row).to_contain_text("Within 5 working days after “Ask every employer for its records” is done")
    expect(row).to_contain_text("PT-5")


def test_what_does_the_source_not_say_about_neither(page: Page) -> None:
    page.get_by_role("link", name="Shared reflection").first.click()
    page.locator(".outline").get_by_role("link", name="Neither").first.click()
    page.locator("#neither-way").get_by_role("link", name="not stated in the source: see question 16").click()
    expect(page.locator("#neither-reflection-nor-inquiry")).to_contain_text("Until it is answered")


def test_the_decision_guide_leads_to_a_person_and_a_date_and_never_to_a_verdict(open_page: OpenPage) -> None:
    page = open_page("/should-i-report-this/", java_script_enabled=False)
    page.locator("#trusted-adult").get_by_role("link", name="Yes, or I am not sure").click()
    expect(page).to_have_url(re.compile(r"#child-at-risk$"))
    page.locator("#child-at-risk").get_by_role("link", name="Yes, or I am not sure").click()
    expect(page).to_have_url(re.compile(r"#talk-today$"))
    talk = page.locator("#talk-today")
    expect(talk.get_by_role("link", name="Line manager").first).to_be_visible()
    expect(talk).to_contain_text("within 5 working days after the employer becomes aware of the concern")
    assert page.locator("input, select, textarea").locator("visible=true").count() <= 1  # the search box alone


def test_every_procedure_can_be_read_with_scripts_off(open_page: OpenPage) -> None:
    for name in ("concern", "evaluation", "inquiry", "reflection"):
        page = open_page(f"/procedures/{name}/", java_script_enabled=False)
        assert page.locator(".card").count() == page.locator(".card:visible").count() > 10
        expect(page.locator(".flow-svg").first).to_be_visible()


def test_a_box_in_a_drawing_leads_to_its_card_and_the_card_leads_on(open_page: OpenPage) -> None:
    page = open_page("/procedures/evaluation/")
    page.get_by_role("link", name=re.compile("7 · Day 2 · Duty desk")).click()
    expect(page).to_have_url(re.compile(r"#ring-every-employer$"))
    page.locator("#ring-every-employer").get_by_role("link", name="step 8, Return the records").click()
    expect(page).to_have_url(re.compile(r"#return-records$"))


def test_a_box_at_the_edge_of_the_window_is_pressed_where_it_is_seen(open_page: OpenPage) -> None:
    page = open_page("/procedures/evaluation/")
    box = page.get_by_role("link", name=re.compile("7 · Day 2 · Duty desk"))
    top, middle = box.evaluate(
        """(box) => {
          scrollTo(0, scrollY + box.getBoundingClientRect().top - innerHeight + 6);
          const { top, left, width } = box.getBoundingClientRect();
          return [top, left + width / 2];
        }"""
    )
    page.mouse.move(middle, top + 3)
    page.mouse.down()
    assert box.evaluate("(box) => box.getBoundingClientRect().top") == top
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"#ring-every-employer$"))


@pytest.mark.parametrize("path", ["/procedures/concern/", "/by-day/", "/should-i-report-this/", "/glossary/"])
def test_a_phone_never_scrolls_sideways(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320, height=700)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_phone_shows_what_falls_to_a_role_without_a_table_to_scroll(open_page: OpenPage) -> None:
    page = open_page("/roles/duty-desk/", width=320, height=700)
    assert page.locator(".stacks").count() > 5
    assert (
        page.locator(".stacks").evaluate_all("all => all.filter((one) => one.scrollWidth > one.clientWidth).length")
        == 0
    )
    row = page.get_by_role("row", name=re.compile("Ask every employer for its records")).first
    when = row.get_by_role("cell").nth(1)
    expect(when).to_have_text(re.compile(r"^Day 2\."))
    assert page.get_by_role("columnheader", name="By when").count() > 5
    what = row.get_by_role("cell").first.bounding_box()
    below = when.bounding_box()
    assert what is not None
    assert below is not None
    assert below["y"] >= what["y"] + what["height"]


def test_a_header_that_sorts_nothing_does_not_look_as_if_it_did(open_page: OpenPage) -> None:
    header = open_page("/roles/duty-desk/").get_by_role("columnheader", name="Step").first
    header.hover()
    shown = header.evaluate("(one) => [getComputedStyle(one).cursor, getComputedStyle(one, '::after').content]")
    assert shown == ["auto", "none"]


def test_a_drawing_opened_alone_leads_back_to_its_page(open_page: OpenPage) -> None:
    page = open_page("/procedures/evaluation/")
    page.get_by_role("link", name="Open the drawing alone").first.click()
    expect(page).to_have_url(re.compile(r"/procedures/evaluation/evaluation-1\.svg$"))
    assert page.locator("a.flow-node").first.get_attribute("href") == "./#tell-board-and-circle"
