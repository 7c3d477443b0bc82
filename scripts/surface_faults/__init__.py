"""Faults put into what writes the surfaces: every one must be noticed by the check that claims it (`make surfaces`)."""
