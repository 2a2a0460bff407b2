"""The cost lens: nodes coloured and labelled by what they cost, as long as somebody wants it.

While it is off, nodes carry no mark and there is no legend: it costs nothing then.
"""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Signal

from nodegraph.ui.canvas.lens import costs
from nodegraph.ui.canvas.lens.costs import Reading
from nodegraph.ui.canvas.lens.legend import Legend
from nodegraph.ui.canvas.look import STEPS, Look
from nodegraph.ui.canvas.nodes.cost_mark import Mark
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.surface import Surface

if TYPE_CHECKING:
    from nodegraph.engine.timing import Times

OFF = "off"
LENSES = (OFF, "weights", "multiply_adds", "memory", "milliseconds")


class Clock(Protocol):
    """Who measures the network that a run trained."""

    @property
    def ready(self) -> bool:
        """Whether there is something to measure now, or it is measured."""

    def read(self) -> tuple[Times | None, str]:
        """The times, measured on wish; while there are none, why."""


class Lens(QObject):
    """Which cost a canvas shows."""

    shown = Signal(str)  # one of LENSES

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        self.setObjectName("lens")
        self.name = OFF
        self.legend: Legend | None = None
        self.clock: Clock | None = None
        self._canvas = canvas
        self._automatic = "cpu"  # the device that "auto" means here, once torch has told
        canvas.workspace.checked.connect(self.refresh)

    def next(self) -> None:
        """The next lens, and after the last none; milliseconds only where they can be told."""
        measured = self.clock is not None and self.clock.ready
        names = LENSES if measured else LENSES[:-1]
        at = names.index(self.name) if self.name in names else -1
        self.show(names[(at + 1) % len(names)])

    def show(self, name: str) -> None:
        """Shows the lens of that name; "off": none."""
        self.name = name
        if name == OFF:
            self._clear()
        self.refresh()
        if self.legend is not None:
            self.legend.choose(self._covered)
        self.shown.emit(name)

    def set_automatic(self, device: str) -> None:
        """Takes what torch found to be the fastest device."""
        self._automatic = device
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Takes the colours of a theme."""
        if self.legend is not None:
            self.legend.set_look(look)

    def say_again(self, _again: object) -> None:
        """Tells the totals in another language."""
        self.refresh()

    def refresh(self) -> None:
        """Reads the network again, if anybody looks."""
        if self.name == OFF:
            return
        reading = self._read()
        most = max(reading.nodes.values(), default=0.0)
        scene = self._canvas.graph_scene
        for node_id, item in scene.nodes.items():
            if item.show_mark(self._mark(item, reading.nodes.get(node_id, 0.0), most, reading)):
                scene.layer.refresh(item)
        ticks = ("0", reading.spell(most / 4), reading.spell(most)) if most else None
        self._told().tell(reading.title, ticks, reading.lines)

    def _read(self) -> Reading:
        workspace = self._canvas.workspace
        drawing, report = workspace.drawing, workspace.report
        match self.name:
            case "weights":
                return costs.weights(report)
            case "multiply_adds":
                return costs.multiply_adds(drawing, report)
            case "memory":
                device = drawing.recipe.device
                device = self._automatic if device == "auto" else device
                return costs.bytes_held(drawing, report, device)
        return costs.milliseconds(*(self.clock.read() if self.clock else (None, "")))

    def _mark(self, item: NodeItem, value: float, most: float, reading: Reading) -> Mark:
        # By the root: else one large layer would leave all others without colour.
        step = ceil(sqrt(value / most) * (STEPS - 1)) if value else 0
        words = reading.spell(value) if value else ""
        title, shape = item.node.title, item.measures
        if item.mark is not None and item.mark.says(step, words, title, shape.width):
            return item.mark
        return Mark.of(step, words, title, shape, self._canvas.look)

    def _told(self) -> Legend:
        if self.legend is None:
            viewport = self._canvas.viewport()
            self.legend = Legend(self._canvas.look, viewport, self._canvas.minimap)
            self._canvas.covers.append(self.legend)
            self._canvas.moved.connect(self.legend.stand)
            viewport.installEventFilter(self)
            self.legend.show()
        return self.legend

    def _covered(self, place: QRect) -> int:
        area = self._canvas.mapToScene(place).boundingRect()
        return len(self._canvas.graph_scene.nodes_in(area))

    def _clear(self) -> None:
        scene = self._canvas.graph_scene
        for item in scene.nodes.values():
            if item.show_mark(None):
                scene.layer.refresh(item)
        if self.legend is not None:
            self._canvas.viewport().removeEventFilter(self)
            self._canvas.moved.disconnect(self.legend.stand)
            self._canvas.covers.remove(self.legend)
            self.legend.deleteLater()
            self.legend.hide()
            self.legend = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.legend is not None:
            self.legend.stand()
        return False
