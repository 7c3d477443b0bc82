"""The walls of the house: who may import whom, which outside thing has which owner, and how long anything may be."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from committed_calendars import REPOSITORY

SCRIPTS = REPOSITORY / "scripts"
PACKAGE = SCRIPTS / "guide"

ROWS: tuple[frozenset[str], ...] = (
    frozenset({"hooks", "__main__"}),
    frozenset({"cli"}),
    frozenset({"doubt"}),
    frozenset({"findings"}),
    frozenset({"print"}),
    frozenset({"pages", "checks"}),
    frozenset({"flowcharts", "proofs", "exports", "twins"}),
    frozenset({"dates"}),
    frozenset({"wording"}),
    frozenset({"publishing", "reading"}),
    frozenset({"model"}),
    frozenset({"strict_yaml", "whole"}),
    frozenset({"problems", "calendars"}),
    frozenset({"plain"}),
)
"""The wings from the top: each imports only from rows below its own. A new module in a wing needs no entry here."""

BACK_DOORS = {"guide.calendars.refresh"}
"""What is not at its wing's front door: only one command needs the library of holidays, so it alone loads it."""

OWNERS = {
    "mkdocs": "hooks",
    "yaml": "guide.strict_yaml.text",
    "holidays": "guide.calendars.refresh",
    "merman": "guide.flowcharts.diagram",
    "mmdr": "guide.flowcharts.diagram",
    "typst": "guide.print",
    "pypdf": "guide.print",
    "watchdog": "guide.publishing.come_back",
    "click": "guide.cli",
}
"""Each outside thing has one owner, so that replacing it costs one place."""

SHAPELESS = {
    "guide.calendars.calendar": 1,
    "guide.calendars.data": 11,
    "guide.calendars.difference": 2,
    "guide.calendars.refresh": 14,
    "guide.cli.calendar": 6,
    "guide.dates.acts": 4,
    "guide.dates.compiled": 1,
    "guide.dates.counting": 1,
    "guide.dates.remarks": 1,
    "guide.dates.rules": 1,
    "guide.dates.timeline": 5,
    "guide.pages.open_data": 1,
    "guide.pages.script_json": 1,
    "guide.pages.timeline_data": 1,
    "guide.pages.timeline_page": 1,
    "guide.print.engine": 1,
    "guide.reading.folder": 3,
    "guide.reading.schema": 1,
    "guide.reading.shape_problems": 1,
    "guide.strict_yaml.text": 1,
    "guide.twins.vector_files": 4,
    "guide.twins.verify": 2,
}
"""Where JSON, YAML or a library is the edge, and how often a module there says `dict[str, Any]`. Inside, a value has a
class, whose fields say what they mean. A number may fall; it rises only with a new edge."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 45


def module_name(path: Path) -> str:
    parts = path.relative_to(SCRIPTS).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


FILES = {module_name(path): path for path in sorted(SCRIPTS.rglob("*.py"))}
GUIDE = {name: path for name, path in FILES.items() if name == "hooks" or name.startswith("guide.")}

FRONT = [name for name, path in GUIDE.items() if path.name == "__init__.py"]
"""The wings that are folders, by their front doors."""


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


def wing_of(name: str) -> str:
    """The folder or file of the package in which a module stands: `guide.checks.timing` to `checks`."""
    return name.removeprefix("guide.").split(".")[0]


def row_of(name: str) -> int:
    found = [height for height, wings in enumerate(ROWS) if wing_of(name) in wings]
    assert found, f"{name} stands in no wing: move it into one, or give a new wing its row"
    return found[0]


def inner_imports(name: str) -> set[str]:
    """The modules of the guide that a module imports."""
    return {one for one in imported(tree_of(name)) if one in GUIDE and one != name}


def wings_imported() -> dict[str, set[str]]:
    """Each wing of the package with those it imports from."""
    found: dict[str, set[str]] = {}
    for name in GUIDE:
        others = {wing_of(one) for one in inner_imports(name)} - {wing_of(name)}
        found.setdefault(wing_of(name), set()).update(others)
    return found


@pytest.mark.parametrize("name", GUIDE)
def test_a_module_imports_from_its_own_wing_and_those_below_it(name: str) -> None:
    others = (one for one in sorted(inner_imports(name)) if wing_of(one) != wing_of(name))
    assert [one for one in others if row_of(one) <= row_of(name)] == []


def test_every_row_names_only_wings_that_exist_and_each_once() -> None:
    listed = [wing for wings in ROWS for wing in wings]
    assert sorted(listed) == sorted({wing_of(name) for name in GUIDE})


@pytest.mark.parametrize("name", GUIDE)
def test_a_wing_is_entered_by_its_front_door(name: str) -> None:
    """`from guide.dates import schedule`, and not from the module in it that has it today."""
    others = {one for one in inner_imports(name) if wing_of(one) != wing_of(name)} - BACK_DOORS
    assert {one for one in others if one not in FRONT and one.count(".") > 1 and not is_offered(one)} == set()


def offered(wing: str) -> list[str]:
    """What stands in the `__all__` of a wing's front door."""
    for node in tree_of(wing).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            return [str(one) for one in ast.literal_eval(node.value)]
    return []


def is_offered(module: str) -> bool:
    wing, _, name = module.rpartition(".")
    return name in offered(wing)


@pytest.mark.parametrize("wing", FRONT)
def test_a_front_door_holds_names_and_nothing_else_and_each_is_asked_for(wing: str) -> None:
    kinds = {type(node) for node in tree_of(wing).body}
    assert kinds <= {ast.Expr, ast.ImportFrom, ast.Assign}
    asked = {
        name
        for other, tree in trees()
        if wing_of(other) != wing_of(wing)
        for node in ast.walk(tree)
        for name in _asked_of(node, wing)
    }
    assert set(offered(wing)) - asked == set()


def _asked_of(node: ast.AST, wing: str) -> list[str]:
    """The names that a statement or expression has from a wing: `from guide.pages import render`, `pages.render`."""
    if isinstance(node, ast.ImportFrom) and node.module == wing:
        return [alias.name for alias in node.names]
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and f"guide.{node.value.id}" == wing:
        return [node.attr]
    return []


def test_no_module_passes_on_the_names_of_another() -> None:
    passing = [name for name in GUIDE if name not in FRONT for _ in offered(name)]
    assert passing == []


def public_names(name: str) -> Iterator[str]:
    """What a module defines at its top and others may use."""
    for node in tree_of(name).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        found = [one.id for one in targets if isinstance(one, ast.Name)]
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found = [node.name]
        yield from (one for one in found if not one.startswith("_"))


def test_a_public_name_means_one_thing() -> None:
    modules = [name for name in GUIDE if name not in FRONT and name.startswith("guide.")]
    homes: dict[str, list[str]] = {}
    for name in modules:
        for one in public_names(name):
            homes.setdefault(one, []).append(name)
    assert {one: found for one, found in homes.items() if len(found) > 1} == {}


@pytest.mark.parametrize("wing", FRONT)
def test_what_a_front_door_offers_hides_no_module_of_the_wing(wing: str) -> None:
    """`guide.proofs.sweep` is a module; a function offered under that name would stand in its way."""
    defined = {one for name in GUIDE if name.startswith(f"{wing}.") for one in public_names(name)}
    assert [one for one in offered(wing) if f"{wing}.{one}" in GUIDE and one in defined] == []


def test_no_modules_import_one_another_in_a_ring() -> None:
    graph = {name: {one for one in inner_imports(name) if one != f"guide.{wing_of(name)}"} for name in GUIDE}
    # A wing's own modules are gathered in its front door; they never go back out through it.
    for name in GUIDE:
        assert f"guide.{wing_of(name)}" not in inner_imports(name), name
    assert list(TopologicalSorter(graph).static_order())


def test_the_leaks_stay_closed() -> None:
    """Pages and print once imported checks, the proofs drew, and half the package could read YAML."""
    found = wings_imported()
    assert "checks" not in found["pages"] | found["print"]
    assert "flowcharts" not in found["proofs"]
    assert {wing for wing, others in found.items() if "reading" in others} == {"cli", "doubt", "hooks"}


@pytest.mark.parametrize("outside", OWNERS)
def test_an_outside_thing_is_imported_by_its_one_owner_alone(outside: str) -> None:
    owner = OWNERS[outside]
    importing = {name for name, tree in trees() if any(one.split(".")[0] == outside for one in imported(tree))}
    assert importing
    assert {name for name in importing if name != owner and not name.startswith(f"{owner}.")} == set()


def test_only_the_calendar_command_reaches_for_the_holidays_library() -> None:
    assert [name for name in GUIDE if "guide.calendars.refresh" in inner_imports(name)] == ["guide.cli.calendar"]


UNCERTAIN = {"datetime", "time", "random", "secrets", "uuid"}


def test_no_rule_reads_a_clock_or_rolls_a_die() -> None:
    allowed = {
        "guide.publishing.origin": "datetime",
        "guide.exports.icalendar": "secrets",
        "guide.whole.files": "time",  # it waits, and reads no clock
    }
    for name in GUIDE:
        uncertain = {one.split(".")[0] for one in imported(tree_of(name))} & UNCERTAIN
        assert uncertain <= {allowed.get(name)}, f"{name} imports {uncertain}"


def test_the_package_needs_nothing_of_mkdocs_to_be_imported_and_asks_for_nothing_of_it() -> None:
    package = {name for name in GUIDE if name != "hooks"}
    assert not package & {
        name for name, tree in trees() if any(one.split(".")[0] in ("mkdocs", "material") for one in imported(tree))
    }
    asking = {name for name in package for one in strings_in(tree_of(name)) if re.match(r"mkdocs[.-](?!yml$)", one)}
    assert asking == set(), "a name of a logger, a distribution or a module: the hook hands it in"


def strings_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def shapeless(tree: ast.AST) -> int:
    """How often a file speaks of a dictionary that may hold anything: in annotations, aliases and casts."""
    return sum(
        isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("dict", "Mapping", "MutableMapping")
        and isinstance(node.slice, ast.Tuple)
        and ast.unparse(node.slice.elts[1]) in ("Any", "object")
        for node in ast.walk(tree)
    )


def test_only_an_edge_has_dictionaries_that_may_hold_anything() -> None:
    assert {name: count for name in GUIDE if (count := shapeless(tree_of(name)))} == SHAPELESS


def test_one_dictionary_more_in_pages_or_print_is_seen() -> None:
    inside = [name for name in GUIDE if wing_of(name) in ("pages", "print")]
    assert sum(SHAPELESS.get(name, 0) for name in inside) == 5
    for planted in ("Plain = dict[str, Any]", "def f() -> list[dict[str, Any]]: ...", "x: Mapping[str, object] = {}"):
        for name in inside:
            tree = ast.parse(f"{FILES[name].read_text('utf-8')}\n{planted}\n")
            assert shapeless(tree) == SHAPELESS.get(name, 0) + 1


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


THROWN_AWAY = {
    **dict.fromkeys(("bench.generated", "bench.plain", "bench.saving", "bench.scale"), "what one measurement needs"),
    "browser_checks.tools": "a fault in a folder of its own",
    "elsewhere": "a copy of the project",
    "fault_runs.case": "what stood there before a run",
    "fault_runs.cases": "two sheets filled in for one run",
    "fault_runs.on_disk": "a file in the way",
    "guide.cli.finish": "a copy of what was built",
    "guide.print.apart": "PDFs on their way to their place",
    "guide.publishing.finish": "the site that is being made, which is not in its place yet",
    "mutants.python_trial": "what one run hands to its own trials",
    **dict.fromkeys(("mutants.javascript_trial", "surface_faults.worker"), "a fault in a copy"),
    "fault_runs.in_browser": "a site of one run",
    **dict.fromkeys(("upload_orders.editions", "upload_orders.planted", "upload_orders.trial"), "a site of one run"),
    **dict.fromkeys(("install", "wheels"), "a list for one run of pip"),
}
"""Who writes without `guide.whole`, because what is written there is not kept as it is."""


def test_what_is_kept_is_written_by_one_wing() -> None:
    """`write_text` empties the good file first: on a full disk, or killed just then, nothing is left of either."""
    assert {name for name, tree in trees() if writes(tree) and wing_of(name) != "whole"} == set(THROWN_AWAY)


def writes(tree: ast.Module) -> bool:
    """Whether a module writes files by itself."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {str(getattr(call.func, "attr", getattr(call.func, "id", ""))) for call in calls}
    modes = {
        str(arg.value)
        for call in calls
        if ast.unparse(call.func).endswith("open")
        for arg in (*call.args, *(keyword.value for keyword in call.keywords))
        if isinstance(arg, ast.Constant)
    }
    kinds = {"write_text", "write_bytes", "copyfile", "copy2", "copytree"}
    return bool(names & kinds) or bool({"w", "wb", "a", "ab", "x", "xb"} & modes)


@pytest.mark.parametrize(
    "planted", ["path.write_text('x')", "open(path, 'w')", "path.open(mode='wb')", "shutil.copyfile(one, two)"]
)
def test_a_module_that_writes_by_itself_is_noticed(planted: str) -> None:
    assert writes(ast.parse(planted))
    assert not writes(ast.parse("path.open('rb'); path.read_text('utf-8')"))


def test_the_hook_stays_a_thin_adapter() -> None:
    assert len((SCRIPTS / "hooks.py").read_text("utf-8").splitlines()) < 140


def test_no_generated_page_is_written_by_python_itself() -> None:
    """HTML stands in templates: a string of Python that opens a tag is a template that got away."""
    # The table of faults quotes the templates that it changes.
    for name, tree in ((name, tree) for name, tree in trees() if not name.startswith("surface_faults.")):
        strings = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        assert [
            one
            for one in strings
            if one.lstrip().lower().startswith(("<div", "<p>", "<ul", "<ol", "<table", "<script"))
        ] == [], name


OUTSIDE = {"guide", "pydantic", "pydantic_core", "yaml", "holidays", "tinycss2", "watchdog"}


def test_the_standard_library_is_what_the_checks_and_all_below_them_stand_on() -> None:
    lower = [
        name for name in GUIDE if row_of(name) > row_of("guide.print") and wing_of(name) not in ("pages", "flowcharts")
    ]
    outside = {one.split(".")[0] for name in lower for one in imported(tree_of(name))}
    assert outside - set(sys.stdlib_module_names) == OUTSIDE
