"""What every test may use: the project's folder, the site, built once for all workers, and a browser to look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from building import build_site, built, made_once
from examples import ALWAYS_THE_SAME
from gate_table import MODES, TRIED, GateTable
from kinds import ONE_OF_EACH, pages_of
from local_site import chromium, served

__all__ = ["ROOT", "build_site"]

ROOT = Path(__file__).parent.parent

# They need programs that not every machine has: `make engines` and `make deploy-test` run them, each by its name.
collect_ignore = ["engines", "deploy/test_nginx.py"]

settings.register_profile("guide", deadline=None, derandomize=ALWAYS_THE_SAME)
settings.load_profile("guide")


def pytest_addoption(parser: pytest.Parser) -> None:
    said = ", ".join(f"{name} {does}" for name, does in MODES.items())
    parser.addoption("--gates", choices=MODES, default="brief", help=f"what gates try and what becomes of it: {said}")
    parser.addoption("--site", type=Path, metavar="FOLDER", help="look at this built site instead of building it")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(GateTable(config), "gate-table")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def built_site(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the published site, built strictly from the real guide, once for all workers: not to be changed."""
    given: Path | None = pytestconfig.getoption("site")
    return given or made_once(tmp_path_factory, "built", lambda folder: built(ROOT, folder / "site")) / "site"


@pytest.fixture(scope="session")
def site_server(built_site: Path) -> Iterator[str]:
    """The address of the built site, without a slash at the end."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run of a worker."""
    try:
        with chromium() as running:
            yield running
    except SystemExit as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(scope="session")
def addresses(pytestconfig: pytest.Config, built_site: Path) -> tuple[str, ...]:
    """The addresses of the pages that a gate tries in this run: all of them, or where it is brief one of each kind."""
    all_pages = pages_of(built_site)
    if pytestconfig.getoption("gates") != "brief":
        return all_pages
    assert set(ONE_OF_EACH) <= set(all_pages), "a kind of pages has none to stand for it: see tests/kinds.py"
    return ONE_OF_EACH


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> list[str]:
    """The pages that this gate has really tried: it appends the address of each when it is done with it."""
    done: list[str] = []
    request.node.user_properties.append((TRIED, done))
    return done
