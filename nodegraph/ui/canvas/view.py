"""The canvas: shows a workspace's drawing, and has a part for each thing one does with it.

It decides nothing about networks. What the pointer and the keys mean begins in `events`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from nodegraph.analysis import Problem
from nodegraph.document import Drawing
from nodegraph.document.beside import everything
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.adding.adding import Adding
from nodegraph.ui.canvas.carry import Carrying
from nodegraph.ui.canvas.commands.arranging import Arranging
from nodegraph.ui.canvas.commands.modes import Modes
from nodegraph.ui.canvas.commands.nudge import Nudge
from nodegraph.ui.canvas.commands.picking import Picking
from nodegraph.ui.canvas.commands.structure import Structure
from nodegraph.ui.canvas.commands.tidying import Tidying
from nodegraph.ui.canvas.commands.walk import Walk
from nodegraph.ui.canvas.events import Events
from nodegraph.ui.canvas.ground.frames import Frames
from nodegraph.ui.canvas.held_keys import HeldKeys
from nodegraph.ui.canvas.hover import Hover
from nodegraph.ui.canvas.keys_follow import KeysFollow
from nodegraph.ui.canvas.lens.lens import Lens
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.looking.bookmarks import Bookmarks
from nodegraph.ui.canvas.looking.finding import Finding
from nodegraph.ui.canvas.menus import Menus
from nodegraph.ui.canvas.motion import Motion
from nodegraph.ui.canvas.nodes.field_editor import FieldEditor
from nodegraph.ui.canvas.placing import Placing
from nodegraph.ui.canvas.pointer import Pointer
from nodegraph.ui.canvas.slide import Slide
from nodegraph.ui.canvas.telling.advice import Advice
from nodegraph.ui.canvas.telling.node_help import NodeHelp
from nodegraph.ui.canvas.telling.spoken import Spoken
from nodegraph.ui.canvas.telling.tips import Flow, Tips
from nodegraph.ui.canvas.wires.dots import Dots
from nodegraph.ui.canvas.wires.view import WireView
from nodegraph.ui.theme import Theme
from nodegraph.ui.workspace import Workspace


class Canvas(Events):
    """The drawing of one workspace, to look at and to change."""

    settings_wanted = Signal()  # the form of the selected nodes is to take the keys

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Canvas"))
        self._seen = False
        self._carrying = Carrying(self)
        self.hover = Hover(self)
        self._pointer = Pointer(self)
        self.held = HeldKeys(self, self._pointer)
        self.keys_follow = KeysFollow(self)
        self.dots = Dots(self)
        self.wire_view = WireView(self)
        self.advice = Advice(self)
        self.adding = Adding(self)
        self.structure = Structure(self)
        self.modes = Modes(self, self.dots)
        self.motion = Motion(self)
        self.arranging = Arranging(self)
        self.walk = Walk(self)
        self.menus = Menus(self)
        self.picking = Picking(self)
        self.bookmarks = Bookmarks(self)
        self.finding = Finding(self)
        self.node_help = NodeHelp(self, self.walk)
        self.lens = Lens(self)
        self.tips = Tips(self)
        self.flow: Flow | None = None
        self._empty = QLabel(self.viewport())
        self._empty.setObjectName("canvas_empty")
        self.moved.connect(lambda: self._empty.move(0, 0))  # a scroll takes it along
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
        self.frames = Frames(self, self.dots, self.fields)
        self.nudge = Nudge(self, self.dots, self.frames)
        self.slide = Slide(self, self.motion)  # follows what the scene has been told of a change
        self.placing = Placing(self, self.motion, self.slide)
        self.tidying = Tidying(self, self.slide)
        self.spoken = Spoken(self)
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

    def frame_selection(self) -> None:
        """Shows what is selected, or all when nothing is."""
        area = QRectF()
        for node_id in self.workspace.selection:
            area = area.united(self.graph_scene.nodes[node_id].bounds)
        area = area.united(self.graph_scene.ground.area_of(self.workspace.beside))
        self.visited.leave()
        self.frame(area if not area.isEmpty() else self.graph_scene.content())

    def add_layer(self, name: str, pos: QPoint | None = None) -> NodeId | None:
        """Adds a node with its middle at a point of the viewport, and selects it.

        Without a point it comes behind the selected node, or into the middle. None when there
        is no layer of that name.
        """
        return self.placing.place(name, pos)

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

    def cut_next(self) -> None:
        """The next drag cuts the wires it crosses."""
        self._pointer.cuts = True
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        words = self.tr("Drag over the wires to cut; Shift adds dots instead, Esc leaves")
        self.workspace.said.emit(words)

    # What the workspace tells

    def _show_change(self, before: Drawing, after: Drawing) -> None:
        settled = not self.workspace.document.previews
        self._carrying.show(after, settled)
        self.advice.withdraw()
        self._empty.setVisible(not after.graph.nodes)
        if settled or before.graph is not after.graph:
            self.advice.show()
        else:
            self.advice.follow()

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
        self.glide.finish()
        self.fit()
        self.visited.forget()

    # The window

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.motion.mark()
        if not self._seen:
            self._seen = True
            self._empty.setVisible(not self.workspace.drawing.graph.nodes)
            self.fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.tips.show(event.pos(), event.globalPos())
            return True
        return bool(super().viewportEvent(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
        self.advice.show()
