"""Drawings that tests train: small enough that a run takes a moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nodegraph.document import Drawing
from nodegraph.graph import Graph
from nodegraph.recipe import Adam, Recipe
from nodegraph.training.events import Event, Progress
from nodegraph.training.run import start
from tests.networks import chain, layer, perceptron


def digits(**recipe: Any) -> Drawing:
    """An MLP with all that has a state of its own or draws random numbers: BatchNorm, Dropout."""
    graph = chain(
        ("image", layer("Input", shape=(1, 8, 8))),
        ("flat", layer("Flatten")),
        ("fc1", layer("Linear", out_features=32)),
        ("bn1", layer("BatchNorm1d")),
        ("relu1", layer("ReLU")),
        ("drop", layer("Dropout", p=0.2)),
        ("fc2", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )
    return drawn(graph, **{"data": "digits", "optimizer": Adam(lr=0.01), **recipe})


def moons(**recipe: Any) -> Drawing:
    """Points in a plane by an MLP."""
    return drawn(perceptron((2,), 16, 2, flat=False), **{"data": "moons", **recipe})


def drawn(graph: Graph, **recipe: Any) -> Drawing:
    """The graph with a recipe for the CPU."""
    return Drawing("Net", graph, recipe=Recipe(**{"device": "cpu", "epochs": 2, **recipe}))


def losses(events: Iterator[Event]) -> list[float]:
    """Every step's loss, in order."""
    return [loss for event in events if isinstance(event, Progress) for loss in event.losses]


def run(drawing: Drawing, runs: Path, **options: Any) -> list[Event]:
    """All events of a run."""
    return list(start(drawing, runs=runs, **options).events())
