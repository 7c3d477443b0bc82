"""The questions as a list for a meeting: each with its places, the reading used, and a box for the answer."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model import NOT_STATED, Guide, Question, once_a_guide
from guide.pages import QuestionGroup, by_owner, headings_of, question_groups
from guide.wording import names_of, short_names_of


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One question."""

    number: int
    title: str
    places: str
    """Flowchart and heading of each place."""
    reading: str
    asked: str
    """The short name of who is asked."""


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """The questions of which another answer changes the same kind of thing, each owner's together."""

    title: str
    rows: tuple[MeetingRow, ...]


@dataclass(frozen=True, slots=True)
class AskedName:
    """A short name of the list that is not the full one, with the full one."""

    short: str
    name: str


@dataclass(frozen=True, slots=True)
class MeetingList:
    """Everything the list says, apart from its edition."""

    parts: tuple[MeetingPart, ...]
    """Those that change dates come first; the first part has its page to itself."""
    names: tuple[AskedName, ...]


@once_a_guide
def meeting_of(guide: Guide) -> MeetingList:
    """The list of a guide."""
    asked = dict.fromkeys(str(one.asked_of) for one in guide.questions if one.asked_of != NOT_STATED)
    names = (AskedName(*short_names_of(guide, [one]), *names_of(guide, [one])) for one in asked)
    return MeetingList(
        parts=tuple(_part(guide, group) for group in question_groups(guide)),
        names=tuple(one for one in names if one.short != one.name),
    )


def _part(guide: Guide, group: QuestionGroup) -> MeetingPart:
    return MeetingPart(group.title, tuple(_row(guide, one) for one in by_owner(guide, group.questions)))


def _row(guide: Guide, question: Question) -> MeetingRow:
    (asked,) = short_names_of(guide, [question.asked_of])
    return MeetingRow(question.number, question.title, headings_of(guide, question), question.meanwhile, asked)
