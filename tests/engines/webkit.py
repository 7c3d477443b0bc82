"""WebKitGTK, the engine nearest to Safari here: its own MiniBrowser and WebKitWebDriver, spoken to with Selenium."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains, Keys, WebKitGTK, WebKitGTKOptions
from selenium.webdriver.remote.command import Command
from selenium.webdriver.webkitgtk.service import Service

from engines.driven import SETTLED, Driven
from unseen_screen import started, unseen_screen

MISSING = "WebKitGTK is not all there. On Debian: apt-get install webkit2gtk-driver xvfb openbox"
PROGRAMS = ("WebKitWebDriver", "Xvfb", "openbox")
PATIENCE = 60
UNKNOWN_TO_IT = "Unrecognized Content-Security-Policy directive 'manifest-src'"  # it holds manifests to default-src
PAGES_IN_TURN = """<!doctype html><title>Pages in turn</title><iframe width="1200" height="800"></iframe><script>
  const frame = document.querySelector("iframe"), pages = %s;
  const turn = () => {
    if (pages.length) frame.contentWindow.location.replace(pages.shift()); // a window with a history does not close
    else window.close();
  };
  frame.addEventListener("load", () => setTimeout(turn, 200));
  turn();
</script>"""


class WebKit(Driven):
    """A session of WebKitWebDriver. It tells nobody what its console says while it is driven."""

    name = "WebKit"
    narrowest = 447

    def __init__(self, driver: WebKitGTK) -> None:
        self._driver = driver

    def go(self, address: str) -> None:
        self._driver.get(address)

    def resize(self, width: int, height: int = 900) -> None:
        self._driver.set_window_rect(0, 0, width, height)
        self.run(SETTLED)

    def run(self, script: str, *values: Any) -> Any:
        return self._driver.execute_script(script, *values)

    def die(self) -> None:
        """Ends the browser as if it had crashed, for the test that looks for this."""
        self._driver.execute(Command.QUIT)

    def write(self, keys: str) -> None:
        ActionChains(self._driver, duration=0).send_keys(keys).perform()

    async def press(self, key: str, times: int) -> None:
        # WebKit scrolls to what has the focus a moment later: the next key waits until that has been drawn.
        for _ in range(times):
            chain = ActionChains(self._driver, duration=0)
            if key.startswith("Shift+"):
                chain.key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
            else:
                chain.send_keys(Keys.TAB).perform()
            self.run(SETTLED)


def console(addresses: list[str], folder: Path) -> list[str]:
    """What the pages say on the console, each opened in turn in one window. Driven, WebKit keeps that to itself."""
    browser = found()
    assert browser, MISSING
    pages = folder / "pages.html"
    pages.write_text(PAGES_IN_TURN % json.dumps(addresses), "utf-8")
    with unseen_screen() as screen:
        closed = subprocess.run(
            [str(browser), "--enable-write-console-messages-to-stdout=true", pages.as_uri()],
            env=_environment(screen) | {"XDG_CACHE_HOME": str(folder), "XDG_DATA_HOME": str(folder)},
            stderr=subprocess.PIPE,  # where it writes them, whatever the option says
            text=True,
            timeout=PATIENCE * 3,
            check=True,
        )
    return [line for line in closed.stderr.splitlines() if "CONSOLE" in line and UNKNOWN_TO_IT not in line]


def found() -> Path | None:
    """The MiniBrowser that comes with the library, where everything it needs is there too."""
    browsers = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
    return browsers[-1] if browsers and all(shutil.which(one) for one in PROGRAMS) else None


@contextmanager
def webkit(_: Path) -> Iterator[WebKit]:
    """A WebKit on a screen that nobody sees. Without a window manager no window would have the focus, nor any link."""
    browser = found()
    assert browser, MISSING
    options = WebKitGTKOptions()
    options.binary_location = str(browser)
    options.add_argument("--automation")
    with ExitStack() as running:
        screen = running.enter_context(unseen_screen())
        environment = _environment(screen)
        running.enter_context(started(["openbox", "--sm-disable"], environment))
        service = Service(shutil.which("WebKitWebDriver"), env=environment)
        driver = WebKitGTK(options=options, service=service)
        running.callback(_quit, driver)
        yield WebKit(driver)


def _quit(driver: WebKitGTK) -> None:
    with suppress(WebDriverException):  # of a browser that has gone
        driver.quit()


def _environment(screen: str) -> dict[str, str]:
    environment = os.environ | {"DISPLAY": screen, "GDK_BACKEND": "x11"}
    if os.geteuid() == 0:  # its sandbox, like Chromium's, refuses to start as root
        environment["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"
    return environment
