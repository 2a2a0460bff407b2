"""Adding by search: opens the popup where a node is wanted, shows its ghost, and places it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt

from nodegraph.document import Point
from nodegraph.graph import NodeId, Port, Wire, WireError
from nodegraph.layers import all_layers
from nodegraph.ui import steps
from nodegraph.ui.canvas.adding.layer_menu import LayerMenu
from nodegraph.ui.canvas.adding.popup import AddPopup
from nodegraph.ui.canvas.adding.rows import Row, listed
from nodegraph.ui.canvas.adding.spots import Before, Behind, InPlaceOf, Into, Spot
from nodegraph.ui.canvas.overlay import GhostWire
from nodegraph.ui.habits import Used
from nodegraph.ui.language import PARTED
from nodegraph.ui.theme import Theme

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

NEXT = 48  # px between a node placed with Ctrl+Enter and the next one


class Adding(QObject):
    """The popup of a canvas, made when it is first asked for."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._popup: AddPopup | None = None
        self._at = QPointF()  # in the scene
        self._spot: Spot | None = None  # what is asked for now
        self._by_keys = False  # not where the mouse asked for it
        self._menu = LayerMenu(canvas)
        self._menu.current.connect(self._show)
        self._menu.chosen.connect(self._take)
        self._menu.search_wanted.connect(self._search_instead)
        self._menu.left.connect(self._leave)
        self.used = Used()

    @property
    def popup(self) -> AddPopup:
        """The popup, open or not."""
        if self._popup is None:
            self._popup = AddPopup(self._canvas.look.theme, self._canvas)
            self._popup.chosen.connect(self._choose)
            self._popup.current.connect(self._show)
            self._popup.closed.connect(self._leave)
        return self._popup

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        if self._popup is not None:
            self._popup.set_theme(theme)

    @property
    def is_open(self) -> bool:
        """Whether it is being searched now."""
        return self._popup is not None and self._popup.spot is not None

    def close(self) -> bool:
        """Closes the popup as Esc does; False when it was not open."""
        if not self.is_open:
            return False
        self.popup.close_popup()
        return True

    # Where it opens

    def here(self) -> None:
        """At the pointer, else right of the selected node, else in the middle."""
        canvas = self._canvas
        pointer, chosen = canvas.pointer_at, self._selected()
        if pointer is not None:
            self.at(pointer)
        elif chosen is not None:
            body = canvas.node_rect(chosen)
            self.at(QPoint(body.right() + round((NEXT + 75) * canvas.zoom), body.center().y()))
        else:
            self.at(canvas.viewport().rect().center())
        self._by_keys = True

    def at(self, at: QPoint) -> None:
        """For a node with its middle at a point of the viewport."""
        self._open(Spot(self._canvas.workspace), at)

    def behind(
        self, output: Port, at: QPoint, via: Sequence[Point] = (), menu: bool = False
    ) -> None:
        """For a node that an output feeds past some dots, its input at a point of the viewport."""
        self._open(Behind(self._canvas.workspace, output, via), at, menu)

    def before(self, port: Port, at: QPoint, via: Sequence[Point] = (), menu: bool = False) -> None:
        """For a node that feeds an input past some dots, its output at a point of the viewport."""
        self._open(Before(self._canvas.workspace, port, via), at, menu)

    def into(self, wire: Wire, at: QPoint) -> None:
        """For a node inside a wire."""
        self._open(Into(self._canvas.workspace, wire), at)

    def instead(self) -> None:
        """For a layer in the place of the one selected node."""
        canvas, chosen = self._canvas, self._canvas.workspace.selection
        if len(chosen) != 1:
            canvas.workspace.said.emit(self.tr("Not replaced: select one node"))
            return
        (node,) = chosen
        self._open(InPlaceOf(canvas.workspace, node), canvas.node_rect(node).center())

    def _open(self, spot: Spot, at: QPoint, menu: bool = False) -> None:
        self._canvas.hover.leave()
        self._spot, self._at, self._by_keys = spot, self._canvas.mapToScene(at), False
        habits = self.used.behind(self._kind_before(spot))
        if menu:
            rows = listed("", all_layers(), spot, habits, {kind.group for kind in all_layers()})
            self._menu.open(rows, self._canvas.viewport().mapToGlobal(at))
        else:
            self.popup.open_at(spot, at, habits, self._hint(spot))

    def _search_instead(self) -> None:
        assert self._spot is not None
        self._open(self._spot, self._canvas.mapFromScene(self._at))

    def _hint(self, spot: Spot) -> str:
        if isinstance(spot, InPlaceOf):
            instead = self.tr("Enter puts it in place of {0}").format(spot.before.title)
            return PARTED.join([instead, self.tr("Esc leaves")])
        words = [self.tr("Enter places it")]
        chosen = self._selected()
        if type(spot) is Spot and chosen is not None:
            title = self._canvas.workspace.drawing.graph.nodes[chosen].title
            words.append(self.tr("Shift+Enter wires it behind {0}").format(title))
        words.append(self.tr("Ctrl+Enter goes on"))
        return PARTED.join([*words, self.tr("Esc leaves")])

    def _selected(self) -> NodeId | None:
        """The one selected node that can feed another."""
        chosen = self._canvas.workspace.selection
        if len(chosen) != 1:
            return None
        (node,) = chosen
        return node if self._canvas.workspace.drawing.graph.nodes[node].layer.outputs else None

    def _kind_before(self, spot: Spot) -> str:
        node = spot.source.node if spot.source is not None else self._selected()
        if node is None or isinstance(spot, Before):
            return ""
        return self._canvas.workspace.drawing.graph.nodes[node].layer.kind

    # What it shows and does

    def _show(self, row: Row | None) -> None:
        spot, placing = self._spot, self._canvas.placing
        assert spot is not None
        if row is not None and row.layer is not None and not row.told.wrong:
            layer = row.made()
            placing.show_ghost(layer, spot, placing.laid(layer, spot, self._at))
            return
        placing.clear()
        if isinstance(spot, Behind | Before):
            port = spot.output if isinstance(spot, Behind) else spot.input
            scene = self._canvas.graph_scene
            via = [QPointF(*point) for point in spot.via]
            path = scene.loose_path(port, isinstance(spot, Behind), self._at, via)
            group = scene.nodes[port.node].colour
            scene.overlay.show_marks(GhostWire(path, self._at, group, refused=False))

    def _take(self, row: Row) -> None:
        self._choose(row, None)

    def _choose(self, row: Row, by_key: Qt.KeyboardModifier | None) -> None:
        spot, layer, placing = self._spot, row.made(), self._canvas.placing
        assert spot is not None
        chosen = self._selected()
        modifiers = by_key or Qt.KeyboardModifier.NoModifier
        wires = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if wires and type(spot) is Spot and chosen is not None:
            outputs = self._canvas.workspace.drawing.graph.nodes[chosen].layer.outputs
            spot = Behind(self._canvas.workspace, Port(chosen, outputs[0]))
            laid = placing.beside(layer, spot)
        else:
            laid = placing.laid(layer, spot, self._at)
        self.used.note(row.text, self._kind_before(spot))
        stays = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        stays = stays and not isinstance(spot, InPlaceOf)
        self.close()
        node = placing.put(layer, spot, laid)
        if by_key is not None and (self._by_keys or spot is not self._spot):
            self._follow(node, stays)
        if stays:
            self._go_on(node, spot)
        elif isinstance(spot, Behind) and layer.inputs and spot.refusal(layer):
            self._offer_cure(Wire(spot.output, Port(node, layer.inputs[0])))

    def _offer_cure(self, wire: Wire) -> None:
        """A wire that was wanted and refused is offered with its cure, as one drawn by hand is."""
        with suppress(WireError):
            label, drawing = steps.connect(self._canvas.workspace.drawing, wire)
            self._canvas.advice.refuse(wire.target.node, drawing, label)

    def _follow(self, node: NodeId, stays: bool) -> None:
        """Shows what a key has placed; where the search goes on, also where the next would be."""
        area = self._canvas.graph_scene.nodes[node].bounds
        if stays:
            area = area.adjusted(0, 0, NEXT + area.width(), 0)
        self._canvas.glide.reveal(area)
        if stays:
            self._canvas.glide.finish()  # the popup stands beside it

    def _go_on(self, node: NodeId, spot: Spot) -> None:
        """Opens again right of the node just placed, wired behind it where that one was wired."""
        canvas = self._canvas
        outputs = canvas.workspace.drawing.graph.nodes[node].layer.outputs
        body = canvas.node_rect(node)
        away = round(NEXT * canvas.zoom)
        if outputs and type(spot) is not Spot and not isinstance(spot, Before):
            port = Port(node, outputs[0])
            self.behind(port, canvas.port_pos(port) + QPoint(away, 0))
        else:
            self.at(QPoint(body.right() + away + body.width() // 2, body.center().y()))
        self._by_keys = True

    def _leave(self) -> None:
        self._canvas.placing.clear()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._canvas.advice.show()
