"""Installs a locked requirements file into the environment that runs this, or the project itself, as it lies here:
`python scripts/install.py FILE` or `python scripts/install.py .`

One engine of drawings, merman, has wheels only for systems with glibc 2.35 or newer, and no marker of a requirements
file can ask for that. Where there is none for this system, the other engine takes its place, which has wheels
everywhere; its bytes are held to the hashes of the same file.

Where the project lies is kept in a file that is written, and by Python before 3.13 read, in the letters of the system's
language. A language without any (`LC_ALL=C`) fails at a folder called `Prüfung`, so it is kept as a way from here to
there, which has no such letters.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PIP = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
NO_WHEEL = re.compile(r"No matching distribution found for merman\b")
_MARKER = re.compile(r"\A([^;\\\n]*?) ;[^\\\n]*")
_ENTRY = re.compile(r"^\w[\w.-]*==(?:.*\\\n)*.*\n(?:[ \t]+#.*\n)*", re.MULTILINE)


def with_the_other_engine(requirements: str) -> str:
    """The same requirements without merman, and with mmdr and what it needs whatever their markers say."""

    def replaced(found: re.Match[str]) -> str:
        entry = found[0]
        if entry.startswith("merman=="):
            return ""
        return _MARKER.sub(r"\1 ", entry) if re.search(r"^mmdr==|#(?:\s+via)?\s+mmdr$", entry, re.MULTILINE) else entry

    return _ENTRY.sub(replaced, requirements)


def install(requirements: Path) -> int:
    """Installs what the file lists; gives pip's exit status."""
    done = subprocess.run(
        [*PIP, "--require-hashes", "-r", str(requirements)], stderr=subprocess.PIPE, text=True, check=False
    )
    if done.returncode == 0 or not NO_WHEEL.search(done.stderr):
        sys.stderr.write(done.stderr if done.returncode else "")
        return done.returncode
    print("There is no merman for this system, so mmdr draws the flowcharts.")
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / requirements.name
        other.write_text(with_the_other_engine(requirements.read_text("utf-8")), "utf-8")
        return subprocess.run([*PIP, "--require-hashes", "-r", str(other)], check=False).returncode


def install_itself() -> int:
    """Installs the project so that what is changed here is used at once; gives pip's exit status."""
    every_letter = os.environ | {"LC_ALL": "C.UTF-8"}
    command = [*PIP, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    status = subprocess.run(command, env=every_letter, check=False).returncode
    packages = Path(sysconfig.get_path("purelib")).resolve()
    if packages.is_relative_to(ROOT):
        for kept in packages.glob("__editable__.procedure_guide-*.pth"):
            kept.write_text(os.path.relpath(ROOT / "scripts", packages) + "\n", "ascii")
    return status


if __name__ == "__main__":
    sys.exit(install_itself() if sys.argv[1] == "." else install(Path(sys.argv[1])))
