"""The lock files say exactly what pyproject.toml asks for, with hashes, and name no registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HASHES = r"(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+"
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?: ; .+?)? \\\n" + HASHES, re.MULTILINE)
FILES = ("requirements.txt", "requirements-dev.txt", "requirements-bench.txt", "requirements-engines.txt")


def pins(path: Path) -> dict[str, str]:
    return {match["name"]: match["version"] for match in PIN.finditer(path.read_text("utf-8"))}


def asked(root: Path, group: str) -> list[Requirement]:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    entries = [*project["project"]["dependencies"], *(entry for entry in groups[group] if isinstance(entry, str))]
    included = [entry["include-group"] for entry in groups[group] if not isinstance(entry, str)]
    entries += [entry for name in included for entry in groups[name]]
    return [Requirement(entry) for entry in entries]


@pytest.mark.parametrize(
    ("file", "group"),
    [
        ("requirements.txt", "build"),
        ("requirements-dev.txt", "dev"),
        ("requirements-bench.txt", "bench"),
        ("requirements-engines.txt", "engines"),
    ],
)
def test_every_dependency_is_pinned_to_a_version_that_pyproject_allows(root: Path, file: str, group: str) -> None:
    pinned = pins(root / file)
    for requirement in asked(root, group):
        name = canonicalize_name(requirement.name)
        assert name in pinned, f"{name} is missing from {file}: run make lock"
        assert requirement.specifier.contains(pinned[name]), f"{file} has {name} {pinned[name]}: run make lock"


@pytest.mark.parametrize("file", FILES)
def test_every_line_of_a_lock_file_is_a_pin_with_hashes_or_a_comment(root: Path, file: str) -> None:
    text = (root / file).read_text("utf-8")
    left = PIN.sub("", text)
    assert [line for line in left.splitlines() if line.strip() and not line.strip().startswith("#")] == []


@pytest.mark.parametrize("file", FILES)
def test_a_lock_file_names_no_registry(root: Path, file: str) -> None:
    text = (root / file).read_text("utf-8")
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


def test_both_lock_files_agree_wherever_they_name_the_same_package(root: Path) -> None:
    runtime, development = pins(root / "requirements.txt"), pins(root / "requirements-dev.txt")
    assert runtime.items() <= development.items()


def test_what_only_the_comparison_needs_never_moves_a_version_of_everything_else(root: Path) -> None:
    development, comparison = pins(root / "requirements-dev.txt"), pins(root / "requirements-bench.txt")
    assert {name: comparison[name] for name in comparison.keys() & development.keys()} == {
        name: development[name] for name in comparison.keys() & development.keys()
    }


def test_the_makefile_installs_only_what_is_hashed(root: Path) -> None:
    installs = [line for line in (root / "Makefile").read_text("utf-8").splitlines() if "pip install" in line]
    assert installs != []
    assert all("--require-hashes" in line or "--no-deps --no-build-isolation" in line for line in installs)


def test_the_diagram_engines_are_exact_and_never_both_on_one_machine(root: Path) -> None:
    engines = {r.name: r for r in asked(root, "build") if r.name in ("merman", "mmdr")}
    assert all(str(engine.specifier).startswith("==") for engine in engines.values())
    machines = [
        ("linux", "x86_64"),
        ("linux", "aarch64"),
        ("darwin", "arm64"),
        ("darwin", "x86_64"),
        ("win32", "AMD64"),
    ]
    for system, machine in machines:
        here = {"sys_platform": system, "platform_machine": machine}
        chosen = [name for name, engine in engines.items() if engine.marker and engine.marker.evaluate(here)]
        assert len(chosen) == 1, f"{system} {machine} draws with {chosen}"
