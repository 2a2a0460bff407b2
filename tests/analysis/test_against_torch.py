"""What `check` calls ready to train does one step in torch, on a batch like the recipe's data."""

from __future__ import annotations

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nodegraph.analysis import Report, check
from nodegraph.codegen.module import write
from nodegraph.engine.load import load
from nodegraph.engine.trial import trial
from nodegraph.graph import Graph
from nodegraph.layers import find
from nodegraph.recipe import LOSSES, TARGETS, Recipe
from nodegraph.training.loop import loss_function, targets
from tests import networks
from tests.analysis.broken_drawings import DRAWINGS
from tests.analysis.broken_training import TRAINING
from tests.networks import chain, layer

BROKEN = DRAWINGS | TRAINING
SAMPLES = 4


def one_step(graph: Graph, report: Report, recipe: Recipe) -> tuple[int, ...]:
    """Runs the written module on random samples, goes back through the loss; the answer's shape."""
    data = recipe.dataset
    x = torch.randn(SAMPLES, *data.shape)
    y = torch.randn(SAMPLES, 1)
    if data.classes is not None:
        y = torch.randint(data.classes, (SAMPLES,))
    module = load(write(graph, report, "Network"))
    answer = module(x)
    loss_function(recipe)(answer, targets(x, y, recipe)).backward()
    assert sum(p.numel() for p in module.parameters()) == report.weights
    return tuple(answer.shape)


def cured(graph: Graph, recipe: Recipe) -> tuple[Graph, Recipe]:
    """The graph after the first fix of the first problem, again and again."""
    for _ in range(12):
        offered = [p for p in check(graph, recipe).problems if p.fixes and p.severity == "error"]
        if not offered:
            break
        graph, recipe = offered[0].fixes[0].apply(graph, recipe)
    return graph, recipe


@pytest.mark.parametrize("name", BROKEN)
def test_a_network_cured_by_its_first_fixes_trains_in_torch(name: str) -> None:
    graph, recipe = cured(BROKEN[name].graph, BROKEN[name].recipe or Recipe())
    report = check(graph, recipe)
    assert report.ok, [(p.node, p.message) for p in report.problems]
    one_step(graph, report, recipe)


@settings(max_examples=30)
@given(
    st.sampled_from([make() for make in networks.GOOD.values()]),
    st.sampled_from(["mnist", "cifar10", "diabetes", "moons"]),
    st.sampled_from([loss() for loss in LOSSES.values()]),
    st.sampled_from(TARGETS),
)
def test_any_loss_and_target_called_ready_trains_in_torch(
    graph: Graph, data: str, loss: object, target: str
) -> None:
    graph, recipe = cured(graph, Recipe(data=data, loss=loss, target=target))
    report = check(graph, recipe)
    assume(report.ok)
    one_step(graph, report, recipe)


def test_the_engine_tells_what_layers_without_a_rule_give() -> None:
    upsample = find("Upsample")
    assert upsample is not None
    graph = chain(
        ("image", layer("Input")),
        ("large", upsample(scale_factor=2.0)),
        ("flat", layer("Flatten")),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )
    assert not check(graph, Recipe()).ok
    report = check(graph, Recipe(), trial)
    assert report.problems == ()
    assert report.cost["fc"].weights == 56 * 56 * 10 + 10
    assert one_step(graph, report, Recipe()) == (SAMPLES, 10)
