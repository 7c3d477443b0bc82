"""The colours of flowcharts: the same in SVG and style sheet, legible in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.flowcharts.svg import INK, TINTS

ROOT = Path(__file__).parents[2]
CSS = (ROOT / "docs/assets/guide/flow.css").read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SLOTS = re.findall(r"--tint: (#\w+); --rim: (#\w+); --tint-dark: (#\w+); --rim-dark: (#\w+);", CSS)


def test_the_style_sheet_has_the_tints_of_the_svg() -> None:
    assert [slot[:2] for slot in SLOTS] == list(TINTS)


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: slot[0])
def test_words_have_seven_to_one_and_borders_three_to_one(slot: tuple[str, str, str, str]) -> None:
    tint, rim, tint_dark, rim_dark = slot
    for ink, fill, border, papers in (
        (INK, tint, rim, ("#ffffff", "#f3f6f6")),
        ("#14242b", tint, rim, ("#ffffff", "#f3f6f6")),
        ("#e8eff1", tint_dark, rim_dark, ("#0f181c", "#172328")),
    ):
        assert contrast(ink, fill) >= 7
        assert all(contrast(border, ground) >= 3 for ground in (fill, *papers))


def test_every_width_a_drawing_may_have_keeps_eight_tenths_of_its_size() -> None:
    least = {int(width): int(pixels) for width, pixels in re.findall(r"\.flow-w-(\d+) \{ min-width: (\d+)px; \}", CSS)}
    assert set(range(160, 601, 40)) == set(least)
    assert all(pixels == width * 0.8 for width, pixels in least.items())
