"""Portals: a wire as two named tags, which lead to each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from nodegraph.document import Point, dots, edits
from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas.picture import render
from nodegraph.ui.canvas.wires.forms import FORMS
from nodegraph.ui.theme import DARK
from tests.ui.canvas.conftest import two_branches
from tests.ui.canvas.pointer import RIGHT


def wire(source, target):
    return Wire(Port(source, "output"), Port(target, "input"))


LINE = wire("conv1", "relu1")


@pytest.fixture
def canvas(opened):
    """With a portal from the convolution to the ReLU."""
    drawing = edits.move(two_branches(), {"relu1": Point(640, 0)})
    return opened(dots.hide(drawing, [LINE]))


def shape(canvas):
    scene = canvas.graph_scene
    return scene.wires.shapes[scene.slot_of(LINE)]


def tag(canvas, at_source):
    ends = shape(canvas).ends
    box = (ends.source if at_source else ends.target).box
    return canvas.mapFromScene(box.center())


def test_the_tags_name_what_is_at_the_other_end(canvas):
    source, target = shape(canvas).ends
    assert source.text.text() == "→ relu1"
    assert target.text.text() == "conv1 →"
    assert source.box.left() > canvas.graph_scene.nodes["conv1"].body.right()
    assert target.box.right() < canvas.graph_scene.nodes["relu1"].body.left()


def test_between_its_tags_a_portal_is_not_there(canvas):
    middle = (shape(canvas).line.p1() + shape(canvas).line.p2()) / 2
    assert canvas.hover.wire_at(canvas.mapFromScene(middle)) is None
    assert shape(canvas).legs == []  # nor from afar


def test_a_click_on_a_tag_goes_to_the_other_end(canvas, hand, steps):
    hand.click(tag(canvas, at_source=True))
    assert canvas.workspace.selection == {"relu1"}
    hand.click(tag(canvas, at_source=False))
    assert canvas.workspace.selection == {"conv1"}
    assert steps() == []


def test_making_and_showing_are_one_step_each(canvas, steps):
    scene = canvas.graph_scene
    canvas.workspace.select(())
    scene.wires.choose(scene.slot_of(LINE))
    canvas.dots.show()
    assert shape(canvas).ends is None
    canvas.dots.hide()
    assert shape(canvas).ends is not None
    assert steps() == [
        "Showed the wire from conv1 to relu1",
        "Made a portal from conv1 to relu1",
    ]


def test_a_tag_has_the_menu_of_its_wire(canvas, hand):
    hand.click(tag(canvas, at_source=False), RIGHT)
    assert canvas.dots.wire == LINE
    assert canvas.menus.menu.isVisible()
    canvas.menus.menu.hide()
    QApplication.processEvents()


def test_the_tags_follow_their_nodes_and_names(canvas, hand):
    before = shape(canvas).ends.target.box
    start = canvas.node_rect("relu1").center()
    hand.drag(start, start + QPoint(0, 80))
    assert shape(canvas).ends.target.box == before.translated(
        QPointF(0, canvas.workspace.drawing.places["relu1"].y)
    )
    canvas.workspace.do("Renamed", edits.rename(canvas.workspace.drawing, "relu1", "act"))
    assert shape(canvas).ends.source.text.text() == "→ act"


def test_tags_at_one_port_stand_below_each_other(canvas):
    other = wire("conv1", "pool1")
    drawing = edits.connect(canvas.workspace.drawing, *other)
    canvas.workspace.do("Hid", dots.hide(drawing, [other]))
    scene = canvas.graph_scene
    first, second = (scene.wires.shapes[scene.slot_of(w)].ends.source for w in (LINE, other))
    assert not first.box.intersects(second.box)


def test_a_portal_is_deleted_as_a_wire_is(canvas):
    scene = canvas.graph_scene
    scene.wires.choose(scene.slot_of(LINE))
    canvas.delete_selection()
    assert LINE not in canvas.workspace.drawing.graph.wires
    assert not canvas.workspace.drawing.portals


def test_every_tier_and_form_paints_tags_and_dots(canvas):
    drawing, _ = dots.add(canvas.workspace.drawing, [wire("image", "conv1")], Point(170, 80))
    canvas.workspace.do("Added", drawing)
    for form in FORMS.values():
        canvas.graph_scene.show_form(form)
        for zoom in (1.0, 0.5, 0.2):
            canvas.zoom_at(QPointF(500, 350), zoom / canvas.zoom)
            assert not canvas.grab().isNull()


def test_a_picture_holds_tags_and_dots(canvas):
    drawing = canvas.workspace.drawing
    plain = render(dots.show(drawing, [LINE]), canvas.workspace.report, "png", DARK)
    hidden = render(drawing, canvas.workspace.report, "png", DARK)
    assert not QImage.fromData(hidden).isNull()
    assert plain != hidden
