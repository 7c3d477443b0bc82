"""Each task is heard as it must be, and every time alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from ear.errand import fault_of
from ear.heard import Transcript, unlike
from ear.listening import Listener
from ear.tasks import read_task


def test_a_task_is_heard_as_it_must_be_and_every_time_alike(
    task_file: Path,
    run: int,
    listener: Listener,
    ear_server: str,
    places: frozenset[str],
    first_heard: dict[str, Transcript],
    summary: list[str],
    pytestconfig: pytest.Config,
) -> None:
    task, transcript = read_task(task_file), Transcript()
    fault = fault_of(task, listener, ear_server, transcript, places)
    if fault and pytestconfig.getoption("times") == 1:
        # Firefox and Orca are not ours, and others use the machine of a build server: what is wrong is heard twice.
        summary.append(f"{task.task}: done again, because of this: {fault}")
        transcript = Transcript()
        fault = fault_of(task, listener, ear_server, transcript, places)
    written = pytestconfig.getoption("to") / f"run-{run}" / f"{task_file.stem}.txt"
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_text(f"{task.task}\n\n{transcript}", "utf-8")
    if fault:
        pytest.fail(f"{task.task}: {fault}\n\n{transcript}", pytrace=False)
    differences = unlike(first_heard.setdefault(task_file.stem, transcript), transcript)
    assert differences == [], f"{task.task}: run {run} was not heard as the first was"
    alike = ", as in run 1" if run > 1 else ""
    summary.append(f"run {run}: {task.task}: {len(transcript.said())} things heard{alike}")
