"""Faults that change nothing anyone could see, each with the reason. A test for one of them could not fail."""

from __future__ import annotations

ARGUED: dict[str, str] = {}
