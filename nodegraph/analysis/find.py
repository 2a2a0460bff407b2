"""Which nodes a few typed words mean: by name, layer, settings, shape and problems.

Every word must be true of a node, in any order:

    conv              stands in the node's name or its layer's
    name:stem         stands in its name
    type:conv         stands in its layer's name, or begins its group or another word for it
    out>256           a setting, by its label on the node or the beginning of its name; also
    weights>=1000     `weights` and `ops`; compared by = != > < >= <=
    shape:*x512       the whole shape of an output, where * is anything
    error:            has an error; `hint:` and `blocked:` likewise; `error:grid` has it say so

Capitals do not matter. What can't be read is told in a sentence, and finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from operator import eq, ge, gt, le, lt, ne
from typing import Any, NamedTuple

from nodegraph.analysis.report import Problem, Report
from nodegraph.graph import Graph, Node, NodeId
from nodegraph.layers import Layer, spelled
from nodegraph.say import say
from nodegraph.setting import settings_of

_SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    ">=": ge, "<=": le, "!=": ne, ">": gt, "<": lt, "=": eq,
}  # fmt: skip
_EQUALS = ("=", "!=")
_COMPARED = re.compile(r"([^\W\d]\w*)(>=|<=|!=|>|<|=)(.*)")
_KEYED = re.compile(r"(\w+):(.*)")
_SEVERITIES = ("error", "hint", "blocked")
_KEYS = ("name", "type", "shape", *_SEVERITIES)


class Found(NamedTuple):
    """The nodes that a query means, as the network runs; `wrong` says what of it can't be read."""

    nodes: tuple[NodeId, ...] = ()
    wrong: str = ""


class _Facts:
    """What is known of a graph's nodes."""

    def __init__(self, graph: Graph, report: Report) -> None:
        self.graph, self.report = graph, report
        self.problems: dict[NodeId, list[Problem]] = {}
        for problem in report.problems:
            if problem.node is not None:
                self.problems.setdefault(problem.node, []).append(problem)

    def shapes(self, node: Node) -> list[str]:
        """The shapes of its outputs, as "bx512x7x7"."""
        known = (self.report.types.get(port) for port in node.outputs)
        return ["x".join(map(str, kind.dims)).lower() for kind in known if kind is not None]

    def cost(self, node: Node, name: str) -> int | None:
        """Its weights, or its multiply-adds."""
        cost = self.report.cost.get(node.id)
        if cost is None:
            return None
        return cost.weights if name == "weights" else cost.multiply_adds


_Test = Callable[[Node, _Facts], bool]


def find(query: str, graph: Graph, report: Report) -> Found:
    """The nodes for which every word of the query is true; all where there is none."""
    tests = []
    for word in query.split():
        test = _test(word.lower())
        if isinstance(test, str):
            return Found(wrong=test)
        tests.append(test)
    facts = _Facts(graph, report)
    order = dict.fromkeys((*report.order, *graph.nodes))  # nodes in a loop have no place in it
    return Found(
        tuple(
            node_id
            for node_id in order
            if (node := graph.nodes.get(node_id)) and all(test(node, facts) for test in tests)
        )
    )


def _test(word: str) -> _Test | str:
    """What one word asks of a node; a sentence where it can't be read."""
    if keyed := _KEYED.fullmatch(word):
        return _keyed(*keyed.groups())
    if compared := _COMPARED.fullmatch(word):
        return _compared(*compared.groups())
    return lambda node, _: word in node.title.lower() or word in node.layer.kind.lower()


def _keyed(key: str, value: str) -> _Test | str:
    match key:
        case "name":
            return lambda node, _: value in node.title.lower()
        case "type":
            return lambda node, _: _is_of_type(node.layer, value)
        case "shape":
            pattern = value.replace("×", "x") or "*"
            return lambda node, facts: any(fnmatchcase(s, pattern) for s in facts.shapes(node))
        case "error" | "hint" | "blocked":
            return lambda node, facts: any(
                problem.severity == key and value in problem.message.lower()
                for problem in facts.problems.get(node.id, ())
            )
    keys = ", ".join(f"{known}:" for known in _KEYS)
    return say("Nothing is known by {0}: – there are {1}", key, keys)


def _is_of_type(layer: Layer, value: str) -> bool:
    words = (layer.group.lower(), *layer.aliases)
    return value in layer.kind.lower() or any(word.startswith(value) for word in words)


def _compared(name: str, sign: str, text: str) -> _Test | str:
    if not text:
        return lambda node, facts: bool(_values(node, facts, name))  # it is being typed
    number = _number(text)
    if number is None and sign not in _EQUALS:
        return say("{0} can be compared with a number, not with {1}", name, text)
    holds = _SIGNS[sign]

    def is_true(value: Any) -> bool:
        if number is not None and type(value) in (int, float):
            return holds(value, number)
        return sign in _EQUALS and holds(spelled(value).lower(), text)

    return lambda node, facts: any(map(is_true, _values(node, facts, name)))


def _values(node: Node, facts: _Facts, name: str) -> list[Any]:
    """What a node has by that name: the numbers of a size each, or nothing."""
    if name in ("weights", "ops"):
        cost = facts.cost(node, name)
        return [] if cost is None else [cost]
    settings = settings_of(type(node.layer))
    exact = [s for s in settings if name in (s.short.lower(), s.name)]
    for setting in exact or [s for s in settings if s.name.startswith(name)][:1]:
        value = getattr(node.layer, setting.name)
        return list(value) if isinstance(value, tuple) else [value]
    return []


def _number(text: str) -> float | None:
    factor = {"k": 1e3, "m": 1e6, "g": 1e9}.get(text[-1:], 1.0)
    try:
        return float(text[:-1] if factor > 1 else text) * factor
    except ValueError:
        return None
