"""What the print asks of a guide is worked out once, however many PDFs show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from area_guides import area_folder
from guide.model.guide import Guide
from guide.print import book, entries, flow_page, posters
from guide.print.documents import documents_of
from guide.print.every import pdfs, sheets_of
from guide.publishing.origin import UNRECORDED, Origin
from guide.reading.folder import read_guide
from other_guide import other_guide, procedure, step


@contextmanager
def counted(module: Any, name: str, said: Callable[..., str]) -> Iterator[Counter[str]]:
    """How often a function of a module is called while this is open, by what `said` gives for its arguments."""
    calls: Counter[str] = Counter()
    real = getattr(module, name)

    def call(*arguments: Any) -> Any:
        calls[said(*arguments)] += 1
        return real(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, call)
        yield calls


def work_out_everything(guide: Guide) -> None:
    """What one set of PDFs asks: the documents, each one's content, and the documents again for their list."""
    for _ in range(2):
        for document in documents_of(guide):
            document.content()


def test_no_entry_is_worked_out_twice_for_one_set_of_pdfs() -> None:
    guide = read_guide(area_folder())
    with counted(entries, "_of", lambda _guide, _procedure, item, _tints: str(item.entry.entry_id)) as calls:
        work_out_everything(guide)
    assert calls == dict.fromkeys(guide.entry, 1)


def test_no_flowchart_is_laid_into_rows_twice() -> None:
    guide = read_guide(area_folder())
    with counted(posters, "flow_page", lambda _guide, procedure: str(procedure.id)) as calls:
        work_out_everything(guide)
    assert calls == dict.fromkeys(guide.procedure, 1)


def test_no_form_and_no_question_is_told_twice() -> None:
    guide = read_guide(area_folder())
    with counted(book, "places_of", lambda *_: "rows") as calls:
        work_out_everything(guide)
    # The book alone tells roles, and is worked out for each of the two rounds.
    assert calls["rows"] == len(guide.forms) + len(guide.questions) + 2 * len(guide.actors)


def test_work_that_is_asked_for_twice_is_seen() -> None:
    guide = read_guide(area_folder())
    with counted(flow_page, "entries_of", lambda _guide, name: str(name)) as calls:
        flow_page.flow_page(guide, guide.procedures[0])
        flow_page.flow_page(guide, guide.procedures[0])
    assert calls[guide.procedures[0].id] == 2


def test_a_real_set_of_pdfs_and_its_list_work_each_entry_out_once(tmp_path: Path) -> None:
    written = procedure("small", 1, step("begin"), step("finish", ends="true"))
    guide = other_guide(tmp_path / "procedures", small=written)
    with counted(entries, "_of", lambda _guide, _procedure, item, _tints: str(item.entry.entry_id)) as calls:
        sheets_of(guide, pdfs(guide, Origin(UNRECORDED, UNRECORDED, UNRECORDED, 0)))
    assert calls == dict.fromkeys(guide.entry, 1)
