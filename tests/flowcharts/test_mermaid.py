"""Words in flowcharts stay words, whatever Mermaid or Markdown would make of them, and break where a reader would."""

from __future__ import annotations

import re
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_examples import DECIDE, graph, one_box, words_of
from guide.flowcharts.diagram import check_drawing, diagram
from guide.flowcharts.graph import Edge, Node
from guide.flowcharts.mermaid import mermaid, wrap
from guide.flowcharts.read_back import read_back

HOSTILE = [
    "Say \"now\" and 'then'",
    "Police & Health &amp; &lt;b&gt; &#35;",
    "<b>bold</b> <script>alert(1)</script><br/>next",
    "`code` and ``more``",
    "# Heading #quot; #35; #9829;",
    "end",
    "graph TD; A-->B; subgraph x; end",
    "%% comment %%{init: {}}%% 100%",
    "**bold** __under__ *it* _it_ ~~gone~~",
    "- a list",
    "1. a list",
    "> quoted",
    "---",
    "===",
    "[link](https://example.org) ![x](y)",
    "https://example.org/a?b=c&d=e www.example.org a@b.example",
    "fa:fa-bomb :::class @{ shape: circ }",
    "a | b || c {d} {{e}} (f) [[g]] \\n \\",
    "$$x^2$$ $y$",
    "🙂 👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 family",
    "שלום עולם مرحبا بالعالم",
    "子どもの安全を守るための手続き",
    "é and Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "javascript:alert(1)",
    "style x fill:#f00",
    "classDef y",
    "click x href",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_drawn_as_the_same_words(words: str) -> None:
    for drawn in (one_box(words), one_box("Do it", head=words), one_box(words, kind="decision")):
        assert words in words_of(drawn)
        assert check_drawing(drawn, diagram(drawn)) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_answers_are_drawn_as_the_same_words(words: str) -> None:
    drawn = graph(
        Node("start", "start", "", "Start"), Node("next", "step", "", "Go on"), edges=(Edge("start", "next", words),)
    )
    assert read_back(diagram(drawn).svg)[1] == {("start", "next", words)}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=48), st.text(max_size=26))
def test_any_unicode_at_all_is_drawn_or_left_out_but_never_changes_the_drawing(text: str, head: str) -> None:
    drawn = one_box(text, head)
    drawing = diagram(drawn)
    fromstring(drawing.svg)
    assert check_drawing(drawn, drawing) == []


def test_a_line_break_never_falls_inside_a_word_that_fits() -> None:
    assert wrap("Send the letters and forms to every agency", 26) == ["Send the letters and", "forms to every agency"]
    assert wrap("Inform the safeguarding partners", 12) == ["Inform the", "safeguarding", "partners"]


def test_a_word_longer_than_the_line_is_broken_but_not_before_an_accent() -> None:
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrap("abce\u0301fgh", 4) == ["abc", "e\u0301fg", "h"]


def test_text_takes_at_most_three_lines_even_when_they_must_be_longer() -> None:
    assert wrap("aaaa bbbb cccc dddd eeee ffff", 5) == ["aaaa bbbb", "cccc dddd", "eeee ffff"]


def test_the_words_of_a_head_stay_with_their_middle_dot() -> None:
    heads = re.findall(r"\*\*(.*?)\*\*", mermaid(DECIDE, 18))
    assert "9\u00a0·\u00a0Day\u00a014\u00a0·" in heads
    assert "Partners" in heads
