"""One task done by a listener, key by key, until all is heard or something is not."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ear.heard import NotAsWanted, Transcript, Turn, first_missing, hold_step, hold_task
from ear.listening import Listener
from ear.tasks import Step, Task

MOST_PRESSES = 40


def fault_of(
    task: Task, listener: Listener, server: str, transcript: Transcript, places: Set[str]
) -> NotAsWanted | None:
    """Does what the task says, writes down what is heard, and gives what was wrong with it, if anything was.

    It ends at the first step that fails. `places` are names in addresses, which may never be heard.
    """
    try:
        for number, step in enumerate(task.steps, 1):
            _do(step, f"step {number}", listener, server, transcript)
        hold_task(task, transcript.said(), places)
    except NotAsWanted as fault:
        return fault
    return None


def _do(step: Step, called: str, listener: Listener, server: str, transcript: Transcript) -> None:
    said: list[str] = []
    try:
        for turn in _turns(step, listener, server, said):
            transcript.turns.append(turn)
            said += turn.said
        hold_step(step, said)
    except NotAsWanted as fault:
        raise NotAsWanted(fault.words, f"{called}: {fault}") from None


def _turns(step: Step, listener: Listener, server: str, before: list[str]) -> Iterator[Turn]:
    def all_heard(said: list[str]) -> bool:
        return first_missing([*before, *said], step.hears) is None

    if step.open:
        yield Turn(f"open {step.open}", listener.open(f"{server}{step.open}", all_heard))
    elif step.type:
        yield Turn(f"type {step.type}", listener.type(step.type, all_heard))
    elif step.until:
        yield from _until(str(step.press), step.until, listener)
    else:
        for left in reversed(range(step.times)):
            yield Turn(f"press {step.press}", listener.press(str(step.press), _anything if left else all_heard))


def _until(key: str, words: str, listener: Listener) -> Iterator[Turn]:
    for _ in range(MOST_PRESSES):
        turn = Turn(f"press {key}", listener.press(key, _anything))
        yield turn
        if first_missing(turn.said, [words]) is None:
            return
    raise NotAsWanted(words, f"{key} was pressed {MOST_PRESSES} times, and “{words}” was not heard")


def _anything(_: list[str]) -> bool:
    return True
