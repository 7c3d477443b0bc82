"""The questions about acts of the shipped procedure for `guide verify`, with the answers of `acts_by_hand.py`.

`python tests/content/acts_to_ask.py` writes them anew into `tests/content/vectors/acts.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1]))

from content.acts_by_hand import (
    ACTS,
    AWARE,
    DECIDED,
    NOTIFIED,
    PUBLICATION,
    RECEIVED,
    Act,
    Situation,
    TwoDates,
    act_named,
    acts_of,
    misfits,
    said_of,
    working_days_from,
)

FILE = Path(__file__).with_name("vectors") / "acts.json"
Vector = dict[str, Any]

CHRISTMAS, EASTER = "2026-12-18", "2027-03-22"
"""Two days of receipt whose working days are broken by bank holidays: a Friday and a Monday."""
PANEL, DECISION, REPORT = "notify-the-panel", "send-signed-proforma", "send-final-report"
CONFERENCE = "hold-partners-conference"
AUTHORITY = "inform-safeguarding-partners--local-authority"
TEAM, RETURN, REQUEST = "notify-partnership-team", "return-agency-information", "request-agency-information"
LETTER, MEETING, REVIEW = "inform-partner-representatives", "hold-rapid-review", "complete-local-review"


def vector(
    name: str,
    about: str,
    timeline: str,
    anchors: Mapping[str, str],
    today: str,
    acts: Iterable[str],
    done: Mapping[str, str] | None = None,
) -> Vector:
    """A question with its answer: the facts of each act, or the refusal of two dates for one act."""
    done = done or {}
    said = Situation(timeline, days_of(anchors), days_of(done), date.fromisoformat(today))
    given = {"id": name, "about": about, "timeline": timeline, "anchors": anchors, "done": done, "today": today}
    try:
        for act in acts_of(timeline):
            said_of(act, said)
        return given | {"expect": {act: all_said(act, said) for act in acts}}
    except TwoDates:
        return given | {"error": "two-dates"}


def all_said(act: str, said: Situation) -> dict[str, Any]:
    return said_of(act_named(act), said) | {"conflicts": misfits(act_named(act), said)}


def days_of(written: Mapping[str, str]) -> dict[str, date]:
    return {name: date.fromisoformat(day) for name, day in written.items()}


def moved(day: str, working: int) -> str:
    return working_days_from(date.fromisoformat(day), working).isoformat()


def shifted(day: str, number: int) -> str:
    return (date.fromisoformat(day) + timedelta(number)).isoformat()


def names_of(timeline: str) -> list[str]:
    """Every act of a timeline, by the first of its steps."""
    return [next(iter(act.steps)) for act in acts_of(timeline)]


def cases_worked_on_paper() -> Iterator[Vector]:
    """Received on Friday 18 December 2026; what they give is also written out in the test."""
    received = {RECEIVED: CHRISTMAS}
    rows: Sequence[tuple[str, Mapping[str, str], str, Sequence[str], Mapping[str, str]]] = (
        ("aware on 15 December", {AWARE: "2026-12-15"}, CHRISTMAS, (PANEL,), {}),
        ("aware on 7 December", {AWARE: "2026-12-07"}, "2026-12-15",
         (PANEL, "inform-safeguarding-partners", AUTHORITY), {}),
        ("received, and nothing else", {}, CHRISTMAS, (PANEL, DECISION), {}),
        ("Panel notified on 17 December", {NOTIFIED: "2026-12-17"}, CHRISTMAS, (PANEL, DECISION), {}),
        ("Panel notified on 16 December", {NOTIFIED: "2026-12-16"}, CHRISTMAS,
         (PANEL, DECISION, "hold-partners-conference"), {}),
        ("Panel notified late", {AWARE: "2026-12-15", NOTIFIED: "2026-12-29"}, "2027-01-04", (PANEL, DECISION), {}),
        ("SCSI-3 sent on flowchart 2's day", {}, "2026-12-23", (LETTER,), {LETTER: "2026-12-22"}),
        ("the agencies' return", {}, "2026-12-23", (RETURN, "chase-missing-returns"), {}),
        ("request sent on 24 December", {}, "2026-12-24", (REQUEST, RETURN, "send-rapid-review-report",
         "chase-missing-returns"), {REQUEST: "2026-12-24"}),
        ("reading the report", {}, "2027-01-05", ("read-rapid-review-report",), {}),
        ("notify the team", {}, CHRISTMAS, (TEAM,), {}),
    )  # fmt: skip
    for number, (about, more, today, acts, done) in enumerate(rows, 1):
        yield vector(f"on-paper-{number:02}", about, "serious-incident", received | more, today, acts, done)
    about = "published on 1 July 2027, on the day after the stricter reading"
    yield vector("on-paper-12", about, "working-back", {PUBLICATION: "2027-07-01"}, "2027-06-22", (REPORT,))


DAYS_OF_RECEIPT = {
    "2026-11-30": "a Monday", "2026-12-01": "a Tuesday", "2026-12-02": "a Wednesday", "2026-12-03": "a Thursday",
    "2026-12-04": "a Friday", "2026-12-05": "a Saturday", "2026-12-06": "a Sunday", "2026-12-24": "Christmas Eve",
    "2026-12-25": "Christmas Day", "2026-12-26": "a Saturday between bank holidays", "2026-12-28": "a substitute day",
    "2026-12-31": "the last day of a year", "2027-01-01": "New Year's Day", "2027-03-25": "the day before Good Friday",
    "2027-03-26": "Good Friday", "2027-03-28": "Easter Sunday", "2027-03-29": "Easter Monday",
    "2027-05-03": "the Early May bank holiday", "2027-05-28": "the Friday before the Spring bank holiday",
    "2027-08-30": "the Summer bank holiday", "2027-12-24": "Christmas Eve, a Friday",
    "2027-12-27": "Christmas Day's substitute", "2027-12-31": "the last day of a year, before a substitute on Monday",
    "2028-02-28": "the day before a leap day", "2028-02-29": "a leap day", "2028-04-13": "the day before Good Friday",
}  # fmt: skip


def kinds_of_receipt() -> Iterator[Vector]:
    for day, kind in DAYS_OF_RECEIPT.items():
        acts = names_of("serious-incident")
        yield vector(f"receipt-{day}", f"received on {kind}", "serious-incident", {RECEIVED: day}, day, acts)


def moments_of_awareness() -> Iterator[Vector]:
    """Before, on and after the day of receipt; the national limit governs until the local one is earlier."""
    for received in (CHRISTMAS, EASTER, "2028-02-28"):
        for days in (-21, -11, -7, -5, -3, -2, -1, 0, 1, 2, 4, 9):
            aware = shifted(received, days)
            anchors = {RECEIVED: received, AWARE: aware}
            about = f"the authority aware {days} days from receipt"
            yield vector(f"aware-{received}-{days}", about, "serious-incident", anchors, moved(received, 3), (PANEL,))
    anchors = {AWARE: CHRISTMAS}
    about = "the authority aware, and nothing received yet"
    yield vector("aware-alone", about, "serious-incident", anchors, CHRISTMAS, names_of("serious-incident"))


def moments_of_notification() -> Iterator[Vector]:
    """The Panel told early, on the day and late, with and without the day on which the authority became aware."""
    for received in (CHRISTMAS, EASTER):
        for days in (-4, -2, -1, 0, 1, 3, 5, 6, 8, 15):
            notified = moved(received, days) if days else received
            for aware in (None, moved(received, -3)):
                anchors = {RECEIVED: received, NOTIFIED: notified} | ({AWARE: aware} if aware else {})
                name = f"notified-{received}-{days}{'-aware' if aware else ''}"
                about = f"the Panel told {days} working days from receipt"
                today = max(notified, moved(received, 6))
                yield vector(name, about, "serious-incident", anchors, today, (PANEL, DECISION))
        anchors = {RECEIVED: received, NOTIFIED: moved(received, 6), AWARE: received}
        about = "the Panel will be told on a day that has not come"
        yield vector(f"notified-{received}-to-come", about, "serious-incident", anchors, received, (PANEL, DECISION))
    about = "the notification comes in on a day that has not come"
    yield vector("receipt-to-come", about, "serious-incident", {RECEIVED: CHRISTMAS}, "2026-12-17", (TEAM, LETTER))


SITUATIONS: Sequence[tuple[str, Mapping[str, str]]] = (
    ("serious-incident", {RECEIVED: CHRISTMAS, AWARE: "2026-12-15"}),
    ("serious-incident", {RECEIVED: EASTER}),
    ("local-review", {DECIDED: "2026-12-07", PUBLICATION: "2027-06-01"}),
    ("local-review", {DECIDED: "2027-08-31", PUBLICATION: "2028-02-07"}),
)
"""For what is asked of every act in turn. Six months after 31 August 2027 is a leap day."""


def acts_with_a_day() -> Iterator[tuple[str, Mapping[str, str], Act, str]]:
    for timeline, anchors in SITUATIONS:
        said = Situation(timeline, days_of(anchors), {}, date(2026, 11, 23))
        for act in acts_of(timeline):
            if day := said_of(act, said)["governs"]:
                yield timeline, anchors, act, day


def each_act_done() -> Iterator[Vector]:
    """Done early, on the day, a working day late and a week late, told by the last of its steps."""
    for timeline, anchors, act, day in acts_with_a_day():
        first, last = (list(act.steps)[place] for place in (0, -1))
        for when, done in (
            ("early", moved(day, -1)),
            ("on-the-day", day),
            ("late", moved(day, 1)),
            ("a-week-late", shifted(day, 7)),
        ):
            asked = (first, *{REQUEST: (RETURN,), PANEL: (DECISION,)}.get(first, ()))
            name = f"done-{first}-{anchors.get(RECEIVED, anchors.get(DECIDED))}-{when}"
            yield vector(name, f"done {when}", timeline, anchors, shifted(done, 1), asked, {last: done})


def each_act_on_days() -> Iterator[Vector]:
    """Not done, and looked at from some days before its date to some days after."""
    for timeline, anchors, act, day in acts_with_a_day():
        first = next(iter(act.steps))
        days = (moved(day, -3), moved(day, -2), shifted(day, -1), day, shifted(day, 1), moved(day, 1), shifted(day, 11))
        for today in sorted(set(days)):
            name = f"on-{today}-{first}-{anchors.get(RECEIVED, anchors.get(DECIDED))}"
            yield vector(name, f"its date is {day}", timeline, anchors, today, (first,))


def local_reviews() -> Iterator[Vector]:
    for decided in ("2026-12-01", "2026-12-25", "2027-08-28", "2027-08-29", "2027-08-30", "2027-08-31", "2028-02-29"):
        anchors, acts = {DECIDED: decided}, names_of("local-review")
        yield vector(f"decided-{decided}", "six months", "local-review", anchors, moved(decided, 2), acts)
    published = {"2027-01-04": "over the turn of a year", "2027-04-05": "over Easter", "2027-06-05": "on a Saturday",
                 "2027-07-01": "on a Thursday", "2027-12-27": "on a bank holiday", "2028-03-06": "over a leap day",
                 "2027-01-18": "a Monday"}  # fmt: skip
    for day, kind in published.items():
        for timeline in ("working-back", "local-review"):
            for back in (-10, -8, -7, -6):
                today, acts = moved(day, back), names_of(timeline)
                name = f"published-{timeline}-{day}{back}"
                yield vector(name, f"published {kind}", timeline, {PUBLICATION: day}, today, acts)
    # Between the stricter reading on a Friday and the limit on a Monday nobody is late.
    yield vector(
        "published-weekend", "a Saturday", "working-back", {PUBLICATION: "2027-06-30"}, "2027-06-19", (REPORT,)
    )


def other_timelines() -> Iterator[Vector]:
    """One flowchart alone: what the other says of the same act still counts. And the journey that has no dates."""
    for received in (CHRISTMAS, EASTER):
        for more in ({}, {AWARE: moved(received, -4)}, {AWARE: received, NOTIFIED: moved(received, -1)}):
            name = f"flowchart-1-{received}-{len(more)}"
            anchors, acts = {RECEIVED: received, **more}, names_of("notification")
            yield vector(name, "flowchart 1 alone", "notification", anchors, moved(received, 2), acts)
        acts, anchors = names_of("rapid-review"), {RECEIVED: received}
        yield vector(f"flowchart-2-{received}", "flowchart 2 alone", "rapid-review", anchors, received, acts)
        notified = {**anchors, NOTIFIED: moved(received, -1)}
        yield vector(f"flowchart-2-{received}-notified", "flowchart 2 alone", "rapid-review", notified, received, acts)
        done, step = {"send-scsi-3-to-review-group": moved(received, 2)}, "send-scsi-3-to-review-group"
        name, today = f"flowchart-2-{received}-done", moved(received, 4)
        yield vector(name, "done by flowchart 2's day", "rapid-review", anchors, today, (step,), done)
    yield vector("no-dates", "a journey without dates", "learning-review", {}, CHRISTMAS, names_of("learning-review"))


def out_of_order() -> Iterator[Vector]:
    """Dates that do not fit, until one of the two acts is done; and a publication on its limit, and the day after."""
    anchors, both = {RECEIVED: CHRISTMAS, NOTIFIED: "2026-12-16"}, (DECISION, CONFERENCE)
    for name, done in (("", {}), ("-first-done", {CONFERENCE: "2027-01-08"}), ("-last-done", {DECISION: "2027-01-08"})):
        about = "signing planned after the decision has to be sent"
        yield vector(f"out-of-order{name}", about, "serious-incident", anchors, "2027-01-08", both, done)
    for published in ("2027-05-29", "2027-05-30", "2027-05-31", "2027-07-01"):
        anchors = {DECIDED: "2026-11-30", PUBLICATION: published}
        yield vector(
            f"published-{published}", "six months end on 30 May", "local-review", anchors, CHRISTMAS, (REVIEW,)
        )


def one_act_two_names() -> Iterator[Vector]:
    """An event and the act that it is, and both steps of one act: one date fills the other, two are refused."""
    received, notified = {RECEIVED: CHRISTMAS}, {RECEIVED: CHRISTMAS, NOTIFIED: "2026-12-21"}
    ask = "serious-incident"
    filled, both = {PANEL: "2026-12-21"}, (PANEL, DECISION)
    yield vector("told-once-by-the-act", "the act fills the event", ask, received, "2026-12-22", both, filled)
    yield vector("told-twice-alike", "the act and the event agree", ask, notified, "2026-12-22", both, filled)
    yield vector("told-twice", "event and act differ", ask, notified, "2026-12-23", both, {PANEL: "2026-12-22"})
    yield vector("team-alike", "receipt and act agree", ask, received, "2026-12-22", (TEAM,), {TEAM: CHRISTMAS})
    yield vector("team-twice", "receipt and act differ", ask, received, "2026-12-22", (TEAM,), {TEAM: "2026-12-17"})
    team = {TEAM: CHRISTMAS}
    yield vector("team-fills", "the act fills the receipt", ask, {AWARE: CHRISTMAS}, "2026-12-22", names_of(ask), team)
    for act in (one for one in ACTS if len(one.steps) > 1):
        first, second = act.steps
        same, other = {first: "2026-12-29", second: "2026-12-29"}, {first: "2026-12-29", second: "2026-12-30"}
        yield vector(f"alike-{first}", "both steps, one day", ask, received, "2027-01-11", (first, second), same)
        yield vector(f"twice-{first}", "both steps, two days", ask, received, "2027-01-11", (first, second), other)
        yield vector(f"first-{first}", "told by its first step", ask, received, "2027-01-11", (second,),
                     {first: "2026-12-29"})  # fmt: skip


def vectors() -> list[Vector]:
    """All of them, each with an id of its own."""
    found = [
        *cases_worked_on_paper(), *kinds_of_receipt(), *moments_of_awareness(), *moments_of_notification(),
        *each_act_done(), *each_act_on_days(), *local_reviews(), *other_timelines(), *one_act_two_names(),
        *out_of_order(),
    ]  # fmt: skip
    assert len({one["id"] for one in found}) == len(found), "two vectors have one id"
    return found


def as_text(found: Sequence[Vector]) -> str:
    """The file: one vector a line."""
    lines = ",\n".join(f"  {json.dumps(one, ensure_ascii=False)}" for one in found)
    return f'{{\n "format": "act-vectors/1",\n "vectors": [\n{lines}\n ]\n}}\n'


if __name__ == "__main__":
    # It asks nothing of the guide, so it does by itself what `guide.whole` does: all of the file, or the old one.
    unfinished = FILE.with_name(f".{FILE.name}.unfinished")
    unfinished.write_text(as_text(vectors()), "utf-8", newline="\n")
    unfinished.replace(FILE)
    print(f"{len(vectors())} vectors are in {FILE.name}")
