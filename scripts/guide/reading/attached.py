"""The partnership's own files in `files/`, blank forms and a logo: each that is named is there, and small."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from guide.model import Form
from guide.problems import Place, Problem, did_you_mean
from guide.reading.strays import does_no_harm, is_left_open
from guide.strict_yaml import Text

FOLDER = "files"
ATTACHED = (".docx", ".odt", ".ods", ".pdf", ".rtf", ".xlsx")
"""What a form may be: documents without programs in them."""
LOGOS = (".svg", ".png")
LARGEST_FORM = 2 * 1024 * 1024
"""In bytes: a form that somebody has to send back by e-mail is no larger."""
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+")


def attached_files(folder: Path) -> dict[str, bytes]:
    """What stands in `files/`, by name: at most one byte more of each than it may have.

    A link that leads out of the folder is not followed: what it leads to may be nothing to publish.
    """
    inside = folder / FOLDER
    paths = sorted(inside.iterdir()) if inside.is_dir() else []
    own = (path for path in paths if path.is_file() and path.resolve().is_relative_to(folder.resolve()))
    return {path.name: _beginning(path) for path in own if not does_no_harm(path.name)}


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FORM + 1)


def attached_problems(
    forms: Iterable[Form], logo: Text | None, files: Mapping[str, bytes], shown: str
) -> Iterator[Problem]:
    """What is wrong with the files that forms and the guide name, and the files that nothing names."""
    named = {str(form.file): form.file for form in forms if form.file}
    for name, said in named.items():
        yield from _named(name, said, files, ATTACHED, "form-file", "the file of a form")
    if logo is not None:
        yield from _named(str(logo), logo, files, LOGOS, "logo", "a logo")
    for name in files:
        if name not in named and name != logo:
            message = f"nothing names this file, so no reader can find it: {name}"
            hint = "name it at a form of forms.yml as file:, or in partnership.yml as logo:, or move it elsewhere"
            if is_left_open(name):
                hint = "close the program that has the other file open, then delete this"
            yield Problem(Place(f"{shown}/{FOLDER}/{name}"), "form-file", message, hint)


def _named(
    name: str, said: Text, files: Mapping[str, bytes], kinds: tuple[str, ...], code: str, what: str
) -> Iterator[Problem]:
    if not _NAME.fullmatch(name) or not name.endswith(kinds):
        hint = f"use small letters, digits and single hyphens, and one of {', '.join(kinds)}"
        yield Problem(said.place, code, f"'{name}' cannot be {what}", hint)
    elif name not in files:
        hint = did_you_mean(name, files, f"put it into {FOLDER}/ beside forms.yml")
        yield Problem(said.place, code, f"there is no file '{name}' in {FOLDER}/", hint)
    elif not 0 < len(files[name]) <= LARGEST_FORM:
        message = f"the file '{name}' is {'too large' if files[name] else 'empty'}"
        yield Problem(said.place, code, message, f"put one of at most {LARGEST_FORM // 1024 // 1024} MB there")
