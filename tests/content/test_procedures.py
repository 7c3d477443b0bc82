"""The facts of the approved document, item by item, written here by hand from the document and held against the YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model.entries import Decision, Outcome, Step
from guide.model.guide import Guide
from guide.reading.folder import read_guide
from guide.wording import timing_of

TEAM, PARTNERS, GROUP, LEAD = "partnership-team", "safeguarding-partners", "review-group", "safeguarding-lead"
REPRESENTATIVES, AGENCIES, MANAGERS = "partner-representatives", "agencies", "agency-managers"
NONE = ""

# (step, who, with, to, forms, timing in short, words that must stand in the step)
STEPS = [
    ("identify-serious-case", "professional", "", "", "", NONE, "abuse or neglect|known or suspected|and the child has died"),
    ("discuss-with-safeguarding-lead", "professional", "", LEAD, "", NONE, "safeguarding lead or senior manager"),
    ("consult-partner-representative", LEAD, "", REPRESENTATIVES, "", NONE, "if possible"),
    ("notify-partnership-team", "professional", LEAD, TEAM, "scsi-1", "As soon as possible after the child's death or the incident of serious harm", "support|as appropriate"),
    ("inform-safeguarding-partners", TEAM, "", PARTNERS, "scsi-2", "Within 1 working day", "SCSI-2"),
    ("inform-partner-representatives", TEAM, "", f"{REPRESENTATIVES} {GROUP}", "scsi-3", "Within 1 working day", "SCSI-3"),
    ("notify-the-panel", "local-authority", "", "panel", "panel-notification", "Within 5 working days", "GOV.UK|criteria are met"),
    ("hold-rapid-review", PARTNERS, "", "", "", "Within 11 working days", "local or a national review|Flowchart 2"),
    ("send-signed-proforma", PARTNERS, TEAM, "panel", "form-8", "Within 15 working days", "signed decision-making proforma|via"),
    ("inform-panel-ofsted-and-dfe", PARTNERS, "", "panel ofsted dfe", "", NONE, "name of any reviewer"),
    ("discuss-review-with-panel", PARTNERS, "", "panel", "", NONE, "potential scope and methodology|support staff to engage with the reviewer"),
    ("notify-partners-and-review-group", TEAM, "", f"{PARTNERS} {GROUP}", "scsi-2", "Day 1", "email|within one working day"),
    ("schedule-rapid-review-meeting", TEAM, "", GROUP, "", "Day 1", "afternoon|11 working days after notification|recommendation"),
    ("arrange-partners-conference", TEAM, "secretaries", PARTNERS, "", "Day 1", "time and date|telephone conference|day 14"),
    ("send-scsi-3-to-review-group", TEAM, "", GROUP, "scsi-3", "Day 2", "members"),
    ("send-scsi-4-to-partners", TEAM, "", PARTNERS, "scsi-4", "Day 2", "rapid review letter"),
    ("request-agency-information", TEAM, "", MANAGERS, "scsi-5 scsi-6", "Day 2", "manager of every agency|child or family|previous 12 months|suspected perpetrator in the previous 12 months|5 working day deadline|letter SCSI-6"),
    ("telephone-every-agency", TEAM, "", AGENCIES, "", "Day 2", "every email|telephone call|received the email|complete and return|required date"),
    ("return-agency-information", AGENCIES, "", TEAM, "scsi-5", "Days 3 to 7", "nil return|day seven"),
    ("chase-missing-returns", TEAM, "", AGENCIES, "", "Day 7", "not responded|working day 7|end of the day"),
    ("send-rapid-review-report", TEAM, "", GROUP, "scsi-7", "Day 8", "nil returns|as early as possible|time to read"),
    ("read-rapid-review-report", GROUP, "", "", "scsi-7", "Days 9 to 10", "Rapid Review Report"),
    ("hold-rapid-review-meeting", GROUP, TEAM, "", "form-8", "Day 11", "facilitates|decision-making proforma|final version"),
    ("send-decision-record-to-partners", TEAM, "", PARTNERS, "form-8 letter-with-decision-record", "Day 12", "with a letter|response or decision"),
    ("review-decision-record", PARTNERS, "", "", "form-8", "Day 13", "decision-making proforma"),
    ("hold-partners-conference", PARTNERS, TEAM, "", "form-8", "Day 14", "telephone conference or meeting|facilitates|summarise|sign"),
    ("send-decision-to-panel", TEAM, "", "panel", "form-8 form-9", "Day 15", "signed by the safeguarding partners|letter 9"),
    ("complete-local-review", "not-stated", "", "", "", "Within 6 months", "standard review|6 month"),
    ("commission-reviewer", PARTNERS, GROUP, "", "", NONE, "sourced through the review group"),
    ("agree-scope-of-local-review", GROUP, "", "", "", NONE, "methodology, scope and terms of reference"),
    ("give-reviewer-details-to-panel", "not-stated", "", "panel", "", "During notification", "during notification"),
    ("share-view-on-national-review", "not-stated", "", "panel", "", "At any time during the review", "new information|national review may be appropriate"),
    ("monitor-local-review", GROUP, "", "reviewer", "", "At relevant intervals", "progress and quality|in writing"),
    ("capture-learning-from-local-review", GROUP, "", "", "", "During the review", "ongoing learning|corrective action"),
    ("update-partners-on-local-review", GROUP, "", PARTNERS, "", "During the review", "progress|agree to any learning"),
    ("write-local-review-report", "reviewer", "", "", "final-report-local-review", NONE, "in the area|systemic or underlying reason|taken or not taken"),
    ("endorse-local-review-report", PARTNERS, "", "", "final-report-local-review", NONE, "Endorse"),
    ("send-final-report", TEAM, "", "panel secretary-of-state ofsted", "final-report-local-review", "7 working days before", "final signed report|seven working days before publication|SAFER NEL"),
    ("devise-local-review-action-plan", GROUP, "", "", "action-plan-local-review", NONE, "recommendations"),
    ("review-local-review-action-plan", "saig", "", "", "action-plan-local-review", "Regularly", "regularly|implementation|agreed by the safeguarding partners"),
    ("communicate-local-review-findings", GROUP, "", "relevant-parties", "", NONE, "findings and identified improvements"),
    ("request-local-review-scrutiny", PARTNERS, "", "independent-scrutiny-officer", "", NONE, "audit or assurance event|embedded"),
    ("sign-off-local-review-action-plan", PARTNERS, "partnership-board", "", "action-plan-local-review", NONE, "Finally sign off|Board"),
    ("identify-case-for-learning", "agency", "", "", "", NONE, "issues of importance for the local area|good practice, poor practice|near miss"),
    ("discuss-case-for-learning", "agency", "", LEAD, "", NONE, "senior manager responsible for safeguarding"),
    ("discuss-with-representative-or-manager", LEAD, "", f"{REPRESENTATIVES} partnership-manager", "", NONE, "one of the three|SCP Manager"),
    ("notify-partners-of-learning-case", LEAD, TEAM, PARTNERS, "llr-1", NONE, "via the SCP team|LLR-1|believe"),
    ("notify-partners-of-learning-review", GROUP, TEAM, PARTNERS, "llr-2", NONE, "three safeguarding partners|LLR-2"),
    ("agree-learning-review", PARTNERS, "", "", "", NONE, "response or decision"),
    ("agree-scope-of-learning-review", GROUP, "", "", "", NONE, "methodology, reviewer, scope and terms of reference"),
    ("endorse-scope-of-learning-review", PARTNERS, "", "", "", NONE, "Endorse"),
    ("monitor-learning-review", GROUP, "", "reviewer", "", "At relevant intervals", "progress and quality|in writing"),
    ("capture-learning-from-learning-review", GROUP, "", "", "", "During the review", "ongoing learning|corrective action"),
    ("update-partners-on-learning-review", GROUP, "", PARTNERS, "", "During the review", "progress|agree to any learning"),
    ("write-learning-review-report", "not-stated", "", "", "final-report-learning-review", NONE, "recommended improvements|systemic or underlying reason|taken or not in respect"),
    ("request-learning-review-scrutiny", PARTNERS, "", "independent-scrutiny-officer", "", NONE, "audit or assurance event|embedded"),
    ("devise-learning-review-action-plan", GROUP, "", "", "action-plan-learning-review", NONE, "recommendations"),
    ("review-learning-review-action-plan", f"{GROUP} saig", "", "", "action-plan-learning-review", "Regularly", "as agreed by the three safeguarding partners"),
    ("communicate-learning-review-findings", GROUP, "", "relevant-parties", "", NONE, "findings and identified improvements"),
    ("sign-off-learning-review-action-plan", PARTNERS, "partnership-board", "", "action-plan-learning-review", NONE, "Finally sign off|SCP Board"),
]  # fmt: skip


@pytest.fixture(scope="module")
def guide(root: Path) -> Guide:
    return read_guide(root / "procedures")


@pytest.mark.parametrize("facts", STEPS, ids=[facts[0] for facts in STEPS])
def test_a_step_keeps_every_fact_of_the_document(guide: Guide, facts: tuple[str, ...]) -> None:
    name, who, helpers, to, forms, timing, words = facts
    step = guide.entry[name]
    assert isinstance(step, Step)
    assert (" ".join(step.who), " ".join(step.with_), " ".join(step.to)) == (who, helpers, to)
    assert " ".join(step.forms) == forms
    assert timing_of(step) == timing
    said = f"{step.does} {step.when or ''}".lower()
    assert [word for word in words.split("|") if word.lower() not in said] == []


def test_every_step_of_the_guide_is_held_against_the_document(guide: Guide) -> None:
    assert {facts[0] for facts in STEPS} == {step.id for procedure in guide.procedures for step in procedure.steps}


@pytest.mark.parametrize(
    ("decision", "branches"),
    [
        ("definition-met", {"Yes": "notify-partnership-team", "No": "gap: definition-not-met"}),
        ("criteria-met", {"Yes": "notify-the-panel", "No": "gap: criteria-not-agreed"}),
        (
            "which-outcome",
            {
                "Local review": "local-review-is-appropriate",
                "National review": "national-review-is-appropriate",
                "No review": "no-review",
            },
        ),
        (
            "which-review",
            {
                "Learning review": "notify-partners-of-learning-review",
                "Local review": "go-to-local-review",
                "Neither": "neither-review-outcome",
            },
        ),
        ("learning-review-agreed", {"Yes": "agree-scope-of-learning-review", "No": "gap: learning-review-not-agreed"}),
    ],
)
def test_a_decision_has_the_branches_of_the_document_and_no_invented_one(
    guide: Guide, decision: str, branches: dict[str, str]
) -> None:
    entry = guide.entry[decision]
    assert isinstance(entry, Decision)
    found = {str(branch.answer): f"gap: {branch.gap}" if branch.gap else str(branch.then) for branch in entry.branches}
    assert found == branches


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


def test_optional_acts_are_optional_and_recommended_acts_recommended(guide: Guide) -> None:
    steps = [step for procedure in guide.procedures for step in procedure.steps]
    assert {step.id for step in steps if step.may} == {
        "request-local-review-scrutiny",
        "request-learning-review-scrutiny",
    }
    assert {step.id for step in steps if step.should} == {
        "complete-local-review",
        "share-view-on-national-review",
        "discuss-case-for-learning",
        "notify-partners-of-learning-case",
    }


def test_the_learning_review_has_no_deadline_at_all_because_the_document_states_none(guide: Guide) -> None:
    assert all(isinstance(step.due, str) for step in guide.procedure["learning-review"].steps)
