"""Prints what is wrong with the browser's half, and fails where there is anything."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from browser_checks.tools import HERE, PLACE, TOOLS, Tool, complaint, complaint_of_planted

LOCK = "package-lock.json"
NO_NPM = "npm was not found: the types, faults and styles of the browser's half were left out. It comes with Node.js."


def main() -> int:
    """The exit status: 0 when all is well, and where npm is missing."""
    if not is_installed():
        npm = shutil.which("npm")
        if npm is None:
            print(NO_NPM)
            return 0
        install(npm)
    with ThreadPoolExecutor(2) as pool:
        faults = [fault for found in pool.map(lambda tool: list(faults_of(tool)), TOOLS) for fault in found]
    print("\n".join(faults) or "types, faults and styles of the browser's half: no problems")
    return 1 if faults else 0


def is_installed() -> bool:
    """Whether the tools are those of the lock file."""
    kept = PLACE / LOCK
    return (PLACE / ".ready").exists() and kept.read_bytes() == (HERE / LOCK).read_bytes()


def install(npm: str) -> None:
    """Puts the tools of the lock file into the environment; none of them may run anything while it is put there."""
    print("Installing what looks at the browser's half (once; a few seconds)", flush=True)
    PLACE.mkdir(parents=True, exist_ok=True)
    (PLACE / ".ready").unlink(missing_ok=True)
    for name in ("package.json", LOCK):
        shutil.copy(HERE / name, PLACE)
    subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"], cwd=PLACE, check=True
    )
    (PLACE / ".ready").touch()


def faults_of(tool: Tool) -> Iterator[str]:
    """What the tool finds, and that it finds nothing where something was planted."""
    if tool.planted and tool.finds not in (found := complaint_of_planted(tool)):
        yield f"{tool.name}: the fault planted for it was not found, so its word counts for nothing: {found}"
    if found := complaint(tool):
        yield f"{tool.name}:\n{found}"


if __name__ == "__main__":
    sys.exit(main())
