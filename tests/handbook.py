"""The handbook as its tests read it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

ROOT = Path(__file__).resolve().parents[1]
HANDBOOK = (ROOT / "docs" / "handbook.md").read_text("utf-8")


@cache
def section(heading: str) -> str:
    """The text under a heading, down to the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", without_code(HANDBOOK), re.M | re.S)
    assert found, f"the handbook has no heading “{heading}”"
    return found[1]


def without_code(text: str) -> str:
    """The text with the comments of its code gone, so that only headings begin with a number sign."""
    return re.sub(r"^( *)```.*?^\1```$", "", text, flags=re.M | re.S)


def field_of(noun: type[BaseModel], key: str) -> Any:
    return next(field for name, field in noun.model_fields.items() if key in (name, field.alias))
