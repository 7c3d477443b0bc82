"""Weekdays, dates and times of day are heard in a sentence, and words that are like them are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.dates import moments_said
from guide.dates.moments_said import moments_in
from guide.plain import plainly


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("by Friday", "weekday", "Friday"),
        ("by Fri", "weekday", "by Fri"),
        ("on Mondays", "weekday", "Mondays"),
        ("on 17 December 2026", "date", "17 December 2026"),
        ("on the 17th of December", "date", "17th of December"),
        ("Dec 17th, 2026", "date", "Dec 17th, 2026"),
        ("17/12/2026", "date", "17/12/2026"),
        ("17.12.2026", "date", "17.12.2026"),
        ("2026\u201112\u201117", "date", "2026-12-17"),
        ("by the 17th", "date", "by the 17th"),
        ("by the end of March", "date", "by the end of March"),
        ("before Easter", "date", "before Easter"),
        ("by 5\u00a0pm", "time", "5 pm"),
        ("at 17:00", "time", "17:00"),
        ("before noon", "time", "noon"),
        ("tomorrow", "relative", "tomorrow"),
        ("17-12-2026", "date", "17-12-2026"),
        ("17-Dec-2026", "date", "17-Dec-2026"),
        ("by 17/12", "date", "by 17/12"),
        ("by the seventeenth", "date", "by the seventeenth"),
        ("by mid-December", "date", "by mid-December"),
        ("on Weds", "weekday", "on Weds"),
        ("by half past four", "time", "half past four"),
        ("by the end of the month", "relative", "by the end of the month"),
        ("on the next working day", "relative", "the next working day"),
        ("by the weekend", "relative", "by the weekend"),
        ("on 9 march", "date", "9 march"),
        ("on day 9 March 2027", "date", "9 March 2027"),
        ("at midnight", "time", "midnight"),
        ("on the same day", "relative", "the same day"),
        ("return it Wed to the team", "weekday", "Wed"),
    ],
)
def test_a_moment_is_heard(text: str, kind: str, words: str) -> None:
    assert [(one.kind, one.words) for one in moments_in(text)] == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "in the afternoon", "it may be so, or march on", "SI 2018/789", "WCAG 1.4.10", "by the 9th working day",
        "the sun sat", "a weekend", "after day 7 may be late", "by the end of the day", "at the weekend",
        "on day 9 march past", "the form 2 may bring", "a Monday-to-Friday service", "3 May Street and Easter House",
        "the Good Friday Agreement", "today's children are tomorrow's parents", "midnight feeds, a noon meal",
        "the same day nursery", "overnight stays", "Mon Repos", "a spring-loaded gate", "May 2 people sign?",
    ],
)  # fmt: skip
def test_what_is_like_a_moment_is_none(text: str) -> None:
    assert list(moments_in(text)) == []


def test_a_date_knows_its_weekday_in_a_year() -> None:
    (moment,) = moments_in("Thursday 17 December")
    assert (moment.weekday, moment.falls_on(2026), moment.falls_on(2027)) == ("thu", "Thursday", "Friday")
    (never,) = moments_in("31 February 2027")
    assert never.falls_on(2027) is None


WORDS = (
    "by", "before", "until", "on", "in", "at", "than", "within", "the", "end of", "of", "mid-", "a", "next", "same",
    "half past", "quarter to", "half-term", "term", "first", "ninth", "twenty-first", "tenth", "sixteenth", "thirtieth",
    "mon", "Tue", "Thu", "Weds", "fri", "sat", "Sunday", "jan", "March", "may", "May", "MAY", "june", "sept", "dec",
    "Easter", "Good Friday", "Boxing Day", "new year", "xmas", "Michaelmas", "Pentecost", "summer", "bank holiday",
    "noon", "midnight", "lunchtime", "teatime", "tea time", "close of business", "end of play", "COB", "EOD", "four",
    "o'clock", "in the morning", "afternoon", "evening", "quarter of an hour", "tomorrow", "today", "overnight", "week",
    "month", "year", "fortnight", "weekend", "quarter", "decade", "day after", "mid-week", "following", "working",
    "3 May Street", "midnight feeds", "children", "2027", "9", "5pm", ".", ",", "-", "hour", "year-end",
)  # fmt: skip


AROUND = (
    "{}", "by {}", "by the {}", "before {} 2", "in {}", "at {}", "on {} of May", "the next {}", "within a {}",
    "by {}-end", "by the end of the {}", "half past {}", "four {}", "mid-{}", "{} of play", "{} after", "tea {}",
    "{} in the morning",
)  # fmt: skip


@pytest.mark.parametrize("around", AROUND)
def test_the_look_that_says_that_a_text_names_nothing_is_never_wrong(around: str) -> None:
    for word in (*WORDS, "decade", "thirtieth", "time"):
        text = plainly(around.format(word))
        assert list(moments_in(text)) == list(moments_said._moments(text))


@given(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join))
def test_nor_is_it_wrong_about_any_words(text: str) -> None:
    text = plainly(text)
    assert list(moments_in(text)) == list(moments_said._moments(text))
