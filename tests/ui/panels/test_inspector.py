"""The inspector: a form that follows from the layer, each value done one step of undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from nodegraph.document import edits
from nodegraph.graph import Port, Start
from nodegraph.graph.start import Init
from nodegraph.layers import LAYERS
from nodegraph.setting import Setting, SettingError, settings_of
from nodegraph.ui.fields import read
from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.workspace import Workspace
from tests.ui.conftest import child


def line(inspector: Inspector, setting: str) -> QLineEdit:
    found = child(inspector, f"setting_{setting}", QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def words(inspector: Inspector, name: str) -> str:
    found = child(inspector, name, QLabel)
    assert isinstance(found, QLabel)
    return found.text()


def type_in(qtbot: QtBot, field: QLineEdit, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, end)


def value(workspace: Workspace, node: str, setting: str) -> object:
    return getattr(workspace.drawing.graph.nodes[node].layer, setting)


def test_a_node_shows_its_name_type_weights_help_and_settings(
    inspector: Inspector, workspace: Workspace
) -> None:
    workspace.select(["conv2"])
    assert inspector.form is not None
    assert inspector.form.name.text() == "conv2"
    assert words(inspector, "inspector_kind") == "Conv2d"
    assert words(inspector, "inspector_weights") == "18,496 weights"
    assert words(inspector, "inspector_help") == "Slides learned filters over a picture."
    assert line(inspector, "out_channels").text() == "64"
    assert words(inspector, "shape_output") == "B×64×14×14"


def test_settings_stand_in_torchs_order_with_their_help(
    inspector: Inspector, workspace: Workspace
) -> None:
    workspace.select(["conv2"])
    declared = settings_of(LAYERS["Conv2d"])
    shown = [field.setting.name for field in inspector.form.fields]
    assert shown == [setting.name for setting in declared]
    assert line(inspector, "out_channels").toolTip() == declared[0].help


def test_what_the_wire_tells_is_shown_and_cannot_be_typed(
    inspector: Inspector, workspace: Workspace
) -> None:
    workspace.select(["conv2"])
    assert words(inspector, "inferred_in_channels") == "32 from the wire"
    drawing = edits.set_setting(workspace.drawing, ["conv1"], "out_channels", 48)
    workspace.do("Set conv1 out_channels to 48", drawing)
    assert words(inspector, "inferred_in_channels") == "48 from the wire"


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_value_done_is_one_step_of_undo_with_a_sentence(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot, end: Qt.Key
) -> None:
    workspace.select(["conv2"])
    type_in(qtbot, line(inspector, "out_channels"), "16", end)
    assert value(workspace, "conv2", "out_channels") == 16
    assert workspace.document.undo_label == "Set conv2 out_channels to 16"
    workspace.document.undo()
    assert line(inspector, "out_channels").text() == "64"
    assert workspace.document.undo_label is None


def test_a_wrong_value_turns_red_with_the_reason_and_changes_nothing(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["conv2"])
    before = workspace.drawing
    type_in(qtbot, line(inspector, "out_channels"), "0")
    assert line(inspector, "out_channels").property("wrong")
    assert words(inspector, "wrong_out_channels") == "Needs a whole number from 1."
    assert workspace.drawing is before
    qtbot.keyClick(line(inspector, "out_channels"), Qt.Key.Key_Escape)
    assert line(inspector, "out_channels").text() == "64"
    assert not line(inspector, "out_channels").property("wrong")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("3", 3), ("3 × 5", (3, 5)), ("3,5", (3, 5)), ("3x5", (3, 5)), ("5 5", 5), ("(2, 4)", (2, 4))],
)
def test_a_size_is_one_number_or_several_however_they_are_parted(text: str, meant: object) -> None:
    kernel = next(s for s in settings_of(LAYERS["Conv2d"]) if s.name == "kernel_size")
    assert read(kernel, text) == meant


@pytest.mark.parametrize("text", ["", "a", "3 × 5 × 7", "-1", "2.5"])
def test_what_is_no_size_is_refused(text: str) -> None:
    kernel = next(s for s in settings_of(LAYERS["Conv2d"]) if s.name == "kernel_size")
    with pytest.raises(SettingError, match="kernel_size needs a whole number"):
        read(kernel, text)


def test_words_none_and_shapes_are_read() -> None:
    padding = next(s for s in settings_of(LAYERS["Conv2d"]) if s.name == "padding")
    stride = next(s for s in settings_of(LAYERS["MaxPool2d"]) if s.name == "stride")
    shape = next(s for s in settings_of(LAYERS["Input"]) if s.name == "shape")
    assert read(padding, "same") == "same"
    assert read(stride, "none") is None
    assert read(shape, "10") == (10,)
    assert read(Setting("float", 0.0), "1e-4") == 1e-4


def test_arrow_keys_step_a_whole_number(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["conv2"])
    qtbot.keyClick(line(inspector, "out_channels"), Qt.Key.Key_Up)
    assert value(workspace, "conv2", "out_channels") == 65


def test_flags_and_choices_are_set_by_a_click(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["conv2"])
    flag = child(inspector, "setting_bias", QPushButton)
    qtbot.mouseClick(flag, Qt.MouseButton.LeftButton)
    assert value(workspace, "conv2", "bias") is False
    assert flag.text() == "off"
    box = child(inspector, "setting_padding_mode", QComboBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert value(workspace, "conv2", "padding_mode") == "reflect"


def test_a_name_is_changed_in_place(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["conv2"])
    type_in(qtbot, inspector.form.name, "deep")
    assert workspace.drawing.graph.nodes["conv2"].title == "deep"
    assert workspace.document.undo_label == "Renamed conv2 to deep"
    workspace.document.undo()
    assert inspector.form.name.text() == "conv2"


@pytest.mark.parametrize("name", ["2deep", "a b", "class", "os.system('x')", "conv1"])
def test_a_name_that_cannot_be_is_refused_with_the_reason(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot, name: str
) -> None:
    workspace.select(["conv2"])
    before = workspace.drawing
    type_in(qtbot, inspector.form.name, name)
    assert workspace.drawing is before
    assert inspector.form.name.property("wrong")
    assert "name" in words(inspector, "inspector_name_wrong") or "called" in words(
        inspector, "inspector_name_wrong"
    )


def test_nothing_selected_shows_the_drawing(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    assert words(inspector, "count_nodes") == "12"
    assert words(inspector, "count_weights") == f"{workspace.report.weights:,}"
    type_in(qtbot, inspector.form.name, "Digits")
    assert workspace.drawing.name == "Digits"
    assert workspace.source is not None
    assert workspace.source.name == "Digits"


def test_several_nodes_show_what_they_share_and_change_together(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["conv1", "conv2"])
    assert line(inspector, "out_channels").text() == "–"
    assert line(inspector, "kernel_size").text() == "3"
    type_in(qtbot, line(inspector, "out_channels"), "24")
    assert value(workspace, "conv1", "out_channels") == 24
    assert value(workspace, "conv2", "out_channels") == 24
    assert workspace.document.undo_label == "Set out_channels of 2 nodes to 24"
    workspace.document.undo()
    assert value(workspace, "conv1", "out_channels") == 32


def test_several_nodes_tell_their_weights_once_the_wires_tell_them(
    inspector: Inspector, workspace: Workspace
) -> None:
    workspace.select(["conv1", "conv2"])
    assert words(inspector, "inspector_weights") == "18,816 weights"
    for wire in workspace.drawing.graph.wires:
        workspace.do("Cut", edits.disconnect(workspace.drawing, wire))
    assert words(inspector, "inspector_weights") == ""


def test_what_is_typed_after_a_click_takes_the_place_of_the_sign_for_several_values(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["conv1", "conv2"])
    field = line(inspector, "out_channels")
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.rect().center())
    qtbot.keyClicks(field, "24")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert value(workspace, "conv1", "out_channels") == 24
    assert value(workspace, "conv2", "out_channels") == 24


def test_nodes_of_different_layers_share_nothing(
    inspector: Inspector, workspace: Workspace
) -> None:
    workspace.select(["conv1", "flat"])
    assert inspector.form.fields == []
    assert words(inspector, "inspector_help") == "They have no setting in common."


def test_a_deleted_node_leaves_the_form(inspector: Inspector, workspace: Workspace) -> None:
    workspace.select(["conv2"])
    workspace.do("Delete conv2", edits.delete(workspace.drawing, ["conv2"]))
    assert words(inspector, "inspector_kind") == "Drawing"


def test_an_unfed_node_does_not_know_its_shape(inspector: Inspector, workspace: Workspace) -> None:
    wire = next(w for w in workspace.drawing.graph.wires if w.target == Port("conv2", "input"))
    workspace.do("Disconnect", edits.disconnect(workspace.drawing, wire))
    workspace.select(["conv2"])
    assert words(inspector, "shape_output") == "not known yet"
    assert inspector.form.findChild(QLabel, "inferred_in_channels") is None


def choose(inspector: Inspector, qtbot: QtBot, name: str, text: str) -> None:
    box = child(inspector, name, QComboBox)
    assert isinstance(box, QComboBox)
    box.setFocus()
    box.showPopup()
    index = box.model().index(box.findText(text), 0)
    box.view().scrollTo(index)
    at = box.view().visualRect(index).center()
    qtbot.mouseClick(box.view().viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_weights_start_by_a_rule_for_every_layer_of_the_type(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["conv2"])
    choose(inspector, qtbot, "start_whose", "rule for every Conv2d")
    choose(inspector, qtbot, "start_weight", "orthogonal_")
    assert workspace.drawing.graph.starts == {"Conv2d": Start(Init("orthogonal_"))}
    workspace.select(["conv1"])
    assert child(inspector, "start_whose", QComboBox).currentText() == "rule for every Conv2d"
    workspace.document.undo()
    workspace.document.undo()
    assert child(inspector, "start_whose", QComboBox).currentText() == "torch's own"


def test_weights_of_one_node_start_in_its_own_way_with_settings(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["fc1"])
    choose(inspector, qtbot, "start_whose", "this node's own")
    choose(inspector, qtbot, "start_weight", "normal_")
    std = child(inspector, "start_weight_std", QLineEdit)
    type_in(qtbot, std, "0.02")
    choose(inspector, qtbot, "start_bias", "zeros_")
    started = workspace.drawing.graph.nodes["fc1"].start
    assert started == Start(Init("normal_", {"std": 0.02}), Init("zeros_"))
    assert workspace.source is not None
    assert "nn.init.normal_(self.fc1.weight, std=0.02)" in workspace.source.text
    choose(inspector, qtbot, "start_whose", "torch's own")
    assert workspace.drawing.graph.nodes["fc1"].start is None


def test_layers_without_weights_have_no_start(inspector: Inspector, workspace: Workspace) -> None:
    workspace.select(["pool1"])
    assert inspector.form.starts is None


def test_every_layer_has_a_form(inspector: Inspector, workspace: Workspace) -> None:
    drawing = workspace.drawing
    for kind in LAYERS.values():
        drawing, node = edits.add(drawing, kind(), drawing.places["image"])
        workspace.do("Add", drawing)
        workspace.select([node])
        fields = [field.setting.name for field in inspector.form.fields]
        assert fields == [setting.name for setting in settings_of(kind)]
