"""Sizes and paths, without a scene."""

import pytest
from PySide6.QtCore import QPointF

from nodegraph.layers import LAYERS
from nodegraph.ui.canvas import geometry
from nodegraph.ui.canvas.wires.forms import FORMS, bowed
from tests.networks import layer


def measure(text, role):
    return 7.0 * len(text)


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_has_a_shape_that_holds_its_parts(name):
    made = LAYERS[name]()
    shape = geometry.node_shape(made, made.stem, measure)
    assert geometry.WIDTH <= shape.width <= geometry.WIDEST
    assert shape.inputs.keys() == set(made.inputs)
    assert shape.outputs.keys() == set(made.outputs)
    assert len(shape.chips) <= 3
    for chip in shape.chips:
        assert shape.body.contains(chip.box)
    for at in (*shape.inputs.values(), *shape.outputs.values()):
        assert 0 < at.y() < shape.height
    heights = [at.y() for at in shape.inputs.values()]
    assert len(set(heights)) == len(heights)


def test_a_node_grows_with_its_name_up_to_a_limit():
    made = layer("ReLU")
    widths = [geometry.node_shape(made, "x" * n, measure).width for n in (1, 5, 20, 200)]
    assert widths == sorted(widths)
    assert widths[0] == geometry.WIDTH
    assert widths[-1] == geometry.WIDEST


def test_a_layer_with_several_ports_names_them():
    shape = geometry.node_shape(layer("LSTM"), "lstm1", measure)
    assert shape.named_ports
    assert list(shape.outputs) == ["output", "h_n", "c_n"]


def test_a_single_port_lies_at_half_the_height():
    shape = geometry.node_shape(layer("Conv2d"), "conv1", measure)
    assert shape.inputs["input"] == QPointF(0, shape.height / 2)
    assert shape.outputs["output"] == QPointF(shape.width, shape.height / 2)


def test_distance_to_a_wire():
    drawn = bowed(QPointF(0, 0), QPointF(200, 0))
    assert geometry.distance(QPointF(100, 5), drawn) == pytest.approx(5, abs=0.1)
    assert geometry.distance(QPointF(-30, 0), drawn) == pytest.approx(30, abs=0.1)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("dots", [[(200, 90)], [(400, -60), (100, 80)], [(-80, 30), (-80, 200)]])
def test_a_wire_passes_its_dots_and_both_ends(form, dots):
    line = [QPointF(0, 0), *(QPointF(*dot) for dot in dots), QPointF(300, 40)]
    drawn = form.past(line)
    assert geometry.chord(drawn).p1() == line[0]
    assert geometry.chord(drawn).p2() == line[-1]
    for point in line:
        assert geometry.distance(point, drawn) < 8.5  # a square corner on a dot is rounded


def test_a_square_wire_has_level_and_upright_parts_alone():
    drawn = FORMS["square"].direct(QPointF(0, 0), QPointF(200, 80))
    for part in (0.02, 0.1, 0.5, 0.9, 0.98):
        assert drawn.angleAtPercent(part) % 90 == pytest.approx(0, abs=0.1)
