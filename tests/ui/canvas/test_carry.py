"""Many nodes under a drag, as one picture, with the dots of their wires."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QGraphicsPixmapItem

from nodegraph.document import Drawing, Point, dots, edits
from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.canvas.carry import MANY
from tests.ui.canvas.ladder import ladder

IDS = [f"n{number}" for number in range(MANY + 20)]
WAY = Point(24, 16)


def wire(source: str, target: str) -> Wire:
    return Wire(Port(source, "output"), Port(target, "input"))


def dotted(*wires: Wire) -> tuple[Drawing, str]:
    """200 nodes, and a dot that these wires pass."""
    return dots.add(ladder(200), wires, Point(300, 60))


def drag(canvas: Canvas, number: int) -> Drawing:
    """Holds the first of the nodes a little off, with the dots among them."""
    before = canvas.workspace.drawing
    lie = before.places
    to = {node: Point(lie[node].x + WAY.x, lie[node].y + WAY.y) for node in IDS[:number]}
    after = dots.carry(before, edits.move(before, to), WAY)
    canvas.workspace.document.preview(after)
    QApplication.processEvents()
    return after


def pictures(canvas: Canvas) -> list[QGraphicsPixmapItem]:
    return [item for item in canvas.graph_scene.items() if isinstance(item, QGraphicsPixmapItem)]


@pytest.mark.parametrize(("number", "expected"), [(MANY, 0), (MANY + 1, 1)])
def test_more_than_a_few_nodes_move_as_one_picture(opened, number: int, expected: int) -> None:
    canvas = opened(ladder(200))
    drag(canvas, number)
    assert len(pictures(canvas)) == expected
    canvas.workspace.document.cancel()
    assert pictures(canvas) == []


def test_a_dot_among_them_is_in_the_picture(opened) -> None:
    drawing, key = dotted(wire("n1", "n2"))
    canvas = opened(drawing)
    wires = canvas.graph_scene.wires
    after = drag(canvas, MANY + 20)
    assert after.dots[key].at != drawing.dots[key].at
    assert wires.dots.carried == {key}
    assert ("n2", 0) in wires.carried
    canvas.workspace.do("Moved", after)
    assert wires.dots.carried == frozenset()
    assert (wires.dots.spots[key].at.x(), wires.dots.spots[key].at.y()) == after.dots[key].at


def test_a_dot_that_other_wires_pass_stays_and_its_wires_bend(opened) -> None:
    last = MANY // 4 * 4  # of those that are dragged; what it feeds besides is not
    inside, outside = wire(f"n{last}", f"n{last + 1}"), wire(f"n{last}", f"n{last + 4}")
    drawing, key = dotted(inside, outside)
    canvas = opened(drawing)
    wires = canvas.graph_scene.wires
    after = drag(canvas, last + 2)
    assert len(pictures(canvas)) == 1
    assert after.dots[key].at == drawing.dots[key].at
    assert wires.dots.carried == frozenset()
    slot = (f"n{last + 1}", 0)
    assert slot not in wires.carried
    source, target = canvas.graph_scene.ends(inside)
    shown = wires.shapes[slot].line
    assert (shown.p1() - source).toTuple() == (shown.p2() - target).toTuple() == WAY
    canvas.workspace.document.cancel()
    assert wires.shapes[slot].line.p1() == source
