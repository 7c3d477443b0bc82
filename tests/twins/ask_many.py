"""Asks both engines many new random questions about schedules, acts and what was done, and says how many were equal.

`make twins N=100000`. The questions come in batches, each with a seed of its own: those of one batch are what
`TWINS_SEED=… make test TESTS=tests/twins/test_twins_timeline.py` asks. The time zones take turns.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from twins import test_twins_timeline as timeline


def main(wanted: int) -> int:
    """The exit status: 0 when every answer was equal."""
    told: Counter[str] = Counter()
    first_seed, batch = timeline.SEED, 0
    while told["asked"] < wanted:
        zone = timeline.TIME_ZONES[batch % len(timeline.TIME_ZONES)]
        told += ask_batch(first_seed + batch, zone)
        batch += 1
        if sys.stdout.isatty():
            print(f"\r{told['asked']} of {wanted}", end="\r", flush=True)
    print(f"{told['asked']} questions asked, {told['equal']} answered alike by both engines.")
    print(f"{told['acts']} acts with {told['governing']} governing dates were compared, {told['standing']} rules that "
          f"stand beside them, {told['open']} open ones and {told['done']} acts that were done; "
          f"{told['refused']} questions were refused alike, {told['two-dates']} for two dates of one act.")  # fmt: skip
    print(f"Seeds {first_seed} to {first_seed + batch - 1}, in {', '.join(timeline.TIME_ZONES[:batch])}.")
    return 0 if told["asked"] == told["equal"] else 1


def ask_batch(seed: int, zone: str) -> Counter[str]:
    """How many were asked and equal, and what was in them. Prints the first difference."""
    timeline.SEED = seed
    for kept in (timeline.plans, timeline.questions, timeline.python_digests):
        kept.cache_clear()
    asked = timeline.questions()
    with ThreadPoolExecutor(max_workers=1) as pool:
        theirs = pool.submit(timeline.ask_javascript, asked, zone)
        answers = [timeline.python_answer(question) for question in asked]
        digests = theirs.result()
    equal = [timeline.digest(ours) == other for ours, other in zip(answers, digests, strict=True)]
    if not all(equal):
        print(timeline.first_difference(digests, zone))
    told = Counter(asked=len(asked), equal=sum(equal))
    for answer in answers:
        told += refusal_of(answer) if "error" in answer else acts_in(answer["steps"])
    return told


def refusal_of(answer: dict[str, str]) -> Counter[str]:
    return Counter(["refused", answer["error"]])


def acts_in(steps: list[dict[str, object]]) -> Counter[str]:
    """What was said of the acts of one answer, each counted once."""
    told: Counter[str] = Counter()
    for step in {str(one["act"]): one for one in steps}.values():
        told += Counter(
            acts=1,
            governing=step["governs"] is not None,
            standing=len(step["standing"]),  # type: ignore[arg-type]
            open=len(step["open"]),  # type: ignore[arg-type]
            done=step["done"] is not None,
        )
    return told


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else int(os.environ.get("N", "100000"))))
