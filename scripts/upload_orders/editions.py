"""Two whole versions of one site, and a server on which one is put over the other, file by file."""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Iterable, Mapping
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from guide.publishing import offline
from local_site import SilentHandler

LIST = re.compile(r"^const COPY = (\{.*?\});$", re.DOTALL | re.MULTILINE)
LOGIN_PAGE = b"<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>"
_MARKS = {".html": "<!-- {} -->\n", ".css": "/* {} */\n", ".js": "// {}\n", ".json": "\n{:.0}"}


def listed(site: Path) -> dict[str, Any]:
    """What the worker of a site says of its copy: `build`, `made`, `until` and `files` with their digests."""
    found = LIST.search((site / offline.WORKER).read_text("utf-8"))
    assert found, "the worker has no list"
    return dict(json.loads(found[1]))


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def list_again(site: Path, made: int) -> None:
    """Writes the list of what stands in the site now, as a build at the moment `made` would."""
    for page in site.rglob("*.html"):
        text = re.sub(r'data-made="\d+"', f'data-made="{made}"', page.read_text("utf-8"))
        page.write_text(text, "utf-8", newline="\n")
    worker = site / offline.WORKER
    bare = LIST.sub(lambda _: offline.NOTHING_TO_KEEP, worker.read_text("utf-8"))
    listing = offline.Listing(made, str(listed(site)["until"]))
    worker.write_text(offline.worker(bare, files_of(site), listing), "utf-8", newline="\n")


def newer(site: Path, folder: Path, mark: str) -> Path:
    """A later version of the site, in `folder`: every page, script and style differs."""
    shutil.copytree(site, folder)
    for path in folder.rglob("*"):
        if path.suffix in _MARKS and path.name != offline.WORKER:
            path.write_text(path.read_text("utf-8") + _MARKS[path.suffix].format(mark), "utf-8", newline="\n")
    list_again(folder, int(listed(site)["made"]) + 1)
    return folder


def publish(host: Host, words: str, *, later: int = 1) -> None:
    """A version made so many seconds `later`, in which the first heading of the home page says `words`."""
    home = host.site / "index.html"
    home.write_text(re.sub(r"(<h1[^>]*>).*?(</h1>)", rf"\1{words}\2", home.read_text("utf-8"), flags=re.S), "utf-8")
    list_again(host.site, int(listed(host.site)["made"]) + later)


class Host:
    """A web server that can be cut off, can fail in many ways, and on which files can be put."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.port = 0
        self.answers: dict[str, tuple[int, Mapping[str, str], bytes]] = {}
        """What it says instead of a file, by its address from the root: status, headers, content. `*` is for all."""
        self.speaks = threading.Event()
        """While it is clear, whoever asks for something in `answers` waits for the answer that stood there then."""
        self.speaks.set()
        self.up()

    def up(self) -> None:
        handler = partial(_Handler, self.answers, self.speaks, directory=str(self.site))
        self.server = _Server(("127.0.0.1", self.port), handler)
        self.port = self.server.server_port
        # How often it looks whether it is to end: the usual half second is most of what a cut takes.
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def down(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def put(self, version: Path, paths: Iterable[str]) -> None:
        """These files as they are in a version; what it does not have is deleted."""
        for path in paths:
            (self.site / path).unlink(missing_ok=True)
            if (version / path).is_file():
                (self.site / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(version / path, self.site / path)


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that gives a copy up leaves in the middle of an answer."""


class _Handler(SilentHandler):
    def __init__(
        self, answers: Mapping[str, tuple[int, Mapping[str, str], bytes]], speaks: threading.Event, *given: Any,
        **named: Any
    ) -> None:  # fmt: skip
        self.answers = answers
        self.speaks = speaks
        super().__init__(*given, **named)

    def do_GET(self) -> None:  # noqa: N802 (the name that Python asks for)
        found = self.answers.get(self.path.split("?")[0].lstrip("/"), self.answers.get("*"))
        if found is None:
            super().do_GET()
            return
        self.speaks.wait()
        status, headers, content = found
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
