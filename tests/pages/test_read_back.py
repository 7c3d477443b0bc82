"""Every procedure's page, read back as a reader gets it: list and card say of each entry what the model says.

The drawings are read back by `check_drawings`, which also holds them to the list's own lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from guide.flowcharts import outline
from guide.flowcharts.drawn import check_drawings
from guide.model import Decision, Guide, Note, Outcome, Procedure, Step
from guide.model.entries import NOT_STATED, AnyEntry
from read_page import ReadEntry, Ways, read_cards, read_lists


@pytest.fixture(scope="module")
def pages(harbour_site: Path, guide: Guide) -> dict[str, str]:
    """The published page of each procedure."""
    return {
        one.id: (harbour_site / "procedures" / one.id / "index.html").read_text("utf-8") for one in guide.procedures
    }


def names(guide: Guide, actors: tuple[str, ...]) -> str:
    said = ["Not stated in the source" if one == NOT_STATED else str(guide.actor[one].name) for one in actors]
    return " and ".join([", ".join(said[:-1]), said[-1]] if said[:-1] else said)


def written_ways(guide: Guide, entry: AnyEntry) -> Ways:
    """The ways on that an author wrote, or that follow from the order: no page has a say in these."""
    if isinstance(entry, Decision):
        return frozenset((str(one.answer), str(one.then or one.gap)) for one in entry.branches)
    if isinstance(entry, Note):
        return frozenset({("", str(entry.gap))} if entry.gap else ())
    home = guide.home_of[entry.entry_id]
    return frozenset(("", one.target) for one in guide.routes[home.id] if one.source == entry.entry_id)


def faults_of(guide: Guide, procedure: Procedure, page: str) -> list[str]:
    """What list and cards of a page say differently from the model, or leave out."""
    lists, cards = read_lists(page), read_cards(page)
    return [fault for entry in procedure.entries for fault in _faults(guide, entry, lists, cards)]


def _faults(guide: Guide, entry: AnyEntry, lists: dict[str, ReadEntry], cards: dict[str, ReadEntry]) -> Iterator[str]:
    name = str(entry.entry_id)
    if name not in lists or name not in cards:
        yield f"{name} is not in the {'list' if name not in lists else 'cards'}"
        return
    line, card = lists[name], cards[name]
    number = str(guide.numbers.get(name, ""))
    expected = {
        "title in the list": (line.title, str(entry.title)),
        "title of the card": (card.title, str(entry.title)),
        "number in the list": (line.number, number),
        "number of the card": (card.number, number or str(entry.kind).capitalize()),
        "ways on of the card": (card.ways, written_ways(guide, entry)),
    }
    if isinstance(entry, Decision | Outcome | Note):
        expected["ways on in the list"] = (line.ways, written_ways(guide, entry))
    if isinstance(entry, Decision):
        expected["who decides"] = (card.said.get("Who decides"), names(guide, entry.who))
    if isinstance(entry, Step):
        expected |= dict(_of_step(guide, entry, card))
    yield from (f"{name}: {what}: {read!r}, not {meant!r}" for what, (read, meant) in expected.items() if read != meant)


def _of_step(guide: Guide, step: Step, card: ReadEntry) -> Iterator[tuple[str, tuple[object, object]]]:
    helpers = f", with {names(guide, step.with_)}" if step.with_ else ""
    yield "who", (_before_modality(card.said.get("Who")), names(guide, step.who) + helpers)
    yield "to", (_before_modality(card.said.get("To")), names(guide, step.to) if step.to else None)
    yield "when", (card.said.get("When"), str(step.when) if step.when else None)
    titles = [str(guide.form[one].title) for one in step.forms]
    yield "forms", ([one for one in titles if one in card.said.get("Forms", "")], titles)
    said = " ".join(card.said.values())
    yield (
        "may or should",
        (re.findall("The source says “(may|should)”", said), ["may"] * step.may + ["should"] * step.should),
    )


def _before_modality(said: str | None) -> str | None:
    return said and said.partition(" · The source says")[0]


def test_list_and_cards_of_every_page_say_what_the_model_says(guide: Guide, pages: dict[str, str]) -> None:
    assert {one.id: faults_of(guide, one, pages[one.id]) for one in guide.procedures} == {
        one.id: [] for one in guide.procedures
    }


def swapped(page: str, one: str, other: str) -> str:
    """The page with two pieces of it in each other's place."""
    assert one in page
    assert other in page
    return page.replace(one, "\0").replace(other, one).replace("\0", other)


def first_decision(guide: Guide) -> tuple[Procedure, Decision]:
    return next(
        (procedure, entry)
        for procedure in guide.procedures
        for entry in procedure.entries
        if isinstance(entry, Decision)
    )


def first_step(guide: Guide, has: Callable[[Step], object]) -> tuple[Procedure, Step]:
    return next((procedure, step) for procedure in guide.procedures for step in procedure.steps if has(step))


def test_two_answers_that_changed_places_are_noticed(guide: Guide, pages: dict[str, str]) -> None:
    procedure, decision = first_decision(guide)
    one, other = (f"<strong>{branch.answer}:</strong>" for branch in decision.branches[:2])
    found = faults_of(guide, procedure, swapped(pages[procedure.id], one, other))
    assert any("ways on in the list" in fault for fault in found)
    assert any("ways on of the card" in fault for fault in found)


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        (lambda page, step: page.replace("<strong>To:</strong>", "<strong>For:</strong>"), ": to:"),
        (lambda page, step: page.replace("<strong>When:</strong>", "<b>When:</b> If"), ": when:"),
        (lambda page, step: page.replace(str(step.title), "Do something else"), ": title"),
        (lambda page, step: re.sub(r'(<li[^>]*) value="\d+"', r'\1 value="99"', page), ": number in the list"),
        (lambda page, step: page.replace('id="' + step.id + '"', 'id="elsewhere"'), "is not in the cards"),
        (lambda page, step: page.replace("Next: ", "Later: "), ": ways on of the card"),
    ],
)  # fmt: skip
def test_what_a_template_loses_or_changes_is_noticed(
    guide: Guide, pages: dict[str, str], fault: Callable[[str, Step], str], what: str
) -> None:
    procedure, step = first_step(guide, lambda step: step.to and step.when)
    found = faults_of(guide, procedure, fault(pages[procedure.id], step))
    assert any(what in one for one in found), found


def test_a_role_of_the_step_beside_it_is_noticed(guide: Guide, pages: dict[str, str]) -> None:
    procedure = next(one for one in guide.procedures if len({step.who for step in one.steps}) > 1)
    who = [str(guide.actor[step.who[0]].name) for step in procedure.steps if step.who[0] in guide.actor]
    one, other = list(dict.fromkeys(who))[:2]
    assert any(": who:" in fault for fault in faults_of(guide, procedure, swapped(pages[procedure.id], one, other)))


def test_a_may_that_is_dropped_is_noticed(guide: Guide, pages: dict[str, str]) -> None:
    procedure, _ = first_step(guide, lambda step: step.may or step.should)
    page = re.sub("The source says “(may|should)”", "", pages[procedure.id])
    assert any("may or should" in fault for fault in faults_of(guide, procedure, page))


def test_a_list_that_differs_from_the_drawing_stops_a_build(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two answers swapped in the list alone were once published: the check asked the routes, and never the list."""
    assert list(check_drawings(guide)) == []
    real = outline._way_on

    def swapping(guide: Guide, route: outline.Route) -> outline.WayOn:
        _, decision = first_decision(guide)
        answers = [str(branch.answer) for branch in decision.branches[:2]]
        other = dict(zip(answers, reversed(answers), strict=True))
        way = real(guide, route)
        return replace(way, answer=other.get(way.answer, way.answer)) if route.source == decision.entry_id else way

    monkeypatch.setattr(outline, "_way_on", swapping)
    assert {problem.code for problem in check_drawings(guide)} == {"drawing"}
    assert any("by the list alone" in problem.message for problem in check_drawings(guide))
