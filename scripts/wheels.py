"""Which system can set the guide up without a compiler: what of a lock file has no wheel there.

`python scripts/wheels.py [FILE …]` asks pip, which looks and installs nothing, for each system and the oldest and the
newest Python; by default about `requirements.txt`. It ends with 1 where something is missing that nothing replaces.
pip reads markers for the machine it runs on, so that they are read here, for the machine that is asked about.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.14")
REPLACED = {"merman": "mmdr draws instead", "watchdog": "built from its source, of Python alone"}
"""What a system can do without, by name: `install.py` takes another engine, and pip needs no compiler."""
_ENTRY = re.compile(r"^([\w.-]+)==([^\s;\\]+)(?: ; ([^\\\n]+))?", re.MULTILINE)
_MISSING = re.compile(r"No matching distribution found for ([\w.-]+)")


class System(NamedTuple):
    """A system as people call it, its tags of wheels from the newest, and what markers ask of it."""

    name: str
    tags: tuple[str, ...]
    sys_platform: str
    machine: str


def _linux(glibc: int, machine: str) -> tuple[str, ...]:
    named = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}
    every = [f"manylinux_2_{minor}_{machine}" for minor in range(glibc, 4, -1)]
    return (*every, *(f"{name}_{machine}" for minor, name in named.items() if minor <= glibc))


SYSTEMS = (
    System("Windows 10 and newer", ("win_amd64",), "win32", "AMD64"),
    System("macOS 13, Apple", ("macosx_13_0_arm64",), "darwin", "arm64"),
    System("macOS 13, Intel", ("macosx_13_0_x86_64",), "darwin", "x86_64"),
    System("Ubuntu 22.04, Debian 12", _linux(35, "x86_64"), "linux", "x86_64"),
    System("Ubuntu 22.04, ARM", _linux(35, "aarch64"), "linux", "aarch64"),
    System("RHEL 8, Debian 10", _linux(28, "x86_64"), "linux", "x86_64"),
    System("Alpine 3.19", tuple(f"musllinux_1_{minor}_x86_64" for minor in (2, 1)), "linux", "x86_64"),
)

Pip = Callable[[System, str, Path], str]
"""Asks whether all of a file can be had, for a system and a Python; gives what pip complains of, or nothing."""


def main(words: list[str], pip: Pip | None = None) -> int:
    """The exit status: 1 where a wheel is missing that nothing replaces."""
    lacking = 0
    for file in words or ["requirements.txt"]:
        text = (ROOT / file).read_text("utf-8")
        for system in SYSTEMS:
            for python in PYTHONS:
                missing = list(without_wheel(text, system, python, pip or ask))
                lacking += sum(name not in REPLACED for name in missing)
                said = [f"{name} ({REPLACED[name]})" if name in REPLACED else name for name in missing]
                print(f"{file:<24} {system.name:<26} Python {python:<5} {', '.join(said) or 'every wheel'}", flush=True)
    return 1 if lacking else 0


def without_wheel(text: str, system: System, python: str, pip: Pip) -> Iterator[str]:
    """The names that a system lacks: pip stops at the first, which is left out before it is asked again.

    Raises SystemExit with pip's words where it complains of anything else.
    """
    wanted = wanted_by(text, system, python)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "wanted.txt"
        while wanted:
            file.write_text("".join(f"{name}=={version}\n" for name, version in wanted.items()), "utf-8")
            complaint = pip(system, python, file)
            if not complaint:
                return
            found = _MISSING.search(complaint)
            if found is None or found[1] not in wanted:
                raise SystemExit(f"{system.name}, Python {python}: {complaint}")
            del wanted[found[1]]
            yield found[1]


def wanted_by(text: str, system: System, python: str) -> dict[str, str]:
    """The versions of a lock file by name, without those that their markers keep from a system."""
    asked = _environment(system, python)
    return {
        name: version
        for name, version, marker in _ENTRY.findall(text)
        if not marker or Marker(marker.strip()).evaluate(dict(asked))
    }


def _environment(system: System, python: str) -> Mapping[str, str]:
    return {
        "sys_platform": system.sys_platform, "platform_machine": system.machine, "python_version": python,
        "python_full_version": f"{python}.0", "implementation_name": "cpython",
        "platform_python_implementation": "CPython", "os_name": "nt" if system.sys_platform == "win32" else "posix",
        "platform_system": {"win32": "Windows", "darwin": "Darwin"}.get(system.sys_platform, "Linux"),
    }  # fmt: skip


def ask(system: System, python: str, file: Path) -> str:
    """What pip complains of when it looks for wheels, and installs none; nothing where all are there."""
    platforms = [word for tag in system.tags for word in ("--platform", tag)]
    command = [
        sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--disable-pip-version-check", "--no-deps",
        "--ignore-installed", "--only-binary=:all:", "--implementation", "cp", "--python-version", python,
        "--target", str(file.parent / "nothing"), *platforms, "-r", str(file),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
