"""What web servers are told agrees with what the pages say, and the workflow that publishes asks for no more."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.publishing import hardening

SAID_TO_BROWSERS = {
    "Content-Security-Policy": hardening.policy(header=True),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def headers_file(site: Path) -> dict[str, dict[str, str]]:
    """The `_headers` file of Netlify and Cloudflare: path to headers."""
    rules: dict[str, dict[str, str]] = {}
    for line in (site / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            path = line
            rules[path] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[path][name] = value
    return rules


def nginx_headers(root: Path) -> dict[str, str]:
    text = (root / "scripts/deploy/nginx.conf").read_text("utf-8")
    return dict(re.findall(r'add_header ([\w-]+) "([^"]*)" always;', text))


def test_the_headers_file_is_published_with_the_site(built_site: Path) -> None:
    everywhere = headers_file(built_site)["/*"]
    assert SAID_TO_BROWSERS.items() <= everywhere.items()
    for feature in ("camera", "geolocation", "microphone", "payment", "usb"):
        assert f"{feature}=()" in everywhere["Permissions-Policy"]


def test_nginx_says_the_same_as_the_headers_file(root: Path, built_site: Path) -> None:
    assert nginx_headers(root) == headers_file(built_site)["/*"]


def test_only_files_with_a_fingerprint_in_their_names_are_kept_for_a_year(root: Path, built_site: Path) -> None:
    kept = [
        path for path, headers in headers_file(built_site).items() if "immutable" in headers.get("Cache-Control", "")
    ]
    assert kept == ["/assets/stylesheets/*"]
    names = [path.name for path in (built_site / "assets/stylesheets").rglob("*") if path.is_file()]
    assert names
    assert all(re.search(r"\.[0-9a-f]{8}\.min\.css$", name) for name in names), names
    assert "~^/assets/stylesheets/ " in (root / "scripts/deploy/nginx.conf").read_text("utf-8")


def test_no_location_of_nginx_adds_a_header_and_so_loses_the_others(root: Path) -> None:
    text = (root / "scripts/deploy/nginx.conf").read_text("utf-8")
    locations = re.findall(r"^    location [^{]*\{(.*?)\n    \}", text, re.DOTALL | re.MULTILINE)
    assert len(locations) == 4
    assert not any("add_header" in location for location in locations)


@pytest.fixture
def workflow(root: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load((root / ".github/workflows/pages.yml").read_text("utf-8")))


def steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_the_workflow_builds_with_make_site_and_publishes_that_folder(workflow: dict[Any, Any]) -> None:
    build = workflow["jobs"]["build"]["steps"]
    assert [step["run"] for step in build if "run" in step] == ["make site"]
    assert build[-1]["uses"].startswith("actions/upload-pages-artifact@")
    assert build[-1]["with"] == {"path": "site"}
    address = next(step for step in build if step.get("run") == "make site")["env"]["GUIDE_ADDRESS"]
    assert address == "${{ steps.pages.outputs.base_url }}/"
    assert workflow["jobs"]["publish"]["needs"] == ["check", "build"]


def test_the_workflow_may_write_nothing_but_the_pages(workflow: dict[Any, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in workflow["jobs"].items() if "permissions" in job] == ["publish"]
    assert workflow["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    checkouts = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout")]
    assert [step["with"] for step in checkouts] == [{"persist-credentials": False}] * 2


def test_the_workflow_runs_for_the_main_branch_and_never_for_a_pull_request(workflow: dict[Any, Any]) -> None:
    triggers = workflow[True]  # YAML 1.1 reads the key `on` as a truth value
    assert triggers == {"push": {"branches": ["main"]}, "workflow_dispatch": None}
