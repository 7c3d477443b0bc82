"""What the shipped guide says of its days: worked by hand from the approved document and the national rules."""

from __future__ import annotations

import html5lib
import pytest

from guide.dates.boards import beside_of, boards_of
from guide.model.guide import Guide
from guide.pages import site
from guide.print.every import pdfs
from guide.publishing.origin import Origin
from pdf_reading import read_pdf
from read_boards import read_boards, words

BUILD = Origin("1.0.0", "abcdef0", "2026-11-23", 0)


@pytest.fixture(scope="module")
def pages(guide: Guide) -> dict[str, str]:
    return site.render(guide, BUILD)


def test_the_days_of_an_incident_in_order_with_every_limit_called_one(guide: Guide) -> None:
    incident, local = boards_of(guide)
    assert [(cell.label, [act.title for act in cell.acts]) for cell in incident.cells] == [
        ("By day 1", ["Inform the safeguarding partners", "Inform the partners' representatives"]),
        ("Day 1", ["Schedule the rapid review meeting", "Arrange the partners' telephone conference"]),
        (
            "Day 2",
            [
                "Send SCSI-4 to the safeguarding partners",
                "Ask every agency for its information",
                "Telephone every agency after the email",
            ],
        ),
        ("By day 5", ["Notify the Panel online"]),
        ("From day 3, by day 7", ["Return the agency information"]),
        ("Day 7", ["Telephone agencies that have not answered"]),
        ("Day 8", ["Send the review group the collated report"]),
        ("Days 9 to 10", ["Read the Rapid Review Report"]),
        ("By day 11", ["Hold a rapid review"]),
        ("Day 12", ["Send the decision record to the partners"]),
        ("Day 13", ["Review the decision-making proforma"]),
        ("Day 14", ["Agree and sign the decision"]),
        ("By day 15", ["Send the signed decision to the Panel"]),
    ]
    assert local.cells == ()
    assert [group.title for group in local.groups] == [
        "From the day of the decision to carry out a local review",
        "Before the day of publication",
    ]


@pytest.mark.parametrize(("name", "level"), [("index.md", 3), ("by-day.md", 2), ("roles/local-authority.md", 3)])
def test_the_authoritys_five_days_from_becoming_aware_stand_on_it(pages: dict[str, str], name: str, level: int) -> None:
    board = read_boards(pages[name], level)[0]
    told = board.groups["From the day the local authority became aware"]
    limit = (
        "A limit: within 5 working days after the local authority becomes aware of the incident (statutory guidance)"
    )
    assert [text for text in told if text.startswith(limit) and "Notify the Panel online" in text]
    # Its own duty by the nation's rule, which the approved procedure does not have.
    assert [
        text for text in told if text.startswith(f"{limit}. What it asks: The local authority notifies the Panel. ")
    ]
    assert [
        text
        for text in told
        if text.startswith(limit)
        and "Tell the safeguarding partners . Who: Local authority. To: Safeguarding partners." in text
    ]


def test_scsi_3_stands_on_day_1_with_the_day_that_flowchart_2_plans(pages: dict[str, str]) -> None:
    (day, *_) = read_boards(pages["by-day.md"], 2)
    (told,) = (text for text in day.days["Day 1"] if "SCSI-3" in text)
    assert told.startswith("No later than this day : Inform the partners' representatives")
    assert "Flowchart 2 plans day 2" in told
    assert "Work to the earlier date (question 1)." in told
    assert not [text for text in day.days["Day 2"] if "SCSI-3" in text]
    (home, *_) = read_boards(pages["index.md"], 3)
    assert [text for text in home.days["By day 1"] if "Flowchart 2 plans day 2" in text]


def test_the_rapid_review_has_its_fifteenth_day_as_a_limit_with_the_nations_beside(
    guide: Guide, pages: dict[str, str]
) -> None:
    limit, national = (rule.beside for rule in beside_of(guide, "send-decision-to-panel"))
    assert limit == "by day 15 (flowchart 1)"
    assert national == "within 15 working days after the notification is sent to the Panel (Panel guidance)"
    tree = html5lib.parse(pages["procedures/rapid-review.md"], namespaceHTMLElements=False)
    summary = words(next(tree.iter("dl")))
    assert f"Send the signed decision to the Panel : {limit}; {national}; flowchart 2 plans day 15" in summary


def test_its_poster_and_the_blank_timeline_say_so_too(guide: Guide) -> None:
    made = pdfs(guide, BUILD)
    poster = read_pdf(made["poster-rapid-review.pdf"]).packed
    assert "Byday15(flowchart1)Within15workingdaysafterthenotificationissenttothePanel(Panelguidance)" in poster
    assert "SendSCSI-3tothereviewgroup" in poster
    assert "Byday1(flowchart1)" in poster[poster.index("SendSCSI-3tothereviewgroup") : poster.index("SendSCSI-4")]
    blank = read_pdf(made["fill-in-timeline.pdf"])
    assert "FromthedaythelocalauthoritybecameawarelimitWithin5workingdays(statutoryguidance)" in blank.packed
    leaf = "".join(run.text for run in blank.runs if run.page <= 2 and not run.is_artifact).replace(" ", "")
    assert "DiscussthereviewwiththePanel" in leaf  # the last line of the sheet stands on the first leaf


def test_a_learning_review_has_no_day_and_both_pages_say_so(pages: dict[str, str]) -> None:
    for name in ("index.md", "by-day.md"):
        assert "flowchart 4, Multi-agency local learning review" in pages[name]


def test_who_says_six_months_for_completing_and_who_for_publishing_is_told_apart(pages: dict[str, str]) -> None:
    for name, level in (("index.md", 3), ("by-day.md", 2)):
        (told,) = read_boards(pages[name], level)[1].groups["From the day of the decision to carry out a local review"]
        months = "A limit: within 6 months after the decision to carry out a local review"
        assert f"{months} (flowchart 3). The source says “should”. How it is counted is the guide's reading (" in told
        assert f"{months} (statutory guidance). What it asks: The review is completed and published." in told


def test_the_panels_guidance_is_told_as_what_it_asks(pages: dict[str, str]) -> None:
    (home, *_) = read_boards(pages["index.md"], 3)
    (told,) = home.days["By day 15"]
    assert "Panel guidance: within 15 working days after the notification is sent to the Panel. What it asks: " in told
    assert "What it asks: The rapid review is completed." in told
    assert "Work to the earlier date (question 8)." in told
