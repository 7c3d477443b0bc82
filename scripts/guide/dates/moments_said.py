"""The weekdays, dates and times of day that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from guide.calendars import days
from guide.dates.numbers_said import TEXTS_KEPT
from guide.plain import plainly

_WEEKDAYS = r"mon(?:day)?|tues?(?:day)?|wed(?:nesday|s)?|thur(?:s(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_WHOLE_WEEKDAYS = r"monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_SHORT_WEEKDAYS = "mon|tues?|weds?|thurs?|fri|sat|sun"
_MONTHS = (
    # "may" is seldom the month: "what comes after day 7 may be late"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?-i:May|MAY)|may(?=,? (?:19|20)[0-9]{2})|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY, _YEAR = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?", r"(?:,? ?(?P<year>(?:19|20)[0-9]{2}))?"
_DATES = (
    re.compile(
        rf"\b(?:(?P<weekday>{_WEEKDAYS})\.?,? (?:the )?)?{_DAY}(?: of |[ -]?)(?P<month>{_MONTHS})(?![a-z])\.?-?{_YEAR}",
        re.I,
    ),
    re.compile(rf"\b(?:(?P<weekday>{_WEEKDAYS})\.?,? )?(?P<month>{_MONTHS})\.? {_DAY}\b(?!:){_YEAR}(?![0-9])", re.I),
    re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![\w/-])"),
    re.compile(r"(?<![\w/.-])(?P<day>[0-3]?[0-9])/(?P<month>[01]?[0-9])/(?P<year>(?:19|20)?[0-9]{2})(?![\w/-])"),
    re.compile(r"(?<![\w/.-])(?P<day>[0-3]?[0-9])([.-])(?P<month>[01]?[0-9])\2(?P<year>(?:19|20)[0-9]{2})(?![\w/-])"),
)
_PLACES = re.compile(
    r"\b(?:[0-9]+[a-z]?,? )?[A-Z][\w']*(?: [A-Z][\w']*)? (?:Street|Road|Lane|Avenue|Drive|Close|Court|House|Hospital"
    r"|Ward|School|Academy|Surgery|Agreement|Park|Square|Terrace)\b"
)
"""What is called after a month, a feast or a weekday: "3 May Street", "Easter House"."""
_LIKE_MOMENTS = re.compile(
    r"\b(?:day|days|form|forms|step|flowchart|section|page|part|question|version|year|level|grade|band|annex|appendix)"
    r" [0-9]+ (?=(?:march|may)\b(?! (?:19|20)[0-9]{2}))|\bmonday-to-friday\b|\b(?:today|tomorrow)'s\b|\ba tomorrow\b"
    r"|\b(?:noon|midday|midnight|lunchtime) (?:meal|feed|club|supervisor|mass|play)s?\b"
    r"|\b(?:same|next)[ -]day (?:nursery|nurseries|cent(?:re|er)s?|services?|care|surgery|units?|trips?)\b"
    r"|\bovernight (?:stay|care|carer|contact|placement|support|visit)s?\b"
    r"|(?:^|[.;:] )wed (?:in|to|at|or)\b"
    r"|\bmay [0-9]+ (?:people|children|partners|agencies|members|practitioners|professionals|siblings|of)\b",
    re.I,
)
"""What is like a moment and is none: "day 9 march past", "a Monday-to-Friday service", "midnight feeds"."""
_LIMIT = (
    r"(?:by|before|until|till|after|since|end of|than|during|in|from) (?:the )?"
    r"(?:(?:end|middle|start|beginning)(?: of)? |mid[ -]|late |early )?(?:the )?"
)
_FEASTS = (
    r"christmas|easter|good friday day|new year|whitsun|michaelmas|half[ -]term|pentecost|xmas"
    r"|spring|summer|autumn|winter|q[1-4]|(?:[a-z]+ )?bank holiday(?: monday)?"
)
_LATER_ORDINALS = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2}"
MomentKind = Literal["weekday", "date", "time", "relative"]
_OTHERS: tuple[tuple[MomentKind, re.Pattern[str]], ...] = (
    ("weekday", re.compile(
        rf"\b(?:{_WHOLE_WEEKDAYS})s?\b|\b(?:by|before|until|on|this|next) (?:{_SHORT_WEEKDAYS})\b"
        r"|\b(?-i:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri)\b(?-i:(?! [A-Z][a-z]))", re.I)),
    ("date", re.compile(rf"\b{_LIMIT}(?:{_MONTHS.replace('mar(?:ch)?', 'march')})\b", re.I)),
    ("date", re.compile(rf"\b{_LIMIT}(?:{_FEASTS})\b(?!-)", re.I)),
    ("date", re.compile(r"\b(?:by|before|until|till|after|from) (?:19|20)[0-9]{2}\b", re.I)),
    ("date", re.compile(
        r"\b(?:by|before|until|till|on|than) (?:the )?[0-3]?[0-9](?:st|nd|rd|th)\b(?! [a-z])"
        rf"|\b(?:by|before|until|till) the (?:{_LATER_ORDINALS})\b(?!-| [a-z])"
        rf"|\b(?:{_LATER_ORDINALS}) of (?:{_MONTHS})\b"
        r"|\b(?:by|before|until|till|than) [0-3]?[0-9]/[01]?[0-9](?![\w/])", re.I)),
    ("time", re.compile(r"\b[0-1]?[0-9](?:[:.][0-5][0-9])? ?[ap]\.?m\b|\b[0-2]?[0-9]:[0-5][0-9]\b", re.I)),
    ("time", re.compile(
        rf"\b(?:{_HOURS}) o'clock\b|\b(?:half|quarter) (?:past|to) (?:{_HOURS})\b|\bquarters? of an hour\b"
        rf"|\b(?:{_HOURS}) in the (?:morning|afternoon|evening)\b", re.I)),
    ("time", re.compile(r"\b(?:by|at|before|until) [0-2]?[0-9][.:]?[0-5][0-9](?: ?h(?:ou)?rs?)?\b(?!%)", re.I)),
    ("time", re.compile(r"\b(?:noon|midday|midnight|lunchtime|(?:close|end) of (?:business|play)|(?-i:COB|COP|EOD))\b"
        r"|\b(?:by|before|until) (?:the )?(?:morning|evening|teatime|tea time)\b", re.I)),
    ("relative", re.compile(
        r"\b(?:tomorrow|today|tonight|overnight|(?:the )?(?:same|next|following|previous)[ -](?:working |calendar )?day"
        r"|(?:the )?(?:next|following|same|coming) (?:week|month|year|fortnight|weekend|quarter|term)|mid-?week"
        r"|this (?:week|month|year|morning|afternoon|evening)|within (?:an?|one|two|the) (?:quarter|decade|term)"
        r"|(?:by|before|until|till|at) (?:the )?end of (?:the |this )?(?:\w+ )?(?:week|month|quarter|term|year)"
        r"|(?:by|before|until|till|at) (?:the )?(?:week|month|quarter|term|year)[ -]end"
        r"|within the (?:hour|day|week|fortnight|month|year)|(?:the )?day after (?:next|tomorrow)"
        r"|the day (?:after|before)|(?:by|before|until|over|after) (?:the |this |next )?weekend)\b", re.I)),
)  # fmt: skip
_MAY_NAME_ONE = re.compile(
    r"[0-9]|day|week|month|year|hour|night|noon|morning|evening|tomorrow|quarter|decade|\bterm\b|\bhalf\b|o'clock"
    rf"|\b(?:{_SHORT_WEEKDAYS}|thu)\b|\b(?:{_MONTHS.replace('mar(?:ch)?', 'march')})\b"
    r"|christmas|easter|whitsun|michaelmas|pentecost|xmas|spring|summer|autumn|winter|lunchtime|tea ?time"
    r"|business|\bplay\b|\bco[bp]\b|\beod\b|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|teenth|tieth", re.I,
)  # fmt: skip
"""What every text has that names one: of most texts, one look for it says that they name none."""
_MONTH_STARTS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Moment:
    """One weekday, date or time of day that a text names."""

    kind: MomentKind
    words: str
    weekday: str = ""
    """The weekday said beside a date, by its first three small letters."""
    day: int = 0
    month: int = 0
    year: int = 0
    """0 where the words name no year, or no date."""

    def falls_on(self, year: int) -> str | None:
        """The weekday of its date in a year, in full; None where that year has no such date."""
        try:
            return days.WEEKDAYS[days.weekday(days.from_ymd(year, self.month, self.day))]
        except days.DayError:
            return None


def moments_in(text: str) -> Iterator[Moment]:
    """Each weekday, date, time of day and "next day" in a text; a weekday beside its date is one with it.

    >>> [(one.kind, one.words) for one in moments_in("By Friday, or on Thursday 17 December 2026 at 5pm")]
    [('date', 'Thursday 17 December 2026'), ('weekday', 'Friday'), ('time', '5pm')]
    >>> list(moments_in("In the afternoon, as early as possible; it may be on working day 8"))
    []
    """
    return iter(_named_in(str(text)))


@lru_cache(TEXTS_KEPT)
def _named_in(text: str) -> tuple[Moment, ...]:
    text = plainly(text)
    return tuple(_moments(text)) if _MAY_NAME_ONE.search(text) else ()


def _moments(text: str) -> Iterator[Moment]:
    rest = _LIKE_MOMENTS.sub(" - ", _PLACES.sub(" - ", text))
    for pattern in _DATES:
        for match in pattern.finditer(rest):
            if moment := _date(match):
                yield moment
                rest = rest.replace(match[0], " " * len(match[0]), 1)
    for kind, pattern in _OTHERS:
        if named := [match[0].strip() for match in pattern.finditer(rest)]:
            yield from (Moment(kind, words) for words in named)
            rest = pattern.sub(lambda found: " " * len(found[0]), rest)


def _date(match: re.Match[str]) -> Moment | None:
    groups = match.groupdict()
    name, day, year = groups["month"].lower(), int(groups["day"]), int(groups["year"] or 0)
    month = int(name) if name.isdecimal() else _MONTH_STARTS.index(name[:3]) + 1
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    weekday = (groups.get("weekday") or "").lower()[:3]
    return Moment("date", match[0].strip(" .,"), weekday, day, month, year + 2000 if 0 < year < 100 else year)
