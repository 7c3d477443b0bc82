"""How often Python looks for what nobody needs any more."""

from __future__ import annotations

import gc

OBJECTS = 50_000


def collect_seldom() -> None:
    """Lets Python look only after every so many objects: a guide is nearly all that there is, and none of it goes.

    An eighth of the work of a check, and no memory to speak of. For a program, never for who imports the package.
    """
    gc.set_threshold(OBJECTS, 20, 20)
