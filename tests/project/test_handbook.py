"""The handbook tells an author every key, every problem and every command there is, and nothing that is not so."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import click
import pytest
from pydantic import BaseModel

from command_line import commands
from guide.dates import PlannedStep, ScheduledStep
from guide.model.deadlines import UNTIMED_OPENINGS, Deadline
from guide.model.lengths import UNITS
from guide.proofs.conflicts import DETECTED_BY
from guide.reading.schema import FILE_KINDS
from handbook import HANDBOOK, ROOT, field_of, section, without_code

PACKAGE = ROOT / "scripts" / "guide"
HEADINGS = {
    "Partnership": "The partnership",
    "Website": "The website",
    "GuideWords": "What the guide is called",
    "BesideProcess": "What may run beside",
    "LateNote": "A date that cannot be met",
    "Contacts": "Whom to ring",
    "Contact": "A contact",
    "Accessibility": "The accessibility statement",
    "Barrier": "A barrier",
    "Journey": "A journey",
    "Anchor": "An anchor",
    "Actor": "An actor",
    "Form": "A form",
    "Term": "A term of the glossary",
    "Reference": "A reference",
    "SourceItem": "A source item",
    "Question": "A question",
    "Change": "A change",
    "Procedure": "A procedure",
    "Clock": "A clock",
    "Phase": "A phase",
    "Step": "A step",
    "OneOf": "One of several",
    "OnBehalf": "On behalf of bodies",
    "Reading": "Where who acts is a reading",
    "Link": "Where a route goes on",
    "Decision": "A decision",
    "Branch": "A branch",
    "Outcome": "An outcome",
    "Note": "A note",
    "National": "A national rule",
    "OtherReading": "Another reading",
    "LookBack": "A look-back",
    "IfLate": "If it is late",
    "DecisionGuide": "The decision guide",
    "GuidePart": "A part of the decision guide",
    "NationalPart": "A national rule of a part",
    "Answer": "An answer",
    "Example": "A worked example",
    "CalendarFile": "A calendar",
    "CalendarSource": "Where a calendar came from",
    "ClosedWeekday": "A closed day",
    "CalendarOverride": "An override",
    "Within": "within: a limit after",
    "After": "after: a planned day after",
    "On": "on: a numbered day",
    "NoLaterThan": "no_later_than: a limit before",
    "EarlierOf": "earlier_of: the earlier of two or more",
    "LaterOf": "later_of: the later of two or more",
    "Deadline": "What every deadline may also say",
}
"""Where the handbook tells of each noun."""


def nouns() -> list[type[BaseModel]]:
    """Everything that a file can hold, down to the last clause of a deadline."""
    found: list[type[BaseModel]] = [Deadline]
    waiting: list[Any] = list(FILE_KINDS.values())
    while waiting:
        kind = waiting.pop()
        if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
            waiting.extend(get_args(kind))
        elif kind not in found and kind.__name__ not in ("Quantity", "DayNumber"):
            found.append(kind)
            fields = kind.model_fields.values()
            waiting.extend(field.annotation for field in fields)
            waiting.extend(noun for field in fields for one in field.metadata for noun in getattr(one, "nouns", ()))
    return sorted(found, key=lambda noun: noun.__name__)


def key_rows(heading: str) -> dict[str, str]:
    """The keys that a section's table lists, and whether each is needed."""
    return dict(re.findall(r"^\| `([^`]+)` \| (yes|no) \|", section(heading), re.M))


def keys_of(noun: type[BaseModel]) -> dict[str, str]:
    """The keys of a noun as an author writes them, without those that every deadline has."""
    shared = set(Deadline.model_fields) if noun is not Deadline and issubclass(noun, Deadline) else set()
    return {
        field.alias or name: "yes" if field.is_required() else "no"
        for name, field in noun.model_fields.items()
        if name not in shared
    }


@pytest.mark.parametrize("noun", nouns(), ids=lambda noun: noun.__name__)
def test_the_handbook_lists_every_key_of_a_noun_and_no_other(noun: type[BaseModel]) -> None:
    assert noun.__name__ in HEADINGS, "say in HEADINGS where the handbook tells of it"
    assert key_rows(HEADINGS[noun.__name__]) == keys_of(noun)


@pytest.mark.parametrize("noun", nouns(), ids=lambda noun: noun.__name__)
def test_the_handbook_names_every_word_that_can_stand_at_a_key(noun: type[BaseModel]) -> None:
    text = section(HEADINGS[noun.__name__])
    words = {word for key in keys_of(noun) for word in words_of(field_of(noun, key).annotation)}
    assert {word for word in words if f"`{word}`" not in text} == set()


def words_of(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) in (Union, UnionType):
        for one in get_args(annotation):
            yield from words_of(one)


def test_the_handbook_names_every_unit_of_time() -> None:
    assert [unit for unit in UNITS if f"| `{unit}` |" not in section("Deadlines")] == []


def test_the_handbook_names_every_way_to_begin_a_deadline_in_words() -> None:
    text = section("A deadline without a number")
    assert [words for words in UNTIMED_OPENINGS if f"| `{words}" not in text] == []


# --- problems


def codes_in_the_package() -> set[str]:
    """Every code of a problem that the package can report, read from its source."""
    return {code for path in PACKAGE.rglob("*.py") for code in codes_in(ast.parse(path.read_text("utf-8")))}


def codes_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("Problem", "_problem", "vectors_problem") and len(node.args) > 1:
                yield from as_code(node.args[1])
            elif name == "Conflict":
                yield from as_code(node.args[0])
            elif name == "unknown":
                yield from (f"unknown-{word.split(' ')[0]}" for word in as_code(node.args[0]))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "DETECTED_BY":
            yield from (code for one in getattr(node.value, "elts", ()) for code in as_code(one))
        elif isinstance(node, ast.FunctionDef) and node.name in ("_dangling", "_unused"):
            kind = "unknown" if node.name == "_dangling" else "unused"
            yield from (f"{kind}-{noun.split(' ')[0]}" for noun in first_words(node))


def as_code(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*as_code(node.body), *as_code(node.orelse))


def first_words(function: ast.FunctionDef) -> Iterator[str]:
    """The noun at the head of each row of a table such as `("actor", known, uses)`."""
    for node in ast.walk(function):
        if isinstance(node, ast.Tuple) and len(node.elts) == 3:
            yield from as_code(node.elts[0])


def codes_in_the_handbook() -> set[str]:
    rows = re.findall(r"^\| ((?:`[a-z0-9-]+`(?:, )?)+) \|", problems_part(), re.M)
    return {code for row in rows for code in re.findall(r"`([a-z0-9-]+)`", row)}


def problems_part() -> str:
    return HANDBOOK.split("## What each problem means\n")[1]


def test_the_handbook_explains_every_problem_the_guide_can_find_and_no_other() -> None:
    assert codes_in_the_handbook() == codes_in_the_package()


def test_the_handbook_lists_every_proof_that_a_question_can_name() -> None:
    row = re.search(r"^\| `detected_by` .*$", section("A question"), re.M)
    assert row
    assert set(re.findall(r"`([a-z-]+)`", row[0])) == set(DETECTED_BY)


def test_a_code_that_a_broken_file_shows_is_in_the_handbook() -> None:
    expected = [path.read_text("utf-8") for path in (ROOT / "tests" / "broken").glob("*.yml")]
    shown = {code for text in expected for code in re.findall(r"^# expect: \S+ (\S+)$", text, re.M)}
    assert shown - codes_in_the_handbook() == set()


# --- commands


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=lambda one: one if isinstance(one, str) else "")
def test_the_handbook_lists_every_option_of_a_command_and_no_other(name: str, command: click.Command) -> None:
    options = {one.opts[0] for one in command.params if isinstance(one, click.Option)}
    assert set(re.findall(r"^\| `(--[a-z-]+)` \|", section(name), re.M)) == options


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=lambda one: one if isinstance(one, str) else "")
def test_the_handbook_names_every_choice_of_an_option(name: str, command: click.Command) -> None:
    choices = {word for one in command.params if isinstance(one.type, click.Choice) for word in one.type.choices}
    assert [word for word in choices if not re.search(rf"\b{re.escape(word)}\b", section(name))] == []


def test_every_command_line_in_the_handbook_names_a_command_there_is() -> None:
    known = {name for name, _ in commands()}
    written = re.findall(r"(?:^|`|   )(guide [a-z-]+(?: [a-z]+)?)", HANDBOOK, re.M)
    assert [line for line in written if line not in known and line.rsplit(" ", 1)[0] not in known] == []


def test_every_link_inside_the_handbook_leads_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.+)$", without_code(HANDBOOK), re.M)
    ids = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert [link for link in re.findall(r"\]\(#([^)]+)\)", HANDBOOK) if link not in ids] == []


def test_the_handbook_names_every_key_of_the_json_that_guide_timeline_gives() -> None:
    named = set(re.findall(r"`([a-z_]+)`", section("guide timeline")))
    step = PlannedStep("id", "one", 1, "Title", "Does.", "Phase", (), (), (), (), None, "")
    assert set(ScheduledStep(step, None).as_json()) - named == set()
