"""Settings and names are edited where they are painted: typed, scrubbed, or called for by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip

from nodegraph.document import Drawing, Point, edits
from nodegraph.graph import Graph, Port
from nodegraph.layers import LAYERS
from nodegraph.setting import Setting, settings_of
from nodegraph.ui.canvas.telling.tips import tip
from nodegraph.ui.scrub import scrubbed
from tests.networks import layer, wired
from tests.ui.canvas.pointer import CONTROL, LEFT, PLAIN, SHIFT, Hand

KEYS = Qt.Key


@pytest.fixture(autouse=True)
def awake(canvas, qtbot):
    """The canvas has the keys."""
    canvas.activateWindow()
    qtbot.waitActive(canvas)
    canvas.setFocus()


def chip(canvas, node_id, name):
    """The middle of a painted setting, in px of the viewport."""
    item = canvas.graph_scene.nodes[node_id]
    [found] = [c for c in item.measures.chips if c.setting.name == name]
    return canvas.mapFromScene(found.box.translated(item.pos()).center())


def title(canvas, node_id):
    return canvas.mapFromScene(canvas.graph_scene.nodes[node_id].title_box.center())


def body(canvas, node_id):
    """A place on a node beside its name and its settings."""
    return canvas.node_rect(node_id).center() + QPoint(10, -12)


def value(canvas, node_id, name):
    return getattr(canvas.workspace.drawing.graph.nodes[node_id].layer, name)


def line(canvas) -> QLineEdit:
    field = canvas.fields.field
    assert field is not None, "nothing is edited"
    assert isinstance(field.widget, QLineEdit)
    return field.widget


def reason(canvas) -> str:
    label = canvas.viewport().findChild(QLabel, "canvas_field_wrong")
    return label.text() if label.isVisible() else ""


def retype(canvas, text, end=KEYS.Key_Return):
    line(canvas).selectAll()
    QTest.keyClicks(line(canvas), text)
    QTest.keyClick(line(canvas), end)


def double_click(canvas, at):
    for kind, held in (
        (QEvent.Type.MouseButtonPress, LEFT),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseButtonDblClick, LEFT),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        where = at.toPointF()
        glob = canvas.viewport().mapToGlobal(where)
        QApplication.sendEvent(canvas.viewport(), QMouseEvent(kind, where, glob, LEFT, held, PLAIN))


class Watch:
    """Notes what would show that something was changed, and the sentences that were said."""

    def __init__(self, canvas):
        self.canvas, self.said = canvas, []
        self.before = canvas.workspace.drawing
        canvas.workspace.said.connect(self.said.append)

    def nothing_changed(self) -> bool:
        document = self.canvas.workspace.document
        return (
            self.canvas.workspace.drawing is self.before
            and document.undo_label is None
            and not document.dirty
            and not self.said
        )


@pytest.fixture
def watch(canvas):
    return Watch(canvas)


# Typing


def test_a_setting_under_the_pointer_is_lit_and_says_how_it_is_changed(canvas, hand):
    item = canvas.graph_scene.nodes["conv1"]
    hand.move(chip(canvas, "conv1", "out_channels"))
    assert item.lit == "out_channels"
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    assert "drag" in tip(canvas, chip(canvas, "conv1", "out_channels"))
    hand.move(body(canvas, "conv1"))
    assert item.lit == ""
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_click_opens_one_field_where_the_setting_is_painted(canvas, hand, watch):
    at = chip(canvas, "conv1", "out_channels")
    hand.click(at)
    assert line(canvas).parent() is canvas.viewport()
    assert line(canvas).geometry().intersects(canvas.node_rect("conv1"))
    assert abs(line(canvas).geometry().center().y() - at.y()) <= 2
    assert line(canvas).selectedText() == "8"
    assert line(canvas).hasFocus()
    assert canvas.workspace.selection == {"conv1"}
    hand.click(chip(canvas, "conv1", "kernel_size"))
    assert line(canvas).text() == "3"
    shown = [edit for edit in canvas.viewport().findChildren(QLineEdit) if edit.isVisible()]
    assert shown == [line(canvas)]
    assert watch.nothing_changed()


def test_a_field_grows_with_its_text_and_leaves_no_setting_half_covered(canvas, hand):
    hand.click(chip(canvas, "conv1", "out_channels"))
    narrow = line(canvas).width()
    QTest.keyClicks(line(canvas), "123456789")
    place, item = line(canvas).geometry(), canvas.graph_scene.nodes["conv1"]
    assert place.width() > narrow
    for other in item.measures.chips[1:]:
        box = canvas.mapFromScene(other.box.translated(item.pos())).boundingRect()
        assert not box.intersects(place) or place.right() >= box.right()


def test_enter_makes_one_step_with_the_inspectors_sentence(canvas, hand, steps, watch):
    hand.click(chip(canvas, "conv1", "out_channels"))
    retype(canvas, "64")
    assert value(canvas, "conv1", "out_channels") == 64
    assert steps() == ["Set conv1 out_channels to 64"]
    assert watch.said == ["Set conv1 out_channels to 64"]
    assert canvas.fields.field is None
    assert canvas.hasFocus()


def test_escape_leaves_everything_as_it_was(canvas, hand, watch):
    hand.click(chip(canvas, "conv1", "out_channels"))
    retype(canvas, "64", KEYS.Key_Escape)
    assert canvas.fields.field is None
    assert canvas.hasFocus()
    assert watch.nothing_changed()
    assert canvas.workspace.selection == {"conv1"}


def test_the_same_value_again_is_no_step(canvas, hand, watch):
    hand.click(chip(canvas, "conv1", "out_channels"))
    retype(canvas, "8")
    assert watch.nothing_changed()


def test_tab_takes_the_value_and_goes_to_the_next_setting(canvas, hand, steps):
    names = [c.setting.name for c in canvas.graph_scene.nodes["conv1"].measures.chips]
    assert names == ["out_channels", "kernel_size", "padding"]
    hand.click(chip(canvas, "conv1", "out_channels"))
    retype(canvas, "16", KEYS.Key_Tab)
    assert line(canvas).text() == "3"
    retype(canvas, "5", KEYS.Key_Tab)
    assert line(canvas).text() == "1"
    QTest.keyClick(line(canvas), KEYS.Key_Tab)
    assert line(canvas).text() == "16"
    QTest.keyClick(line(canvas), KEYS.Key_Backtab, SHIFT)
    assert line(canvas).accessibleName() == "padding"
    assert steps() == ["Set conv1 out_channels to 16", "Set conv1 kernel_size to 5"]


@pytest.mark.parametrize("away", ["click", "zoom", "pan", "focus"])
def test_leaving_the_field_takes_the_value(canvas, hand, steps, away):
    hand.click(chip(canvas, "conv1", "out_channels"))
    line(canvas).selectAll()
    QTest.keyClicks(line(canvas), "12")
    if away == "click":
        hand.click(QPoint(5, 5))
    elif away == "zoom":
        hand.wheel(QPoint(300, 300), 120)
    elif away == "pan":
        canvas.scroll_by(30, 0)
    else:
        canvas.setFocus()
    assert canvas.fields.field is None
    assert steps() == ["Set conv1 out_channels to 12"]


@pytest.mark.parametrize("text", ["0", "-3", "1.5", "many", ""])
def test_a_wrong_value_turns_red_with_the_reason(canvas, hand, watch, text):
    hand.click(chip(canvas, "conv1", "out_channels"))
    line(canvas).clear()
    retype(canvas, text)
    assert line(canvas).property("wrong")
    assert reason(canvas) == "Needs a whole number from 1."
    assert watch.nothing_changed()
    retype(canvas, "9")
    assert not reason(canvas)
    assert value(canvas, "conv1", "out_channels") == 9


def test_a_wrong_value_that_is_left_is_dropped_and_that_is_said(canvas, hand, watch):
    hand.click(chip(canvas, "conv1", "out_channels"))
    retype(canvas, "many")
    hand.click(QPoint(5, 5))
    assert canvas.fields.field is None
    assert not reason(canvas)
    assert watch.said == ["Not changed: Needs a whole number from 1."]
    assert canvas.workspace.drawing is watch.before


def test_arrows_step_a_number_in_sight_and_in_one_step(canvas, hand, steps):
    hand.click(chip(canvas, "conv1", "out_channels"))
    for _ in range(3):
        QTest.keyClick(line(canvas), KEYS.Key_Up)
    assert value(canvas, "conv1", "out_channels") == 11
    assert str(canvas.workspace.report.types[Port("conv1", "output")]) == "B×11×28×28"
    QTest.keyClick(line(canvas), KEYS.Key_Return)
    assert steps() == ["Set conv1 out_channels to 11"]


def test_escape_takes_stepped_numbers_back(canvas, hand, watch):
    hand.click(chip(canvas, "conv1", "out_channels"))
    QTest.keyClick(line(canvas), KEYS.Key_Up)
    QTest.keyClick(line(canvas), KEYS.Key_Escape)
    assert watch.nothing_changed()


def test_several_nodes_change_together_and_differing_values_show_a_dash(canvas, hand, steps):
    twin = edits.add(canvas.workspace.drawing, layer("Conv2d", out_channels=24), Point(0, 400))
    canvas.workspace.do("Twin", twin[0])
    canvas.workspace.select({"conv1", twin[1], "relu1"})
    hand.click(chip(canvas, "conv1", "out_channels"))
    assert line(canvas).text() == "–"
    QTest.keyClick(line(canvas), KEYS.Key_Return)  # left as it is: nothing happens
    assert canvas.workspace.document.undo_label == "Twin"
    hand.click(chip(canvas, "conv1", "out_channels"))
    retype(canvas, "48")
    assert [value(canvas, node, "out_channels") for node in ("conv1", twin[1])] == [48, 48]
    assert steps() == ["Twin", "Set out_channels of 2 nodes to 48"]


def test_a_flag_turns_over_by_one_click(opened, steps, canvas):
    canvas.workspace.open(
        Drawing("R", wired(Graph(), "lstm", layer("LSTM")), {"lstm": Point(0, 0)})
    )
    canvas.zoom_reset()
    hand = Hand(canvas)
    hand.click(chip(canvas, "lstm", "bidirectional"))
    assert value(canvas, "lstm", "bidirectional") is True
    assert steps() == ["Set lstm bidirectional to on"]
    hand.click(chip(canvas, "lstm", "num_layers"))
    QTest.keyClick(line(canvas), KEYS.Key_Tab)
    button = canvas.fields.field.widget
    QTest.keyClick(button, KEYS.Key_Space)
    assert value(canvas, "lstm", "bidirectional") is False
    QTest.keyClick(button, KEYS.Key_Return)
    assert canvas.fields.field is None
    assert len(steps()) == 2


def test_the_field_goes_with_its_node_and_closes_without_it(canvas, hand, watch):
    hand.click(chip(canvas, "conv1", "out_channels"))
    before = line(canvas).pos()
    moved = edits.move(canvas.workspace.drawing, {"conv1": Point(264, 64)})
    canvas.workspace.do("Moved conv1", moved)
    assert line(canvas).pos() - before == QPoint(64, 64)
    canvas.workspace.do("Deleted conv1", edits.delete(moved, {"conv1"}))
    assert canvas.fields.field is None
    canvas.workspace.document.undo()
    hand.click(chip(canvas, "conv1", "out_channels"))
    QTest.keyClicks(line(canvas), "99")
    canvas.workspace.open(watch.before)
    assert canvas.fields.field is None
    assert canvas.workspace.document.undo_label is None


def test_fields_are_no_items_of_the_scene(canvas, hand):
    count = len(canvas.graph_scene.items())
    hand.click(chip(canvas, "conv1", "out_channels"))
    assert len(canvas.graph_scene.items()) == count


def test_settings_too_small_to_read_are_not_edited(canvas, hand):
    canvas.zoom_at(canvas.node_rect("conv1").center().toPointF(), 0.4)
    assert canvas.graph_scene.tier != "near"
    hand.click(chip(canvas, "conv1", "out_channels"))
    assert canvas.fields.field is None


# Scrubbing


def test_a_drag_to_the_side_changes_the_number_live_and_in_one_step(canvas, hand, steps, watch):
    at = chip(canvas, "conv1", "out_channels")
    hand.hold(at, at + QPoint(40, 0))
    assert value(canvas, "conv1", "out_channels") == 18
    assert canvas.graph_scene.nodes["conv1"].note == "B×18×28×28"
    assert steps() == []
    hand.release(at + QPoint(40, 0))
    assert steps() == ["Set conv1 out_channels to 18"]
    assert watch.said == ["Set conv1 out_channels to 18"]
    assert canvas.fields.field is None
    assert canvas.workspace.drawing.places == watch.before.places
    assert canvas.workspace.selection == {"conv1"}


@pytest.mark.parametrize(("held", "number"), [(SHIFT, 10), (CONTROL, 208)])
def test_shift_is_finer_and_control_coarser(canvas, hand, held, number):
    at = chip(canvas, "conv1", "out_channels")
    hand.drag(at, at + QPoint(80, 0), modifiers=held)
    assert value(canvas, "conv1", "out_channels") == number
    assert canvas.workspace.selection == {"conv1"}


def test_a_number_stops_at_its_limit(canvas, hand):
    at = chip(canvas, "conv1", "out_channels")
    hand.hold(at, at - QPoint(160, 0))
    assert value(canvas, "conv1", "out_channels") == 1
    hand.move(at - QPoint(156, 0))
    assert value(canvas, "conv1", "out_channels") == 2  # and turns around at once
    hand.release(at - QPoint(156, 0))


def test_escape_and_the_right_button_end_a_scrub_without_a_trace(canvas, hand, watch):
    at = chip(canvas, "conv1", "out_channels")
    hand.hold(at, at + QPoint(40, 0))
    hand.key(KEYS.Key_Escape)
    hand.release(at + QPoint(40, 0))
    assert watch.nothing_changed()
    hand.hold(at, at + QPoint(40, 0))
    hand.interrupt(at)
    hand.release(at)
    assert watch.nothing_changed()
    assert canvas.workspace.selection == frozenset()


def test_a_scrub_back_to_the_start_is_no_step(canvas, hand, watch):
    at = chip(canvas, "conv1", "out_channels")
    hand.hold(at, at + QPoint(40, 0))
    hand.move(at)
    hand.release(at)
    assert watch.nothing_changed()


def test_problems_come_and_go_while_scrubbing(canvas, hand):
    at = chip(canvas, "conv1", "kernel_size")
    hand.hold(at, at + QPoint(160, 0))
    assert canvas.graph_scene.nodes["conv1"].at_fault
    hand.move(at)
    assert not canvas.graph_scene.nodes["conv1"].at_fault
    hand.release(at)


def test_selected_nodes_are_scrubbed_together(canvas, hand, steps):
    twin = edits.add(canvas.workspace.drawing, layer("Conv2d", out_channels=24), Point(0, 400))
    canvas.workspace.do("Twin", twin[0])
    canvas.workspace.select({"conv1", twin[1]})
    at = chip(canvas, "conv1", "out_channels")
    hand.drag(at, at + QPoint(8, 0))
    assert [value(canvas, node, "out_channels") for node in ("conv1", twin[1])] == [10, 10]
    assert canvas.workspace.selection == {"conv1", twin[1]}
    assert steps() == ["Twin", "Set out_channels of 2 nodes to 10"]


def test_a_drag_up_or_down_from_a_setting_moves_the_node(canvas, hand, steps):
    at = chip(canvas, "conv1", "out_channels")
    hand.drag(at, at + QPoint(8, 64))
    assert steps() == ["Moved conv1"]
    assert value(canvas, "conv1", "out_channels") == 8


@pytest.mark.parametrize(
    ("start", "way", "fine", "result"),
    [
        (0.5, 5, False, 0.55),
        (0.5, 0.5, True, 0.505),
        (0.5, 500, False, 1.0),
        (0.5, -500, False, 0.0),
        (0.01, 3, False, 0.013),
        (0.0, 2, False, 0.02),
    ],
)
def test_numbers_step_by_about_a_tenth_and_stay_round(start, way, fine, result):
    setting = Setting("float", 0.0, low=0, high=1)
    assert scrubbed(setting, start, way, fine) == result


# Names


def test_f2_edits_the_name_in_its_place(canvas, steps, watch):
    canvas.workspace.select({"conv1"})
    assert canvas.rename_selected()
    assert line(canvas).text() == "conv1"
    assert line(canvas).geometry().intersects(canvas.node_rect("conv1"))
    retype(canvas, "stem")
    assert canvas.workspace.drawing.graph.nodes["conv1"].title == "stem"
    assert steps() == ["Renamed conv1 to stem"]
    assert watch.said == steps()
    assert canvas.hasFocus()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("2nd", "A name is one word of letters"),
        ("for", "A name is one word of letters"),
        ("", "A name is one word of letters"),
        ("relu1", "Another node is called relu1 already."),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_the_reason(canvas, watch, name, why):
    canvas.workspace.select({"conv1"})
    canvas.rename_selected()
    line(canvas).clear()
    retype(canvas, name)
    assert reason(canvas).startswith(why)
    assert line(canvas).property("wrong")
    QTest.keyClick(line(canvas), KEYS.Key_Escape)
    assert watch.nothing_changed()


def test_a_double_click_on_the_name_renames(canvas, steps):
    double_click(canvas, title(canvas, "relu1"))
    assert line(canvas).text() == "relu1"
    retype(canvas, "bend", KEYS.Key_Tab)
    assert steps() == ["Renamed relu1 to bend"]


def test_a_slow_second_click_on_the_name_renames(canvas, hand, watch):
    hand.click(title(canvas, "relu1"))
    assert canvas.fields.field is None
    hand.click(title(canvas, "relu1"))
    assert line(canvas).text() == "relu1"
    QTest.keyClick(line(canvas), KEYS.Key_Escape)
    assert watch.nothing_changed()


def test_a_drag_by_the_name_still_moves(canvas, hand, steps):
    canvas.workspace.select({"relu1"})
    at = title(canvas, "relu1")
    hand.drag(at, at + QPoint(0, 64))
    assert steps() == ["Moved relu1"]
    assert canvas.fields.field is None


def test_several_or_no_nodes_have_no_name_to_edit(canvas):
    assert not canvas.rename_selected()
    canvas.workspace.select({"conv1", "relu1"})
    assert not canvas.rename_selected()
    assert canvas.fields.field is None


def test_a_name_out_of_view_is_not_edited_there(canvas):
    canvas.workspace.select({"conv1"})
    canvas.scroll_by(3000, 0)
    assert not canvas.rename_selected()


@pytest.mark.parametrize("way", ["double click", "enter"])
def test_the_inspector_is_asked_for(canvas, hand, qtbot, way):
    with qtbot.waitSignal(canvas.settings_wanted, timeout=500):
        if way == "enter":
            canvas.workspace.select({"conv1"})
            hand.key(KEYS.Key_Return)
        else:
            double_click(canvas, body(canvas, "conv1"))
    assert canvas.workspace.selection == {"conv1"}


def test_keys_of_commands_take_what_was_typed_first(canvas, hand, steps):
    hand.click(chip(canvas, "conv1", "out_channels"))
    QTest.keyClicks(line(canvas), "40")
    QTest.keyClick(line(canvas), KEYS.Key_S, CONTROL)
    assert steps() == ["Set conv1 out_channels to 40"]


# What a node tells


def test_a_selected_node_tells_its_weights_beside_its_shape(canvas):
    item = canvas.graph_scene.nodes["conv1"]
    canvas.workspace.select({"conv1"})
    assert item.weights == 80
    canvas.workspace.do(
        "More",
        edits.set_setting(canvas.workspace.drawing, ["conv1"], "out_channels", 16),
    )
    assert item.weights == 160


def test_resting_on_a_node_tells_its_size_and_on_its_sign_the_reason(canvas, qtbot):
    def rest(at):
        event = QHelpEvent(QEvent.Type.ToolTip, at, canvas.viewport().mapToGlobal(at))
        QApplication.sendEvent(canvas.viewport(), event)

    rest(body(canvas, "conv1"))
    assert QToolTip.text().splitlines()[0] == "conv1 · Conv2d"
    assert "80 weights" in QToolTip.text()
    canvas.workspace.do(
        "Too large",
        edits.set_setting(canvas.workspace.drawing, ["conv1"], "kernel_size", 99),
    )
    rest(canvas.node_rect("conv1").topRight())
    [problem] = [p for p in canvas.workspace.report.problems if p.node == "conv1"]
    assert QToolTip.text().startswith(problem.message)
    QToolTip.hideText()


def test_labels_on_a_node_are_told_apart():
    for kind in LAYERS.values():
        shorts = [setting.short for setting in settings_of(kind) if setting.short]
        assert len(shorts) == len(set(shorts)), kind
