"""Each edit is a function from a drawing to the next one, and leaves the old one alone."""

from __future__ import annotations

import pytest

from nodegraph.document import Drawing, Point, edits
from nodegraph.graph import Port
from nodegraph.recipe import Recipe
from nodegraph.setting import SettingError
from tests import networks
from tests.networks import layer


def test_new_nodes_get_the_first_free_name_of_their_kind() -> None:
    drawing, first = edits.add(Drawing(), layer("Conv2d"), Point(0, 0))
    drawing, second = edits.add(drawing, layer("Conv2d"), Point(200, 0))
    drawing = edits.delete(drawing, [first])
    drawing, third = edits.add(drawing, layer("Conv2d"), Point(0, 0))
    assert (first, second, third) == ("conv1", "conv2", "conv1")
    assert drawing.places["conv1"] == Point(0, 0)


def test_moving_keeps_the_very_same_graph() -> None:
    drawing = Drawing(graph=networks.r4a())
    moved = edits.move(drawing, {"fc1": Point(5, 6)})
    assert moved.graph is drawing.graph
    assert moved.places["fc1"] == Point(5, 6)
    assert "fc1" not in drawing.places


def test_deleting_takes_places_and_wires_and_undo_needs_only_the_old_value() -> None:
    drawing = edits.move(Drawing(graph=networks.r4a()), {"fc1": Point(0, 0)})
    after = edits.delete(drawing, ["fc1"])
    assert "fc1" not in after.graph.nodes
    assert "fc1" not in after.places
    assert "fc1" in drawing.graph.nodes


def test_a_setting_changes_in_all_nodes_at_once_and_equal_values_change_nothing() -> None:
    drawing = Drawing(graph=networks.r4a())
    after = edits.set_setting(drawing, ["fc1", "fc2"], "out_features", 7)
    assert [after.graph.nodes[n].layer.changed()["out_features"] for n in ("fc1", "fc2")] == [7, 7]
    assert edits.set_setting(after, ["fc1"], "out_features", 7) is after
    with pytest.raises(SettingError, match="whole number"):
        edits.set_setting(drawing, ["fc1"], "out_features", 0)


def test_renaming_keeps_every_wire() -> None:
    drawing = Drawing(graph=networks.r4a())
    after = edits.rename(drawing, "fc1", "hidden")
    assert after.graph.nodes["fc1"].title == "hidden"
    assert after.graph.wires == drawing.graph.wires
    assert edits.rename(after, "fc1", "hidden") is after


def test_wires_come_and_go() -> None:
    drawing = Drawing(graph=networks.r4a())
    wire = next(w for w in drawing.graph.wires if w.target.node == "fc2")
    cut = edits.disconnect(drawing, wire)
    assert wire not in cut.graph.wires
    assert wire in edits.connect(cut, wire.source, wire.target).graph.wires


def test_an_equal_recipe_is_no_change() -> None:
    drawing = Drawing()
    assert edits.set_recipe(drawing, Recipe()) is drawing
    assert edits.set_recipe(drawing, Recipe(epochs=9)).recipe.epochs == 9


def test_a_node_that_a_fix_inserts_lies_between_its_neighbours_and_on_nobody() -> None:
    drawing = Drawing(graph=networks.r4a())
    places = {node: Point(200.0 * n, 0.0) for n, node in enumerate(drawing.graph.nodes)}
    drawing = edits.move(drawing, places)
    graph = networks.wired(drawing.graph, "drop1", layer("Dropout"), "fc1")
    target = next(n for n in drawing.graph.consumers["fc1"])
    graph = graph.connect(Port("drop1", "output"), Port(target, "input"))
    after = edits.fixed(drawing, graph, drawing.recipe)
    new = after.places["drop1"]
    assert places["fc1"].x < new.x < places[target].x
    assert all(abs(new.x - p.x) >= 158 or abs(new.y - p.y) >= 72 for p in places.values())
