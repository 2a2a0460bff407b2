"""One node in the outline, as it is shown now."""

from __future__ import annotations

from collections.abc import Iterable

from nodegraph.analysis import Problem
from nodegraph.graph import Node, NodeId
from nodegraph.layers import TensorType
from nodegraph.ui.panels.outline_rows import SIGNS, Row


class Entry:
    """One node as it is shown now."""

    def __init__(self, node: Node, number: int) -> None:
        self.node = node
        self.number = number  # never used again; Qt's indexes of its rows carry it
        self.types: tuple[TensorType | None, ...] = ()
        self.problem: Problem | None = None
        self.rows: tuple[Row, ...] | None = None  # None: not opened yet

    @property
    def shape(self) -> str:
        """The first output's type; empty while it is not known."""
        return "" if not self.types or self.types[0] is None else str(self.types[0])

    @property
    def title(self) -> str:
        """The name, with the sign of its problem."""
        sign = f" {SIGNS[self.problem.severity]}" if self.problem else ""
        return f"{self.node.title}{sign}"


def worst(problems: Iterable[Problem]) -> dict[NodeId, Problem]:
    """The problem that is told of each node."""
    found: dict[NodeId, Problem] = {}
    for problem in problems:
        if problem.node is not None:
            before = found.get(problem.node)
            if before is None or (before.severity, problem.severity) == ("hint", "error"):
                found[problem.node] = problem
    return found
