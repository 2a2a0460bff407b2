"""Going through the history selects the wires that it brought, and not the nodes at their ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from nodegraph.document import edits
from nodegraph.graph import Port, Wire
from tests.ui.canvas.pointer import CONTROL, RIGHT

ALT = Qt.KeyboardModifier.AltModifier


def middle(canvas, slot) -> QPoint:
    return canvas.mapFromScene(canvas.graph_scene.wires.shapes[slot].path.pointAtPercent(0.5))


def picked(canvas) -> set[Wire]:
    return {canvas.graph_scene.wire_at(slot) for slot in canvas.graph_scene.wires.picked}


LINE = Wire(Port("conv1", "output"), Port("relu1", "input"))


def test_undoing_the_deletion_of_a_wire_selects_the_wire(canvas, hand) -> None:
    hand.click(middle(canvas, ("relu1", 0)))
    assert picked(canvas) == {LINE}
    canvas.delete_selection()
    assert picked(canvas) == set()
    document = canvas.workspace.document
    canvas.workspace.go_to(document.at - 1)
    assert picked(canvas) == {LINE}
    assert canvas.workspace.selection == frozenset()
    canvas.delete_selection()  # so Del takes it away again
    assert LINE not in canvas.workspace.drawing.graph.wires


def test_undoing_a_stroke_of_the_knife_selects_every_wire_it_cut(canvas, hand) -> None:
    for slot in (("conv1", 0), ("relu1", 0)):
        over = middle(canvas, slot) + QPoint(0, -60)
        hand.drag(over, over + QPoint(0, 120), RIGHT, CONTROL)
    canvas.workspace.go_to(0)
    assert len(picked(canvas)) == 2
    canvas.workspace.go_to(2)  # the wires are gone again: what is left are the nodes
    assert picked(canvas) == set()
    assert canvas.workspace.selection == {"conv1", "relu1"}


def test_disabling_a_wire_and_undoing_it_select_the_wire(canvas, hand) -> None:
    over = middle(canvas, ("relu1", 0)) + QPoint(0, -60)
    hand.hold(over, over + QPoint(0, 120), RIGHT, CONTROL | ALT)
    hand.release(over + QPoint(0, 120), CONTROL | ALT)
    for at in (0, 1):
        canvas.workspace.select(["image"])
        canvas.workspace.go_to(at)
        assert picked(canvas) == {LINE}


def test_where_a_node_comes_back_with_its_wires_nodes_are_selected(canvas) -> None:
    workspace = canvas.workspace
    workspace.do("Deleted relu1", edits.delete(workspace.drawing, ["relu1"]))
    workspace.go_to(0)
    assert "relu1" in workspace.selection
    assert picked(canvas) == set()
