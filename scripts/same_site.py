"""Builds the site with MkDocs and with ProperDocs and compares every file, byte by byte.

`python scripts/same_site.py` prints what each built and each difference, and ends with 1 where there is one.
ProperDocs is who goes on with MkDocs 1 and reads the same configuration, theme and hooks.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
GENERATORS = ("mkdocs", "properdocs")


def main(root: Path = ROOT) -> int:
    """The exit status: 0 where both generators give the same site."""
    with TemporaryDirectory(prefix="same-site-") as folder:
        sites = {name: built(name, root, Path(folder) / name) for name in GENERATORS}
    for name, files in sites.items():
        pages = sum(path.endswith(".html") for path in files)
        print(f"{name}: {pages} pages, {len(files)} files, {sum(map(len, files.values())):,} bytes")
    found = list(differences(*sites.values()))
    for line in found:
        print(line)
    print(f"{len(found)} files differ" if found else "Every file is the same, byte for byte.")
    return 1 if found else 0


def built(generator: str, root: Path, site: Path) -> Mapping[str, bytes]:
    """The files of a site by path, as one generator builds it. Ends the program where it builds none."""
    command = [sys.executable, "-m", generator, "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(
        command, cwd=root, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{generator} did not build the site:\n{done.stderr}")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> Iterator[str]:
    """A line for each file that is not the same in both, with the first byte that is not."""
    first, second = GENERATORS
    for path in sorted({*one, *other}):
        if path not in other:
            yield f"{path}: only {first} writes it"
        elif path not in one:
            yield f"{path}: only {second} writes it"
        elif one[path] != other[path]:
            pairs = enumerate(zip(one[path], other[path], strict=False), 1)
            byte = next((number for number, (a, b) in pairs if a != b), min(len(one[path]), len(other[path])) + 1)
            yield f"{path}: from byte {byte} on"


if __name__ == "__main__":
    sys.exit(main())
