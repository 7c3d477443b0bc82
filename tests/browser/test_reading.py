"""A first-time reader finds the answer: by search, or in at most three clicks from the home page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage


def found(page: Page, words: str) -> list[tuple[str, str]]:
    """The first results of a search: address within the site, and heading."""
    page.get_by_role("searchbox").or_(page.get_by_placeholder("Search")).first.click()
    # The words at once, and one key: results for the first letters alone would be found first, and read as the answer.
    page.keyboard.insert_text(words)
    page.keyboard.press("End")
    page.locator(".md-search-result__link").first.wait_for(state="visible", timeout=15_000)
    links = page.locator(".md-search-result__link").all()[:5]
    return [
        (re.sub(r"^https?://[^/]+|\?[^#]*", "", link.get_attribute("href") or ""), link.text_content() or "")
        for link in links
    ]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("SCSI-5", "/forms/#scsi-5-title"),
        ("day 7", "/by-day/"),
        ("who tells Ofsted", "/roles/ofsted/"),
        ("near miss", "/glossary/#near-miss-term"),
        ("CSPRG-8", "/forms/#form-8-title"),
        ("National Panel", "/roles/panel/"),
        ("decision-making proforma", "/procedures/rapid-review/"),
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
    row = page.get_by_role("row", name=re.compile("Return the agency information"))
    expect(row).to_contain_text("Within 5 working days after “Ask every agency for its information”")
    expect(row).to_contain_text("SCSI-5")


def test_what_does_the_source_not_say_about_neither(page: Page) -> None:
    page.get_by_role("link", name="Multi-agency local learning review").first.click()
    page.locator(".outline").get_by_role("link", name="Neither review").first.click()
    page.locator("#neither-review-outcome").get_by_role(
        "link", name="not stated in the source: see the question"
    ).click()
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


def test_a_box_in_a_drawing_leads_to_its_card_and_the_card_leads_on(open_page: OpenPage) -> None:
    page = open_page("/procedures/rapid-review/")
    page.get_by_role("link", name=re.compile("7 · Day 2 · Team")).click()
    expect(page).to_have_url(re.compile(r"#telephone-every-agency$"))
    page.locator("#telephone-every-agency").get_by_role("link", name="step 8, Return the agency information").click()
    expect(page).to_have_url(re.compile(r"#return-agency-information$"))


def test_a_box_at_the_edge_of_the_window_is_pressed_where_it_is_seen(open_page: OpenPage) -> None:
    page = open_page("/procedures/rapid-review/")
    box = page.get_by_role("link", name=re.compile("7 · Day 2 · Team"))
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
    expect(page).to_have_url(re.compile(r"#telephone-every-agency$"))


@pytest.mark.parametrize("path", ["/procedures/notification/", "/by-day/", "/should-this-be-notified/", "/glossary/"])
def test_a_phone_never_scrolls_sideways(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320, height=700)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_phone_shows_what_falls_to_a_role_without_a_table_to_scroll(open_page: OpenPage) -> None:
    page = open_page("/roles/partnership-team/", width=320, height=700)
    assert page.locator(".stacks").count() > 5
    assert (
        page.locator(".stacks").evaluate_all("all => all.filter((one) => one.scrollWidth > one.clientWidth).length")
        == 0
    )
    row = page.get_by_role("row", name=re.compile("Ask every agency for its information")).first
    when = row.get_by_role("cell").nth(1)
    expect(when).to_have_text("Day 2")
    assert page.get_by_role("columnheader", name="By when").count() > 5
    what = row.get_by_role("cell").first.bounding_box()
    below = when.bounding_box()
    assert what is not None
    assert below is not None
    assert below["y"] >= what["y"] + what["height"]


def test_a_header_that_sorts_nothing_does_not_look_as_if_it_did(open_page: OpenPage) -> None:
    header = open_page("/roles/partnership-team/").get_by_role("columnheader", name="Step").first
    header.hover()
    shown = header.evaluate("(one) => [getComputedStyle(one).cursor, getComputedStyle(one, '::after').content]")
    assert shown == ["auto", "none"]


def test_a_drawing_opened_alone_leads_back_to_its_page(open_page: OpenPage) -> None:
    page = open_page("/procedures/rapid-review/")
    page.get_by_role("link", name="Open the drawing alone").first.click()
    expect(page).to_have_url(re.compile(r"/procedures/rapid-review/rapid-review-1\.svg$"))
    assert page.locator("a.flow-node").first.get_attribute("href") == "./#notify-partners-and-review-group"
