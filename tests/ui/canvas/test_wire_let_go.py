"""A new wire let go where nothing is: the search, a menu or nothing, as a person has chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from nodegraph.document.writing import text_of
from nodegraph.graph import Port
from nodegraph.ui.canvas.overlay import GhostNode, GhostWire
from nodegraph.ui.mouse import Mouse
from tests.ui.canvas.pointer import SHIFT

OUTPUT = Port("relu1", "output")


@pytest.fixture
def let_go(canvas, hand):
    """Drags a wire from relu1 into the void; the modifiers are held at the release."""

    def drag(offer: str = "search", modifiers=Qt.KeyboardModifier.NoModifier) -> QPoint:
        canvas.mouse = Mouse(offer=offer)
        start = canvas.port_pos(OUTPUT)
        end = start + QPoint(70, -120)
        hand.hold(start, end)
        hand.move(end, modifiers)
        hand.release(end, modifiers)
        return end

    return drag


def open_menu() -> QMenu | None:
    menu = QApplication.activePopupWidget()
    return menu if isinstance(menu, QMenu) and menu.objectName() == "layer_menu" else None


def entry(menu: QMenu, group: str, name: str):
    """An entry of a menu in the menu, and that one."""
    [inner] = [a.menu() for a in menu.actions() if a.menu() and a.text() == group]
    [found] = [a for a in inner.actions() if a.text().partition("\t")[0] == name]
    return found, inner


@pytest.mark.parametrize(
    ("offer", "other", "comes"),
    [
        ("search", False, "search"),
        ("search", True, "menu"),
        ("menu", False, "menu"),
        ("menu", True, "search"),
        ("nothing", False, "nothing"),
        ("nothing", True, "search"),
    ],
)
def test_what_comes_is_as_chosen_and_with_shift_the_other(
    canvas, let_go, steps, offer, other, comes
):
    before = canvas.workspace.drawing
    let_go(offer, SHIFT if other else Qt.KeyboardModifier.NoModifier)
    assert canvas.adding.is_open == (comes == "search")
    assert (open_menu() is not None) == (comes == "menu")
    if menu := open_menu():
        menu.close()
    canvas.adding.close()
    assert canvas.workspace.drawing is before
    assert steps() == []


def test_the_menu_lists_what_fits_by_group_with_the_port_it_would_be_wired_to(canvas, let_go):
    let_go("menu")
    menu = open_menu()
    texts = [a.text() for a in menu.actions() if a.menu()]
    assert texts[:2] == ["Input and output", "Convolution"] or "Convolution" in texts
    conv, inner = entry(menu, "Convolution", "Conv2d")
    assert conv.text() == "Conv2d\tinput"
    assert "Conv1d" not in [a.text().partition("\t")[0] for a in inner.actions()]
    menu.close()


def test_an_entry_shows_what_it_would_become_and_places_it_in_one_step(canvas, let_go, steps):
    let_go("menu")
    menu = open_menu()
    conv, inner = entry(menu, "Convolution", "Conv2d")
    marks = canvas.graph_scene.overlay.marks
    assert [type(mark) for mark in marks] == [GhostWire]
    while menu.activeAction() is not inner.menuAction():
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Right)
    while inner.activeAction() is not conv:
        QTest.keyClick(inner, Qt.Key.Key_Down)
    assert {type(mark) for mark in canvas.graph_scene.overlay.marks} == {GhostWire, GhostNode}
    QTest.keyClick(inner, Qt.Key.Key_Return)
    QApplication.processEvents()
    (node,) = canvas.workspace.selection
    assert canvas.workspace.drawing.graph.nodes[node].inputs == {"input": OUTPUT}
    assert steps() == ["Added conv2 behind relu1"]
    assert not canvas.graph_scene.overlay.marks
    assert open_menu() is None
    assert canvas.adding.used.behind("ReLU").after == {"Conv2d": 1}


def test_what_was_placed_behind_it_before_stands_in_the_menu_itself(canvas, let_go):
    canvas.adding.used.note("MaxPool2d", "ReLU")
    let_go("menu")
    menu = open_menu()
    first = [a.text() for a in menu.actions() if not a.isSeparator() and not a.menu()]
    assert first[0] == "MaxPool2d\tinput"
    menu.close()


def test_escape_and_a_click_beside_it_leave_no_trace(canvas, let_go, steps, qtbot):
    before = text_of(canvas.workspace.drawing)
    for leave in (lambda menu: QTest.keyClick(menu, Qt.Key.Key_Escape), QMenu.close):
        let_go("menu")
        leave(open_menu())
        qtbot.waitUntil(lambda: not canvas.graph_scene.overlay.marks)
        assert open_menu() is None
    assert text_of(canvas.workspace.drawing) == before
    assert steps() == []
    assert canvas.window().focusWidget() is canvas


def test_its_last_entry_searches_for_the_same_wire(canvas, let_go, steps):
    let_go("menu")
    menu = open_menu()
    menu.setActiveAction(menu.actions()[-1])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    popup = canvas.adding.popup
    assert canvas.adding.is_open
    QTest.keyClicks(popup.field, "tanh")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert steps() == ["Added tanh1 behind relu1"]


def test_from_an_input_the_menu_offers_what_feeds_it(canvas, hand, steps):
    canvas.mouse = Mouse(offer="menu")
    start = canvas.input_pos(Port("add", "input"))
    hand.drag(start, start + QPoint(-60, 120))
    menu = open_menu()
    tanh, _ = entry(menu, "Activation", "Tanh")
    tanh.trigger()
    menu.close()
    QApplication.processEvents()
    (node,) = canvas.workspace.selection
    assert steps() == ["Added tanh1 in front of add"]
    assert Port(node, "output") in canvas.workspace.drawing.graph.nodes["add"].inputs["input"]
