"""Places new nodes: dropped from the palette, chosen in the popup, or asked for by name.

What is shown before and what is done then come from one result, so a ghost never lies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF

from nodegraph.document import Point
from nodegraph.document.room import make_room
from nodegraph.document.tidy import Size
from nodegraph.graph import NodeId, fresh
from nodegraph.layers import Layer, find
from nodegraph.say import say
from nodegraph.ui.canvas.adding.lost import LostWire
from nodegraph.ui.canvas.adding.spots import Added, Before, Behind, InPlaceOf, Into, Spot
from nodegraph.ui.canvas.free import free_spot
from nodegraph.ui.canvas.geometry import NodeShape, node_shape, snapped
from nodegraph.ui.canvas.inserting import REACH
from nodegraph.ui.canvas.motion import Motion
from nodegraph.ui.canvas.overlay import GhostNode, GhostWire, Mark, Said
from nodegraph.ui.canvas.sizes import NodeSizes
from nodegraph.ui.canvas.slide import Slide
from nodegraph.ui.canvas.surface import Surface

BESIDE = 32  # px between the selected node and one placed behind it


class Laid(NamedTuple):
    """A node that is not there yet: what it would be called, its measures and its place."""

    title: str
    measures: NodeShape
    place: Point


class Placing:
    """Shows where a new node would come to lie, and puts it there."""

    def __init__(self, canvas: Surface, motion: Motion, slide: Slide) -> None:
        self._canvas, self._motion, self._slide = canvas, motion, slide
        self._scene = canvas.graph_scene
        self._workspace = canvas.workspace
        self._tried: tuple[Layer, InPlaceOf, list[Mark]] | None = None  # shown already, what goes
        self._sliding: Callable[[], list[Mark]] | None = None  # the ghosts while room is made
        slide.moved.connect(self._mark_again)

    # From the palette

    def show(self, name: str, at: QPoint, alone: bool = False) -> bool:
        """Shows what a layer dropped at a point of the screen would become; False for none."""
        layer = _new(name)
        if layer is None:
            return False
        if self._tried is not None and (alone or self._in_place(at) != self._tried[1]):
            self.clear()  # what fits elsewhere is asked of the drawing as it is
        spot = self._under(layer, at, alone)
        point = self._canvas.mapToScene(at)
        self.show_ghost(layer, spot, self.laid(layer, spot, point), point)
        if why := self._refused(layer, at, alone):
            said = Said(why, point, self._canvas.zoom, self._canvas.look)
            self._scene.overlay.show_marks(*self._scene.overlay.marks, said)
        return True

    def clear(self) -> None:
        """Takes the ghost away."""
        self._tried, self._sliding = None, None
        if self._workspace.drawing is not self._workspace.document.settled:
            self._workspace.document.cancel()
        self._scene.wires.leave_out(None)
        self._scene.overlay.show_marks()

    def place(self, name: str, at: QPoint | None, alone: bool = False) -> NodeId | None:
        """Adds a node and selects it; without a point behind the selected one, or in the middle.

        None when there is no such layer.
        """
        self.clear()
        layer = _new(name)
        if layer is None:
            return None
        if at is None:
            spot = Spot(self._workspace)
            node = self.put(layer, spot, self.beside(layer, spot))
            self._canvas.glide.reveal(self._scene.nodes[node].bounds)
            return node
        spot = self._under(layer, at, alone)
        return self.put(layer, spot, self.laid(layer, spot, self._canvas.mapToScene(at)))

    def _under(self, layer: Layer, at: QPoint, alone: bool) -> Spot:
        """In the place of the node at a point or in the wire there, if it fits; else free."""
        instead = None if alone else self._in_place(at)
        if instead is not None and not instead.refusal(layer):
            return instead
        reach = REACH / self._canvas.zoom
        slot = None if alone else self._scene.wires.at(self._canvas.mapToScene(at), reach)
        wire = self._scene.wire_at(slot)
        # A ghost that is shown already may have wires that the drawing does not.
        if wire not in self._workspace.document.settled.graph.wires:
            wire = None
        if wire is not None and not (into := Into(self._workspace, wire)).refusal(layer):
            return into
        return Spot(self._workspace)

    def _refused(self, layer: Layer, at: QPoint, alone: bool) -> str:
        """Why a layer does not go in the place of the node of another kind at a point."""
        instead = None if alone else self._in_place(at)
        if instead is None or layer.kind == instead.before.layer.kind:
            return ""
        return instead.refusal(layer)

    def _in_place(self, at: QPoint) -> InPlaceOf | None:
        item = self._scene.node_at(self._canvas.mapToScene(at))
        return None if item is None else InPlaceOf(self._workspace, item.id)

    # For any spot

    def laid(self, layer: Layer, spot: Spot, at: QPointF) -> Laid:
        """Its port at the wire's end where there is one, else its middle at the point."""
        title, measures = self._measured(layer)
        if isinstance(spot, InPlaceOf):
            return Laid(title, measures, self._workspace.document.settled.places[spot.node])
        name, is_output = spot.port(layer)
        handle = measures.body.center()
        if name and not isinstance(spot, Into):
            handle = (measures.outputs if is_output else measures.inputs)[name]
        corner = QPointF(snapped(at.x() - handle.x()), snapped(at.y() - handle.y()))
        if not isinstance(spot, Into) or spot.refusal(layer):  # inside a wire, room is made
            corner = free_spot(corner, measures.body.size(), self._bodies)
        return Laid(title, measures, Point(corner.x(), corner.y()))

    def beside(self, layer: Layer, spot: Spot) -> Laid:
        """Right of the one selected node, or in the middle of the view."""
        selection = self._workspace.selection
        if len(selection) != 1:
            middle = self._canvas.viewport().rect().center()
            return self.laid(layer, Spot(self._workspace), self._canvas.mapToScene(middle))
        title, measures = self._measured(layer)
        body = self._scene.nodes[next(iter(selection))].body
        top = snapped(body.center().y() - measures.height / 2)
        corner = QPointF(snapped(body.right() + BESIDE), top)
        corner = free_spot(corner, measures.body.size(), self._bodies)
        return Laid(title, measures, Point(corner.x(), corner.y()))

    def put(self, layer: Layer, spot: Spot, laid: Laid) -> NodeId:
        """Adds the node as one step, and selects it."""
        self.clear()
        added = self._result(layer, spot, laid)
        self._workspace.do(added.label, added.drawing)
        self._workspace.select({added.node})
        self._motion.pulse(added.node)
        return added.node

    def show_ghost(
        self, layer: Layer, spot: Spot, laid: Laid, pointer: QPointF | None = None
    ) -> None:
        """Shows the node, its wires, and the room made for it.

        What would stand in a node's place is shown as it would be; a sentence at the pointer, if
        there is one, says so.
        """
        if isinstance(spot, InPlaceOf):
            self._show_in_place(layer, spot, pointer)
            return
        self._tried, self._sliding = None, None
        settled = self._workspace.document.settled
        added = self._result(layer, spot, laid)
        shown = settled
        if isinstance(spot, Into):
            places = {node: added.drawing.places[node] for node in settled.places}
            shown = replace(settled, places=places)
        if shown is not self._workspace.drawing:
            self._slide.lead(shown)
            self._workspace.document.preview(shown)
        self._scene.wires.leave_out(None)
        self._scene.overlay.show_marks(*self._marks(layer, spot, laid, added))
        if isinstance(spot, Into):
            self._sliding = partial(self._marks, layer, spot, laid, added)

    def _mark_again(self) -> None:
        if self._sliding is not None:
            self._scene.overlay.show_marks(*self._sliding())

    def _show_in_place(self, layer: Layer, spot: InPlaceOf, pointer: QPointF | None) -> None:
        if self._tried is None or self._tried[:2] != (layer, spot):
            self.clear()  # what is lost is told of the drawing as it is
            added = spot.added(layer, Point(0, 0))
            self._tried = (layer, spot, self._lost(added))
            self._workspace.document.preview(added.drawing)
        marks = list(self._tried[2])
        if pointer is not None:
            words = say("Replace {0} by {1}", spot.before.title, layer.kind)
            marks.append(Said(words, pointer, self._canvas.zoom, self._canvas.look, wrong=False))
        self._scene.overlay.show_marks(*marks)

    def _lost(self, added: Added) -> list[Mark]:
        """The wires that a replacement takes away."""
        kept = set(added.drawing.graph.wires)
        gone = (wire for wire in self._workspace.drawing.graph.wires if wire not in kept)
        slots = [self._scene.slot_of(wire) for wire in gone]
        return [LostWire(self._scene.wires.shapes[slot]) for slot in slots if slot]

    def _result(self, layer: Layer, spot: Spot, laid: Laid) -> Added:
        added = spot.added(layer, laid.place)
        if not isinstance(spot, Into) or not added.drawing.graph.nodes[added.node].feeds:
            return added
        size = Size(laid.measures.width, laid.measures.height)
        known = {**NodeSizes(self._scene.nodes), added.node: size}
        return added._replace(drawing=make_room(added.drawing, [added.node], spot.wire, known))

    def _marks(self, layer: Layer, spot: Spot, laid: Laid, added: Added) -> list[Mark]:
        text = self._canvas.look.written(laid.title, "title")
        corner = QPointF(*added.drawing.places[added.node])
        node = GhostNode(layer.group, text, laid.measures, corner)
        name, _ = spot.port(layer)
        if not name or spot.refusal(layer):
            return [node]
        if isinstance(spot, Before):
            end = corner + laid.measures.outputs[name]
            path = self._scene.loose_path(spot.input, False, end, _points(spot))
            return [GhostWire(path, end, layer.group, refused=False), node]
        assert isinstance(spot, Behind | Into)
        end = corner + laid.measures.inputs[name]
        group = self._scene.nodes[spot.source.node].colour
        marks: list[Mark] = [
            GhostWire(
                self._scene.loose_path(spot.source, True, end, _points(spot)),
                end,
                group,
                refused=False,
            )
        ]
        if isinstance(spot, Into):
            leave = corner + laid.measures.outputs[layer.outputs[0]]
            path = self._scene.loose_path(spot.wire.target, False, leave)
            marks.append(GhostWire(path, path.currentPosition(), layer.group, refused=False))
            self._scene.wires.leave_out(self._scene.slot_of(spot.wire))
        return [*marks, node]

    def _measured(self, layer: Layer) -> tuple[str, NodeShape]:
        title = fresh(self._workspace.document.settled.graph, layer.stem)
        return title, node_shape(layer, title, self._canvas.look.measure)

    def _bodies(self, area: QRectF) -> list[QRectF]:
        return [item.body for item in self._scene.nodes_in(area)]


def _new(name: str) -> Layer | None:
    declared = find(name)
    return declared() if declared else None


def _points(spot: Spot) -> list[QPointF]:
    """The dots that a wire at that spot would pass."""
    return [QPointF(*at) for at in spot.via] if isinstance(spot, Behind | Before) else []
