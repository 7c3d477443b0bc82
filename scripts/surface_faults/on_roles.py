"""Faults in the pages and packs of roles: in what falls to them, what comes to them, whom they wait for."""

from __future__ import annotations

from surface_faults.fault import Fault

TEMPLATES, PRINT = "scripts/guide/pages/templates", "scripts/guide/print"
ROLE, ROLES = f"{TEMPLATES}/role.md.jinja", f"{TEMPLATES}/_roles.jinja"
FACTS, VALUES = "scripts/guide/pages/page_facts.py", "scripts/guide/pages/role_facts.py"
WAITS, TURNS = "scripts/guide/pages/waits.py", "scripts/guide/pages/turns.py"
PACKS, ROWS = f"{PRINT}/packs.py", f"{PRINT}/role_rows.py"
PACK, ON_PAPER = f"{PRINT}/typst/pack.typ", f"{PRINT}/typst/roles.typ"

OWED: tuple[Fault, ...] = (
    Fault("a role lacks its first steps", FACTS, "            does.append(use)", "            does.append(use) if does else does.extend([use][1:])", "role: steps it does; pack: steps"),
    Fault("what a role helps with comes to it", FACTS, "            helps.append(use)", "            receives.append(use)", "role: steps it helps, steps it receives; pack: steps it helps, what comes"),
    Fault("what comes to a role is lost", FACTS, "            receives.append(use)\n    return", "            pass\n    return", "role: steps it receives; pack: what comes"),
    Fault("a body does not learn who acts on its behalf", ROLE, "{% if represented %}", "{% if false %}", "role: represented"),
    Fault("a role is told the number of the next step", ROLES, '{{ "step " ~ numbers[use.entry.entry_id] if', '{{ "step " ~ (numbers[use.entry.entry_id] + 1) if', "role: number"),
    Fault("the title in a role's table is cut", ROLES, "<strong>{{ entry.title }}</strong>", "<strong>{{ entry.title[:20] }}</strong>", "role: title"),
    Fault("a role is not told what to do", ROLES, "<br>{{ entry.words if", "<br>{{ entry.title if", "role: what"),
    Fault("a role is told what others have to do", ROLES, "What the step says to them: “{{ use.entry.words }}”", "{{ use.entry.words }}", "role: what"),
    Fault("what others have to do is not said in a pack", ON_PAPER, "    detail[What the step says to them: “#entry.says”]\n", "", "pack: steps it helps"),
    Fault("a “may” is dropped on a role's page", ROLES, '{% if entry.kind == "step" and (entry.may or entry.should) %}', '{% if entry.kind == "step" and entry.should %}', "role: what"),
    Fault("a role is not told on which answer its turn comes", ROLES, "{% for words in turns_of(entry.entry_id) %}<br>{{ words }}{% endfor %}", "", "role: what"),
    Fault("an outcome gives nobody a turn", TURNS, "elif isinstance(source, Outcome):", "elif False:", "role: what"),
    Fault("a reading of the layout is the document's", TURNS, "    if not route.inferred:", "    if True:", "role: what"),
    Fault("who decides is not told what waits for an answer", ROLES, "{% for words in answers_due(entry.entry_id) %}", "{% for words in [] %}", "by when: what waits for an answer"),
    Fault("what waits for an answer has no national rule", TURNS, "for one in national_of(guide, str(then.id)))", "for one in ())", "by when: what waits for an answer"),
    Fault("a duty that stands in two rows is two", ROLES, "{% for other in (told_again(entry)", "{% for other in ([] and told_again(entry)", "role: what"),
    Fault("a role lacks a form", ROLES, "{% for id in entry.forms %}<a href", "{% for id in entry.forms[1:] %}<a href", "role: forms"),
    Fault("a role is not told whom its form goes to", ROLES, 'data-column="To whom">{{ parts_of.actors(entry.to, root) }}', 'data-column="To whom">{{ parts_of.actors(entry.who, root) }}', "role: to whom"),
    Fault("a role is told another date", ROLES, "else rule.words if rule else", "else no_limit if rule else", "by when: by when"),
    Fault("a role is not told the time of day", ROLES, "{{ rule.part | part_of_day if rule }}", "", "by when: time of day"),
    Fault("a role has one of two statements of a date", ROLES, "{% if entry.equals %}<span", "{% if false %}<span", "by when: stated twice"),
    Fault("members are in another order", ROLE, "{{ parts_of.actors(actor.members, root) }}", "{{ parts_of.actors(actor.members | reverse | list, root) }}", "role: members"),
    Fault("a role belongs to nobody", VALUES, "groups=tuple(one for one in guide.actors if name in one.members)", "groups=()", "role: member of; pack: member of"),
    Fault("nobody acts for a role", VALUES, "acted_for_by=tuple(one for one in guide.actors if name in one.acts_for)", "acted_for_by=()", "role: who acts for it; pack: who acts for it"),
    Fault("a role is not told of its duty by national rule", ROLE, "{% for step in duties %}", "{% for step in duties[1:] %}", "role: national duties"),
    Fault("a role's duty by national rule has no authority", ROLE, "{{ parts_of.badge(step.rule.authority) }}", "", "role: national duties"),
    Fault("a role is not told what happens when it is late", ROLE, "<p>{{ step.if_late.says }}</p>", "<p>{{ step.does }}</p>", "role: if it is late"),
    Fault("a role that is late has nobody to ask", ROLE, "<strong>Ask:</strong> {{ parts_of.actor(step.if_late.ask, root) }}", "<strong>Ask:</strong>", "role: if it is late"),
    Fault("that what comes is by the guide's reading is not told", ROLES, '{{ reading_mark(step.who_reading) }}', "", "role: what comes"),
    Fault("how far back a step looks is not told to a role", ROLES, "{{ parts_of.looks_back(entry) }}", "", "by when: how far back"),
    Fault("what is said of a role is said of nobody", VALUES, "not isinstance(entry, Decision) and name in entry.says_of", "not isinstance(entry, Decision) and False", "role: what is said of it; pack: what is said of it"),
)  # fmt: skip

OTHERS: tuple[Fault, ...] = (
    Fault("what comes to a role comes from itself", ROLES, '<th scope="row" role="rowheader">{{ parts_of.actors(step.who, root) }}</th>', '<th scope="row" role="rowheader">{{ parts_of.actors(step.to, root) }}</th>', "role: from whom"),
    Fault("what comes to a role speaks to somebody else", ROLES, "{{ step.received }}<br>", "{{ step.does }}<br>", "role: what comes"),
    Fault("a “may” is dropped where it comes to a role", ROLES, "{% if not step.received and (step.may or step.should) %}", "{% if false %}", "role: what comes"),
    Fault("what comes twice is said to be two things", ROLES, "{% for other in one.again %}", "{% for other in one.again[1:] %}", "role: what comes"),
    Fault("what others do next is what a role does next", VALUES, "not set(entry.who).isdisjoint(actors)", "set(entry.who).isdisjoint(actors)", "role: what it does next; pack: what it does next"),
    Fault("what a role does next is certain where somebody else chooses", VALUES, "        if len(ways) != 1 or ways[0] not in entries:", "        if not ways or ways[0] not in entries:", "role: what it does next"),
    Fault("what a role may do next ends the matter", VALUES, "(entry.when or entry.may)", "False", "role: what it does next"),
    Fault("those whom a role acts for get nothing", VALUES, "comes=tuple(_coming(guide, (name, *map(str, actor.acts_for))))", "comes=tuple(_coming(guide, (name,)))", "role: steps it receives; pack: what comes"),
    Fault("whom a role waits for is itself", ROLES, "{{ parts_of.actors(wait.actors, root) }}{{ reading_mark(", "{{ parts_of.actors(wait.mine.entry.who, root) }}{{ reading_mark(", "role: waits in words"),
    Fault("a role waits for its own step", ROLES, "({{ name(wait.other, root, wait.mine.procedure) }}{{ may }})", "({{ name(wait.mine, root, wait.mine.procedure) }}{{ may }})", "role: waits"),
    Fault("who waits for a role is whom it waits for", WAITS, "if first_to_last(one.after, one.before)]", "if first_to_last(one.before, one.after)]", "role: waits; pack: waits"),
    Fault("the answer that gives a role its turn is another", ROLES, "your turn comes with the answer “{{ wait.answer }}” to", "your turn comes with any answer to", "role: waits in words"),
    Fault("a role waits on no condition", ROLES, '{% if use.entry.kind == "step" and use.entry.when %} If: {{ use.entry.when }}{% endif %}', "", "role: waits in words"),
    Fault("a role waits for whoever is before it in the drawing", WAITS, "if route.answer and route.target", "if guide.entry[route.source].kind in (\"step\", \"decision\") and route.target", "role: waits; pack: waits"),
    Fault("a form comes from the first who has it", WAITS, "for other in reversed(home.steps):", "for other in home.steps:", "role: waits; pack: waits"),
    Fault("a form comes from a step that a way goes round", WAITS, "if shared and str(other.id) in passed:", "if shared and other is not step:", "role: waits; pack: waits"),
    Fault("what is sent to a role is at hand for nobody", WAITS, "(*kept, *sent.values())", "tuple(others)", "role: waits; pack: waits"),
    Fault("nobody sets the day of others", WAITS, 'name, "sets") for other in setting if', 'name, "sets") for other in () if', "role: waits; pack: waits"),
    Fault("a day counts from nobody's step", WAITS, "before = event.done_by if event else start", 'before = event.done_by if event else ""', "role: waits; pack: waits"),
    Fault("a national rule counts from no event", WAITS, "before = event.done_by if event else start", 'before = "" if event else start', "role: waits; pack: waits"),
    Fault("what days start with is another event", ROLES, 'start when {{ wait.event }}: {{', 'start when {{ wait.other.entry.title }}: {{', "role: waits in words"),
    Fault("what others' days start with is not said", ROLES, "when {{ wait.event }}, the days", "then the days", "role: waits in words"),
    Fault("a pack says another event", ON_PAPER, "[when #wait.event, the days", "[when #wait.mine.title, the days", "pack: waits"),
    Fault("an act waits once for each flowchart", WAITS, "_once_an_act(guide, for_me)", "for_me", "role: waits; pack: waits"),
    Fault("what is only at hand is sent", WAITS, "sent=not set(other.to).isdisjoint(step.acting))", "sent=True)", "role: waits in words; pack: waits"),
    Fault("what a role does next stands in one flowchart alone", VALUES, "for one in again for then in _next", "for one in () for then in _next", "role: what it does next; pack: what it does next"),
    Fault("a national rule is the flowchart's own", WAITS, '"national" if rule.is_national else "counts"', '"counts"', "role: waits in words"),
    Fault("a role that has its turn is told no national rule", ROLES, "{% for rule in (national_of(wait.mine.entry.entry_id) if wait.mine.entry.kind == \"step\" else []) %}", "{% for rule in [] %}", "role: waits in words"),
    Fault("a step of another flowchart is one of the same", ROLES, "if home and use.procedure.id != home.id", "if false", "role: waits in words"),
)  # fmt: skip

PRINTED: tuple[Fault, ...] = (
    Fault("a pack lacks what comes to a role", PACK, "    coming-table(group.rows)\n", "    coming-table(group.rows.slice(1))\n", "pack: what comes"),
    Fault("what comes in a pack comes from itself", ON_PAPER, "    strong(listed(row.entry.who)),", "    strong(listed(row.entry.to)),", "pack: from whom"),
    Fault("what comes in a pack speaks to somebody else", ROWS, 'received=one.step.received or ""', "received=one.step.does", "pack: what comes"),
    Fault("a pack leaves out what to do next", ON_PAPER, "..if leads-on { (next-cell(row),) }", "..if leads-on { (next-cell(row + (next: ())),) }", "pack: what it does next"),
    Fault("a pack lacks whom a role waits for", PACKS, "waits_for=wait_groups(guide, waits.for_others)", "waits_for=()", "pack: waits"),
    Fault("a pack has others decide what they do not", ON_PAPER, "to “#wait.other.title” Who decides:", "to “#wait.mine.title” Who decides:", "pack: waits"),
    Fault("a pack does not say what happens when it is late", ROWS, "LateLine(step.title, late.says,", "LateLine(step.title, step.does,", "pack: if it is late"),
    Fault("what a role helps with is its own in a pack", ON_PAPER, "    [#listed(entry.who): *#on-site(entry, entry.title)*]", "    [*#on-site(entry, entry.title)*]", "pack: steps it helps"),
    Fault("what a role helps with is not to be ticked", ON_PAPER, '("Done", "Step", "What they do, with you", "By when")', '("Do", "Step", "What they do, with you", "By when")', "pack: steps to tick"),
    Fault("a pack lacks the duty by national rule", PACK, "#for duty in pack.national {", "#for duty in pack.national.slice(1) {", "pack: national duties"),
    Fault("a pack has another day for the duty by national rule", PACKS, "words=step.rule.words if step.rule else", "words=step.title if step.rule else", "pack: national duties"),
    Fault("a pack lacks the forms that come to a role", PACKS, "if actor.id in (form.completed_by, *form.goes_to))", "if actor.id in (form.completed_by,))", "pack: forms of the role"),
)  # fmt: skip

FAULTS: tuple[Fault, ...] = (*OWED, *OTHERS, *PRINTED)
