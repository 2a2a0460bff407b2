"""nodegraph: draw a neural network, check it, train it, take away plain PyTorch.

A bare `import nodegraph` loads none of Qt, torch, numpy and networkx; each function loads what
it needs when it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from torch import nn

    from nodegraph.analysis import Answer, Report
    from nodegraph.codegen.module import Source
    from nodegraph.document import Drawing
    from nodegraph.document.file import FileError
    from nodegraph.graph import Graph
    from nodegraph.layers import Layer, TensorType
    from nodegraph.recipe import Recipe
    from nodegraph.training.events import Event

__version__ = "0.1.0"
__all__ = ["FileError", "build", "check", "load", "save", "train", "write"]


def load(path: str | Path) -> Drawing:
    """The drawing in a file. Raises FileError with line, field and what was expected."""
    from nodegraph.document import load

    return load(path)


def save(drawing: Drawing, path: str | Path) -> None:
    """Writes a drawing, atomically: the old file or the new one. Raises FileError."""
    from nodegraph.document import save

    save(drawing, path)


def check(drawing: Drawing | Graph) -> Report:
    """Order, types, problems with fixes, and cost; torch loads only where a layer has no rule.

    A graph alone is checked without a recipe: nothing is said of data and loss.
    """
    from nodegraph.analysis import check

    graph, recipe, _ = _parts(drawing)
    return check(graph, recipe, _probe)


def write(drawing: Drawing | Graph) -> Source:
    """The network as PyTorch: `.text`, and `.lines` from line number to node id.

    Raises `nodegraph.codegen.module.Incomplete` with the node's name when it is not whole.
    """
    from nodegraph.codegen.module import write

    graph, _, name = _parts(drawing)
    return write(graph, check(drawing), name)


def build(drawing: Drawing | Graph) -> nn.Module:
    """A torch.nn.Module made from the text that `write` gives; raises what `write` raises."""
    from nodegraph.engine import load

    return load(write(drawing))


def train(drawing: Drawing, **options: Any) -> Iterator[Event]:
    """Trains a drawing and yields its events; options as for `nodegraph train`: epochs=3, ...

    Raises, before any event, what `nodegraph.training.run.start` raises; what goes wrong later is
    told by the last event.
    """
    from nodegraph.training.run import train

    return train(drawing, **options)


def _parts(network: Drawing | Graph) -> tuple[Graph, Recipe | None, str]:
    from nodegraph.graph import Graph

    if isinstance(network, Graph):
        return network, None, "Network"
    return network.graph, network.recipe, network.name


def _probe(layer: Layer, types: tuple[TensorType, ...]) -> Answer:
    from nodegraph.engine.trial import trial

    return trial(layer, types)


def __getattr__(name: str) -> Any:
    if name == "FileError":
        from nodegraph.document import FileError

        return FileError
    if name == "from_module":
        raise AttributeError("from_module comes with the importer, which this version lacks")
    raise AttributeError(f"module 'nodegraph' has no attribute {name!r}")
