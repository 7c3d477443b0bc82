"""A value as JSON inside a page."""

from __future__ import annotations

import json
from dataclasses import fields

from markupsafe import Markup


def script_json(value: object) -> Markup:
    """JSON for a `<script type="application/json">`: nothing in it can end the script or begin a comment.

    Values may be dataclasses: their fields are the keys, in order.
    """
    text = json.dumps(value, default=_by_field, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _by_field(value: object) -> dict[str, object]:
    return {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]
