"""Faults in the timeline page's tables: by day, with what stands above it, as it is printed, and those to fill in by hand."""

from __future__ import annotations

from surface_faults.fault import Fault

TOOL = "docs/assets/guide/tool"
ROWS, VIEW, ACT = (f"{TOOL}/{name}.js" for name in ("agenda", "agenda-view", "act-view"))
STYLE = "docs/assets/guide/timeline-page.css"
PAGE = "scripts/guide/pages/templates/timeline.md.jinja"
DATA = "scripts/guide/pages/timeline_data.py"
BY_DAY = "rows: [...rest.filter(({ due }) => due !== null), ...rest.filter(({ due }) => due === null)],"
WHO = '<td role="cell" class="agenda-who"><span data-slot="who"></span></td>\n<td role="cell" class="agenda-form"><span data-slot="forms"></span></td>'
PAPER = ".timeline-page :is(form, .ask,"

HAND = "scripts/guide/pages/timeline_page.py"
PARTS = "scripts/guide/pages/templates/_parts.jinja"
SOONER = "<td>{{ row.when }}{% for one in earlier_of(row.id) %}"

BY_HAND: tuple[Fault, ...] = (
    Fault("a row by hand is an order though the source says if", HAND, '            yield f"If: {step.when}"', '            yield ""', "by hand: terms by hand"),
    Fault("a row by hand is an order though the source says may", HAND, "if step.may or step.should:", "if False:", "by hand: terms by hand"),
    Fault("the tables by hand lack a step", HAND, "for step in plan.steps)\n    count_from", "for step in plan.steps[1:])\n    count_from", "by hand: rows by hand"),
    Fault("a limit is called planned by hand", PAGE, '"Limit: " if row.kind == "limit"', '"Limit: " if row.kind != "limit"', "by hand: rule by hand"),
    Fault("the part of a day is lost by hand", PAGE, "{{ row.part | part_of_day }}", "", "by hand: rule by hand"),
    Fault("who receives acts by hand", HAND, 'who=", ".join(names_of(guide, step.actors))', 'who=", ".join(names_of(guide, step.to))', "by hand: who by hand"),
    Fault("an earlier day is lost by hand", PAGE, SOONER, SOONER.replace("(row.id)", "(row.id)[1:]"), "by hand: dates beside by hand"),
    Fault("another reading is lost in the tables", PARTS, 'if other.kind == "reading" %}<span class="rule">Another', 'if false %}<span class="rule">Another', "by hand: dates beside by hand; by when: another reading"),
)  # fmt: skip

FAULTS: tuple[Fault, ...] = (
    Fault("the table lacks its first row", VIEW, BY_DAY, BY_DAY.replace("!== null)", "!== null).slice(1)"), "agenda: a row; printed agenda: a row"),
    Fault("what has no date stands among the days", VIEW, BY_DAY, "rows: rest,", "agenda: title, day"),
    Fault("the rows stand the other way round", VIEW, BY_DAY, BY_DAY.replace("],", "].reverse(),"), "agenda: title, day; printed agenda: title"),
    Fault("a row has the first day of several as its date", ROWS, 'day: date || `${', 'day: (view.act.opens === null ? date : long(view.act.opens)) || `${', "agenda: day; printed agenda: day"),
    Fault("a row says nothing of a deadline in words", ACT, "act.due === null ? deadlineInWords(first) :", "act.due === null ? \"\" :", "agenda: what the day is"),
    Fault("a row says that every limit is planned", ACT, 'say(act.kind === "limit" ? "kindOfLimit" : "kindOfPlanned")', 'say("kindOfPlanned")', "agenda: what the day is"),
    Fault("a row begins on its last day", ACT, 'say("from", { date: long(act.opens) })', 'say("from", { date: long(act.due) })', "agenda: what the day is"),
    Fault("a row does not say that the nation sets its date", ACT, "...(authorities.includes(LOCAL) ? [] : [authorities[0]]),", "", "agenda: what the day is"),
    Fault("a row says no part of the day", ACT, "...(part ? [say(part)] : []),", "...(part ? [] : []),", "agenda: what the day is"),
    Fault("who and form change places in the rows", PAGE, WHO, WHO.replace('"who"', '"held"').replace('"forms"', '"who"').replace('"held"', '"forms"'), "agenda: who, forms"),
    Fault("a row lacks a form", ROWS, "const forms = view.forms.map(", "const forms = view.forms.slice(1).map(", "agenda: forms; printed agenda: forms"),
    Fault("a row has another act for its title", ROWS, "dayNumber}, `, kind, title, who, forms });", "dayNumber}, `, kind, title: view.procedure, who, forms });", "agenda: title; printed agenda: title"),
    Fault("every label is that of the first box", ROWS, "  rows += 1;\n", "", "agenda: box to tick"),
    Fault("a box is ticked before anything is done", ROWS, "this.box.checked = view.done !== null;", "this.box.checked = view.due !== null;", "agenda: box to tick"),
    Fault("a box has the name of the day", ROWS, 'this.say("doneOf", { title: view.name })', 'this.say("doneOf", { title: view.date })', "agenda: box to tick"),
    Fault("a row leads to a step that has no entry", ROWS, 'leads(slot(this.node, "title"), entryOf(view.id),', 'leads(slot(this.node, "title"), entryOf(view.steps[view.steps.length - 1].step.id),', "agenda: where it leads"),
    Fault("a row leads to the entry of the first row", ROWS, "    const row = this.rows.get(view.id) ?? new Row(view, this.say,", "    const row = this.rows.get(view.id) ?? new Row([...this.rows.values()][0]?.view ?? view, this.say,", "agenda: where it leads"),
    Fault("the first that is overdue is not named", VIEW, "late.slice(0, MOST)", "late.slice(1, MOST)", "agenda: overdue"),
    Fault("those that are overdue beyond the third are not counted", VIEW, "late.length - overdue.length", "overdue.length - overdue.length", "agenda: overdue"),
    Fault("what comes last is called next", VIEW, "const day = Math.min(", "const day = Math.max(", "agenda: next"),
    Fault("a question that is open is not asked", VIEW, "map(({ anchor }) => anchor))].map(", "map(({ anchor }) => anchor))].slice(1).map(", "agenda: still to ask"),
    Fault("all that has no date is over", VIEW, "return due === null && act.act.steps.every(", "return due === null || act.act.steps.every(", "agenda: a row"),
    Fault("what comes before the first date is still to do", DATA, "yield str(anchor), (*before, done)", "yield str(anchor), (done,)", "agenda: a row"),
    Fault("the printed table leaves out who acts", STYLE, PAPER, f"{PAPER} .agenda-who,", "printed agenda: who"),
    Fault("the printed table leaves out the forms", STYLE, PAPER, f"{PAPER} .agenda-form,", "printed agenda: forms"),
    Fault("the printed table leaves out the days", STYLE, PAPER, f"{PAPER} .agenda-day,", "printed agenda: day"),
)  # fmt: skip
