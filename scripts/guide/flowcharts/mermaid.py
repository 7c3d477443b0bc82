"""A flow graph as Mermaid text: safe ids, our own line breaks, and no words that Mermaid could take for syntax."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from guide.flowcharts.graph import GAP_TEXT, Edge, Graph, Node

MOST_LINES = 3
WRAPS, WRAPS_OF_A_THREE_WAY_FORK = (26, 22, 18, 16), (20, 18, 16)

# The engine measures Arial at 18 px and we draw at 16, with some room besides: fonts are up to a fifth wider with
# some readers, and the words must stay inside their boxes (tests/browser/test_labels.py).
CONFIG = """\
---
config:
  layout: dagre
  look: classic
  theme: base
  htmlLabels: false
  markdownAutoWrap: false
  themeVariables:
    fontFamily: Arial, Helvetica, sans-serif
    fontSize: 18px
  flowchart:
    htmlLabels: false
    wrappingWidth: 2000
    curve: basis
    padding: 13
    nodeSpacing: 20
    rankSpacing: 34
---
flowchart TB
"""
BRACKETS = {
    "start": ("(", ")"), "outcome": ("(", ")"), "step": ("[", "]"), "gap": ("[", "]"),
    "decision": ("{{", "}}"), "goto": ("[[", "]]"),
}  # fmt: skip

# Mermaid and its Markdown have no escape that every engine undoes, so what they might take for syntax becomes
# a look-alike of the same length; the SVG gets the true characters back.
LOOK_ALIKES = str.maketrans('"`#<>*_~\\[]$@|^{}=', "”‘＃‹›∗＿∼＼［］＄＠∣＾｛｝＝")
SYNTAX_IN_CONTEXT = (
    (re.compile(r"&(?=\S)"), "＆"),
    (re.compile(r"%(?=%)|(?<=%)%"), "％"),
    (re.compile(r":(?=\S)"), "∶"),
    (re.compile(r"(?<=www)\.", re.IGNORECASE), "․"),
)
NO_BREAK = "\N{NO-BREAK SPACE}"
ROOM = {"start": 2, "outcome": 2, "decision": 1, "goto": 3}
"""Spaces at each side, because engines leave less room at round, slanting and double sides."""
SPARE = {"start": 4, "decision": 2}
"""Spaces at each side for readers who space their letters; 1 in every other box and at every answer."""
GUARD = "\N{WORD JOINER}"
"""Invisible; before a line that Markdown would take for a list, a rule or the underline of a heading."""
UNDRAWABLE = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
DIRECTION_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def mermaid(graph: Graph, width: int | None = None, spare: bool = True) -> str:
    """Give the Mermaid text of a graph, its lines broken at `width` characters, with or without room to space them."""
    width = width or wraps_for(graph)[0]
    nodes = [_node_line(graph, node, width, spare) for node in graph.nodes]
    edges = [_edge_line(graph, edge, width, spare) for edge in graph.edges]
    return CONFIG + "\n".join([*nodes, *edges]) + "\n"


def mermaid_id(graph: Graph, node_id: str) -> str:
    """Prefix an id by its diagram: `end` alone is a parse error, and two diagrams may share a page."""
    return f"{graph.id}__{node_id}".replace("-", "_")


def _node_line(graph: Graph, node: Node, width: int, spare: bool) -> str:
    opening, closing = BRACKETS[node.kind]
    head, *rest = lines_of(node)
    mark = "**" if plain(node.head) else ""
    lines = [f"{mark}{line}{mark}" for line in _quoted_lines(_unbroken_parts(head, width), width)]
    lines += [line for text in rest for line in _quoted_lines(text, width)]
    room = NO_BREAK * (ROOM.get(node.kind, 0) + (SPARE.get(node.kind, 1) if spare else 0))
    return f"{mermaid_id(graph, node.id)}{opening}{_quoted([f'{room}{line}{room}' for line in lines])}{closing}"


def _edge_line(graph: Graph, edge: Edge, width: int, spare: bool) -> str:
    arrow = "-.->" if edge.inferred else "-->"
    words = plain(edge.answer or "")
    room = NO_BREAK if spare else ""
    lines = [f"{room}{line}{room}" for line in _quoted_lines(words, min(width, 18))]
    answer = f"|{_quoted(lines)}|" if words else ""
    return f"{mermaid_id(graph, edge.source)} {arrow}{answer} {mermaid_id(graph, edge.target)}"


def _quoted(lines: list[str]) -> str:
    return '"`' + "\n".join(lines) + '`"'


def _quoted_lines(text: str, width: int) -> list[str]:
    return [_guarded(line) for line in wrap(look_alike(text), width)]


def look_alike(text: str) -> str:
    """Replace what Mermaid might read as syntax, one character for one."""
    for pattern, replacement in SYNTAX_IN_CONTEXT:
        text = pattern.sub(replacement, text)
    return text.translate(LOOK_ALIKES)


def _guarded(line: str) -> str:
    return GUARD + line if re.match(r"[-+]|\d+[.)]", line) else line


def wrap(text: str, width: int, most: int = MOST_LINES) -> list[str]:
    """Break at spaces into as few lines as `width` allows, never more than `most`, and then as even as they can be."""
    words = _words(text)
    count = min(len(_greedy(words, width)), most)
    # The lines and a space after each but the last hold the whole text, so none of these can be narrower.
    narrowest = max(min(width, max(map(len, words))), -(-(len(text) + 1) // count) - 1)
    return next(lines for trial in range(narrowest, len(text) + 1) if len(lines := _greedy(words, trial)) <= count)


def _greedy(words: list[str], width: int) -> list[str]:
    """Fill each line; only a word longer than the width is broken inside."""
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
            continue
        lines.extend(_pieces(word, width))
    return lines


def _unbroken_parts(head: str, width: int) -> str:
    """Keep each part of a head, such as "Day 11", on one line where it fits; a number goes with the part after it."""
    parts = re.sub(r"^(\w{1,3}) · ", rf"\1{NO_BREAK}·{NO_BREAK}", head).split(" · ")
    return " · ".join(part.replace(" ", NO_BREAK) if len(part) + 2 <= width else part for part in parts)


def _words(text: str) -> list[str]:
    """Give what may stand on lines of its own: a middle dot stays with the word before it."""
    return text.replace(" ·", f"{NO_BREAK}·").split(" ")


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that is too long, never before a mark that belongs to the character in front of it."""
    if len(word) <= width:
        return [word]
    cuts = [0]
    while len(word) - cuts[-1] > width:
        cut = cuts[-1] + width
        while cut > cuts[-1] + 1 and (_joins(word[cut]) or word[cut - 1] == "\u200d"):
            cut -= 1
        cuts.append(cut)
    return [word[start:end] for start, end in zip(cuts, [*cuts[1:], len(word)], strict=True)]


def _joins(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf", "Sk")


def is_three_way_fork(graph: Graph) -> bool:
    """Say whether three arrows leave one box: such a drawing may be wider, with narrower boxes."""
    return any(len(graph.leaving(node.id)) >= 3 for node in graph.nodes)


def wraps_for(graph: Graph) -> tuple[int, ...]:
    """Give the numbers of characters a line may have, the one to try first first."""
    return WRAPS_OF_A_THREE_WAY_FORK if is_three_way_fork(graph) else WRAPS


def edge_keys(graph: Graph, drawn: Iterable[str]) -> list[str]:
    """Give, for each edge, the name by which an engine drew it: its ends, and a number that rises from edge to edge.

    The numbers have gaps that differ between engines, so they are counted among the names drawn.
    """
    names = list(drawn)
    keys: list[str] = []
    for edge in graph.edges:
        ends = f"L_{mermaid_id(graph, edge.source)}_{mermaid_id(graph, edge.target)}_"
        alike = [name for name in names if name.startswith(ends) and name.removeprefix(ends).isdigit()]
        alike = [name for name in sorted(alike, key=lambda name: int(name.rpartition("_")[2])) if name not in keys]
        keys.append(alike[0] if alike else ends)
    return keys


def plain(text: str) -> str:
    """Give text with single spaces and without control characters or direction overrides: no drawing can show them."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    shown = (" " if unicodedata.category(c) in UNDRAWABLE else c for c in text if c not in DIRECTION_OVERRIDES + GUARD)
    return " ".join("".join(shown).split())


def lines_of(node: Node) -> list[str]:
    """Give the paragraphs of a box: head, text, and for a gap the words that say it is one."""
    lines = [plain(line) for line in (node.head, node.text)]
    if node.kind == "gap" and GAP_TEXT.casefold() not in " ".join(lines).casefold():
        lines.append(GAP_TEXT)
    return [line for line in lines if line] or [node.id]
