"""A hand for tests: real mouse, wheel, key and drop events, sent to the canvas's viewport."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas import MIME, Canvas

LEFT = Qt.MouseButton.LeftButton
MIDDLE = Qt.MouseButton.MiddleButton
RIGHT = Qt.MouseButton.RightButton
NONE = Qt.MouseButton.NoButton
STILL = QPoint(0, 0)
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Hand:
    """Holds at most one button down."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.held = NONE

    def press(self, at: QPoint, button=LEFT, modifiers=PLAIN) -> None:
        """Presses a button."""
        self.held = button
        self._mouse(QEvent.Type.MouseButtonPress, at, button, modifiers)

    def move(self, at: QPoint, modifiers=PLAIN) -> None:
        """Moves to a point, in one step."""
        self._mouse(QEvent.Type.MouseMove, at, NONE, modifiers)

    def release(self, at: QPoint, modifiers=PLAIN) -> None:
        """Releases the button."""
        button, self.held = self.held, NONE
        self._mouse(QEvent.Type.MouseButtonRelease, at, button, modifiers)

    def click(self, at: QPoint, button=LEFT, modifiers=PLAIN) -> None:
        """Presses and releases."""
        self.press(at, button, modifiers)
        self.release(at, modifiers)

    def drag(self, start: QPoint, end: QPoint, button=LEFT, modifiers=PLAIN) -> None:
        """Presses, moves in steps, and releases."""
        self.hold(start, end, button, modifiers)
        self.release(end, modifiers)

    def hold(self, start: QPoint, end: QPoint, button=LEFT, modifiers=PLAIN) -> None:
        """Presses and moves in steps; the button stays down."""
        self.press(start, button, modifiers)
        for part in range(1, 6):
            way = QPointF(end - start) * part / 5
            self.move(start + way.toPoint(), modifiers)

    def interrupt(self, at: QPoint) -> None:
        """Presses the right button while another is held."""
        self._mouse(QEvent.Type.MouseButtonPress, at, RIGHT, PLAIN)

    def wheel(self, at: QPoint, delta: int, modifiers=PLAIN, pixels=STILL) -> None:
        """Turns the wheel; 120 is a notch."""
        event = QWheelEvent(
            QPointF(at),
            QPointF(self.canvas.viewport().mapToGlobal(at)),
            pixels,
            QPoint(0, delta),
            NONE,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.canvas.viewport(), event)

    def key(self, key: Qt.Key, modifiers=PLAIN, release: bool = True) -> None:
        """Strikes a key; one that means a command does what it says."""
        QTest.keyPress(self.canvas, key, modifiers)
        if release:
            QTest.keyRelease(self.canvas, key, modifiers)

    def carry(self, layer: str, at: QPoint) -> QMimeData:
        """Drags a layer in from the palette, to a point; keep the answer until it is dropped."""
        data = QMimeData()
        data.setData(MIME, layer.encode())
        event = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, PLAIN)
        QApplication.sendEvent(self.canvas.viewport(), event)
        self.carry_on(data, at)
        return data

    def carry_on(self, data: QMimeData, at: QPoint) -> None:
        """Drags it further, in one step."""
        event = QDragMoveEvent(at, Qt.DropAction.CopyAction, data, LEFT, PLAIN)
        QApplication.sendEvent(self.canvas.viewport(), event)

    def drop(self, data: QMimeData, at: QPoint, modifiers=PLAIN) -> None:
        """Drops what was carried."""
        event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, modifiers)
        QApplication.sendEvent(self.canvas.viewport(), event)

    def carry_away(self) -> None:
        """Leaves the canvas with what is carried, as Esc does too."""
        QApplication.sendEvent(self.canvas.viewport(), QDragLeaveEvent())

    def _mouse(self, kind: QEvent.Type, at: QPoint, button, modifiers) -> None:
        held = NONE if kind == QEvent.Type.MouseButtonRelease else self.held
        where = QPointF(at)
        event = QMouseEvent(
            kind, where, QPointF(self.canvas.viewport().mapToGlobal(at)), button, held, modifiers
        )
        QApplication.sendEvent(self.canvas.viewport(), event)


def grip(canvas: Canvas, node: str) -> QPoint:
    """Where a node is taken by: neither a port nor its name nor a setting is there."""
    return canvas.node_rect(node).bottomLeft() + QPoint(30, -5)


def middle_of_wire(canvas: Canvas, source: str = "conv1", target: str = "relu1") -> QPoint:
    """The middle of the wire from one node's output to another's input."""
    slot = canvas.graph_scene.slot_of(Wire(Port(source, "output"), Port(target, "input")))
    path = canvas.graph_scene.wires.shapes[slot].path
    return canvas.mapFromScene(path.pointAtPercent(0.5))
