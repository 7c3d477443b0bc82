"""The command `guide`: what a person types. One file, one command."""

from __future__ import annotations

from guide.cli.program import main

__all__ = [
    "main",
]
