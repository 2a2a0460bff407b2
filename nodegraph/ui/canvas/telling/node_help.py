"""Help for one node, beside it: what its layer does, torch's name of it, and each setting."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from nodegraph.graph import Node
from nodegraph.layers.base import Module
from nodegraph.setting import settings_of
from nodegraph.ui.canvas.commands.walk import Walk
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.language import help_of, translated, worded
from nodegraph.ui.style import called

WIDE = 380  # px
APART = 12  # px between it and its node


class NodeHelp(QObject):
    """Opens the help of the selected node on a canvas."""

    def __init__(self, canvas: Surface, walk: Walk) -> None:
        super().__init__(canvas)
        self._canvas, self._walk = canvas, walk
        self._card: HelpCard | None = None

    @property
    def card(self) -> HelpCard:
        """The popup, open or not."""
        if self._card is None:
            self._card = HelpCard(self._canvas)
        return self._card

    def open(self) -> None:
        """For the node that the keys are at; without one, says what to do."""
        node_id = self._walk.focus
        if node_id is None:
            self._canvas.workspace.said.emit(self.tr("Select a node first"))
            return
        self.card.open(self._canvas.workspace.drawing.graph.nodes[node_id])


class HelpCard(QFrame):
    """The popup; any key or a click beside it ends it."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        called(self, "node_help", self.tr("Help for the node"))
        self._canvas = canvas
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.text = QLabel(self)
        called(self.text, "node_help_text", self.tr("Help for the node"))
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setFixedWidth(WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.text)
        self.hide()

    def open(self, node: Node) -> None:
        """Shows the help of this node beside it."""
        self.text.setText(self._words(node))
        self.text.setAccessibleDescription(help_of(type(node.layer)))
        self.adjustSize()
        self._stand_by(self._canvas.node_rect(node.id))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _words(self, node: Node) -> str:
        layer, muted = node.layer, self._canvas.look.theme.muted
        rows = [
            f'<tr><td style="padding-right: 12px"><b>{escape(setting.name)}</b></td>'
            f'<td style="padding-right: 12px">{escape(worded(getattr(layer, setting.name)))}</td>'
            f'<td style="color: {muted}">{escape(translated(setting.help))}</td></tr>'
            for setting in settings_of(type(layer))
        ]
        ports = " → ".join(filter(None, (", ".join(layer.inputs), ", ".join(layer.outputs))))
        return (
            f'<p style="font-size: 15px; margin: 0"><b>{escape(node.title)}</b>'
            f' <span style="color: {muted}; font-size: 12px">{escape(torch_name(node))}</span></p>'
            f'<p style="margin: 6px 0">{escape(help_of(type(layer)))}</p>'
            f'<p style="margin: 6px 0; color: {muted}">{escape(ports)}</p>'
            f"<table cellspacing=0 cellpadding=2>{''.join(rows)}</table>"
        )

    def _stand_by(self, node: QRect) -> None:
        room = self._canvas.rect().adjusted(APART, APART, -APART, -APART)
        box = QRect(QPoint(node.left(), node.bottom() + APART), self.size())
        if box.bottom() > room.bottom():
            box.moveBottom(node.top() - APART)
        if box.top() < room.top():
            box.moveTopLeft(QPoint(node.right() + APART, node.top()))
        left = max(room.left(), min(box.left(), room.right() - box.width()))
        top = max(room.top(), min(box.top(), room.bottom() - box.height()))
        self.move(left, top)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # while it is read no key means a command
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hide()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()


def torch_name(node: Node) -> str:
    """What the layer is in torch: "torch.nn.Conv2d", or its own name where torch has none."""
    known = isinstance(node.layer, Module)
    return f"torch.nn.{node.layer.kind}" if known else node.layer.kind
