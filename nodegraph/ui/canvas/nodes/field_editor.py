"""The one live editor on the canvas: a setting's field or a node's name, where it is painted.

Nodes paint their settings, which costs nothing; a real widget stands there only while somebody
types. It is the inspector's own field and makes the inspector's own step. Enter takes the value,
Esc goes back, Tab goes on to the next setting; leaving it, by a click elsewhere or by moving the
camera, takes the value too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent

from nodegraph.document import Document, Drawing
from nodegraph.document.undo import Step
from nodegraph.graph import NodeId
from nodegraph.say import say
from nodegraph.setting import Setting, SettingError
from nodegraph.ui import steps
from nodegraph.ui.canvas.geometry import Chip
from nodegraph.ui.canvas.live_editor import LiveEditor
from nodegraph.ui.canvas.nodes.field_place import Reason, place_field
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.fields import MIXED, Field, LineField, field_for
from nodegraph.ui.style import called

NAME = Setting("text", "", say("The name in the code"), name="name")


@dataclass
class Editing:
    """What is being edited, and how its value becomes a step."""

    node: NodeId
    field: Field
    document: Document
    value: Callable[[], Any]  # as the drawing has it now
    step: Callable[[Any], Step]
    box: Callable[[], QRectF | None]  # of the scene; None where it is no longer painted
    pending: Step | None = None  # shown, and not yet a step


class FieldEditor(LiveEditor):
    """Opens and closes the editor of a canvas."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        self._open: Editing | None = None
        self._reason = Reason(canvas.viewport())
        called(self._reason, "canvas_field_wrong", self.tr("What is wrong"), "bad")

    @property
    def field(self) -> Field | None:
        """The field that is open; None while nothing is edited."""
        return self._open.field if self._open else None

    def edit_setting(self, node_id: NodeId, name: str) -> None:
        """Opens a setting that is painted on a node; in all selected nodes that share it."""
        chip = self._chip(node_id, name)
        if chip is None:
            return
        ids = self._reached(node_id, chip.setting)

        def value() -> Any:
            nodes = self._workspace.drawing.graph.nodes
            values = [getattr(nodes[node].layer, name) for node in ids if node in nodes]
            return values[0] if all(v == values[0] for v in values) else MIXED

        def box() -> QRectF | None:
            chip = self._chip(node_id, name)
            if chip is None:
                return None
            label = chip.value_x - chip.box.left() - 3  # stays readable
            item = self._canvas.graph_scene.nodes[node_id]
            return chip.box.adjusted(label, 0, 0, 0).translated(item.pos())

        field = field_for(chip.setting, self._canvas.viewport())
        called(field.widget, "canvas_field", name, "chip")
        self._begin(
            Editing(
                node_id,
                field,
                self._workspace.document,
                value,
                lambda v: steps.set_setting(self._workspace.document.settled, ids, name, v),
                box,
            )
        )

    def click_setting(self, node_id: NodeId, name: str) -> None:
        """What a click on a painted setting does: a flag turns over, others open."""
        chip = self._chip(node_id, name)
        if chip is None or chip.setting.kind != "bool":
            self.edit_setting(node_id, name)
            return
        drawing = self._workspace.document.settled
        turned = not getattr(drawing.graph.nodes[node_id].layer, name)
        ids = self._reached(node_id, chip.setting)
        self._workspace.do(*steps.set_setting(drawing, ids, name, turned))

    def edit_name(self, node_id: NodeId) -> None:
        """Opens a node's name."""
        item = self._canvas.graph_scene.nodes[node_id]
        field = LineField(NAME, self._canvas.viewport())
        called(field.widget, "canvas_name", self.tr("Name"), "chip")
        self._begin(
            Editing(
                node_id,
                field,
                self._workspace.document,
                lambda: self._workspace.drawing.graph.nodes[node_id].title,
                lambda v: steps.rename(self._workspace.document.settled, node_id, v),
                lambda: item.title_box,
            )
        )

    def leave(self) -> None:
        """Takes what was typed and closes; a wrong value is dropped, and that is said."""
        if self._open is None:
            return
        if not self._commit():
            self._workspace.said.emit(self.tr("Not changed: {0}").format(self._reason.text()))
        self.cancel()

    def cancel(self) -> None:
        """Closes, and the drawing is as before."""
        if self._open is not None and self._open.pending is not None:
            self._open.pending = None
            self._workspace.document.cancel()
        self._close()

    # While it is open

    def _begin(self, editing: Editing) -> None:
        self.leave()
        self._open = editing
        field = editing.field
        field.edited.connect(self._take)
        field.refused.connect(self._say)
        field.show_value(editing.value())
        if isinstance(field, LineField):
            field.line.textChanged.connect(self._place)
            field.line.selectAll()
        self._show(field.widget)

    def _take(self, value: Any) -> None:
        editing = self._open
        if editing is None:
            return
        try:
            step = editing.step(value)
        except SettingError as error:
            editing.field.refuse_setting(error)
            return
        except ValueError as error:
            editing.field.refuse(str(error))
            return
        editing.pending = step
        self._workspace.document.preview(step.drawing)
        if not isinstance(editing.field, LineField):
            self._settle()  # a click is done at once

    def _settle(self) -> None:
        if self._open is not None and self._open.pending is not None:
            step, self._open.pending = self._open.pending, None
            self._workspace.do(*step)

    def _commit(self) -> bool:
        assert self._open is not None
        if not self._open.field.commit():
            return False
        self._settle()
        return True

    def _follow(self, _before: Drawing, after: Drawing) -> None:
        editing = self._open
        if editing is None:
            return
        same = editing.document is self._workspace.document
        if not same or editing.node not in after.graph.nodes or editing.box() is None:
            self._close()
            return
        if editing.pending is not None and after is not editing.pending.drawing:
            editing.pending = None  # something else was done meanwhile
        editing.field.show_value(editing.value())
        self._place()

    def _close(self) -> None:
        editing, self._open = self._open, None
        if editing is None:
            return
        editing.field.blockSignals(True)
        self._reason.hide()
        self._remove()

    def _go_on(self, by: int) -> None:
        """To the next setting of the node, or the one before."""
        assert self._open is not None
        node, here = self._open.node, self._open.field.setting.name
        self._close()
        names = [c.setting.name for c in self._canvas.graph_scene.nodes[node].measures.chips]
        if names:
            at = names.index(here) + by if here in names else 0
            self.edit_setting(node, names[at % len(names)])

    # The keys

    def _key(self, event: QKeyEvent) -> bool:
        key, ways = event.key(), {int(Qt.Key.Key_Tab): 1, int(Qt.Key.Key_Backtab): -1}
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._commit():
                self._close()
        elif key in ways:
            if self._commit():
                self._go_on(ways[key])
        else:
            return False
        return True

    # Where it stands

    def _chip(self, node_id: NodeId, name: str) -> Chip | None:
        chips = self._canvas.graph_scene.nodes[node_id].measures.chips
        return next((chip for chip in chips if chip.setting.name == name), None)

    def _reached(self, node_id: NodeId, setting: Setting) -> tuple[NodeId, ...]:
        workspace = self._workspace
        return steps.sharing(workspace.drawing, workspace.selection, node_id, setting)

    def _place(self) -> None:
        editing = self._open
        box = editing.box() if editing is not None else None
        if editing is None or box is None:
            return
        role = "title" if editing.field.setting is NAME else "chip"
        place_field(self._canvas, editing.field, editing.node, box, role)
        self._reason.follow(editing.field.widget)

    def _say(self, why: str) -> None:
        if self._open is not None:
            self._reason.say(why, self._open.field.widget)
