"""Commands that arrange what is selected: in a line, apart, level, small, out of its chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nodegraph.document import Drawing, arrange
from nodegraph.document.arrange import Side
from nodegraph.document.splice import pull_out
from nodegraph.ui.canvas.gestures.move import HandsFreeMove
from nodegraph.ui.canvas.sizes import NodeSizes
from nodegraph.ui.naming import named

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas


class Arranging(QObject):
    """Each command is one step for all selected nodes, or a sentence why there is none."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._workspace = canvas.workspace
        self._sizes = NodeSizes(canvas.graph_scene.nodes)

    @property
    def _settled(self) -> Drawing:
        return self._workspace.document.settled

    def align(self, side: Side) -> None:
        """Puts the nodes' edges on one line: "left", "right", "up" or "down"."""
        if self._workspace.has_selected(2):
            chosen = self._workspace.selection
            after = arrange.align(self._settled, chosen, self._sizes, side)
            words = {
                "left": self.tr("Aligned {0} at the left"),
                "right": self.tr("Aligned {0} at the right"),
                "up": self.tr("Aligned {0} at the top"),
                "down": self.tr("Aligned {0} at the bottom"),
            }
            self._do(words[side], after, self.tr("They are in line already"))

    def distribute(self, way: str) -> None:
        """Makes the gaps between the nodes equal: "across" or "down"."""
        if self._workspace.has_selected(3):
            chosen, across = self._workspace.selection, way == "across"
            after = arrange.distribute(self._settled, chosen, self._sizes, across)
            words = (
                self.tr("Spread {0} evenly across") if across else self.tr("Spread {0} evenly down")
            )
            self._do(words, after, self.tr("Their gaps are equal already"))

    def level(self) -> None:
        """Makes the wires of the nodes level."""
        if self._workspace.has_selected(1):
            after = arrange.level(self._settled, self._workspace.selection, self._sizes)
            none = self.tr("No wire was straightened: they are level, or a node is in the way")
            self._do(self.tr("Straightened the wires of {0}"), after, none)

    def fold(self) -> None:
        """Shows the nodes as their titles alone; where all are so, opens them."""
        if self._workspace.has_selected(1):
            chosen = self._workspace.selection
            opens = chosen <= self._settled.folded
            words = self.tr("Expanded {0}") if opens else self.tr("Collapsed {0}")
            self._do(words, arrange.fold(self._settled, chosen), "")

    def trim(self) -> None:
        """Hides the ports of the nodes that have no wire; where all are so, shows them."""
        if self._workspace.has_selected(1):
            chosen = self._workspace.selection
            opens = chosen <= self._settled.trimmed
            words = (
                self.tr("Showed all ports of {0}") if opens else self.tr("Hid unused ports of {0}")
            )
            self._do(words, arrange.trim(self._settled, chosen), "")

    def pull_out(self) -> None:
        """Takes the nodes out of their chain and joins what they stood between."""
        if self._workspace.has_selected(1):
            types = self._workspace.report.types
            after = pull_out(self._settled, types, self._workspace.selection)
            self._do(self.tr("Pulled {0} out"), after, self.tr("They are in no chain"))

    def move(self) -> None:
        """Moves the nodes with the pointer, until a click or Enter."""
        if self._workspace.has_selected(1):
            self._canvas.begin(HandsFreeMove.of_selection(self._canvas))

    def _do(self, words: str, after: Drawing, none: str) -> None:
        if after is self._settled:
            self._workspace.said.emit(none)
        else:
            what = named(self._workspace.drawing, self._workspace.selection)
            self._workspace.do(words.format(what), after)
