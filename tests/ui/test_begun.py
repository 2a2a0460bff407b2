"""A drawing that is only begun is told what comes next; one half-built, what is known of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nodegraph.analysis import check
from nodegraph.analysis.begun import next_step
from nodegraph.document import Drawing, edits
from nodegraph.graph import Graph, Port
from nodegraph.ui.window import MainWindow
from tests.networks import layer, wired
from tests.ui.conftest import child


def told(window: MainWindow) -> tuple[str, str]:
    """The words of the status bar about problems, and how they are meant."""
    label = child(window, "status_problems", QLabel)
    return label.text(), label.property("kind")


def cut(window: MainWindow, node: str) -> None:
    """Takes the wire away that comes into a node."""
    drawing = window.workspace.drawing
    wire = next(w for w in drawing.graph.wires if w.target.node == node)
    window.workspace.do("Cut a wire", edits.disconnect(drawing, wire))


def test_a_new_drawing_has_no_problem_but_a_next_step(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(child(window, "start_new", QPushButton), Qt.MouseButton.LeftButton)
    assert told(window) == ("Next: an Input, where a sample enters", "muted")
    assert window.editor.tabs.tabText(1) == "Problems"


def test_the_ends_alone_are_no_mistake_either(window: MainWindow) -> None:
    window.show_editor()
    window.canvas.add_layer("Input", None)
    assert told(window) == ("Next: a layer behind the Input", "muted")
    window.workspace.open(Drawing("Ends", wired(Graph(), "out", layer("Output"))))
    assert told(window) == ("Next: an Input, where a sample enters", "muted")


def test_a_layer_between_the_ends_is_held_to_everything(window: MainWindow) -> None:
    window.show_editor()
    window.canvas.add_layer("Linear", None)
    assert told(window) == ("3 problems", "bad")
    assert window.editor.tabs.tabText(1) == "Problems 3"


def test_the_list_offers_the_next_step_without_a_red_sign(window: MainWindow, qtbot: QtBot) -> None:
    window.show_editor()
    window.editor.show_problems()
    card = window.problems.cards[0]
    assert card.findChildren(QLabel)[0].property("kind") == "muted"
    qtbot.mouseClick(child(card, "fix_0", QPushButton), Qt.MouseButton.LeftButton)
    assert [node.layer.kind for node in window.workspace.drawing.graph.nodes.values()] == ["Input"]
    signs = [card.findChildren(QLabel)[0].property("kind") for card in window.problems.cards]
    assert signs == ["muted"]


def test_check_reports_a_drawing_that_is_only_begun_as_ever() -> None:
    assert next_step(Graph())
    report = check(Graph())
    assert [problem.severity for problem in report.problems] == ["error", "error"]
    assert not report.ok


def test_half_built_the_status_counts_what_is_known(editor: MainWindow) -> None:
    cut(editor, "fc2")
    counts = child(editor, "status_counts", QLabel).text()
    assert counts == "420,352 weights so far · 4.2 M multiply-adds a sample · 12 nodes"
    cut(editor, "conv1")
    counts = child(editor, "status_counts", QLabel).text()
    assert counts == "weights not known yet · 12 nodes"


def test_half_built_the_lens_counts_what_is_known(editor: MainWindow) -> None:
    cut(editor, "fc2")
    totals = {}
    for name in ("weights", "multiply_adds", "memory"):
        editor.canvas.lens.show(name)
        legend = editor.canvas.lens.legend
        assert legend is not None
        totals[name] = legend.first.text()
    assert totals["weights"] == "420,352 weights so far"
    assert totals["multiply_adds"] == "4.2 M forwards a sample so far"
    assert "so far" in totals["memory"]
    assert not totals["memory"].startswith("0 ")


def test_half_built_the_drawings_form_counts_what_is_known(editor: MainWindow) -> None:
    cut(editor, "fc2")
    editor.workspace.select(())
    assert child(editor, "count_weights", QLabel).text() == "420,352 so far"


def test_an_output_that_nothing_reaches_hides_no_weights() -> None:
    graph = wired(Graph(), "image", layer("Input", shape=(4,)))
    graph = wired(graph, "fc", layer("Linear", out_features=2), "image")
    graph = wired(graph, "out", layer("Output"))
    report = check(graph)
    assert not report.whole
    assert report.weights == 10
    whole = check(graph.connect(Port("fc", "output"), Port("out", "input")))
    assert whole.whole
    assert whole.weights == 10
