"""What the workers of a run share is made once; when that fails, the tests of every worker fail with the reason."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from building import made_once


class Factory:
    """Stands for the temporary folders of one worker."""

    def __init__(self, own: Path) -> None:
        self.own = own
        own.mkdir()

    def getbasetemp(self) -> Path:
        return self.own


@pytest.fixture
def workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Factory]:
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    return [Factory(tmp_path / f"popen-gw{number}") for number in range(4)]


def all_at_once(workers: list[Factory], made: list[Path], complaint: str = "") -> list[str]:
    """What each worker gets: the folder's name, or what its tests fail with."""
    got: list[str] = []

    def make(folder: Path) -> str:
        made.append(folder)
        time.sleep(0.3)  # long enough for the others to come meanwhile
        (folder / "thing").write_text("whole", "utf-8")
        return complaint

    def work(worker: Factory) -> None:
        try:
            got.append((made_once(worker, "shared", make) / "thing").read_text("utf-8"))  # type: ignore[arg-type]
        except pytest.fail.Exception as failed:
            got.append(str(failed))

    threads = [threading.Thread(target=work, args=(worker,)) for worker in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def test_what_is_shared_is_made_once_and_whole_for_everybody(workers: list[Factory], tmp_path: Path) -> None:
    made: list[Path] = []
    assert all_at_once(workers, made) == ["whole"] * 4
    assert made == [tmp_path / "shared"]


def test_what_cannot_be_made_fails_the_tests_of_every_worker(workers: list[Factory]) -> None:
    assert all_at_once(workers, [], "it does not build") == ["it does not build"] * 4


def test_a_run_without_workers_keeps_it_to_itself(workers: list[Factory], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER")
    made: list[Path] = []
    all_at_once(workers[:1], made)
    assert made == [workers[0].own / "shared"]
