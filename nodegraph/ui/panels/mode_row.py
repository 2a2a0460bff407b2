"""The row of the inspector that says whether nodes run: on, bypassed, disabled."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from nodegraph.analysis.modes import bypass_refusal
from nodegraph.ui import steps
from nodegraph.ui.fields import MIXED_SIGN, Choices
from nodegraph.ui.language import translated
from nodegraph.ui.panels.form import Form
from nodegraph.ui.style import called, restyle


class ModeRow(QObject):
    """Shows the mode of a form's nodes, or the sign for several; a choice is one step."""

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self._workspace, self._form = form.workspace, form
        self.box: QComboBox = Choices(form)
        called(self.box, "node_mode", self.tr("Mode"))
        self.box.setToolTip(
            self.tr("bypassed: hands its input on as it is\ndisabled: as if it were not there")
        )
        for mode, words in (
            ("on", self.tr("on")),
            ("bypassed", self.tr("bypassed")),
            ("disabled", self.tr("disabled")),
        ):
            self.box.addItem(words, mode)
        self.box.setPlaceholderText(MIXED_SIGN)
        self.box.activated.connect(self._choose)
        form.add_row("mode", self.box, words=self.tr("mode"))
        self.wrong = form.rows.add_wrong("mode")

    def refresh(self) -> None:
        """Shows what is so now; what was refused before is over."""
        nodes = self._workspace.drawing.graph.nodes
        first, *others = {nodes[node].mode for node in self._form.ids}
        self.box.setCurrentIndex(-1 if others else self.box.findData(first))
        self._refuse("")

    def _choose(self, _index: int) -> None:
        mode = self.box.currentData()
        graph, types = self._workspace.drawing.graph, self._workspace.report.types
        if {graph.nodes[node].mode for node in self._form.ids} == {mode}:
            return
        if mode == "bypassed":
            reasons = (bypass_refusal(graph, types, node) for node in self._form.ids)
            if reason := next(filter(None, reasons), ""):
                self.refresh()
                self._refuse(translated(reason))
                return
        self._workspace.do(*steps.set_mode(self._workspace.document.settled, self._form.ids, mode))

    def _refuse(self, reason: str) -> None:
        restyle(self.box, wrong=bool(reason))
        self.wrong.say(reason)
