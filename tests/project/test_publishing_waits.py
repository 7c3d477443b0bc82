"""Nothing is published until everything that guards it has passed: the jobs of the workflow, run with a red guard."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOW = ".github/workflows/pages.yml"
SUDO = '#!/bin/sh\nwhile case "$1" in -*) ;; *) false ;; esac; do shift; done\nexec "$@"\n'
ANYWAY = re.compile(r"(?:always|failure|cancelled)\(\)", re.I)
GUARD = 'sudo --preserve-env=CI env "PATH=$PATH" .ci/run'
RUNS = {"check": [GUARD], "build": ["make site"], "publish": []}
JOB = {"runs-on", "timeout-minutes", "steps", "needs"}
"""What a job may say. A condition, a failure that is let pass, or settings of its own could let a red guard through."""
SETTINGS = {
    "actions/checkout": {"persist-credentials": False},
    "actions/setup-python": {"python-version": "3.12"},
    "actions/configure-pages": {},
    "actions/upload-pages-artifact": {"path": "site"},
    "actions/deploy-pages": {},
}
"""The actions that are used, and what each is told: the same commit for all jobs, and the site that was built."""


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / WORKFLOW).read_text("utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder in which `make` does nothing and succeeds, and `sudo` does what it is told."""
    for name, content in {"bin/make": "#!/bin/sh\n", "bin/sudo": SUDO, ".ci/run": "#!/bin/sh\n"}.items():
        program(tmp_path / name, content)
    return tmp_path


def program(path: Path, content: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, "utf-8")
    path.chmod(0o755)


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
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.get("run", "true")]
    return succeeds(command, folder) or bool(step.get("continue-on-error"))


def succeeds(command: list[str], folder: Path) -> bool:
    environment = {**os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True).returncode == 0


def test_what_passes_is_published(text: str, checkout: Path) -> None:
    assert ended(yaml.safe_load(text), checkout) == {"check": "passed", "build": "passed", "publish": "passed"}


def test_a_red_guard_does_not_publish(text: str, checkout: Path) -> None:
    program(checkout / ".ci/run", "#!/bin/sh\nexit 3\n")
    assert ended(yaml.safe_load(text), checkout) == {"check": "failed", "build": "skipped", "publish": "skipped"}


def loopholes(text: str) -> list[str]:
    """What of a workflow could publish something that was not checked, or let somebody else publish."""
    workflow = yaml.safe_load(text)
    return [*_around(workflow), *_in_jobs(workflow["jobs"]), *_in_actions(text)]


def _around(workflow: dict[Any, Any]) -> Iterator[str]:
    if set(workflow) != {"name", True, "permissions", "concurrency", "jobs"}:  # YAML reads `on` as a switch
        yield f"keys: {sorted(map(str, workflow))}"
    if workflow.get(True) != {"push": {"branches": ["main"]}, "workflow_dispatch": None}:
        yield "it runs for something else than the main branch"
    if workflow.get("permissions") != {"contents": "read"}:
        yield "every job may write"
    if workflow.get("concurrency") != {"group": "pages", "cancel-in-progress": False}:
        yield "two runs could publish at once, or one be broken off"
    if set(workflow["jobs"]) != set(RUNS):
        yield f"jobs: {sorted(workflow['jobs'])}"


def _in_jobs(jobs: dict[str, dict[str, Any]]) -> Iterator[str]:
    for name, job in jobs.items():
        if more := set(job) - JOB - ({"permissions", "environment"} if name == "publish" else set()):
            yield f"{name}: {more}"
        yield from _in_steps(name, job.get("steps", []))
    if jobs["publish"].get("permissions") != {"pages": "write", "id-token": "write"}:
        yield "publish may do something else than publish"
    if [set(needed(jobs[name])) for name in RUNS if name in jobs] != [set(), {"check"}, {"check", "build"}]:
        yield "the jobs do not wait for one another"
    if jobs["check"].get("timeout-minutes", 0) < 60:
        yield "the guard has not time enough"


def _in_steps(name: str, steps: list[dict[str, Any]]) -> Iterator[str]:
    said = {key for step in steps for key in step}
    if more := said - {"id", "run", "uses", "with", "env"}:
        yield f"{name}, a step: {more}"
    obeyed = {key for step in steps for key in step.get("env", ())}
    if obeyed - ({"GUIDE_ADDRESS"} if name == "build" else set()):
        yield f"{name}: settings that the guard or the build would obey"
    if [step["run"] for step in steps if "run" in step] != RUNS.get(name):
        yield f"{name} runs something else"
    if name != "publish" and any("deploy" in step.get("uses", "") for step in steps):
        yield f"{name} publishes"


def _in_actions(text: str) -> Iterator[str]:
    used: dict[str, set[str]] = {}
    for step in (step for job in yaml.safe_load(text)["jobs"].values() for step in job.get("steps", ())):
        if "uses" in step:
            name, _, commit = step["uses"].partition("@")
            used.setdefault(name, set()).add(commit)
            if SETTINGS.get(name) != step.get("with", {}):
                yield f"{name} is not one that is known, or is told something else: {step.get('with')}"
    for name, commits in used.items():
        if len(commits) > 1 or not all(re.fullmatch(r"[0-9a-f]{40}", one) for one in commits):
            yield f"{name} is not at one commit: {commits}"
    if not all(re.search(r" # v\d+\.\d+\.\d+$", line) for line in re.findall(r"uses: .*", text)):
        yield "nothing says which version a commit is"


def test_the_workflow_has_no_loophole(text: str) -> None:
    assert loopholes(text) == []


CHECK, STEP, BUILD, PUBLISH = "  check:\n", "      - run: sudo", "  build:\n", "  publish:\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    needs: check\n", ""), ("    needs: [check, build]\n", ""), ("needs: [check, build]", "needs: check"),
        (CHECK, CHECK + "    continue-on-error: true\n"), (BUILD, BUILD + "    continue-on-error: true\n"),
        (CHECK, CHECK + "    continue-on-error: ${{ true }}\n"),
        (STEP, "      - continue-on-error: true\n        run: sudo"),
        ("      - run: make", "      - continue-on-error: true\n        run: make"),
        (BUILD, BUILD + "    if: always()\n"), (PUBLISH, PUBLISH + "    if: ${{ Always() }}\n"),
        (PUBLISH, PUBLISH + "    if: ${{ !cancelled() }}\n"), (PUBLISH, PUBLISH + "    if: success() || failure()\n"),
        (CHECK, CHECK + "    if: false\n"),
        (CHECK, CHECK + "    if: ${{ github.event_name == 'workflow_dispatch' }}\n"),
        (STEP, "      - if: false\n        run: sudo"), (STEP, "      - timeout-minutes: 5\n        run: sudo"),
        (STEP, "      - shell: bash {0} || true\n        run: sudo"),
        (STEP, "      - working-directory: docs\n        run: sudo"), (STEP, "      - run: echo > .ci/run\n" + STEP),
        (".ci/run\n", ".ci/run || true\n"), (".ci/run\n", ".ci/run; true\n"), (".ci/run\n", ".ci/run | tee log\n"),
        (".ci/run\n", ".ci/run &\n"), (GUARD, ".ci/run"), (GUARD, f"echo {GUARD}"), (GUARD, "sudo bash -n .ci/run"),
        (GUARD, "make check"), (GUARD, "sudo make test"), ('"PATH=$PATH"', '"PATH=$PATH" MAKEFLAGS=-i'),
        (".ci/run\n", ".ci/run\n        env: {PYTEST_ADDOPTS: --co}\n"), ("run: make site", "run: make site || true"),
        ("run: make site", "run: make build"), ("path: site", "path: docs"),
        ("timeout-minutes: 120", "timeout-minutes: 20"), ("    timeout-minutes: 120", "    env: {MAKEFLAGS: -n}"),
        ("concurrency:", "env: {MAKEFLAGS: -n}\nconcurrency:"),
        ("concurrency:", 'defaults: {run: {shell: "bash {0}; true"}}\nconcurrency:'),
        ("    timeout-minutes: 120", "    strategy: {fail-fast: false}\n    timeout-minutes: 120"),
        ("cancel-in-progress: false", "cancel-in-progress: true"), ("branches: [main]", 'branches: ["**"]'),
        ("  workflow_dispatch:\n", "  workflow_dispatch:\n  pull_request_target:\n"),
        ("contents: read", "contents: write"), ("permissions:\n  contents: read\n", ""),
        (CHECK, CHECK + "    permissions: {pages: write, id-token: write}\n"),
        ("persist-credentials: false", "persist-credentials: true"),
        ("persist-credentials: false", "persist-credentials: false\n          ref: other"),
        ("checkout@11bd71901bbe5b1630ceea73d27597364c9af683 #", "checkout@v4 #"),
        ("checkout@11bd719", "checkout@11bd718"),
        ("deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e", "deploy-pages@main"), (" # v5.0.0", ""),
        ("actions/setup-python@", "someone/setup-python@"), ("uses: actions/deploy-pages@", "uses: docker://alpine@"),
        (BUILD, "  quick:\n    uses: someone/x/.github/workflows/y.yml@main\n" + BUILD),
        (STEP, "      - uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5\n" + STEP),
    ],
)  # fmt: skip
def test_a_loophole_is_found(text: str, old: str, new: str) -> None:
    assert old in text
    assert loopholes(text.replace(old, new, 1)) != []
