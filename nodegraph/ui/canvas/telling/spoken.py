"""What a screen reader says of the canvas: what the keys are at now, and what was done.

Only where one listens is anything put into words.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from nodegraph.analysis import Problem
from nodegraph.graph import Node, NodeId
from nodegraph.ui.canvas.nodes.off import layer_told
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.language import translated
from nodegraph.ui.naming import named

CALM = 80  # ms without another selection: a marquee is not read out step by step


class Spoken(QObject):
    """Announces the selection and the sentences of steps, as the viewport's."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        self._canvas, self._workspace = canvas, canvas.workspace
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self._calm.timeout.connect(self._say_selected)
        self._workspace.selected.connect(self._wait)
        self._workspace.chose_beside.connect(self._wait)
        self._workspace.said.connect(self._say)

    def _wait(self) -> None:
        if QAccessible.isActive() and self._canvas.hasFocus():
            self._calm.start()

    def _say_selected(self) -> None:
        chosen, beside = self._workspace.selection, self._workspace.beside
        if len(chosen) == 1 and not beside:
            self._say(self._told(next(iter(chosen))))
        else:
            words = named(self._workspace.drawing, chosen, beside)
            self._say(_words("{0} selected").format(words) if words else _words("Nothing selected"))

    def _told(self, node_id: NodeId) -> str:
        scene = self._canvas.graph_scene
        item = scene.nodes[node_id]
        note = item.note if item.node.mode == "on" else ""  # it would say the mode again
        return node_told(item.node, note, scene.told.get(node_id))

    def _say(self, words: str) -> None:
        if QAccessible.isActive() and self._canvas.isVisible():
            event = QAccessibleAnnouncementEvent(self._canvas.viewport(), translated(words))
            QAccessible.updateAccessibility(event)


def node_told(node: Node, shape: str, problem: Problem | None) -> str:
    """A node aloud: its name, layer, shape, and what is wrong with it."""
    wrong = ""
    if problem is not None:
        words = {
            "error": _words("error: {0}"),
            "hint": _words("hint: {0}"),
            "blocked": _words("blocked: {0}"),
        }
        wrong = words[problem.severity].format(translated(problem.message))
    return ", ".join(filter(None, (node.title, layer_told(node), shape, wrong)))


def _words(text: str) -> str:
    return QCoreApplication.translate("Spoken", text)
