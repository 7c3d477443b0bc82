"""Each planted fault makes its task fail, by the words that it names."""

from __future__ import annotations

from pathlib import Path

from ear.errand import fault_of
from ear.heard import Transcript
from ear.listening import Listener
from ear.planting import plant
from ear.tasks import Planted, Task
from local_site import served


def test_a_planted_fault_is_heard(
    planted: tuple[Task, Planted], run: int, listener: Listener, ear_site: Path, tmp_path: Path, summary: list[str]
) -> None:
    task, fault = planted
    transcript = Transcript()
    with served(plant(fault, ear_site, tmp_path)) as server:
        found = fault_of(task, listener, server, transcript, frozenset())
    assert found, f"nobody noticed that {fault.fault}:\n\n{transcript}"
    assert found.words == fault.misses, f"{found}\n\n{transcript}"
    summary.append(f"{fault.fault}: noticed, {found}")
