"""Mutation testing of the counting engines: every small fault put into them must be noticed by a test.

`make mutants` makes the faults (`python_faults`, `javascript_faults.cjs`), runs the tests against each (`python_trial`,
`javascript_trial`) on two processes and names the faults that nothing noticed.
"""
