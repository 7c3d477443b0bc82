"""What holds the pages to what must be heard: its files, its comparing, its waiting. No screen reader is needed."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from ear.busy import Watch
from ear.errand import fault_of
from ear.heard import (
    NotAsWanted,
    Transcript,
    Turn,
    first_missing,
    hold_step,
    hold_task,
    names_of_places,
    unlike,
    unwanted,
)
from ear.listening import SINK, Listener, settled
from ear.planting import places_of
from ear.tasks import FOLDER, Step, Task, read_task, task_files
from guide.problems import Problems
from unseen_screen import started

SHIPPED = [read_task(path) for path in task_files(FOLDER)]
TASK = """
task: A form is found
steps:
  - open: /forms/
    hears: [Forms heading level 1]
  - press: Tab
    times: 2
"""


def problems_of(folder: Path, text: str) -> list[str]:
    path = folder / "task.yml"
    path.write_text(text.lstrip(), "utf-8")
    with pytest.raises(Problems) as found:
        read_task(path)
    return [f"{one.place} {one.code} {one.message} / {one.hint}" for one in found.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("press: Tab", "pres: Tab", "task.yml:5:5 unknown-key unknown key 'pres' / did you mean 'press'?"),
        (
            "press: Tab",
            "type: x\n    press: Tab",
            "task.yml:5:5 one-thing a step does one thing, and this one does 2 /",
        ),
        ("press: Tab", "press: Tab Tab", "task.yml:5:12 key 'Tab Tab' is not a key / name it as xdotool does: h,"),
        ("press: Tab", "type: PT-5", "task.yml:5:5 again only a key is pressed again / add 'press:', or remove"),
        ("times: 2", "times: 2\n    until: PT-5", "task.yml:5:5 again this has both 'times' and 'until' / remove one"),
        ("open: /forms/", "open: forms/", "task.yml:3:11 address 'forms/' is not an address / write it as it stands"),
        (
            "    hears: [Forms heading level 1]\n",
            "",
            "task.yml:3:3 hears-nothing no step says what must be heard / add",
        ),
        ("task: A form is found", "never: [None]", "task.yml:1:1 missing-key 'task' is missing / add 'task:' here"),
    ],
)
def test_a_file_that_is_no_task_is_refused_with_its_place_and_a_cure(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert old in TASK
    found = problems_of(tmp_path, TASK.replace(old, new))
    assert [one for one in found if one.startswith(expected)], found


def test_a_planted_fault_names_words_of_its_task(tmp_path: Path) -> None:
    fault = "faults:\n  - {fault: none, file: a, instead_of: b, write: c, misses: Nobody says this}\n"
    assert problems_of(tmp_path, TASK + fault) == [
        "task.yml:8:61 misses-nothing the task neither wants nor forbids 'Nobody says this' / write words that stand "
        "under 'hears', 'hears_not' or 'never', exactly as they stand there"
    ]


def test_a_folder_without_tasks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="there is no task in this folder"):
        task_files(tmp_path)


def test_there_are_seven_tasks_and_each_has_a_planted_fault_that_can_be_planted(harbour_site: Path) -> None:
    assert len(SHIPPED) == 7
    assert [task.task for task in SHIPPED if not task.faults] == []
    assert [fault.fault for task in SHIPPED for fault in task.faults if not places_of(fault, harbour_site)] == []


def test_a_fault_that_cannot_be_planted_any_more_is_noticed(tmp_path: Path) -> None:
    fault = SHIPPED[0].faults[0]
    with pytest.raises(AssertionError, match=r"\.yml:\d+:\d+: .* of the site: write what stands there now"):
        places_of(fault, tmp_path)


@pytest.mark.parametrize(
    ("wanted", "missing"),
    [
        (["Day entry", "Focus mode"], None),
        (["Focus mode", "Day entry"], "Day entry"),  # not in this order
        (["Day entry", "Day entry"], "Day entry"),  # heard once
        (["When did it happen?", "panel"], None),  # both in one thing said
        (["panel", "When did it happen?"], "When did it happen?"),
        (["Da"], "Da"),  # a part of a word is no word
        (["day entry"], "day entry"),
        (["panel. Day"], "panel. Day"),  # across two things said
    ],
)
def test_words_are_heard_in_their_order(wanted: list[str], missing: str | None) -> None:
    assert first_missing(["When did it happen? panel.", "Day entry.", "Focus mode"], wanted) == missing


def test_words_that_may_not_be_heard_are_found_in_any_case_and_only_whole() -> None:
    said = ["Search the guide entry.", "Invalid entry.", "Nonetheless"]
    assert unwanted(said, ["None", "invalid"]) == ("invalid", "Invalid entry.")
    assert unwanted(said, ["None"]) is None


def test_a_step_is_held_to_its_words_and_a_task_to_what_may_be_heard_nowhere() -> None:
    step = Step.model_validate({"press": "Tab", "hears": ["Search entry"], "hears_not": ["blank"]})
    hold_step(step, ["Search entry."])
    with pytest.raises(NotAsWanted, match="“Search entry” was not heard"):
        hold_step(step, ["entry"])
    with pytest.raises(NotAsWanted, match="“blank” was heard"):
        hold_step(step, ["blank", "Search entry"])
    task = Task.model_validate({"task": "A form", "steps": [step], "never": ["None"]})
    hold_task(task, ["Form PT-1"])
    with pytest.raises(NotAsWanted, match="“None” was heard: “Form None”"):
        hold_task(task, ["Form PT-1", "Form None"])


def test_an_address_that_is_read_out_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "by-day").mkdir()
    (tmp_path / "by-day" / "index.html").write_text('<p id="return-the-records">by-day</p>', "utf-8")
    places = names_of_places(tmp_path)
    assert places == {"return-the-records"}
    hold_task(SHIPPED[0], ["Return the records, by-day link."], places)
    with pytest.raises(NotAsWanted, match="“return-the-records” was heard, which is for machines"):
        hold_task(SHIPPED[0], ["return-the-records link."], places)


def test_two_runs_are_alike_only_where_all_is() -> None:
    def heard(*said: str) -> Transcript:
        return Transcript([Turn("press Tab", ["Skip to content link."]), Turn("press Return", list(said))])

    assert unlike(heard("Finished"), heard("Finished")) == []
    assert unlike(heard("Finished"), heard("Finished", "1 heading")) == [
        "press Return: “Finished”, and then press Return: “Finished | 1 heading”"
    ]
    assert unlike(heard("Finished"), Transcript(heard("Finished").turns[:1])) == ["2 turns, and then 1"]


def test_how_busy_a_machine_is_makes_no_difference_and_all_else_does() -> None:
    busy = [
        "Loading. Please wait.",
        "4 Report it",
        "Finished loading A page.",
        "Page has 1 heading.",
        "",
        "Browse mode",
    ]
    assert settled(busy) == ["Finished loading A page.", "Page has 1 heading.", "4 Report it", "Browse mode"]
    assert settled(busy[1:]) == settled(busy)
    assert settled(["A is marked done.", "checked"]) == settled(["checked", "A is marked done."])
    assert settled(["4 Report it", "4 Report it"]) == ["4 Report it", "4 Report it"]


class Scripted:
    """A listener at a page that says the same whenever a key is pressed."""

    def __init__(self, says: dict[str, list[str]]) -> None:
        self.says, self.pressed = says, list[str]()

    def press(self, key: str, _: Callable[[list[str]], bool]) -> list[str]:
        self.pressed.append(key)
        return self.says.get(key, [])

    type = open = press


def carried_out(says: dict[str, list[str]], *steps: dict[str, Any]) -> tuple[str, list[str]]:
    """What was wrong with a task of these steps, and which keys were pressed."""
    scripted, transcript = Scripted(says), Transcript()
    task = Task.model_validate({"task": "A task", "steps": steps})
    found = fault_of(task, cast(Listener, scripted), "http://host", transcript, frozenset())
    assert [turn.did.split(" ", 1)[1] for turn in transcript.turns] == [
        key.removeprefix("http://host") for key in scripted.pressed
    ]
    return str(found or ""), scripted.pressed


def test_a_task_goes_on_as_long_as_all_is_heard() -> None:
    steps: list[dict[str, Any]] = [{"open": "/"}, {"press": "h", "times": 2, "hears": ["One", "One"]}, {"type": "17"}]
    assert carried_out({"h": ["One."]}, *steps) == ("", ["http://host/", "h", "h", "17"])


def test_a_task_ends_at_the_first_step_that_fails_and_says_which() -> None:
    said, pressed = carried_out({"h": ["One."]}, {"press": "h", "hears": ["Two"]}, {"press": "k"})
    assert (said, pressed) == ("step 1: “Two” was not heard, or not in its turn", ["h"])


def test_a_key_is_pressed_until_words_are_heard_and_never_for_ever() -> None:
    assert carried_out({"h": ["One."]}, {"press": "h", "until": "One"}) == ("", ["h"])
    said, pressed = carried_out({"h": ["One."]}, {"press": "h", "until": "Two"})
    assert (said, len(pressed)) == ("step 1: h was pressed 40 times, and “Two” was not heard", 40)


def test_the_speech_server_that_stands_in_writes_down_what_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EAR_SAID", str(tmp_path / "said"))
    spec = importlib.util.spec_from_file_location("speechd_of_the_ear", SINK / "speechd.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    client = module.SSIPClient("Orca", component="default")
    client.set_rate(50)
    client.speak('<speak><mark name="0:3"/>Day <mark name="4:5"/>&amp; “night” &lt;1\n2</speak>')
    client.char("a")
    assert [json.loads(line) for line in (tmp_path / "said").read_text("utf-8").splitlines()] == [
        "Day & “night” <1 2",
        "a",
    ]


def test_what_programs_leave_behind_is_ended_and_nothing_else() -> None:
    command = ["sh", "-c", "sleep 1000 & echo $!; exec sleep 1000"]
    with started(["sleep", "1000"], os.environ, start_new_session=True) as other:
        with Watch() as watch:
            with started(command, os.environ, start_new_session=True, stdout=subprocess.PIPE) as leader:
                watch.add(leader.pid)
                assert leader.stdout is not None
                left = int(leader.stdout.readline())
            assert is_running(left)
        until(lambda: not is_running(left))
        assert is_running(other.pid)


def test_a_program_at_work_is_waited_for_to_the_end_and_one_at_rest_is_not(tmp_path: Path) -> None:
    said = tmp_path / "said"
    said.touch()
    with Watch() as watch, started(["sh", "-c", "while :; do :; done"], os.environ, start_new_session=True) as busy:
        watch.add(busy.pid)
        end = time.monotonic() + 1.5
        watch.until_idle(end, said)
        assert time.monotonic() >= end
    with Watch() as watch, started(["sleep", "1000"], os.environ, start_new_session=True) as idle:
        watch.add(idle.pid)
        end = time.monotonic() + 60
        watch.until_idle(end, said)
        assert time.monotonic() < end


def is_running(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, "it is still there after 30 seconds"
        time.sleep(0.05)
