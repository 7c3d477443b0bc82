"""What lies in a guide's folder and is never read: copies, backups, misspelt names; each with the cure that fits it.

A file that nothing reads looks to its author like one that counts. So every name that the guide does not know is
told, but for what operating systems and the project itself put there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from guide.plain import plainly
from guide.problems import Place, Problem, nearest

NO_HARM = {
    ".ds_store", "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", ".directory", ".localized", "icon\r",
    ".apdisk", ".appledouble", ".fseventsd", ".spotlight-v100", ".temporaryitems", ".trashes", "__macosx",
    ".com.apple.timemachine.donotpresent", "$recycle.bin", "system volume information", "@eadir",
    ".dropbox", ".dropbox.attr", ".dropbox.cache", ".tmp.drivedownload", ".tmp.driveupload", ".sync", ".stfolder",
    ".stignore", ".nextcloudsync.log", ".owncloudsync.log",
    ".gitkeep", ".keep", ".gitignore", ".gitattributes", ".editorconfig", ".git", ".svn", ".hg", ".hgignore",
    ".vscode", ".idea",
}  # fmt: skip
"""What systems, disks, shared folders, editors and the keeping of versions put into any folder, in small letters."""
_NO_HARM_EITHER = re.compile(
    r"\.(?:.+\.)?\d+-\d+\.unfinished"  # our own, of a run that was killed: the next that writes here removes it
    r"|\.nfs[0-9a-f]+|\.fuse_hidden[0-9a-f]+|\.trash-\d+|\._?sync_\w+\.db(?:-shm|-wal)?",
    re.IGNORECASE,
)
SCHEMAS = frozenset(
    {
        "actors", "calendar", "changes", "decision-guide", "example", "forms", "glossary", "partnership", "procedure",
        "questions", "references", "source",
    }
)  # fmt: skip
"""What `guide schema` writes, without the ends of the names."""
RECORDS = {"doubt.json"}
"""What the program itself writes beside the content, as a record of what was tried with it."""
FOLDERS = ("examples", "calendars", "schema", "fonts", "files")
FONTS, LICENCES = (".ttf", ".otf"), (".txt", ".md")
SHEETS = re.compile(r"second-reading(?:-\d+)?\.csv")
"""The sheet of the second reading, and the earlier ones that are kept beside it."""

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OPEN = re.compile(r"(?:\._|~\$|\.~lock\.|\.?#)(?P<of>.+?)#?|\.?(?P<of_vim>.+)\.sw[a-p]|4913")
"""What an editor or a Mac keeps beside a file while it is open, or leaves behind."""
_BACKUP = re.compile(
    r"(?P<of>.+?)(?:\.?~\d*~?|[.~](?:orig|bak|backup|old|new|save|saved|tmp|temp|rej|mine|theirs|r\d+|copy|prev|part"
    r"|crdownload)\d*)",
    re.IGNORECASE,
)
_COPY_OF = re.compile(r"(?:copy|kopie|copie|copi) (?:\(\d+\) )?(?:of|von|de|o) (?P<of>.+)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?P<stem>.+?)(?:"
    r" ?\(\d+\)| ?[-_]? ?(?:copy|kopie|copie|copia|kopi)(?: ?\(?\d+\)?)?|[_ ]\d[\d-]*"  # browsers, Windows, Macs
    r"|[ _](?:old|new|final|draft|backup|original|v ?\d+)"  # people
    r"| ?\([^()]*(?:conflict|copy|version)[^()]*\)|[ ._-](?:sync-)?conflict.*"  # Dropbox, Nextcloud, Syncthing
    r"|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+"  # what a merge leaves
    r")(?P<end>\.ya?ml)",
    re.IGNORECASE,
)
_MACHINE = re.compile(r"(?P<stem>[a-z0-9-]+?)-(?=[A-Za-z0-9-]*[A-Z])[A-Z0-9][A-Za-z0-9-]*\.ya?ml")
"""OneDrive: the name of a computer, with a capital letter, behind a name without one."""
_OTHER_END = re.compile(
    r"(?P<stem>.+?)\s*\.(?:ya?ml|yml)\s*(?:\.(?:txt|text|html?|docx?|rtf|pdf|ya?ml)|)\s*", re.IGNORECASE
)


def stray_problems(folder: Path, shown: str, *, while_edited: bool) -> Iterator[Problem]:
    """A problem for each file and folder that nothing reads.

    `while_edited` says that somebody is at work: what an editor keeps beside an open file is then no problem.
    """
    for inside in ("", *FOLDERS):
        if inside != "files":  # which is read against the forms
            yield from _in_folder(folder / inside, f"{shown}/{inside}".rstrip("/"), inside, while_edited)


def does_no_harm(name: str) -> bool:
    """Whether a system put it there, so that nobody takes it for a part of the guide.

    >>> [does_no_harm(name) for name in (".DS_Store", "._.DS_Store", ".Trash-1000", "._forms.yml", "notes.txt")]
    [True, True, True, False, False]
    """
    plain = name.lower().removeprefix("._") if name.lower().startswith("._.") else name.lower()
    return plain in NO_HARM or _NO_HARM_EITHER.fullmatch(plain) is not None


def is_left_open(name: str) -> bool:
    """Whether an editor or a computer keeps it beside another file that is open, or left it there."""
    return _OPEN.fullmatch(name) is not None


def _in_folder(folder: Path, shown: str, inside: str, while_edited: bool) -> Iterator[Problem]:
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    names = {path.name for path in paths}
    for path in paths:
        if does_no_harm(path.name) or (while_edited and (is_left_open(path.name) or path.name.endswith("~"))):
            continue
        place = Place(f"{shown}/{_printable(path.name)}")
        if path.is_dir() and not path.name.endswith(".yml"):
            if inside or path.name not in FOLDERS:
                yield _folder_problem(place, path.name, inside, names)
        elif not _is_read(path, inside):
            yield _file_problem(place, path.name, names, inside)


def _is_read(path: Path, inside: str) -> bool:
    if inside == "fonts":
        return path.suffix.lower() in FONTS or path.suffix.lower() in LICENCES or "." not in path.name
    if inside == "schema":
        return path.suffix == ".json" and path.stem in SCHEMAS
    if not inside and (path.name in RECORDS or SHEETS.fullmatch(path.name)):
        return True
    return path.name.endswith(".yml") and ID.fullmatch(path.stem) is not None


def _folder_problem(place: Place, name: str, inside: str, names: Collection[str]) -> Problem:
    near = "" if inside else nearest(name.lower(), set(FOLDERS) - set(names), 0.7)
    hint = f"rename it to {near}" if near else "move what it holds to where it is read, then delete the folder"
    return Problem(place, "not-read", "this folder is not read, nor anything in it", hint)


def _file_problem(place: Place, name: str, names: Collection[str], inside: str) -> Problem:
    if is_left_open(name):
        message = "this file is not read: an editor or a computer left it beside another one"
        return Problem(
            place, "copied-file", message, "close the program that has the other file open, then delete this"
        )
    if name.lower().startswith("second-reading"):
        message = "this file is not read: the sheet of the second reading is second-reading.csv"
        hint = "take it with 'guide second-reading take FILE', if nobody has taken it yet, then move it away"
        return Problem(place, "not-read", message, hint)
    original, kind = original_of(name) if inside != "schema" else ("", "")
    if original not in names and not _as_read(name) and (beside := _begins_like(name, names)):
        original, kind = beside, "copy"
    if original in names:
        message = f"this file is not read: it {'is a copy of' if kind == 'copy' else 'stands beside'} {original}"
        hint = f"see that {original} has all you want to keep, then delete this file"
        return Problem(place, "copied-file", message, hint)
    if original and kind == "copy":
        message = f"this file is not read: it is called as a copy of {original}, which is not here"
        return Problem(
            place, "file-name", message, f"rename it to {original}; delete it if that is not wanted any more"
        )
    if original:
        message = "this file is not read: its name cannot be an id, or does not end in .yml"
        return Problem(place, "file-name", message, f"rename it to {original}")
    if name.endswith(".yml") and not name.startswith(".") and inside != "schema":
        message = "this file's name cannot be an id, so nothing can refer to it"
        hint = "use small letters, digits and single hyphens, such as local-review.yml"
        return Problem(place, "file-name", message, hint)
    return Problem(place, "not-read", "this file is not read", "move it out of this folder, or delete it")


def _begins_like(name: str, names: Collection[str]) -> str:
    """The longest name beside it that this one begins with, whatever a program then wrote behind it."""
    said = re.sub(r"[\s_]+", "-", plainly(name).lower()).lstrip(".~$#-")
    read = [one for one in map(Path, names) if one.suffix in (".yml", ".json") and ID.fullmatch(one.stem)]
    found = [one.name for one in read if one.name != name and re.match(rf"{re.escape(one.stem)}(?![a-z0-9])", said)]
    return max(found, key=len, default="")


def original_of(name: str) -> tuple[str, str]:
    """The name under which the guide would read what this file seems to be, and whether it is a `copy` or `misspelt`.

    >>> original_of("forms (1).yml"), original_of("forms.yml.orig"), original_of("changes.yml.txt")
    (('forms.yml', 'copy'), ('forms.yml', 'copy'), ('changes.yml', 'misspelt'))
    >>> original_of("notes.md")
    ('', '')
    """
    if found := _COPY_OF.fullmatch(name) or _BACKUP.fullmatch(name):
        return original_of(found["of"])[0] or _as_read(found["of"]), "copy"
    if found := _BACKUP.fullmatch(name.removesuffix(".yml")):
        return _as_read(f"{found['of']}.yml"), "copy"
    if found := _MACHINE.fullmatch(name) or _NUMBERED.fullmatch(name):
        return _as_read(f"{found['stem']}.yml"), "copy"
    if found := _OTHER_END.fullmatch(name):
        read = _as_read(f"{found['stem']}.yml")
        return (read, "misspelt") if read != name else ("", "")
    return "", ""


def _as_read(name: str) -> str:
    """The name in letters that an id may have; empty where nothing of it is left, or where it is no YAML."""
    stem, dot, end = name.rpartition(".")
    stem = re.sub(r"[\s_]+", "-", stem.strip().lower())
    return f"{stem}.yml" if dot and end.lower() in ("yml", "yaml") and ID.fullmatch(stem) else ""


def _printable(name: str) -> str:
    """No name may write a second line, or a letter that no terminal can show, into the list of problems."""
    return name.encode("unicode_escape", "surrogateescape").decode("ascii")
