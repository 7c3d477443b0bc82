"""Faults in the boards: in what numbers their days, in their templates, in what is printed of them."""

from __future__ import annotations

from surface_faults.fault import Fault

SCALE, BOARD, BOARDS, DAY_ONE = (f"scripts/guide/dates/{name}.py" for name in ("scale", "board", "boards", "day_one"))
TEMPLATES, PRINT = "scripts/guide/pages/templates", "scripts/guide/print"
STRIPS, PARTS = f"{TEMPLATES}/_boards.jinja", f"{TEMPLATES}/_parts.jinja"
DAYS, BY_HAND, ENTRIES = (f"{PRINT}/{name}.py" for name in ("days", "by_hand", "entries"))
PROCEDURE, PAGE = f"{TEMPLATES}/procedure.md.jinja", "scripts/guide/pages/procedure_page.py"
FILL_IN, TABLES, BOXES, POSTER = (f"{PRINT}/typst/{name}.typ" for name in ("fill-in", "tables", "boxes", "poster"))


def all_of(fact: str, *but: str) -> str:
    """A fact of every board, as claims."""
    names = ("days at a glance", "board", "your days", "book days", "pack days", "fill-in")
    return "; ".join(f"{name}: {fact}" for name in names if name not in but)


PAPER = ("book days", "pack days", "fill-in")
SAYS_BESIDE = "; poster: rules of the act; by when: rules of the act; book: rules of the act; pack: rules of the act; "
SAYS_BESIDE += "procedure: rules of the act in the list, rules of the act on the card"

NUMBERS: tuple[Fault, ...] = (
    Fault("every board is a day too high", SCALE, "known.count(zero_of(clock, start, known), day)", "known.count(zero_of(clock, start, known), day) + 1", "days at a glance: day; board: days; your days: day; fill-in: day; "
          "book days: act on its day, days of the boards; pack days: act on its day, days of the boards"),
    Fault("a day from another event has a number", SCALE, "return rule.start == clock.from_ and rule.unit", "return rule.unit", "days at a glance: day"),
    Fault("the day itself is never day 1", SCALE, "begins - 1 if clock.begins_with_the_day else begins", "begins", "days at a glance: day; board: days; fill-in: day"),
    Fault("what comes on a closed day is numbered from that day", SCALE, "begins = calendar.following(start) if clock.is_deemed else start", "begins = start - 1", all_of("on a closed day")),
    Fault("clear days are like others on a board", SCALE, "last = number_of(counted.due, MONDAY, clock)", "last = number_of(counted.due - rule.clear, MONDAY, clock)", "days at a glance: day; board: days"),
    Fault("that a closed day gives another number is unsaid", SCALE, "        if self.from_closed is None:\n", "        if True:\n", all_of("on a closed day")),
    Fault("whose rule it is is always the flowchart's", SCALE, 'name = self.rule.authority if self.is_national else f"flowchart', 'name = f"flowchart', all_of("whose rule", "fill-in") + "; " + all_of("authority", "fill-in")),
    Fault("a planned day beside is an allowance", SCALE, 'return f"{self.whose} plans {self.days}', 'return f"{self.whose} allows until {self.days}', "days at a glance: rules beside; board: rules beside"),
    Fault("a limit of another flowchart is planned", SCALE, "return f\"by day {self.last}\" if limit else said", "return said", SAYS_BESIDE[2:]),
    Fault("what is stated twice is stated once", SCALE, "return (_numbered(again_said, replace(rule, kind=one.rule.kind), clock), said)", "return (said,)", "days at a glance: one entry an act; procedure: limits"),
    Fault("a limit is called planned on every board", BOARD, '        return self.governs.kind\n', '        return "planned"\n', "days at a glance: limit or planned; board: limit or planned; your days: limit or planned; fill-in: limit or planned"),
    Fault("a limit has the words of a planned day", BOARD, 'return f"By day {last}" if first == last', 'return f"Day {last}" if first == last', "days at a glance: limit or planned; your days: limit or planned; "
          "book days: act on its day, days of the boards; pack days: act on its day, days of the boards"),
    Fault("a range begins on the day it ends", BOARD, "        if first <= number <= last:\n", "        if number == last:\n", "board: days"),
    Fault("the day of the event is left out", BOARD, "range(start, self.last + 1)", "range(start + 1, self.last + 1)", "board: day of the event"),
    Fault("the acts of a role are those it receives", BOARD, "if not {*act.who, *act.helpers}.isdisjoint(actors)", "if not {*act.to}.isdisjoint(actors)", "your days: one entry an act, acts of an event"),
    Fault("the last rule of a group is left out", BOARDS, "elsewhere = [rule for rule in rules if rule.last is None]", "elsewhere = [rule for rule in rules if rule.last is None][1:]", all_of("acts of an event") + "; " + all_of("events", *PAPER)),
    Fault("a clock's anchor is every event", BOARDS, "return f\"{'Before' if rule.back else 'From'} ", 'return f"{\'From\'} ', all_of("events")),
    Fault("day 1 is day 0", DAY_ONE, 'return f"Day 0 is {day}. Day 1 is the next working day."', 'return f"Day 1 is {day}."', all_of("counting") + "; poster: counting; procedure: counting"),
    Fault("what has no number in its flowchart is unsaid", BOARDS, "untimed=tuple(_untimed(guide, one) for one in members if one.rule is None)", "untimed=()", all_of("without a number")),
    Fault("an act has one actor on a board", BOARDS, "        by=_by(guide, members),\n", "        by=_by(guide, members)[:9],\n", "board: who and to; days at a glance: who of an event; your days: who of an event; board: who and to, who of an event"),
    Fault("a form of the second step is lost", BOARDS, "forms=_once(one.forms for one in members)", "forms=_once(one.forms for one in members[:1])", "board: forms; fill-in: forms"),
    Fault("whom the second step tells is lost", BOARDS, "to=Actors.together(one.to for one in members)", "to=Actors.together(one.to for one in members[:1])", "board: who and to"),
    Fault("the rules of the other steps are lost", BOARDS, "        rules=tuple(rules),\n", "        rules=tuple(rules[:1]),\n", all_of("rules beside")),
    Fault("the last rule governs", BOARDS, "return (*numbered, *readings, *elsewhere)", "return (*numbered[::-1], *readings, *elsewhere)", "days at a glance: day; board: days"),
    Fault("an act has the rules of one journey", BOARDS, "rules = dict.fromkeys(rule for act in found for rule in act.rules)", "rules = dict.fromkeys(rule for act in found[-1:] for rule in act.rules)", "days at a glance: acts of an event; by when: rules of the act"),
)  # fmt: skip

PAGES: tuple[Fault, ...] = (
    Fault("a title on a board is cut", STRIPS, ">{{ act.title }}</a>", ">{{ act.title[:9] }}</a>", "days at a glance: title; your days: title; board: title"),
    Fault("an act of a strip is split in two", STRIPS, "{% for act in cell.acts %}<div>", "{% for act in cell.acts + cell.acts %}<div>", "days at a glance: one entry an act; your days: one entry an act"),
    Fault("of what shares a day one is shown", STRIPS, "{% for act in cell.acts %}<div>", "{% for act in cell.acts[:1] %}<div>", "days at a glance: one entry an act; your days: one entry an act"),
    Fault("a time of day is not on the strip", STRIPS, "{{ card(act, root) }}{{ act.governs.rule.part | part_of_day }}", "{{ card(act, root) }}", "days at a glance: time of day; your days: time of day"),
    Fault("the nation is not named on the strip", STRIPS, '{{ " (" ~ act.governs.whose ~ ")" if act.governs.names_whose }}{{ acting(act) }}', "{{ acting(act) }}", "days at a glance: authority; your days: authority"),
    Fault("a strip does not say how days are counted", STRIPS, "<p>{{ board.counting }}</p>", "<p>{{ board.title }}</p>", "days at a glance: counting; your days: counting"),
    Fault("what only the nation asks for is a step", BOARD, 'return "" if self.entry == self.governs.step else', 'return "" if self.entry else', "days at a glance: what is asked; book days: acts of an event"),
    Fault("a limit from another event is planned", STRIPS, '"A limit" if rule.kind == "limit" else "A planned day"', '"A planned day"', "days at a glance: rule of an event; board: rule of an event; your days: rule of an event"),
    Fault("an event's group is left out", STRIPS, "{% for group in board.groups %}", "{% for group in board.groups[1:] %}", "days at a glance: events; board: events; your days: events"),
    Fault("a rule from another event has no authority", STRIPS, "{{ rule.rule.part | part_of_day }} ({{ whose }})", "{{ rule.rule.part | part_of_day }} (-)", "days at a glance: whose rule; board: whose rule; your days: whose rule"),
    Fault("who acts is who is told, in a group", STRIPS, "Who: {{ act.by }}", "Who: {{ names_of(act.to or act.who) | listed }}", "days at a glance: who of an event; board: who of an event, who and to"),
    Fault("two dates and no word which to work to", STRIPS, "{% if act.advice %}", "{% if false %}", "days at a glance: rules beside; board: rules beside; your days: rules beside"),
    Fault("the date to work to is not on the card", PARTS, "{% if earlier_date(step.id) %}\n<p>", "{% if false %}\n<p>", "procedure: which date to work to"),
    Fault("a role is not told which date to work to", PARTS, '{% if earlier_date(step.id) %}<span', '{% if false %}<span', "by when: rules of the act"),
    Fault("the later date is the one to work to", BOARDS, "return other.last != limit.last if", "return other.last == limit.last if", "procedure: which date to work to"),
    Fault("a board drops condition and should", SCALE, 'terms = _terms(guide, planned, one)', 'terms = ""', "days at a glance: terms; board: terms, what is asked; your days: terms; pack days: terms; book days: terms"),
    Fault("who acts in which flowchart is not told apart", BOARDS, "return \"; \".join(dict.fromkeys(said))", "return listed(list(dict.fromkeys(names)))", "days at a glance: who of a day; board: who and to"),
    Fault("a printed group has the title for the rule", TABLES, "due-mark(row.kind, row.words)", "due-mark(row.kind, row.act.title)", "book days: rule of an event; pack days: rule of an event"),
    Fault("that who acts is the guide's reading is not told on a board", BOARDS, "return f\"{names[0]}{marks[0] if all(marks) else ''}\"", "return names[0]", "days at a glance: who of a day; board: who and to"),
    Fault("that day 1 is the guide's reading is told nowhere", DAY_ONE, 'counted_said(guide, str(clock.reading or ""))', '""', "days at a glance: counting; procedure: counting"),
    Fault("which of two statements holds is told nowhere", BOARDS, "told = [_held(guide, one) for one in twice]", "told = list[str]()", "procedure: which date to work to, limits; days at a glance: rules beside"),
    Fault("the days of day by day are off by one", STRIPS, "<h3>Day {{ day.number }}</h3>", "<h3>Day {{ day.number + 1 }}</h3>", "board: day"),
    Fault("a limit is on its day, day by day", STRIPS, '"limit": "No later than this day"', '"limit": "On this day"', "board: limit or planned"),
    Fault("a time of day is lost, day by day", STRIPS, '"limit") %}{{ act.governs.rule.part | part_of_day }}', '"limit") %}', "board: time of day"),
    Fault("the nation is not named, day by day", STRIPS, '{{ " (" ~ act.governs.whose ~ ")" if act.governs.names_whose }}{% endif %}', "{% endif %}", "board: authority"),
    Fault("day 0 has no name", STRIPS, "<p>{{ board.day_zero }}.</p>", "<p>-</p>", "board: day of the event"),
    Fault("day by day does not say how days are counted", STRIPS, "<p>{{ board.counting }}{{", "<p>{{ board.title }}{{", "board: counting"),
    Fault("who acts on a day of a strip is who is told", STRIPS, "Who: </span>{{ act.by }}", "Who: </span>{{ names_of(act.to or act.who) | listed }}", "days at a glance: who of a day; your days: who of a day"),
    Fault("who helps on a day of a strip acts", STRIPS, '{{ ", with " ~ names_of(act.helpers) | listed if act.helpers }}{{ stop }}</span>\n{%- endmacro %}\n{% macro strip', "{{ stop }}</span>\n{%- endmacro %}\n{% macro strip", "days at a glance: who of a day; your days: who of a day"),
    Fault("what the nation asks of an act is what the act does", STRIPS, "({{ whose }}){{ rule.asking or \".\" }}</span>", "({{ whose }}).</span>", "days at a glance: what is asked; board: what is asked; your days: what is asked"),
    Fault("whoever asks for something else asks for the same", BOARD, "found.setdefault((one.rule.words, one.kind, one.asked), [])", 'found.setdefault((one.rule.words, one.kind, ""), [])', "days at a glance: what is asked; board: what is asked"),
    Fault("what the nation asks is said of nothing", SCALE, "asks = next(", "asks = \"\" and next(", "days at a glance: what is asked, rules beside; by when: national rule"),
    Fault("an earlier day stands behind the later", BOARDS, "rule.last < min(days))", "rule.last > min(days))", "by when: earlier day first"),
    Fault("what the act's other steps say is not on the card", PARTS, '<span class="kind-{{ rule.kind }}">{{ rule.beside if rule.is_national else rule.when }}{{ rule.asking or "." }}</span>', '<span class="kind-{{ rule.kind }}">{{ rule.title }}</span>', "procedure: rules of the act on the card"),
    Fault("a limit of the same act is planned on the card", PARTS, '{{ "This is a limit" if rule.kind == "limit" else "This day is planned" }}, shown', "This day is planned, shown", "procedure: rules of the act on the card"),
    Fault("what the act's other steps say is not in the list", PROCEDURE, "{% for rule in sooner %}{{ when(rule.beside) }}{% endfor %}", "", "procedure: rules of the act in the list"),
    Fault("a role is not told what other steps say", PARTS, '{% for rule in beside_of(step.id) if rule not in earlier_of(step.id) %}<span class="rule">{{ rule.beside | first_up }}{{ rule.asking or stop }}</span>{% endfor %}', "", "by when: rules of the act"),
    Fault("a role is not told the national rule", PARTS, '<span class="rule">National rule: {{ rule.beside }}{{ rule.asking or stop }}</span>', "", "by when: national rule"),
    Fault("a limit of another step is not in the summary", PAGE, "limits = [rule for rule in rules if rule.kind == \"limit\"]", "limits = [rule for rule in rules if rule.kind == \"limit\" and rule.step == step.id]", "procedure: limits"),
    Fault("the planned days beside a limit are not in the summary", PAGE, "(*(_limit(step, rule, len(rules) > 1) for rule in limits), *plans)", "(*(_limit(step, rule, len(rules) > 1) for rule in limits),)", "procedure: limits"),
)  # fmt: skip

ON_PAPER: tuple[Fault, ...] = (
    Fault("a printed board lacks the time of day", DAYS, "said = part_of_day(governs.rule.part) + (", "said = (", "book days: time of day; pack days: time of day"),
    Fault("a printed board does not name the nation", DAYS, 'f" ({governs.whose})" if governs.names_whose else ""', '""', "book days: authority; pack days: authority"),
    Fault("a printed board says no closed day", DAYS, "        yield first_up(act.governs.on_closed)\n", "        yield act.title\n", "book days: on a closed day; pack days: on a closed day; fill-in: on a closed day"),
    Fault("a printed board says no other rule", DAYS, "    for rule in act.beside:\n", "    for rule in act.beside[1:]:\n", "book days: rules beside; pack days: rules beside; fill-in: rules beside"),
    Fault("a printed board does not say what has no number", DAYS, "    yield from map(first_up, act.untimed)\n", "", "book days: without a number; pack days: without a number; fill-in: without a number"),
    Fault("a printed group has one rule an act", DAYS, "        for rule, whose in act.told:\n", "        for rule, whose in act.told[1:]:\n", "book days: acts of an event; pack days: acts of an event"),
    Fault("the days of the book have no counting", TABLES, '  if board.counting != "" [#board.counting]\n', "", "book days: counting; pack days: counting"),
    Fault("a printed board has one act a day", TABLES, "cell.acts.map(act-lines)", "cell.acts.slice(0, 1).map(act-lines)", "book days: act on its day; pack days: act on its day"),
    Fault("a printed day is another", TABLES, "due-mark(cell.kind, cell.label)", "due-mark(cell.kind, cell.kind)", "book days: days of the boards, act on its day; pack days: days of the boards"),
    Fault("the blank timeline is a day off", BY_HAND, "number=day.number,", "number=day.number + 1,", "fill-in: day"),
    Fault("the blank timeline has one ladder", BY_HAND, "for board in boards if board.acts)", "for board in boards[1:] if board.acts)", "fill-in: one ladder a clock"),
    Fault("the blank timeline calls no day a limit", FILL_IN, "  if told { limit-mark(one.act.kind) }\n", "", "fill-in: limit or planned"),
    Fault("the blank timeline does not say how days are counted", FILL_IN, "    [#ladder.counting Count working", "    [Count working", "fill-in: counting"),
    Fault("the blank timeline has no forms", FILL_IN, ". #listed(one.act.who)#forms-of(one.act.forms)", ". #listed(one.act.who)", "fill-in: forms"),
    Fault("the blank timeline names the wrong actor", FILL_IN, ". #listed(one.act.who)", ". #listed(one.act.to)", "fill-in: title and who"),
    Fault("the blank timeline has no rule from another event", FILL_IN, "limit-mark(row.kind); row.short }", "limit-mark(row.kind); row.kind }", "fill-in: rule of an event"),
    Fault("the blank timeline names no event", FILL_IN, "{ strong(row.event); linebreak(); limit-mark", "{ linebreak(); limit-mark", "fill-in: events"),
    Fault("a printed row does not say what other steps say", TABLES, "[Limit] else [Planned] for the same act:* #other.words.])", "[Limit] else [Planned] for the same act.*])", "book: rules of the act; pack: rules of the act"),
    Fault("a poster does not say what other flowcharts say", BOXES, "upper-first(other.words)))\n}", "upper-first(other.kind)))\n}", "poster: rules of the act"),
    Fault("a printed limit of the act is planned", TABLES, '#if other.kind == "limit" [Limit] else [Planned] for the same act', "Planned for the same act", "book: rules of the act; pack: rules of the act"),
)  # fmt: skip

DATES: tuple[Fault, ...] = (
    Fault("the blank timeline has no room for the nation's date", FILL_IN, "  for line in one.lines { line-of(line) }\n", "", "fill-in: dates from elsewhere, the earlier"),
    Fault("another reading on the blank timeline is a rule", BY_HAND, '        how = "reading"\n', '        how = "rule"\n', "fill-in: dates from elsewhere"),
    Fault("a day that is stated twice governs on the blank timeline", BY_HAND, '        how = "instead"\n', '        how = "rule"\n', "fill-in: dates from elsewhere, the earlier"),
    Fault("the start of another reading has no room on the blank timeline", FILL_IN, "if line.is_asked {", "if true {", "fill-in: dates from elsewhere"),
    Fault("the blank timeline has no room for the earlier date", FILL_IN, "  if one.is_earlier {", "  if false {", "fill-in: the earlier"),
    Fault("a planned day of another reading governs on the blank timeline", BY_HAND, '(line.how == "reading" and line.kind == "limit")', '(line.how == "reading")', "fill-in: the earlier"),
    Fault("the blank timeline drops an act that has two rules from elsewhere", BY_HAND, "    for stood in found.values():\n", "    for stood in list(found.values())[1:]:\n", "fill-in: acts of an event"),
)  # fmt: skip

FAULTS: tuple[Fault, ...] = (*NUMBERS, *PAGES, *ON_PAPER, *DATES)
