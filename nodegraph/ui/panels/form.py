"""What every form of the inspector has: a name, a line of help, and rows under them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nodegraph.graph import Node
from nodegraph.layers import Layer
from nodegraph.setting import Setting
from nodegraph.ui.fields import MIXED, Field, Line, field_for
from nodegraph.ui.panels.rows import INDENT, Rows
from nodegraph.ui.panels.scrub import ScrubLabel
from nodegraph.ui.short import Short
from nodegraph.ui.style import called, restyle
from nodegraph.ui.workspace import Workspace

LEAST_NAME, WIDEST_NAME = 112, 200  # px; a longer name is cut where there is no room


class NameLine(Line):
    """The name of what is shown: as wide as its text, less where there is less room."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(min(max(text, 24) + 20, WIDEST_NAME), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), LEAST_NAME), super().minimumSizeHint().height())


class Form(QWidget):
    """What every form has: a name, a word at its right, a line of help, and rows under them."""

    ended = Signal()  # a number was dragged, and is let go

    def __init__(self, workspace: Workspace, nodes: Sequence[Node], parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "inspector_form", self.tr("Settings"), "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.workspace = workspace
        self._shape = _shape_of(nodes)
        self.ids = tuple(node.id for node in nodes)
        self.scrubs: list[ScrubLabel] = []
        self.name = NameLine(self)
        called(self.name, "inspector_name", self.tr("Name"), "name")
        self.kind = Short(self)
        self.kind.setObjectName("inspector_kind")
        self.kind.setProperty("kind", "muted")
        for narrowing in (self.name, self.kind):
            narrowing.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.count = self.label("inspector_weights", "muted")
        self.help = self.label("inspector_help", "muted")
        self.help.setWordWrap(True)
        self.wrong = self.label("inspector_name_wrong", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.fields: list[Field] = []
        self.rows = Rows()
        head = QHBoxLayout()
        head.setSpacing(4)
        for widget in (self.name, self.kind):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.count)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 12, 16, 12)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addWidget(self.wrong)
        self.column.addWidget(self.help)
        self.column.addSpacing(8)
        self.column.addLayout(self.rows)
        self.column.addStretch(1)
        for words in (self.help, self.wrong):
            words.setIndent(INDENT)
        self.name.textChanged.connect(self._fit_name)
        self.name.textEdited.connect(lambda _text: self._name_is_right())
        self.name.done.connect(self._rename)
        self.name.back.connect(self._restore_name)

    @property
    def scrubbing(self) -> bool:
        """Whether a number is being dragged: the rows stay meanwhile."""
        return any(label.active for label in self.scrubs)

    def suits(self, nodes: Sequence[Node]) -> bool:
        """Whether this form's rows are those of these nodes."""
        return self._shape == _shape_of(nodes)

    def turn_to(self, nodes: Sequence[Node]) -> None:
        """Stands for other nodes that it suits from now on; what was typed goes to the old ones."""
        ids = tuple(node.id for node in nodes)
        if ids == self.ids:
            return
        if (focused := self.focusWidget()) is not None:
            focused.clearFocus()
        self.ids = ids
        for label in self.scrubs:
            label.ids = ids
        for field in self.fields:
            field.accept()

    def put_away(self) -> None:
        """Out of sight it stands for no node."""
        self.hide()
        self.ids = ()

    def refresh(self) -> None:
        """Shows everything as it is now."""
        self.show_values()

    def show_values(self) -> None:
        """Shows each setting's value, or the sign for several."""
        nodes = [self.workspace.drawing.graph.nodes[node] for node in self.ids]
        for field in self.fields:
            first, *others = [getattr(node.layer, field.setting.name) for node in nodes]
            field.show_value(first if all(other == first for other in others) else MIXED)

    def rename(self, name: str) -> None:
        """Makes the step of undo; raises ValueError for a name that can't be.

        What has no name of its own, as several nodes together, stays as it is.
        """

    def label(self, name: str, kind: str, text: str = "") -> QLabel:
        """A label of the form."""
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setProperty("kind", kind)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def add_row(self, name: str, widget: QWidget, muted: bool = False, words: str = "") -> None:
        """A labelled row; its label is the name where there are no other words for it."""
        kind = "inferred" if muted else ""
        self.rows.add(self.label(f"label_{name}", kind, words or name), widget)

    def add_field(self, setting: Setting, done: Callable[[Field, Any], None]) -> Field:
        """A row for a setting, and under it room for what is wrong with a value."""
        field = field_for(setting, self)
        self.fields.append(field)
        label = ScrubLabel(self.workspace, self.ids, setting, self)
        label.ended.connect(self.ended)
        self.scrubs.append(label)
        self.rows.add(label, field.widget)
        field.refused.connect(self.rows.add_wrong(setting.name).say)
        field.edited.connect(lambda value: done(field, value))
        return field

    def first_field(self) -> QWidget | None:
        """The first setting's widget; None where the form has none."""
        return self.fields[0].widget if self.fields else None

    def show_name(self, name: str) -> None:
        """Shows the name, unless one is being typed."""
        if not (self.name.hasFocus() and self.name.isModified()):
            if self.name.text() != name:  # else a long one would be shown from its end
                self.name.setText(name)
            self._name_is_right()

    def _rename(self) -> None:
        if not self.name.isModified():
            return
        self.name.setModified(False)
        try:
            self.rename(self.name.text().strip())
        except ValueError as error:
            restyle(self.name, wrong=True)
            self.wrong.setText(str(error))
            self.wrong.show()

    def _restore_name(self) -> None:
        self.name.setModified(False)
        self._name_is_right()
        self.refresh()

    def _name_is_right(self) -> None:
        if self.name.property("wrong"):
            restyle(self.name, wrong=False)
            self.wrong.hide()

    def _fit_name(self, text: str) -> None:
        self.name.updateGeometry()
        if not self.name.hasFocus():
            self.name.setCursorPosition(0)


def _shape_of(nodes: Sequence[Node]) -> tuple[tuple[type[Layer], str], ...]:
    return tuple((type(node.layer), node.layer.kind) for node in nodes)
