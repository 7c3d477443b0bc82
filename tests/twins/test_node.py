"""Finding Node.js, and running a module in it."""

from pathlib import Path

import pytest

from guide.twins import node
from guide.twins.node import NodeProblem, find_node, run_module


def module(folder: Path, source: str) -> Path:
    path = folder / "module.mjs"
    path.write_text(source, "utf-8")
    return path


def executable(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    path.chmod(0o755)
    return path


def test_the_node_that_is_named_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = executable(tmp_path, "my-node")
    monkeypatch.setenv("GUIDE_NODE", str(named))
    assert find_node() == named


def test_the_node_inside_playwright_comes_before_the_one_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUIDE_NODE", raising=False)
    assert find_node().parent.name == "driver"


def test_the_node_on_the_path_is_used_without_playwright(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUIDE_NODE", raising=False)
    monkeypatch.setattr(node, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    on_the_path = executable(tmp_path, "node")
    assert find_node() == on_the_path


def test_no_node_at_all_is_a_clear_problem_with_three_cures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUIDE_NODE", raising=False)
    monkeypatch.setattr(node, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NodeProblem, match=r"not found\. Install the development requirements .* or set GUIDE_NODE"):
        find_node()


def test_a_module_is_given_json_and_answers_in_json(tmp_path: Path) -> None:
    echo = 'import { readFileSync } from "node:fs"; process.stdout.write(readFileSync(0, "utf8"));'
    request = {"dates": ["2026-12-17", "٢", "\ud800"], "count": 7}
    assert run_module(module(tmp_path, echo), request) == request


def test_the_time_zone_can_be_set_for_one_run(tmp_path: Path) -> None:
    source = "process.stdout.write(JSON.stringify(new Date(0).getHours()));"
    assert run_module(module(tmp_path, source), None, environment={"TZ": "Pacific/Auckland"}) == 12
    assert run_module(module(tmp_path, source), None, environment={"TZ": "America/Los_Angeles"}) == 16


def test_a_module_that_fails_hangs_or_does_not_answer_in_json_is_a_clear_problem(tmp_path: Path) -> None:
    with pytest.raises(NodeProblem, match=r"module\.mjs failed in (?s:.*)the reason"):
        run_module(module(tmp_path, 'throw new Error("the reason");'), None)
    with pytest.raises(NodeProblem, match="did not answer in JSON"):
        run_module(module(tmp_path, 'process.stdout.write("yes?");'), None)
    with pytest.raises(NodeProblem, match=r"did not finish in 0\.3 seconds"):
        run_module(module(tmp_path, "setInterval(() => {}, 1000);"), None, timeout=0.3)
