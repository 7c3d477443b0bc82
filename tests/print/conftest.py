"""The PDFs of the harbour, made and read once for all tests of the print."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest

from guide.model.guide import Guide
from guide.print.every import pdfs
from guide.publishing.origin import Origin
from pdf_reading import Reading, read_pdf

BUILD = Origin("1.0.0", "0123456789", "2026-11-23", 1795392000)


@pytest.fixture(scope="session")
def printed(guide: Guide) -> Mapping[str, bytes]:
    began, cpu = time.perf_counter(), time.process_time()
    made = pdfs(guide, BUILD)
    spent, worked = time.perf_counter() - began, time.process_time() - cpu
    print(f"\n{len(made)} PDFs in {spent:.1f} seconds, {worked:.1f} of them at work")
    return made


@pytest.fixture(scope="session")
def read(printed: Mapping[str, bytes]) -> Mapping[str, Reading]:
    return {name: read_pdf(content) for name, content in printed.items()}
