"""Finds Node.js and runs one of the project's JavaScript modules with it, JSON in and JSON out.

Only checks and tests need it: the guide is built and read without Node.js.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ASSETS = Path(__file__).resolve().parents[3] / "docs" / "assets" / "guide"
"""The folder of the browser's modules."""


class NodeProblem(Exception):
    """Node.js is missing, or the module failed in it; the message says why and what to do."""


def find_node() -> Path:
    """The Node.js to use: the one GUIDE_NODE names, else the one inside Playwright, else `node` on the path."""
    named = os.environ.get("GUIDE_NODE")
    if named:
        found = shutil.which(named)
        if found is None:
            raise NodeProblem(f"GUIDE_NODE names {named}, which cannot be run. Set it to the path of Node.js.")
        return Path(found)
    bundled = _bundled_with_playwright()
    if bundled is not None:
        return bundled
    found = shutil.which("node")
    if found is None:
        raise NodeProblem(
            "Node.js was not found. Install the development requirements (Playwright brings it along), "
            "or install Node.js 20.19 or newer, or set GUIDE_NODE to its path."
        )
    return Path(found)


def run_module(
    module: Path, request: object, *, environment: Mapping[str, str] | None = None, timeout: float = 60
) -> Any:
    """What the module writes as JSON to standard output after it was given `request` as JSON on standard input.

    `environment` is added to the present one; `timeout` is in seconds.
    """
    command = [str(find_node()), str(module)]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(request).encode("ascii"),
            capture_output=True,
            env={**os.environ, **(environment or {})},
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NodeProblem(f"{module.name} did not finish in {timeout:g} seconds.") from error
    except OSError as error:
        raise NodeProblem(f"{command[0]} could not be run: {error}. Set GUIDE_NODE to the path of Node.js.") from error
    if done.returncode != 0:
        complaint = done.stderr.decode("utf-8", "replace").strip()
        raise NodeProblem(f"{module.name} failed in {command[0]} (Node.js 20.19 or newer is needed):\n{complaint}")
    try:
        return json.loads(done.stdout)
    except ValueError as error:
        raise NodeProblem(f"{module.name} did not answer in JSON: {done.stdout[:200]!r}") from error


def _bundled_with_playwright() -> Path | None:
    spec = find_spec("playwright")
    if spec is None or spec.origin is None:
        return None
    name = "node.exe" if os.name == "nt" else "node"
    bundled = Path(spec.origin).parent / "driver" / name
    return bundled if os.access(bundled, os.X_OK) else None
