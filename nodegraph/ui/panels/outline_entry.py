"""One node in the outline, as it is shown now."""

from __future__ import annotations

from nodegraph.analysis import Problem
from nodegraph.graph import Node
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
