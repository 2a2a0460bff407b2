"""The outline is the drawing's twin (T-29): equal rows, one selection, everything by keys."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point, edits
from nodegraph.graph import Port, Wire, WireError
from nodegraph.ui.panels.outline import Outline
from nodegraph.ui.panels.outline_rows import rows_of
from nodegraph.ui.panels.port_list import PortList
from nodegraph.ui.theme import DARK, LIGHT
from nodegraph.ui.workspace import Workspace
from tests.networks import layer
from tests.ui.canvas.conftest import two_branches
from tests.ui.canvas.ladder import ladder
from tests.ui.conftest import child, shown

TOLD = Qt.ItemDataRole.AccessibleTextRole
TOP = QModelIndex()
KINDS = ("ReLU", "Add", "Conv2d", "Linear", "LSTM", "Flatten", "Concatenate", "Output")


def opened(drawing: Drawing, qtbot: QtBot) -> Outline:
    workspace = Workspace(drawing)
    made = Outline(workspace, DARK)
    workspace.setParent(made)
    shown(made, qtbot, 316, 600)
    made.setFocus()
    return made


@pytest.fixture
def outline(qtbot: QtBot) -> Outline:
    """The outline of two branches: image, conv1, relu1, and a free add, pool1 and conv3d."""
    return opened(two_branches(), qtbot)


def listed(model: QAbstractItemModel, parent: QModelIndex = TOP) -> list[tuple[str, str, str]]:
    """What a view shows below a row."""
    return [
        tuple(model.index(row, column, parent).data() for column in range(3))
        for row in range(model.rowCount(parent))
    ]


def must_equal_model(outline: Outline) -> None:
    """Every row is what the drawing says, and has something to say aloud."""
    workspace, tree = outline.workspace, outline.tree
    graph, types = workspace.drawing.graph, workspace.report.types
    assert [tree.node_of(tree.index(row, 0)) for row in range(tree.rowCount())] == [*graph.order]
    for at, node_id in enumerate(graph.order):
        node, parent = graph.nodes[node_id], tree.index(at, 0)
        first = types.get(Port(node_id, next(iter(node.layer.outputs), "")))
        title, kind, shape = listed(tree)[at] if len(graph.nodes) < 40 else (node.title,) * 3
        assert title.partition(" ")[0] == node.title
        if len(graph.nodes) < 40:
            assert (kind, shape) == (node.layer.kind, "" if first is None else str(first))
        rows = rows_of(graph, types, node_id)
        assert listed(tree, parent) == [(row.text, "", row.shape) for row in rows]
        assert all(
            tree.index(row, column, parent).data(TOLD)
            for row in range(len(rows)) for column in range(3)
        )  # fmt: skip
        assert all(tree.index(at, column).data(TOLD) for column in range(3))
    chosen = {tree.node_of(index) for index in outline.selectionModel().selectedRows()}
    assert chosen == workspace.selection


def row(outline: Outline, node_id: str, text: str = "") -> QModelIndex:
    """The row of a node, or the row below it that begins with this text."""
    parent = outline.tree.index_of(node_id)
    if not text:
        return parent
    outline.expand(parent)
    return next(
        outline.tree.index(at, 0, parent)
        for at in range(outline.tree.rowCount(parent))
        if outline.tree.index(at, 0, parent).data().startswith(text)
    )


# Rows


def test_a_node_tells_its_layer_and_shape_and_under_it_its_ports_and_wires(outline) -> None:
    assert listed(outline.tree)[1] == ("conv1", "Conv2d", "B×8×28×28")
    assert listed(outline.tree, row(outline, "conv1")) == [
        ("input ← image.output", "", "B×1×28×28"),
        ("output", "", "B×8×28×28"),
        ("output → relu1.input", "", ""),
    ]
    assert listed(outline.tree, row(outline, "add"))[0][0] == "input ← nothing yet"


def test_every_row_speaks(outline) -> None:
    assert row(outline, "conv1").data(TOLD) == "conv1, Conv2d, B×8×28×28"
    assert row(outline, "conv1", "input").data(TOLD) == (
        "input of conv1 from image output, B×1×28×28"
    )
    assert row(outline, "add").data(TOLD).startswith("add, Add, error: ")
    assert row(outline, "add").data().endswith(" ●")
    must_equal_model(outline)


@pytest.mark.parametrize("seed", range(4))
def test_rows_equal_the_model_after_any_edits(seed: int, qtbot: QtBot) -> None:
    outline = opened(two_branches(), qtbot)
    tester = QAbstractItemModelTester(
        outline.tree, QAbstractItemModelTester.FailureReportingMode.Warning, outline
    )
    assert tester.model() is outline.tree
    chance, workspace = random.Random(seed), outline.workspace
    outline.expandAll()
    for number in range(60):
        _edit_anyhow(workspace, chance, number)
        if number % 5 == 0:
            outline.expandAll()
        must_equal_model(outline)
    while workspace.document.undo_label:
        workspace.go_to(workspace.document.at - 1)
        must_equal_model(outline)


def _edit_anyhow(workspace: Workspace, chance: random.Random, number: int) -> None:
    drawing = workspace.drawing
    ids = list(drawing.graph.nodes)
    what = chance.choice(["add", "wire", "wire", "wire", "cut", "delete", "set", "name", "select"])
    if what == "add" or len(ids) < 3:
        drawing, _ = edits.add(drawing, layer(chance.choice(KINDS)), Point(0, number))
    elif what == "wire":
        outputs = [
            Port(n.id, name) for n in drawing.graph.nodes.values() for name in n.layer.outputs
        ]
        inputs = [Port(n.id, name) for n in drawing.graph.nodes.values() for name in n.layer.inputs]
        try:
            drawing = edits.connect(drawing, chance.choice(outputs), chance.choice(inputs))
        except WireError:
            return
    elif what == "cut" and drawing.graph.wires:
        drawing = edits.disconnect(drawing, chance.choice(drawing.graph.wires))
    elif what == "delete":
        drawing = edits.delete(drawing, chance.sample(ids, min(len(ids), chance.choice([1, 1, 3]))))
    elif what == "set":
        convs = [n.id for n in drawing.graph.nodes.values() if n.layer.kind == "Conv2d"]
        drawing = edits.set_setting(drawing, convs, "out_channels", chance.randrange(1, 30))
    elif what == "name":
        drawing = edits.rename(drawing, chance.choice(ids), f"name{number}")
    elif what == "select":
        workspace.select(chance.sample(ids, 2))
    workspace.do(what, drawing)


def test_a_setting_among_2000_nodes_touches_the_rows_it_changes(qtbot: QtBot) -> None:
    outline = opened(ladder(2_000), qtbot)
    workspace, tree = outline.workspace, outline.tree
    touched: list[tuple[int, int]] = []
    tree.dataChanged.connect(lambda a, b: touched.append((a.row(), b.row())))
    for signal in (tree.modelReset, tree.layoutChanged, tree.rowsInserted, tree.rowsRemoved):
        signal.connect(lambda *_: touched.append((-1, -1)))
    last = next(n for n in reversed(workspace.drawing.graph.order) if n != "n1999")
    workspace.do("Named it", edits.rename(workspace.drawing, last, "new"))
    at = tree.index_of(last).row()
    assert touched == [(at, at)]
    touched.clear()
    workspace.do("Moved it", edits.move(workspace.drawing, {last: Point(1, 1)}))
    assert touched == []
    workspace.do("Set padding", edits.set_setting(workspace.drawing, ["n1997"], "padding", 2))
    assert 1 <= len(touched) <= 3
    assert (-1, -1) not in touched


def test_an_order_that_changes_keeps_what_is_open_and_chosen(outline) -> None:
    workspace = outline.workspace
    outline.expand(row(outline, "add"))
    workspace.select(["add"])
    wired = edits.connect(workspace.drawing, Port("pool1", "output"), Port("add", "input"))
    workspace.do("Connected pool1 to add", wired)
    order = [outline.tree.node_of(outline.tree.index(at, 0)) for at in range(6)]
    assert order.index("pool1") < order.index("add")
    assert outline.isExpanded(row(outline, "add"))
    must_equal_model(outline)


def test_while_hidden_it_does_nothing_and_then_shows_what_is(outline) -> None:
    workspace = outline.workspace
    outline.hide()
    workspace.do("Deleted add", edits.delete(workspace.drawing, ["add"]))
    workspace.select(["relu1"])
    assert outline.tree.rowCount() == 6
    outline.show()
    must_equal_model(outline)


def test_another_drawing_is_another_tree(outline) -> None:
    outline.expandAll()
    outline.workspace.open(Drawing())
    assert outline.tree.rowCount() == 0
    outline.workspace.open(two_branches())
    must_equal_model(outline)


# The selection


def test_what_is_selected_elsewhere_is_selected_and_current_here(outline) -> None:
    outline.workspace.select(["relu1", "pool1"])
    must_equal_model(outline)
    assert outline.tree.node_of(outline.currentIndex()) in ("relu1", "pool1")


def test_what_is_selected_here_is_selected_elsewhere(outline, qtbot: QtBot) -> None:
    outline.setCurrentIndex(row(outline, "image"))
    assert outline.workspace.selection == {"image"}
    qtbot.keyClick(outline, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert outline.workspace.selection == {"image", "conv1"}
    outline.setCurrentIndex(row(outline, "conv1", "input"))
    assert outline.workspace.selection == {"conv1"}, "a port's row is its node's"
    qtbot.keyClick(outline, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert outline.workspace.selection == set(outline.workspace.drawing.graph.nodes)


# Everything by keys, each one step


def steps_of(outline: Outline) -> list[str]:
    return [step.label for step in outline.workspace.document.steps][1:]


def popup() -> PortList:
    found = QApplication.activePopupWidget()
    assert isinstance(found, PortList)
    return found


def test_delete_takes_nodes_away(outline, qtbot: QtBot) -> None:
    outline.workspace.select(["relu1", "add"])
    qtbot.keyClick(outline, Qt.Key.Key_Delete)
    assert steps_of(outline) == ["Deleted 2 nodes"]
    must_equal_model(outline)


def test_delete_on_a_wire_takes_the_wire(outline, qtbot: QtBot) -> None:
    outline.setCurrentIndex(row(outline, "relu1", "input"))
    qtbot.keyClick(outline, Qt.Key.Key_Delete)
    assert steps_of(outline) == ["Disconnected conv1 from relu1"]
    assert "relu1" in outline.workspace.drawing.graph.nodes
    outline.setCurrentIndex(row(outline, "image", "output →"))
    qtbot.keyClick(outline, Qt.Key.Key_Delete)
    assert steps_of(outline)[1:] == ["Disconnected image from conv1"]


def test_delete_on_a_port_is_nothing(outline, qtbot: QtBot) -> None:
    outline.setCurrentIndex(row(outline, "add", "input"))
    qtbot.keyClick(outline, Qt.Key.Key_Delete)
    assert steps_of(outline) == []


def test_f2_renames_in_place(outline, qtbot: QtBot) -> None:
    outline.setCurrentIndex(row(outline, "relu1"))
    qtbot.keyClick(outline, Qt.Key.Key_F2)
    field = outline.viewport().findChild(QLineEdit)
    assert field is not None
    assert field.text() == "relu1"
    qtbot.keyClicks(field, "gate")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: steps_of(outline) == ["Renamed relu1 to gate"])
    assert row(outline, "conv1", "output →").data() == "output → gate.input"


def test_a_name_that_can_not_be_is_refused_with_the_reason(outline) -> None:
    said: list[str] = []
    outline.workspace.said.connect(said.append)
    assert not outline.tree.setData(row(outline, "relu1"), "conv1")
    assert not outline.tree.setData(row(outline, "relu1"), "n" * 201)  # no file could tell it
    assert steps_of(outline) == []
    assert said == [
        "Another node is called conv1 already.",
        "A name has 200 letters at most.",
    ]


def test_enter_on_a_node_asks_for_its_settings(outline, qtbot: QtBot) -> None:
    outline.setCurrentIndex(row(outline, "conv1"))
    with qtbot.waitSignal(outline.settings_wanted):
        qtbot.keyClick(outline, Qt.Key.Key_Return)


def test_enter_on_a_port_lists_what_fits_and_connects_what_is_taken(outline, qtbot) -> None:
    outline.setCurrentIndex(row(outline, "relu1", "output"))
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    words = [popup().list.model().index(at, 0).data() for at in range(2)]
    assert words == ["add.input", "pool1.input"]
    qtbot.keyClick(popup().search, Qt.Key.Key_Down)
    qtbot.keyClick(popup().search, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert steps_of(outline) == ["Connected relu1 to pool1"]
    must_equal_model(outline)


def test_an_input_stays_current_when_it_is_wired_and_when_it_is_not(outline, qtbot) -> None:
    outline.setCurrentIndex(row(outline, "pool1", "input"))
    outline.connect_port()
    qtbot.keyClick(popup().search, Qt.Key.Key_Return)
    assert outline.currentIndex().data() == "input ← image.output"
    qtbot.keyClick(outline, Qt.Key.Key_Delete)
    assert outline.currentIndex().data() == "input ← nothing yet"
    assert outline.workspace.selection == {"pool1"}


def test_typing_narrows_the_list_and_escape_leaves_it(outline, qtbot) -> None:
    outline.setCurrentIndex(row(outline, "relu1", "output"))
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    listed = popup()
    qtbot.keyClicks(listed.search, "POOL")
    assert [listed.list.model().rowCount(), listed.list.currentIndex().data()] == [1, "pool1.input"]
    qtbot.keyClick(listed.search, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert steps_of(outline) == []


def test_an_input_that_is_fed_takes_another_in_its_place(outline, qtbot) -> None:
    outline.setCurrentIndex(row(outline, "relu1", "input"))
    outline.connect_port()
    assert popup().list.currentIndex().data().startswith("image.output  B×1×28×28")
    qtbot.keyClick(popup().search, Qt.Key.Key_Return)
    assert steps_of(outline) == ["Connected image to relu1 in place of conv1"]


def test_a_port_that_nothing_fits_says_so(outline, qtbot) -> None:
    said: list[str] = []
    outline.workspace.said.connect(said.append)
    wire = Wire(Port("relu1", "output"), Port("pool1", "input"))
    outline.workspace.do("Wired", edits.connect(outline.workspace.drawing, *wire))
    outline.workspace.do("Less", edits.delete(outline.workspace.drawing, ["add", "conv3d"]))
    outline.setCurrentIndex(row(outline, "pool1", "output"))
    outline.connect_port()
    assert said[-1] == "Nothing fits pool1.output"
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("", ["Settings", "Delete", "Rename", "Show on the canvas"]),
        ("input", ["Connect…", "Disconnect", "Disable", "Rename", "Show on the canvas"]),
        ("output", ["Connect…", "Disconnect", "Rename", "Show on the canvas"]),
    ],
)
def test_the_menu_of_a_row_has_what_can_be_done_with_it(outline, text, commands, qtbot) -> None:
    outline.setCurrentIndex(row(outline, "conv1", text))
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(
        outline.viewport(), QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5))
    )
    menu = child(outline, "outline_menu", QMenu)
    assert [action.text() for action in menu.actions()] == commands
    with qtbot.waitSignal(outline.shown) as shown:
        menu.actions()[-1].trigger()
    assert shown.args == ["conv1"]
    menu.close()


def test_a_disabled_wire_says_so_at_both_its_ends_and_is_enabled_from_its_menu(outline) -> None:
    tree, workspace = outline.tree, outline.workspace
    wire = Wire(Port("conv1", "output"), Port("relu1", "input"))
    outline.setCurrentIndex(row(outline, "relu1", "input"))
    outline.switch_wire()
    assert workspace.drawing.graph.is_off(wire)
    assert ("input ← conv1.output · disabled", "", "") in listed(tree, tree.index_of("relu1"))
    assert ("output → relu1.input · disabled", "", "") in listed(tree, tree.index_of("conv1"))
    told = tree.data(row(outline, "relu1", "input"), TOLD)
    assert told.endswith("from conv1 output, disabled")
    key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(outline.viewport(), QContextMenuEvent(key, QPoint(5, 5), QPoint(5, 5)))
    menu = child(outline, "outline_menu", QMenu)
    [enable] = [action for action in menu.actions() if action.text() == "Enable"]
    enable.trigger()
    menu.close()
    assert not workspace.drawing.graph.is_off(wire)
    assert workspace.document.undo_label == "Switched the wire from conv1 to relu1 on"


def test_it_takes_the_colours_of_a_theme(outline) -> None:
    outline.set_theme(LIGHT)
    colour = row(outline, "add").data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name() == LIGHT.bad


def test_an_empty_one_says_what_to_do(qtbot: QtBot) -> None:
    outline = opened(Drawing(), qtbot)
    said = outline.viewport().grab().toImage()
    ground = said.pixelColor(said.width() - 1, said.height() - 1)
    line = [said.pixelColor(x, y) for x in range(said.width()) for y in range(30)]
    assert any(colour != ground for colour in line)
    outline.workspace.do("Added", edits.add(Drawing(), layer("ReLU"), Point(0, 0))[0])
    assert outline.model().rowCount() == 1
