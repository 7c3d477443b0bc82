"""How many random examples a test tries: the build server five times as many as `make test`, `make fuzz` many more."""

from __future__ import annotations

import os

ON_THE_BUILD_SERVER = 6000
"""What `.ci/run` says in GUIDE_EXAMPLES. The numbers that tests name are those of such a run."""
EXAMPLES = int(os.environ.get("GUIDE_EXAMPLES", "1200"))
ALWAYS_THE_SAME = "GUIDE_DICE" not in os.environ
"""So that a failure here is a failure everywhere. `make fuzz` throws the dice and asks new ones each time."""


def examples(on_the_build_server: int) -> int:
    """The share of so many examples that this run tries; at least one."""
    return max(1, on_the_build_server * EXAMPLES // ON_THE_BUILD_SERVER)
