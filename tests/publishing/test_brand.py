"""A partnership's colour: what can be read of it is refused or used, in light, in dark and on paper."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guide.checks import check_guide
from guide.print.every import pdfs
from guide.publishing import brand
from guide.publishing.brand import ACCENT, LEAST, NIGHT, WHITE, contrast, readable
from guide.publishing.offline import manifest
from guide.publishing.origin import Origin
from planted import line_of, planted

PURPLE = "#5b2c83"
COLOURS = ("#000000", "#0b4a57", "#5b2c83", "#8a1c13", "#005ea5", "#ffcc00", "#00ff00", "#ffffff", "#767676", "#ff00ff")
GUIDE = ("partnership.yml", "  received: a concern\n", '  received: a concern\n  accent: "{}"\n')


def declared(styles: str) -> list[dict[str, str]]:
    """The colours of each scheme, by name."""
    return [dict(re.findall(r"--guide-([a-z-]+): (#[0-9a-f]{6})", one)) for one in styles.split("@media")]


@pytest.mark.parametrize("colour", COLOURS)
def test_whatever_colour_is_named_the_shade_in_use_can_be_read_in_both_schemes(colour: str) -> None:
    light, dark = declared(brand.brand_styles(readable(colour)))
    for scheme, paper in ((light, WHITE), (dark, NIGHT)):
        for ground in (paper, scheme["wash"]):
            assert contrast(scheme["accent"], ground) >= LEAST
            assert contrast(scheme["accent-strong"], ground) >= LEAST
        assert contrast(scheme["on-accent"], scheme["accent"]) >= LEAST


def test_the_papers_and_our_own_colour_are_those_of_the_tokens(root: Path) -> None:
    tokens = (root / "docs" / brand.TOKENS).read_text("utf-8")
    light, dark = declared(tokens)[:2]
    assert (light["paper"], dark["paper"], light["accent"]) == (WHITE, NIGHT, ACCENT)
    look = (root / "scripts/guide/print/typst/look.typ").read_text("utf-8")
    assert f'default: "{ACCENT}"' in look


@pytest.mark.parametrize(
    ("colour", "said"),
    [("#ffcc00", 'the nearest that has it is "#604d00"'), ("teal", "'teal' is no colour"), ("#0B4A57", "is no colour")],
)
def test_a_colour_that_is_none_or_cannot_be_read_is_refused_at_its_line(tmp_path: Path, colour: str, said: str) -> None:
    name, old, new = GUIDE
    guide = planted(tmp_path, (name, old, new.format(colour)))
    (problem,) = check_guide(guide)
    assert (problem.code, problem.place.line) == ("colour", line_of(guide, name, "accent:"))
    assert said in f"{problem.message} {problem.hint}"


def test_pages_the_list_of_applications_and_paper_have_the_colour(tmp_path: Path) -> None:
    name, old, new = GUIDE
    guide = planted(tmp_path, (name, old, new.format(PURPLE)))
    assert check_guide(guide) == []
    styles = brand.coloured(guide, {brand.TOKENS: ":root {}", "other.css": ""})
    assert styles[brand.TOKENS].startswith(":root {}\n:root {--guide-accent: #5b2c83;")
    assert json.loads(manifest(guide))["theme_color"] == PURPLE
    build = Origin("1.0.0", "0123456789", "2026-11-23", 1795392000)
    assert pdfs(guide, build)["meeting-list.pdf"] != pdfs(planted(tmp_path / "ours"), build)["meeting-list.pdf"]
    assert brand.coloured(None, {brand.TOKENS: ":root {}"}) == {brand.TOKENS: ":root {}"}
