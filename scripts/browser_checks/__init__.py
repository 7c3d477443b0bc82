"""Looks at the browser's half as ruff and mypy look at Python: its types, faults that no type shows, and its styles.

`make browser` has npm put the tools of `package-lock.json` into the environment, and runs them with the Node.js of the
tests. Each tool must first find a fault that is planted for it: one that finds nothing may have looked at nothing.
"""
