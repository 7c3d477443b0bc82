"""The second reading against the guide: who, with whom, to whom, and with which form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from guide.checks.item_view import ItemView, ReadDifference, actors_in, is_guides_reading
from guide.checks.said_alike import Named, Names, named_in, stands_in
from guide.model import Actor, Decision, Guide, Id, SheetColumn, Step, once_a_guide
from guide.problems import did_you_mean

_Found = Sequence[tuple[int, Id]]
"""The number of an entry in its item, from 0, and an id that it names."""


def differing_names(view: ItemView) -> Iterator[ReadDifference]:
    """Whoever, and whichever form, the one names and the other does not; and those who act in another order."""
    actors, forms = actor_names(view.guide), form_names(view.guide)
    if any(isinstance(entry, Step | Decision) for entry in view.entries):
        yield from _compared(view, SheetColumn.WHO, _ids(view, "who", read=False), actors, _ids(view, "who", read=True))
    else:
        yield from _told(view, SheetColumn.WHO, actors)
    if not view.steps:
        for column, names in ((SheetColumn.WITH, actors), (SheetColumn.TO, actors), (SheetColumn.FORM, forms)):
            yield from _told(view, column, names)
        return
    # What goes "via" somebody may be read as sent by them.
    yield from _compared(view, SheetColumn.WITH, _ids(view, "with"), actors, _ids(view, "who", read=True))
    yield from _compared(view, SheetColumn.TO, _ids(view, "to"), actors)
    used = [(0, form) for step in view.steps for form in step.forms]
    yield from _compared(view, SheetColumn.FORM, used, forms)


@once_a_guide
def actor_names(guide: Guide) -> Names:
    """Every name of each actor, by its id."""
    return {one.id: every_name_of(one) for one in guide.actors}


def names_here(view: ItemView) -> list[tuple[str, ...]]:
    """The names of all whom, and of every form that, the guide's entries for an item name."""
    ids = [one for key in ("who", "with", "to") for _, one in _ids(view, key)]
    ids += [form for step in view.steps for form in step.forms]
    names = {**actor_names(view.guide), **form_names(view.guide)}
    return [names[one] for one in ids if one in names]


def every_name_of(actor: Actor) -> tuple[str, ...]:
    """Every name of an actor."""
    return (actor.id, actor.name, actor.short, *actor.aliases)


@once_a_guide
def form_names(guide: Guide) -> Names:
    """Every name of each form, by its id."""
    return {
        one.id: tuple(filter(None, (one.id, one.code, one.title, one.short, *one.labels, *one.aliases)))
        for one in guide.forms
    }


def _ids(view: ItemView, key: Literal["who", "with", "to"], read: bool | None = None) -> _Found:
    """Those whom the entries name; of `who` those that the document names, or those whom only the guide reads so."""
    return [
        (number, one)
        for number, entry in enumerate(view.entries) if read is None or read == is_guides_reading(entry)
        for one in actors_in(entry, key)
    ]  # fmt: skip


def _compared(
    view: ItemView, column: SheetColumn, found: _Found, names: Names, allowed: _Found = ()
) -> Iterator[ReadDifference]:
    """What the guide names must be said, and what is said must be named or at least allowed."""
    said, ids = named_in(view.said(column), names), [one for _, one in found]
    known = {*ids, *(one for _, one in allowed)}
    missing = [one for one in said if not one.ids & known]
    extra = [one for one in dict.fromkeys(ids) if not any(one in named.ids for named in said)]
    if missing or extra:
        place = extra[0].place if extra else ids[0].place if ids else view.place
        hint = next((did_you_mean(one.words, _every(names), "") for one in missing if not one.ids), "")
        here = ", ".join(names[one][1] for one in dict.fromkeys(ids) if one in names)
        lacks = tuple((one.words, *(name for known in sorted(one.ids) for name in names[known])) for one in missing)
        adds = tuple(names.get(one, (str(one),)) for one in extra)
        yield ReadDifference(column, place, view.said(column), here, hint, lacks, adds)
    elif not _in_order(said, found):
        here = ", then ".join(names[one][1] for one in dict.fromkeys(ids))
        yield ReadDifference(
            column, ids[0].place, view.said(column), here, "each has them in another order of the acts"
        )


def _in_order(said: Iterable[Named], found: _Found) -> bool:
    """Whether those of an earlier entry come first; within one entry the order is free."""
    first = {str(one): number for number, one in reversed(found)}
    ranks = [min(first[one] for one in named.ids if one in first) for named in said if named.ids & set(first)]
    return ranks == sorted(ranks)


def _told(view: ItemView, column: SheetColumn, names: Names) -> Iterator[ReadDifference]:
    """Outcomes and notes have no actor of their own, so their sentences are asked."""
    for named in named_in(view.said(column), names) if view.entries else ():
        known = [name for one in sorted(named.ids) for name in names[one]]
        if not any(stands_in(name, view.texts, word_for_word=False) for name in (named.words, *known)):
            yield ReadDifference(column, view.place, named.words, "", lacks=((named.words, *known),))


def _every(names: Names) -> list[str]:
    return [name for all_names in names.values() for name in all_names]
