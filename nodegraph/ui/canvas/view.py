"""The canvas: shows a workspace's drawing and turns the pointer and the keys into edits.

It decides nothing about networks; what each hand movement means is in `pointer` and `gestures`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from nodegraph.analysis import Problem
from nodegraph.document import Drawing
from nodegraph.document.beside import everything
from nodegraph.graph import NodeId, Port
from nodegraph.ui import steps
from nodegraph.ui.canvas.adding.adding import Adding
from nodegraph.ui.canvas.carry import Carrying
from nodegraph.ui.canvas.commands.arranging import Arranging
from nodegraph.ui.canvas.commands.modes import Modes
from nodegraph.ui.canvas.commands.nudge import Nudge
from nodegraph.ui.canvas.commands.picking import Picking
from nodegraph.ui.canvas.commands.structure import Structure
from nodegraph.ui.canvas.commands.tidying import Tidying
from nodegraph.ui.canvas.commands.walk import Walk
from nodegraph.ui.canvas.gestures import Gesture
from nodegraph.ui.canvas.ground.frames import Frames
from nodegraph.ui.canvas.held_keys import HeldKeys
from nodegraph.ui.canvas.hover import Hover
from nodegraph.ui.canvas.lens.lens import Lens
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.looking.bookmarks import Bookmarks
from nodegraph.ui.canvas.looking.camera import Camera
from nodegraph.ui.canvas.looking.finding import Finding
from nodegraph.ui.canvas.menus import Menus
from nodegraph.ui.canvas.motion import Motion
from nodegraph.ui.canvas.nodes.field_editor import FieldEditor
from nodegraph.ui.canvas.placing import Placing
from nodegraph.ui.canvas.pointer import Pointer
from nodegraph.ui.canvas.telling.advice import Advice
from nodegraph.ui.canvas.telling.node_help import NodeHelp
from nodegraph.ui.canvas.telling.tips import show_tip
from nodegraph.ui.canvas.wires.dots import Dots
from nodegraph.ui.canvas.wires.view import WireView
from nodegraph.ui.theme import Theme
from nodegraph.ui.workspace import Workspace

MIME = "application/x-nodegraph-layer"
CLOSE = 96  # px around shown nodes
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOVES = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Right,
    Qt.Key.Key_Left,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    *ENTER,
)


class Canvas(Camera):
    """The drawing of one workspace, to look at and to change."""

    settings_wanted = Signal()  # the form of the selected nodes is to take the keys

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Look(theme), parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Canvas"))
        self.workspace = workspace
        self._seen = False
        self._carrying = Carrying(self)
        self.hover = Hover(self)
        self._pointer = Pointer(self)
        self.held = HeldKeys(self, self._pointer)
        self.dots = Dots(self)
        self.wire_view = WireView(self)
        self.placing = Placing(self)
        self.advice = Advice(self)
        self.adding = Adding(self)
        self.structure = Structure(self)
        self.modes = Modes(self)
        self.motion = Motion(self)
        self.arranging = Arranging(self)
        self.walk = Walk(self)
        self.nudge = Nudge(self)
        self.menus = Menus(self)
        self.picking = Picking(self)
        self.bookmarks = Bookmarks(self)
        self.finding = Finding(self)
        self.node_help = NodeHelp(self)
        self.lens = Lens(self)
        self._empty = QLabel(self.viewport())
        self._empty.setObjectName("canvas_empty")
        self.show_add_key("Tab")
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        workspace.changed.connect(self._show_change)
        workspace.checked.connect(self._show_report)
        workspace.selected.connect(self._show_selection)
        workspace.opened.connect(self._show_opened)
        self.moved.connect(self.advice.follow)
        self.pinched.connect(self._pointer.cancel)
        self.fields = FieldEditor(self)
        self.frames = Frames(self)
        self.tidying = Tidying(self)
        self.set_theme(theme)
        self.graph_scene.show_drawing(workspace.drawing)
        self._show_report()
        self._show_selection(workspace.selection)

    # What others ask for

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.set_look(Look(theme))
        self.advice.card.set_theme(theme)
        self.adding.set_theme(theme)
        self.lens.set_look(self.look)
        self._empty.setStyleSheet(f"color: {theme.muted}; font-size: 13px; background: none;")

    def show_add_key(self, key: str) -> None:
        """Says on an empty canvas which key adds a layer; "": none does."""
        by_key = self.tr("Drop a layer here, or press {0}").format(key)
        self._empty.setText(by_key if key else self.tr("Drop a layer here"))

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
        """Shows what is selected, or all when nothing is."""
        area = QRectF()
        for node_id in self.workspace.selection:
            area = area.united(self.graph_scene.nodes[node_id].bounds)
        area = area.united(self.graph_scene.ground.area_of(self.workspace.beside))
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
        return self.placing.place(name, pos)

    def set_running(self, ids: Iterable[NodeId]) -> None:
        """Outlines the nodes that a run is at work in."""
        self.graph_scene.show_running(ids)

    def set_failed(self, node_id: NodeId | None, message: str = "") -> None:
        """Marks the node at which a run ended, with why; None takes the mark away."""
        self.graph_scene.show_failure(Problem(node_id, message) if node_id else None)
        self.advice.show()

    def select_all(self) -> None:
        """Selects every node, frame and note."""
        drawing = self.workspace.drawing
        self.workspace.select(drawing.graph.nodes, everything(drawing))

    def delete_selection(self) -> None:
        """Deletes the selected nodes, frames and notes, or the selected wires."""
        drawing, chosen = self.workspace.drawing, self.workspace.selection
        if self.workspace.beside:
            self.frames.delete()
        elif chosen or self.dots.chosen:
            self.workspace.do(*self.dots.deleted(drawing, chosen))
        else:
            self.structure.cut_picked()

    def rename_selected(self) -> bool:
        """Opens the name of the one selected node or frame in its place; False: none is seen."""
        if self.frames.rename():
            return True
        if len(self.workspace.selection) != 1:
            return False
        (node_id,) = self.workspace.selection
        if not self.visible_area().contains(self.graph_scene.nodes[node_id].title_box):
            return False
        self.fields.edit_name(node_id)
        return True

    def want_settings(self) -> None:
        """Gives the keys to the form of what is selected."""
        if self.workspace.selection:
            self.settings_wanted.emit()

    def named(self, ids: Collection[NodeId]) -> str:
        """Nodes in a sentence: "conv1", or "3 nodes"."""
        return steps.named(self.workspace.drawing, ids)

    # What the workspace tells

    def _show_change(self, before: Drawing, after: Drawing) -> None:
        self._carrying.show(after, settled=after is self.workspace.document.settled)
        self.advice.withdraw()
        self._empty.setVisible(not after.graph.nodes)
        self.advice.show()

    def _show_report(self) -> None:
        self.graph_scene.show_report(self.workspace.report)
        self._show_weights()
        self.advice.show()

    def _show_selection(self, ids: frozenset[NodeId]) -> None:
        self.graph_scene.show_selection(ids)
        self._show_weights()
        if ids:
            self.graph_scene.wires.choose(None)
        self.advice.show()

    def _show_weights(self) -> None:
        cost = self.workspace.report.cost
        for node_id in self.workspace.selection & cost.keys():
            self.graph_scene.nodes[node_id].show_weights(cost[node_id].weights)

    def _show_opened(self) -> None:
        self.adding.close()
        self._pointer.cancel()
        self.set_failed(None)
        self._empty.setVisible(not self.workspace.drawing.graph.nodes)
        self.fit()
        self.visited.forget()

    # The pointer

    @property
    def gesture(self) -> Gesture | None:
        """The gesture under way."""
        return self._pointer.gesture

    def finish(self) -> None:
        """Ends the gesture under way where the pointer is."""
        self._pointer.finish()

    def begin(self, gesture: Gesture) -> None:
        """Begins a gesture that no button holds: a click or Enter ends it."""
        self._pointer.begin(gesture)

    @property
    def cuts(self) -> bool:
        """Whether the left button cuts wires now."""
        return self._pointer.cuts

    def cut_next(self) -> None:
        """The next drag cuts the wires it crosses."""
        self._pointer.cuts = True
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        words = self.tr("Drag over the wires to cut; Shift adds dots instead, Esc leaves")
        self.workspace.said.emit(words)

    @property
    def pointer_at(self) -> QPoint | None:
        """Where the pointer is over the viewport; None while it is elsewhere."""
        return self._pointer.over

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self.adding.close():
            return  # a click beside the popup only closes it
        if self.visited.turn(event.button()):
            return
        awake = self.hasFocus()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pointer.press(event, awake)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._pointer.double_press(event):
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # the release of the button opens it, and the key is a command

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            show_tip(self, event.pos(), event.globalPos())
            return True
        return bool(super().viewportEvent(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.adding.is_open:
            self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer.over = None
        if self.gesture is None:
            self.hover.leave()

    # The keys

    def focusNextPrevChild(self, next: bool) -> bool:
        return self.gesture is None and super().focusNextPrevChild(next)  # Tab is the gesture's

    def event(self, event: QEvent) -> bool:
        # While a gesture is under way no command may change the drawing it started from.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self.fields.before_command(event)
            self.frames.words.before_command(event)
            inside = not self.hasFocus() and event.key() in MOVES  # they mean the field there
            accepts = self.advice.offers and event.key() in ENTER
            busy = self.gesture is not None and self.gesture.wants(event)
            if (
                busy
                or inside
                or self.held.wants(event)
                or accepts
                or event.key() == Qt.Key.Key_Escape
            ):
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.fields.field is not None or self.frames.words.widget is not None:
            event.ignore()  # what its field did not want means nothing here
            return
        if self._pointer.key(event) or (event.key() in ENTER and self.advice.accept()):
            return
        if self.held.press(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.held.release(event):
            super().keyReleaseEvent(event)

    def _escape(self) -> None:
        if self.frames.disarm() or self.tidying.cancel():
            return
        if not self.advice.withdraw() and not self._pointer.cancel():
            self._pointer.cuts = False
            self.graph_scene.wires.choose(None)
            self.dots.select(())
            self.workspace.select(())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.held.forget()

    # Layers from the palette

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._show_drop(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._show_drop(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.placing.clear()

    def dropEvent(self, event: QDropEvent) -> None:
        alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        at = event.position().toPoint()
        if self.placing.place(_layer_name(event), at, alone) is not None:
            event.acceptProposedAction()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_drop(self, event: QDragMoveEvent) -> None:
        alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self.placing.show(_layer_name(event), event.position().toPoint(), alone):
            event.acceptProposedAction()
        else:
            event.ignore()

    # The window

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.motion.mark()
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
