"""T-18: cut, copy, paste and duplicate by their keys, through the real clipboard."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point, dots, edits, load
from nodegraph.document.clipboard import copied
from nodegraph.graph import Port, Wire
from nodegraph.ui.clipboard import MIME
from nodegraph.ui.window import MainWindow
from tests.ui.canvas.pointer import Hand
from tests.ui.conftest import child

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """A key while the canvas has the focus, the pointer elsewhere."""
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, key, modifiers)


def put(text: str, kind: str = "text/plain") -> None:
    """Text in the clipboard, as another program leaves it."""
    data = QMimeData()
    data.setData(kind, QByteArray(text.encode()))
    QGuiApplication.clipboard().setMimeData(data)


def said(window: MainWindow) -> str:
    """What stands in the status bar."""
    label = child(window, "status_last", QLabel)
    assert isinstance(label, QLabel)
    return label.text()


@pytest.fixture(autouse=True)
def pointer_elsewhere() -> None:
    """The pointer lies outside of every window."""
    QCursor.setPos(QPoint(5000, 5000))


def test_copy_takes_text_and_our_own_type_and_changes_nothing(editor: MainWindow) -> None:
    before = editor.workspace.drawing
    editor.workspace.select({"conv1", "pool1"})
    press(editor, Key.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == copied(before, {"conv1", "pool1"})
    assert bytes(data.data(MIME).data()).decode() == data.text()
    assert editor.workspace.drawing is before
    assert editor.workspace.document.undo_label is None
    assert "Copied 2 nodes" in said(editor)


def test_paste_is_one_step_and_selects_what_came(editor: MainWindow) -> None:
    before = editor.workspace.drawing
    editor.workspace.select({"conv1", "pool1"})
    press(editor, Key.Key_C)
    press(editor, Key.Key_V)
    assert editor.workspace.selection == {"conv3", "pool3"}
    assert editor.workspace.document.undo_label == "Pasted 2 nodes"
    assert editor.workspace.drawing.graph.nodes["conv3"].inputs == {}
    press(editor, Key.Key_Z)
    assert editor.workspace.drawing is before
    assert editor.workspace.document.undo_label is None


def test_cut_then_paste_brings_the_nodes_back_under_their_names(editor: MainWindow) -> None:
    editor.workspace.select({"conv2"})
    press(editor, Key.Key_X)
    assert editor.workspace.document.undo_label == "Cut conv2"
    assert "conv2" not in editor.workspace.drawing.graph.nodes
    press(editor, Key.Key_V)
    assert editor.workspace.document.undo_label == "Pasted conv2"
    assert editor.workspace.selection == {"conv2"}


def test_paste_with_wires_keeps_what_feeds_the_copies(editor: MainWindow) -> None:
    editor.workspace.select({"conv1"})
    press(editor, Key.Key_C)
    press(editor, Key.Key_V, CTRL | SHIFT)
    nodes = editor.workspace.drawing.graph.nodes
    assert nodes["conv3"].inputs == {"input": Port("image", "output")}


def test_what_found_no_source_is_said(editor: MainWindow) -> None:
    editor.workspace.select({"conv1"})
    press(editor, Key.Key_C)
    drawing = edits.delete(editor.workspace.drawing, {"image"})
    editor.workspace.do("Deleted image", drawing)
    press(editor, Key.Key_V, CTRL | SHIFT)
    assert "Pasted conv3. The wire from image to conv1 has no source here" in said(editor)
    assert editor.workspace.document.undo_label == "Pasted conv3"


def test_duplicate_lies_beside_and_leaves_the_clipboard_alone(editor: MainWindow) -> None:
    put("something of someone else's")
    editor.workspace.select({"conv1"})
    press(editor, Key.Key_D)
    drawing = editor.workspace.drawing
    assert editor.workspace.document.undo_label == "Duplicated conv3"
    assert drawing.places["conv3"].x == drawing.places["conv1"].x + 32
    assert drawing.graph.nodes["conv3"].inputs == {}
    assert QGuiApplication.clipboard().text() == "something of someone else's"
    editor.workspace.select({"conv1"})
    press(editor, Key.Key_D, CTRL | SHIFT)
    [new] = editor.workspace.selection
    assert editor.workspace.drawing.graph.nodes[new].inputs == {"input": Port("image", "output")}
    items = editor.canvas.graph_scene.nodes
    bodies = [items[node_id].body for node_id in ("conv1", "conv3", new)]
    assert not any(a.intersects(b) for at, a in enumerate(bodies) for b in bodies[:at])


def test_paste_lands_under_the_pointer(editor: MainWindow, qtbot: QtBot) -> None:
    editor.workspace.select({"conv1"})
    press(editor, Key.Key_C)
    viewport = editor.canvas.viewport()
    at = QPoint(200, 80)
    QCursor.setPos(viewport.mapToGlobal(at))
    qtbot.waitUntil(viewport.underMouse)
    press(editor, Key.Key_V)
    assert editor.canvas.node_rect("conv3").contains(at)


def test_paste_without_the_pointer_lands_in_the_middle_of_the_view(editor: MainWindow) -> None:
    put(copied(editor.workspace.drawing, {"conv1"}))
    drawing = editor.workspace.drawing
    editor.workspace.do(
        "Moved all", edits.move(drawing, dict.fromkeys(drawing.places, Point(0, 0)))
    )
    editor.canvas.centerOn(3000, 3000)
    press(editor, Key.Key_V)
    middle = editor.canvas.viewport().rect().center()
    assert editor.canvas.node_rect("conv3").contains(middle)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("", "text/plain", "holds no nodes"),
        ("<b>words</b>", "text/html", "holds no nodes"),
        ("words", "text/plain", "holds no nodes"),
        ("\udcff", "text/plain", "holds no nodes"),
        ('{"nodegraph": 7, "copied": "x", "nodes": []}', "text/plain", "update nodegraph"),
        ('{"nodegraph": 1, "copied": "x", "nodes": []}', "text/plain", "holds no nodes"),
        ('{"nodegraph": 1, "copied"', MIME, "is not JSON"),
    ],
)
def test_what_cannot_be_pasted_is_said_and_changes_nothing(
    editor: MainWindow, text: str, kind: str, words: str
) -> None:
    data = QMimeData()
    data.setData(kind, QByteArray(text.encode("utf-8", "surrogateescape")))
    QGuiApplication.clipboard().setMimeData(data)
    before = editor.workspace.drawing
    press(editor, Key.Key_V)
    assert editor.workspace.drawing is before
    assert not editor.workspace.document.dirty
    assert words in said(editor)


@pytest.mark.parametrize("key", [Key.Key_C, Key.Key_X, Key.Key_D])
def test_without_a_selection_nothing_is_taken(editor: MainWindow, key: Qt.Key) -> None:
    put("something of someone else's")
    editor.workspace.select(())
    press(editor, key)
    assert QGuiApplication.clipboard().text() == "something of someone else's"
    assert not editor.workspace.document.dirty
    assert "Nothing is selected" in said(editor)


def test_the_keys_stay_text_while_typing(editor: MainWindow) -> None:
    editor.workspace.select({"conv1"})
    editor.page.rename()
    name = editor.focusWidget()
    QTest.keyClick(name, Key.Key_A, CTRL)
    QTest.keyClick(name, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "conv1"
    assert editor.workspace.document.undo_label is None


def adorned(editor: MainWindow) -> Drawing:
    """The drawing with dots, a portal, a disabled wire, and nodes of which less is seen."""
    before = editor.workspace.drawing
    bent, hidden, off = (
        Wire(Port(source, "output"), Port(target, "input"))
        for source, target in (("conv1", "pool1"), ("pool1", "relu1"), ("relu1", "conv2"))
    )
    drawing = dots.through(before, bent, [Point(300, 120), Point(330, 160)])
    drawing = edits.switch(dots.hide(drawing, [hidden]), [off], on=False)
    drawing = edits.set_mode(drawing, ["relu1"], "bypassed")
    drawing = replace(drawing, folded=frozenset({"conv1"}), trimmed=frozenset({"conv2"}))
    editor.workspace.do("Adorned", drawing)
    return drawing


def like(drawing: Drawing, names: dict[str, str]) -> dict[str, object]:
    """How some nodes and the wires among them are shown, by names of others, from the first on."""
    graph, first = drawing.graph, next(iter(names))
    x, y = drawing.places[first]

    def ends(wire: Wire) -> tuple[str, ...]:
        return tuple(names[port.node] for port in wire)

    wires = [w for w in graph.wires if names.keys() >= {w.source.node, w.target.node}]
    return {
        "ways": {
            ends(w): [
                (d.x - x, d.y - y) for d in (drawing.dots[k].at for k in dots.along(drawing, w))
            ]
            for w in wires
        },
        "portals": {ends(w) for w in wires if w in drawing.portals},
        "off": {ends(w) for w in wires if graph.is_off(w)},
        "folded": {names[node] for node in drawing.folded & names.keys()},
        "trimmed": {names[node] for node in drawing.trimmed & names.keys()},
        "modes": {names[node]: graph.nodes[node].mode for node in names},
    }


ROW = ("conv1", "pool1", "relu1", "conv2")


@pytest.mark.parametrize("keys", ["C V", "D", "X V"])
def test_wires_and_nodes_arrive_as_they_were_shown(editor: MainWindow, keys: str) -> None:
    before = adorned(editor)
    editor.workspace.select(ROW)
    for key in keys.split():
        press(editor, Key[f"Key_{key}"])
    after, new = editor.workspace.drawing, editor.workspace.selection
    came = [node for node in after.graph.nodes if node in new]
    assert len(came) == len(ROW)
    here = like(before, {node: node for node in ROW})
    assert here["off"], here["ways"]["conv1", "pool1"]
    assert like(after, dict(zip(came, ROW, strict=True))) == here
    if keys != "X V":
        assert like(after, {node: node for node in ROW}) == here  # the originals are as they were
        assert len(after.dots) == 2 * len(before.dots)
    else:
        assert len(after.dots) == len(before.dots)
    editor.page.undo()
    if keys == "X V":
        assert not editor.workspace.drawing.dots
        editor.page.undo()
    assert editor.workspace.drawing is before


def test_copies_that_are_dragged_take_their_dots_along(editor: MainWindow) -> None:
    before = adorned(editor)
    editor.canvas.fit()
    editor.workspace.select(ROW)
    hand = Hand(editor.canvas)
    start = editor.canvas.node_rect("pool1").bottomLeft() + QPoint(30, -5)
    hand.press(start, modifiers=Qt.KeyboardModifier.AltModifier)
    hand.move(start + QPoint(0, 60), Qt.KeyboardModifier.AltModifier)
    hand.move(start + QPoint(10, 120), CTRL)
    hand.release(start + QPoint(10, 120), CTRL)
    after, new = editor.workspace.drawing, editor.workspace.selection
    came = [node for node in after.graph.nodes if node in new]
    lie = like(after, dict(zip(came, ROW, strict=True)))
    assert after.places[came[0]] != before.places["conv1"]
    assert lie == like(before, {node: node for node in ROW})


OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
app = QApplication([])
from nodegraph.ui.window import MainWindow
window = MainWindow()
window.show()
window.opening.new()
QTest.qWaitForWindowActive(window)
window.canvas.setFocus()
QGuiApplication.clipboard().setText(sys.stdin.read())
QTest.keyClick(window.canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
window.workspace.save(Path(sys.argv[1]))
window.close()
"""


def test_a_window_of_another_process_pastes_what_went_through_a_text_editor(
    editor: MainWindow, tmp_path: Path
) -> None:
    before = adorned(editor)
    press(editor, Key.Key_A)
    press(editor, Key.Key_C)
    kept = tmp_path / "note.txt"
    kept.write_text(QGuiApplication.clipboard().text(), encoding="utf-8")
    file = tmp_path / "other.nodegraph"
    subprocess.run(
        [sys.executable, "-c", OTHER, str(file)], input=kept.read_text("utf-8"), text=True,
        check=True, timeout=100, env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
    )  # fmt: skip
    assert load(file).graph.wires == editor.workspace.drawing.graph.wires
    names = {node: node for node in before.graph.nodes}
    assert load(file).graph.nodes.keys() == names.keys()
    assert like(load(file), names) == like(before, names)
