"""What every test may use: the project's folder and the site, built once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from gate_table import GateTable

ROOT = Path(__file__).parent.parent

# The same questions on every machine and every day: a failure here is a failure everywhere. `make fuzz` asks new ones.
settings.register_profile("guide", deadline=None, derandomize="GUIDE_EXAMPLES" not in os.environ)
settings.load_profile("guide")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record-gates", action="store_true", help="print the table of gates and renew its record")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(GateTable(config), "gate-table")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the published site, built strictly from the real guide."""
    site = tmp_path_factory.mktemp("built") / "site"
    build_site(ROOT, site)
    return site


def build_site(project: Path, site: Path) -> None:
    """Builds `project` into `site` as `make site` does; fails the test with what MkDocs said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env=_environment())
    if done.returncode != 0:
        pytest.fail(f"The site does not build:\n{done.stdout}{done.stderr}", pytrace=False)


def _environment() -> dict[str, str]:
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"}
