"""How the selected node's weights start: torch's own way, a rule for its layer type, or its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from nodegraph.document import Drawing, edits
from nodegraph.graph import NodeId, Start
from nodegraph.graph.start import INITS, Init, inits_for, parameters_of
from nodegraph.ui.fields import Choices, Field, field_for
from nodegraph.ui.panels.rows import Rows
from nodegraph.ui.style import called
from nodegraph.ui.tab_order import gather
from nodegraph.ui.workspace import Workspace

TORCH, RULE, OWN = range(3)


class Starts(QWidget):
    """The choice of who says how weights start, and the functions with their settings."""

    def __init__(self, workspace: Workspace, node: NodeId, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "starts", self.tr("How weights start"))
        self.workspace, self.node = workspace, node
        self.kind = workspace.drawing.graph.nodes[node].layer.kind
        self.rows = Rows(self)
        self.rows.setContentsMargins(0, 12, 0, 0)
        self.whose = Choices(self)
        called(self.whose, "start_whose", self.tr("Weights start as"))
        rule = self.tr("rule for every {0}").format(self.kind)
        self.whose.addItems([self.tr("torch's own"), rule, self.tr("this node's own")])
        self.whose.activated.connect(self._choose)
        head = QLabel(self.tr("WEIGHTS START AS"), self)
        head.setProperty("kind", "head")
        self.rows.add(head, self.whose)
        self._shown: tuple[int, Start] | None = None
        self._made: list[QWidget] = []

    def turn_to(self, node: NodeId) -> None:
        """Shows another node of the same layer type from now on."""
        self.node, self._shown = node, None  # nothing that was typed stays

    def refresh(self) -> None:
        """Shows who says how the weights start now, and how."""
        shown = self._current(self.workspace.drawing)
        if shown == self._shown:
            return
        self._shown = shown
        for widget in self._made:
            widget.hide()
            widget.deleteLater()  # not at once: it may be the one whose signal led here
        self._made.clear()
        whose, start = shown
        self.whose.setCurrentIndex(whose)
        if whose != TORCH:
            for parameter in parameters_of(self.kind):
                self._show(parameter, getattr(start, parameter))
            gather(self, self.whose)

    def _current(self, drawing: Drawing) -> tuple[int, Start]:
        node = drawing.graph.nodes[self.node]
        if node.start is not None:
            return OWN, node.start
        rule = drawing.graph.starts.get(self.kind)
        return (RULE, rule) if rule is not None else (TORCH, Start())

    def _show(self, parameter: str, init: Init | None) -> None:
        box = Choices(self)
        called(box, f"start_{parameter}", self.tr("How the {0} starts").format(parameter))
        names = inits_for(self.kind, parameter)
        box.addItems([self.tr("as torch has it"), *names])
        box.setCurrentIndex(names.index(init.name) + 1 if init else 0)
        box.activated.connect(lambda at: self._set(parameter, Init(names[at - 1]) if at else None))
        self._row(parameter, box)
        for setting in INITS[init.name] if init else ():
            field = field_for(setting, self)
            assert init is not None
            field.show_value(init.settings.get(setting.name, setting.default))
            called(field.widget, f"start_{parameter}_{setting.name}", setting.name)
            field.edited.connect(
                lambda value, name=setting.name: self._set(parameter, _with(init, name, value))
            )
            self._row(f"    {setting.name}", field.widget, field)

    def _row(self, text: str, widget: QWidget, field: Field | None = None) -> None:
        label = QLabel(text, self)
        self.rows.add(label, widget)
        self._made += [label, widget]
        if field is not None:
            wrong = self.rows.add_wrong(widget.objectName())
            self._made.append(wrong)
            field.refused.connect(wrong.say)

    def _choose(self, whose: int) -> None:
        drawing = self.workspace.document.settled
        before, start = self._current(drawing)
        if whose == before:
            return
        title = drawing.graph.nodes[self.node].title
        chosen = start if before != TORCH else Start(Init(inits_for(self.kind, "weight")[0]))
        rule = drawing.graph.starts.get(self.kind)
        after = edits.set_start(drawing, self.node, chosen if whose == OWN else None)
        if whose == TORCH and rule is not None:
            after = edits.set_rule(after, self.kind, None)
        elif whose == RULE and rule is None:
            after = edits.set_rule(after, self.kind, chosen)
        label = {
            TORCH: self.tr("Started {0} as torch does").format(title),
            RULE: self.tr("Started every {0} by one rule").format(self.kind),
            OWN: self.tr("Started {0} in its own way").format(title),
        }[whose]
        self.workspace.do(label, after)

    def _set(self, parameter: str, init: Init | None) -> None:
        drawing = self.workspace.document.settled
        whose, start = self._current(drawing)
        changed = replace(start, **{parameter: init})
        if changed == start:
            return
        name = init.name if init else self.tr("torch's own way")
        title = drawing.graph.nodes[self.node].title
        if whose == RULE:
            label = self.tr("Started the {0} of every {1} by {2}").format(
                parameter, self.kind, name
            )
            self.workspace.do(label, edits.set_rule(drawing, self.kind, changed))
        else:
            label = self.tr("Started the {0} of {1} by {2}").format(parameter, title, name)
            self.workspace.do(label, edits.set_start(drawing, self.node, changed))


def _with(init: Init, name: str, value: Any) -> Init:
    return Init(init.name, {**init.settings, name: value})
