"""The inspector: everything about the selected nodes, as a form that follows from their layers.

One selected node shows its name, weights, settings, shapes and how its weights start; several
show the settings they share; none shows the drawing's own. Each value done is one step of undo.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from nodegraph.graph import Node
from nodegraph.ui.panels.form import Form
from nodegraph.ui.panels.forms import form_for
from nodegraph.ui.style import called
from nodegraph.ui.tab_order import gather
from nodegraph.ui.workspace import Workspace

FORMS = 12  # are kept, with the one in sight


class Inspector(QScrollArea):
    """The form of the selection; the last ones shown are kept out of sight, to be shown again."""

    left = Signal()  # by Esc: the keys belong to the canvas again

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "inspector", self.tr("Inspector"))
        self.workspace = workspace
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)  # has the size of the one form in sight
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._holder)
        self.form: Form | None = None
        self._forms: list[Form] = []  # the one in sight is the last
        workspace.selected.connect(self.refresh)
        workspace.checked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows the selection as it is now."""
        if self.form is not None and self.form.scrubbing:
            self.form.show_values()
            return
        if self.form is not None and not self.form.suits(self._nodes()):
            self._take_keys()  # may lead here again
        nodes = self._nodes()
        if self.form is None or not self.form.suits(nodes):
            self._change(nodes)
        assert self.form is not None
        self.form.turn_to(nodes)
        self.form.refresh()
        self.form.show()

    def _nodes(self) -> list[Node]:
        selection = self.workspace.selection
        return [n for n in self.workspace.drawing.graph.nodes.values() if n.id in selection]

    def _take_keys(self) -> None:
        """The form gives up the keys: what was typed goes to its own nodes."""
        if self.form is not None and self.form.isAncestorOf(self.window().focusWidget()):
            self.setFocus()

    def _change(self, nodes: Sequence[Node]) -> None:
        if self.form is not None:
            self.form.put_away()
        self.form = next((form for form in self._forms if form.suits(nodes)), None)
        if self.form is None:
            self.form = form_for(nodes)(self.workspace, nodes, self._holder)
            self.form.ended.connect(self.refresh)
            self._column.addWidget(self.form)
            gather(self.form, self)
        else:
            self._forms.remove(self.form)
        self._forms.append(self.form)
        if len(self._forms) > FORMS:
            self._forms.pop(0).deleteLater()  # not at once: one of its signals may have led here
        self.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Keeps only the form in sight: making others again is cheaper than dressing them anew."""
        for form in self._forms[:-1]:
            form.deleteLater()
            QCoreApplication.sendPostedEvents(form, QEvent.Type.DeferredDelete)
        del self._forms[:-1]

    def say_again(self, _again: object) -> None:
        """Builds the form in another language."""
        self._take_keys()
        for form in self._forms:
            form.put_away()
            form.setParent(None)
            form.deleteLater()
        self.form = None
        self._forms.clear()
        self.refresh()

    def focus_name(self) -> None:
        """Puts the cursor into the name, ready to be typed over."""
        if self.form is not None:
            self.form.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.form.name.selectAll()

    def focus_first(self) -> None:
        """Puts the cursor into the first setting, or into the name where there is none."""
        first = self.form.first_field() if self.form is not None else None
        if first is None:
            self.focus_name()
            return
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
