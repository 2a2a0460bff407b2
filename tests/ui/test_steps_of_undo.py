"""T-16: each gesture is exactly so many steps of undo, with exactly these sentences.

Real events on the real window; what a gesture leaves is read from the document's own steps.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from nodegraph.document import edits
from nodegraph.graph import Port
from nodegraph.ui.window import MainWindow
from tests.ui.canvas.pointer import CONTROL, MIDDLE, RIGHT, SHIFT
from tests.ui.conftest import child
from tests.ui.person import Person, drawing, labels, sat_down

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def person(window: MainWindow, qtbot: QtBot) -> Person:
    return sat_down(window, qtbot, drawing())


def drag_one(me: Person) -> None:
    me.drag("bn1", 40, 64)


def drag_many(me: Person) -> None:
    me.workspace.select(["bn1", "add", "fc1"])
    me.drag("add", 40, 64)


def drag_the_same_selection_twice(me: Person) -> None:
    me.workspace.select(["add", "fc1"])
    me.drag("add", 0, 64)
    me.drag("add", 0, 64)


def drag_and_bring_back(me: Person) -> None:
    start = me.grip("bn1")
    me.hand.hold(start, start + QPoint(64, 64))
    me.hand.move(start)
    me.hand.release(start)


def drop_on_a_wire(me: Person) -> None:
    middle = me.wire_middle("conv1", "relu1")
    start = me.grip("bn1")
    me.hand.drag(start, start + (middle - me.canvas.node_rect("bn1").center()))
    assert me.workspace.drawing.graph.nodes["relu1"].inputs["input"] == Port("bn1", "output")


def delete_many(me: Person) -> None:
    me.workspace.select(["bn1", "add"])
    me.key(Key.Key_Delete)


def delete_by_the_menu(me: Person) -> None:
    me.workspace.select(["bn1"])
    me.window.actions_by_name["edit.delete"].trigger()


def delete_a_wire(me: Person) -> None:
    me.hand.click(me.wire_middle("conv1", "relu1"))
    me.key(Key.Key_Delete)


def draw_a_wire(me: Person) -> None:
    me.hand.drag(me.out("relu1"), me.into("add"))


def replace_a_wire(me: Person) -> None:
    me.hand.drag(me.out("conv1"), me.into("pool1"))


def replug_a_wire(me: Person) -> None:
    me.hand.drag(me.into("pool1"), me.into("add"))


def replug_on_the_same_port(me: Person) -> None:
    me.hand.hold(me.into("pool1"), me.into("pool1") + QPoint(-60, 60))
    me.hand.move(me.into("pool1"))
    me.hand.release(me.into("pool1"))


def drop_a_wire_in_the_void(me: Person) -> None:
    me.hand.drag(me.into("pool1"), me.into("pool1") + QPoint(-40, -90))


def wire_by_clicks(me: Person) -> None:
    me.hand.click(me.out("relu1"))
    me.hand.click(me.into("add"))


def let_a_wire_go_by_a_second_click(me: Person) -> None:
    me.hand.click(me.out("relu1"))
    me.hand.move(me.into("add"))
    me.hand.click(me.out("relu1"))


def branch_a_wire(me: Person) -> None:
    me.hand.drag(me.into("pool1"), me.into("add"), modifiers=SHIFT)


def move_all_wires(me: Person) -> None:
    me.hand.drag(me.out("conv1"), me.into("add"))
    me.hand.drag(me.out("conv1"), me.out("bn1"), modifiers=CONTROL)


def join_several(me: Person) -> None:
    me.workspace.select(["conv1", "relu1"])
    me.hand.drag(me.out("conv1"), me.into("add"))


def accept_a_cure(me: Person) -> None:
    me.hand.drag(me.out("image"), me.into("add"))
    me.hand.drag(me.out("pool1"), me.into("add"))
    me.key(Key.Key_Return)


def commit_a_setting(me: Person) -> None:
    me.workspace.select(["conv1"])
    me.type("setting_out_channels", "16")


def commit_the_same_setting(me: Person) -> None:
    me.workspace.select(["conv1"])
    me.type("setting_out_channels", "8")


def rename(me: Person) -> None:
    me.workspace.select(["conv1"])
    me.type("inspector_name", "stem")


def change_the_recipe(me: Person) -> None:
    me.type("recipe_epochs", "7")


def choose_an_optimizer(me: Person) -> None:
    box = child(me.window, "recipe_optimizer", QComboBox)
    box.setFocus()
    while box.currentText() != "SGD":
        down = box.findText("SGD") > box.currentIndex()
        QTest.keyClick(box, Key.Key_Down if down else Key.Key_Up)


def cure(me: Person) -> None:
    broken = edits.connect(me.workspace.drawing, Port("pool1", "output"), Port("fc1", "input"))
    me.workspace.open(broken)
    me.window.editor.show_problems()
    card = next(card for card in me.window.problems.cards if card.problem.node == "fc1")
    fix = child(card, "fix_0", QPushButton)
    QTest.mouseClick(fix, LEFT)


def tidy(me: Person) -> None:
    me.workspace.select(())
    me.key(Key.Key_L)


def paste(me: Person) -> None:
    me.workspace.select(["bn1", "add"])
    me.key(Key.Key_C, CONTROL)
    me.key(Key.Key_V, CONTROL)


def duplicate(me: Person) -> None:
    me.workspace.select(["bn1", "add"])
    me.key(Key.Key_D, CONTROL)


def add_from_the_palette(me: Person) -> None:
    at = QPoint(120, 520)
    me.hand.drop(me.hand.carry("Tanh", at), at)


def replace_from_the_palette(me: Person) -> None:
    at = me.canvas.node_rect("relu1").center()
    me.hand.drop(me.hand.carry("Tanh", at), at)


def bypass(me: Person) -> None:
    me.workspace.select(["bn1", "relu1"])
    me.key(Key.Key_M)


def bypass_what_can_not_be(me: Person) -> None:
    me.workspace.select(["conv1"])
    me.key(Key.Key_M)


def disable_and_switch_on(me: Person) -> None:
    me.workspace.select(["relu1"])
    me.key(Key.Key_M, SHIFT)
    me.key(Key.Key_M, SHIFT)


def disable_a_wire_and_enable_it(me: Person) -> None:
    me.hand.click(me.wire_middle("conv1", "relu1"))
    me.window.actions_by_name["edit.wire.disable"].trigger()
    me.window.actions_by_name["edit.wire.disable"].trigger()  # it is already
    me.window.actions_by_name["edit.wire.enable"].trigger()


def disable_wires_with_the_knife(me: Person) -> None:
    me.hand.drag(me.out("bn1"), me.into("add"))
    start = me.canvas.node_rect("conv1").topRight() + QPoint(20, -30)
    me.hand.drag(start, start + QPoint(0, 420), RIGHT, CONTROL | ALT)


def rename_in_the_outline(me: Person) -> None:
    outline = me.window.editor.outline
    me.window.editor.tabs.setCurrentWidget(outline)
    outline.tree.setData(outline.tree.index_of("bn1"), "norm")


ONCE: list[tuple[Callable[[Person], None], list[str]]] = [
    (drag_one, ["Moved bn1"]),
    (drag_many, ["Moved 3 nodes"]),
    (drag_the_same_selection_twice, ["Moved 2 nodes", "Moved 2 nodes"]),
    (drag_and_bring_back, []),
    (drop_on_a_wire, ["Put bn1 between conv1 and relu1"]),
    (delete_many, ["Deleted 2 nodes"]),
    (delete_by_the_menu, ["Deleted bn1"]),
    (delete_a_wire, ["Disconnected conv1 from relu1"]),
    (draw_a_wire, ["Connected relu1 to add"]),
    (replace_a_wire, ["Connected conv1 to pool1 in place of relu1"]),
    (replug_a_wire, ["Connected relu1 to add"]),
    (replug_on_the_same_port, []),
    (drop_a_wire_in_the_void, ["Disconnected relu1 from pool1"]),
    (wire_by_clicks, ["Connected relu1 to add"]),
    (let_a_wire_go_by_a_second_click, []),
    (branch_a_wire, ["Connected relu1 to add"]),
    (move_all_wires, ["Connected conv1 to add", "Moved 2 wires from conv1 to bn1"]),
    (join_several, ["Connected 2 nodes to add"]),
    (accept_a_cure, ["Connected image to add", "Inserted Conv2d 1×1"]),
    (commit_a_setting, ["Set conv1 out_channels to 16"]),
    (commit_the_same_setting, []),
    (rename, ["Renamed conv1 to stem"]),
    (change_the_recipe, ["Set epochs to 7"]),
    (choose_an_optimizer, ["Set optimizer to SGD"]),
    (cure, ["Inserted Flatten"]),
    (tidy, ["Tidied the drawing"]),
    (paste, ["Pasted 2 nodes"]),
    (duplicate, ["Duplicated 2 nodes"]),
    (add_from_the_palette, ["Added tanh1"]),
    (replace_from_the_palette, ["Replaced relu1 by Tanh"]),
    (bypass, ["Bypassed 2 nodes"]),
    (bypass_what_can_not_be, []),
    (disable_and_switch_on, ["Disabled relu1", "Switched relu1 on"]),
    (
        disable_a_wire_and_enable_it,
        ["Disabled the wire from conv1 to relu1", "Switched the wire from conv1 to relu1 on"],
    ),
    (disable_wires_with_the_knife, ["Connected bn1 to add", "Disabled 2 wires"]),
    (rename_in_the_outline, ["Renamed bn1 to norm"]),
]


@pytest.mark.parametrize(("gesture", "steps"), ONCE, ids=[made.__name__ for made, _ in ONCE])
def test_a_gesture_is_exactly_these_steps(person: Person, gesture, steps) -> None:
    gesture(person)
    document = person.workspace.document
    assert labels(person) == steps
    assert document.dirty == bool(steps)
    first, last = document.steps[0].drawing, person.workspace.drawing
    for _ in steps:
        person.key(Key.Key_Z, CONTROL)
    assert person.workspace.drawing is first
    assert not document.dirty
    for _ in steps:
        person.key(Key.Key_Z, CONTROL | SHIFT)
    assert person.workspace.drawing is last


def test_looking_around_is_no_step(person: Person) -> None:
    me, hand, before = person, person.hand, person.workspace.drawing
    hand.click(me.grip("conv1"))
    hand.click(me.grip("relu1"), modifiers=SHIFT)
    hand.drag(QPoint(5, 5), QPoint(300, 300))  # a marquee
    hand.click(me.wire_middle("conv1", "relu1"))
    hand.drag(QPoint(300, 400), QPoint(340, 440), button=MIDDLE)
    hand.wheel(QPoint(300, 300), 240)
    for node in ("conv1", "relu1", "pool1"):
        hand.move(me.grip(node))
    for name in ("view.fit", "view.zoom_in", "view.zoom_out", "view.zoom_reset", "view.views"):
        me.window.actions_by_name[name].trigger()
    me.key(Key.Key_A, CONTROL)
    me.key(Key.Key_Escape)
    for panel in (me.window.editor.outline, me.window.editor.history, me.window.problems):
        me.window.editor.tabs.setCurrentWidget(panel)
    assert labels(me) == []
    assert not me.workspace.document.dirty
    assert me.workspace.drawing is before


CANCELLED = {
    "a move": lambda me: me.hand.hold(me.grip("bn1"), me.grip("bn1") + QPoint(64, 64)),
    "a drop on a wire": lambda me: me.hand.hold(me.grip("bn1"), me.wire_middle("conv1", "relu1")),
    "a new wire": lambda me: me.hand.hold(me.out("relu1"), me.into("add")),
    "a wire picked up": lambda me: me.hand.hold(me.into("pool1"), me.into("add")),
    "a marquee": lambda me: me.hand.hold(QPoint(5, 5), QPoint(400, 300)),
}


@pytest.mark.parametrize("by", ["Esc", "the right button"])
@pytest.mark.parametrize("begin", CANCELLED.values(), ids=CANCELLED)
def test_a_cancelled_gesture_is_no_step_and_leaves_no_star(person: Person, begin, by) -> None:
    before, at = person.workspace.drawing, QPoint(400, 300)
    begin(person)
    if by == "Esc":
        person.hand.key(Key.Key_Escape)
    else:
        person.hand.interrupt(at)
    person.hand.release(at)
    assert labels(person) == []
    assert not person.workspace.document.dirty
    assert person.workspace.drawing is before
    assert "•" not in person.window.windowTitle()


@pytest.mark.parametrize(("key", "name"), [(Key.Key_O, "outline"), (Key.Key_H, "history")])
def test_outline_and_history_are_reached_by_a_key(person: Person, qtbot: QtBot, key, name) -> None:
    person.key(key, CONTROL | SHIFT)
    panel = getattr(person.window.editor, name)
    assert panel.isVisible()
    assert panel.hasFocus()


def test_a_node_is_drawn_renamed_set_wired_and_deleted_from_the_outline(
    person: Person, qtbot: QtBot
) -> None:
    person.key(Key.Key_O, CONTROL | SHIFT)
    outline = person.window.editor.outline
    outline.setCurrentIndex(outline.tree.index_of("fc1"))
    QTest.keyClick(outline, Key.Key_F2)
    field = outline.viewport().findChild(QLineEdit)
    QTest.keyClicks(field, "head")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: labels(person) == ["Renamed fc1 to head"])
    outline.setFocus()
    QTest.keyClick(outline, Key.Key_Return)
    setting = QApplication.focusWidget()
    assert setting.objectName() == "setting_out_features"
    QTest.keyClicks(setting, "12")
    QTest.keyClick(setting, Key.Key_Return)
    person.key(Key.Key_O, CONTROL | SHIFT)
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Return):  # its input, and what fits it
        QTest.keyClick(outline, key)
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.search, "image")
    QTest.keyClick(popup.search, Key.Key_Return)
    QTest.keyClick(outline, Key.Key_Delete)
    assert labels(person)[1:] == [
        "Set head out_features to 12",
        "Connected image to head",
        "Disconnected image from head",
    ]


def test_undo_selects_what_it_touched(person: Person) -> None:
    person.drag("bn1", 40, 64)
    person.workspace.select(["image"])
    person.key(Key.Key_Z, CONTROL)
    assert person.workspace.selection == {"bn1"}
    person.workspace.select(["image"])
    person.key(Key.Key_Z, CONTROL | SHIFT)
    assert person.workspace.selection == {"bn1"}


def test_undo_outside_the_view_moves_no_camera_and_points_there(person: Person) -> None:
    person.drag("bn1", 40, 64)
    person.canvas.centerOn(6000, 6000)
    before = person.canvas.visible_area()
    person.key(Key.Key_Z, CONTROL)
    assert person.canvas.visible_area() == before
    show = child(person.window, "beyond_show", QPushButton)
    assert show.isVisible()
    QTest.mouseClick(show, LEFT)
    assert person.canvas.visible_area().contains(person.canvas.graph_scene.nodes["bn1"].bounds)
