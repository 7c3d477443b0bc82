"""The whole guide as `guide.typ` prints it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from guide.dates import boards_of, counting_on
from guide.model import NOT_STATED, Actor, Guide, Procedure, once_a_guide
from guide.pages import (
    CountBack,
    Use,
    count_back,
    forms_in_use,
    online_forms,
    question_places,
    uses,
    without_days,
)
from guide.print.days import PrintedBoard, board_printed
from guide.print.entries import (
    PrintedForm,
    PrintedLink,
    PrintedPart,
    PrintedQuestion,
    forms_of,
    parts_of,
    questions_of,
)
from guide.print.holidays import PrintedCalendar, calendars_of
from guide.print.posters import FlowOnPage, flow_of
from guide.print.volumes import Volume, all_of
from guide.wording import NOBODY, first_up, names_of, reading_said


@dataclass(frozen=True, slots=True)
class PlacesInFlowchart:
    """Entries to link to: steps by their numbers, everything else by its title."""

    flowchart: int
    steps: tuple[PrintedLink, ...]
    others: tuple[PrintedLink, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form with who fills it in, where it goes, when, and the entries that use it."""

    id: str
    code: str
    """Empty where the source gives none."""
    title: str
    by: list[str]
    reading: str
    """That the source does not say who fills it in; empty where it does."""
    to: list[str]
    when: str
    address: str
    """Where anybody can open it; empty where it has no public page."""
    used: tuple[PlacesInFlowchart, ...]
    questions: tuple[PrintedQuestion, ...]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question with its reading, its effect, who can answer, and where it matters."""

    id: str
    number: int
    title: str
    kind: str
    says: str
    meanwhile: str
    effect: str
    changes_dates: bool
    asked_of: str
    places: tuple[PlacesInFlowchart, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One actor with everything it acts in."""

    id: str
    name: str
    short: str
    about: str
    """Empty where the source describes nothing."""
    members: list[str]
    acts: tuple[PlacesInFlowchart, ...]
    questions: tuple[PrintedQuestion, ...]


@dataclass(frozen=True, slots=True)
class TermRow:
    """One entry of the glossary."""

    term: str
    means: str


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """Where a national rule is stated."""

    id: str
    title: str
    publisher: str
    says: str
    address: str
    """Empty where it has none."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One procedure: on a page, and step by step."""

    id: str
    title: str
    number: int
    summary: str
    for_: str
    starts: str
    ends: str
    source_title: str
    counting: str
    """Which day is day 1; empty where nothing is counted."""
    is_deemed: bool
    """What comes on a closed day counts as received on the next working day."""
    forms: tuple[PrintedForm, ...]
    questions: tuple[PrintedQuestion, ...]
    """Those that concern the whole of it."""
    flow: FlowOnPage
    parts: tuple[PrintedPart, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Everything the printed guide says, apart from its edition."""

    cover_title: str
    cover_about: str
    volume: str
    """Which of several volumes it is; empty where it is the only one."""
    is_first: bool
    """It has what the volumes after it do not tell again."""
    boards: tuple[PrintedBoard, ...]
    without: tuple[str, ...]
    """The procedures of which no day is counted."""
    procedures: tuple[Chapter, ...]
    forms: tuple[FormRow, ...]
    roles: tuple[RoleRow, ...]
    questions: tuple[QuestionRow, ...]
    terms: tuple[TermRow, ...]
    references: tuple[ReferenceRow, ...]
    calendars: tuple[PrintedCalendar, ...]
    count_back: CountBack | None


def book_of(guide: Guide, volume: Volume | None = None) -> Book:
    """The printed guide, or one volume of it. Among several none lists all steps of a role or uses of a form."""
    volume = volume or all_of(guide)
    here, first, split = volume.procedures, volume.is_first, not volume.is_all
    return Book(
        cover_title=guide.partnership.guide.title,
        cover_about=guide.partnership.guide.about,
        volume=first_up(volume.words),
        is_first=first,
        boards=tuple(board_printed(guide, board) for board in boards_of(guide) if board.procedures[0] in here),
        without=tuple(f"flowchart {one.flowchart}, {one.title}" for one in without_days(guide) if one.id in here),
        procedures=tuple(_chapter(guide, procedure) for procedure in guide.procedures if procedure.id in here),
        forms=tuple(
            replace(row, used=() if split else row.used)
            for row in (form_row(guide, form.id) for form in guide.forms if first)
        ),
        roles=tuple(_role(guide, actor, split) for actor in guide.actors if first),
        questions=question_rows(guide) if first else (),
        terms=tuple(TermRow(term.term, term.means) for term in guide.glossary if first),
        references=tuple(
            ReferenceRow(one.id, one.title, one.publisher, one.says, one.address or "")
            for one in guide.references if first
        ),
        calendars=calendars_of(guide) if first else (),
        count_back=count_back(guide),
    )  # fmt: skip


def _chapter(guide: Guide, procedure: Procedure) -> Chapter:
    return Chapter(
        id=procedure.id,
        title=procedure.title,
        number=procedure.flowchart,
        summary=procedure.summary,
        for_=procedure.for_,
        starts=procedure.starts,
        ends=procedure.ends,
        source_title=procedure.source_title,
        counting=counting_on(guide, procedure),
        is_deemed=procedure.clock is not None and procedure.clock.is_deemed,
        forms=forms_of(guide, [form.id for form in forms_in_use(guide, procedure)]),
        questions=questions_of(guide, procedure.questions),
        flow=flow_of(guide, procedure.id),
        parts=parts_of(guide, procedure.id),
    )


@once_a_guide
def form_row(guide: Guide, name: str) -> FormRow:
    """The form with that id as a row of its table."""
    form = guide.form[name]
    return FormRow(
        id=form.id,
        code=form.code or "",
        title=form.title,
        by=names_of(guide, [form.completed_by]),
        reading=reading_said(guide, form.completed_by_reading),
        to=names_of(guide, form.goes_to) or [NOBODY],
        when=form.when,
        address=online_forms(guide)[name].address if name in online_forms(guide) else "",
        used=places_of(guide, (use for use in uses(guide) if form.id in getattr(use.entry, "forms", ()))),
        questions=questions_of(guide, form.questions),
    )


def places_of(guide: Guide, uses: Iterable[Use]) -> tuple[PlacesInFlowchart, ...]:
    """Entries as places to link to, by flowchart."""
    groups: dict[int, tuple[list[PrintedLink], list[PrintedLink]]] = {}
    for use in uses:
        number = guide.numbers.get(use.entry.entry_id)
        steps, others = groups.setdefault(use.procedure.flowchart, ([], []))
        link = PrintedLink(f"entry-{use.entry.entry_id}", str(number or use.entry.title))
        (steps if number else others).append(link)
    return tuple(PlacesInFlowchart(number, tuple(steps), tuple(others)) for number, (steps, others) in groups.items())


def _role(guide: Guide, actor: Actor, split: bool) -> RoleRow:
    mine = [use for use in uses(guide) if actor.id in getattr(use.entry, "who", ()) and not split]
    return RoleRow(
        id=actor.id,
        name=actor.name,
        short=actor.short,
        about=actor.about or "",
        members=names_of(guide, actor.members),
        acts=places_of(guide, mine),
        questions=questions_of(guide, actor.questions),
    )


@once_a_guide
def question_rows(guide: Guide) -> tuple[QuestionRow, ...]:
    """Every question as a row of its table, in order of number."""
    places = question_places(guide)
    return tuple(
        QuestionRow(
            id=question.id,
            number=question.number,
            title=question.title,
            kind=question.kind,
            says=question.says,
            meanwhile=question.meanwhile,
            effect=question.effect,
            changes_dates=question.changes_dates,
            asked_of=NOBODY if question.asked_of == NOT_STATED else guide.actor[question.asked_of].name,
            places=places_of(guide, places[question.id]),
            about=question.about,
        )
        for question in sorted(guide.questions, key=lambda question: question.number)
    )
