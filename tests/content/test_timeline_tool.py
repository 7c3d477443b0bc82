"""What the timeline tool says of the shipped journeys and of no other guide's: it knows two of their dates by name."""

from __future__ import annotations

from guide.calendars import days
from guide.model.guide import Guide
from timeline_tool import ask_tool, inputs, page_of


def test_dates_in_an_unusual_order_and_a_publication_after_the_limit_are_warned_about(guide: Guide) -> None:
    def warnings(journey: str, **entered: str) -> list[str]:
        asked = ["view", inputs(journey, **entered), days.parse("2026-12-17"), "", False]
        return [one["text"] for one in ask_tool(asked, page=page_of(guide))[0]["warnings"]]

    late = warnings("serious-incident", notification_received="2026-12-17", authority_aware="2026-12-18")
    assert [text.split(" for ")[0] for text in late] == [
        "You entered Friday 18 December 2026",
        "Friday 18 December 2026 is in the future. The dates below show what would follow.",
    ]
    assert (
        "Publication, Thursday 1 July 2027, is after the limit of “Complete a standard review in 6 months”, "
        "which is Monday 21 June 2027."
        in warnings("local-review", review_decided="2026-12-21", publication="2027-07-01")
    )
