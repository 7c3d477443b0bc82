"""The guide against the second reading of the approved document: where they differ, one of them is wrong.

Rows that are blank, and those whose words have changed since, are counted and never refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.item_view import ItemView, ReadDifference
from guide.checks.read_answers import differing_answers
from guide.checks.read_names import differing_names, names_here
from guide.checks.read_numbers import NotRead, differing_numbers
from guide.checks.read_words import differing_qualifiers, differing_strength, strengths_in
from guide.checks.said_alike import says_one_of
from guide.model import Guide, Question, ReadingStanding, ReadRow, SheetColumn, SourceItem, standing_of, state_of
from guide.problems import Problem, did_you_mean

NAMED = (SheetColumn.WHO, SheetColumn.WITH, SheetColumn.TO, SheetColumn.FORM)
"""The columns of names."""


def check_second_reading(guide: Guide) -> Iterator[Problem]:
    """Every difference between what was read and what the guide says, but for those that two people agreed to keep."""
    items = {str(item.id): item for item in guide.source}
    for row in guide.second_reading.rows if guide.second_reading else ():
        if row.item not in items:
            hint = did_you_mean(row.item, items, "delete the row, or add the item to source.yml")
            yield Problem(row.place, "reading-sheet", f"there is no source item '{row.item}'", hint)
        elif state_of(items[row.item], row) == "read":
            yield from _of_row(guide, items[row.item], row)


def check_reading_standing(guide: Guide) -> Iterator[Problem]:
    """A warning where part of the document has not been read a second time, or not since its words changed."""
    if guide.second_reading is None:
        return
    standing = standing_of(guide.source, guide.second_reading)
    if standing.blank or standing.void:
        hint = "'guide second-reading blank FILE.csv' gives the sheet for whoever reads"
        yield Problem(guide.second_reading.place, "second-reading", left_to_read(standing), hint, "warning")


def left_to_read(standing: ReadingStanding) -> str:
    """How much was read a second time, and what was not, in a sentence without its stop."""
    count = len(standing.read) + len(standing.blank) + len(standing.void)
    parts = [f"{len(standing.read)} of {count} source items were read a second time"]
    for items, why in ((standing.blank, "not yet"), (standing.void, "not since their words changed")):
        if items:
            parts.append(f"{len(items)} {why} ({', '.join(items[:5])}{', …' if len(items) > 5 else ''})")
    return "; ".join(parts)


def _of_row(guide: Guide, item: SourceItem, row: ReadRow) -> Iterator[Problem]:
    view = ItemView(guide, item, row)
    found = list(_differences(view))
    differing = {one.column for one in found if isinstance(one, ReadDifference)}
    kept: dict[SheetColumn, Question] = {}
    for name, question in row.agreed:
        column = column_called(name)
        if problem := _not_agreed(view, column, name, question, differing):
            yield problem
        elif column:
            kept[column] = guide.question[question]
    for one in found:
        if isinstance(one, Problem):
            yield one
        elif one.column not in kept or not _is_asked(view, one, kept[one.column]):
            yield _problem_of(view, one)


def _is_asked(view: ItemView, one: ReadDifference, question: Question) -> bool:
    """Whether the question that keeps a difference speaks of it: of names, it says what the document has, and how the
    guide reads it meanwhile. Another name is another difference, and nobody agreed to that; nor to the loss of a name
    with which the guide reads it."""
    if one.column not in NAMED:
        return True
    here = {name for names in names_here(view) for name in names}
    if any(says_one_of(names, str(question.meanwhile)) and here.isdisjoint(names) for names in one.lacks):
        return False
    sides = [(names, question.title + " " + question.says) for names in one.lacks]
    sides += [(names, str(question.meanwhile)) for names in one.adds]
    return bool(sides) and all(says_one_of(names, text) for names, text in sides)


def _differences(view: ItemView) -> Iterator[ReadDifference | Problem]:
    yield from differing_names(view)
    strength = view.said(SheetColumn.STRENGTH)
    if strength and not strengths_in(strength):
        message, hint = f"'{strength}' is none of must, will, should and may", "write one of them, or leave it blank"
        yield _unread(view, SheetColumn.STRENGTH, message, hint)
    else:
        yield from differing_strength(view)
    yield from differing_qualifiers(view)
    try:
        yield from differing_numbers(view)
    except NotRead as unread:
        yield _unread(view, unread.column, unread.message, unread.hint)
    yield from differing_answers(view)


def _unread(view: ItemView, column: SheetColumn, message: str, hint: str) -> Problem:
    return Problem(view.row.place, "reading-sheet", f"{view.item.id}, {column}: {message}", hint)


def _not_agreed(
    view: ItemView, column: SheetColumn | None, name: str, question_id: str, differing: set[SheetColumn]
) -> Problem | None:
    """What is wrong with a difference that is to be kept: its column, its question, or that there is none any more."""
    item, question = view.item, view.guide.question.get(question_id)
    if column is None:
        names = [one.value for one in SheetColumn if one.is_read]
        hint = did_you_mean(name, names, f"write column: question, with one of: {'; '.join(names)}")
        message = f"there is no column '{name}'"
    elif question is None:
        hint = did_you_mean(question_id, view.guide.question, "write the id of a question in questions.yml")
        message = f"there is no question '{question_id}'"
    elif not {str(item.id), str(item.id)[:2]} & {str(about) for about in question.about}:
        hint = f"add {item.id} to its about:, or name another question"
        message = f"the question '{question_id}' is about {', '.join(question.about)}"
    elif column not in differing:
        hint = "take it out of the column 'agreed'"
        message = f"'{column}' differs no longer, and '{question_id}' keeps it as a difference"
    else:
        return None
    return Problem(view.row.place, "reading-sheet", f"{item.id}, {SheetColumn.AGREED}: {message}", hint)


def column_called(name: str) -> SheetColumn | None:
    """The column that somebody means who writes its name, or a word of it that no other column has.

    >>> str(column_called("Counted from")), str(column_called("should")), column_called("colour")
    ('counted from', 'must, will, should or may', None)
    """
    said = name.strip().lower()
    read = [column for column in SheetColumn if column.is_read]
    exact = [column for column in read if column.value == said]
    found = exact or [column for column in read if said and set(said.split()) <= set(column.replace(",", "").split())]
    return found[0] if len(found) == 1 else None


def _problem_of(view: ItemView, one: ReadDifference) -> Problem:
    where = f"{view.row.place.path}:{view.row.place.line}"
    message = (
        f"{view.item.id}, {one.column}: the second reading says {_quoted(one.said)} ({where}), "
        f"and the guide {_quoted(one.guide)}"
    )
    cure = (
        "one of them is wrong: look at the document, and correct the guide or the sheet; "
        f"to keep the difference, write '{one.column}: question-id' in the column 'agreed'"
    )
    return Problem(one.place, "second-reading", message, f"{one.hint}; {cure}" if one.hint else cure)


def _quoted(words: str) -> str:
    return f"'{words}'" if words else "nothing"
