"""Nothing is published until everything that guards it has passed: the jobs of the workflow, run with a red guard."""

from __future__ import annotations

import os
import re
import subprocess
from copy import deepcopy
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
import yaml

SUDO = '#!/bin/sh\nwhile case "$1" in -*) ;; *) false ;; esac; do shift; done\nexec "$@"\n'
ANYWAY = re.compile(r"always\(\)|failure\(\)|cancelled\(\)")


@pytest.fixture(scope="module")
def workflow(root: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load((root / ".github/workflows/pages.yml").read_text("utf-8")))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder in which `make` does nothing and succeeds, and `sudo` does what it is told."""
    for name, text in {"bin/make": "#!/bin/sh\n", "bin/sudo": SUDO, ".ci/run": "#!/bin/sh\n"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
        (tmp_path / name).chmod(0o755)
    return tmp_path


def ended(workflow: dict[Any, Any], folder: Path) -> dict[str, str]:
    """How each job ends when the commands of the workflow are run in a folder: `passed`, `failed` or `skipped`."""
    jobs = workflow["jobs"]
    ends: dict[str, str] = {}
    for name in TopologicalSorter({name: needed(job) for name, job in jobs.items()}).static_order():
        waits = not ANYWAY.search(str(jobs[name].get("if", "")))
        if waits and any(ends[one] != "passed" for one in needed(jobs[name])):
            ends[name] = "skipped"
        else:
            good = all(step_passes(step, folder) for step in jobs[name]["steps"])
            ends[name] = "passed" if good or jobs[name].get("continue-on-error") else "failed"
    return ends


def needed(job: dict[str, Any]) -> list[str]:
    needs = job.get("needs", [])
    return [needs] if isinstance(needs, str) else list(needs)


def step_passes(step: dict[str, Any], folder: Path) -> bool:
    environment = {**os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.get("run", "true")]
    done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True)
    return done.returncode == 0 or bool(step.get("continue-on-error"))


def turn_red(checkout: Path) -> None:
    (checkout / ".ci/run").write_text("#!/bin/sh\nexit 3\n", "utf-8")


def test_what_passes_is_published(workflow: dict[Any, Any], checkout: Path) -> None:
    assert ended(workflow, checkout) == {"check": "passed", "build": "passed", "publish": "passed"}


def test_a_red_guard_does_not_publish(workflow: dict[Any, Any], checkout: Path) -> None:
    turn_red(checkout)
    assert ended(workflow, checkout) == {"check": "failed", "build": "skipped", "publish": "skipped"}


def spoil(workflow: dict[Any, Any], how: str) -> None:
    jobs = workflow["jobs"]
    guard = next(step for step in jobs["check"]["steps"] if "run" in step)
    if how == "or true":
        guard["run"] += " || true"
    elif how == "the step may fail":
        guard["continue-on-error"] = True
    elif how == "the job may fail":
        jobs["check"]["continue-on-error"] = True
    elif how == "always":
        jobs["build"]["if"] = jobs["publish"]["if"] = "${{ always() }}"
    elif how == "needs nothing":
        del jobs["build"]["needs"]
        jobs["publish"]["needs"] = "build"


@pytest.mark.parametrize("how", ["or true", "the step may fail", "the job may fail", "always", "needs nothing"])
def test_a_workflow_that_would_publish_all_the_same_is_noticed(
    workflow: dict[Any, Any], checkout: Path, how: str
) -> None:
    turn_red(checkout)
    spoiled = deepcopy(workflow)
    spoil(spoiled, how)
    assert ended(spoiled, checkout)["publish"] == "passed"


def test_what_guards_is_all_that_the_build_server_runs_as_root_with_time_enough(workflow: dict[Any, Any]) -> None:
    job = workflow["jobs"]["check"]
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert len(commands) == 1
    assert re.fullmatch(r"sudo .*\.ci/run", commands[0])
    assert job["timeout-minutes"] >= 60


def test_the_workflow_uses_githubs_own_actions_each_at_one_commit(workflow: dict[Any, Any], root: Path) -> None:
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(used) > 5
    assert [one for one in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one)] == []
    assert len({one.partition("@")[0] for one in used}) == len(set(used))
    lines = re.findall(r"uses: .*", (root / ".github/workflows/pages.yml").read_text("utf-8"))
    assert all(re.search(r" # v\d+\.\d+\.\d+$", line) for line in lines), "say which version a commit is"
