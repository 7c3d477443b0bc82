"""A test of a wing that opens what is shipped is stopped; those that look at the checkout as it stands are not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import elsewhere
from shipped_apart import LOOKING, ShippedApart, is_apart


@pytest.fixture
def apart() -> ShippedApart:
    watched = ShippedApart()
    watched.apart = True
    return watched


@pytest.mark.parametrize("name", ["partnership.yml", "examples/christmas.yml", "../procedures/forms.yml"])
def test_a_shipped_file_is_not_opened(apart: ShippedApart, root: Path, name: str) -> None:
    with pytest.raises(AssertionError, match=r"opened .*procedures.*: let it stand on a sample area"):
        apart.heard("open", (f"{root}/procedures/{name}", "r", 0))


def test_what_belongs_to_no_partnership_is_opened_and_so_is_anything_else(apart: ShippedApart, root: Path) -> None:
    for path in (f"{root}/procedures/schema/forms.json", root / "tests/areas/glen/forms.yml", 3):
        apart.heard("open", (path, "r", 0))
    apart.heard("os.listdir", (f"{root}/procedures",))
    apart.apart = False
    apart.heard("open", (f"{root}/procedures/forms.yml", "r", 0))


def test_whoever_looks_at_the_site_of_the_checkout_may(root: Path) -> None:
    """Whatever builds that site reads what is shipped: also what is run by hand, which no other test would notice."""
    asks = re.compile(r"\b(?:built_site|each_site|guide_here)\b")
    modules = {path: path.relative_to(root / "tests").parts for path in (root / "tests").glob("*/**/*.py")}
    looking = {parts[0] for path, parts in modules.items() if asks.search(path.read_text("utf-8"))}
    assert {"browser", "engines"} < looking <= LOOKING


def test_what_is_not_asked_elsewhere_is_there_and_is_apart(root: Path) -> None:
    for module in elsewhere.APART:
        assert (root / "tests" / module).is_file()
        assert is_apart(Path(module))
    assert not is_apart(Path("suite/test_commands.py"))
    assert is_apart(Path("model/test_guide.py"))


def test_a_test_of_a_wing_that_reads_the_shipped_guide_fails(root: Path) -> None:
    planted = root / "tests/model/test_planted_by_shipped_apart.py"
    text = "from pathlib import Path\n\ndef test_it():\n    Path('procedures/forms.yml').read_text('utf-8')\n"
    try:
        planted.write_text(text, "utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(planted)]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    finally:
        planted.unlink(missing_ok=True)
    assert (done.returncode, "let it stand on a sample area" in done.stdout) == (1, True), done.stdout
