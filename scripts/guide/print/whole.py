"""What would stop a build or a PDF, told before either is begun: letters, drawings, addresses, and room."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from guide.flowcharts import NoEngine, check_drawings
from guide.model import Guide
from guide.pages import check_addresses, stamp
from guide.print.every import pdfs
from guide.print.letters import check_letters, own_fonts
from guide.problems import Problem, Problems
from guide.publishing import UNRECORDED, Origin
from guide.whole import write_files

PROGRAM = Path(__file__).parents[1]
KEPT = Path(".cache", "guide", "fits-on-paper")
"""Where the digests of what was found to fit are kept, from the folder in which the command runs."""
MOST_KEPT = 20


def check_surfaces(guide: Guide, *, addresses: bool = True) -> tuple[list[Problem], str]:
    """What keeps a guide without a problem from being shown, and why the drawings were not looked at, if they were not.

    Who renders the pages next leaves out their `addresses`: to look at these is to render every page, and `render`
    refuses the same.
    """
    problems, unseen = list(check_letters(guide)), ""
    try:
        problems.extend(check_drawings(guide))
    except NoEngine as missing:
        unseen = str(missing)
    if addresses and not problems:  # what cannot be drawn cannot be put on a page either
        problems.extend(check_addresses(guide))
    return sorted(set(problems)), unseen


def check_print(guide: Guide, kept: Path = KEPT) -> list[Problem]:
    """What does not fit on its page, by printing all of it; at once where the same was found to fit before."""
    digest = _digest(guide)
    fitting = _lines(kept)
    if digest in fitting:
        return []
    try:
        pdfs(guide, Origin(UNRECORDED, UNRECORDED, UNRECORDED, 0))
    except Problems as found:
        return list(found.problems)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_files({kept: "".join(f"{line}\n" for line in [*fitting, digest][-MOST_KEPT:])})
    except (OSError, Problems):
        pass  # then the next check prints again
    return []


def _digest(guide: Guide) -> str:
    """Changes with all that an author wrote, with the guide's fonts, and with every file of the program."""
    content = hashlib.sha256(f"{stamp(guide)} {version('typst')}".encode())
    files = (path for path in PROGRAM.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for path in [*sorted(files), *own_fonts(guide)]:
        content.update(hashlib.sha256(path.read_bytes()).digest())
    return content.hexdigest()


def _lines(kept: Path) -> list[str]:
    try:
        return kept.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
