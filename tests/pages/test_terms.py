"""Terms and form codes become links where they are used, and nothing else changes."""

from __future__ import annotations

from guide.model.guide import Guide
from guide.pages.terms import Terms


def test_a_form_code_leads_to_its_form(guide: Guide) -> None:
    marked = Terms(guide).marked("Send letter PT-2.", "../../")
    assert marked == 'Send letter <a class="term" href="../../forms/#pt-2">PT-2</a>.'


def test_a_term_is_linked_at_its_first_use_only(guide: Guide) -> None:
    marked = Terms(guide).marked("A close call is a close call.", "../")
    assert marked == 'A <a class="term" href="../glossary/#close-call">close call</a> is a close call.'


def test_the_longest_term_wins(guide: Guide) -> None:
    marked = Terms(guide).marked("Hold a full inquiry.", "")
    assert 'href="glossary/#inquiry-term">full inquiry</a>' in marked


def test_a_term_inside_another_word_is_left_alone(guide: Guide) -> None:
    assert Terms(guide).marked("a Regulatored Circles-room", "") == "a Regulatored Circles-room"


def test_an_everyday_word_is_left_alone_and_the_other_names_of_its_term_are_not(guide: Guide) -> None:
    marked = Terms(guide).marked("Do not trust a trusted adult.", "")
    assert marked == 'Do not trust a <a class="term" href="glossary/#position-of-trust">trusted adult</a>.'


def test_markup_in_the_words_stays_words(guide: Guide) -> None:
    marked = Terms(guide).marked('<b>Circle</b> & "x"', "")
    assert marked.startswith("&lt;b&gt;<a ")
    assert marked.endswith("&lt;/b&gt; &amp; &#34;x&#34;")


def test_every_link_of_the_terms_leads_to_something_that_exists(guide: Guide) -> None:
    known = {f"glossary/#{term.id}" for term in guide.glossary} | {f"forms/#{form.id}" for form in guide.forms}
    assert set(Terms(guide).address.values()) <= known
    assert len(Terms(guide).address) > len(guide.glossary)


def test_what_a_section_has_marked_or_leads_to_beside_its_text_is_marked_no_more(guide: Guide) -> None:
    known: set[str] = set()
    terms = Terms(guide)
    assert "#pt-2" not in terms.marked("Send letter PT-2 to the Circle.", "", known, ["pt-2"])
    assert "<a" not in terms.marked("The Circle has PT-2.", "", known)
    assert "<a" in terms.marked("The Circle has PT-2.", "")
