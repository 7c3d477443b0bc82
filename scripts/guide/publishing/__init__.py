"""What a built site must be before anyone may see it, and which build it is."""

from __future__ import annotations

from guide.publishing.address import free_address, taken
from guide.publishing.brand import ACCENT, COLOUR, LEAST, WHITE, accent_of, coloured, contrast, readable
from guide.publishing.come_back import see_what_comes_back
from guide.publishing.finish import finish_site, undated_sitemap
from guide.publishing.hardening import policy
from guide.publishing.inspection import inspect_site
from guide.publishing.joined import NotJoined, joined_assets
from guide.publishing.logo import Logo, NotALogo, logo_of, read_logo
from guide.publishing.making import SiteInMaking
from guide.publishing.offline import UNDATED, WORKER, copy_facts, listing_of, manifest
from guide.publishing.origin import UNRECORDED, Origin, is_production, read_origin, today
from guide.publishing.seldom import collect_seldom

__all__ = [
    "ACCENT",
    "COLOUR",
    "LEAST",
    "UNDATED",
    "UNRECORDED",
    "WHITE",
    "WORKER",
    "Logo",
    "NotALogo",
    "NotJoined",
    "Origin",
    "SiteInMaking",
    "accent_of",
    "collect_seldom",
    "coloured",
    "contrast",
    "copy_facts",
    "finish_site",
    "free_address",
    "inspect_site",
    "is_production",
    "joined_assets",
    "listing_of",
    "logo_of",
    "manifest",
    "policy",
    "read_logo",
    "read_origin",
    "readable",
    "see_what_comes_back",
    "taken",
    "today",
    "undated_sitemap",
]
