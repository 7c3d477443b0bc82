"""The README is short, and what it promises is so; what it once held stands where it says."""

from __future__ import annotations

import re

import pytest

from command_line import commands
from guide.cli.program import main
from project.test_architecture import FRONT
from prose import ROOT

README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
HANDBOOK = (ROOT / "docs" / "handbook.md").read_text("utf-8")
MOST_WORDS = 900


def words_in(text: str) -> int:
    """What has a letter or a digit in it: the strokes of a table are no words."""
    return len(re.findall(r"\S*\w\S*", text))


def test_the_readme_is_read_in_five_minutes() -> None:
    assert words_in(README) <= MOST_WORDS
    assert words_in(README + "one word more " * MOST_WORDS) > MOST_WORDS


def test_its_first_screen_says_what_it_is_with_two_commands_and_a_picture() -> None:
    screen = README.split("\n## ")[0]
    assert "make serve" in screen
    assert "make test" in screen
    assert screen.count("<picture>") == README.count("<picture>") == 1


def test_its_table_lists_every_command() -> None:
    rows = re.findall(r"^\| `guide ([a-z-]+)[^`]*` \|", README, re.M)
    assert sorted(rows) == sorted(main.commands)


@pytest.mark.parametrize("text", [README, HANDBOOK], ids=["README", "handbook"])
def test_it_names_the_commands_that_take_no_folder(text: str) -> None:
    without = [name for name, command in commands() if "folder" not in {one.name for one in command.params}]
    said = re.search(r"^Every command but (.+) takes `--procedures DIR`", text, re.M)
    assert said
    assert sorted(re.findall(r"`([^`]+)`", said[1])) == sorted(without)


def test_it_says_what_the_exit_statuses_mean() -> None:
    said = (
        "Exit status 0 means all is well, 1 that there is something for you to mend, 2 that the command was misspelt."
    )
    assert said in README


def test_where_things_are_has_one_row_a_wing() -> None:
    folders = {f"scripts/{name.replace('.', '/')}/" for name in FRONT if name != "guide"}
    rows = re.findall(r"^\| `(scripts/guide/[a-z_]+/)` \|", README, re.M)
    assert sorted(rows) == sorted(folders)


def test_nothing_that_stood_here_is_lost() -> None:
    assert "Say where it will stand with `GUIDE_ADDRESS=https://… make site`" in README
    for line in ("py -3.11 -m venv .venv", "uv pip install --require-hashes -r requirements-dev.txt"):
        assert f"\n{line}\n" in CONTRIBUTING
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.M)
    told = set(re.findall(r"`make ([a-z-]+)`", CONTRIBUTING + README))
    assert set(targets) - told == {"setup", "clean"}
