"""What the tests of the product hold of a guide of their own holds of the shipped one, from its first step to its PDFs.

The tests are theirs; the fixtures `guide`, `printed` and `read` are those of this folder.
"""

from __future__ import annotations

from flowcharts.test_graphs import (
    test_every_box_can_be_reached_from_the_start_of_its_drawing,
    test_every_drawing_has_one_start_at_most_twelve_boxes_and_no_loose_end,
)
from pages.test_site import (
    pages,
    test_every_form_question_and_term_stands_on_its_page,
    test_every_phase_is_drawn_once,
    test_every_step_decision_outcome_and_note_stands_on_its_procedures_page,
    test_the_drawings_show_the_routes_of_the_outline_and_nothing_else,
)
from pages.test_terms import test_every_link_of_the_terms_leads_to_something_that_exists
from print.conftest import printed, read
from print.test_fullness import test_no_page_is_nearly_empty
from print.test_pdfs import (
    test_a_poster_holds_every_title_form_code_and_question_of_its_flowchart,
    test_a_poster_is_one_page_of_a4,
    test_a_table_that_goes_on_repeats_its_head,
    test_bookmarks_lead_to_every_chapter_and_every_procedure,
    test_every_letter_can_be_copied,
    test_every_pdf_says_its_language_and_its_title_and_is_tagged,
    test_every_picture_has_an_alternative_text,
    test_every_table_has_a_head,
    test_headings_never_skip_a_level,
    test_no_letter_is_smaller_than_nine_points,
    test_no_sentence_begins_in_the_middle,
    test_nobody_is_sent_twice_in_one_sentence,
    test_nothing_is_painted_outside_the_tags,
    test_the_guide_holds_every_word_of_every_step_question_and_term,
    test_the_guide_leads_to_every_step_and_holds_every_form_code_actor_and_question_number,
    test_there_is_a_guide_a_blank_timeline_a_poster_for_each_flowchart_and_a_pack_for_each_role,
)
from print.test_walls import (
    test_a_wall_poster_is_on_sheets_of_a3,
    test_every_entry_stands_on_it_in_reading_order_with_a_box_for_each_date,
    test_every_step_is_at_least_21_points_and_every_title_31,
)

__all__ = [
    "pages",
    "printed",
    "read",
    "test_a_poster_holds_every_title_form_code_and_question_of_its_flowchart",
    "test_a_poster_is_one_page_of_a4",
    "test_a_table_that_goes_on_repeats_its_head",
    "test_a_wall_poster_is_on_sheets_of_a3",
    "test_bookmarks_lead_to_every_chapter_and_every_procedure",
    "test_every_box_can_be_reached_from_the_start_of_its_drawing",
    "test_every_drawing_has_one_start_at_most_twelve_boxes_and_no_loose_end",
    "test_every_entry_stands_on_it_in_reading_order_with_a_box_for_each_date",
    "test_every_form_question_and_term_stands_on_its_page",
    "test_every_letter_can_be_copied",
    "test_every_link_of_the_terms_leads_to_something_that_exists",
    "test_every_pdf_says_its_language_and_its_title_and_is_tagged",
    "test_every_phase_is_drawn_once",
    "test_every_picture_has_an_alternative_text",
    "test_every_step_decision_outcome_and_note_stands_on_its_procedures_page",
    "test_every_step_is_at_least_21_points_and_every_title_31",
    "test_every_table_has_a_head",
    "test_headings_never_skip_a_level",
    "test_no_letter_is_smaller_than_nine_points",
    "test_no_page_is_nearly_empty",
    "test_no_sentence_begins_in_the_middle",
    "test_nobody_is_sent_twice_in_one_sentence",
    "test_nothing_is_painted_outside_the_tags",
    "test_the_drawings_show_the_routes_of_the_outline_and_nothing_else",
    "test_the_guide_holds_every_word_of_every_step_question_and_term",
    "test_the_guide_leads_to_every_step_and_holds_every_form_code_actor_and_question_number",
    "test_there_is_a_guide_a_blank_timeline_a_poster_for_each_flowchart_and_a_pack_for_each_role",
]
