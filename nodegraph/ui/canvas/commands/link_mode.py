"""Wires by the keyboard alone: each port in view has letters, typed for a source, then a target.

It stays until Esc, so that a whole chain is wired in one go; every wire is a step of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QStaticText

from nodegraph.analysis.fits import refusal
from nodegraph.graph import Port, Wire
from nodegraph.ui import steps
from nodegraph.ui.canvas.geometry import PORT
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.look import FADED, Look
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.overlay import Mark, Rings
from nodegraph.ui.language import translated

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

LETTERS = "asdfghjkl"  # where the fingers rest
KEY = Qt.Key.Key_Semicolon  # begins it; a second one ends it
APART = PORT + 6  # px between a port and its letters
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


def codes(count: int) -> list[str]:
    """So many words of letters, the short ones first; none begins with another."""
    found = list(LETTERS)
    while len(found) < count:
        last = max(at for at, code in enumerate(found) if len(code) == len(found[0]))
        longer = found.pop(last)
        found += [longer + letter for letter in LETTERS]
    return found[:count]


class Lettered(NamedTuple):
    """A port that can be typed; `refusal` says why it would be no use."""

    port: Port
    at: QPointF  # in the scene
    refusal: str = ""


class LinkMode(Gesture):
    """From `begin` to Esc, Enter, a click, or the key that began it."""

    pans_at_edges = False
    goes_on = True

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, canvas.pointer_at or QPoint())
        self.source: Port | None = None
        self.typed = ""
        self.ports: dict[str, Lettered] = {}  # by their letters

    def begin(self) -> None:
        """Shows the letters; where ports can't be told apart, only says so."""
        if self.scene.tier != "near":
            self.workspace.said.emit(_words("Zoom in until names can be read, then link"))
            return
        self.canvas.begin(self)
        self.canvas.moved.connect(self._refresh)
        self.workspace.changed.connect(self._refresh)
        self._refresh()
        self._ask()

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer means nothing here."""

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self._end()

    def cancel(self) -> None:
        self._end()

    def wants(self, event: QKeyEvent) -> bool:
        return event.modifiers() in PLAIN and (
            event.key() in (KEY, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            or Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        )

    def key(self, event: QKeyEvent) -> bool:
        if not self.wants(event):
            return False
        if event.key() == KEY:
            self.canvas.finish()
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        else:
            self._type(chr(event.key()).lower())
        return True

    # Letters

    def _type(self, letter: str) -> None:
        typed = self.typed + letter
        if typed in self.ports:
            self._choose(self.ports[typed])
        elif any(code.startswith(typed) for code in self.ports):
            self.typed = typed
            self._show()

    def _take_back(self) -> None:
        if self.typed:
            self.typed = self.typed[:-1]
            self._show()
        else:
            self._start_from(None)

    def _choose(self, chosen: Lettered) -> None:
        if self.source is None:
            self._start_from(chosen.port)
        elif chosen.refusal:
            self.typed = ""
            self._show()
            words = _words("Not connected: {0}")
            self.workspace.said.emit(words.format(translated(chosen.refusal)))
        else:
            self._connect(Wire(self.source, chosen.port))

    def _start_from(self, source: Port | None) -> None:
        self.source = source
        self._refresh()
        self._ask()

    def _connect(self, wire: Wire) -> None:
        drawing, self.source = self.workspace.document.settled, None
        target = drawing.graph.nodes[wire.target.node]
        there = target.inputs.get(wire.target.name) == wire.source
        if there and not drawing.graph.is_off(wire):
            words = _words("{0} feeds {1} already")
            source = drawing.graph.nodes[wire.source.node]
            self.workspace.said.emit(words.format(source.title, target.title))
            self._refresh()
        else:
            self.workspace.do(*steps.connect(drawing, wire))

    def _ask(self) -> None:
        if self.source is None:
            words = _words("Type the letters of an output; Esc ends")
        else:
            title = self.workspace.drawing.graph.nodes[self.source.node].title
            words = _words("From {0}: type the letters of an input").format(title)
        self.workspace.said.emit(words)

    # What is shown

    def _refresh(self, *_: object) -> None:
        """The drawing, the camera or the stage is another one."""
        self.typed = ""
        nodes = self.workspace.drawing.graph.nodes
        if self.source is not None and self.source.node not in nodes:
            self.source = None
        found = self._outputs() if self.source is None else self._inputs(self.source)
        self.ports = dict(zip(codes(len(found)), found, strict=True))
        self._show()

    def _items(self) -> list[NodeItem]:
        """The nodes in view, in the order of reading."""
        if self.scene.tier != "near":
            return []
        items = self.scene.nodes_in(self.canvas.visible_area())
        return sorted(items, key=lambda item: (item.pos().x(), item.pos().y()))

    def _outputs(self) -> list[Lettered]:
        self._show_fits(None)
        return self._seen([(item, port) for item in self._items() for port in item.ports(True)])

    def _inputs(self, source: Port) -> list[Lettered]:
        """Those that fit first, and so with the shorter words."""
        graph, types = self.workspace.drawing.graph, self.workspace.report.types
        inputs = [(item, port) for item in self._items() for port in item.ports(False)]
        found = [
            lettered._replace(refusal=refusal(graph, types, source, lettered.port))
            for lettered in self._seen(inputs, outputs=False)
        ]
        found.sort(key=lambda lettered: bool(lettered.refusal))
        self._show_fits({lettered.port for lettered in found if not lettered.refusal} | {source})
        return found

    def _seen(self, ports: list[tuple[NodeItem, Port]], outputs: bool = True) -> list[Lettered]:
        area = self.canvas.visible_area()
        spots = [Lettered(port, item.port_at(port.name, outputs)) for item, port in ports]
        return [spot for spot in spots if area.contains(spot.at)]

    def _show_fits(self, ports: set[Port] | None) -> None:
        for item in self.scene.nodes.values():
            fits = None
            if ports is not None:
                fits = frozenset(p.name for p in (*item.ports(False), *item.ports(True))
                                 if p in ports)  # fmt: skip
            if item.fits != fits:
                item.show_fits(fits)

    def _show(self) -> None:
        shown = {code: p for code, p in self.ports.items() if code.startswith(self.typed)}
        marks: list[Mark] = [
            Letters(shown, self.source is None, self.canvas.zoom, self.canvas.look)
        ]
        if self.source is not None:
            item = self.scene.nodes[self.source.node]
            at = item.port_at(self.source.name, True)
            marks.append(Rings([(at, item.colour)]))
        self.scene.overlay.stand(*marks if shown else ())

    def _end(self) -> None:
        self.canvas.moved.disconnect(self._refresh)
        self.workspace.changed.disconnect(self._refresh)
        self._show_fits(None)
        self.scene.overlay.stand()


class Letters:
    """The letters of ports, as large at every zoom; faint where a port would be refused."""

    def __init__(self, ports: dict[str, Lettered], behind: bool, scale: float, look: Look) -> None:
        self.scale = scale
        high = look.metrics("badge").height() + 2
        self.plates: list[tuple[QRectF, QPointF, QStaticText, float]] = []
        self.box = QRectF()
        for code, port in ports.items():
            text = code.upper()
            wide = max(look.measure(text, "badge") + 10, high)
            left = APART * scale if behind else -APART * scale - wide
            area = QRectF(port.at.x() * scale + left, port.at.y() * scale - high / 2, wide, high)
            place = area.topLeft() + QPointF((wide - look.measure(text, "badge")) / 2, 1)
            faint = FADED if port.refusal else 1.0
            self.plates.append((area, place, look.written(text, "badge"), faint))
            self.box = self.box.united(area)
        corner, size = self.box.topLeft() / scale, self.box.size() / scale
        self.box = QRectF(corner, size).adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, look: Look) -> None:
        """A small plate for each."""
        painter.save()
        painter.scale(1 / self.scale, 1 / self.scale)
        painter.setBrush(look.node)
        painter.setFont(look.fonts["badge"])
        for area, place, text, faint in self.plates:
            painter.setOpacity(faint)
            painter.setPen(look.far_selected)
            painter.drawRoundedRect(area, 4, 4)
            painter.setPen(look.text)
            painter.drawStaticText(place, text)
        painter.restore()


def _words(text: str) -> str:
    return QCoreApplication.translate("LinkMode", text)
