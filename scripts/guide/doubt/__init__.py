"""Doubt: each token of the content changed, one at a time, to see which change no check notices.

An author learns from it which words and numbers nobody but they themselves have looked at.
"""

from __future__ import annotations

from guide.doubt.alterations import alterations_of, names_for
from guide.doubt.told import doubts_as_json, doubts_as_text
from guide.doubt.trials import Doubts, tried

__all__ = [
    "Doubts",
    "alterations_of",
    "doubts_as_json",
    "doubts_as_text",
    "names_for",
    "tried",
]
