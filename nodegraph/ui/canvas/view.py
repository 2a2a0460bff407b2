"""The canvas: shows a workspace's drawing and turns the pointer and the keys into edits.

It decides nothing about networks. A press starts one gesture object, which lives until the
release, or until Esc or the right button cancels it.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from nodegraph.analysis import Problem
from nodegraph.document import Drawing, edits
from nodegraph.graph import NodeId, Port
from nodegraph.ui.canvas.advice import Advice
from nodegraph.ui.canvas.camera import Camera
from nodegraph.ui.canvas.gestures import (
    Gesture,
    MarqueeGesture,
    MoveGesture,
    PanGesture,
    WireGesture,
)
from nodegraph.ui.canvas.hover import Hover
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.placing import Placing
from nodegraph.ui.theme import Theme
from nodegraph.ui.workspace import Workspace

MIME = "application/x-nodegraph-layer"
EDGE = 24  # px of the screen at each side where a drag moves the camera
FASTEST = 15  # px a frame
FRAME = 16  # ms
CLOSE = 96  # px around shown nodes


class Canvas(Camera):
    """The drawing of one workspace, to look at and to change."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Look(theme), parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Canvas"))
        self.workspace = workspace
        self.gesture: Gesture | None = None
        self._space = False
        self._seen = False
        self._pointer = QPoint()
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self.hover = Hover(self)
        self._placing = Placing(self)
        self.advice = Advice(self)
        self._empty = QLabel(
            self.tr("Drop a layer here, or double-click one in the palette"), self.viewport()
        )
        self._empty.setObjectName("canvas_empty")
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._edge_timer = QTimer(self)  # runs only while a drag is near an edge
        self._edge_timer.setInterval(FRAME)
        self._edge_timer.timeout.connect(self._pan_at_edge)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        workspace.changed.connect(self._show_change)
        workspace.checked.connect(self._show_report)
        workspace.selected.connect(self._show_selection)
        workspace.opened.connect(self._show_opened)
        self.moved.connect(self.advice.follow)
        self.set_theme(theme)
        self.graph_scene.show_drawing(workspace.drawing)
        self._show_report()
        self._show_selection(workspace.selection)

    # What others ask for

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.set_look(Look(theme))
        self.advice.card.set_theme(theme)
        self._empty.setStyleSheet(f"color: {theme.muted}; font-size: 13px; background: none;")

    def show_node(self, node_id: NodeId) -> None:
        """Selects a node and brings it into view, without changing the zoom when it can."""
        self.workspace.select({node_id})
        item = self.graph_scene.nodes.get(node_id)
        if item is None:
            return
        if self.graph_scene.tier == "far":
            self.frame(item.bounds.adjusted(-CLOSE, -CLOSE, CLOSE, CLOSE))
        elif not self.visible_area().contains(item.bounds):
            self.centerOn(item.bounds.center())

    def frame_selection(self) -> None:
        """Shows the selected nodes, or all when none is."""
        area = QRectF()
        for node_id in self.workspace.selection:
            area = area.united(self.graph_scene.nodes[node_id].bounds)
        self.frame(area if not area.isEmpty() else self.graph_scene.content())

    def node_rect(self, node_id: NodeId) -> QRect:
        """Where a node's body is, in px of the viewport."""
        return self.mapFromScene(self.graph_scene.nodes[node_id].body).boundingRect()

    def port_pos(self, port: Port) -> QPoint:
        """Where a port is, in px of the viewport."""
        item = self.graph_scene.nodes[port.node]
        is_output = port.name in item.node.layer.outputs
        return self.mapFromScene(item.port_at(port.name, is_output))

    def input_pos(self, port: Port) -> QPoint:
        """Where an input is, also when an output has its name."""
        return self.mapFromScene(self.graph_scene.nodes[port.node].port_at(port.name, False))

    def add_layer(self, name: str, pos: QPoint | None = None) -> NodeId | None:
        """Adds a node with its middle at a point of the viewport, and selects it.

        Without a point it comes behind the selected node, or into the middle. None when there
        is no layer of that name.
        """
        return self._placing.place(name, pos)

    def set_running(self, ids: Iterable[NodeId]) -> None:
        """Outlines the nodes that a run is at work in."""
        self.graph_scene.show_running(ids)

    def set_failed(self, node_id: NodeId | None, message: str = "") -> None:
        """Marks the node at which a run ended, with why; None takes the mark away."""
        self.graph_scene.show_failure(Problem(node_id, message) if node_id else None)
        self.advice.show()

    def select_all(self) -> None:
        """Selects every node."""
        self.workspace.select(self.workspace.drawing.graph.nodes)

    def delete_selection(self) -> None:
        """Deletes the selected nodes, or the selected wire."""
        drawing, chosen = self.workspace.drawing, self.workspace.selection
        wire = self.graph_scene.wire_at(self.graph_scene.wires.chosen)
        if chosen:
            self.workspace.do(f"Deleted {self.named(chosen)}", edits.delete(drawing, chosen))
        elif wire is not None:
            ends = (drawing.graph.nodes[port.node].title for port in wire)
            self.graph_scene.wires.choose(None)
            self.workspace.do(
                "Disconnected {} from {}".format(*ends), edits.disconnect(drawing, wire)
            )

    def named(self, ids: Iterable[NodeId]) -> str:
        """Nodes in a sentence: "conv1", or "3 nodes"."""
        names = [self.workspace.drawing.graph.nodes[node_id].title for node_id in ids]
        return names[0] if len(names) == 1 else f"{len(names)} nodes"

    # What the workspace tells

    def _show_change(self, before: Drawing, after: Drawing) -> None:
        self.graph_scene.show_drawing(after)
        self.advice.withdraw()
        self._empty.setVisible(not after.graph.nodes)
        self.advice.show()

    def _show_report(self) -> None:
        self.graph_scene.show_report(self.workspace.report)
        self.advice.show()

    def _show_selection(self, ids: frozenset[NodeId]) -> None:
        self.graph_scene.show_selection(ids)
        if ids:
            self.graph_scene.wires.choose(None)
        self.advice.show()

    def _show_opened(self) -> None:
        self.stop_gesture()
        self.set_failed(None)
        self._empty.setVisible(not self.workspace.drawing.graph.nodes)
        self.fit()

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at, button = event.position().toPoint(), event.button()
        self._pointer, self._modifiers = at, event.modifiers()
        if self.gesture is not None:
            if button == Qt.MouseButton.RightButton:
                self.stop_gesture()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.advice.withdraw()
        self.hover.leave()
        if button == Qt.MouseButton.MiddleButton:
            self.gesture = PanGesture(self, at, button)
        elif button == Qt.MouseButton.RightButton:
            if self.graph_scene.node_at(self.mapToScene(at)) is None:
                self.gesture = PanGesture(self, at, button)
        elif button == Qt.MouseButton.LeftButton:
            self.gesture = self._left(at, event.modifiers())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _left(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> Gesture | None:
        if self._space:
            return PanGesture(self, at, Qt.MouseButton.LeftButton)
        if found := self.hover.port_at(at):
            port, is_output = found
            return WireGesture(self, at, port, is_output)
        item = self.graph_scene.node_at(self.mapToScene(at))
        if item is not None:
            return MoveGesture(self, at, item.id, modifiers)
        slot = self.hover.wire_at(at)
        self.graph_scene.wires.choose(slot)
        if slot is not None:
            self.workspace.select(())
            return None
        return MarqueeGesture(self, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._pointer, self._modifiers = at, event.modifiers()
        if self.gesture is None:
            self.hover.follow(at)
            return
        self._drag()
        if self.gesture.pans_at_edges and self.gesture.dragging and self._edge_way():
            self._edge_timer.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self.gesture
        if gesture is None or event.button() != gesture.button:
            return
        at = event.position().toPoint()
        self._edge_timer.stop()
        gesture.move(at, event.modifiers())
        self.gesture = None
        gesture.release(at, event.modifiers())
        self.hover.follow(at)
        self.advice.show()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.gesture is None:
            self.hover.leave()

    def stop_gesture(self) -> bool:
        """Cancels the gesture under way; False when there is none."""
        gesture, self.gesture = self.gesture, None
        self._edge_timer.stop()
        if gesture is None:
            return False
        gesture.cancel()
        self.advice.show()
        return True

    def _drag(self) -> None:
        assert self.gesture is not None
        was_dragging = self.gesture.dragging
        self.gesture.move(self._pointer, self._modifiers)
        if self.gesture.dragging and not was_dragging:
            self.advice.show()

    def _edge_way(self) -> QPoint | None:
        room = self.viewport().rect()
        inside = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        x = min(0, self._pointer.x() - inside.left()) + max(0, self._pointer.x() - inside.right())
        y = min(0, self._pointer.y() - inside.top()) + max(0, self._pointer.y() - inside.bottom())
        return QPoint(x, y) if x or y else None

    def _pan_at_edge(self) -> None:
        way = self._edge_way()
        if way is None or self.gesture is None:
            self._edge_timer.stop()
            return
        step = FASTEST / EDGE
        self.scroll_by(
            *(round(max(-FASTEST, min(FASTEST, part * step))) for part in (way.x(), way.y()))
        )
        self._drag()

    # The keys

    def event(self, event: QEvent) -> bool:
        # These keys mean the canvas before they mean a command of the window; and while a
        # gesture is under way no command may change the drawing it started from.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
            if self.gesture is not None or event.key() in own:
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        actions = {
            Qt.Key.Key_Delete: self.delete_selection,
            Qt.Key.Key_Backspace: self.delete_selection,
            Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_F: self.frame_selection,
            Qt.Key.Key_Home: self.fit,
        }
        with_control = {
            Qt.Key.Key_A: self.select_all,
            Qt.Key.Key_0: self.zoom_reset,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
        }
        done = (with_control if control else actions).get(Qt.Key(key))
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif done is not None and (self.gesture is None or key == Qt.Key.Key_Escape):
            done()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        else:
            super().keyReleaseEvent(event)

    def _escape(self) -> None:
        self.advice.withdraw()
        if not self.stop_gesture():
            self.graph_scene.wires.choose(None)
            self.workspace.select(())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space = False

    # Layers from the palette

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._show_drop(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._show_drop(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._placing.clear()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.add_layer(_layer_name(event), event.position().toPoint()) is not None:
            event.acceptProposedAction()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_drop(self, event: QDragMoveEvent) -> None:
        if self._placing.show(_layer_name(event), event.position().toPoint()):
            event.acceptProposedAction()
        else:
            event.ignore()

    # The window

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self._empty.setVisible(not self.workspace.drawing.graph.nodes)
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
        self.advice.show()


def _layer_name(event: QDropEvent) -> str:
    data = event.mimeData()
    return bytes(data.data(MIME).data()).decode() if data.hasFormat(MIME) else ""
