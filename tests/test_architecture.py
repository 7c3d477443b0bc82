"""The walls of the house: who may import whom, which outside thing has which owner, and how long anything may be."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from committed_calendars import REPOSITORY

SCRIPTS = REPOSITORY / "scripts"
PACKAGE = SCRIPTS / "guide"

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"problems", "calendars", "strict_yaml", "twins", "model"}),
    frozenset({"reading", "wording"}),
    frozenset({
        "dates", "flowcharts", "proofs",
    }),
    frozenset({"checks"}),
    frozenset({
        "exports", "publishing", "terms",
    }),
    frozenset({
        "page_facts", "timeline_page", "example_page", "assurance", "gates", "licences", "sheets", "site", "print",
        "frame",
    }),
    frozenset({"cli", "hooks", "__main__"}),
)  # fmt: skip
"""From the ground up: a module imports from its own layer and from those before it, and never from a later one."""

OWNERS = {
    "mkdocs": "hooks",
    "yaml": "guide.strict_yaml.text",
    "holidays": "guide.calendars.refresh",
    "merman": "guide.flowcharts.diagram",
    "mmdr": "guide.flowcharts.diagram",
    "typst": "guide.print",
    "click": "guide.cli",
}
"""Each outside thing has one owner, so that replacing it costs one place."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 45


def module_name(path: Path) -> str:
    parts = path.relative_to(SCRIPTS).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


FILES = {module_name(path): path for path in sorted(SCRIPTS.rglob("*.py"))}
GUIDE = {name: path for name, path in FILES.items() if name == "hooks" or name.startswith("guide.")}


@cache
def tree_of(name: str) -> ast.Module:
    return ast.parse(FILES[name].read_text("utf-8"))


def trees() -> Iterator[tuple[str, ast.Module]]:
    return ((name, tree_of(name)) for name in FILES)


def imported(tree: ast.Module) -> Iterator[str]:
    """The full names of all modules that are imported anywhere in a file, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (one for one in modules if one in FILES)
            if not all(one in FILES for one in modules):
                yield str(node.module)


def wall_of(name: str) -> str:
    """The module or package of a layer to which a module belongs: `guide.checks.timing` to `checks`."""
    return name.removeprefix("guide.").split(".")[0]


def layer_of(name: str) -> int:
    found = [height for height, names in enumerate(LAYERS) if wall_of(name) in names]
    assert found, f"{name} stands in no layer: add it to LAYERS"
    return found[0]


def inner_imports(name: str) -> set[str]:
    """The modules of the guide that a module imports."""
    return {one for one in imported(tree_of(name)) if one in GUIDE and one != name}


@pytest.mark.parametrize("name", GUIDE)
def test_a_module_imports_nothing_from_a_later_layer(name: str) -> None:
    assert [one for one in sorted(inner_imports(name)) if layer_of(one) > layer_of(name)] == []


def test_every_layer_names_only_modules_that_exist_and_each_once() -> None:
    there = {wall_of(name) for name in GUIDE}
    listed = [name for names in LAYERS for name in names]
    assert sorted(listed) == sorted(set(listed))
    assert set(listed) == there


def test_no_modules_import_one_another_in_a_ring() -> None:
    graph = {name: {one for one in inner_imports(name) if one != wall_of(name)} for name in GUIDE}
    packages = {name for name, path in GUIDE.items() if path.name == "__init__.py"}
    # A package's own parts may be gathered in its front door; they never go back out through it.
    for name in GUIDE:
        assert not {one for one in packages if name.startswith(f"{one}.")} & inner_imports(name), name
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("outside", OWNERS)
def test_an_outside_thing_is_imported_by_its_one_owner_alone(outside: str) -> None:
    owner = OWNERS[outside]
    importing = {name for name, tree in trees() if any(one.split(".")[0] == outside for one in imported(tree))}
    assert importing
    assert {name for name in importing if name != owner and not name.startswith(f"{owner}.")} == set()


def test_only_the_calendar_command_reaches_for_the_holidays_library() -> None:
    assert [name for name in GUIDE if "guide.calendars.refresh" in inner_imports(name)] == ["guide.cli.calendar"]


def test_no_rule_reads_a_clock_or_rolls_a_die() -> None:
    allowed = {"guide.publishing.origin": "datetime", "guide.exports.icalendar": "secrets"}
    for name in GUIDE:
        uncertain = {one.split(".")[0] for one in imported(tree_of(name))} & {
            "datetime",
            "time",
            "random",
            "secrets",
            "uuid",
        }
        assert uncertain <= {allowed.get(name)}, f"{name} imports {uncertain}"


def test_the_package_needs_nothing_of_mkdocs_to_be_imported() -> None:
    assert not {name for name in GUIDE if name != "hooks"} & {
        name for name, tree in trees() if any(one.split(".")[0] in ("mkdocs", "material") for one in imported(tree))
    }


@pytest.mark.parametrize("name", FILES)
def test_no_file_is_longer_than_a_reader_can_hold(name: str) -> None:
    assert len(FILES[name].read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("name", FILES)
def test_no_function_is_longer_than_a_page(name: str) -> None:
    functions = [node for node in ast.walk(tree_of(name)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f"{one.name}: {length} lines" for one in functions if (length := _lines(one)) > LONGEST_FUNCTION]
    assert long == []


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_the_hook_stays_a_thin_adapter() -> None:
    assert len((SCRIPTS / "hooks.py").read_text("utf-8").splitlines()) < 80


def test_no_generated_page_is_written_by_python_itself() -> None:
    """HTML stands in templates: a string of Python that opens a tag is a template that got away."""
    for name, tree in trees():
        strings = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        assert [
            one
            for one in strings
            if one.lstrip().lower().startswith(("<div", "<p>", "<ul", "<ol", "<table", "<script"))
        ] == [], name


def test_the_standard_library_is_what_the_lower_layers_stand_on() -> None:
    lower = [name for name in GUIDE if layer_of(name) <= layer_of("guide.checks") and wall_of(name) != "flowcharts"]
    outside = {one.split(".")[0] for name in lower for one in imported(tree_of(name))}
    assert outside - set(sys.stdlib_module_names) == {"guide", "pydantic", "pydantic_core", "yaml", "holidays"}
