"""The tasks: files of YAML that say which keys are pressed and which words must be heard then, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field, TypeAdapter, ValidationError

from guide.model.noun import Noun, Words
from guide.problems import Place, Problem, Problems
from guide.reading.shape_problems import problems_of
from guide.strict_yaml import Document, read

FOLDER = Path(__file__).parent / "tasks"
KEY = re.compile(r"((ctrl|shift|alt)\+)*[A-Za-z0-9_]+")


class Step(Noun):
    """What a reader does, and what is heard then."""

    open: Words | None = None
    """The address of a page behind the host, written where a browser has it: `/timeline/`."""
    press: Words | None = None
    """A key as xdotool names it: `h`, `shift+h`, `Tab`, `Return`, `ctrl+Home`."""
    type: Words | None = None
    """A text."""
    times: int = Field(default=1, ge=1, le=40)
    """How often the key is pressed."""
    until: Words | None = None
    """The key is pressed again until these words are heard, at most 40 times."""
    hears: tuple[Words, ...] = ()
    """Words that must be heard after this, in this order; each stands in one thing said."""
    hears_not: tuple[Words, ...] = ()
    """Words that may not be heard after this."""


class Planted(Noun):
    """A fault put into the built site, with which the task must fail."""

    fault: Words
    """What a reader would meet."""
    file: Words
    """A file of the site, or several by a pattern: `timeline/index.html`, `assets/*.js`."""
    instead_of: Words
    """What stands there."""
    write: str
    """What is put in its place."""
    misses: Words
    """The words, of those that the task wants or forbids, by which it is noticed."""


class Task(Noun):
    """One errand of a reader, from arriving at a page to having heard what was looked for."""

    task: Words
    """What the reader wants, as a title."""
    steps: tuple[Step, ...] = Field(min_length=1)
    never: tuple[Words, ...] = ()
    """Words that may be heard nowhere in it."""
    faults: tuple[Planted, ...] = ()


_SHAPE = TypeAdapter(Task)


def read_task(path: Path) -> Task:
    """One task. Raises `Problems`, each with its place and a hint, for a file that is none."""
    document = read(path, path.name)
    try:
        task = _SHAPE.validate_python(document.value)
    except ValidationError as error:
        raise Problems(problems_of(error, document, Task)) from None
    if found := list(_problems_of(task, document)):
        raise Problems(found)
    return task


def task_files(folder: Path) -> list[Path]:
    """The files of a folder of tasks, by name. Raises `Problems` where there is none."""
    found = sorted(folder.glob("*.yml"))
    if not found:
        hint = "name a folder with files such as home.yml"
        raise Problems([Problem(Place(str(folder)), "no-tasks", "there is no task in this folder", hint)])
    return found


def _problems_of(task: Task, document: Document) -> Iterator[Problem]:
    for number, step in enumerate(task.steps):
        yield from _of_step(step, document, ("steps", number))
    if not any(step.hears for step in task.steps):
        place = document.place_of(("steps",))
        yield Problem(place, "hears-nothing", "no step says what must be heard", "add 'hears:' to one of them")
    wanted = {word for step in task.steps for word in (*step.hears, *step.hears_not)} | set(task.never)
    for number, planted in enumerate(task.faults):
        if planted.misses not in wanted:
            place = document.place_of(("faults", number, "misses"))
            hint = "write words that stand under 'hears', 'hears_not' or 'never', exactly as they stand there"
            yield Problem(place, "misses-nothing", f"the task neither wants nor forbids '{planted.misses}'", hint)


def _of_step(step: Step, document: Document, steps: tuple[int | str, ...]) -> Iterator[Problem]:
    place, done = document.place_of(steps), [one for one in (step.open, step.press, step.type) if one]
    if len(done) != 1:
        message = f"a step does one thing, and this one does {len(done) or 'nothing'}"
        yield Problem(place, "one-thing", message, "write one of 'open:', 'press:' and 'type:' in each step")
    if step.open and not step.open.startswith("/"):
        hint = f"write it as it stands behind the host: /{step.open}"
        yield Problem(document.place_of((*steps, "open")), "address", f"'{step.open}' is not an address", hint)
    if step.press and not KEY.fullmatch(step.press):
        hint = "name it as xdotool does: h, shift+h, Tab, Return, Down, ctrl+Home"
        yield Problem(document.place_of((*steps, "press")), "key", f"'{step.press}' is not a key", hint)
    if (step.until or step.times > 1) and not step.press:
        yield Problem(place, "again", "only a key is pressed again", "add 'press:', or remove 'times' and 'until'")
    if step.until and step.times > 1:
        yield Problem(place, "again", "this has both 'times' and 'until'", "remove one of them")
