"""What every test may use: the project's folder, the site, built once for all workers, and a browser to look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from area_guides import area
from building import build_site, built, made_once, project_of_area
from examples import ALWAYS_THE_SAME
from gate_table import MODES, TRIED, GateTable
from guide.model.guide import Guide
from kinds import one_of_each, pages_of
from local_site import chromium, served
from shipped_apart import ShippedApart

__all__ = ["ROOT", "build_site"]

ROOT = Path(__file__).parent.parent

# They need programs that not every machine has: `make engines`, `make hear` and `make deploy-test` name them.
collect_ignore = ["ear", "engines", "deploy/test_nginx.py"]

settings.register_profile("guide", deadline=None, derandomize=ALWAYS_THE_SAME)
settings.load_profile("guide")


def pytest_addoption(parser: pytest.Parser) -> None:
    said = ", ".join(f"{name} {does}" for name, does in MODES.items())
    parser.addoption("--gates", choices=MODES, default="brief", help=f"what gates try and what becomes of it: {said}")
    parser.addoption("--site", type=Path, metavar="FOLDER", help="look at this built site instead of building it")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(GateTable(config), "gate-table")
    apart = ShippedApart()
    apart.listen()
    config.pluginmanager.register(apart, "shipped-apart")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def built_site(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of whatever guide this checkout has, built strictly, once for all workers: not to be changed."""
    given: Path | None = pytestconfig.getoption("site")
    return given or made_once(tmp_path_factory, "built", lambda folder: built(ROOT, folder / "site")) / "site"


@pytest.fixture(scope="session")
def harbour_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the harbour, built in the same way: what tests look at that know what stands on a page."""

    def make(folder: Path) -> str:
        return built(project_of_area(folder), folder / "site")

    return made_once(tmp_path_factory, "harbour", make) / "site"


@pytest.fixture(scope="session", params=["here", "harbour"])
def each_site(request: pytest.FixtureRequest) -> Path:
    """The site of the guide in `procedures/`, whosever it is, and that of the harbour: for what holds of any site."""
    site: Path = request.getfixturevalue({"here": "built_site", "harbour": "harbour_site"}[request.param])
    return site


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide of the harbour, on which the tests of the product stand. Those of `content` have the shipped one."""
    return area()


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
    one = one_of_each()
    assert set(one) <= set(all_pages), "a kind of pages has none to stand for it: see tests/kinds.py"
    return one


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> list[str]:
    """The pages that this gate has really tried: it appends the address of each when it is done with it."""
    done: list[str] = []
    request.node.user_properties.append((TRIED, done))
    return done
