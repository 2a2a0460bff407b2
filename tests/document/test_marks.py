"""What lies beside the nodes: back from the file as it went in, or refused in a sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nodegraph.document import (
    Box,
    Document,
    Dot,
    Drawing,
    FileError,
    Frame,
    Note,
    Point,
    View,
    edits,
    marks,
)
from nodegraph.document.file import loads
from nodegraph.document.journal import Journal, found, recover
from nodegraph.document.writing import text_of
from nodegraph.graph import Port, Wire
from tests.networks import r4a


def marked() -> Drawing:
    """R4a with one of everything."""
    graph = r4a()
    wire = graph.wires[0]
    return Drawing(
        "Net",
        graph,
        {node: Point(0, 0) for node in graph.nodes},
        frames={
            "f1": Frame("Encoder", Box(0, 0, 400, 200.5), frozenset(graph.nodes), "Linear", True),
            "f2": Frame("", Box(-8, 0, 40, 20)),
        },
        notes={"n1": Note('# Why\n\nBecause "so".', Box(10, 20, 100, 60))},
        pins=frozenset({wire.source.node}),
        folded=frozenset({wire.target.node}),
        dots={"d1": Dot(wire.source, Point(3.25, -4))},
        routes={wire: ("d1",)},
        portals=frozenset({graph.wires[1]}),
        bookmarks={3: View(1, 2, 0.5)},
    )


def parts(drawing: Drawing) -> dict[str, Any]:
    return {name: getattr(drawing, name) for name in marks.NAMES}


def test_everything_comes_back_from_the_file() -> None:
    drawing = marked()
    text = text_of(drawing)
    again = loads(text)
    assert parts(again) == parts(drawing)
    assert text_of(again) == text


def test_a_drawing_without_marks_writes_no_word_of_them() -> None:
    told = json.loads(text_of(Drawing("Net", r4a())))
    assert not told.keys() & set(marks.NAMES)


def test_what_speaks_of_gone_nodes_is_not_written() -> None:
    drawing = marked()
    gone = drawing.graph.wires[0].source.node
    left = loads(text_of(edits.delete(drawing, [gone])))
    assert gone not in left.frames["f1"].nodes
    assert not left.pins
    assert not left.dots
    assert not left.routes


def test_the_journal_brings_marks_back_also_after_nodes_went(tmp_path: Path) -> None:
    document = Document(Drawing("Net", r4a()))
    journal = Journal(tmp_path, print)
    for drawing in (marked(), edits.delete(marked(), [marked().graph.wires[0].source.node])):
        document.do("Changed", drawing)
        journal.note(document, None)
        assert journal.flush()
    journal.close(clean=False)
    (left,) = found(tmp_path)
    assert text_of(recover(left.file)) == text_of(document.drawing)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("frames", {}, "list"),
        ("frames", [{"id": "f", "title": "a", "box": [0, 0, 0, 4]}], "width"),
        ("frames", [{"id": "f", "title": 3, "box": [0, 0, 4, 4]}], "text"),
        ("frames", [{"id": "f", "title": "", "box": [0, 0, 4, 4], "nodes": ["ghost"]}], "ghost"),
        ("frames", [{"id": "f", "title": "", "box": [0, 0, 4, 4], "x": 1}], "not a field"),
        ("frames", [{"id": "f", "title": "", "box": [0, 0, 4, 4]}] * 2, "two"),
        ("notes", [{"id": "n", "text": None, "box": [0, 0, 4, 4]}], "text"),
        ("pins", ["ghost"], "ghost"),
        ("pins", "conv", "list"),
        ("folded", [["a"]], "no node"),
        ("dots", [{"id": "d", "source": ["ghost", "output"], "at": [0, 0]}], "ghost"),
        ("dots", [{"id": "d", "source": 3, "at": [0, 0]}], "output"),
        ("routes", [{"wire": [["a", "output"], ["b", "input"]], "dots": []}], "no output"),
        ("portals", [3], "needs"),
        ("bookmarks", {"0": [0, 0, 1]}, "1"),
        ("bookmarks", {"1": [0, 0, 9]}, "zoom"),
        ("bookmarks", {"1": [0, "0", 1]}, "needs"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(name: str, value: Any, said: str) -> None:
    told = json.loads(text_of(Drawing("Net", r4a())))
    with pytest.raises(FileError, match=said) as refused:
        loads(json.dumps(told | {name: value}))
    assert name in str(refused.value)


def test_a_route_takes_only_dots_of_its_own_source() -> None:
    drawing = marked()
    other = next(w for w in drawing.graph.wires if w.source != drawing.graph.wires[0].source)
    with pytest.raises(FileError, match="no dot"):
        loads(text_of(replace(drawing, routes={other: ("d1",)})))


def test_a_wire_that_is_not_there_has_no_route() -> None:
    drawing = marked()
    wire = Wire(drawing.graph.wires[0].source, Port(drawing.graph.wires[-1].target.node, "input"))
    assert "routes" not in json.loads(text_of(replace(drawing, routes={wire: ("d1",)})))
