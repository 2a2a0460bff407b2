"""What is written on nodes and where it stands, laid out once for all that share it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QStaticText

from nodegraph.layers import Layer
from nodegraph.ui.canvas import geometry
from nodegraph.ui.canvas.geometry import HEADER, LABEL_TOP, SIDE, SIGN, TEXT_LEFT, NodeShape
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.nodes.seen import Seen
from nodegraph.ui.group_signs import group_sign

SHADOW = 2  # px below the body
Written = tuple[QStaticText, QPointF]  # a text and its upper left corner, from the node's


TITLE_FAR = 1.6  # times the width of a title that it never has from afar: 19 px are 1.46 times 13


@dataclass(frozen=True, eq=False)  # each stands for its face, as what tells faces apart
class NodeTexts:
    """Everything written on a node but its title."""

    title_at: QPointF
    far_at: QPointF  # the same in the middle tier, which shows it larger
    title_height: float
    kind: list[Written]  # of layer; none where the title stands alone
    sign: QPainterPath  # of the layer's group, before the title
    labels: list[Written]  # of the settings
    values: list[Written]
    ports: list[Written]
    ticks: list[QRectF]  # the ports as the middle tier shows them


class Face(NamedTuple):
    """What nodes of one layer and width share."""

    measures: NodeShape
    texts: NodeTexts
    body: QRectF
    bounds: QRectF
    shadow: QRectF


def face_of(layer: Layer, title: str, seen: Seen, look: Look) -> Face:
    """The face of a node of that layer and name; it is shared, so nothing of it may change."""
    width = geometry.title_asks(layer, title, look.measure, seen)

    def made() -> Face:
        shape = geometry.shape_of(layer, width, look.measure, seen)
        body = shape.body
        return Face(
            shape, _texts(layer, shape, look), body, shape.bounds, body.translated(0, SHADOW)
        )

    return look.face((layer, width, seen), made)


def titles(title: str, face: Face, look: Look) -> tuple[Written, Written]:
    """A node's name as it is near, and in the middle tier; cut where there is no room."""
    end, wide = Qt.TextElideMode.ElideRight, look.measure(title, "title")
    room, room_far = face.measures.title_width + 1, face.measures.width - 24
    near = far = title
    if wide > room:
        near = look.metrics("title").elidedText(title, end, room)
    if wide * TITLE_FAR > room_far:
        far = look.metrics("far").elidedText(title, end, room_far)
    texts = face.texts
    return (look.written(near, "title"), texts.title_at), (look.written(far, "far"), texts.far_at)


def _texts(layer: Layer, shape: NodeShape, look: Look) -> NodeTexts:
    bold, small, far = (look.metrics(role) for role in ("title", "small", "far"))
    headed = bool(shape.chips) or shape.named_ports
    top = (HEADER - bold.height()) / 2 + 2 if headed else (shape.height - bold.height()) / 2
    right = shape.width - SIDE - look.measure(layer.kind, "small")
    chip_up = look.metrics("chip").height() / 2
    return NodeTexts(
        title_at=QPointF(TEXT_LEFT, top),
        far_at=QPointF(18, (shape.height - far.height()) / 2),
        kind=[]
        if shape.seen.folded
        else [
            (
                look.written(layer.kind, "small"),
                QPointF(right, top + bold.ascent() - small.ascent()),  # on one line with the title
            )
        ],
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
