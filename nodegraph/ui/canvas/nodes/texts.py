"""What is written on one node and where it stands, laid out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QStaticText

from nodegraph.layers import Layer
from nodegraph.ui.canvas.geometry import HEADER, LABEL_TOP, SIDE, SIGN, TEXT_LEFT, NodeShape
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.group_signs import group_sign

Written = tuple[QStaticText, QPointF]  # a text and its upper left corner, from the node's


@dataclass(frozen=True)
class NodeTexts:
    """Everything written on a node."""

    title: Written
    kind: list[Written]  # of layer; none where the title stands alone
    far: Written  # the title as large as the middle tier shows it
    title_height: float
    sign: QPainterPath  # of the layer's group, before the title
    labels: list[Written]  # of the settings
    values: list[Written]
    ports: list[Written]
    ticks: list[QRectF]  # the ports as the middle tier shows them


def node_texts(layer: Layer, title: str, shape: NodeShape, look: Look) -> NodeTexts:
    """The texts of a node of these measures."""
    bold, small, far = (look.metrics(role) for role in ("title", "small", "far"))
    headed = bool(shape.chips) or shape.named_ports
    top = (HEADER - bold.height()) / 2 + 2 if headed else (shape.height - bold.height()) / 2
    right = shape.width - SIDE - look.measure(layer.kind, "small")
    end = Qt.TextElideMode.ElideRight
    shown = bold.elidedText(title, end, shape.title_width + 1)
    from_afar = far.elidedText(title, end, shape.width - 24)
    chip_up = look.metrics("chip").height() / 2
    return NodeTexts(
        title=(look.written(shown, "title"), QPointF(TEXT_LEFT, top)),
        kind=[]
        if shape.seen.folded
        else [
            (
                look.written(layer.kind, "small"),
                QPointF(right, top + bold.ascent() - small.ascent()),  # on one line with the title
            )
        ],
        far=(look.written(from_afar, "far"), QPointF(18, (shape.height - far.height()) / 2)),
        title_height=bold.height() - 3,
        sign=group_sign(layer.group).translated(SIGN, top + bold.height() / 2),
        labels=[
            (
                look.written(chip.label, "chip"),
                QPointF(chip.box.left() + 6, chip.box.center().y() - chip_up),
            )
            for chip in shape.chips
        ],
        values=[
            (
                look.written(chip.value, "chip"),
                QPointF(chip.value_x, chip.box.center().y() - chip_up),
            )
            for chip in shape.chips
        ],
        ports=list(_port_names(shape, look)) if shape.named_ports else [],
        ticks=_ticks(shape),
    )


def _ticks(shape: NodeShape) -> list[QRectF]:
    at = {(at.x(), at.y()) for at in (*shape.inputs.values(), *shape.outputs.values())}
    return [QRectF(x - 3, y - 5, 6, 10) for x, y in sorted(at)]


def note_text(note: str, shape: NodeShape, look: Look) -> Written:
    """The shape, or what blocks the node, under its right corner."""
    left = shape.width - look.measure(note, "mono")
    return look.written(note, "mono"), QPointF(left, shape.height + LABEL_TOP)


def count_text(weights: int, note: str, shape: NodeShape, look: Look) -> Written | None:
    """The number of weights, under the left corner; None where there are none, or no room."""
    if not weights:
        return None
    words = _words("{0} weights").format(f"{weights:,}")
    if look.measure(words, "mono") + SIDE + look.measure(note, "mono") > shape.width:
        return None
    return look.written(words, "mono"), QPointF(0, shape.height + LABEL_TOP)


def _words(text: str) -> str:
    return QCoreApplication.translate("Node", text)


def _port_names(shape: NodeShape, look: Look) -> Iterator[Written]:
    up = look.metrics("chip").height() / 2
    sides: tuple[Mapping[str, QPointF], ...] = (shape.inputs, shape.outputs)
    for is_output, ports in enumerate(sides):
        for name, at in ports.items():
            inward = -(SIDE + 2 + look.measure(name, "chip")) if is_output else SIDE + 2
            yield look.written(name, "chip"), at + QPointF(inward, -up)
