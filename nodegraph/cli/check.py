"""`nodegraph check`: layers, shapes, weights and cost of a drawing, and its problems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nodegraph
from nodegraph.analysis import Problem, Report
from nodegraph.cli.say import DONE, PROBLEMS, as_line, out, table
from nodegraph.document import Drawing
from nodegraph.graph import Node
from nodegraph.layers import Batch, Dim, TensorType


def check(path: Path, as_json: bool) -> int:
    """Prints the report of a file; the exit code says whether it can train."""
    drawing = nodegraph.load(path)
    report = nodegraph.check(drawing)
    if as_json:
        out(as_line(told(drawing, report)))
    else:
        for line in lines(drawing, report):
            out(line)
    return DONE if report.ok else PROBLEMS


def told(drawing: Drawing, report: Report) -> dict[str, Any]:
    """The report as `--json` prints it; nodes that do not run tell their mode and weigh nothing."""
    graph = drawing.graph
    return {
        "ok": report.ok,
        "weights": report.weights,
        "nodes": [_node(graph.nodes[node_id], report) for node_id in graph.order],
        "problems": [_problem(problem) for problem in report.problems],
    }


def _node(node: Node, report: Report) -> dict[str, Any]:
    cost = report.cost.get(node.id)
    given = _given(node, report)
    told = {
        "id": node.id,
        "layer": node.layer.kind,
        "output": [_dim(dim) for dim in given.dims] if given else None,
        "weights": cost.weights if cost else None,
    }
    return told if node.mode == "on" else {**told, "weights": 0, "mode": node.mode}


def _given(node: Node, report: Report) -> TensorType | None:
    """What comes out of a node's first output; None where there is none or it is not known."""
    return next(map(report.types.get, node.outputs), None)


def _dim(dim: Dim) -> int | str:
    return str(dim) if isinstance(dim, Batch) else dim


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "node": problem.node,
        "severity": problem.severity,
        "message": problem.message,
        "needed": problem.needed,
        "came": problem.came,
        "fixes": [fix.label for fix in problem.fixes],
    }


def lines(drawing: Drawing, report: Report) -> list[str]:
    """The report as people read it."""
    nodes = [drawing.graph.nodes[node_id] for node_id in drawing.graph.order]
    rows = [("node", "layer", "output", "weights")]
    rows += [(n.title, _layer(n), _shape(n, report), _weights(n, report)) for n in nodes]
    found = [line for problem in report.problems for line in _problem_lines(drawing, problem)]
    can = "It can train." if report.ok else "It can't train yet."
    known = "" if report.whole else ", as far as it is known"
    return [
        f"{drawing.name}: {len(nodes)} nodes, {report.weights:,} weights, "
        f"{report.multiply_adds:,} multiply-adds a sample{known}",
        "",
        *table(rows, right=frozenset({3})),
        "",
        *found,
        can,
    ]


def _layer(node: Node) -> str:
    return node.layer.kind if node.mode == "on" else f"{node.layer.kind}, {node.mode}"


def _shape(node: Node, report: Report) -> str:
    if not node.outputs or node.mode == "disabled":
        return ""
    return str(_given(node, report) or "?")


def _weights(node: Node, report: Report) -> str:
    cost = report.cost.get(node.id)
    return f"{cost.weights:,}" if cost and cost.weights else ""


def _problem_lines(drawing: Drawing, problem: Problem) -> list[str]:
    said = [f"{problem.severity}: {problem.sentence(drawing.graph)}"]
    if problem.detail:
        said.append(f"    {problem.detail}")
    return said + [f"    fix: {fix.label}" for fix in problem.fixes]
