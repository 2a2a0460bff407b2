"""Where wires run around nodes, without a scene."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from nodegraph.ui.canvas.wires.forms import CURVED, FORMS
from nodegraph.ui.canvas.wires.ways import wire_path


def path(start, end, bodies=(), slot=0, form=CURVED):
    source = (start.x() - 150, start.y() - 23, start.x(), start.y() + 23)
    target = (end.x(), end.y() - 23, end.x() + 150, end.y() + 23)
    every = [source, target, *(body.getCoords() for body in bodies)]

    def near(left, top, right, bottom):
        return [b for b in every if b[0] < right and b[2] > left and b[1] < bottom and b[3] > top]

    return wire_path(start, end, source, target, slot, near, form)


def points(drawn):
    return [drawn.pointAtPercent(part / 60) for part in range(61)]


def test_a_wire_to_the_right_leaves_and_arrives_level():
    drawn = path(QPointF(150, 0), QPointF(240, 80))
    assert drawn.elementCount() == 4  # one curve
    assert drawn.elementAt(1).y == 0
    assert drawn.elementAt(2).y == 80


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("end", [QPointF(0, 250), QPointF(0, -250), QPointF(-60, 30)])
def test_a_wire_to_the_left_touches_neither_node(end, form):
    start = QPointF(700, 0)
    source, target = QRectF(550, -23, 150, 46), QRectF(end.x(), end.y() - 23, 150, 46)
    for point in points(path(start, end, form=form))[2:-2]:
        assert not source.adjusted(1, 1, -1, -1).contains(point)
        assert not target.adjusted(1, 1, -1, -1).contains(point)


def test_wires_into_one_node_keep_apart():
    start, end = QPointF(700, 0), QPointF(0, 250)
    lanes = [path(start, end, slot=slot).pointAtPercent(0.5).y() for slot in (0, 1, 2)]
    assert len(set(lanes)) == 3


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_long_wire_runs_around_a_node_in_its_way(form):
    body = QRectF(300, -30, 150, 60)
    for point in points(path(QPointF(150, 0), QPointF(600, 0), [body], form=form)):
        assert not body.contains(point)
