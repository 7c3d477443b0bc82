"""The lengths of time and numbered days that a sentence says, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from guide.plain import plainly

TEXTS_KEPT = 16384
"""Of how many texts it is kept what they say: many checks ask it of each, and so does each change that is tried."""
NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_TENTHS = tuple(f"{ten[:-1]}ieth" for ten in _TENS)
_VALUES = {
    **{word: number for number, word in enumerate(NUMBER_WORDS)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{word: number for number, word in enumerate(_ORDINALS, 1)},
    **{word: 10 * number for number, word in enumerate(_TENTHS, 2)},
    "fourty": 40, "fivth": 5, "nineth": 9, "twelvth": 12, "a": 1, "an": 1, "another": 1,
    "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14,
    "xv": 15, "xvi": 16,
}  # fmt: skip


def _any(words: object) -> str:
    return "|".join(sorted(map(str, words), key=len, reverse=True))  # type: ignore[call-overload]


_UNITS_OF_TEN = _any(NUMBER_WORDS[1:10])
_SMALL = rf"(?:(?:{_any(_TENS)}|fourty)(?:[ -]?(?:{_UNITS_OF_TEN})\b)?|{_any(NUMBER_WORDS)})"
_HUNDREDS = rf"(?:(?:an?|{_UNITS_OF_TEN})[ -])?(?:hundred|thousand)(?:[ -](?:and[ -])?{_SMALL})?"
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?)(?: [0-9]+\u2044[0-9]+)?|[0-9]+[\u2044/][0-9]+"
_LITTLE = "of|the|to|or|and|an?|in|on|at|per|for|times?|every|each|this|that|these|those|which|is|are|it"
_NUMBER = rf"(?:(?:{_DIGITS}|{_HUNDREDS}|{_SMALL})(?: and a half)?|half an?|a half|half|(?:an? )?dozen|a couple of)"
_BARE = rf"(?:[0-9]+|{_HUNDREDS}|{_SMALL}|(?-i:X?(?:II|III|IV|VI|VII|VIII|IX)|X[IV]|XVI)\b)"
_TENTH = (
    rf"(?:(?:{_HUNDREDS} (?:and )?)?(?:(?:{_any(_TENS)})[ -](?:{_any(_ORDINALS[:9])})|{_any((*_ORDINALS, *_TENTHS))}"
    rf"|fivth|nineth|twelvth)|{_HUNDREDS}th)"
)
_ORDINAL = rf"(?:[0-9]+ ?(?:st|nd|rd|th)\b|{_TENTH}\b)"

_NTH = rf"(?:[0-9]+(?:st|nd|rd|th)|{_BARE})"

_KIND = (
    r"(?P<kind>(?:\(?(?:clear|working|work|calendar|whole|full|complete|further|more|additional|extra|other|consecutive"
    r"|successive|business|school|office|court|bank|straight|long|short|entire|solid)\)?(?: and | or |[ /-]))*)"
)
_UNIT = r"(?P<unit>weekday|workday|w/day|w/d|wd|day|week|fortnight|month|year|hour|minute|wk|hr|min|mth|yr)s?\b"
_KIND_AND_UNIT = re.sub(r"\?P<\w+>", "?:", _KIND + _UNIT)
_BETWEEN = (
    r"(?: ?(?:-{1,3}>?|/|&|\+|~|\||_|\.{2,3}|[\u2190-\u21ff\u27f0-\u27ff\u2053\u223c\u30fc]) ?"
    r"| (?:to|or|and|through|thru|till|until|(?:and )?up to|and/or) | to a maximum of )"
)
"""What stands between the first and the last of several: words, a hyphen, two or three dots, a tilde or an arrow."""
_LISTED = rf"(?:{_BETWEEN}|, ?(?:(?:and|or) )?)"
_TWICE = rf"(?: ?[(\[](?:{_BARE})[)\]])?"
_MONTH_NAMES = (
    "(?-i:January|February|March|April|May|June|July|August|September|October|November|December)"  # not "may"
)
_BEFORE = r"(?<![a-z0-9.\u2044-])(?<!flowchart )(?<!flowcharts )(?<!flow chart )(?<!section )(?<!regulation )"
_LENGTH = re.compile(
    rf"{_BEFORE}(?P<numbers>{_NUMBER}{_TWICE}(?:{_BETWEEN}{_NUMBER}{_TWICE})*)\+?(?: or so)?"
    rf"(?:[ -]?| of (?:the |these |those )?){_KIND}{_UNIT}"
    r"(?!-old|s?'? old\b|s? of age\b)", re.I,
)  # fmt: skip
_LOOSE = re.compile(
    rf"\b(?:within|in|after|than|least|most|next|last|only|up to) (?P<numbers>{_NUMBER})[ -]"
    rf"(?P<kind>(?!(?:{_LITTLE})\b)(?:[a-z][\w/-]*(?-i:(?<!s)) ){{0,2}})"
    r"(?P<unit>day|week|month|year|hour|night|evening|weekend|quarter)s\b(?! of\b)", re.I,
)  # fmt: skip
"""A length of a kind of time that nobody foresaw: "within three term-time days"."""
_ABBREVIATED = re.compile(
    rf"\b(?:within|in|after|than|least|most|next|by) (?P<numbers>{_DIGITS}) ?(?P<unit>d|h|w|mos?)\b", re.I
)
_ONE = re.compile(
    rf"(?<!half )\b(?P<numbers>an?|another) {_KIND}(?P<unit>week|fortnight|month|year|day|hour)\b(?!-)", re.I
)
_NUMBERED = re.compile(
    rf"\b(?P<kind>(?:(?:working|calendar|clear|business)[ -])*)(?P<unit>day|week|month)s?[ -]"
    rf"(?:no\.? |numbers? |[#(\[])?(?P<numbers>{_NTH}{_TWICE}(?:{_LISTED}{_NTH}{_TWICE})*)(?<=[\w)\]])"
    rf"(?![\w]|[.,][0-9]|[ -]{_KIND_AND_UNIT}| (?:{_MONTH_NAMES})\b)", re.I,
)  # fmt: skip
_ORDERED = re.compile(
    rf"\b(?P<numbers>{_ORDINAL}(?:{_LISTED}{_ORDINAL})*)"
    rf"(?:[ -]| of (?:the |these |those )?){_KIND}(?P<unit>day|week|month|year)s?\b", re.I,
)  # fmt: skip
_SHORT = re.compile(
    r"\b(?P<kind>[WwCc]?)[./]?(?:[Dd]|T(?= ?\+))\.?(?:(?<=[Ww][Dd]) |(?<=[Ww]/[Dd]) | ?\+ ?)?"
    rf"(?P<numbers>[0-9]{{1,3}}(?:{_BETWEEN}(?:[WwCc]/?[Dd] ?)?[0-9]{{1,3}})*)\b"
)
_MAY_SAY_ONE = re.compile(
    r"[0-9]|day|week|night|month|year|hour|minute|evening|quarter|w/d|(?:wd|wk|hr|min|mth|yr)s?\b", re.I
)
"""What every text has that says a length or a numbered day: a digit, or a unit."""
_NUMBERS = re.compile(rf"{_ORDINAL}|{_NUMBER}|{_BARE}|an?\b|another", re.I)
_CHILD = r"(?:child|children|bab(?:y|ies)|infant|boy|girl|brother|sister|sibling|son|daughter)s?"
_AGED = re.compile(
    rf"\b(?:aged|ages?|born at|{_CHILD} (?:of|under|over|above|below|up to|(?:young|old)er than)) $", re.I
)
_OFTEN = re.compile(
    r"(?:once|twice|thrice|(?:times?|days?|hours?|weeks?|months?|sessions?|visits?|evenings?|mornings?)"
    r"(?: of [a-z]+)?) $",
    re.I,
)
_LIMITS = re.compile(r"\b(?:within|in|after|for|than|least|most|by|only|next|last|previous) $", re.I)
_COUNTS_ON = re.compile(
    r" (?:later|earlier|before|after|from|following|ahead|in advance|beforehand|to (?:answer|respond|reply|return))"
    r"|'s? notice",
    re.I,
)
_NO_LIMIT = (
    r"call|helpline|line|service|cover|care|carer|support|shift|rota|visit|session|course|training|workshop|class|event"
    r"|seminar|conference|observation|interview|appointment|scan|break|stay|trip|walk|drive|journey"
    r"|nursery|placement|programme|project|strategy|sentence|working|week|calling|plan|check"
)
_DESCRIBING = re.compile(rf"[ -](?:{_NO_LIMIT})(?:s|es)?\b(?! (?:period|limit|deadline|window))", re.I)
"""What a length describes where it is no limit: "a 24-hour helpline", "a two-hour visit", "a 12-week scan"."""
_PAST = re.compile(r" (?:ago|pregnant|into the pregnancy)\b", re.I)
_SPENT = re.compile(
    r"(?:'s?| of) (?:(?:paid|unpaid|annual|sick|maternity|paternity|parental) )?(?:leave|sleep|experience|training"
    r"|supervision|teaching|play|contact|imprisonment|pregnancy|gestation)\b"
    r"| (?:a|per|each|every) (?:day|week|month|term|year)\b| at a time\b",
    re.I,
)
"""What follows a length that is a rate or is spent on something: "24 hours a day", "six weeks' leave"."""
_FROM_THEN = re.compile(r"\b(?:within|in|after|by|than|next)(?: an?| the)? $", re.I)
_LASTED = re.compile(
    r"\b(?:every|sentence of|(?:lived|married|worked|homeless|unwell|ill)\b[^.;,]{0,30} for(?: the (?:last|past))?) $",
    re.I,
)
_ALWAYS_OPEN = re.compile(r"\b(?:open|available|staffed|on call|on duty) $", re.I)
_ONCE = re.compile(r",? (?:an?|the|he|she|they|it|we|you|somebody|someone|when|may|might|will|can|could)\b", re.I)
_DESCRIBES = re.compile(r" (?:in which|that|with|when|where|of)\b", re.I)

SaidUnit = Literal["day", "week", "month", "year", "hour", "minute", "other"]
DayKind = Literal["", "working", "calendar"]
_FULL_NAMES: dict[str, tuple[SaidUnit, float]] = {
    **dict.fromkeys(("weekday", "workday", "w/day", "w/d", "wd", "d", "day"), ("day", 1)),
    **dict.fromkeys(("w", "wk", "week"), ("week", 1)), "fortnight": ("week", 2),
    **dict.fromkeys(("mo", "mos", "mth", "month"), ("month", 1)), **dict.fromkeys(("yr", "year"), ("year", 1)),
    **dict.fromkeys(("h", "hr", "hour"), ("hour", 1)), **dict.fromkeys(("min", "minute"), ("minute", 1)),
    **dict.fromkeys(("night", "evening", "weekend", "quarter"), ("other", 1)),
}  # fmt: skip


@dataclass(frozen=True)
class Saying:
    """One number of days, weeks, months, years or hours that a text says."""

    number: float
    unit: SaidUnit
    days: DayKind = ""
    """Which days, where the words say it."""
    numbered: bool = False
    """It names a day of a count, as in "day nine" and "the ninth day", and no length."""
    words: str = ""
    """The words that say it, plain."""
    later: bool = False
    """The difference between two dates, as in "one day later"."""

    @property
    def said(self) -> tuple[float, str]:
        """The number and its unit alone."""
        return self.number, self.unit


def sayings_in(text: str) -> Iterator[Saying]:
    """Each number of days, weeks, months, years or hours in a text, in whatever letters it is written.

    >>> [one.said for one in sayings_in("Within five working days, or in twenty-five weeks; a fortnight at most")]
    [(5, 'day'), (25, 'week'), (2, 'week')]
    >>> [(one.number, one.numbered) for one in sayings_in("On days 3 to 7, and the ninth working day")]
    [(3, True), (7, True), (9, True)]
    >>> list(sayings_in("a child of two years of age, once a week, and the three safeguarding partners"))
    []
    """
    return iter(_said_in(str(text)))


@lru_cache(TEXTS_KEPT)
def _said_in(text: str) -> tuple[Saying, ...]:
    text = plainly(text)
    return _all_said_in(text) if _MAY_SAY_ONE.search(text) else ()


def _all_said_in(text: str) -> tuple[Saying, ...]:
    lengths = list(_LENGTH.finditer(text))
    begun = {match.start("numbers") for match in lengths}
    lengths += [match for match in _LOOSE.finditer(text) if match.start("numbers") not in begun]
    found = [(match, False) for match in lengths if not _counts_no_time(text, match)]
    found += [(match, False) for match in _ABBREVIATED.finditer(text)]
    found += [(match, False) for match in _ONE.finditer(text) if _is_length(text, match)]
    found += [(match, True) for match in _ORDERED.finditer(text) if not _is_no_date(text, match)]
    found += [(match, True) for pattern in (_NUMBERED, _SHORT) for match in pattern.finditer(text)]
    found.sort(key=lambda one: (one[0].start(), one[0].end()))
    return tuple(saying for match, numbered in found for saying in _sayings(text, match, numbered))


def _sayings(text: str, match: re.Match[str], numbered: bool) -> Iterator[Saying]:
    groups = match.groupdict()
    name, kind = (groups.get("unit") or "day").lower(), (groups.get("kind") or "").lower()
    unit, times = _FULL_NAMES[name]
    days: DayKind = "calendar" if "calendar" in kind or kind == "c" else ""
    if (
        name in ("weekday", "workday", "w/day", "w/d", "wd")
        or kind == "w"
        or re.search(r"work|business|school|office|court|bank", kind)
    ):
        days = "working"
    later = re.match(r" (?:too )?(?:later?|early|earlier|longer|shorter)\b", text[match.end() :], re.I) is not None
    for number in _NUMBERS.finditer(match["numbers"]):
        yield Saying(value_of(number[0]) * times, unit, days, numbered, match[0].strip(), later)


def _counts_no_time(text: str, match: re.Match[str]) -> bool:
    """Whether it is an age, how often or how long something lasts: "a girl of 3 years", "every six weeks", "a 24-hour
    helpline", "two years ago", "one day she asked"."""
    before, after = text[: match.start("numbers")], text[match.end() :]
    if _AGED.search(before) or _LASTED.search(before) or _PAST.match(after):
        return True
    if re.fullmatch(r"24.hours", match[0], re.I) and _ALWAYS_OPEN.search(before):
        return True
    if match[0].lower() == "one day" and re.search(r"(?:^|[.;:] )$", before) and _ONCE.match(after):
        return True
    if _FROM_THEN.search(before):
        return False
    again = re.match(rf" by {match['unit']}\b", after, re.I)
    return bool(again or _SPENT.match(after) or (_is_adjective(match) and _DESCRIBING.match(after)))


def _is_no_date(text: str, match: re.Match[str]) -> bool:
    """Whether an ordinal says how often or describes: "every second week", "first-day calling"."""
    often = re.search(r"\bevery $", text[: match.start()], re.I)
    return bool(often or ("-" in match[0] and _DESCRIBING.match(text[match.end() :])))


def _is_adjective(match: re.Match[str]) -> bool:
    """Whether it can stand before what it describes: "two-hour", and "two hour", but never "one week"."""
    words = match[0].lower()
    return not words.endswith("s") and ("-" in words or not re.match(r"(?:an?|one|1|another)\b", words))


def _is_length(text: str, match: re.Match[str]) -> bool:
    """Whether "a week" is a length, and not how often ("once a week") or which ("a week that has a bank holiday")."""
    before, after = text[: match.start()], text[match.end() :]
    which = (
        _DESCRIBES.match(after) is not None and re.search(r"\b(?:in|on|during|of|to|is) $", before, re.I) is not None
    )
    if which or _OFTEN.search(before) or _counts_no_time(text, match):
        return False
    if match["unit"].lower() not in ("day", "hour") or match["numbers"].lower() == "another":
        return True
    return bool(_LIMITS.search(before) or _COUNTS_ON.match(after)) and not _DESCRIBES.match(after)


def value_of(words: str) -> float:
    """The number that words, digits or an ordinal say.

    >>> [value_of(words) for words in ("one hundred and twenty", "forty-two", "21st", "two and a half", "1,000")]
    [120, 42, 21, 2.5, 1000]
    """
    words = words.lower()
    if "half" in words:
        rest = words.replace("and a half", "").strip()
        return 0.5 if "half" in rest else value_of(rest) + 0.5
    if "dozen" in words or "couple" in words:
        return 12 if "dozen" in words else 2
    if digits := re.match(r"[0-9]", words):
        return _digits(words) if digits else 0
    total = 0
    for word in re.findall(r"[a-z]+", _apart(words)):
        times = {"hundred": 100, "hundredth": 100, "thousand": 1000, "thousandth": 1000}.get(word)
        total = max(total, 1) * times if times else total + _VALUES.get(word, 0)
    return total


def _apart(words: str) -> str:
    """`twentyfive` as `twenty five`, so that each word has its value."""
    return re.sub(rf"({_any(_TENS)})(?=[a-z])", r"\1 ", words)


def _digits(words: str) -> float:
    total = 0.0
    for part in re.sub(r"(?:st|nd|rd|th)$", "", words.replace(",", "")).split():
        over, _, under = part.replace("\u2044", "/").partition("/")
        total += float(over) / float(under) if under and float(under) else float(over)
    return int(total) if total == int(total) else total
