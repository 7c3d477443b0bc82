"""Words against rules: a number, a day or a form in a sentence is the one that is counted, or used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from guide.checks.counted import CountedNumbers
from guide.checks.example_words import check_example_words
from guide.checks.form_codes import check_form_codes, check_form_labels
from guide.checks.headings import check_headings
from guide.checks.texts import ReadText, texts_of
from guide.dates import DayKind, Moment, Saying, moments_in, sayings_in
from guide.model import Branch, Change, Decision, Example, Guide, Step, Term
from guide.plain import plainly
from guide.problems import Problem
from guide.strict_yaml import Text

TO_WRITE = "write it as {within: 5 working days, of: …}, or leave it out of the words"
OF_A_STEP = "correct the words or the rule; if this step sets another's date, say so with sets:"
OF_MANY = "correct the words or the rule that they speak of"

_THE_PAST = re.compile(
    r"\b(?:no longer|instead of|rather than|formerly|previously|until now|used to be|had been"
    r"|(?:it|this|that|which|they|limit|deadline|rule|number|dates?|days?) (?:was|were))\b[^.;]*"
    r"|\bfrom [^.;]{0,40}? to\b", re.I,
)  # fmt: skip
"""What a change says of how it was: a number there is no rule's any more."""

_TIME_IN_WORDS = re.compile(r"\bfortnight|\bwithin the (?:hour|day|week|month|year)\b|\bevery \w+ \w*s\b", re.I)


def check_wording(guide: Guide) -> Iterator[Problem]:
    """Every number, weekday, date and form in a text of the guide that nothing in it stands for."""
    for text in texts_of(guide):
        yield from _numbers(text)
        yield from _moments(text)
    for procedure in guide.procedures:
        for step in procedure.steps:
            if isinstance(step.due, Text):
                yield from _deadline_in_words(step.due)
    yield from check_headings(guide)
    yield from check_example_words(guide)
    yield from check_form_codes(guide)
    yield from check_form_labels(guide)


def _numbers(text: ReadText) -> Iterator[Problem]:
    told: set[str] = set()
    for saying in sayings_in(_as_read(text)):
        if not _is_known(text, saying) and saying.words not in told:
            told.add(saying.words)
            yield _number_problem(text, saying)


def _as_read(text: ReadText) -> str:
    """Of a change, what does not tell how it was before."""
    words = plainly(text.said.text)
    return _THE_PAST.sub(" ", words) if isinstance(text.said.noun, Change) else words


def _is_known(text: ReadText, saying: Saying) -> bool:
    if text.counted is None or text.counted.has(replace(saying, days="") if text.any_days else saying):
        return True
    return (text.differences and is_difference(text.said.text, saying)) or _is_definition(text, saying)


def _is_definition(text: ReadText, saying: Saying) -> bool:
    """In the glossary "A calendar month, counted to …" says what a month is, and not that something takes one."""
    return isinstance(text.said.noun, Term) and plainly(text.said.text).startswith(
        (f"A{saying.words[1:]},", f"An{saying.words[2:]},")
    )


def _number_problem(text: ReadText, saying: Saying) -> Problem:
    if text.step is None:
        message = f"the words say '{saying.words}', and no rule of {text.rules} counts that"
        return Problem(text.said.text.place, "number", message, OF_MANY)
    counted = str(text.counted) or "no number"
    message = f"the words say '{saying.words}', and the rule of '{text.step.id}' says {counted}"
    return Problem(text.said.text.place, "number", message, OF_A_STEP)


def is_difference(text: str, saying: Saying) -> bool:
    """Whether a number says how far apart two dates are: "one day later", or a sentence of nothing else."""
    alone = (sentence.strip().removeprefix("Up to ").lower() for sentence in plainly(text).split("."))
    return saying.later or saying.words.lower() in alone


def _moments(text: ReadText) -> Iterator[Problem]:
    for moment in moments_in(text.said.text):
        if _is_forbidden(text, moment):
            message = f"the words say '{moment.words}', and no rule gives a weekday, a date or a time of day"
            yield Problem(text.said.text.place, "date-in-words", message, "say it as the rule does: by working day 7")
        elif problem := _not_that_weekday(text, moment):
            yield problem


def _is_forbidden(text: ReadText, moment: Moment) -> bool:
    if text.moments == "any" or _is_next_day(moment, text.counted or CountedNumbers()):
        return False
    if text.moments == "none":
        return True
    limit = re.search(
        rf"\b(?:by|before|until|till|than)\b(?: \w+)? ?{re.escape(moment.words)}", plainly(text.said.text), re.I
    )
    dated = moment.year and not isinstance(text.said.noun, Step | Decision | Branch)
    return not dated and bool(limit or re.match(r"(?:by|before|until|till)\b", moment.words, re.I))


def _is_next_day(moment: Moment, counted: CountedNumbers) -> bool:
    """ "The next working day" and "the day after" are one working day, and "the same day" none."""
    words = moment.words.lower()
    if moment.kind != "relative" or not (words.endswith("day") or words in ("the day after", "the day before")):
        return False
    days: DayKind = "working" if "working" in words else "calendar" if "calendar" in words else ""
    return counted.has(Saying(0 if "same" in words or words == "today" else 1, "day", days))


def _not_that_weekday(text: ReadText, moment: Moment) -> Problem | None:
    """What is wrong with a date that has a year, or that stands in one text with such a date: a weekday is one of the
    same year, or of the next."""
    years = [moment.year] if moment.year else _years_for(text, moment)
    if not moment.day or not years or isinstance(text.said.noun, Example):
        return None
    real = [weekday for year in years if (weekday := moment.falls_on(year))]
    if not real and moment.year:
        message, hint = f"there is no '{moment.words}'", "correct the day or the month"
    elif real and not any(weekday.lower().startswith(moment.weekday) for weekday in real):
        message = f"the words say '{moment.words}', and that day is a {' or a '.join(dict.fromkeys(real))}"
        hint = "correct the weekday or the date"
    else:
        return None
    return Problem(text.said.text.place, "date-in-words", message, hint)


def _years_for(text: ReadText, moment: Moment) -> list[int]:
    """The years that a date without one can be of: that of a date in the same text, or the next where its month has
    passed by then."""
    dated = [one for one in moments_in(text.said.text) if one.year]
    return sorted({one.year + more for one in dated for more in (0, 1) if not more or moment.month < one.month})


def _deadline_in_words(due: Text) -> Iterator[Problem]:
    """A deadline in words that has a number, a date or a time, however it is written, is a rule."""
    said = [one.words for one in sayings_in(due)] + [one.words for one in moments_in(due)]
    said += [found[0] for found in _TIME_IN_WORDS.finditer(plainly(due))]
    if said:
        message = f"'{due}' says '{said[0]}', so it is a rule and no deadline in words"
        yield Problem(due.place, "value", message, TO_WRITE)
