"""Faults in a Python module: one changed node of its syntax tree each."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from types import UnionType
from typing import Any

from mutants.faults import NONE, Fault

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.Pow: ast.Mult,
}  # fmt: skip
_PAIRS = [("min", "max"), ("any", "all"), ("preceding", "following"), ("clear_before", "clear_after"),
          ("working_day_before", "working_day_after"), ("clear_days_before", "clear_days_after")]  # fmt: skip
TWINS = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


class Place:
    """Where a node stands in the tree, so that another can stand there."""

    def __init__(self, parent: ast.AST, field: str, index: int | None, node: ast.AST, inside: str) -> None:
        self.parent, self.field, self.index, self.node, self.inside = parent, field, index, node, inside

    def put(self, node: ast.AST) -> None:
        """Puts `node` there."""
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def faults_of(path: Path) -> list[Fault]:
    """Every fault of the file, in order."""
    source = path.read_text("utf-8")
    return [
        _fault(path, number, place, other, source.splitlines())
        for number, (place, other) in enumerate(_changes(ast.parse(source)))
    ]


def _fault(path: Path, number: int, place: Place, other: ast.AST, lines: list[str]) -> Fault:
    line = getattr(place.node, "lineno", 1)
    return Fault(path, number, line, place.inside, _shown(place.node), _shown(other), lines[line - 1].strip())


def source_with(fault: Fault) -> str:
    """The file's source with the fault in it."""
    tree = ast.parse(fault.path.read_text("utf-8"))
    if fault.number != NONE:
        place, other = list(_changes(tree))[fault.number]
        place.put(other)
    return ast.unparse(ast.fix_missing_locations(tree))


def _changes(tree: ast.Module) -> Iterator[tuple[Place, ast.AST]]:
    for place in list(_places(tree, "module")):
        for other in _others(place.node):
            yield place, other


def _places(node: ast.AST, inside: str) -> Iterator[Place]:
    for field, value in ast.iter_fields(node):
        # Annotations and decorators take no part in counting, and documentation even less.
        if field in ("annotation", "returns", "decorator_list", "bases"):
            continue
        children = value if isinstance(value, list) else [value]
        for index, child in enumerate(children):
            if not isinstance(child, ast.AST) or _is_only_said(child):
                continue
            name = child.name if isinstance(child, ast.FunctionDef | ast.ClassDef) else ""
            within = f"{inside}.{name}".removeprefix("module.") if name else inside
            yield Place(node, field, index if isinstance(value, list) else None, child, within)
            yield from _places(child, within)


def _is_only_said(node: ast.AST) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0]) in ("__all__", "__slots__") or "Literal[" in ast.unparse(node.value)
    return isinstance(node, ast.Name | ast.expr_context)


def _others(node: ast.AST) -> Iterator[ast.AST]:
    for kind, others in _OTHERS.items():
        if isinstance(node, kind):
            yield from others(node)


def _other_conditions(node: ast.If | ast.IfExp | ast.While) -> Iterator[ast.AST]:
    yield _with(node, "test", ast.Constant(False))
    if not isinstance(node, ast.While):
        yield _with(node, "test", ast.Constant(True))


def _without_one_condition(node: ast.comprehension) -> Iterator[ast.AST]:
    for index in range(len(node.ifs)):
        yield _with(node, "ifs", [*node.ifs[:index], *node.ifs[index + 1 :]])


def _other_junction(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)


def _other_comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    for index, sign in enumerate(node.ops):
        for other in _COMPARISONS[type(sign)]:
            yield _with(node, "ops", [*node.ops[:index], other(), *node.ops[index + 1 :]])


def _other_sums(node: ast.BinOp) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.BitOr):
        yield node.left
    else:
        yield _with(node, "op", _ARITHMETIC[type(node.op)]())


def _other_constants(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)
    elif isinstance(node.value, str):
        yield ast.Constant("mutant")


def _other_calls(node: ast.Call) -> Iterator[ast.AST]:
    if isinstance(node.func, ast.Name) and node.func.id in TWINS:
        yield _with(node, "func", ast.Name(TWINS[node.func.id], ast.Load()))
    if isinstance(node.func, ast.Attribute) and node.func.attr in TWINS:
        yield _with(node, "func", _with(node.func, "attr", TWINS[node.func.attr]))
    for index in range(len(node.keywords)):
        yield _with(node, "keywords", [*node.keywords[:index], *node.keywords[index + 1 :]])


def _without_value(node: ast.Return) -> Iterator[ast.AST]:
    if node.value is not None and _shown(node.value) != "None":
        yield ast.Return(ast.Constant(None))


def _without(node: ast.AST) -> Iterator[ast.AST]:
    if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name | ast.Tuple):
        yield ast.Pass()


_OTHERS: dict[type[ast.AST] | UnionType, Callable[[Any], Iterator[ast.AST]]] = {
    ast.Compare: _other_comparisons,
    ast.BoolOp: _other_junction,
    ast.UnaryOp: lambda node: iter([node.operand]),
    ast.BinOp: _other_sums,
    ast.Constant: _other_constants,
    ast.If | ast.IfExp | ast.While: _other_conditions,
    ast.comprehension: _without_one_condition,
    ast.Call: _other_calls,
    ast.Return: _without_value,
    ast.Raise | ast.AugAssign | ast.Expr | ast.Assign: _without,
}


def _with(node: ast.AST, field: str, value: object) -> ast.AST:
    changed = deepcopy(node)
    setattr(changed, field, value)
    return changed


def _shown(node: ast.AST) -> str:
    """One line of code; of a compound statement only its head."""
    return ast.unparse(ast.fix_missing_locations(deepcopy(node))).strip().splitlines()[0][:160]
