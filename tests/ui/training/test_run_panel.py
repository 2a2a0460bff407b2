"""The recipe's form: every change is one step of undo, every wrong value has its reason."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea

from nodegraph.document import Drawing
from nodegraph.recipe import DATASETS, LOSSES, OPTIMIZERS, SCHEDULES, SGD, Adam, Recipe
from nodegraph.setting import settings_of
from nodegraph.ui.training.run_panel import RunPanel, facts
from nodegraph.ui.workspace import Workspace
from tests.networks import r1b


@pytest.fixture
def workspace(qapp):
    return Workspace(Drawing("Net", r1b(), recipe=Recipe(data="digits28")))


@pytest.fixture
def panel(qtbot, workspace):
    made = RunPanel(workspace)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    return made


def type_into(panel: RunPanel, path: str, text: str) -> None:
    line = panel.fields[path].widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def choose(panel: RunPanel, path: str, word: str) -> None:
    box = panel.fields[path].widget
    assert isinstance(box, QComboBox)
    box.setCurrentText(word)
    box.activated.emit(box.currentIndex())


def test_a_number_typed_is_one_step_of_undo(panel, workspace):
    type_into(panel, "epochs", "7")
    assert workspace.drawing.recipe.epochs == 7
    assert workspace.document.undo_label == "Set epochs to 7"
    workspace.document.undo()
    assert workspace.drawing.recipe.epochs == 3
    assert panel.fields["epochs"].widget.text() == "3"
    assert workspace.document.undo_label is None


def test_the_rate_is_a_setting_of_the_optimizer(panel, workspace):
    type_into(panel, "optimizer.lr", "0.05")
    assert workspace.drawing.recipe.optimizer == Adam(lr=0.05)
    assert workspace.document.undo_label == "Set lr to 0.05"


def test_another_optimizer_brings_its_own_settings(panel, workspace):
    choose(panel, "optimizer", "SGD")
    assert workspace.drawing.recipe.optimizer == SGD()
    shown = {path for path in panel.fields if path.startswith("optimizer.")}
    assert shown == {f"optimizer.{s.name}" for s in settings_of(SGD)}
    workspace.document.undo()
    assert "optimizer.beta1" in panel.fields


@pytest.mark.parametrize(
    ("path", "text"), [("epochs", "0"), ("epochs", "many"), ("optimizer.lr", "-1")]
)
def test_a_wrong_value_changes_nothing_and_says_why(panel, workspace, path, text):
    before = workspace.drawing
    type_into(panel, path, text)
    assert workspace.drawing is before
    assert panel.reason.isVisible()
    assert "eeds a" in panel.reason.text()
    type_into(panel, path, "2")
    assert not panel.reason.isVisible()


def test_values_that_do_not_fit_each_other_say_why(panel, workspace):
    choose(panel, "optimizer", "SGD")
    before = workspace.drawing
    flag = panel.fields["optimizer.nesterov"].widget
    QTest.mouseClick(flag, Qt.MouseButton.LeftButton)
    assert workspace.drawing is before
    assert not flag.isChecked()
    assert "momentum" in panel.reason.text()


@pytest.mark.parametrize(
    ("name", "kinds"), [("loss", LOSSES), ("optimizer", OPTIMIZERS), ("schedule", SCHEDULES)]
)
def test_every_part_can_be_chosen_with_all_its_settings(panel, workspace, name, kinds):
    for kind, declared in kinds.items():
        choose(panel, name, kind)
        assert getattr(workspace.drawing.recipe, name) == declared()
        for setting in settings_of(declared):
            assert panel.fields[f"{name}.{setting.name}"].widget.accessibleName()


def test_the_data_are_described_with_counts_shape_and_place(panel, workspace):
    assert "1,497 to train, 300 to test" in panel.facts.text()
    assert "no download" in panel.facts.text()
    choose(panel, "data", "mnist")
    assert "60,000 to train, 10,000 to test" in panel.facts.text()
    assert "1×28×28, 10 classes" in panel.facts.text()


def test_data_that_are_not_there_say_where_they_will_go(tmp_path, monkeypatch):
    monkeypatch.setenv("NODEGRAPH_DATA", str(tmp_path))
    assert f"downloaded once, to {tmp_path / 'MNIST' / 'raw'}" in facts(DATASETS["mnist"])


def test_only_devices_that_work_here_are_offered(panel, workspace):
    import torch

    import nodegraph.training.device  # noqa: F401  as after a run, or once torch has loaded

    panel.offer_devices()
    box = panel.fields["device"].widget
    offered = [box.itemText(at) for at in range(box.count())]
    assert offered[:2] == ["auto", "cpu"]
    assert ("cuda" in offered) == torch.cuda.is_available()


def test_what_another_part_of_the_window_changes_is_shown(panel, workspace):
    from dataclasses import replace

    from nodegraph.document import edits

    recipe = replace(workspace.drawing.recipe, batch_size=128, optimizer=SGD(lr=0.5))
    workspace.do("Fixed", edits.set_recipe(workspace.drawing, recipe))
    assert panel.fields["batch_size"].widget.text() == "128"
    assert panel.fields["optimizer.lr"].widget.text() == "0.5"


@pytest.mark.parametrize("width", [360, 420, 600, 1000, 1600])
def test_beside_a_run_no_row_of_the_recipe_is_cut(panel, qtbot, width):
    panel.resize(width, 230)
    area = panel.findChild(QScrollArea, "run_scroll")
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
    for path, field in panel.fields.items():
        area.ensureWidgetVisible(field.widget)
        corner = field.widget.mapTo(area.viewport(), field.widget.rect().topLeft())
        shown = area.viewport().rect()
        assert shown.contains(field.widget.rect().translated(corner)), path


def test_the_columns_keep_the_order_and_cover_nothing(panel):
    for width in (260, 600, 1000, 1600):
        panel.columns.setGeometry(QRect(0, 0, width, panel.columns.heightForWidth(width)))
        boxes = [panel.columns.itemAt(n).geometry() for n in range(panel.columns.count())]
        for before, after in pairwise(boxes):
            under = before.left() == after.left() and before.bottom() < after.top()
            assert under or before.right() < after.left()
