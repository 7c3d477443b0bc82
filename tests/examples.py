"""How many random examples a test tries: `make test` a fifth of those it names, `make fuzz` many more."""

from __future__ import annotations

import os

ALL = 6000
"""What GUIDE_EXAMPLES says where all are tried: the numbers that tests name are those of such a run."""
EXAMPLES = int(os.environ.get("GUIDE_EXAMPLES", "1200"))
ALWAYS_THE_SAME = "GUIDE_DICE" not in os.environ
"""So that a failure here is a failure everywhere. `make fuzz` throws the dice and asks new ones each time."""


def examples(named: int) -> int:
    """The share of so many examples that this run tries; at least one."""
    return max(1, named * EXAMPLES // ALL)
