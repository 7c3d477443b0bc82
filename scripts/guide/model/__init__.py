"""The nouns of a guide, as an author writes them: frozen, and a key that is not here is refused.

Every string knows the line it came from (`guide.strict_yaml.Text`). The JSON Schemas that editors use are made from
these classes.
"""

from __future__ import annotations

from guide.model.actors import NO_ACTORS, NOT_STATED, Actors, Party, Reading
from guide.model.around import LateNote
from guide.model.beside import LookBack, National, OtherReading
from guide.model.contacts import CONTACT_KEYS, CONTACTS_NEEDED, Contact, ContactKey
from guide.model.deadlines import (
    TIMED_KINDS,
    After,
    AnyDeadline,
    Authority,
    Deadline,
    EarlierOf,
    Kind,
    NoLaterThan,
    On,
    PartOfDay,
    Within,
)
from guide.model.decisions import DecisionGuide, GuidePart
from guide.model.entries import AnyEntry, Branch, Decision, Note, Outcome, Step
from guide.model.guide import Guide, once_a_guide
from guide.model.lengths import DayNumber, Quantity, Unit, singular, why_not_counted
from guide.model.noun import NOT_RECORDED, Id, IsoDay, Noun, Words
from guide.model.partnership import (
    Actor,
    Anchor,
    Change,
    Example,
    Form,
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
from guide.model.words import Said, own_words_of, words_of

__all__ = [
    "CONTACTS_NEEDED",
    "CONTACT_KEYS",
    "NEEDED",
    "NOT_RECORDED",
    "NOT_STATED",
    "NO_ACTORS",
    "TIMED_KINDS",
    "Accessibility",
    "Actor",
    "Actors",
    "After",
    "Anchor",
    "AnyDeadline",
    "AnyEntry",
    "Authority",
    "Barrier",
    "Branch",
    "Change",
    "Clock",
    "Contact",
    "ContactKey",
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
    "LateNote",
    "LookBack",
    "National",
    "NoLaterThan",
    "Note",
    "Noun",
    "On",
    "OtherReading",
    "Outcome",
    "PartOfDay",
    "Partnership",
    "Party",
    "Phase",
    "Procedure",
    "Quantity",
    "Question",
    "ReadRow",
    "Reading",
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
    "own_words_of",
    "singular",
    "standing_of",
    "state_of",
    "why_not_counted",
    "words_of",
]
