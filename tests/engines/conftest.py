"""The site of the test suite in two engines beside Chromium. An error on the console fails the test it came in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from engines.driven import Driven
from engines.firefox import firefox
from engines.webkit import webkit
from folder_to_carry import taken_out
from local_site import served

ENGINES: dict[str, Any] = {"Firefox": firefox, "WebKit": webkit}
DIED = ("WebDriverException", "InvalidSessionIdException", "NoSuchWindowException")
"""What Selenium raises where the browser has gone. WebKitGTK dies now and then, on any page: a fresh one tries the test
again, once, and the run counts it as rerun. What a page does wrong is an AssertionError, and never tried again."""


@pytest.hookimpl(tryfirst=True)  # before the workers read the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Lets the engines run side by side, all tests of one by the same worker, and each begin again where it dies."""
    for item in items:
        given = item.callspec.params if hasattr(item, "callspec") else {}
        item.add_marker(pytest.mark.xdist_group(given.get("running", "WebKit")))  # the others look at its console
        item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=list(DIED)))


@pytest.fixture(scope="session")
def harbour_server(harbour_site: Path) -> Iterator[str]:
    """The address of the harbour's site, for what a test knows of it."""
    with served(harbour_site) as address:
        yield address


@pytest.fixture(scope="session")
def harbour_folder(harbour_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour's site as a folder to carry."""
    return taken_out(harbour_site, tmp_path_factory.mktemp("folder"))


@pytest.fixture(params=["from a server", "from a folder"])
def harbour(request: pytest.FixtureRequest, harbour_server: str, harbour_folder: Path) -> Callable[[str], str]:
    """The address of a page of the harbour, as it is published and as it is carried about."""
    if request.param == "from a server":
        return lambda page: f"{harbour_server}{page}"
    return lambda page: f"{harbour_folder.as_uri()}{page}index.html"


@pytest.fixture(params=ENGINES)
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driven]:
    """Each engine, started afresh. Where one is not there, its tests fail and say what to install."""
    opened: AbstractContextManager[Driven] = ENGINES[request.param](tmp_path_factory.mktemp(request.param))
    with opened as engine:
        yield engine


@pytest.fixture
def engine(running: Driven) -> Iterator[Driven]:
    """An engine with nothing on its console, before and after."""
    running.complaints()
    yield running
    assert running.complaints() == [], "errors on the console"
