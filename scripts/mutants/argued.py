"""Faults that change nothing anyone could see, each with the reason. A test for one of them could not fail."""

from __future__ import annotations

_YEAR_OF_ERA = {
    "days.py to_ymd": "year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524"
    " - day_of_era // 146_096) // 365",
    "days.js toYmd": "const yearOfEra = floor(dayOfEra - floor(dayOfEra, 1460) + floor(dayOfEra, 36524)"
    " - floor(dayOfEra, 146096), 365);",
}
_SAME_YEAR = (
    "The quotient moves one day earlier, and the division by 365 rounds the difference away: the year is the same on "
    "each of the 146,097 days of an era (tests/project/test_mutants.py goes through them)."
)
_ONLY_PROJECTED_IS_LOOKED_FOR = (
    "The tier goes into least_sure (leastSure), which looks for “projected” and answers “published” to anything else."
)

ARGUED: dict[str, str] = {
    **{
        f"{place}: {before} → {before - 1} in {code}": _SAME_YEAR
        for place, code in _YEAR_OF_ERA.items()
        for before in (1460, 36524, 146096)
    },
    "counting.py count: 'published' → 'mutant' in def count(rule: Rule, start: int, name: str, calendar: Calendar, "
    'start_tier: Tier = "published") -> Counted:': _ONLY_PROJECTED_IS_LOOKED_FOR,
    "evaluate.py Start: 'published' → 'mutant' in tier: Tier = \"published\"": _ONLY_PROJECTED_IS_LOOKED_FOR,
    'counting.js count: "published" → "mutant" in export function count(rule, start, name, calendar, '
    'startTier = "published") {': _ONLY_PROJECTED_IS_LOOKED_FOR,
    'calendar.js Calendar.tier: "published" → "mutant" in return Math.max(...days) <= this.publishedThrough '
    '? "published" : "projected";': _ONLY_PROJECTED_IS_LOOKED_FOR,
}
"""What a fault is known by (`Fault.key`), and why no test can notice it."""
