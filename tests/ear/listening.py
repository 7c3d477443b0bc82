"""Orca and Firefox on a screen that nobody sees: keys go in, and what Orca says comes out, as text.

No sound card and no voice is needed, because `sink/speechd.py` stands in for them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from ear.busy import Watch
from unseen_screen import started, unseen_screen

MISSING = (
    "Orca, Firefox or what they need is not all there: {}. On Debian: "
    "apt-get install orca at-spi2-core dbus xvfb openbox xdotool python3-pyatspi gir1.2-wnck-3.0 firefox-esr"
)
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PROGRAMS = ("orca", LAUNCHER, "dbus-daemon", "Xvfb", "openbox", "xdotool", "firefox-esr")
SINK = Path(__file__).parent / "sink"

PATIENCE = 60
"""Seconds that a program has to start in."""
LONGEST = 20
"""Seconds that words are waited for after a key, and that a busy browser is waited for before one goes on."""
POLL = 0.05
ARRIVED, SUMMED_UP, SLOW = "Finished loading", "Page has", "Loading. Please wait."
"""What Orca says of a page as a whole: that it is there, what is on it, and that it takes its time."""
TICKED = ("checked", "not checked")
"""What it says of a box when it was ticked."""
ADDRESS_BAR = "enter address"
"""In what is said of the browser's own field while a page comes."""

BUS = """<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={home}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>"""
"""A message bus that starts nothing of itself: no service of the machine's own desktop comes in between."""

NO_KEYS = '<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/></openbox_config>'
"""A window manager without keys of its own, which would take some of Orca's."""

NOBODY_ELSE = "#!/bin/sh\nexit 1\n"
"""Stands in for pgrep, with which Orca looks for other Orcas of this user: it would refuse to start beside one, or end
that of somebody who works with it. The one that is started here has a screen and a bus of its own.
"""

FIREFOX = {
    "accessibility.force_disabled": -1,
    "accessibility.warn_on_browsewithcaret": False,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.cache.disk.enable": False,
    "browser.formfill.enable": False,
    "browser.newtabpage.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "browser.urlbar.autoFill": False,
    "browser.urlbar.suggest.bookmark": False,
    "browser.urlbar.suggest.engines": False,
    "browser.urlbar.suggest.history": False,
    "browser.urlbar.suggest.openpage": False,
    "browser.urlbar.suggest.searches": False,
    "browser.urlbar.suggest.topsites": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.serviceWorkers.enabled": False,  # the offline copy is tested elsewhere, and would be fetched meanwhile
    "places.history.enabled": False,  # else each task would hear which pages those before it have visited
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "signon.rememberSignons": False,
    "toolkit.telemetry.server": "",
    "ui.caretBlinkTime": 0,  # a caret that blinks keeps Firefox busy
    "ui.prefersReducedMotion": 1,
}
"""A Firefox that asks nobody anything, keeps nothing, and moves nothing for show."""

ORCA = {
    "enableBraille": False,
    "enableKeyEcho": False,
    "firstStart": False,
    "sayAllOnLoad": False,  # what is heard on arrival, and not the whole page
    "verbalizePunctuationStyle": 3,  # "none": a sentence is given as it stands, without "left paren"
}
"""What differs from Orca as it comes. Its speech is verbose, as it comes: roles and states are heard."""


class NotHeard(AssertionError):
    """A program that is not there or does not start, or a key that there is not."""


class Listener:
    """Somebody who has keys and ears. What was said before a key is no answer to it: each call hears from now on."""

    def __init__(self, environment: Mapping[str, str], said: Path, watch: Watch) -> None:
        self._environment, self._said, self._watch = environment, said, watch

    def press(self, key: str, enough: Callable[[list[str]], bool]) -> list[str]:
        """What is heard after a key, named as xdotool does: `h`, `shift+h`, `Tab`, `ctrl+Home`."""
        return self._heard(["key", "--clearmodifiers", key], enough)

    def type(self, text: str, enough: Callable[[list[str]], bool]) -> list[str]:
        return self._heard(["type", "--clearmodifiers", "--delay", "40", text], enough)

    def open(self, address: str, enough: Callable[[list[str]], bool]) -> list[str]:
        """What is heard on arrival at an address, written where a reader writes it."""
        self.press("ctrl+l", _anything)
        self.type(address, lambda said: any(ADDRESS_BAR in one for one in said))
        said = self.press("Return", lambda said: any(ARRIVED in one for one in said) and enough(said))
        return [one for one in said if ADDRESS_BAR not in one]

    def _hear_from_now(self) -> Callable[[], list[str]]:
        """What is said after this moment, whenever it is asked for."""
        start = self._said.stat().st_size

        def heard() -> list[str]:
            with self._said.open("rb") as file:
                file.seek(start)
                return settled([json.loads(line) for line in file if line.endswith(b"\n")])

        return heard

    def _heard(self, keys: list[str], enough: Callable[[list[str]], bool]) -> list[str]:
        """Presses, and listens until `enough` was heard and all is quiet; at most as long as a reader has patience."""
        heard = self._hear_from_now()
        pressed = ["xdotool", *keys]
        done = subprocess.run(pressed, env=self._environment, capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode or done.stderr:  # it ignores a key that it does not know, and says so
            raise NotHeard(f"{' '.join(keys)} could not be pressed: {done.stderr.strip()}")
        end = time.monotonic() + LONGEST
        self._watch.until_idle(end, self._said)
        while not enough(heard()) and time.monotonic() < end:
            time.sleep(POLL)
            self._watch.until_idle(end, self._said)
        return heard()


def settled(said: list[str]) -> list[str]:
    """Without what depends on how busy the machine is, and nothing else.

    That a page is slow is left out. That it is there, and how a box stands that was ticked, comes first: Orca may say
    so before or after what has the focus or what the page announces.
    """
    first = [one for one in said if one in TICKED or one.startswith((ARRIVED, SUMMED_UP))]
    return [*first, *(one for one in said if one and one != SLOW and one not in first)]


def missing() -> list[str]:
    """Which of the programs are not there."""
    return [program for program in PROGRAMS if not shutil.which(program)]


@contextmanager
def listening(home: Path) -> Iterator[Listener]:
    """A listener at a Firefox with a fresh profile and an Orca with fresh settings, both in `home`."""
    if absent := missing():
        raise NotHeard(MISSING.format(", ".join(absent)))
    _write_settings(home)
    said = home / "said.jsonl"
    said.touch()
    with ExitStack() as running:
        screen = running.enter_context(unseen_screen("1280x1000"))
        environment = _environment(home, screen)
        watch = running.enter_context(Watch())

        def start(*command: str) -> None:
            log = running.enter_context((home / f"{Path(command[0]).name}.log").open("wb"))
            program = started(list(command), environment, start_new_session=True, stdout=log, stderr=log)
            watch.add(running.enter_context(program).pid)

        environment["DBUS_SESSION_BUS_ADDRESS"] = _bus(home, start)
        start("openbox", "--config-file", str(home / "openbox.xml"))
        start(LAUNCHER, "--launch-immediately", "--a11y=1", "--screen-reader=1")
        start("firefox-esr", "--no-remote", "--profile", str(home / "firefox"), "about:blank")
        window = ["xdotool", "search", "--onlyvisible", "--class", "firefox"]
        asked = partial(subprocess.run, window, env=environment, capture_output=True, timeout=PATIENCE)
        _wait("Firefox", lambda: asked().returncode == 0, home)
        watch.until_idle(time.monotonic() + LONGEST, said)
        start("orca")
        _wait("Orca", lambda: said.stat().st_size > 0, home)
        watch.until_idle(time.monotonic() + LONGEST, said)
        yield Listener(environment, said, watch)


def _anything(_: list[str]) -> bool:
    return True


def _bus(home: Path, start: Callable[..., None]) -> str:
    """The address of a fresh message bus."""
    address = home / "dbus-daemon.log"
    start("dbus-daemon", "--nofork", "--print-address", "--config-file", str(home / "bus.xml"))
    _wait("The message bus", lambda: "unix:" in address.read_text("utf-8"), home)
    return next(line for line in address.read_text("utf-8").splitlines() if line.startswith("unix:"))


def _wait(what: str, is_there: Callable[[], bool], home: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not is_there():
        if time.monotonic() > end:
            logs = "\n".join(f"{log.name}: {log.read_text('utf-8', 'replace')[-500:]}" for log in home.glob("*.log"))
            raise NotHeard(f"{what} did not start in {PATIENCE} seconds. What the programs said last:\n{logs}")
        time.sleep(POLL)


def _environment(home: Path, screen: str) -> dict[str, str]:
    ours = {
        "DISPLAY": screen,
        "EAR_SAID": str(home / "said.jsonl"),
        "GSETTINGS_BACKEND": "memory",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "MOZ_ENABLE_WAYLAND": "0",
        "PATH": f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(SINK),
        "XDG_RUNTIME_DIR": str(home / "run"),
    }
    kept = {
        name: text for name, text in os.environ.items() if not name.startswith(("DBUS_", "XDG_", "WAYLAND", "GTK_"))
    }
    return kept | ours


def _write_settings(home: Path) -> None:
    (home / "run").mkdir(mode=0o700)
    (home / "bus.xml").write_text(BUS.format(home=home), "utf-8")
    (home / "openbox.xml").write_text(NO_KEYS, "utf-8")
    (home / "bin").mkdir()
    (home / "bin" / "pgrep").write_text(NOBODY_ELSE, "utf-8")
    (home / "bin" / "pgrep").chmod(0o755)
    (home / "firefox").mkdir()
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in FIREFOX.items()]
    (home / "firefox" / "user.js").write_text("".join(lines), "utf-8")
    orca = home / ".local" / "share" / "orca"
    orca.mkdir(parents=True)
    profile = ORCA | {"profile": ["Default", "default"], "pronunciations": {}, "keybindings": {}}
    settings = {
        "general": ORCA | {"startingProfile": ["Default", "default"]},
        "profiles": {"default": profile},
        "pronunciations": {},
        "keybindings": {},
    }
    (orca / "user-settings.conf").write_text(json.dumps(settings), "utf-8")
