"""Whatever is missing from a graph, `check` answers, and says each thing once."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from nodegraph.analysis import Report, check
from nodegraph.graph import Graph
from nodegraph.recipe import LOSSES, TARGETS, Recipe
from tests import networks

WHOLE = [make() for make in networks.GOOD.values()]
RECIPES = st.builds(
    Recipe,
    data=st.sampled_from(["mnist", "cifar10", "diabetes", "moons"]),
    loss=st.sampled_from([loss() for loss in LOSSES.values()]),
    target=st.sampled_from(TARGETS),
)


@st.composite
def half_built(draw: st.DrawFn) -> Graph:
    """A good graph without some of its wires and nodes, and with some settings changed."""
    graph = draw(st.sampled_from(WHOLE))
    wires = draw(st.lists(st.sampled_from(graph.wires), max_size=4, unique=True))
    for wire in wires:
        graph = graph.disconnect(wire)
    graph = graph.remove(draw(st.lists(st.sampled_from(list(graph.nodes)), max_size=4)))
    if graph.nodes:
        for node_id in draw(st.lists(st.sampled_from(list(graph.nodes)), max_size=2)):
            kind = draw(st.sampled_from(["Linear", "Conv2d", "Add", "LSTM", "Flatten", "MatMul"]))
            if graph.nodes[node_id].layer.outputs and graph.nodes[node_id].layer.inputs:
                graph = graph.replace(node_id, networks.layer(kind))
    return graph


def honest(graph: Graph, report: Report) -> None:
    """What must hold of every report."""
    assert set(report.order) == set(graph.nodes)
    told = Counter((p.node, p.message) for p in report.problems)
    assert max(told.values(), default=1) == 1, told
    severe = {p.node for p in report.problems if p.severity == "error"}
    for problem in report.problems:
        assert problem.node is None or problem.node in graph.nodes
        assert problem.message
        assert problem.message[-1] not in ".!"
        if problem.severity == "blocked":
            assert problem.blocked_by in severe
            assert problem.node not in {n for n in severe if n == problem.blocked_by}
    blocked = Counter(p.node for p in report.problems if p.severity == "blocked")
    assert max(blocked.values(), default=1) == 1
    for node in graph.nodes.values():
        typed = node.id in report.cost
        assert typed or node.id in severe | set(blocked), f"nothing is said of {node.id}"
    assert report.ok == (not severe and not blocked)


@settings(max_examples=200)
@given(half_built(), RECIPES)
def test_a_half_built_graph_is_reported_honestly(graph: Graph, recipe: Recipe) -> None:
    honest(graph, check(graph))
    honest(graph, check(graph, recipe))


@settings(max_examples=150)
@given(half_built(), RECIPES)
def test_every_fix_offered_removes_its_problem(graph: Graph, recipe: Recipe) -> None:
    report = check(graph, recipe)
    for problem in report.problems:
        for fix in problem.fixes:
            after = check(*fix.apply(graph, recipe))
            left = {(p.node, p.message) for p in after.problems}
            assert (problem.node, problem.message) not in left, fix.label
