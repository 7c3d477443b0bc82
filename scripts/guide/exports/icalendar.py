"""A schedule as an iCalendar file (RFC 5545) that every calendar program takes, and that tells a passer-by nothing.

The browser writes the same bytes (`docs/assets/guide/tool/`), so the format is fixed here, line by line:

    BEGIN:VCALENDAR  VERSION:2.0  PRODID:-//procedure guide//dates//EN  CALSCALE:GREGORIAN  METHOD:PUBLISH
    NAME:Procedure dates  X-WR-CALNAME:Procedure dates
    then one VEVENT for each act with a date, in the order of the schedule:
    BEGIN:VEVENT
    UID:<token>-<FNV-1a, 32 bits, of the act's id in UTF-8, as 8 hexadecimal digits>
    DTSTAMP:<the day the guide came into force>T000000Z      never the clock: the same schedule gives the same file
    SEQUENCE:<sequence>
    DTSTART;VALUE=DATE:<the first day of the range, else the due day>
    DTEND;VALUE=DATE:<the day after the due day>             Exchange refuses an event with neither end nor duration
    SUMMARY:<when> · <what>                                  only <what> where there is no <when>
    DESCRIPTION:<sentences, see `_description`>
    STATUS:CONFIRMED, or TENTATIVE where the date rests on projected bank holidays, or on a day that is not known
    TRANSP:TRANSPARENT  CLASS:PRIVATE  END:VEVENT            and at the end of the file END:VCALENDAR

<when>: "Day 7", "Days 3 to 7", or "By day 5" for a limit, where the step is counted in working days and the date of
its procedure's day 0 is given; the number is that of the date itself, so a step that was planned anew has its new one.
Otherwise "Last day" for a limit, and nothing for a planned day.
<what>: who acts, by their short names, the codes of the forms of all its steps (or what a form without a code is called
for short), and "Flowchart 1 step 5", with " · " between them; "National rule" before the step of a duty that is one.
With full titles the title of the act's first step stands in place of all that, and the description says more: whoever
can see the calendar can read them, so that is for the reader to choose.
Text holds no backslash, comma, semicolon or control character: of four parsers two mangle the escapes they would need.
Lines end in CRLF and are folded at 75 octets, between characters.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Iterator, Sequence

from guide.calendars import DayError, days
from guide.dates import (
    Schedule,
    ScheduledAct,
    ScheduledStep,
    bound_words,
    last_open_day,
    numbers_days,
    projected_text,
    zero_of,
)
from guide.exports.table import remarks_on
from guide.model import Actors, Guide
from guide.wording import short_names_of

NAME = "Procedure dates"
LONGEST_LINE = 75


class NoDates(DayError):
    """The schedule has no date, and a calendar file without an event is not one."""

    code = "no-dates"


def calendar_file(
    guide: Guide,
    schedule: Schedule,
    token: str | None = None,
    sequence: int = 0,
    closures: Collection[int] = (),
    full_titles: bool = False,
) -> bytes:
    """The schedule's dates as the bytes of an `.ics` file, one all-day event an act. Raises `NoDates`.

    Give the token and a higher sequence to bring events up to date that were imported before; without a token two
    files never share an event, even for two cases received on one day. Closures are remarked on and move nothing.
    Without `full_titles` no word of a step's title or text is in the file.

    >>> from guide.dates import plan_of, schedule
    >>> from guide.reading import read_guide
    >>> guide = read_guide("procedures")
    >>> publication = {"publication": days.parse("2027-06-01")}
    >>> worked_out = schedule(plan_of(guide, "working-back"), guide.calendars["england-and-wales"], publication)
    >>> print(calendar_file(guide, worked_out, token="example").decode().splitlines()[11])
    DTSTART;VALUE=DATE:20270519
    """
    token = secrets.token_hex(16) if token is None else token
    if not re.fullmatch(r"[A-Za-z0-9-]{1,64}", token) or sequence < 0:
        raise ValueError("a token has 1 to 64 letters, digits and hyphens, and a sequence is not negative")
    if all(step.act.due is None for step in schedule.steps):
        raise NoDates("No step here has a date, so there is nothing to put into a calendar file.")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//procedure guide//dates//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"NAME:{NAME}", f"X-WR-CALNAME:{NAME}"]
    for steps in schedule.acts:
        lines += _event(guide, schedule, steps, token, sequence, closures, full_titles)
    return "".join(map(folded, [*lines, "END:VCALENDAR"])).encode("utf-8")


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, cut between characters, each with its CRLF."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    return "".join(f"{one}\r\n" for one in [*pieces, piece])


def on_one_line(text: str) -> str:
    """The text on one line, without any character that iCalendar would have us escape."""
    text = re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    text = re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text.replace("\\", "/"))
    return re.sub(r" ?[,;][,; ]*", " – ", text).strip(" –")


def _event(
    guide: Guide,
    schedule: Schedule,
    steps: Sequence[ScheduledStep],
    token: str,
    sequence: int,
    closures: Collection[int],
    full_titles: bool,
) -> Iterator[str]:
    act = steps[0].act
    if act.due is None:
        return
    first = act.due if act.opens is None else act.opens
    parts = (_when(guide, schedule, steps[0]), steps[0].step.title if full_titles else _what(guide, steps))
    yield "BEGIN:VEVENT"
    yield f"UID:{token}-{_fnv(act.act.id)}"
    yield f"DTSTAMP:{_digits(days.parse(guide.partnership.in_force_from))}T000000Z"
    yield f"SEQUENCE:{sequence}"
    yield f"DTSTART;VALUE=DATE:{_digits(first)}"
    yield f"DTEND;VALUE=DATE:{_digits(days.days_after(act.due, 1))}"
    yield f"SUMMARY:{on_one_line(' · '.join(part for part in parts if part))}"
    yield f"DESCRIPTION:{on_one_line(' '.join(_description(guide, schedule, steps, closures, full_titles)))}"
    yield f"STATUS:{'TENTATIVE' if act.tier == 'projected' or act.bound else 'CONFIRMED'}"
    yield from ("TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT")


def _when(guide: Guide, schedule: Schedule, step: ScheduledStep) -> str:
    act = step.act
    limit, zero = act.kind == "limit", _day_zero(guide, schedule, step.step.procedure)
    if act.due is None or act.rule is None or zero is None or act.rule.choose or act.rule.unit != "working days":
        return "Last day" if limit else ""
    last = schedule.calendar.count(zero, act.due)
    if last < 1 or act.rule.back:
        return "Last day" if limit else ""
    if act.opens is not None:
        return f"Days {schedule.calendar.count(zero, act.opens)} to {last}"
    return f"By day {last}" if limit else f"Day {last}"


def _day_zero(guide: Guide, schedule: Schedule, procedure: str) -> int | None:
    """The day before the procedure's working day one; None where its days have no numbers or no start."""
    home = guide.procedure[procedure]
    if home.clock is None or home.clock.from_ not in schedule.anchors or not numbers_days(guide, home):
        return None
    return zero_of(home.clock, schedule.anchors[home.clock.from_], schedule.calendar)


def _what(guide: Guide, steps: Sequence[ScheduledStep]) -> str:
    first = steps[0].step
    actors = Actors.together(step.step.actors.named for step in steps)
    forms = [guide.form[form] for form in dict.fromkeys(form for step in steps for form in step.step.forms)]
    names = [str(form.code or form.short) for form in forms if form.code or form.short]
    nation = ["National rule"] if first.cites else []
    place = f"Flowchart {guide.procedure[first.procedure].flowchart} step {first.number}"
    return " · ".join([*short_names_of(guide, actors), *names, *nation, place])


def _description(
    guide: Guide, schedule: Schedule, steps: Sequence[ScheduledStep], closures: Collection[int], full_titles: bool
) -> Iterator[str]:
    act, calendar = steps[0].act, schedule.calendar
    if act.rule is None or act.due is None:
        return
    for step in (one.step for one in steps):
        if step.cites:
            yield "A national rule and not of the approved procedure."
        yield f"Flowchart {guide.procedure[step.procedure].flowchart} step {step.number}."
    yield _kind(act.kind == "limit", act.opens is not None)
    if act.part:
        yield f"Time of day: {act.part}."
    yield from remarks_on(schedule, act) if full_titles else _without_titles(schedule, act)
    if act.due in closures:
        yield f"Office closed. The last open day before is {days.long(last_open_day(act.due, closures, calendar))}."
    if act.tier == "projected":
        yield projected_text(calendar)
    if calendar.listed:
        yield "Counted with a bank holiday added by the reader."
    through = f"Bank holidays published until {days.long(calendar.published_through)} (list {calendar.list_hash})"
    yield f"Guide version {guide.partnership.version}. {through}."


def _without_titles(schedule: Schedule, act: ScheduledAct) -> Iterator[str]:
    """What `remarks_on` says, without the words of any step or event."""
    if act.bound:
        yield bound_words(act.bound)
    yield from (one.plain_words for one in act.standing)
    if act.open:
        yield "Another limit is not known yet: see the guide."
    if act.conflicts:
        yield "Another date does not fit with this one: see the guide."
    yield from (f"This date moved from {days.long(one.before)}." for one in schedule.moved if one.act == act.act.id)


def _kind(limit: bool, ranging: bool) -> str:
    if ranging:
        return "No later than the last of these days." if limit else "On these days."
    return "No later than this day." if limit else "On this day."


def _fnv(text: str) -> str:
    """FNV-1a in 32 bits: enough to tell the steps of one guide apart, and short enough to write twice."""
    value = 0x811C9DC5
    for octet in text.encode("utf-8"):
        value = ((value ^ octet) * 0x01000193) & 0xFFFFFFFF
    return f"{value:08x}"


def _digits(day: int) -> str:
    return days.text(day).replace("-", "")
