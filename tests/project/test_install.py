"""Where one engine of drawings has no wheel, the setup takes the other one, and nothing else changes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from install import with_the_other_engine

EDITABLE_PIP = """
import locale, pathlib, sys, sysconfig
assert "--editable" in sys.argv
kept = pathlib.Path(sysconfig.get_path("purelib"), "__editable__.procedure_guide-1.0.0.pth")
kept.write_text(sys.argv[-1] + "/scripts\\n", locale.getencoding())
"""
"""Keeps where the project lies as pip and setuptools do."""

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


@pytest.mark.skipif(os.name != "posix", reason="LC_ALL")
def test_the_project_is_found_in_a_folder_that_the_language_of_the_system_has_no_letters_for(
    root: Path, tmp_path: Path
) -> None:
    project, pip = tmp_path / "Prüfung ä", tmp_path / "pip"
    (project / "scripts/guide").mkdir(parents=True)
    (project / "scripts/guide/__init__.py").write_text("print('found')")
    shutil.copy(root / "scripts/install.py", project / "scripts")
    pip.mkdir()
    (pip / "__init__.py").touch()
    (pip / "__main__.py").write_text(EDITABLE_PIP, "utf-8")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(project / ".venv")], check=True)
    python, spoken = str(project / ".venv/bin/python"), {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    command = [python, "scripts/install.py", "."]
    subprocess.run(command, cwd=project, env=spoken | {"PYTHONPATH": str(tmp_path)}, check=True)
    found = subprocess.run([python, "-c", "import guide"], env=spoken, capture_output=True, text=True, check=False)
    assert (found.stdout, found.stderr) == ("found\n", "")
