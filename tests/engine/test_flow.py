"""What flows out of a port, found by the line and the variable that the code has for it."""

from __future__ import annotations

import pytest
import torch

from nodegraph.analysis import check
from nodegraph.codegen.module import write
from nodegraph.engine.flow import flow
from nodegraph.engine.load import load
from nodegraph.engine.timing import sample
from nodegraph.engine.trial import trial
from nodegraph.graph import Graph, Port
from tests.networks import GOOD, chain, layer, wired


def flowing(graph: Graph, *ports: Port, batch: int = 2) -> list[torch.Tensor | None]:
    report = check(graph, None, trial)
    source = write(graph, report, "Network")
    module = load(source).eval()
    inputs = sample(graph, report, module, batch)
    return [flow(module, source, inputs, port) for port in ports]


@pytest.mark.parametrize("name", GOOD)
def test_every_wire_carries_what_the_report_says(name: str) -> None:
    graph = GOOD[name]()
    report = check(graph, None, trial)
    ports = sorted({w.source for w in graph.wires if w.target.node not in report.unused})
    for port, found in zip(ports, flowing(graph, *ports), strict=True):
        assert found is not None, port
        sizes = [d if isinstance(d, int) else 2 * d.times for d in report.types[port].dims]
        assert list(found.shape) == sizes, port


def test_a_join_without_a_module_is_seen_too() -> None:
    graph = chain(("image", layer("Input", shape=(64,))), ("a", layer("ReLU")))
    graph = wired(graph, "sum", layer("Add"), "a", "image")
    graph = chain(("out", layer("Output")), graph=graph, after="sum")
    image, a, total = flowing(graph, *(Port(node, "output") for node in ("image", "a", "sum")))
    assert torch.equal(total, image + a)
    assert torch.equal(a, image.relu())


def test_a_call_over_several_lines_is_seen_once_it_is_done() -> None:
    graph = chain(("image", layer("Input", shape=(4,))))
    names = [f"a_branch_with_a_long_name_{at}" for at in range(6)]
    for name in names:
        graph = wired(graph, name, layer("ReLU"), "image")
    graph = wired(graph, "all", layer("Concatenate"), *names)
    graph = chain(("out", layer("Output")), graph=graph, after="all")
    source = write(graph, check(graph), "Network")
    assert list(source.lines.values()).count("all") > 1
    [found] = flowing(graph, Port("all", "output"))
    assert found.shape == (2, 24)


def test_a_port_that_is_not_in_the_code_carries_nothing() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("out", layer("Output")))
    assert flowing(graph, Port("gone", "output")) == [None]
