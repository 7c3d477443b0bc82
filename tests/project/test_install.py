"""Where one engine of drawings has no wheel, the setup takes the other one, and nothing else changes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from install import with_the_other_engine

FAKE_PIP = """
import pathlib, sys
text = pathlib.Path(sys.argv[-1]).read_text()
with open("asked.txt", "a") as asked:
    asked.write(str('merman==' in text) + "\\n")
if FAILS:
    sys.exit("ERROR: No matching distribution found for MISSING==1")
"""


def entries(text: str) -> dict[str, str]:
    """The first line of each requirement by its name."""
    return {found[1]: found[0] for found in re.finditer(r"^(\w[\w.-]*)==.*$", text, re.MULTILINE)}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_other_engine_comes_with_all_that_it_needs(root: Path, name: str) -> None:
    text = (root / name).read_text("utf-8")
    before, after = entries(text), entries(with_the_other_engine(text))
    assert before.keys() - after.keys() == {"merman"}
    assert ";" not in after["mmdr"]
    assert ";" not in after["novasvg"]
    untouched = before.keys() - {"merman", "mmdr", "novasvg"}
    assert {one: after[one] for one in untouched} == {one: before[one] for one in untouched}
    of_merman = text.split("\nmerman==")[1].split("# via")[0].count("--hash")
    assert text.count("--hash") - with_the_other_engine(text).count("--hash") == of_merman


@pytest.mark.parametrize(
    ("fails", "missing", "asked", "status"),
    [
        ("False", "merman", ["True"], 0),
        ("'merman==' in text", "merman", ["True", "False"], 0),
        ("True", "merman", ["True", "False"], 1),
        ("True", "mkdocs", ["True"], 1),
    ],
)
def test_only_a_missing_engine_is_tried_again(
    root: Path, tmp_path: Path, fails: str, missing: str, asked: list[str], status: int
) -> None:
    (tmp_path / "pip").mkdir()
    (tmp_path / "pip/__main__.py").write_text(FAKE_PIP.replace("FAILS", fails).replace("MISSING", missing), "utf-8")
    (tmp_path / "pip/__init__.py").write_text("", "utf-8")
    command = [sys.executable, str(root / "scripts/install.py"), str(root / "requirements.txt")]
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert (tmp_path / "asked.txt").read_text("utf-8").split() == asked
    assert "Traceback" not in done.stderr
    assert (f"No matching distribution found for {missing}" in done.stderr) == (status == 1)
