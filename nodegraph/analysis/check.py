"""Types, problems and cost of a graph, whole or half-built: every cause once, at its node.

What a cause only stands in the way of is said too, but as blocked: one wrong layer near the
input would else turn everything behind it red.
"""

from __future__ import annotations

from nodegraph.analysis.complete import dead_ends, incomplete, unused_nodes
from nodegraph.analysis.fit import unfit
from nodegraph.analysis.hints import hints
from nodegraph.analysis.misfits import misfit
from nodegraph.analysis.report import Probe, Problem, Report
from nodegraph.analysis.sharing import not_shared
from nodegraph.analysis.walk import Walk
from nodegraph.graph import Graph
from nodegraph.graph.active import passed
from nodegraph.recipe import Recipe
from nodegraph.say import say


def check(graph: Graph, recipe: Recipe | None = None, probe: Probe | None = None) -> Report:
    """Everything that can be said of a graph before it runs.

    With a recipe: also whether the network fits the data, the loss and the target. With a probe:
    also the types of layers without a rule; without one, those and what is behind them have no
    type, each such layer is reported as waiting, and the report is not ok. What is bypassed or
    disabled is not looked at; a bypassed node has the type of what it passes on.
    """
    walk = Walk.over(graph, probe)
    drawn, graph = graph, walk.graph
    unused = unused_nodes(graph)
    problems = [*incomplete(walk, recipe), *_blocked(walk)]
    problems += [misfit(walk, graph.nodes[node_id], recipe) for node_id in walk.refused]
    problems += not_shared(walk, unused)
    training = unfit(walk, recipe) if recipe is not None else []
    problems += [*training, *hints(walk, recipe, training), *dead_ends(walk, unused)]
    rank = {node_id: number for number, node_id in enumerate(graph.order)}
    problems.sort(key=lambda problem: -1 if problem.node is None else rank[problem.node])
    if drawn is not graph:
        live = ((port, walk.types.get(source)) for port, source in passed(drawn).items() if source)
        walk.types.update((port, kind) for port, kind in live if kind is not None)
    return Report(graph.order, walk.types, tuple(problems), walk.cost, unused)


def _blocked(walk: Walk) -> list[Problem]:
    problems = []
    for node_id, cause in walk.stuck.items():
        if cause is None:
            node = walk.graph.nodes[node_id]
            if all(port in walk.types for _, port in node.feeds):  # not one that waits behind it
                message = say("Its shape is known once torch has loaded")
                problems.append(Problem(node_id, message, "blocked"))
        elif cause != node_id:
            title = walk.graph.nodes[cause].title
            problems.append(
                Problem(node_id, say("Blocked by {0}", title), "blocked", blocked_by=cause)
            )
    return problems
