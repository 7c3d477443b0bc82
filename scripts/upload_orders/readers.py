"""What a reader has: asked of the browser, file by file, through the worker and without a connection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from upload_orders.editions import Host

NO_COPY = "no copy"
OFFER = "Use the new version"
NOT_RENEWED = "This copy could not be renewed since"
AGAIN = "dispatchEvent(new Event('online'))"
"""What a browser says when it has a connection again: the page looks for a newer version."""

# Looks for a newer version as the browser does by itself now and then, and waits until it is there or given up.
SETTLED = """async () => {
  const registration = await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  await registration?.update().catch(() => undefined);
  const coming = registration?.installing;
  const isSettled = () => coming.state !== "installing" && coming.state !== "activating";
  if (coming && !isSettled()) {
    await new Promise((done) => coming.addEventListener("statechange", () => isSettled() && done()));
  }
  return { waits: Boolean(registration?.waiting), active: Boolean(registration?.active) };
}"""
DIGESTS = """async (paths) => {
  const digest = async (path) => {
    const bytes = await (await fetch(`/${path}`)).arrayBuffer();
    const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 16);
    return [path, btoa(String.fromCharCode(...found)).slice(0, -2)];
  };
  return Object.fromEntries(await Promise.all(paths.map((path) => digest(path).catch(() => [path, "missing"]))));
}"""


class Reader:
    """Somebody with a browser of their own, who opens the guide now and then."""

    def __init__(self, browser: Browser, host: Host, lists: Mapping[str, Mapping[str, str]]) -> None:
        self.host = host
        self.lists = lists
        self.context: BrowserContext = browser.new_context(base_url=host.address)
        self.page: Page = self.context.new_page()

    def close(self) -> None:
        self.context.close()

    def leave_room(self, room: int | None) -> None:
        """So many bytes may be kept from now on; with None as many as there is room for."""
        quota = {} if room is None else {"quotaSize": room}
        session = self.context.new_cdp_session(self.page)
        session.send("Storage.overrideQuotaForOrigin", {"origin": self.host.address, **quota})

    def caches(self) -> list[str]:
        """The names of all that is kept for this site."""
        return list(self.page.evaluate("caches.keys()"))

    def look(self) -> tuple[str, ...]:
        """Opens the guide, and takes the newer version if one is offered: what they had, and then what they have."""
        self.page.goto("/")
        found: dict[str, Any] = self.page.evaluate(SETTLED)
        if not found["active"]:
            return (NO_COPY,)
        if not found["waits"]:
            self.page.goto("/")
            return (self.has(),)
        before = self.has()
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=OFFER).click()
        return (before, self.has())

    def has(self) -> str:
        """Which version they have, whole, with a connection and without: `old`, `new`, or what is mixed."""
        online = self._version()
        self.host.down()
        try:
            self.page.goto("/")
            offline = self._version()
        finally:
            self.host.up()
        return online if online == offline else f"{online} with a connection, {offline} without"

    def _version(self) -> str:
        paths = sorted({path for files in self.lists.values() for path in files})
        found: dict[str, str] = self.page.evaluate(DIGESTS, paths)
        wrong = {
            name: [path for path, digest in files.items() if found[path] != digest]
            for name, files in self.lists.items()
        }
        for name, paths_of in wrong.items():
            if not paths_of:
                return name
        return "MIXED: " + "; ".join(f"{len(paths)} files are not of {name}" for name, paths in wrong.items())
