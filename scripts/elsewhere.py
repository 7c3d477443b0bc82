"""Proves that the product is everybody's: its tests pass with another partnership's folder in `procedures/`.

`python scripts/elsewhere.py FOLDER OPTION …` copies the project, puts the folder in the place of the shipped one and
runs there, with these options of pytest, the tests that look at the project as it stands, by its commands, its pages
and its site, with some of the gates, on one page of each kind. The tests of the wings stand on sample
areas: that none of them opens what is shipped is held while they run (`tests/shipped_apart.py`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
EVERYBODYS = ("calendars", "schema")
"""What stands in `procedures/` and belongs to no partnership."""
LOOKING = ("cli", "pages", "project", "publishing", "suite")
"""The folders of tests that look at the project as it stands."""
APART = (
    "cli/test_any_generator.py", "cli/test_output.py", "project/test_growth.py", "project/test_hooks.py",
    "project/test_serving.py", "project/test_site_on_disk.py", "publishing/test_logo.py", "suite/test_fault_runs.py",
)  # fmt: skip
"""What takes long there and stands on guides of its own, so that it says the same whosever guide is shipped."""
GATES = ("budgets", "headings", "policy", "without_scripts")
"""What is asked of another guide's pages; sight, keyboard and layout do not change with whose words they are."""
AUTHOR = ("-c", "user.name=elsewhere", "-c", "user.email=elsewhere@example.org", "-c", "commit.gpgsign=false")


def copied(folder: Path, guide: Path) -> Path:
    """The project in a folder, a repository of its own, with the guide in its `procedures/`."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and not is_shipped(name):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    shutil.copytree(guide, folder / "procedures", dirs_exist_ok=True)
    for words in (("init", "--quiet"), ("add", "--all"), (*AUTHOR, "commit", "--quiet", "--message", "Elsewhere")):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return folder


def is_shipped(name: str) -> bool:
    """Whether a file is the shipped guide's own.

    >>> is_shipped("procedures/forms.yml"), is_shipped("procedures/schema/forms.json"), is_shipped("docs/sw.js")
    (True, False, False)
    """
    parts = Path(name).parts
    return parts[:1] == ("procedures",) and not {*parts[1:2]} <= {*EVERYBODYS}


def tested(project: Path, options: list[str]) -> int:
    """The exit status of the tests there."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["PYTHONPATH"] = str(project / "scripts")  # the copy's own package, not the installed one
    environment.setdefault("GUIDE_EXAMPLES", "120")  # random examples are the same, whosever guide it is
    asked = [*(f"tests/{folder}" for folder in LOOKING), *(f"tests/browser/gates/test_{gate}.py" for gate in GATES)]
    asked += [f"--ignore=tests/{module}" for module in APART]
    command = [sys.executable, "-m", "pytest", *asked, *options]
    return subprocess.run(command, cwd=project, env=environment, check=False).returncode


if __name__ == "__main__":
    with TemporaryDirectory(prefix="elsewhere-") as made:
        project = copied(Path(made) / "project", Path(sys.argv[1]))
        sys.exit(tested(project, sys.argv[2:]))
