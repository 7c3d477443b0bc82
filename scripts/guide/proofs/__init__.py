"""What the deadlines of a guide say, held against one another: contradictions, and how much time is to spare."""

from __future__ import annotations

from guide.proofs.bounds import bounds_of
from guide.proofs.conflicts import DETECTED_BY, Conflict, answered_conflicts
from guide.proofs.network import Slack, contradictions, slack_of
from guide.proofs.sweep import JourneySweep, sweep_of

__all__ = [
    "DETECTED_BY",
    "Conflict",
    "JourneySweep",
    "Slack",
    "answered_conflicts",
    "bounds_of",
    "contradictions",
    "slack_of",
    "sweep_of",
]
