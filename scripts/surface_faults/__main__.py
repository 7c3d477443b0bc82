"""Reads every surface back, plants every fault, prints the table and writes the record; fails where one is missed."""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Sequence
from typing import Any

from guide.model import Guide
from guide.pages import SURFACES as RECORD
from guide.pages import ReadBack, surfaces_text
from guide.problems import Problems
from guide.reading import read_guide
from guide.whole import write_files
from surface_faults.fault import ROOT, Trial, lost
from surface_faults.table import FAULTS, digest, faults_of
from surface_faults.trials import trials


def main() -> int:
    """The exit status: 0 when every surface says what the model says, and every fault was noticed."""
    parser = argparse.ArgumentParser(prog="make surfaces", description=__doc__)
    parser.add_argument("--only", default="", help="a surface, such as book, or words of a fault; writes no record")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    began = time.perf_counter()
    if wrong := list(lost(FAULTS)):
        print("\n".join(wrong), file=sys.stderr)
        return 1
    guide = read_guide(ROOT / "procedures")
    rows, different = _read_back(guide, options.only)
    chosen = [one for one in FAULTS if not options.only or options.only in one.claimed or options.only in one.what]
    ended = list(trials(chosen, options.processes, _tell))
    _print_table(rows, ended)
    minutes, seconds = divmod(round(time.perf_counter() - began), 60)
    print(f"{len(ended)} faults in {minutes} min {seconds} s, {sum(one.is_noticed for one in ended)} of them noticed")
    if different or not all(one.is_noticed for one in ended):
        return 1
    if not options.only:
        record = surfaces_text(str(guide.partnership.body), _acts(guide), len(FAULTS), digest(), rows.values())
        write_files({RECORD: record})
    return 0


def _read_back(guide: Guide, only: str) -> tuple[dict[str, ReadBack], bool]:
    """What was read of each surface of a guide, and whether anything in it is said otherwise than in the model."""
    every, compared, written = _readers()
    sources, found, different = written.Written(guide), {}, False
    for surface in every.SURFACES:
        if only and only != surface.name:
            continue
        lines = list(surface.read(guide, sources))
        for line in compared.complaints(lines):
            different = True
            print(f"{surface.title} says otherwise than the model: {line}")
        faults = len(faults_of(surface.name))
        found[surface.name] = ReadBack(surface.title, surface.facts, compared.acts_in(guide, lines), len(lines), faults)
    return found, different


def _readers() -> tuple[Any, Any, Any]:
    """What reads the surfaces, which stands with the tests."""
    sys.path[:0] = [str(ROOT / "tests")]
    every, compared, written = (
        importlib.import_module(f"surfaces.{name}") for name in ("every", "compared", "written")
    )
    return every, compared, written


def _acts(guide: Guide) -> int:
    """The acts of a guide, with the duties by national rule that are acts of their own."""
    compared, duties = _readers()[1], importlib.import_module("surfaces.acts").duties
    steps = [step for one in guide.procedures for step in one.steps]
    duty_names = [name for step in steps for name in duties(guide, step)]
    return len({compared.act_of(guide, name) for name in (*(str(step.id) for step in steps), *duty_names)})


def _tell(trial: Trial) -> None:
    """Says at once of a fault that nobody noticed it."""
    if not trial.is_noticed:
        said = trial.complaint or trial.missed
        print(f"not noticed: {trial.fault.what} ({trial.fault.path}): {said}", flush=True)


def _print_table(rows: dict[str, ReadBack], ended: Sequence[Trial]) -> None:
    print(f"\n{'surface':44}{'acts':>6}{'facts':>7}{'faults':>8}{'noticed':>9}  what is compared")
    for name, row in rows.items():
        mine = [one for one in ended if name in one.fault.claimed]
        noticed = sum(not one.complaint and name not in one.missed for one in mine)
        print(f"{row.title:44}{row.acts:6}{row.compared:7}{len(mine):8}{noticed:9}  {', '.join(row.facts)}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Problems as found:
        sys.exit(str(found))
