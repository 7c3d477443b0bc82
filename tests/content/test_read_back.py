"""The shipped guide, read back from its built site: every surface says what the model says, as the record has it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guide.model.guide import Guide
from guide.pages.surfaces import read_surfaces
from surfaces.compared import Compared, act_of, acts_in, complaints
from surfaces.every import SURFACES
from surfaces.written import Written


@pytest.fixture(scope="module")
def read(guide: Guide, built_site: Path, browser: Browser) -> Mapping[str, list[Compared]]:
    """What was read of each surface, by its title."""
    written = Written(guide, built_site, browser)
    return {surface.title: list(surface.read(guide, written)) for surface in SURFACES}


def test_every_surface_says_what_the_model_says(read: Mapping[str, list[Compared]]) -> None:
    assert {title: [str(one) for one in complaints(lines)] for title, lines in read.items()} == {
        title: [] for title in read
    }


def test_the_record_says_how_many_acts_and_facts_were_read(guide: Guide, read: Mapping[str, list[Compared]]) -> None:
    record = read_surfaces()
    assert record.body == guide.partnership.body, "run make surfaces"
    found = {title: (acts_in(guide, lines), len(lines)) for title, lines in read.items()}
    assert {one.title: (one.acts, one.compared) for one in record.surfaces} == found, "run make surfaces"
    acts = {act_of(guide, str(step.id)) for procedure in guide.procedures for step in procedure.steps}
    steps = [step for procedure in guide.procedures for step in procedure.steps]
    duties = [one for step in steps for one in step.national if one.who and not set(one.who) & set(step.who)]
    assert record.acts == len(acts) + len(duties)
