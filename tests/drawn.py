"""Drawings as files, for tests that go through the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nodegraph.document import Drawing, save
from nodegraph.graph import Graph
from nodegraph.recipe import Recipe


def saved(path: Path, graph: Graph, name: str = "Small", **recipe: Any) -> Path:
    """The path of a file that holds the graph with that recipe."""
    save(Drawing(name, graph, recipe=Recipe(**recipe)), path)
    return path
