"""Bypass and disable: by key and menu, for the whole selection, and painted in every tier."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nodegraph.document import edits
from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas.look import OFF
from nodegraph.ui.canvas.telling.tips import node_words
from tests.ui.canvas.conftest import two_branches
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.pointer import RIGHT, SHIFT, Hand
from tests.ui.canvas.probe import PaintProbe

M = Qt.Key.Key_M


@pytest.fixture
def said(page) -> list[str]:
    found: list[str] = []
    page.workspace.said.connect(found.append)
    return found


def modes(page) -> dict[str, str]:
    nodes = page.workspace.drawing.graph.nodes.values()
    return {node.id: node.mode for node in nodes if node.mode != "on"}


def history(page) -> list[str]:
    return [step.label for step in page.workspace.document.steps][1:]


def test_m_bypasses_the_selected_node_and_switches_it_on_again(page, said):
    page.workspace.select({"relu1"})
    QTest.keyClick(page.canvas, M)
    assert modes(page) == {"relu1": "bypassed"}
    assert said == ["Bypassed relu1"]
    assert page.workspace.report.ok
    QTest.keyClick(page.canvas, M)
    assert modes(page) == {}
    assert history(page) == ["Bypassed relu1", "Switched relu1 on"]


def test_shift_m_disables_all_selected_nodes_in_one_step(page, said):
    page.workspace.select({"relu1", "pool1"})
    QTest.keyClick(page.canvas, M, SHIFT)
    assert modes(page) == {"relu1": "disabled", "pool1": "disabled"}
    assert said == ["Disabled 2 nodes"]
    page.page.undo()
    assert modes(page) == {}
    assert page.workspace.selection == {"relu1", "pool1"}


def test_a_selection_of_which_some_are_bypassed_becomes_bypassed_as_a_whole(page):
    page.workspace.select({"relu1"})
    QTest.keyClick(page.canvas, M)
    page.workspace.select({"relu1", "relu2"})
    QTest.keyClick(page.canvas, M)
    assert modes(page) == {"relu1": "bypassed", "relu2": "bypassed"}
    QTest.keyClick(page.canvas, M, SHIFT)
    assert modes(page) == {"relu1": "disabled", "relu2": "disabled"}


def test_a_node_that_changes_the_shape_is_not_bypassed_and_the_status_says_why(page, said):
    page.workspace.select({"relu1", "conv2"})
    QTest.keyClick(page.canvas, M)
    assert said == ["Not bypassed: conv2 turns B×32×14×14 into B×64×14×14"]
    assert modes(page) == {}
    assert history(page) == []
    assert not page.workspace.document.dirty


def test_nothing_selected_is_nothing_done_and_said(page, said):
    QTest.keyClick(page.canvas, M)
    QTest.keyClick(page.canvas, M, SHIFT)
    assert said == ["Not bypassed: select a node", "Not disabled: select a node"]
    assert history(page) == []


@pytest.mark.parametrize("chosen", [["relu1"], ["relu1", "relu2"]])
def test_the_menu_of_nodes_offers_both(page, chosen):
    page.workspace.select(chosen)
    Hand(page.canvas).click(page.canvas.node_rect("relu1").center(), RIGHT)
    menu = page.canvas.menus.menu
    names = [action.objectName() for action in menu.actions()]
    assert {"edit.bypass", "edit.disable"} <= set(names)
    [action] = [a for a in menu.actions() if a.objectName() == "edit.disable"]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    QApplication.processEvents()
    assert set(modes(page)) == set(chosen)
    assert len(history(page)) == 1


def test_code_and_outline_agree(page):
    page.workspace.select({"relu1"})
    QTest.keyClick(page.canvas, M)
    assert "self.relu1" not in page.workspace.source.text
    assert "self.relu2" in page.workspace.source.text
    page.editor.show_panel(page.editor.outline)
    tree = page.editor.outline.tree
    row = tree.index_of("relu1")
    assert tree.data(row.siblingAtColumn(1)) == "ReLU, bypassed"
    assert "bypassed" in tree.data(row, Qt.ItemDataRole.AccessibleTextRole)


def test_the_tip_and_the_words_under_a_node_tell_its_mode(page):
    page.workspace.select({"relu1"})
    QTest.keyClick(page.canvas, M, SHIFT)
    item = page.canvas.graph_scene.nodes["relu1"]
    assert item.note == "disabled"
    assert node_words(page.canvas, item) == "relu1 · ReLU, disabled"
    QTest.keyClick(page.canvas, M)
    assert item.note == "bypassed"


def test_a_copy_is_bypassed_too(page):
    page.workspace.select({"relu1"})
    QTest.keyClick(page.canvas, M)
    QTest.keyClick(page.canvas, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    [copy] = page.workspace.selection
    assert modes(page) == {"relu1": "bypassed", copy: "bypassed"}


def test_the_wires_of_a_disabled_node_are_dashed_and_no_others(page):
    page.workspace.select({"relu1"})
    QTest.keyClick(page.canvas, M, SHIFT)
    scene = page.canvas.graph_scene
    dashed = {s.wire for s in scene.wires.shapes.values() if s.group.startswith(OFF)}
    assert dashed == {
        Wire(Port("pool1", "output"), Port("relu1", "input")),
        Wire(Port("relu1", "output"), Port("conv2", "input")),
    }
    for shape in scene.wires.shapes.values():
        for pen in (scene.look.wire(shape.group), scene.look.wire_far(shape.group)):
            assert bool(pen.dashPattern()) == (shape.wire in dashed)
    QTest.keyClick(page.canvas, M, SHIFT)
    assert not any(s.group.startswith(OFF) for s in scene.wires.shapes.values())


def test_painting_what_is_off_makes_no_pen_and_no_brush(page):
    page.workspace.select({"relu1"})
    QTest.keyClick(page.canvas, M)
    page.workspace.select({"relu2"})
    QTest.keyClick(page.canvas, M, SHIFT)
    look = page.canvas.look
    for zoom in (1.0, 0.5, 0.25):
        page.canvas.zoom_reset()
        page.canvas.zoom_at(page.canvas.viewport().rect().center(), zoom)
        page.canvas.grab()
        made = dict(look._pens), dict(look._brushes)
        page.canvas.viewport().update()
        page.canvas.grab()
        assert (look._pens, look._brushes) == made


@pytest.mark.parametrize(("zoom", "tier"), [(1.0, "near"), (0.5, "middle"), (0.25, "far")])
def test_each_mode_looks_different_in_every_tier(opened, zoom, tier):
    pictures = []
    for mode in ("on", "bypassed", "disabled"):
        canvas = opened(edits.set_mode(two_branches(), ["relu1"], mode))
        canvas.zoom_at(canvas.viewport().rect().center(), zoom)
        QApplication.processEvents()
        assert canvas.graph_scene.tier == tier
        area = canvas.node_rect("relu1").adjusted(-2, -2, 2, 2)
        pictures.append(canvas.viewport().grab(area).toImage())
    assert pictures[0] != pictures[1]
    assert pictures[1] != pictures[2]
    assert pictures[0] != pictures[2]


def test_two_thousand_nodes_that_are_off_are_painted_in_as_few_calls(opened, monkeypatch):
    """T-02, with every third node bypassed and every fifth disabled."""
    drawing = ladder(2_000)
    ids = list(drawing.graph.nodes)
    drawing = edits.set_mode(drawing, ids[::3], "bypassed")
    drawing = edits.set_mode(drawing, ids[::5], "disabled")
    canvas = opened(drawing)
    canvas.fit()
    probe = PaintProbe(monkeypatch)
    assert probe.frame(canvas).total() <= 6
