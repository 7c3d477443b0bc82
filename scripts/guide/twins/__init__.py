"""The two counting engines, Python's and the browser's, asked the same questions."""

from __future__ import annotations

from guide.twins import act_vectors, node, verify
from guide.twins.node import NodeProblem, find_node
from guide.twins.vector_files import format_report
from guide.twins.verify import verify_file

__all__ = [
    "NodeProblem",
    "act_vectors",
    "find_node",
    "format_report",
    "node",
    "verify",
    "verify_file",
]
