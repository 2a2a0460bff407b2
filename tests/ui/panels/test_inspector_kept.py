"""The inspector keeps the forms it showed: nothing of them is seen, typed in or left over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nodegraph.document import edits
from nodegraph.graph import Start
from nodegraph.graph.start import Init
from nodegraph.ui.panels.form import Form
from nodegraph.ui.panels.inspector import FORMS, Inspector
from nodegraph.ui.window import MainWindow
from nodegraph.ui.workspace import Workspace
from tests.networks import r4b
from tests.ui.conftest import child, drawn
from tests.ui.panels.inspected import channels, line, typed


@pytest.fixture
def inspector(inspector: Inspector, workspace: Workspace) -> Inspector:
    inspector.activateWindow()
    assert QTest.qWaitForWindowActive(inspector)
    workspace.select(["conv1"])
    return inspector


def test_a_form_shown_before_is_shown_again(inspector: Inspector, workspace: Workspace) -> None:
    first = inspector.form
    workspace.select(["pool1"])
    second = inspector.form
    workspace.select(["conv2"])
    assert inspector.form is first
    assert line(inspector, "inspector_name").text() == "conv2"
    assert line(inspector, "setting_out_channels").text() == "64"
    workspace.select(["pool2"])
    assert inspector.form is second


def test_one_form_is_in_sight_and_what_is_scrolled_is_as_large(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    inspector.resize(316, 200)
    workspace.select(["pool1"])
    bar = inspector.verticalScrollBar()
    for name in ("conv1", "relu1", "pool1", "relu1", "conv2"):
        workspace.select([name])
        QApplication.processEvents()
        form = inspector.form
        assert form is not None
        assert [one for one in inspector.findChildren(Form) if one.isVisible()] == [form]
        room = inspector.viewport().size()
        least = form.layout().minimumHeightForWidth(room.width())
        assert form.height() == max(room.height(), least)
        assert bar.maximum() == form.height() - room.height()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    workspace.select(["pool1"])
    assert bar.value() == 0


def test_what_is_being_typed_goes_to_its_own_node_and_the_keys_stay_here(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["pool1"])
    workspace.select(["conv1"])
    typed(qtbot, line(inspector, "setting_out_channels"), "48")
    workspace.select(["pool1"])
    assert (channels(workspace, "conv1"), channels(workspace, "conv2")) == (48, 64)
    assert line(inspector, "inspector_name").text() == "pool1"
    assert QApplication.focusWidget() is inspector
    went = []
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        went.append(QApplication.focusWidget())
    assert inspector.form is not None
    assert went == [inspector.form.name, inspector.form.first_field()]


def test_a_wrong_value_is_gone_when_its_node_is_shown_again(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    field = line(inspector, "setting_out_channels")
    typed(qtbot, field, "many")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    name = line(inspector, "inspector_name")
    typed(qtbot, name, "2x")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert field.property("wrong")
    assert name.property("wrong")
    workspace.select(["pool1"])
    workspace.select(["conv1"])
    assert (field.text(), name.text()) == ("32", "conv1")
    assert not field.property("wrong")
    assert not name.property("wrong")
    for words in ("wrong_out_channels", "inspector_name_wrong"):
        assert not child(inspector, words, QLabel).isVisible()


def test_a_wrong_start_is_gone_when_its_node_is_shown_again(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    own = edits.set_start(workspace.drawing, "conv1", Start(Init("normal_")))
    workspace.do("Started conv1 in its own way", own)
    field = line(inspector, "start_weight_std")
    right = field.text()
    typed(qtbot, field, "many")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong")
    workspace.select(["pool1"])
    workspace.select(["conv1"])
    assert line(inspector, "start_weight_std").text() == right
    assert not line(inspector, "start_weight_std").property("wrong")


def test_an_edit_elsewhere_is_there_when_the_form_is_shown_again(
    inspector: Inspector, workspace: Workspace
) -> None:
    workspace.select(["pool1"])
    workspace.do("Wider", edits.set_setting(workspace.drawing, ["conv1"], "out_channels", 40))
    workspace.select(["conv1"])
    assert line(inspector, "setting_out_channels").text() == "40"


def test_no_more_forms_are_kept_than_that(inspector: Inspector, workspace: Workspace) -> None:
    workspace.open(drawn(r4b()))
    nodes = list(workspace.drawing.graph.nodes)
    selections = [part for at in range(1, len(nodes)) for part in (nodes[:at], nodes[at:])]
    for selection in selections:
        workspace.select(selection)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(inspector.findChildren(Form)) == FORMS < len(selections)
    for selection in selections[-FORMS:]:
        workspace.select(selection)
    assert len(inspector.findChildren(Form)) == FORMS, "the latest ones were not kept"


@pytest.mark.parametrize("change", ["theme.light", "language.zh_CN"])
def test_what_is_out_of_sight_is_not_dressed_or_worded_anew(
    editor: MainWindow, change: str
) -> None:
    for node in ("conv1", "pool1", "relu1", "conv2"):
        editor.workspace.select([node])
    inspector = editor.editor.inspector
    assert len(inspector.findChildren(Form)) > 3
    editor.actions_by_name[f"view.{change}"].trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert inspector.findChildren(Form) == [inspector.form]
    editor.workspace.select(["pool1"])
    assert line(inspector, "inspector_name").text() == "pool1"
