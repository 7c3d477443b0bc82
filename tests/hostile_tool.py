"""What an enemy could put into a link, a date field or a device's storage, and a tool that stays alive to be asked."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote

from hypothesis import strategies as st

from guide.twins.node import ASSETS, find_node
from hostile_yaml import ANYTHING
from timeline_tool import json_block, page_text

_MODULE = Path(__file__).parent / "js" / "hostile-tool.mjs"
TOKEN = "0123456789abcdef0123456789abcdef"


class Tool:
    """One node process for thousands of questions; see `js/hostile-tool.mjs`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [str(find_node()), str(_MODULE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="ascii"
        )
        blocks = {name: json_block(f"timeline-{name}") for name in ("data", "calendars", "words")}
        self._write({"folder": str(ASSETS), **blocks})

    def ask(self, kind: str, given: Any) -> Any:
        """`{"outcome": …, "faults": […]}`."""
        self._write([kind, given])
        assert self._process.stdout
        answer = self._process.stdout.readline()
        assert answer, f"the tool died of {kind} {given!r}"
        return json.loads(answer)

    def close(self) -> None:
        self._process.communicate()

    def _write(self, value: Any) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{json.dumps(value)}\n")
        self._process.stdin.flush()


def _ids() -> list[str]:
    journeys = json_block("timeline-data", page_text())["journeys"]
    return [*journeys, *(anchor for journey in journeys.values() for anchor in journey["asks"] + journey["may_ask"])]


PROTOTYPE = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"]
LURES = [
    *("<script>alert(1)</script>", "javascript:alert(1)", "\u202e", "%", "%00", "%zz", "%E0%A4%A", "\0", "&", "=", "#"),
    *("2026-02-30", "9999-12-31", "0000-00-00", "+2026-12-17", "2026-12-17T00:00", "-1", "1e9", "NaN", "null", ""),
]
DATES = st.dates().map(str) | st.sampled_from(["2026-12-17", "2027-06-01", "2012-01-01", "2035-12-31", *LURES])
KEYS = st.sampled_from(["journey", "closed", "bank-holiday", "done", *_ids(), *PROTOTYPE]) | st.text(max_size=6)
DONE = st.lists(st.tuples(st.sampled_from(["tell-the-regulator", *PROTOTYPE]), DATES).map(":".join), max_size=3)
VALUES = st.sampled_from([*_ids(), *PROTOTYPE]) | st.lists(DATES, max_size=4).map(",".join) | DONE.map(",".join)
PAIRS = st.lists(st.tuples(KEYS, VALUES).map("=".join), max_size=6).map("&".join)
WHOLE = st.builds(
    "journey=trust-concern&concern-received={}&{}".format,
    st.dates().map(str) | st.just("2026-12-17"),
    PAIRS,
)
"""A link that is right so far, and then anything."""
LINKS = (
    PAIRS
    | WHOLE
    | WHOLE.map(lambda link: link.removesuffix("&"))
    | PAIRS.map(lambda link: quote(link, errors="replace"))
    | st.text(max_size=600)
)
PARTS = (
    st.text(max_size=6)
    | st.integers(-5, 10**10).map(str)
    | st.sampled_from(["March", " mar. ", "٣", "３", "1.0", "0x7", "1e1", "2026", "7", "12", *PROTOTYPE, *LURES])
)
TYPED = st.fixed_dictionaries({"day": PARTS, "month": PARTS, "year": PARTS})
NUMBERS = st.integers(-(2**60), 2**60) | st.floats() | st.sampled_from([0, 2**31 - 1, 2**53 - 1, 21_000, 3_000_000])
KEPT_WHOLE = st.fixed_dictionaries({"link": LINKS, "token": st.just(TOKEN), "sequence": NUMBERS, "until": NUMBERS})
KEPT = st.one_of(
    KEPT_WHOLE,
    st.builds(lambda kept, key, value: {**kept, key: value}, KEPT_WHOLE, st.sampled_from(["link", "token"]), ANYTHING),
    st.just({"link": "", "token": [TOKEN], "sequence": 0, "until": 30_000}),
    ANYTHING,
).map(json.dumps) | st.text(max_size=200)
