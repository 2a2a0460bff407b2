"""What moves by itself on a canvas, and whether anything may.

A choice for it is remembered. "As the system" follows what the style says of animations: some
desktops tell Qt of reduced motion that way, and for the others there is the choice.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionGraphicsItem, QWidget

from nodegraph.graph import NodeId
from nodegraph.ui.canvas.geometry import CORNER
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.moment import Curve, moment
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.canvas.untouched import Untouched
from nodegraph.ui.settings import Settings

CHOICES = ("system", "full", "reduced")
LONGEST = 150  # ms that anything moves by itself
WIDEST = 14.0  # px at 100 % that a pulse grows beyond the node


class Motion(QObject):
    """Marks a node with a short pulse, where motion is not reduced."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._settings: Settings | None = None
        self._choice = "system"
        self._ring: _Ring | None = None
        self._clock = moment(self, LONGEST, Curve.Linear, self._grow, self.stop)
        canvas.workspace.changed.connect(self.stop)
        canvas.glide.at_once = lambda: self.reduced

    def restore(self, settings: Settings) -> None:
        """Takes what was chosen before, and keeps what is chosen from now on."""
        self._settings = settings
        self.mark()

    @property
    def choice(self) -> str:
        """As the system has it, full, or reduced."""
        return self._settings.get("motion") if self._settings is not None else self._choice

    @property
    def reduced(self) -> bool:
        """Whether nothing is to move by itself."""
        if self.choice != "system":
            return self.choice == "reduced"
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._canvas.style().styleHint(hint, None, self._canvas) == 0

    def show(self, choice: str) -> None:
        """Takes one of the choices; remembered."""
        self._choice = choice
        if self._settings is not None:
            self._settings.set("motion", choice)
        self.mark()

    def mark(self) -> None:
        """Checks the entry of the menu that tells what is so."""
        for choice in CHOICES:
            action = self._canvas.window().findChild(QAction, f"view.motion.{choice}")
            if action is not None:
                action.setChecked(choice == self.choice)

    def pulse(self, node_id: NodeId) -> None:
        """Marks a node for a moment."""
        self.stop()
        item = self._canvas.graph_scene.nodes.get(node_id)
        if self.reduced or item is None or not self._canvas.isVisible():
            return
        self._ring = _Ring(item.body, self._canvas.look)
        self._canvas.graph_scene.addItem(self._ring)
        self._clock.start()

    @property
    def pulses(self) -> bool:
        """Whether a node is being marked now."""
        return self._ring is not None

    def stop(self) -> None:
        """Nothing moves any more."""
        ring, self._ring = self._ring, None
        self._clock.stop()
        if ring is not None:
            self._canvas.graph_scene.removeItem(ring)

    def _grow(self, part: float) -> None:
        if self._ring is not None:
            self._ring.grow(part)


class _Ring(Untouched):
    """A line around a node that goes outwards and fades."""

    def __init__(self, body: QRectF, look: Look) -> None:
        super().__init__(look)
        self._body = body
        self._bounds = body.adjusted(-WIDEST - 2, -WIDEST - 2, WIDEST + 2, WIDEST + 2)
        self._area, self._corner = body, CORNER
        self.setZValue(49)

    def grow(self, part: float) -> None:
        """Lies that far out, from 0 to 1."""
        by = WIDEST * part
        self._area, self._corner = self._body.adjusted(-by, -by, by, by), CORNER + by
        self.setOpacity(1.0 - part)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setPen(self.look.selected)
        painter.drawRoundedRect(self._area, self._corner, self._corner)
