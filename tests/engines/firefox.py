"""Firefox ESR, driven by Marionette, the socket that every Firefox has. Why not by a library: docs/decisions/0011."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engines.driven import SETTLED, Driven

MISSING = "Firefox ESR is not there. On Debian: apt-get install firefox-esr"
PATIENCE = 60
SHIFT, TAB = "\ue008", "\ue004"

QUIET = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.serviceWorkers.enabled": False,  # the offline copy is tested elsewhere, and would be fetched meanwhile
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.server": "",
    "ui.prefersReducedMotion": 1,
}
"""A Firefox that asks nobody anything, and moves nothing for show."""

CONSOLE = """
  const said = Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError);
  const ours = (one) => one.sourceName.startsWith("http") && !(one.flags & Ci.nsIScriptError.warningFlag);
  Services.console.reset();
  return said.filter(ours).map((one) => `${one.sourceName}:${one.lineNumber} ${one.errorMessage}`);
"""
"""Errors that pages caused. What Firefox says of its own parts is Firefox's matter."""


class Firefox(Driven):
    """A session of Marionette. A message: its length, a colon, a list in JSON (kind, number, name or fault, body)."""

    name = "Firefox"
    narrowest = 500

    def __init__(self, connection: socket.socket) -> None:
        self._stream = connection.makefile("rwb")
        self._read()
        self._send("NewSession", {"capabilities": {"alwaysMatch": {}}})

    def go(self, address: str) -> None:
        self._send("Navigate", {"url": address})

    def resize(self, width: int, height: int = 900) -> None:
        self._send("SetWindowRect", {"x": 0, "y": 0, "width": width, "height": height})

    def run(self, script: str, *values: Any) -> Any:
        return self._send("ExecuteScript", {"script": script, "args": list(values)})["value"]

    def write(self, keys: str) -> None:
        self._act([(kind, key) for key in keys for kind in ("keyDown", "keyUp")])

    async def press(self, key: str, times: int) -> None:
        stroke = [("keyDown", TAB), ("keyUp", TAB)]
        if key.startswith("Shift+"):
            stroke = [("keyDown", SHIFT), *stroke, ("keyUp", SHIFT)]
        # On a busy machine Firefox too scrolls to what has the focus a moment later.
        for _ in range(times):
            self._act(stroke)
            self.run(SETTLED)

    def complaints(self) -> list[str]:
        self._send("Marionette:SetContext", {"value": "chrome"})
        try:
            found: list[str] = self.run(CONSOLE)
        finally:
            self._send("Marionette:SetContext", {"value": "content"})
        return found

    def _act(self, strokes: list[tuple[str, str]]) -> None:
        presses = [{"type": kind, "value": value} for kind, value in strokes]
        self._send("PerformActions", {"actions": [{"type": "key", "id": "keyboard", "actions": presses}]})

    def _send(self, name: str, body: dict[str, Any]) -> Any:
        full = name if ":" in name else f"WebDriver:{name}"
        message = json.dumps([0, 1, full, body]).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, _, fault, answer = self._read()
        assert fault is None, f"{full}: {fault}"
        return answer

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            byte = self._stream.read(1)
            assert byte, "Firefox has gone"
            length += byte
        return json.loads(self._stream.read(int(length[:-1])))


def found() -> str | None:
    """Where Firefox ESR is, if it is there."""
    return shutil.which("firefox-esr")


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """A Firefox without a window, with a fresh profile in `folder`."""
    program = found()
    assert program, MISSING
    port = _free_port()
    preferences = QUIET | {"marionette.port": port}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()]
    (folder / "user.js").write_text("".join(lines), "utf-8")
    command = [program, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
    running = subprocess.Popen(
        [*command, "--profile", str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        with _connected(port) as connection:
            yield Firefox(connection)
    finally:
        running.terminate()
        running.wait(PATIENCE)


def _free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def _connected(port: int) -> socket.socket:
    """Waits until Firefox listens."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
