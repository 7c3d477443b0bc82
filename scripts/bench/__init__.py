"""How quickly and how rightly this counts, beside the libraries one would otherwise use. `make bench` prints it.

Timings are printed and never asserted: they say something about the machine as well.
"""
