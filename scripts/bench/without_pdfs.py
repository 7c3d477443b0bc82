"""`python -m bench.without_pdfs build …`: MkDocs as always, but for the PDFs, which are measured on their own."""

from __future__ import annotations

import runpy
from collections.abc import Mapping

import guide.print as printing
from guide.model import Guide
from guide.publishing import Origin


def _no_pdfs(guide: Guide, build: Origin, address: str = "") -> Mapping[str, bytes]:
    return {}


if __name__ == "__main__":
    printing.pdfs = _no_pdfs  # before MkDocs loads the hook, which asks for it by this name
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
