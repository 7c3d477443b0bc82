"""No text of a guide is left unread: a number or a weekday that nothing stands for is refused wherever it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from area_guides import copy_area
from guide.checks.examples import check_examples
from guide.checks.texts import texts_of
from guide.checks.wording import check_wording
from guide.model import Guide, Noun
from guide.model.words import Said, words_of
from guide.reading.folder import read_guide
from guide.strict_yaml.text import Text
from planted import line_of, planted

NOT_READ = {
    ("Accessibility", "answers_within"), ("Accessibility", "email"), ("Accessibility", "phone"),
    ("Accessibility", "post"), ("Accessibility", "tested_by"), ("Barrier", "criterion"), ("Barrier", "instead"),
    ("Barrier", "what"), ("Branch", "source"), ("Change", "version"),
    ("Contact", "email"), ("Contact", "hours"), ("Contact", "name"), ("Contact", "phone"),
    ("Decision", "source"), ("Form", "labels"), ("Form", "file"),
    ("GuidePart", "source"), ("LateNote", "source"), ("Note", "source"), ("Outcome", "source"),
    ("Partnership", "approved_by"),
    ("Partnership", "area"), ("Partnership", "contact"), ("Partnership", "read_by"),
    ("Partnership", "review_overdue"), ("Partnership", "security_contact"), ("Partnership", "version"),
    ("Procedure", "starts_source"), ("Question", "about"), ("Question", "detected_by"), ("Reference", "address"),
    ("Reference", "publisher"), ("Step", "source"), ("Website", "address"), ("Website", "name"),
}  # fmt: skip
"""What holds no sentence about the procedure."""


def nouns_of(guide: Guide) -> Iterator[Noun]:
    for field in fields(guide):
        value = getattr(guide, field.name)
        yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Noun))


def with_words(noun: Noun, text: Text, words: str) -> Noun:
    """The noun with other words in place of one text of it, however deep that stands."""

    def changed(value: object) -> object:
        if value is text:
            return Text(words, text.place)
        if isinstance(value, Noun):
            return with_words(value, text, words)
        if isinstance(value, tuple):
            return tuple(changed(one) for one in value)
        return {key: changed(one) for key, one in value.items()} if isinstance(value, dict) else value

    made = {name: changed(getattr(noun, name)) for name in type(noun).model_fields}
    return noun.model_copy(update={name: value for name, value in made.items() if value is not getattr(noun, name)})


def with_noun(guide: Guide, old: Noun, new: Noun) -> Guide:
    for field in fields(guide):
        value = getattr(guide, field.name)
        if value is old:
            return replace(guide, **{field.name: new})
        if isinstance(value, tuple) and any(one is old for one in value):
            return replace(guide, **{field.name: tuple(new if one is old else one for one in value)})
    raise AssertionError(old)


def one_of_each_key(guide: Guide) -> dict[tuple[str, str], tuple[Noun, Said]]:
    found: dict[tuple[str, str], tuple[Noun, Said]] = {}
    for noun in nouns_of(guide):
        for said in words_of(noun):
            found.setdefault((type(said.noun).__name__, said.key), (noun, said))
    return found


def test_every_key_with_words_is_read(guide: Guide) -> None:
    keys = one_of_each_key(guide)
    assert len(keys) > 50
    for key, (noun, said) in keys.items():
        broken = with_noun(guide, noun, with_words(noun, said.text, "In the ninety-nine working days of it."))
        seen = [one for one in check_wording(broken) if one.code == "number" and one.place == said.text.place]
        assert bool(seen) == (key not in NOT_READ), key


def test_what_is_read_is_read_once(guide: Guide) -> None:
    texts = [(id(text.said.text), text.said.key) for text in texts_of(guide)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    "words",
    [
        "by day\u00a0nine", "by  day  9", "by the 9th day", "within a fortnight", "in 72 hours", "by Friday",
        "tomorrow", "\uff19 days",
    ],
)  # fmt: skip
def test_the_words_of_a_step_are_read_as_the_eye_reads_them(words: str, tmp_path: Path) -> None:
    broken = planted(tmp_path, ("evaluation.yml", "to the duty desk by day seven.", f"to the duty desk {words}."))
    (problem,) = check_wording(broken)
    assert problem.place.line == line_of(broken, "evaluation.yml", "to the duty desk")
    assert problem.hint


def test_the_days_of_a_heading_with_any_dash_are_a_range(tmp_path: Path) -> None:
    dashes = ("-", "\u2013", " \u2014 ", "\u2011", " \u2212 ")
    for number, dash in enumerate(dashes):
        sound = planted(
            tmp_path / str(number), ("evaluation.yml", "Working Days Nine to Ten", f"Working Day 9{dash}10")
        )
        assert list(check_wording(sound)) == []


def test_a_journey_that_lacks_a_procedure_is_one_problem(tmp_path: Path) -> None:
    journey = "procedures: [concern, evaluation]"
    for number, (left, lacking) in enumerate((("concern", "evaluation"), ("evaluation", "concern"))):
        broken = planted(tmp_path / str(number), ("partnership.yml", journey, f"procedures: [{left}]"))
        (problem,) = (one for one in check_examples(broken) if "steps of" in one.message)
        assert [one for one in check_examples(broken) if "no date" in one.message and lacking in one.message] == []
        assert problem.place.line == line_of(broken, "partnership.yml", f"procedures: [{left}]")
        assert f"add '{lacking}'" in problem.hint
        assert len(list(check_examples(broken))) == 1


def test_a_change_may_tell_how_it_was_before(tmp_path: Path) -> None:
    folder = copy_area(tmp_path / "procedures")
    path = folder / "changes.yml"
    for words, refused in (
        ("The meeting is on working day 11 and no longer on working day 99.", False),
        ("The meeting moved from working day 99 to working day 11.", False),
        ("The meeting is on working day 99.", True),
    ):
        path.write_text(f'- version: "2"\n  on: 2026-12-01\n  says: ["{words}"]\n', "utf-8")
        assert bool(list(check_wording(read_guide(folder)))) == refused, words
