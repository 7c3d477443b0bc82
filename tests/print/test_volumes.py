"""A guide of many procedures is printed in volumes, which together say what one book would."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from bench.generated import ENTRIES, write_guide
from guide.model import Guide
from guide.print import pdfs
from guide.print.apart import PrintedOnDisk
from guide.print.book import Book, book_of
from guide.print.documents import documents_of
from guide.print.engine import NotPrinted
from guide.print.packs import PackPrint
from guide.print.volumes import IN_A_BOOK, IN_A_LIST, volumes_of
from guide.publishing import Origin
from guide.reading import read_guide

BUILD = Origin("1.0.0", "0123456789", "2026-11-23", 1795392000)
MANY = IN_A_LIST + 3


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return read_guide(write_guide(tmp_path_factory.mktemp("volumes") / "many", MANY))


@pytest.fixture(scope="module")
def eleven(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return read_guide(write_guide(tmp_path_factory.mktemp("volumes") / "eleven", IN_A_BOOK + 1))


@pytest.fixture(scope="module")
def printed(eleven: Guide) -> Mapping[str, bytes]:
    return pdfs(eleven, BUILD)


def books(guide: Guide) -> list[Book]:
    contents = (one.content() for one in documents_of(guide) if one.kind == "guide")
    return [one for one in contents if isinstance(one, Book)]


def test_no_volume_has_more_procedures_than_its_kind_may_have(many: Guide) -> None:
    assert [len(one.procedures) for one in volumes_of(many, IN_A_BOOK)] == [8, 9, 8, 9, 9]
    assert [one.flowcharts for one in volumes_of(many, IN_A_LIST)] == [(1, 21), (22, 43)]
    assert [one.is_all for one in volumes_of(many, MANY)] == [True]


def test_each_procedure_is_in_one_volume_of_the_book_and_what_is_said_once_in_the_first(many: Guide) -> None:
    volumes = books(many)
    assert [chapter.id for book in volumes for chapter in book.procedures] == [one.id for one in many.procedures]
    assert [bool(book.forms and book.roles and book.calendars) for book in volumes] == [True, *[False] * 4]
    assert sum(len(book.boards) for book in volumes) == len(book_of(many).boards)


def test_each_entry_of_a_role_is_in_one_volume_of_its_pack(many: Guide) -> None:
    documents = [one for one in documents_of(many) if one.kind == "pack"]
    assert {one.subject for one in documents} == {"professional", "other-agency", "managers", "partnership-team"}
    told: Counter[str] = Counter()
    for document in documents:
        content = document.content()
        assert isinstance(content, PackPrint)
        told.update(entry.id for one in content.pack.sections for group in one.groups for entry in group.entries)
    outcomes = 2
    assert set(told.values()) == {1}
    assert len(told) == MANY * (ENTRIES - outcomes)


def test_no_two_documents_have_one_name_or_one_title(many: Guide) -> None:
    documents = list(documents_of(many))
    assert len({one.name for one in documents}) == len({one.title for one in documents}) == len(documents)
    assert {"guide.pdf", "guide-volume-5.pdf", "role-managers-volume-2.pdf"} <= {one.name for one in documents}
    managers = many.actor["managers"].name
    assert f"Role pack: {managers}, volume 2 of 2, flowcharts 22 to 43" in {one.title for one in documents}


def test_a_guide_of_ten_procedures_is_one_book_that_holds_every_place(tmp_path: Path) -> None:
    ten = read_guide(write_guide(tmp_path / "ten", IN_A_BOOK))
    assert [one.is_whole for one in documents_of(ten) if one.kind == "guide"] == [True]
    assert [form.used != () for form in book_of(ten).forms] == [True]


def test_volumes_come_one_by_one_from_a_process_of_their_own(eleven: Guide, printed: Mapping[str, bytes]) -> None:
    assert isinstance(printed, PrintedOnDisk)
    assert list(printed) == [one.name for one in documents_of(eleven)]
    assert all(re.match(rb"%PDF-1\.7", pdf) for pdf in printed.values())
    assert printed["guide.pdf"] != printed["guide-volume-2.pdf"]


def test_what_was_refused_in_that_process_is_told_as_it_was_there() -> None:
    refused = NotPrinted("poster", 'panicked with: "misfit:procedure-1:at 9 points it needs 120 percent of its page"')
    again = pickle.loads(pickle.dumps(refused))
    assert (again.procedure, again.complaint, str(again)) == (refused.procedure, refused.complaint, str(refused))
    assert again.procedure == "procedure-1"
