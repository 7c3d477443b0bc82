"""The theme's style sheet keeps what some page has a use for, and all that is in doubt."""

from __future__ import annotations

import pytest

from guide.publishing.pruned import names_in, pruned

USED = names_in(
    pages=['<p class="a b" id=\'top\' dir="ltr" data-x><input type=checkbox>gone</p>'],
    scripts=['one.classList.add("made")'],
)


@pytest.mark.parametrize(
    "kept",
    [
        ".a{x:y}", "p.a>.b{x:y}", "#top{x:y}", "*{x:y}", ".made:hover::before{x:y}", "[dir=ltr] .a{x:y}",
        "[type=checkbox]{x:y}", "[data-x]{x:y}", '[class^="anything"]{x:y}', ".a:not(.gone){x:y}", ":is(.gone,.a){x:y}",
        "@media print{.a{x:y}}", "@media print{@supports (x:y){.a{x:y}}}", "@font-face{font-family:x}",
        "@keyframes turn{from{x:y}to{x:y}}", ".a{--made:1;x:var(--made)}", ".a{--one:var(--two);--two:2;x:var(--one)}",
    ],
)  # fmt: skip
def test_what_a_page_can_use_stays_as_it_is(kept: str) -> None:
    assert pruned(kept, USED) == kept


@pytest.mark.parametrize(
    "gone",
    [
        ".gone{x:y}", ".a .gone{x:y}", "#gone{x:y}", "[dir=rtl] .a{x:y}", "table{x:y}", "[data-y]{x:y}",
        "@media print{.gone{x:y}}", "@media print{@supports (x:y){.gone{x:y}}}", "/* a word to makers */",
    ],
)  # fmt: skip
def test_what_asks_for_what_no_page_has_goes(gone: str) -> None:
    """Words between tags are no names: a text may say “gone”."""
    assert pruned(gone, USED) == ""


def test_one_of_several_goes_alone() -> None:
    assert pruned(".a,.gone,p > .b{x:y}", USED) == ".a,p > .b{x:y}"


def test_properties_that_nothing_names_go_with_those_that_only_they_named() -> None:
    sheet = ":root{--one:var(--two);--two:url('data:image/svg+xml;x{};');--ours:1;--left:2}"
    assert pruned(sheet, USED, [".z{top:var( --ours)}"]) == ":root{--ours:1;}"
