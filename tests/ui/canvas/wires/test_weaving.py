"""Wires weave from gap to gap where no single lane is free."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from nodegraph.ui.canvas.wires.forms import FORMS
from nodegraph.ui.canvas.wires.weaving import meets, woven

# Two columns; the gap of the first lies high, that of the second low.
LOW = (200.0, 0.0, 350.0, 600.0)
HIGH = (400.0, -600.0, 550.0, 0.0)
BODIES = [LOW, HIGH, (200.0, -600.0, 350.0, -200.0), (400.0, 200.0, 550.0, 600.0)]
START, END = QPointF(150, 100), QPointF(600, -100)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_wire_goes_up_through_one_column_and_down_through_the_next(form):
    assert meets(form.direct(START, END), BODIES)
    points = woven(START, END, BODIES)
    assert points is not None
    path = form.along(points)
    assert not meets(path, BODIES)
    assert (path.elementAt(0).x, path.elementAt(0).y) == START.toTuple()
    assert path.currentPosition() == END
    assert all(a.x() <= b.x() for a, b in pairwise(points))


def test_there_is_no_way_past_a_node_right_at_a_port():
    assert woven(START, END, [(152.0, 0.0, 300.0, 200.0)]) is None


def test_a_line_along_an_edge_meets_nothing():
    form = FORMS["square"]
    assert not meets(form.direct(QPointF(0, 0), QPointF(500, 0)), [(100.0, 0.0, 200.0, 60.0)])
    assert meets(form.direct(QPointF(0, 1), QPointF(500, 1)), [(100.0, 0.0, 200.0, 60.0)])
