"""What `guide doubt` prints: what no check notices, a table by kind, and what guards nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator

from guide.doubt.alteration import KINDS
from guide.doubt.trials import Doubts, TriedOut


def doubts_as_text(doubts: Doubts) -> str:
    """The unseen, one a line with its place; the table; and the checks and examples that noticed nothing."""
    return "\n".join(_lines(doubts)) + "\n"


def _lines(doubts: Doubts) -> Iterator[str]:
    for one in doubts.unnoticed:
        altered = one.alteration
        yield f"{altered.place}: UNSEEN {altered.kind}: {altered.old} -> {altered.new}"
    if doubts.unnoticed:
        yield ""
    yield f"{'kind':18}{'tried':>7}{'noticed':>9}{'unseen':>8}"
    for kind, tried, noticed in [*_by_kind(doubts), ("all", *_counts(doubts.trials))]:
        yield f"{kind:18}{tried:7}{noticed:9}{tried - noticed:8}"
    if not doubts.whole:
        return
    yield ""
    yield "What guards nothing: " + (", ".join(doubts.idle) or "everything noticed something") + "."


def _by_kind(doubts: Doubts) -> Iterator[tuple[str, int, int]]:
    for kind in KINDS:
        if mine := [one for one in doubts.trials if one.alteration.kind == kind]:
            yield (kind, *_counts(mine))


def _counts(trials: list[TriedOut]) -> tuple[int, int]:
    return len(trials), sum(one.is_noticed for one in trials)


def doubts_as_json(doubts: Doubts) -> str:
    """The same for programs: each change with what noticed it, the table, and what guards nothing."""
    rows = [
        {
            "path": one.alteration.place.path,
            "line": one.alteration.place.line,
            "column": one.alteration.place.column,
            "kind": one.alteration.kind,
            "old": one.alteration.old,
            "new": one.alteration.new,
            "noticed": one.is_noticed,
            "codes": one.codes,
        }
        for one in doubts.trials
    ]
    table = [{"kind": kind, "tried": tried, "noticed": noticed} for kind, tried, noticed in _by_kind(doubts)]
    return json.dumps({"trials": rows, "kinds": table, "idle": doubts.idle}, ensure_ascii=False, indent=1) + "\n"
