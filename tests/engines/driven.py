"""What the tests ask of a browser, whichever it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

SETTLED = """return new Promise((resolve) => {
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(resolve));
  if (document.readyState === "complete") drawn();
  else addEventListener("load", drawn);
})"""
"""Comes true once the page has been loaded and drawn."""


class Driven(ABC):
    """A browser with one window, in which one page is open."""

    name: str
    narrowest: int
    """How many pixels its narrowest window has: no engine but Chromium goes down to 320 here."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Opens an address."""

    @abstractmethod
    def resize(self, width: int, height: int = 900) -> None:
        """Makes the window as wide and as high as this, or as near to it as the browser can."""

    @abstractmethod
    def run(self, script: str, *values: Any) -> Any:
        """What the body of a function returns on the page, or what its promise comes to."""

    @abstractmethod
    def write(self, keys: str) -> None:
        """Presses these keys, one after the other."""

    @abstractmethod
    async def press(self, key: str, times: int) -> None:
        """Presses `Tab` or `Shift+Tab` many times, as the walk of `keyboard_walk` asks."""

    def complaints(self) -> list[str]:
        """The errors that the console has shown since it was last asked; none where the browser does not tell."""
        return []

    def open(self, address: str) -> None:
        """Opens an address and waits until the page has been drawn."""
        self.go(address)
        self.run(SETTLED)

    async def ask(self, function: str, value: Any) -> Any:
        return self.run(f"return ({function.strip()})(arguments[0])", value)
