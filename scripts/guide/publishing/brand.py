"""A partnership's own colour: what the styles make of it, in light and dark, and whether it can be read."""

from __future__ import annotations

import re

from guide.model import Guide

ACCENT = "#0b4a57"
"""The guide's own, where a partnership names none."""
LEAST = 7.0
"""The contrast of text with its ground: WCAG 2.2, success criterion 1.4.6."""
WHITE, NIGHT = "#ffffff", "#0f181c"
"""The paper of the pages in light and in dark, as `docs/assets/guide/tokens.css` has it."""
TOKENS = "assets/guide/tokens.css"
COLOUR = re.compile(r"#[0-9a-f]{6}")

RGB = tuple[float, float, float]


def accent_of(guide: Guide | None) -> str:
    """The colour of a guide: its own, or ours."""
    return str((guide and guide.partnership.guide.accent) or ACCENT)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it.

    >>> round(contrast("#000000", "#ffffff"), 2), round(contrast("#777777", "#ffffff"), 2)
    (21.0, 4.48)
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(accent: str) -> str:
    """The nearest darker shade that can be read on paper and on the wash that is made of it; itself where it can.

    >>> readable("#0b4a57"), readable("#ffcc00")
    ('#0b4a57', '#604d00')
    """
    while min(contrast(accent, WHITE), contrast(accent, _wash(accent))) < LEAST:
        accent = _mixed(accent, "#000000", 0.04)
    return accent


def brand_styles(accent: str) -> str:
    """What follows the tokens of the styles where a partnership has a colour of its own."""
    light = {
        "accent": accent, "accent-strong": _mixed(accent, "#000000", 0.3), "on-accent": WHITE, "wash": _wash(accent),
        "focus": accent,
    }  # fmt: skip
    dark = {
        "accent": _light(accent, 0.0), "accent-strong": _light(accent, 0.35), "on-accent": NIGHT,
        "wash": _mixed(NIGHT, accent, 0.3), "focus": _light(accent, 0.35),
    }  # fmt: skip
    in_the_dark = f"@media screen and (prefers-color-scheme: dark) {{:root {{{_declared(dark)}}}}}"
    return f":root {{{_declared(light)}}}\n{in_the_dark}\n"


def coloured(guide: Guide | None, files: dict[str, str]) -> dict[str, str]:
    """The texts of a site's own files, by path, with the colour of the partnership behind the tokens."""
    accent = accent_of(guide)
    return files if accent == ACCENT else files | {TOKENS: f"{files[TOKENS]}\n{brand_styles(accent)}"}


def _declared(colours: dict[str, str]) -> str:
    return " ".join(f"--guide-{name}: {colour};" for name, colour in colours.items())


def _wash(accent: str) -> str:
    return _mixed(WHITE, accent, 0.08)


def _light(accent: str, further: float) -> str:
    """The colour in the dark: as light as text needs on the paper and on the wash there, and some way further."""
    grounds = (NIGHT, _mixed(NIGHT, accent, 0.3))
    while min(contrast(accent, ground) for ground in grounds) < LEAST:
        accent = _mixed(accent, WHITE, 0.04)
    return _mixed(accent, WHITE, further)


def _parts(colour: str) -> RGB:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def _mixed(one: str, other: str, share: float) -> str:
    """One colour with a share of another."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(first + (second - first) * share):02x}" for first, second in pairs)


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
