"""What of a lock file has no wheel is told for each system, with markers read for that system."""

from __future__ import annotations

from pathlib import Path

import pytest

import wheels

LOCK = """
alpha==1.0 \\
    --hash=sha256:0
beta==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:1
merman==0.9.2 ; sys_platform == 'linux' and platform_machine == 'x86_64' \\
    --hash=sha256:2
"""
BY_NAME = {system.name: system for system in wheels.SYSTEMS}


def pip_without(*lacking: str) -> wheels.Pip:
    def pip(system: wheels.System, python: str, file: Path) -> str:
        first = next((name for name in lacking if f"{name}==" in file.read_text("utf-8")), "")
        return f"ERROR: No matching distribution found for {first}==1\n" if first else ""

    return pip


def test_markers_are_read_for_the_system_that_is_asked_about() -> None:
    assert wheels.wanted_by(LOCK, BY_NAME["Windows 10 and newer"], "3.11") == {"alpha": "1.0", "beta": "2.0"}
    assert wheels.wanted_by(LOCK, BY_NAME["Alpine 3.19"], "3.11") == {"alpha": "1.0", "merman": "0.9.2"}
    assert wheels.wanted_by(LOCK, BY_NAME["macOS 13, Apple"], "3.14") == {"alpha": "1.0"}


def test_every_package_without_a_wheel_is_named_and_not_only_the_first() -> None:
    found = wheels.without_wheel(LOCK, BY_NAME["RHEL 8, Debian 10"], "3.11", pip_without("merman", "alpha"))
    assert list(found) == ["merman", "alpha"]


def test_what_pip_says_of_anything_else_is_told_as_it_is() -> None:
    with pytest.raises(SystemExit, match=r"Alpine 3\.19, Python 3\.11: no network"):
        list(wheels.without_wheel(LOCK, BY_NAME["Alpine 3.19"], "3.11", lambda *_: "no network"))


@pytest.mark.parametrize(("lacking", "status"), [((), 0), (("merman",), 0), (("jinja2",), 1)])
def test_only_what_nothing_replaces_fails(
    capsys: pytest.CaptureFixture[str], lacking: tuple[str, ...], status: int
) -> None:
    assert wheels.main(["requirements.txt"], pip_without(*lacking)) == status
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(wheels.SYSTEMS) * len(wheels.PYTHONS)
    assert any("mmdr draws instead" in line for line in lines) == ("merman" in lacking)
