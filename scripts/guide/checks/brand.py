"""The partnership's colour, which must be dark enough to be read, and its logo, which must show everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Guide
from guide.problems import Problem
from guide.publishing import COLOUR, LEAST, WHITE, NotALogo, contrast, read_logo, readable


def check_brand(guide: Guide) -> Iterator[Problem]:
    """A problem for a colour that is none or in which text could not be read, and for a logo that cannot be shown."""
    yield from _colour(guide)
    if logo := guide.partnership.guide.logo:
        try:
            read_logo(str(logo), guide.files[str(logo)])
        except NotALogo as refused:
            message, hint = refused.args
            yield Problem(logo.place, "logo", message, hint)


def _colour(guide: Guide) -> Iterator[Problem]:
    accent = guide.partnership.guide.accent
    if accent is None:
        return
    if not COLOUR.fullmatch(accent):
        message = f"'{accent}' is no colour"
        yield Problem(accent.place, "colour", message, 'write six digits from 0 to f, small, in quotes: "#0b4a57"')
    elif (near := readable(str(accent))) != accent:
        message = f"text in {accent} cannot be read: its contrast on white is {contrast(accent, WHITE):.1f} to 1"
        yield Problem(
            accent.place,
            "colour",
            message,
            f'text needs {LEAST:.0f} to 1, on pale grounds too: the nearest that has it is "{near}"',
        )
