"""Fit shows every node: none lies under the minimap or the legend where little zoom is enough."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph
from nodegraph.ui.canvas.looking.framing import CHEAP, MARGIN, framed
from tests.networks import layer, wired
from tests.ui.canvas.ladder import ladder

ROOM = QRectF(0, 0, 1000, 700)
CORNER = QRectF(820, 576, 166, 110)


def grid(*at: tuple[int, int]) -> Drawing:
    """Lonely nodes at these places."""
    graph = Graph()
    for number, _ in enumerate(at):
        graph = wired(graph, f"relu{number}", layer("ReLU"))
    return Drawing("Grid", graph, {f"relu{n}": Point(*place) for n, place in enumerate(at)})


def hidden(canvas) -> list[str]:
    """The nodes that lie under something that stands over the view."""
    shown = [widget.geometry() for widget in canvas.covers if widget.isVisible()]
    nodes = canvas.graph_scene.nodes
    return [n for n in nodes if any(canvas.node_rect(n).intersects(place) for place in shown)]


WIDE = [(x * 220, y * 130) for y in range(5) for x in range(9)]
HIGH = [(x * 220, y * 130) for y in range(24) for x in range(4)]
CORNERS = [(0, 0), (1400, 0), (0, 900), (1400, 900)]


@pytest.mark.parametrize("places", [WIDE, HIGH, CORNERS])
@pytest.mark.parametrize("how", ["home", "frame_selection"])
def test_no_node_lies_under_the_minimap(opened, places, how) -> None:
    canvas = opened(grid(*places))
    getattr(canvas, how)()
    assert canvas.minimap.isVisible()
    assert hidden(canvas) == []
    seen = canvas.visible_area()
    assert all(seen.contains(item.bounds) for item in canvas.graph_scene.nodes.values())


def test_where_nothing_would_be_hidden_the_drawing_is_in_the_middle(opened) -> None:
    canvas = opened(grid((0, 0), (220, 0), (440, 0)))
    canvas.fit()
    middle = canvas.graph_scene.content().center()
    away = canvas.mapFromScene(middle) - canvas.viewport().rect().center()
    assert away.manhattanLength() <= 2
    assert canvas.zoom == 1


def test_the_legend_hides_no_node_either(page) -> None:
    canvas = page.canvas
    canvas.workspace.open(grid(*WIDE))
    canvas.lens.show("weights")
    canvas.fit()
    assert canvas.lens.legend.isVisible()
    assert hidden(canvas) == []
    canvas.lens.show("off")
    assert canvas.covers == [canvas.minimap]


def test_what_is_hidden_does_not_count(opened) -> None:
    canvas = opened(grid(*CORNERS))
    canvas.fit()
    beside = canvas.zoom
    canvas.minimap.want(False)
    canvas.fit()
    assert canvas.zoom > beside


def test_home_again_goes_back_from_a_view_beside_the_minimap(opened) -> None:
    canvas = opened(grid(*WIDE))
    canvas.zoom_by(240)
    before = canvas.view
    canvas.home()
    assert hidden(canvas) == []
    canvas.home()
    assert canvas.view.is_near(before)


def test_it_never_costs_more_than_a_quarter_of_the_zoom() -> None:
    area = QRectF(0, 0, 3000, 2000)
    middle = framed(area, ROOM, [], lambda part: True)
    assert middle.at == ROOM.center()
    assert middle.scale == pytest.approx((1000 - 2 * MARGIN) / 3000)
    low = framed(area, ROOM, [CORNER], lambda part: not part.isEmpty())
    assert low.scale >= CHEAP * middle.scale
    assert low.at != ROOM.center()
    huge = framed(area, ROOM, [QRectF(300, 200, 400, 300)], lambda part: True)
    assert huge == middle
    assert framed(area, QRectF(0, 0, 20, 20), [], lambda part: True).at == QPointF(10, 10)


def test_a_framing_asks_for_few_places_of_many_nodes(opened) -> None:
    """Fit of 2,000 nodes stays as quick as it was: a handful of looks into the index."""
    canvas = opened(ladder(2_000))
    looks = []
    nodes_in = canvas.graph_scene.nodes_in
    canvas.graph_scene.nodes_in = lambda area: looks.append(area) or nodes_in(area)
    canvas.fit()
    assert len(looks) <= 6


def test_a_small_view_spends_less_on_its_margins() -> None:
    area = QRectF(0, 0, 1000, 500)
    small = framed(area, QRectF(0, 0, 480, 240), [], lambda part: False)
    assert small.scale == pytest.approx((240 - 2 * 20) / 500)
    assert framed(area, ROOM, [], lambda part: False).scale == pytest.approx((1000 - 96) / 1000)
