"""What a built site must be before anyone may see it, and which build it is."""

from __future__ import annotations

from guide.publishing.finish import STYLES, finish_site, joined_styles
from guide.publishing.offline import UNDATED, WORKER, copy_facts, listing_of, manifest
from guide.publishing.origin import UNRECORDED, Origin, is_production, read_origin, today

__all__ = [
    "STYLES",
    "UNDATED",
    "UNRECORDED",
    "WORKER",
    "Origin",
    "copy_facts",
    "finish_site",
    "is_production",
    "joined_styles",
    "listing_of",
    "manifest",
    "read_origin",
    "today",
]
