"""What is said when the pointer rests: a problem, a setting's help, what a port or wire carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF
from PySide6.QtWidgets import QToolTip

from nodegraph.analysis import Problem
from nodegraph.analysis.cost import bytes_of
from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas.geometry import BADGE, Chip
from nodegraph.ui.canvas.lens.costs import size
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.nodes.off import layer_told
from nodegraph.ui.language import translated
from nodegraph.ui.scrub import can_scrub

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

MOST = 5  # nodes at the other ends of a port that are named
REACH = 4  # px of the scene around a sign that still count as on it


class Flow(Protocol):
    """Who knows what flows while the network runs."""

    def words(self, port: Port) -> str:
        """What flows out of a port; empty while that is not known, or nothing does."""


class Tips(QObject):
    """The tip of a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._at: tuple[QPoint, QPoint] | None = None  # in the viewport, and on the screen
        self._said = ""

    def show(self, at: QPoint, on_screen: QPoint) -> None:
        """Shows the tip for a point of the viewport, or takes the last one away."""
        self._at, self._said = (at, on_screen), tip(self._canvas, at)
        QToolTip.showText(on_screen, self._said, self._canvas.viewport())

    def show_again(self) -> None:
        """Says it anew while it is still there: more is known now."""
        if self._at is not None and QToolTip.isVisible() and QToolTip.text() == self._said:
            self.show(*self._at)


def tip(canvas: Canvas, at: QPoint) -> str:
    """The words for a point of the viewport; empty where there is nothing to say."""
    if canvas.gesture is not None or canvas.fields.field is not None:
        return ""
    point = canvas.mapToScene(at)
    if (signed := _signed_at(canvas, point)) is not None and signed.problem is not None:
        return problem_words(signed.problem)
    if port := canvas.hover.port_at(at):
        return port_words(canvas, *port)
    if found := canvas.hover.chip_at(at):
        return chip_words(*found)
    item = canvas.graph_scene.node_at(point)
    if item is not None:
        return node_words(canvas, item)
    wire = canvas.graph_scene.wire_at(canvas.hover.wire_at(at))
    return wire_words(canvas, wire) if wire is not None else ""


def problem_words(problem: Problem) -> str:
    """The reason, what was needed and what came."""
    return "\n".join(map(translated, filter(None, (problem.message, problem.detail))))


def chip_words(item: NodeItem, chip: Chip) -> str:
    """What a painted setting is called in torch, what it means, and how it is changed."""
    setting = chip.setting
    how = _words("Click to type")
    if setting.kind == "bool":
        how = _words("Click to turn over")
    elif can_scrub(setting, getattr(item.node.layer, setting.name)):
        how = _words("Click to type, drag sideways to change (Shift: finer, Ctrl: coarser)")
    return "\n".join((f"{setting.name}: {chip.value}", translated(setting.help), how))


def node_words(canvas: Canvas, item: NodeItem) -> str:
    """Name and type, weights and multiply-adds, and what is wrong with it."""
    lines = [f"{item.node.title} · {layer_told(item.node)}"]
    cost = canvas.workspace.report.cost.get(item.id)
    if cost is not None:
        lines.append(
            _words("{0} weights · {1} multiply-adds a sample").format(
                f"{cost.weights:,}", f"{cost.multiply_adds:,}"
            )
        )
    if item.problem is not None:
        lines.append(problem_words(item.problem))
    return "\n".join(lines)


def port_words(canvas: Canvas, port: Port, is_output: bool) -> str:
    """Node and port, what flows through it, and which nodes are at the other ends."""
    graph = canvas.workspace.drawing.graph
    lines = [f"{graph.nodes[port.node].title} · {port.name}"]
    wires = canvas.structure.wires_of(port, is_output)
    if is_output:
        lines.append(type_words(canvas, port))
        lines += seen_words(canvas, port)
        titles = [graph.nodes[wire.target.node].title for wire in wires]
        lines.append(_words("Feeds {0}").format(_listed(titles)) if titles else _words("Unused"))
    elif wires:
        for wire in wires[:MOST]:
            source = graph.nodes[wire.source.node].title
            lines.append(_words("From {0}: {1}").format(source, carried_words(canvas, wire)))
            if len(wires) == 1:
                lines += flow_words(canvas, wire)
        if len(wires) > MOST:
            lines.append(_words("and {0} more").format(len(wires) - MOST))
    else:
        lines.append(_words("Nothing feeds it yet"))
    return "\n".join(lines)


def wire_words(canvas: Canvas, wire: Wire) -> str:
    """Both ends, and what flows between them."""
    nodes = canvas.workspace.drawing.graph.nodes
    ends = [
        nodes[port.node].title + (f" · {port.name}" if len(names) > 1 else "")
        for port, names in (
            (wire.source, nodes[wire.source.node].layer.outputs),
            (wire.target, nodes[wire.target.node].layer.inputs),
        )
    ]
    lines = [f"{ends[0]} → {ends[1]}", carried_words(canvas, wire)]
    lines += flow_words(canvas, wire)
    return "\n".join(lines)


def carried_words(canvas: Canvas, wire: Wire) -> str:
    """What a wire carries; that it does not, where it is disabled."""
    if canvas.workspace.drawing.graph.is_off(wire):
        return _words("disabled: it carries nothing")
    return type_words(canvas, wire.source)


def type_words(canvas: Canvas, source: Port) -> str:
    """Shape, dtype, and the bytes of a batch that come from an output."""
    kind = canvas.workspace.report.types.get(source)
    if kind is None:
        return _words("shape not known yet")
    batch = canvas.workspace.drawing.recipe.batch_size
    held = size(bytes_of((kind,), batch))
    shape = str(kind._replace(dtype="float32"))
    return _words("{0} · {1} · {2} for a batch of {3}").format(shape, kind.dtype, held, batch)


def flow_words(canvas: Canvas, wire: Wire) -> list[str]:
    """What went along a wire when the network ran; nothing where it is disabled."""
    off = canvas.workspace.drawing.graph.is_off(wire)
    return [] if off else seen_words(canvas, wire.source)


def seen_words(canvas: Canvas, source: Port) -> list[str]:
    """What came out of an output when the network ran, where that is known."""
    words = canvas.flow.words(source) if canvas.flow is not None else ""
    return [words] if words else []


def _listed(titles: list[str]) -> str:
    shown = ", ".join(titles[:MOST])
    more = len(titles) - MOST
    return _words("{0} and {1} more").format(shown, more) if more > 0 else shown


def _signed_at(canvas: Canvas, point: QPointF) -> NodeItem | None:
    for item in canvas.graph_scene.nodes.values():
        if item.signed:
            away = item.body.topRight() - point
            if max(abs(away.x()), abs(away.y())) <= BADGE + REACH:
                return item
    return None


def _words(text: str) -> str:
    return QCoreApplication.translate("Tips", text)
