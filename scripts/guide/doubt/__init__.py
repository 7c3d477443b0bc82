"""Doubt: each token of the content changed, one at a time, to see which change no check notices.

An author learns from it which words and numbers nobody but they themselves have looked at.
"""

from __future__ import annotations

from guide.doubt.alterations import alterations_of
from guide.doubt.alteration import KINDS, Alteration
from guide.doubt.digests import content_digest
from guide.doubt.told import doubts_as_json, doubts_as_text
from guide.doubt.trials import Doubts, tried

__all__ = [
    "KINDS",
    "Alteration",
    "Doubts",
    "alterations_of",
    "content_digest",
    "doubts_as_json",
    "doubts_as_text",
    "tried",
]
