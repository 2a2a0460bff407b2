"""The forms of the inspector: of one node, of what several share, and of the drawing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nodegraph.document import edits
from nodegraph.graph import Node, NodeId, Port
from nodegraph.graph.start import parameters_of
from nodegraph.layers import TensorType
from nodegraph.setting import Setting, SettingError, settings_of
from nodegraph.ui import steps
from nodegraph.ui.fields import Field
from nodegraph.ui.language import help_of
from nodegraph.ui.panels.form import Form
from nodegraph.ui.panels.mode_row import ModeRow
from nodegraph.ui.panels.starts import Starts
from nodegraph.ui.style import called, mono, restyle
from nodegraph.ui.workspace import Workspace


class DrawingForm(Form):
    """Nothing is selected: the drawing's own name and counts."""

    def __init__(self, workspace: Workspace, nodes: Sequence[Node], parent: QWidget) -> None:
        super().__init__(workspace, nodes, parent)
        self.kind.setText(self.tr("Drawing"))
        self.help.setText(
            self.tr("The name becomes the class in the code. Select a node to set it.")
        )
        self.values: dict[str, QLabel] = {}
        for name, words in (
            ("nodes", self.tr("nodes")),
            ("wires", self.tr("wires")),
            ("weights", self.tr("weights")),
            ("multiply-adds", self.tr("multiply-adds")),
        ):
            value = self.label(f"count_{name}", "")
            called(value, f"count_{name}", words)
            self.values[name] = value
            self.add_row(name, value, muted=True, words=words)

    def refresh(self) -> None:
        drawing, report = self.workspace.drawing, self.workspace.report
        self.show_name(drawing.name)
        known = "{0}" if report.whole else self.tr("{0} so far")
        counts = {
            "nodes": ("{0}", len(drawing.graph.nodes)),
            "wires": ("{0}", len(drawing.graph.wires)),
            "weights": (known, report.weights),
            "multiply-adds": (known, report.multiply_adds),
        }
        for name, (words, count) in counts.items():
            self.values[name].setText(words.format(f"{count:,}"))

    def rename(self, name: str) -> None:
        steps.must_be_identifier(name)
        drawing = self.workspace.document.settled
        label = self.tr("Named the network {0}").format(name)
        self.workspace.do(label, edits.set_name(drawing, name))


class NodeForm(Form):
    """One node: its settings in torch's order, what the wire tells, shapes, and its start."""

    def __init__(self, workspace: Workspace, nodes: Sequence[Node], parent: QWidget) -> None:
        super().__init__(workspace, nodes, parent)
        (node,) = nodes
        self.kind.setText(node.layer.kind)
        self.help.setText(help_of(type(node.layer)))
        self.inferred = [self._told(name) for name in _inferred(workspace, node)]
        for setting in settings_of(type(node.layer)):
            self.add_field(setting, self._set)
        self.mode = ModeRow(self)
        self.shapes: dict[str, QLabel] = {}
        for name in node.layer.outputs:
            value = self.label(f"shape_{name}", "")
            called(value, f"shape_{name}", self.tr("Shape of {0}").format(name))
            value.setFont(mono())
            value.setMinimumHeight(24)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.shapes[name] = value
            self.add_row(name, value, muted=True)
        self.starts: Starts | None = None
        if parameters_of(node.layer.kind):
            self.starts = Starts(workspace, node.id, self)
            self.column.insertWidget(self.column.count() - 1, self.starts)

    @property
    def node(self) -> NodeId:
        """The node it stands for."""
        return self.ids[0]

    def turn_to(self, nodes: Sequence[Node]) -> None:
        turned = self.ids != (nodes[0].id,)
        super().turn_to(nodes)
        if turned and self.starts is not None:
            self.starts.turn_to(self.node)

    def suits(self, nodes: Sequence[Node]) -> bool:
        if not super().suits(nodes):
            return False
        told = [label.objectName() for label in self.inferred]
        return told == [f"inferred_{name}" for name in _inferred(self.workspace, nodes[0])]

    def refresh(self) -> None:
        node = self.workspace.drawing.graph.nodes[self.node]
        report = self.workspace.report
        self.show_name(node.title)
        cost = report.cost.get(node.id)
        self.count.setText(self.tr("{0} weights").format(f"{cost.weights:,}") if cost else "")
        self.count.setVisible(bool(cost and cost.weights))
        self.mode.refresh()
        told = _inferred(self.workspace, node)
        for label, value in zip(self.inferred, told.values(), strict=True):
            label.setText(self.tr("{0} from the wire").format(value))
        super().refresh()
        for name, label in self.shapes.items():
            known = report.types.get(Port(node.id, name))
            label.setText(str(known) if known else self.tr("not known yet"))
            restyle(label, kind="" if known else "muted")
        if self.starts is not None:
            self.starts.refresh()

    def rename(self, name: str) -> None:
        self.workspace.do(*steps.rename(self.workspace.document.settled, self.node, name))

    def _told(self, name: str) -> QLabel:
        label = self.label(f"inferred_{name}", "inferred")
        label.setAccessibleName(name)
        label.setToolTip(self.tr("Follows from what is wired to it"))
        label.setMinimumHeight(24)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.add_row(name, label, muted=True)
        return label

    def _set(self, field: Field, value: Any) -> None:
        _set_all(self.workspace, (self.node,), field, value)


class SharedForm(Form):
    """Several nodes: the settings that all of them have, set in all at once."""

    def __init__(self, workspace: Workspace, nodes: Sequence[Node], parent: QWidget) -> None:
        super().__init__(workspace, nodes, parent)
        self.name.setReadOnly(True)
        self.name.setText(self.tr("{0} nodes").format(len(nodes)))
        kinds = dict.fromkeys(node.layer.kind for node in nodes)
        self.kind.setText(", ".join(kinds))
        self.name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for setting in _shared(nodes):
            self.add_field(setting, self._set)
        self.mode = ModeRow(self)
        words = self.tr("What they share; a change is made in all of them.")
        self.help.setText(words if self.fields else self.tr("They have no setting in common."))

    def refresh(self) -> None:
        nodes = [self.workspace.drawing.graph.nodes[node] for node in self.ids]
        found = self.workspace.report.cost
        known = [found[node.id].weights for node in nodes if node.id in found]
        self.count.setText(self.tr("{0} weights").format(f"{sum(known):,}") if known else "")
        self.mode.refresh()
        super().refresh()

    def _set(self, field: Field, value: Any) -> None:
        _set_all(self.workspace, self.ids, field, value)


def form_for(nodes: Sequence[Node]) -> type[Form]:
    """Which form shows these nodes."""
    if not nodes:
        return DrawingForm
    return NodeForm if len(nodes) == 1 else SharedForm


def _set_all(workspace: Workspace, nodes: tuple[NodeId, ...], field: Field, value: Any) -> None:
    drawing = workspace.document.settled
    try:
        step = steps.set_setting(drawing, nodes, field.setting.name, value)
    except SettingError as error:
        field.refuse_setting(error)
        return
    workspace.do(*step)


def _shared(nodes: Sequence[Node]) -> list[Setting]:
    first, *others = [settings_of(type(node.layer)) for node in nodes]
    return [setting for setting in first if all(setting in settings for settings in others)]


def _inferred(workspace: Workspace, node: Node) -> dict[str, Any]:
    """What the wires tell, by torch's name; the inputs' shapes where torch has none for it."""
    types = workspace.report.types
    known = [types.get(source) for _, source in node.live]
    fed: list[TensorType] = [x for x in known if x is not None]
    if node.free or len(fed) < len(known) or not known:
        return {}
    if node.id in workspace.report.cost and (told := node.layer.inferred(*fed)):
        return told
    names = [name for name, _ in node.live]
    if node.layer.variadic:
        names = [f"{name} {number}" for number, name in enumerate(names, 1)]
    return dict(zip(names, fed, strict=True))
