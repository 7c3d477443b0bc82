"""The examples in docstrings that show the shipped guide give what stands below them."""

from __future__ import annotations

import importlib

import pytest

from project.test_docstring_examples import ON_THE_SHIPPED_GUIDE, complaints
from prose import ROOT


@pytest.mark.parametrize("name", sorted(ON_THE_SHIPPED_GUIDE))
def test_every_example_gives_what_stands_below_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert complaints(importlib.import_module(name)) == []
