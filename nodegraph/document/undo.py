"""One open drawing with its history: preview while a gesture runs, do at its end, undo, redo.

Keeping the old drawing is undo: no inverse is ever computed, so none can be wrong.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple
from weakref import WeakSet

from nodegraph.document.drawing import Drawing
from nodegraph.document.weight import weight
from nodegraph.graph import Graph, Node, NodeId, Port, Wire
from nodegraph.say import say

Listener = Callable[[Drawing, Drawing], None]
LIMIT = 1_000  # steps; the oldest is dropped
BYTES = 64 * 2**20  # that the steps may hold beyond the drawing itself; then the oldest is dropped


class Step(NamedTuple):
    """A sentence for the history, and the drawing after it."""

    label: str
    drawing: Drawing


class Document:
    """The one door for changes: everything shown listens here.

    `preview` shows a drawing without a step, as a gesture moves; `do` makes it a step;
    `cancel` goes back to the last step.
    """

    def __init__(self, drawing: Drawing) -> None:
        self._steps = [Step(say("Opened"), drawing)]
        self._weights: deque[int] = deque()  # bytes of each step but the first
        self._at = 0
        self._shown = drawing
        self._previews = False
        self._saved = drawing
        self._warm: WeakSet[Graph] = WeakSet()  # left graphs that hold the shown one's order
        self._listeners: list[Listener] = []

    @property
    def drawing(self) -> Drawing:
        """What is shown now, a preview among it."""
        return self._shown

    @property
    def settled(self) -> Drawing:
        """The drawing of the last step, without a preview."""
        return self._steps[self._at].drawing

    @property
    def previews(self) -> bool:
        """Whether a gesture shows what is shown now, be it the drawing of the last step."""
        return self._previews

    @property
    def dirty(self) -> bool:
        """Whether the last step differs from what was saved."""
        return self.settled is not self._saved

    @property
    def steps(self) -> Sequence[Step]:
        """Every step that can be gone to, undone ones too, the oldest first."""
        return tuple(self._steps)

    @property
    def at(self) -> int:
        """Which of `steps` is the last one done."""
        return self._at

    @property
    def held(self) -> int:
        """Bytes that the steps hold beyond the oldest drawing."""
        return sum(self._weights)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None when there is nothing."""
        return self._steps[self._at].label if self._at else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring again; None when there is nothing."""
        return self._steps[self._at + 1].label if self._at + 1 < len(self._steps) else None

    def listen(self, told: Listener) -> Callable[[], None]:
        """Calls `told(before, after)` at each change; the answer, called, ends it."""
        self._listeners.append(told)
        return lambda: self._listeners.remove(told)

    def preview(self, drawing: Drawing) -> None:
        """Shows a drawing that is not a step yet."""
        self._show(drawing, previews=True)

    def do(self, label: str, drawing: Drawing) -> None:
        """One step of undo, called `label`; nothing when it is the drawing of the last step."""
        if drawing is not self.settled:
            while len(self._steps) > self._at + 1:
                self._steps.pop()
                self._weights.pop()
            self._weights.append(weight(self.settled, drawing))
            self._steps.append(Step(label, drawing))
            while len(self._steps) > 2 and (len(self._steps) > LIMIT + 1 or self.held > BYTES):
                del self._steps[0]
                self._weights.popleft()
            self._at = len(self._steps) - 1
        self._show(drawing)

    def amend(self, change: Callable[[Drawing], Drawing]) -> None:
        """The same change in every step, so that no undo takes it back: what is no step at all.

        The file lacks it, whichever step one goes to, so the document is dirty until it is saved.
        """
        if change(self.settled) is self.settled:
            return
        self._steps = [Step(step.label, change(step.drawing)) for step in self._steps]
        self._show(self.settled)

    def relabel(self, said: Callable[[str], str]) -> None:
        """Says every sentence of the history anew, as in another language; no step is made."""
        self._steps = [Step(said(step.label), step.drawing) for step in self._steps]

    def cancel(self) -> None:
        """Back to the last step, as if the preview had never been."""
        self._show(self.settled)

    def undo(self) -> bool:
        """One step back; False when there is none."""
        return self.go_to(self._at - 1)

    def redo(self) -> bool:
        """One step forward; False when there is none."""
        return self.go_to(self._at + 1)

    def go_to(self, at: int) -> bool:
        """Back or forward to that one of `steps`, which is no step; False when there is none."""
        if not 0 <= at < len(self._steps):
            return False
        self._at = at
        self._show(self.settled)
        return True

    def saved(self, drawing: Drawing) -> None:
        """Notes what is in the file now."""
        self._saved = drawing
        self._show(self._shown, self._previews)

    def _show(self, drawing: Drawing, previews: bool = False) -> None:
        before, self._shown, self._previews = self._shown, drawing, previews
        self._forget_derived(before.graph, drawing.graph)
        for told in tuple(self._listeners):
            told(before, drawing)

    def _forget_derived(self, before: Graph, shown: Graph) -> None:
        if before is shown:
            return
        self._warm.add(before)
        if not before.has_order_of(shown):
            for graph in self._warm - {shown}:
                graph.forget_derived()
            self._warm.clear()


def touched(before: Drawing, after: Drawing) -> frozenset[NodeId]:
    """The nodes that are not the same in both, or lie elsewhere; those gone or new among them."""
    old, new = before.graph.nodes, after.graph.nodes
    found = set[NodeId]()
    if old is not new:
        found = {node for node in old.keys() | new.keys() if old.get(node) is not new.get(node)}
    if before.places is not after.places:
        here, there = before.places, after.places
        found |= {n for n in here.keys() | there.keys() if here.get(n) != there.get(n)}
    return frozenset(found)


def rewired(before: Drawing, after: Drawing) -> tuple[Wire, ...]:
    """The wires that are new or carry otherwise, where nodes differ in nothing but their wires.

    None where nodes do differ, or where wires only went.
    """
    old, new = before.graph.nodes, after.graph.nodes
    found: list[Wire] = []
    for node_id in touched(before, after) if old is not new else ():
        if node_id not in old or node_id not in new:
            return ()
        here, there = old[node_id], new[node_id]
        if here is there or _own(here) != _own(there):
            return ()
        feeds = set(here.feeds)
        for feed in there.feeds:
            if feed not in feeds or (feed in here.off) != (feed in there.off):
                found.append(Wire(feed[1], Port(node_id, feed[0])))
    return tuple(found)


def _own(node: Node) -> tuple[object, ...]:
    """All of a node but its wires."""
    return node.layer, node.name, node.shares, node.start, node.mode
