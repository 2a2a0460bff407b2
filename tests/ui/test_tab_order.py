"""The Tab key goes through everything as it stands, also through what was made late."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nodegraph.document import edits
from nodegraph.graph import Start
from nodegraph.graph.start import Init
from nodegraph.recipe import SGD
from nodegraph.ui.short import ShortButton
from nodegraph.ui.window import MainWindow
from tests.ui.conftest import child


@pytest.fixture
def active(editor: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the SimpleCNN, wide enough for everything, with the keys."""
    editor.resize(1600, 1000)
    with qtbot.waitActive(editor):
        editor.activateWindow()
    return editor


def went(first: QWidget, steps: int) -> list[str]:
    """The widgets that Tab comes to."""
    first.setFocus()
    names = []
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().objectName())
    return names


def test_tab_goes_through_the_recipe_as_it_stands(active: MainWindow, qtbot: QtBot) -> None:
    workspace = active.workspace
    recipe = replace(workspace.drawing.recipe, optimizer=SGD())
    workspace.do("Set optimizer to SGD", edits.set_recipe(workspace.drawing, recipe))
    fields = ("target", "epochs", "batch_size", "seed", "device", "optimizer", "optimizer.lr")
    wanted = [f"recipe_{name}" for name in fields]
    qtbot.waitUntil(child(active, "recipe_optimizer.nesterov").isVisible)
    assert went(child(active, "recipe_data"), len(wanted)) == wanted
    last = [f"recipe_{name}" for name in ("loss", "loss.label_smoothing", "schedule")]
    assert went(child(active, "recipe_optimizer.nesterov"), 3) == last


def test_tab_goes_from_train_to_export(active: MainWindow) -> None:
    names = went(active.toolbar.buttons["view.fit"], 2)
    assert names == ["train", "button_export"]  # Pause and Stop are for a run


def test_tab_goes_through_the_form_and_then_to_the_side_tabs(active: MainWindow) -> None:
    active.editor.show_problems()
    active.workspace.select(["conv1"])
    active.workspace.select(["pool1"])
    form = active.inspector.form
    assert form is not None
    wanted = [field.widget.objectName() for field in form.fields]
    assert went(form.name, len(wanted)) == wanted
    assert went(child(active, "node_mode"), 1) == ["problem_list"]


def test_tab_goes_through_how_weights_start(active: MainWindow) -> None:
    workspace = active.workspace
    workspace.select(["conv1"])
    own = edits.set_start(workspace.drawing, "conv1", Start(Init("normal_")))
    workspace.do("Started conv1 in its own way", own)
    QApplication.processEvents()
    wanted = ["start_weight", "start_weight_mean", "start_weight_std", "start_bias"]
    assert went(child(active, "start_whose"), len(wanted)) == wanted


def test_tab_goes_from_a_problem_to_its_cures_and_to_the_next(
    active: MainWindow, qtbot: QtBot
) -> None:
    workspace = active.workspace
    active.editor.show_problems()
    first = edits.set_setting(workspace.drawing, ["fc2"], "out_features", 7)
    workspace.do("Set out_features of fc2 to 7", first)
    second = edits.set_setting(first, ["conv1"], "kernel_size", 99)
    workspace.do("Set kernel_size of conv1 to 99", second)
    panel = active.problems
    stops = [w for card in panel.cards for w in (card, *card.findChildren(ShortButton))]
    qtbot.waitUntil(stops[-1].isVisible)
    assert len(panel.cards) > 0
    assert went(panel, len(stops)) == [widget.objectName() for widget in stops]


def test_another_language_and_then_another_theme_leave_the_window_alive(
    window: MainWindow,
) -> None:
    """Widgets that were being made when the order was looked up crashed the next theme."""
    train = window.run_bar.train_button
    for language, word in (("zh_CN", "训练"), ("en", "Train")):
        window.windows.set_language(language)
        for theme in ("light", "dark"):
            window.windows.set_theme(theme)
            QApplication.processEvents()
            assert word in train.text()
            assert window.canvas.look.theme.name == theme


def test_another_theme_finds_every_widget_alive(active: MainWindow, qtbot: QtBot) -> None:
    workspace = active.workspace
    active.editor.show_problems()
    for name in ("conv1", "pool1", "fc2"):  # each form takes the place of the one before
        workspace.select([name])
    broken = edits.set_setting(workspace.drawing, ["fc2"], "out_features", 7)
    workspace.do("Set out_features of fc2 to 7", broken)
    for theme in ("light", "dark", "contrast"):
        active.windows.set_theme(theme)
        QApplication.processEvents()
    assert active.inspector.form is not None
    assert went(active.inspector.form.name, 1) == ["setting_out_features"]
