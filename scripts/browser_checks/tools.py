"""The tools, what each looks at, and the fault that each must find."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guide.twins import find_node

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
PLACE = Path(sys.prefix) / "browser-checks"
"""Where npm puts the tools: in the environment, which is never published and never searched."""

CODE = ("docs/assets/guide", "docs/sw.js", "scripts", "tests/js")
STYLES = "docs/assets/guide/**/*.css"


@dataclass(frozen=True, slots=True)
class Tool:
    """A command, and a file for which it must complain."""

    name: str
    command: Sequence[str]
    """The module to run in Node.js, below `node_modules`, and what it is given."""
    planted: str = ""
    """A file with a fault; empty where another run of the same tool has shown that it looks."""
    as_if: str = ""
    """Where the file would stand."""
    finds: str = ""
    """What the complaint must say."""


def _types(project: str, planted: str = "", finds: str = "") -> Tool:
    roots = str(PLACE / "node_modules" / "@types")
    command = ("typescript/bin/tsc", "--typeRoots", roots, "--pretty", "false", "--project", str(HERE / project))
    return Tool(f"types ({project})", command, planted, "planted.js", finds)


TOOLS = (
    _types(
        "tsconfig.json",
        "/** @param {number} day */\nexport function next(day) {\n  return day + 1;\n}\nnext('Monday');\n",
        "error TS2345",
    ),
    _types("tsconfig.worker.json"),
    _types("tsconfig.node.json"),
    Tool(
        "faults",
        ("eslint/bin/eslint.js", "--config", str(HERE / "eslint.config.cjs"), "--no-warn-ignored", *CODE),
        'export const draw = (node, line) => {\n  node.innerHTML = line.text.split(": ")[1];\n};\n',
        "docs/assets/guide/tool/planted.js",
        "no-restricted-properties",
    ),
    Tool(
        "styles",
        ("stylelint/bin/stylelint.mjs", "--config", str(HERE / "stylelint.config.cjs"),
         "--config-basedir", str(PLACE), STYLES),
        ".guide { colour: #0b4a57; }\n",
        "docs/assets/guide/planted.css",
        "property-no-unknown",
    ),
)  # fmt: skip


def complaint(tool: Tool) -> str:
    """What the tool says of the project's own files; empty where it finds nothing."""
    return _said(tool.command)


def complaint_of_planted(tool: Tool) -> str:
    """What the tool says of its planted file."""
    if not tool.command[0].startswith("typescript"):
        options = tool.command[: tool.command.index(CODE[0] if CODE[0] in tool.command else STYLES)]
        return _said([*options, "--stdin", "--stdin-filename", str(ROOT / tool.as_if)], tool.planted)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / tool.as_if).write_text(tool.planted, "utf-8")
        project = Path(folder) / "tsconfig.json"
        project.write_text(json.dumps({"extends": tool.command[-1], "include": [tool.as_if]}), "utf-8")
        return _said([*tool.command[:-1], str(project)])


def _said(command: Sequence[str], given: str = "") -> str:
    module, *rest = command
    modules = PLACE / "node_modules"
    environment: Mapping[str, str] = {**os.environ, "NODE_PATH": str(modules), "NODE_ENV": "production"}
    done = subprocess.run(
        [str(find_node()), str(modules / module), *rest],
        input=given, text=True, encoding="utf-8", capture_output=True, cwd=ROOT, env=environment, check=False,
    )  # fmt: skip
    said = f"{done.stdout}{done.stderr}".strip()
    return said or f"ended with {done.returncode} and said nothing" if done.returncode != 0 else ""
