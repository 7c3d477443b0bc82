"""Faults in the values and in the Typst files of the PDFs."""

from __future__ import annotations

from surface_faults.fault import Fault

TYPST = "scripts/guide/print/typst"
TABLES, BOXES, BOOK, POSTER = (
    f"{TYPST}/tables.typ",
    f"{TYPST}/boxes.typ",
    f"{TYPST}/guide.typ",
    f"{TYPST}/poster-page.typ",
)
ENTRIES, DUE, VALUES = (f"scripts/guide/print/{name}.py" for name in ("entries", "due", "book"))
LOOK, FILL_IN = f"{TYPST}/look.typ", f"{TYPST}/fill-in.typ"
WORDING = "scripts/guide/wording.py"
FLOW, PACK = f"{TYPST}/flow.typ", f"{TYPST}/pack.typ"
MEETING, MEETING_VALUES = f"{TYPST}/meeting.typ", "scripts/guide/print/meeting.py"

ROWS: tuple[Fault, ...] = (
    Fault("printed numbers are off by one", TABLES, "number-mark(entry.number, entry.tint) }", "number-mark(entry.number + 1, entry.tint) }", "book: number; pack: number"),
    Fault("a printed title is cut", TABLES, "on-site(entry, entry.title)))", "on-site(entry, entry.title.slice(0, 4))))", "book: title; pack: title"),
    Fault("what to do is not printed", TABLES, "  detail(if entry.kind == \"decision\" and not named [The flowchart asks: “#entry.says”] else { entry.says })\n", "", "book: what; pack: what"),
    Fault("what a nation asks is not printed", TABLES, "[ #other.says]", "[]", "book: what the nation asks; pack: what the nation asks"),
    Fault("a report is filled in, in print", TABLES, "[Filled in by] else [Written by]", "[Filled in by] else [Filled in by]", "book: from and to"),
    Fault("who acts is who receives, in print", TABLES, "  listed(entry.who)\n  if entry.with", "  listed(if entry.to.len() > 0 { entry.to } else { entry.who })\n  if entry.with", "book: who; pack: who"),
    Fault("one of two becomes both in every list", WORDING, 'return listed(names, last="or")', "return listed(names)", "book: who, to; pack: who, to; board: who and to; fill-in: title and who; table: who; spreadsheet: who; example: who; timeline: who, to"),
    Fault("one of two becomes both in short", WORDING, 'return listed(_shorts(guide, party.ids), last="or")', "return listed(_shorts(guide, party.ids))", "poster: who; calendar: called by; page calendar: called by; drawing: who"),
    Fault("who acts is the guide's reading, and no print says so", TABLES, "  if entry.reading != \"\" { detail(entry.reading) }\n", "", "book: reading of who; pack: reading of who"),
    Fault("who fills a form in is the guide's reading, and no print says so", TABLES, "if form.reading != \"\" { detail(small(form.reading)) }; ", "", "book: from and to"),
    Fault("who acts is the guide's reading, and no poster says so", BOXES, "  if entry.reading != \"\" { \" (the guide's reading)\" }\n", "", "poster: who"),
    Fault("a helper is dropped in print", TABLES, "  if entry.with.len() > 0 [, with #listed(entry.with)]\n", "", "book: who; pack: who"),
    Fault("a “to” is dropped in print", TABLES, "  if entry.to.len() > 0 [. *To:* #listed(entry.to)]\n", "", "book: to; pack: to"),
    Fault("a “may” is dropped in print", TABLES, "  if entry.may [. The source says “may”.] else if", "  if false [] else if", "book: may or should; pack: may or should"),
    Fault("who decides is not printed", TABLES, "[*Who decides:* ] else", "[*Decided:* ] else", "book: who decides; pack: who decides"),
    Fault("a condition is not printed", TABLES, "  if entry.when != \"\" { detail[*If:* #entry.when] }\n", "", "book: when; pack: when"),
    Fault("printed forms have no code", TABLES, "#let form-words(form) = if form.code != \"\" [#to-place(\"form-\" + form.id, strong(whole(form.code))) #form.title]",
          "#let form-words(form) = if form.code != \"\" [#form.title]", "book: forms; pack: forms"),
    Fault("a printed note is lost", TABLES, "  for note in entry.notes { detail(text(fill: soft, note)) }\n", "", "book: notes; pack: notes"),
    Fault("every printed answer leads where the first leads", TABLES, "#way.verb#to-place(way.target, way.words)]", "#way.verb#to-place(ways.first().target, ways.first().words)]", "book: ways on; pack: ways on"),
    Fault("a limit is planned in print", TABLES, "#if due.kind == \"limit\" [This is a limit: no later than this.] else [This is a planned day, not a limit.]", "This day is planned; it is no limit.", "book: limit or planned; pack: limit or planned"),
    Fault("the rule is the rail's, in print", DUE, "        words=planned.rule.words,", "        words=timing_of(entry),", "book: rule; pack: rule"),
    Fault("a printed time of day is lost", TABLES, "size: 9.5pt, due.words + part-words(due.part))", "size: 9.5pt, due.words)", "book: rule; pack: rule"),
    Fault("all is set by local procedure in print", TABLES, "Set by #due.authority.", "Set by local procedure.", "book: authority; pack: authority"),
    Fault("the second statement of a date is not printed", DUE, "also=said_again(entry)", "also=\"\"", "book: stated twice; pack: stated twice"),
    Fault("the national rule is left out in print", TABLES, "if other.kind == \"national\" {", "if other.kind == \"nobody\" {", "book: national rule; pack: national rule"),
    Fault("to whom the nation speaks is not printed", TABLES, "*#if other.who.len() > 0 [A separate national rule. Who: #listed(other.who). By when] else [National rule]:*", "*National rule:*", "book: national rule; pack: national rule"),
    Fault("the other reading is not printed", TABLES, "detail(small[*Another reading:* #lower-first(other.words).])", "none", "book: other reading; pack: other reading"),
)  # fmt: skip

BOOKS: tuple[Fault, ...] = (
    Fault("a form's code is not in its row", TABLES, "      if form.code != \"\" { strong(text(size: 10.5pt, whole(form.code))); linebreak() }\n", "", "book: form; pack: forms of the role"),
    Fault("a form comes from where it goes", VALUES, "        by=names_of(guide, [form.completed_by]),", "        by=names_of(guide, form.goes_to) or [NOBODY],", "book: from and to"),
    Fault("when a form is due is its title", VALUES, "        when=form.when,", "        when=form.title,", "book: when"),
    Fault("a question's title is cut", TABLES, "      strong(text(size: 10.5pt, one.title))\n", "      strong(text(size: 10.5pt, one.kind))\n", "book: question"),
    Fault("a reading is what the source says", TABLES, "detail[*Until it is answered:* #one.meanwhile]", "detail[*Until it is answered:* #one.says]", "book: reading"),
    Fault("every question is put to one body", VALUES, "else guide.actor[question.asked_of].name,", "else guide.actors[0].name,", "book: who can answer"),
    Fault("a role has its short name", BOOK, "strong(role.name); if role.short", "strong(role.short); if role.short", "book: role"),
    Fault("a role acts in what it helps with", VALUES, "if actor.id in getattr(use.entry, \"who\", ()) and not split]", "if actor.id in getattr(use.entry, \"with_\", ()) and not split]", "book: acts in"),
    Fault("flowcharts are numbered from 0", BOOK, "Flowchart #one.number. #one.title", "Flowchart #(one.number - 1). #one.title", "book: name"),
)  # fmt: skip

POSTERS: tuple[Fault, ...] = (
    Fault("a poster has another title", POSTER, "chart.title, chart.summary)", "chart.summary, chart.title)", "poster: name"),
    Fault("a poster starts when it ends", POSTER, "[*It starts when:* #chart.starts]", "[*It starts when:* #chart.ends]", "poster: begin and end"),
    Fault("a box of a poster is cut", BOXES, "text(fill: ink, bold(entry.title, links)))", "text(fill: ink, bold(entry.title.slice(0, 4), links)))", "poster: title, number and title"),
    Fault("a poster's numbers are off by one", BOXES, "place(top + left, dx: -2.3em, number-mark(entry.number, entry", "place(top + left, dx: -2.3em, number-mark(entry.number + 1, entry", "poster: number and title"),
    Fault("a “may” is dropped on a poster", BOXES, "let may = if entry.may [ (you may)] else if", "let may = if false [] else if", "poster: may or should"),
    Fault("a poster has the role of the next step", BOXES, "{ chip(listed(entry.who_short), entry.tint, size: size) }", "{ chip(listed(if entry.to_short.len() > 0 { entry.to_short } else { entry.who_short }), entry.tint, size: size) }",
          "poster: who"),
    Fault("nobody decides on a poster", BOXES, "[Decided by] #people(entry, small)]", "[Decided by]]", "poster: who decides"),
    Fault("a “to” is dropped on a poster", BOXES, "  if entry.to_short.len() > 0 [ to #listed(entry.to_short)]\n", "", "poster: to"),
    Fault("a form is missing on a poster", BOXES, "let mark(forms, links) = forms.map(form =>", "let mark(forms, links) = forms.slice(0, 0).map(form =>", "poster: forms"),
    Fault("a poster's rail has the day of another step", FLOW, "text(size: calc.max(smallest, size - 0.5pt), fill: looks.ink, weight: looks.weight, section.due.short + part-words(section.due.part))",
          "text(size: calc.max(smallest, size - 0.5pt), fill: looks.ink, weight: looks.weight, \"Day 1\" + part-words(section.due.part))", "poster: by when"),
    Fault("a poster leaves the national rule out", BOXES, "filter(other => other.kind == \"national\")", "filter(other => other.kind == \"nobody\")", "poster: national rule"),
    Fault("to whom the nation speaks is not on a poster", BOXES, "[#if other.who.len() > 0 [A separate national rule. Who: #listed(other.who). By when] else [National rule]:]", "[National rule:]", "poster: national rule"),
    Fault("a poster's answers are lost", FLOW, "weight: \"bold\", lane.lane.answer)\n    place(", "weight: \"bold\", lane.lane.answer.first())\n    place(", "poster: answers"),
    Fault("a gap on a poster has another question", BOXES, "[Not stated in the source: question #way.question]", "[Not stated in the source: question #(way.question + 40)]", "poster: gaps"),
)  # fmt: skip

MEETINGS: tuple[Fault, ...] = (
    Fault("the meeting list has each question's places for its title", MEETING, "    strong(row.title),", "    strong(row.places),", "meeting list: question"),
    Fault("the reading on the meeting list is what the source says", MEETING_VALUES, "question.meanwhile, asked)", "question.says, asked)", "meeting list: reading"),
    Fault("everything on the meeting list is asked of one body", MEETING_VALUES, "(asked,) = short_names_of(guide, [question.asked_of])", "asked = str(guide.actors[0].short)", "meeting list: who can answer"),
    Fault("the meeting list leaves no room for an answer", MEETING, "block(height: 24pt))", "row.asked)", "meeting list: box for the answer"),
    Fault("the meeting list does not say whose short name is which", MEETING, "#facts.names.map(one => [#one.short: #one.name])", "#facts.names.map(one => [#one.short])", "meeting list: whose short name it is"),
    Fault("the meeting list keeps no owner's questions together", MEETING_VALUES, "for one in by_owner(guide, group.questions))", "for one in group.questions)", "meeting list: order"),
)  # fmt: skip

CONTACTS: tuple[Fault, ...] = (
    Fault("a number on paper has no day of its check", LOOK, " (checked on #one.checked)", "", "whom to ring: in the printed guide, on a poster, on a poster for the wall, in the file of all posters, in a pack, on the blank timeline, on the list for a meeting"),
    Fault("a day of the week has a small letter on paper", LOOK, "#hours-words(one.hours)", "#lower-first(one.hours)", "whom to ring: in the printed guide, on a poster, on a poster for the wall, in the file of all posters, in a pack, on the blank timeline, on the list for a meeting"),
    Fault("a poster has no emergency number", POSTER, "edition.contacts.map(ring-line)", "edition.contacts.slice(1).map(ring-line)", "whom to ring: on a poster, in the file of all posters"),
    Fault("a pack does not say whom to ring", PACK, "#whom-to-ring\n", "", "whom to ring: in a pack"),
    Fault("the list for a meeting does not say whom to ring", MEETING, "#edition.contacts.map(ring-line).join[ ]\n", "", "whom to ring: on the list for a meeting"),
    Fault("the blank timeline does not say whom to ring", FILL_IN, "  whom-to-ring\n", "", "whom to ring: on the blank timeline"),
    Fault("the printed guide does not say whom to ring", BOOK, "#whom-to-ring\n", "", "whom to ring: in the printed guide"),
)  # fmt: skip

FAULTS: tuple[Fault, ...] = (*ROWS, *BOOKS, *POSTERS, *MEETINGS, *CONTACTS)
