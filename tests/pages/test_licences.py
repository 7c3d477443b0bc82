"""Whatever of other people's work is in the built site stands on the page of licences."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import pikepdf

from guide.model.guide import Guide
from guide.pages.licences import Theme, shipped
from guide.pages.site import render
from guide.publishing.origin import Origin
from hooks import theme

OURS = ("assets/guide/*",)


def test_every_file_of_others_is_that_of_a_work_on_the_page(harbour_site: Path) -> None:
    patterns = [pattern for work in shipped(theme) for pattern in work.files]
    files = [
        path.relative_to(harbour_site).as_posix() for path in (harbour_site / "assets").rglob("*") if path.is_file()
    ]
    assert [one for one in files if not any(fnmatchcase(one, pattern) for pattern in [*OURS, *patterns])] == []
    assert [pattern for pattern in patterns if not any(harbour_site.glob(pattern))] == []


def test_every_font_in_a_pdf_is_a_work_on_the_page(harbour_site: Path) -> None:
    fonts = {name for path in (harbour_site / "print").glob("*.pdf") for name in fonts_in(path)}
    listed = {work.name.replace(" ", "") for work in shipped(theme)}
    assert {name.split("-")[0] for name in fonts} == {"AtkinsonHyperlegible"}
    assert "AtkinsonHyperlegible" in listed


def test_the_licence_of_the_theme_is_beside_the_page(harbour_site: Path) -> None:
    said = (harbour_site / "licences/theme.txt").read_text("utf-8")
    assert said == theme.licence
    assert said.startswith("Copyright (c)")
    assert "Permission is hereby granted, free of charge" in said


def test_pages_for_another_frame_name_no_work_of_this_one(guide: Guide) -> None:
    bare, framed = (render(guide, Origin("1", "c", "2026-11-23", 0), theme=one) for one in (None, Theme("7", "Free.")))
    assert framed["licences/theme.txt"] == "Free."
    assert "Material for MkDocs 7" in framed["licences.md"]
    assert "licences/theme.txt" not in bare
    assert "Material" not in bare["licences.md"]
    assert "theme.txt" not in bare["licences.md"]
    assert bare.keys() == framed.keys() - {"licences/theme.txt"}


def fonts_in(path: Path) -> set[str]:
    """The names of the fonts inside a PDF, without the letters that mark a subset."""
    with pikepdf.open(path) as pdf:
        found = [one.get("/FontName") for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
    return {str(name).removeprefix("/").split("+")[-1] for name in found if name is not None}
