"""The delivered nginx.conf serves the built site, headers and all, to a real browser. Run by `make deploy-test`."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from conftest import ROOT
from guide.publishing import hardening

CONFIGURATION = ROOT / "scripts/deploy/nginx.conf"
MAIN = """
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
    include /etc/nginx/mime.types;
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/guide.conf;
}}
"""


class Ports(NamedTuple):
    """Where the server of this run listens."""

    redirect: int
    tls: int
    plain: int
    """The same server without TLS, which browsers trust on this machine: a certificate made for a test they do not."""


def program(name: str, package: str) -> str:
    """The path of a program; fails with the package that has it."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.fail(f"{name} is missing. On Debian or Ubuntu: apt-get install {package}", pytrace=False)
    return found


def free_ports() -> Ports:
    """Three ports on which nothing listens."""
    sockets = [socket.socket() for _ in Ports._fields]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = Ports(*(one.getsockname()[1] for one in sockets))
    for one in sockets:
        one.close()
    return ports


def configuration(ports: Ports, folder: Path, site: Path) -> str:
    """The delivered file with the places of this run in it. Everything else is run as it is delivered."""
    changes = {
        "listen 80;": f"listen 127.0.0.1:{ports.redirect};",
        "listen [::]:80;": "",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{ports.tls} ssl http2; listen 127.0.0.1:{ports.plain};",
        "listen [::]:443 ssl http2;": "",
        "/etc/ssl/guide/fullchain.pem": f"{folder}/fullchain.pem",
        "/etc/ssl/guide/privkey.pem": f"{folder}/privkey.pem",
        "root /var/www/guide;": f"root {site};",
    }
    text = CONFIGURATION.read_text("utf-8")
    for delivered, here in changes.items():
        assert text.count(delivered) == 1, delivered
        text = text.replace(delivered, here)
    return text


@pytest.fixture(scope="session")
def ports(harbour_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ports]:
    """A running nginx that serves the built site."""
    nginx, openssl = program("nginx", "nginx"), program("openssl", "openssl")
    folder, ports = tmp_path_factory.mktemp("nginx"), free_ports()
    subject = ["-subj", "/CN=guide.example.org", "-days", "2", "-nodes", "-newkey", "rsa:2048"]
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run([openssl, "req", "-x509", *subject, *files], check=True, capture_output=True)
    (folder / "guide.conf").write_text(configuration(ports, folder, harbour_site), "utf-8")
    # Started as root, nginx would read the site as somebody who may not enter the folders of a test.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user), "utf-8")
    running = subprocess.Popen(
        [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    )
    try:
        wait_for(ports.plain, running, folder)
        yield ports
    finally:
        running.terminate()
        running.wait(10)


def wait_for(port: int, running: subprocess.Popen[bytes], folder: Path) -> None:
    """Returns when nginx answers; fails with what it wrote when it has ended."""
    for _ in range(100):
        if running.poll() is not None:
            pytest.fail(f"nginx did not start:\n{(folder / 'error.log').read_text('utf-8')}", pytrace=False)
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("nginx did not answer within ten seconds", pytrace=False)


def ask(ports: Ports, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """One request over TLS."""
    unchecked = ssl._create_unverified_context()
    connection = HTTPSConnection("127.0.0.1", ports.tls, context=unchecked)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response, response.read()


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/procedures/evaluation/", 200, "text/html; charset=utf-8"),
        ("/sw.js", 200, "application/javascript; charset=utf-8"),
        ("/assets/guide/guide.css", 200, "text/css; charset=utf-8"),
        ("/manifest.webmanifest", 200, "application/manifest+json"),
        ("/assets/guide/search/index.js", 200, "application/javascript; charset=utf-8"),
        ("/assets/guide/favicon.svg", 200, "image/svg+xml; charset=utf-8"),
        ("/procedures/evaluation/evaluation-1.mmd", 200, "text/plain; charset=utf-8"),
        ("/no/such/page/", 404, "text/html; charset=utf-8"),
    ],
)
def test_every_answer_carries_the_headers(ports: Ports, path: str, status: int, kind: str) -> None:
    """Whatever it is, and errors too."""
    response, _ = ask(ports, path)
    assert (response.status, response.headers["Content-Type"]) == (status, kind)
    assert response.headers.get_all("Content-Security-Policy") == [hardening.policy(header=True)]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "geolocation=()" in response.headers["Permissions-Policy"]
    assert not re.search(r"\d", response.headers["Server"]), "the version of nginx is nobody's business"


def test_an_address_without_tls_leads_to_the_one_with_it(ports: Ports) -> None:
    """And keeps the path."""
    connection = HTTPConnection("127.0.0.1", ports.redirect)
    connection.request("GET", "/timeline/", headers={"Host": "guide.example.org"})
    response = connection.getresponse()
    assert (response.status, response.headers["Location"]) == (301, "https://guide.example.org/timeline/")


def test_an_address_without_its_last_slash_leads_to_the_page(ports: Ports) -> None:
    """Without naming a host, which a proxy in front would not have."""
    response, _ = ask(ports, "/timeline")
    assert (response.status, response.headers["Location"]) == (301, "/timeline/")


def test_a_missing_page_is_a_page_of_the_guide_wherever_it_was_looked_for(ports: Ports) -> None:
    """Its style sheet is found from any depth."""
    response, body = ask(ports, "/no/such/page/")
    assert response.status == 404
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)">', body.decode("utf-8"))
    assert sheets
    assert all(ask(ports, sheet)[0].status == 200 for sheet in sheets if sheet.startswith("/"))
    assert all(sheet.startswith("/") for sheet in sheets)


@pytest.mark.parametrize(
    "path", ["/_headers", "/.git/config", "/procedures/.htaccess", "/../../etc/passwd", "/%2e%2e/x"]
)
def test_what_is_no_page_is_not_served(ports: Ports, path: str) -> None:
    """Nor what lies outside the site."""
    assert ask(ports, path)[0].status in (400, 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_there_is_nothing_to_send_to(ports: Ports, method: str) -> None:
    """The guide only answers."""
    assert ask(ports, "/", method)[0].status == 405


def test_text_is_sent_compressed(ports: Ports) -> None:
    """A procedure page arrives at less than a quarter of its size."""
    plain = ask(ports, "/procedures/evaluation/")[1]
    response, small = ask(ports, "/procedures/evaluation/", Accept_Encoding="gzip")
    assert response.headers["Content-Encoding"] == "gzip"
    assert len(small) < len(plain) / 4


def test_only_files_with_a_fingerprint_are_kept_without_asking(ports: Ports, harbour_site: Path) -> None:
    """The worker least of all: it decides what a reader sees."""
    frame = next((harbour_site / "assets/stylesheets").glob("main.*.css")).name
    assert "immutable" in ask(ports, f"/assets/stylesheets/{frame}")[0].headers["Cache-Control"]
    for path in ("/", "/sw.js", "/assets/guide/guide.css", "/assets/guide/search/index.js"):
        assert ask(ports, path)[0].headers["Cache-Control"] == "no-cache"


def test_nothing_about_a_reader_is_written_down(
    ports: Ports, harbour_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The log of the surrounding nginx stays empty."""
    ask(ports, "/timeline/")
    logs = list(tmp_path_factory.getbasetemp().glob("nginx[0-9]*/access.log"))
    assert len(logs) == 1
    assert logs[0].read_text("utf-8") == ""


def test_search_the_timeline_and_the_offline_copy_work_under_the_headers(browser: Browser, ports: Ports) -> None:
    """The header governs workers too, which the policy in the page does not."""
    context = browser.new_context(base_url=f"http://127.0.0.1:{ports.plain}")
    page, complaints = context.new_page(), []
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/")
    page.get_by_role("textbox", name="Search the guide").press_sequentially("rapid review meeting")
    page.locator(".guide-search__output a").first.wait_for(state="visible")
    page.goto("/timeline/")
    page.get_by_role("button", name="Use today").first.click()
    page.get_by_role("button", name="Show the timeline").click()
    page.get_by_role("list", name="Timeline").get_by_role("listitem").first.wait_for(state="visible")
    page.get_by_text("Offline copy, version").wait_for(state="visible")
    page.goto("/procedures/evaluation/evaluation-1.svg")
    assert complaints == []
    context.close()
