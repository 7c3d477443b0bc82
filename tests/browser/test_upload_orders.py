"""Whatever order files arrive in, a reader has one version whole; `make fault-runs` tries every order."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from upload_orders.editions import files_of, newer
from upload_orders.orders import Order, Step, brief, orders
from upload_orders.trial import Moment, faults, tried

PATHS = ["sw.js", "index.html", "a/index.html", "b/index.html", "x.js", "x.css", "assets/guide/search/index.js"]
NAMES = [order.name for order in brief(PATHS)]
ORDER = Order("new: one, two", "old", "new", (Step("one", "new", ()), Step("two", "new", ())))


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_one_order_of_each_kind_ends_right(browser: Browser, harbour_site: Path, tmp_path: Path, number: int) -> None:
    versions = {"old": harbour_site, "new": newer(harbour_site, tmp_path / "new", "a newer version")}
    paths = {path for site in versions.values() for path in files_of(site)}
    order = brief(paths)[number]
    moments = tried(order, browser, versions, tmp_path / "site")
    assert len(moments) == len(order.steps) + 1
    assert list(faults(order, moments)) == []


def test_every_order_of_four_groups_is_tried_and_no_file_is_forgotten() -> None:
    every = list(orders(PATHS))
    assert len(every) == 24 + 2 + 24
    for order in every:
        arrived = [path for step in order.steps if step.version != "nothing" for path in step.paths]
        assert sorted(arrived) == sorted(PATHS)


@pytest.mark.parametrize(
    ("moments", "fault"),
    [
        ([("one", ("MIXED",), "no copy"), ("two", ("new",), "new")], "readers had MIXED"),
        ([("one", ("old", "new"), "new"), ("two", ("old", "new"), "new")], "went back to the old version"),
        ([("one", ("old",), "no copy"), ("two", ("old",), "new")], "in the end the reader has old"),
        ([("one", ("old",), "MIXED"), ("two", ("new",), "new")], "; MIXED"),
        ([("one", ("old",), "old"), ("two", ("new",), "no copy")], "in the end somebody new has no copy"),
    ],
)  # fmt: skip
def test_what_a_reader_may_not_have_is_a_fault(moments: list[tuple[str, tuple[str, ...], str]], fault: str) -> None:
    told = [Moment(*moment) for moment in moments]
    assert fault in " ".join(faults(ORDER, told))
