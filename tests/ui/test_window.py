"""The window's commands, each by its key or its button, and its looks."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from nodegraph.document import Point, edits
from nodegraph.ui.about import About
from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.on_screen import first_size
from nodegraph.ui.theme import CONTRAST, DARK, LIGHT
from nodegraph.ui.toolbar import NARROWEST
from nodegraph.ui.window import MainWindow
from tests.ui.conftest import child

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    button = child(window, f"button_{name}", QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_command_has_a_place_in_a_menu_and_its_own_key(editor: MainWindow) -> None:
    names = [command.name for command in COMMANDS]
    keys = [command.key for command in COMMANDS if command.key]
    assert len(set(names)) == len(names)
    assert len(set(keys)) == len(keys)
    assert set(editor.actions_by_name) == set(names)
    for command in COMMANDS:
        target: object = editor
        for part in command.slot.partition(":")[0].split("."):
            target = getattr(target, part)
        assert callable(target), command.name


def test_every_widget_has_a_name_and_an_accessible_name(editor: MainWindow) -> None:
    editor.workspace.select(["conv2"])
    named = [w for w in editor.findChildren(QWidget) if w.objectName() and w.isVisible()]
    controls = [w for w in named if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    mute = [w.objectName() for w in controls if not w.accessibleName()]
    mute = [name for name in mute if not name.startswith("qt_")]
    assert not mute, f"no accessible name: {mute}"
    assert len(controls) > 20


def test_undo_and_redo_say_what_they_do(editor: MainWindow, qtbot: QtBot) -> None:
    before = editor.workspace.drawing
    drawing = edits.set_setting(before, ["conv2"], "out_channels", 16)
    editor.workspace.do("Set conv2 out_channels to 16", drawing)
    assert editor.actions_by_name["edit.undo"].text() == "Undo: Set conv2 out_channels to 16"
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.workspace.drawing is before
    assert not editor.actions_by_name["edit.undo"].isEnabled()
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL | SHIFT)
    assert editor.workspace.drawing is drawing


def test_the_toolbar_undoes_and_redoes(editor: MainWindow, qtbot: QtBot) -> None:
    before = editor.workspace.drawing
    editor.workspace.do("Delete flat", edits.delete(before, ["flat"]))
    press(qtbot, editor, "edit.undo")
    assert editor.workspace.drawing is before
    press(qtbot, editor, "edit.redo")
    assert "flat" not in editor.workspace.drawing.graph.nodes


def test_delete_and_select_all_work_in_the_canvas(editor: MainWindow, qtbot: QtBot) -> None:
    editor.canvas.setFocus()
    editor.workspace.select(["flat"])
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Delete)
    assert "flat" not in editor.workspace.drawing.graph.nodes
    qtbot.keyClick(editor.canvas, Qt.Key.Key_A, CTRL)
    assert editor.workspace.selection == editor.workspace.drawing.graph.nodes.keys()
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Delete)
    assert not editor.workspace.drawing.graph.nodes
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert len(editor.workspace.drawing.graph.nodes) == 12


def test_delete_while_typing_deletes_text_and_no_node(editor: MainWindow, qtbot: QtBot) -> None:
    editor.workspace.select(["conv2"])
    field = child(editor, "setting_out_channels")
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == ""
    assert "conv2" in editor.workspace.drawing.graph.nodes


def test_tidy_lays_the_drawing_out_in_one_step(editor: MainWindow, qtbot: QtBot) -> None:
    before = editor.workspace.drawing
    heap = edits.move(before, {node: Point(0, 40 * at) for at, node in enumerate(before.places)})
    editor.workspace.do("Heap", heap)
    press(qtbot, editor, "edit.tidy")

    def apart() -> bool:
        areas = [editor.canvas.node_rect(node) for node in before.graph.nodes]
        return not any(one.intersects(other) for one, other in combinations(areas, 2))

    qtbot.waitUntil(apart)  # they slide there
    assert editor.workspace.document.undo_label == "Tidied the drawing"
    assert editor.workspace.drawing.graph is before.graph
    editor.page.undo()
    assert editor.workspace.drawing is heap


def test_straighten_levels_a_chain(editor: MainWindow, qtbot: QtBot) -> None:
    crooked = edits.move(editor.workspace.drawing, {"conv2": Point(720, 30)})
    editor.workspace.do("Move conv2", crooked)
    editor.canvas.setFocus()
    qtbot.keyClick(editor.canvas, Qt.Key.Key_L, SHIFT)
    assert editor.workspace.document.undo_label == "Straightened the drawing"
    assert editor.workspace.drawing.places["conv2"].y < 30


def test_rename_from_beside_the_canvas_puts_the_cursor_into_the_name(
    editor: MainWindow, qtbot: QtBot
) -> None:
    editor.workspace.select(["conv2"])
    editor.palette_panel.search.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_F2)
    field = child(editor, "inspector_name")
    assert editor.focusWidget() is field
    qtbot.keyClicks(field, "deep")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert editor.workspace.drawing.graph.nodes["conv2"].title == "deep"


def test_add_opens_the_search_in_the_canvas(editor: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, editor, "edit.add")
    field = editor.canvas.adding.popup.field
    assert editor.focusWidget() is field
    qtbot.keyClicks(field, "gelu")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    kinds = {node.layer.kind for node in editor.workspace.drawing.graph.nodes.values()}
    assert "GELU" in kinds


def test_the_palette_is_searched_and_the_layer_comes(editor: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(editor.canvas, Qt.Key.Key_L, CTRL)
    assert editor.focusWidget() is editor.palette_panel.search
    qtbot.keyClicks(editor.palette_panel.search, "gelu")
    qtbot.keyClick(editor.palette_panel.search, Qt.Key.Key_Return)
    added = set(editor.workspace.drawing.graph.nodes.values())
    assert "GELU" in {node.layer.kind for node in added}
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Z, CTRL)
    assert len(editor.workspace.drawing.graph.nodes) == 12


def test_zoom_commands_show_their_zoom(editor: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_0, CTRL)
    zoom = child(editor, "status_zoom", QLabel)
    assert zoom.text() == "100 %"
    qtbot.keyClick(editor, Qt.Key.Key_Minus, CTRL)
    assert editor.canvas.zoom < 1
    assert zoom.text() != "100 %"
    qtbot.keyClick(editor, Qt.Key.Key_Equal, CTRL)
    press(qtbot, editor, "view.fit")
    assert editor.canvas.zoom <= 1


def test_the_next_problem_is_selected_and_listed(editor: MainWindow, qtbot: QtBot) -> None:
    drawing = edits.set_setting(editor.workspace.drawing, ["conv2"], "kernel_size", 31)
    editor.workspace.do("Set conv2 kernel_size to 31", drawing)
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    assert editor.workspace.selection == {"conv2"}
    assert editor.editor.tabs.currentWidget() is editor.problems
    assert editor.editor.tabs.tabText(1) == "Problems 1"
    assert child(editor, "status_problems", QLabel).text() == "1 problem"


def test_the_training_views_can_be_put_away(editor: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_F9)
    assert not editor.editor.views.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_F9)
    assert editor.editor.views.isVisible()


def test_status_tells_counts_and_the_last_step(editor: MainWindow) -> None:
    report = editor.workspace.report
    assert child(editor, "status_counts", QLabel).text() == (
        f"{report.weights:,} weights · {report.multiply_adds / 1e6:.1f} M multiply-adds a sample"
        " · 12 nodes"
    )
    editor.workspace.do("Delete flat", edits.delete(editor.workspace.drawing, ["flat"]))
    assert child(editor, "status_last", QLabel).text() == "Delete flat · Ctrl+Z to undo"


def test_the_theme_is_chosen_painted_and_remembered(editor: MainWindow) -> None:
    editor.load_after_paint()
    looks = {}
    for choice, theme in (("dark", DARK), ("light", LIGHT), ("contrast", CONTRAST)):
        editor.actions_by_name[f"view.theme.{choice}"].trigger()
        assert editor.theme is theme
        assert editor.settings.get("theme") == choice
        assert editor.actions_by_name[f"view.theme.{choice}"].isChecked()
        looks[choice] = editor.grab().toImage()
        at = editor.toolbar.mapTo(editor, editor.toolbar.rect().bottomLeft())
        assert looks[choice].pixelColor(at.x() + 4, at.y() - 4).name() == theme.panel
    assert looks["dark"] != looks["light"] != looks["contrast"]


def test_the_title_tells_what_is_open_and_whether_it_is_saved(editor: MainWindow) -> None:
    assert editor.windowTitle() == "SimpleCnn – nodegraph"
    editor.workspace.do("Delete flat", edits.delete(editor.workspace.drawing, ["flat"]))
    assert editor.windowTitle() == "SimpleCnn • – nodegraph"
    editor.page.undo()
    assert editor.windowTitle() == "SimpleCnn – nodegraph"


@pytest.mark.parametrize("part", ["canvas", "palette_panel", "inspector", "problems", "code",
                                  "run_panel", "curves", "workspace"])  # fmt: skip
def test_tours_find_the_parts_of_the_window(window: MainWindow, part: str) -> None:
    assert getattr(window, part) is not None


def test_about_tells_versions(editor: MainWindow, qtbot: QtBot) -> None:
    editor.about()
    about = editor.findChild(About)
    assert about is not None
    assert about.facts["torch"] != "not installed"
    about.reject()
    qtbot.waitUntil(lambda: editor.findChild(About) is None)


def test_a_narrow_window_shows_signs_in_place_of_words(editor: MainWindow, qtbot: QtBot) -> None:
    editor.load_after_paint()
    bar = editor.toolbar

    def parts() -> list[QWidget]:
        inside = [w for w in bar.children() if isinstance(w, QWidget) and w.isVisible()]
        return sorted(inside, key=lambda widget: widget.x())

    def has_room(widget: QWidget) -> bool:
        return widget.width() >= widget.minimumSizeHint().width()

    for width, words in ((1700, True), (1280, True), (NARROWEST, False), (1700, True)):
        editor.resize(width, 800)
        qtbot.waitUntil(lambda width=width: bar.width() == width)
        run = (editor.run_bar.train_button, editor.run_bar.label)
        qtbot.waitUntil(lambda run=run: all(has_room(widget) for widget in (*parts(), *run)))
        assert editor.width() == width
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        assert (bar.buttons["edit.tidy"].toolButtonStyle() == beside) is words
        for one, other in pairwise(parts()):
            assert one.geometry().right() < other.x()


def test_where_signs_leave_room_the_words_of_the_run_have_it(
    editor: MainWindow, qtbot: QtBot
) -> None:
    editor.load_after_paint()
    label, tidy = editor.run_bar.label, editor.toolbar.buttons["edit.tidy"]
    signs = Qt.ToolButtonStyle.ToolButtonIconOnly
    editor.resize(1700, 800)
    qtbot.waitUntil(lambda: editor.toolbar.width() == 1700)
    wanted = label.width()
    editor.resize(NARROWEST, 800)
    qtbot.waitUntil(lambda: label.width() < wanted)
    editor.resize(NARROWEST + 200, 800)
    qtbot.waitUntil(lambda: label.width() == wanted)
    assert tidy.toolButtonStyle() == signs


def test_at_1280_px_the_buttons_keep_their_words_and_the_run_its_time_left(
    editor: MainWindow, qtbot: QtBot
) -> None:
    editor.load_after_paint()
    editor.resize(1280, 800)
    bar, tidy = editor.run_bar, editor.toolbar.buttons["edit.tidy"]
    qtbot.waitUntil(lambda: bar.label.width() < 230)
    assert tidy.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    bar._say("epoch 12 of 20 · 64 % · 21 s left")
    assert bar.label.text() == "epoch 12 of 20 · 21 s left"
    assert bar.label.toolTip() == "epoch 12 of 20 · 64 % · 21 s left"


def test_the_first_window_leaves_room_for_its_title_bar() -> None:
    assert first_size(QSize(1920, 1080)) == QSize(1600, 1000)
    assert first_size(QSize(1600, 1000)) == QSize(1440, 900)
    assert first_size(QSize(1280, 720)) == QSize(1152, 648)


def test_a_question_has_words_on_its_buttons_and_no_pictures(editor: MainWindow) -> None:
    box = QMessageBox(editor)
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel)
    box.open()
    assert all(button.icon().isNull() for button in box.buttons())
    box.reject()
