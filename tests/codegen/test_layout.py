"""Long names and many outputs: the lines are still as the formatter leaves them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nodegraph
from nodegraph.document import Drawing
from nodegraph.graph import Graph, Node, Port
from tests.networks import layer

LENGTHS = (9, 14, 15, 20, 21, 30, 31, 33, 35, 36, 38, 45, 60, 62, 66, 70, 71, 72, 75)


def answered(*nodes: Node) -> Graph:
    """These nodes behind an Input, the last one's outputs answered one by one."""
    entry = Node("image", layer("Input", shape=(64, 4)))
    ends = [Node(f"out {port}", layer("Output"), {"input": port}) for port in nodes[-1].outputs]
    return Graph.of([entry, *nodes, *ends])


def fed(name: str, kind: str, source: str = "image", **settings: object) -> Node:
    return Node(name, layer(kind, **settings), {"input": Port(source, "output")})


def joined(name: str, *sources: str) -> Node:
    return Node(name, layer("Add"), {"input": tuple(Port(node, "output") for node in sources)})


def test_the_formatter_changes_nothing_however_long_the_names_are(tmp_path: Path) -> None:
    for name in [letter * length for length in LENGTHS for letter in "n层é"]:
        graphs = {
            "lstm": answered(fed(name, "LSTM", hidden_size=8)),
            "linear": answered(fed(name, "Softsign"), fed(f"{name}b", "Linear", name)),
            "add": answered(fed("relu", "ReLU"), joined(name, "relu", "image", "relu")),
            "conv": answered(fed(name, "Conv1d", padding=1, groups=2, padding_mode="replicate")),
        }
        for kind, graph in graphs.items():
            (tmp_path / f"{kind}_{name}.py").write_text(nodegraph.write(graph).text, "utf-8")
        called = Drawing(name, graphs["conv"])
        (tmp_path / f"class_{name}.py").write_text(nodegraph.write(called).text, "utf-8")
    for chunks in (2, 4, 8, 16, 64):
        graph = answered(fed("chunk1", "Chunk", chunks=chunks))
        (tmp_path / f"chunk_{chunks}.py").write_text(nodegraph.write(graph).text, "utf-8")
    for command in (["format", "--diff"], ["check", "--select", "E,F,I,W", "--ignore", "E501"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated", str(tmp_path)]
        done = subprocess.run(ruff, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
