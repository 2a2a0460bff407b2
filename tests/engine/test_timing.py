"""Milliseconds of each node, measured on the live module."""

from __future__ import annotations

import sys

import pytest
import torch

from nodegraph.analysis import check
from nodegraph.codegen.module import write
from nodegraph.engine.load import load
from nodegraph.engine.timing import REPEATS, Times, measure, sample
from nodegraph.engine.trial import trial
from nodegraph.graph import Graph
from tests.networks import GOOD, chain, layer, r0, wired


def timed(graph: Graph, batch: int = 8, **options) -> Times | None:
    report = check(graph, None, trial)
    source = write(graph, report, "Network")
    module = load(source)
    return measure(module, source, sample(graph, report, module, batch), **options)


@pytest.mark.parametrize("name", GOOD)
def test_every_node_that_computes_is_timed(name: str) -> None:
    graph = GOOD[name]()
    found = timed(graph, batch=2)
    assert found is not None
    computing = {n.id for n in graph.nodes.values() if n.layer.kind not in ("Input", "Output")}
    assert computing <= found.nodes.keys() <= graph.nodes.keys()
    assert all(milliseconds >= 0 for milliseconds in found.nodes.values())
    assert found.total > 0


def test_the_work_is_found_at_the_node_that_does_it() -> None:
    graph = chain(
        ("image", layer("Input", shape=(8, 32, 32))),
        ("relu", layer("ReLU")),
        ("conv", layer("Conv2d", out_channels=128, kernel_size=7, padding=3)),
        ("pool", layer("AdaptiveAvgPool2d", output_size=1)),
        ("flat", layer("Flatten")),
        ("out", layer("Output")),
    )
    found = timed(graph, batch=16)
    assert found is not None
    assert max(found.nodes, key=lambda node: found.nodes[node]) == "conv"
    assert found.nodes["conv"] > found.total / 2


def test_nodes_without_a_module_are_timed_too() -> None:
    graph = chain(("image", layer("Input", shape=(64,))), ("a", layer("ReLU")))
    graph = wired(graph, "sum", layer("Add"), "a", "image")
    graph = chain(("out", layer("Output")), graph=graph, after="sum")
    found = timed(graph)
    assert found is not None
    assert found.nodes["sum"] > 0


def test_it_says_what_it_was_measured_on() -> None:
    found = timed(r0(), batch=3)
    assert found is not None
    assert (found.device, found.batch) == ("cpu", 3)


def test_a_measurement_changes_nothing() -> None:
    graph = GOOD["resnet"]()
    report = check(graph)
    source = write(graph, report, "Network")
    module = load(source).train()
    before = {name: x.clone() for name, x in module.state_dict().items()}
    random, tracing = torch.get_rng_state(), sys.gettrace()
    measure(module, source, sample(graph, report, module, 4))
    assert module.training
    assert sys.gettrace() is tracing
    assert torch.equal(torch.get_rng_state(), random)
    assert all(torch.equal(x, before[name]) for name, x in module.state_dict().items())


def test_it_ends_between_two_passes_when_it_is_no_longer_wanted() -> None:
    asked: list[bool] = []

    def going() -> bool:
        asked.append(True)
        return len(asked) < 3

    assert timed(r0(), going=going) is None
    assert len(asked) == 3 < REPEATS
