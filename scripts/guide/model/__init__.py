"""The nouns of a guide, as an author writes them: frozen, and a key that is not here is refused.

Every string knows the line it came from (`guide.strict_yaml.Text`). The JSON Schemas that editors use are made from
these classes.
"""

from __future__ import annotations

from guide.model.beside import LookBack, OtherReading
from guide.model.deadlines import (
    TIMED_KINDS,
    AnyDeadline,
    Authority,
    Deadline,
    EarlierOf,
    Kind,
    NoLaterThan,
    On,
    Within,
)
from guide.model.entries import NOT_STATED, AnyEntry, Decision, Note, Outcome, Step
from guide.model.guide import Guide, once_a_guide
from guide.model.lengths import DayNumber, Quantity, Unit, singular, why_not_counted
from guide.model.noun import Id, IsoDay, Noun, Words
from guide.model.partnership import (
    Actor,
    Anchor,
    Change,
    DecisionGuide,
    Example,
    Form,
    GuidePart,
    GuideWords,
    Journey,
    Partnership,
    Question,
    Reference,
    SourceItem,
    Term,
    Website,
)
from guide.model.procedure import Clock, Phase, Procedure
from guide.model.routes import Route, alongside_routes
from guide.model.second_reading import (
    ReadingStanding,
    ReadRow,
    SecondReading,
    SheetColumn,
    digest_of,
    standing_of,
    state_of,
)
from guide.model.statement import NEEDED, Accessibility, Barrier
from guide.model.words import Said, words_of

__all__ = [
    "NEEDED",
    "NOT_STATED",
    "TIMED_KINDS",
    "Accessibility",
    "Actor",
    "Anchor",
    "AnyDeadline",
    "AnyEntry",
    "Authority",
    "Barrier",
    "Change",
    "Clock",
    "DayNumber",
    "Deadline",
    "Decision",
    "DecisionGuide",
    "EarlierOf",
    "Example",
    "Form",
    "Guide",
    "GuidePart",
    "GuideWords",
    "Id",
    "IsoDay",
    "Journey",
    "Kind",
    "LookBack",
    "NoLaterThan",
    "Note",
    "Noun",
    "On",
    "OtherReading",
    "Outcome",
    "Partnership",
    "Phase",
    "Procedure",
    "Quantity",
    "Question",
    "ReadRow",
    "ReadingStanding",
    "Reference",
    "Route",
    "Said",
    "SecondReading",
    "SheetColumn",
    "SourceItem",
    "Step",
    "Term",
    "Unit",
    "Website",
    "Within",
    "Words",
    "alongside_routes",
    "digest_of",
    "once_a_guide",
    "singular",
    "standing_of",
    "state_of",
    "why_not_counted",
    "words_of",
]
