"""What of other people's work reaches the readers of a guide, and on what terms: for the page /licences/.

What only builds the guide, and stays behind, is in `requirements.txt` and not here. Whoever puts the pages into a frame
says which one it is: this module never asks what is installed.
"""

from __future__ import annotations

from typing import NamedTuple


class Licence(NamedTuple):
    """The terms of one work."""

    name: str
    address: str


MIT = Licence("MIT", "https://opensource.org/license/mit")
APACHE = Licence("Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0")
OFL = Licence("SIL Open Font License 1.1", "https://openfontlicense.org/")
OGL = Licence(
    "Open Government Licence v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
)


class Theme(NamedTuple):
    """The frame that the site generator puts around the pages: Material for MkDocs."""

    version: str
    licence: str
    """Its licence, whole, as its terms ask; each of the works in it keeps its notice in its own file."""


class Shipped(NamedTuple):
    """One work, as a reader receives it."""

    name: str
    does: str
    """What the guide uses it for, as the end of a sentence."""
    licence: Licence
    holder: str
    """Whose it is, as its own notice says."""
    files: tuple[str, ...] = ()
    """Where it is in the site, as patterns of `fnmatch`; empty for what stands inside pages."""


def shipped(theme: Theme | None) -> list[Shipped]:
    """Every work of others in a built site; without a `theme`, those in the pages that `guide write` gives away."""
    return [
        *(_framing(theme) if theme else ()),
        Shipped(
            "Atkinson Hyperlegible", "the letters of the PDFs", OFL, "Braille Institute of America", ("print/*.pdf",)
        ),
        Shipped(
            "Atkinson Hyperlegible Next",
            "letters such as ŵ in the PDFs, where they stand in one",
            OFL,
            "The Atkinson Hyperlegible Next Project Authors",
            ("print/*.pdf",),
        ),
        Shipped("Bank holidays of GOV.UK", "counting days", OGL, "Crown copyright"),
    ]


def _framing(theme: Theme) -> list[Shipped]:
    sheets, frame = ("assets/stylesheets/main.*.css",), "the frame of the pages"
    return [
        Shipped(f"Material for MkDocs {theme.version}", frame, MIT, "Martin Donath", sheets),
        Shipped("Material Design Icons", frame, APACHE, "Pictogrammers", sheets),
    ]
