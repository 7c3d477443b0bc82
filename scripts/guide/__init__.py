"""A safeguarding partnership's procedures as data: read, checked, counted and published.

Nothing in this package imports MkDocs; `scripts/hooks.py` is the only door to it.
"""
