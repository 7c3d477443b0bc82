"""Faults in the posters for the wall and in the file of all posters."""

from __future__ import annotations

from surface_faults.fault import Fault

PRINT = "scripts/guide/print"
LAYOUT, VALUES = f"{PRINT}/typst/wall.typ", f"{PRINT}/wall.py"
MAP, MAP_VALUES = f"{PRINT}/typst/posters.typ", f"{PRINT}/all_posters.py"

WALLS: tuple[Fault, ...] = (
    Fault("a wall poster has another title", LAYOUT, 'if kind == "first" { heading(level: 1, title) }', 'if kind == "first" { heading(level: 1, chart.starts) }', "wall: name"),
    Fault("a wall poster ends when it starts", LAYOUT, "[*It ends when:* #chart.ends]", "[*It ends when:* #chart.starts]", "wall: begin and end"),
    Fault("a wall poster leaves its last entry out", VALUES, "    for entry in procedure.entries:\n        name", "    for entry in procedure.entries[:-1]:\n        name", "wall: order of entries"),
    Fault("a wall poster numbers from 0", LAYOUT, "number-mark(entry.number, entry.tint", "number-mark(entry.number - 1, entry.tint", "wall: order of entries"),
    Fault("a wall poster does not say which day is day 1", VALUES, "            counting=flow.counting,", '            counting="",', "wall: counting, dates to write"),
    Fault("a wall poster has no room for the day that a limit counts back from", VALUES, "for stated in rules_for(guide, str(step.id))]", "for stated in ()]", "wall: dates to write"),
    Fault("a wall poster does not say whose short name is which", LAYOUT, "#chip(name.short, name.tint, size: 12.5pt) #name.name", "#chip(name.short, name.tint, size: 12.5pt)", "wall: short names"),
    Fault("a wall poster has one day for all", LAYOUT, "weight: looks.weight, entry.due.short + part-words(entry.due.part))", 'weight: looks.weight, "Day 1")', "wall: by when"),
    Fault("a wall poster loses the time of day", LAYOUT, "entry.due.short + part-words(entry.due.part))", "entry.due.short)", "wall: by when"),
    Fault("a wall poster has no headings", LAYOUT, "heading(level: 2, row.band)", "none", "wall: heading"),
    Fault("an arrow of a wall poster has no answer", VALUES, 'answer=" / ".join(route.answer for route in into if route.answer),', 'answer="",', "wall: answer on the arrow"),
    Fault("a row of a wall poster has no box for its date", LAYOUT, "date-box(date-wide, height: tall)", "[]", "wall: box for the date"),
    Fault("a wall poster leads to the wrong step", VALUES, 'words=f"step {number}")', 'words=f"step {number + 1}")', "wall: ways on"),
    Fault("a way on a wall poster is what the source says", LAYOUT, "#way-words(way)#if way.inferred [ (the guide's reading)].", "#way-words(way).", "wall: ways on"),
    Fault("a route ends nowhere on a wall poster", VALUES, "return entry.on_route and not leads_on and not isinstance(entry, Decision)", "return False", "wall: end of the route"),
    Fault("a wall poster does not say with which answer a step comes", LAYOUT, "[With “#one.answer” to]", "[After]", "wall: comes with"),
    Fault("nobody decides on a wall poster", LAYOUT, "      [Decided by ]\n      people(entry, small)", "      [Decided by ]", "wall: who decides"),
    Fault("a “may” is dropped on a wall poster", LAYOUT, "if entry.may [ #box[(you may)]] else if", "if false [] else if", "wall: may or should"),
    Fault("who acts on a wall poster is who receives", LAYOUT, "  chip(listed(entry.who_short), entry.tint, size: size)", "  chip(listed(if entry.to_short.len() > 0 { entry.to_short } else { entry.who_short }), entry.tint, size: size)", "wall: who"),
    Fault("who acts is the guide's reading, and no wall poster says so", LAYOUT, '  if entry.reading != "" [ (the guide\'s reading)]\n', "", "wall: who"),
    Fault("a helper is dropped on a wall poster", LAYOUT, "  if entry.with_short.len() > 0 [, with", "  if false [, with", "wall: with whom"),
    Fault("a “to” is dropped on a wall poster", LAYOUT, "  if entry.to_short.len() > 0 [ to #listed(entry.to_short)]\n", "", "wall: to"),
    Fault("a form without a code is missing on a wall poster", LAYOUT, '      for form in entry.forms.filter(form => form.code == "") { linebreak(); [#bold([Form:], tall) #form.title] }\n', "", "wall: forms"),
    Fault("a wall poster drops a condition", LAYOUT, '      if entry.when != "" { linebreak(); [#bold([If:], tall) #entry.when] }\n', "", "wall: when"),
    Fault("what can be done at any time has its turn on a wall poster", LAYOUT, "      if entry.alongside { linebreak(); [Alongside the other steps.] }\n", "", "wall: alongside"),
    Fault("a wall poster does not say that a day counts from elsewhere", VALUES, 'return rule.words if tuple(rule.starts) != (numbered,) else ""', 'return ""', "wall: counted from elsewhere"),
    Fault("a wall poster does not say that a count is a reading", LAYOUT, '      if entry.due.counted != "" { linebreak(); entry.due.counted }\n', "", "wall: how it is counted"),
    Fault("a wall poster leaves the national rule out", LAYOUT, 'if other.kind == "national" [', "if false [", "wall: national rule"),
    Fault("a wall poster leaves the other reading out", LAYOUT, "else [#bold([Another reading:], tall) #lower-first(other.words)]", "else []", "wall: other reading"),
    Fault("a wall poster does not say what other flowcharts say", LAYOUT, "upper-first(other.words)))", "upper-first(other.kind)))", "wall: rules of the act"),
    Fault("a wall poster does not say which date to work to", LAYOUT, '      if entry.due.advice != "" { linebreak(); bold(entry.due.advice, tall) }\n', "", "wall: which date to work to"),
    Fault("a wall poster has no emergency number", LAYOUT, "edition.contacts.map(ring-line)", "edition.contacts.slice(1).map(ring-line)", "whom to ring: on a poster for the wall"),
)  # fmt: skip

ALL_POSTERS: tuple[Fault, ...] = (
    Fault("a poster is missing in the file of all", MAP_VALUES, "for one in guide.procedures),", "for one in guide.procedures[1:]),", "all posters: order of posters"),
    Fault("the map leads nowhere", MAP, "[Leads to #named((\"leads\", \"read\"))]", "[Leads to no other flowchart]", "all posters: how they join"),
    Fault("what only refers leads on, on the map in print", MAP_VALUES, 'yield MapJoin(other.flowchart, "refers")', 'yield MapJoin(other.flowchart, "leads")', "all posters: how they join"),
    Fault("a join of the printed map is what the source says", MAP_VALUES, '"read" if other in one.read else "leads"', '"leads"', "all posters: how they join"),
    Fault("every poster of the file is the first", MAP, "  poster-page(chart)", "  poster-page(chart + (bands: facts.flows.first().bands))", "all posters: as on the poster alone"),
    Fault("the posters of the file are without their ends", MAP, "  poster-page(chart)", '  poster-page(chart + (ends: ""))', "all posters: as on the poster alone"),
)  # fmt: skip

FAULTS: tuple[Fault, ...] = (*WALLS, *ALL_POSTERS)
