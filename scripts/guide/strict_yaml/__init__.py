"""YAML to plain values that know their place, with everything refused that is unsafe or easily misread."""

from __future__ import annotations

from guide.strict_yaml.faults import merge_markers
from guide.strict_yaml.text import Document, Mapping, Sequence, Text, read, read_text

__all__ = [
    "Document",
    "Mapping",
    "Sequence",
    "Text",
    "merge_markers",
    "read",
    "read_text",
]
