"""What the second reading of the approved document has no column for, written here by hand and held against the YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model.entries import Decision, Outcome, Step
from guide.model.guide import Guide
from guide.reading.folder import read_guide

# (step, words that must stand in it). Who, to whom, how strongly, with what and by when: procedures/second-reading.csv.
STEPS = [
    ("identify-serious-case", "abuse or neglect|known or suspected|and the child has died"),
    ("discuss-with-safeguarding-lead", "safeguarding lead or senior manager"),
    ("consult-partner-representative", "if possible"),
    ("notify-partnership-team", "support|as appropriate"),
    ("inform-safeguarding-partners", "SCSI-2"),
    ("inform-partner-representatives", "SCSI-3"),
    ("notify-the-panel", "GOV.UK|criteria are met"),
    ("hold-rapid-review", "local or a national review|Flowchart 2"),
    ("send-signed-proforma", "signed decision-making proforma|via"),
    ("inform-panel-ofsted-and-dfe", "name of any reviewer"),
    ("discuss-review-with-panel", "potential scope and methodology|support staff to engage with the reviewer"),
    ("notify-partners-and-review-group", "email|within one working day"),
    ("schedule-rapid-review-meeting", "afternoon|11 working days after notification|recommendation"),
    ("arrange-partners-conference", "time and date|telephone conference|day 14"),
    ("send-scsi-3-to-review-group", "members"),
    ("send-scsi-4-to-partners", "rapid review letter"),
    ("request-agency-information", "manager of every agency|child or family|previous 12 months|suspected perpetrator in the previous 12 months|5 working day deadline|letter SCSI-6"),
    ("telephone-every-agency", "every email|telephone call|received the email|complete and return|required date"),
    ("return-agency-information", "completed|day seven"),
    ("chase-missing-returns", "not responded|working day 7|end of the day"),
    ("send-rapid-review-report", "nil returns|as early as possible|time to read"),
    ("read-rapid-review-report", "Rapid Review Report"),
    ("hold-rapid-review-meeting", "facilitates|decision-making proforma|final version"),
    ("send-decision-record-to-partners", "with a letter|response or decision"),
    ("review-decision-record", "decision-making proforma"),
    ("hold-partners-conference", "telephone conference or meeting|facilitates|summarise|sign"),
    ("send-decision-to-panel", "signed by the safeguarding partners|letter 9"),
    ("complete-local-review", "standard review|6 month"),
    ("commission-reviewer", "sourced through the review group"),
    ("agree-scope-of-local-review", "methodology, scope and terms of reference"),
    ("give-reviewer-details-to-panel", "during notification"),
    ("share-view-on-national-review", "new information|national review may be appropriate"),
    ("monitor-local-review", "progress and quality|in writing"),
    ("capture-learning-from-local-review", "ongoing learning|corrective action"),
    ("update-partners-on-local-review", "progress|agree to any learning"),
    ("write-local-review-report", "in the area|systemic or underlying reason|taken or not taken"),
    ("endorse-local-review-report", "Endorse"),
    ("send-final-report", "final signed report|seven working days before publication|SAFER NEL"),
    ("devise-local-review-action-plan", "recommendations"),
    ("review-local-review-action-plan", "regularly|implementation|agreed by the safeguarding partners"),
    ("communicate-local-review-findings", "findings and identified improvements"),
    ("request-local-review-scrutiny", "audit or assurance event|embedded"),
    ("sign-off-local-review-action-plan", "Finally sign off|Board"),
    ("identify-case-for-learning", "issues of importance for the local area|good practice, poor practice|near miss"),
    ("discuss-case-for-learning", "senior manager responsible for safeguarding"),
    ("discuss-with-representative-or-manager", "one of the three|SCP Manager"),
    ("notify-partners-of-learning-case", "via the SCP team|LLR-1|believe"),
    ("notify-partners-of-learning-review", "three safeguarding partners|LLR-2"),
    ("agree-learning-review", "response or decision"),
    ("agree-scope-of-learning-review", "methodology, reviewer, scope and terms of reference"),
    ("endorse-scope-of-learning-review", "Endorse"),
    ("monitor-learning-review", "progress and quality|in writing"),
    ("capture-learning-from-learning-review", "ongoing learning|corrective action"),
    ("update-partners-on-learning-review", "progress|agree to any learning"),
    ("write-learning-review-report", "recommended improvements|systemic or underlying reason|taken or not in respect"),
    ("request-learning-review-scrutiny", "audit or assurance event|embedded"),
    ("devise-learning-review-action-plan", "recommendations"),
    ("review-learning-review-action-plan", "as agreed by the three safeguarding partners"),
    ("communicate-learning-review-findings", "findings and identified improvements"),
    ("sign-off-learning-review-action-plan", "Finally sign off|SCP Board"),
]  # fmt: skip


@pytest.fixture(scope="module")
def guide(root: Path) -> Guide:
    return read_guide(root / "procedures")


@pytest.mark.parametrize("facts", STEPS, ids=[facts[0] for facts in STEPS])
def test_a_step_keeps_the_words_that_no_column_of_the_sheet_holds(guide: Guide, facts: tuple[str, str]) -> None:
    name, words = facts
    step = guide.entry[name]
    assert isinstance(step, Step)
    said = f"{step.does} {step.when or ''}".lower()
    assert [word for word in words.split("|") if word.lower() not in said] == []


def test_three_representatives_decide_on_behalf_of_three_bodies_which_do_not_decide_themselves(guide: Guide) -> None:
    decision = guide.entry["which-review"]
    assert isinstance(decision, Decision)
    assert (decision.who.ids, decision.who.bodies) == (
        ("partner-representatives",),
        ("police", "ccg", "local-authority"),
    )
    assert "discuss the case and make a decision" in decision.asks


def test_where_the_document_does_not_say_who_the_guide_says_that_it_reads(guide: Guide) -> None:
    """Its passives: "is sent", "will be made", "will be updated", "will include", "will be regularly reviewed"."""
    steps = [step for procedure in guide.procedures for step in procedure.steps]
    assert {str(one.id): guide.question[one.who_reading.question].number for one in steps if one.who_reading} == {
        "send-signed-proforma": 61, "send-final-report": 61, "chase-missing-returns": 62,
        "update-partners-on-local-review": 64, "update-partners-on-learning-review": 64,
        "write-local-review-report": 65, "write-learning-review-report": 65,
        "review-local-review-action-plan": 66, "review-learning-review-action-plan": 66,
    }  # fmt: skip
    forms = [str(one.id) for one in guide.forms if one.completed_by_reading]
    assert forms == ["final-report-local-review", "final-report-learning-review"]


def test_an_agency_with_nothing_to_report_is_told_so_as_a_reading_and_not_as_a_sentence_of_the_document(
    guide: Guide,
) -> None:
    step = guide.entry["return-agency-information"]
    assert isinstance(step, Step)
    assert "nil return" not in f"{step.does} {step.received}".lower()
    assert any("nil returns" in note and "The guide takes it" in note for note in step.notes)
    assert step.if_late is not None
    assert "nil returns" in step.if_late.says
    assert "the guide takes it" in step.if_late.says
    assert "nil-return-in-the-same-time" in step.if_late.questions
    assert "nil-return-in-the-same-time" in step.questions


def test_whether_the_representatives_are_the_group_is_asked_at_both_places(guide: Guide) -> None:
    asked = [name for name, one in guide.entry.items() if "review-group-or-its-core-members" in one.questions]
    assert asked == ["inform-partner-representatives", "which-review"]


def test_every_step_of_the_guide_is_held_against_the_document(guide: Guide) -> None:
    assert {facts[0] for facts in STEPS} == {step.id for procedure in guide.procedures for step in procedure.steps}


def test_the_decision_that_no_source_item_asks_has_the_three_outcomes_of_the_document(guide: Guide) -> None:
    entry = guide.entry["which-outcome"]
    assert isinstance(entry, Decision)
    assert [(str(branch.answer), str(branch.then)) for branch in entry.branches] == [
        ("Local review", "local-review-is-appropriate"),
        ("National review", "national-review-is-appropriate"),
        ("No review", "no-review"),
    ]


def test_the_guide_has_these_five_decisions_and_no_other(guide: Guide) -> None:
    decisions = [entry.decision for one in guide.procedures for entry in one.entries if isinstance(entry, Decision)]
    assert decisions == ["definition-met", "criteria-met", "which-outcome", "which-review", "learning-review-agreed"]


def test_outcomes_whose_arrows_were_lost_are_marked_as_a_reading(guide: Guide) -> None:
    for name, follows in (
        ("local-review-is-appropriate", "inform-panel-ofsted-and-dfe"),
        ("national-review-is-appropriate", "discuss-review-with-panel"),
    ):
        outcome = guide.entry[name]
        assert isinstance(outcome, Outcome)
        assert outcome.then is not None
        assert (outcome.then.to, outcome.then.inferred) == (follows, "follow-ups-of-the-outcomes")


def test_outcomes_that_the_document_leaves_hanging_are_gaps(guide: Guide) -> None:
    for name, question in (("no-review", "follow-ups-of-the-outcomes"), ("neither-review-outcome", "neither-review")):
        outcome = guide.entry[name]
        assert isinstance(outcome, Outcome)
        assert (outcome.then, outcome.gap) == (None, question)


def test_the_procedures_lead_to_each_other_as_the_document_does(guide: Guide) -> None:
    assert "rapid-review" in guide.entry["hold-rapid-review"].see
    handover = guide.entry["go-to-local-review"]
    assert isinstance(handover, Outcome)
    assert handover.then is not None
    assert handover.then.to == "local-review"


def test_the_learning_review_has_no_deadline_at_all_because_the_document_states_none(guide: Guide) -> None:
    assert all(isinstance(step.due, str) for step in guide.procedure["learning-review"].steps)
