"""What the overlay showed leaves the screen: a ghost that nobody paints over would stay there."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.probe import Repainted

HERE, THERE = QPoint(60, 420), QPoint(160, 560)  # nothing is drawn there
INSIDE = (HERE + THERE) / 2


class Wiped:
    """Tells whether the middle of what was shown is painted again, after all is calm."""

    def __init__(self, canvas):
        self._seen = Repainted(canvas)

    def calm(self):
        """Paints what is to be painted, and what follows from that."""
        for _ in range(5):
            self._seen.clear()

    def __bool__(self):
        for _ in range(5):
            QApplication.processEvents()
        return self._seen.region.contains(INSIDE)


@pytest.fixture
def wiped(canvas, qtbot):
    qtbot.waitActive(canvas)
    return Wiped(canvas)


def test_the_ghost_of_a_layer_is_wiped_off_when_it_leaves(hand, wiped):
    data = hand.carry("ReLU", INSIDE)
    wiped.calm()
    hand.carry_away()
    assert wiped
    del data


def test_the_ghost_of_a_node_placed_elsewhere_is_wiped_off(canvas, hand, wiped):
    canvas.workspace.select({"conv1"})
    canvas.adding.at(INSIDE)
    QTest.keyClicks(canvas.adding.popup.field, "relu")
    wiped.calm()
    QTest.keyClick(canvas.adding.popup.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert len(canvas.workspace.drawing.graph.nodes) == 7
    assert wiped


def test_what_stood_there_for_longer_is_wiped_off_when_it_goes(canvas, hand, wiped):
    overlay = canvas.graph_scene.overlay
    hand.hold(HERE, THERE)
    overlay.stand(*overlay.marks)
    hand.release(THERE)
    wiped.calm()
    overlay.stand()
    assert wiped
