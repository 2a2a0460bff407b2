"""The drawing as an `nn.Module` that a good engineer would have written.

This text is what trains and what is exported: there is no second way to run a graph. Every line
knows its node, so a selection finds its code and an error in `forward` finds its node.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from nodegraph.analysis import Problem, Report
from nodegraph.codegen.layout import statement
from nodegraph.codegen.names import CODE_NAMES, MODULE_NAMES, Namespace, class_name, identifier
from nodegraph.codegen.starts import Line, start_lines
from nodegraph.graph import Graph, Node, NodeId, Port
from nodegraph.graph.active import owner as owner_of
from nodegraph.layers import Layer, TensorType
from nodegraph.say import say


@dataclass(frozen=True)
class Source:
    """A module's text and, for each of its lines (from 1), the node it came from."""

    text: str
    lines: Mapping[int, NodeId]
    name: str  # of the class
    attributes: Mapping[NodeId, str]  # the node's module is `self.<attribute>`
    variables: Mapping[Port, str]  # what takes an output in `forward`, once its line is done


class Incomplete(ValueError):
    """A graph that can't be written yet: a sentence with the node's name."""

    def __init__(self, message: str, node: NodeId | None = None) -> None:
        self.node = node
        super().__init__(message)


def write(graph: Graph, report: Report, name: str) -> Source:
    """The graph as the text of one class named `name`.

    Raises Incomplete where a node's inputs are missing or do not fit: nothing is half-written.
    What is bypassed or disabled is not in it.
    """
    _must_be_complete(graph, report)
    graph = graph.active
    # Inputs stay, so the module is called with what the drawing says it takes.
    order = [graph.nodes[node_id] for node_id in report.order]
    nodes = [n for n in order if n.id not in report.unused or n.layer.kind == "Input"]
    own = class_name(name)
    owners = {node.id: (owner_of(graph, node) or node).id for node in nodes}
    built = _built(graph, report, set(owners.values()))
    attributes = _attributes(graph, owners, built)
    setup = _setup(graph, built, attributes)
    head = statement("class ", f"{own}(nn.Module)", indent=0, tail=":")
    lines: list[Line] = [(line, None) for line in head]
    if setup:
        lines += [("    def __init__(self):", None), ("        super().__init__()", None)]
        lines += [*setup, ("", None)]
    forward = _Forward(nodes, report, attributes)
    lines += forward.lines()
    body = "".join(f"{line}\n" for line, _ in lines)
    above = "".join(f"{line}\n" for line in (*_imports(body), "", ""))
    first = above.count("\n") + 1
    by_line = {at: node for at, (_, node) in enumerate(lines, first) if node is not None}
    return Source(above + body, by_line, own, attributes, forward.variables)


def _must_be_complete(graph: Graph, report: Report) -> None:
    if not graph.nodes:
        raise Incomplete(say("The canvas is empty: add a layer first"))
    for node_id in report.order:
        if node_id not in report.cost:
            unknown = Problem(node_id, say("its shape is not known"))
            problem = report.worst.get(node_id, unknown)
            cause = report.worst.get(problem.blocked_by or "", problem)
            raise Incomplete(cause.sentence(graph), cause.node)
    if not graph.active.of_kind("Output"):
        raise Incomplete(say("The network has no Output: add one and wire the result to it"))


def _inputs(node: Node, report: Report) -> tuple[TensorType, ...]:
    return tuple([report.types[port] for _, port in node.feeds])


def _built(graph: Graph, report: Report, owners: set[NodeId]) -> dict[NodeId, str]:
    """The constructor's text of every module, in the order they are constructed."""
    nodes = (graph.nodes[node_id] for node_id in report.order if node_id in owners)
    texts = {node.id: _constructor(node.layer, _inputs(node, report)) for node in nodes}
    return {node_id: text for node_id, text in texts.items() if text is not None}


@lru_cache(maxsize=16_384)  # as in `analysis.walk`: an edit leaves nearly all as they were
def _constructor(layer: Layer, x: tuple[TensorType, ...]) -> str | None:
    return layer.build(*x)


def _attributes(
    graph: Graph, owners: Mapping[NodeId, NodeId], built: Mapping[NodeId, str]
) -> dict[NodeId, str]:
    names = Namespace(MODULE_NAMES)
    found = {}
    for node_id in built:
        node = graph.nodes[node_id]
        found[node_id] = names.take(identifier(node.title, node.layer.stem))
    return found | {node: found[owner] for node, owner in owners.items() if owner in found}


def _setup(
    graph: Graph, built: Mapping[NodeId, str], attributes: Mapping[NodeId, str]
) -> list[Line]:
    lines: list[Line] = []
    for node_id, text in built.items():
        head = f"self.{attributes[node_id]} = "
        lines += [(line, node_id) for line in statement(head, text, indent=8)]
    return lines + start_lines(graph, [graph.nodes[node_id] for node_id in built], attributes)


def _imports(text: str) -> list[str]:
    wanted = [
        ("import torch", "torch."),
        ("import torch.nn.functional as F", "F."),
        ("from torch import nn", "nn."),
    ]
    # A plain search first: it is many times as quick, and most often finds nothing.
    return [
        line
        for line, use in wanted
        if use in text and re.search(rf"(?<![\w.]){re.escape(use)}", text)
    ]


class _Forward:
    """Writes `forward`: a chain keeps its variable, a branch has its node's name, a merge is x."""

    def __init__(self, nodes: list[Node], report: Report, attributes: Mapping[NodeId, str]) -> None:
        self._nodes, self._report, self._attributes = nodes, report, attributes
        self._names = Namespace(CODE_NAMES)
        self.variables: dict[Port, str] = {}
        self._uses = Counter(port for node in nodes for _, port in node.feeds)
        self._left = dict(self._uses)  # of these, the ones still to be written

    def lines(self) -> list[Line]:
        lines = self._signature()
        for node in self._nodes:
            if node.layer.kind not in ("Input", "Output"):  # so what is returned lives to the end
                lines += [(line, node.id) for line in self._call(node)]
        return lines + self._return()

    def _signature(self) -> list[Line]:
        entries = [node for node in self._nodes if node.layer.kind == "Input"]
        for node in entries:
            wanted = "x" if len(entries) == 1 else identifier(node.title, "x")
            self.variables[node.outputs[0]] = self._names.take(wanted)
        names = ", ".join(["self", *(self.variables[node.outputs[0]] for node in entries)])
        shapes = ", ".join(str(self._report.types[node.outputs[0]]) for node in entries)
        owner = entries[0].id if entries else None
        text = statement("def ", f"forward({names})", indent=4, comment=shapes, tail=":")
        return [(line, owner) for line in text]

    def _call(self, node: Node) -> list[str]:
        layer, types, feeds = node.layer, self._report.types, node.feeds
        inputs = [self.variables[port] for _, port in feeds]
        called = layer.call(f"self.{self._attributes.get(node.id, '')}", *inputs)
        left = self._targets(node, inputs)
        shown = [port for port in node.outputs if port in self._uses] or node.outputs
        shape = types[shown[0]]
        comment = "" if feeds and types[feeds[0][1]] == shape else str(shape)
        head = left[0] if len(left) == 1 else layer.unpack(*left)
        return statement(f"{head} = ", called, indent=8, comment=comment)

    def _targets(self, node: Node, inputs: list[str]) -> list[str]:
        """The variables that take what a node gives: those that nothing reads after it are free."""
        dying, chained = 0, []
        for name, (_, port) in zip(inputs, node.feeds, strict=True):
            self._left[port] -= 1
            if not self._left[port]:
                self._names.free(name)
                dying += 1
                if self._uses[port] == 1:
                    chained.append(name)
        return [self._target(port, node, dying, chained) for port in node.outputs]

    def _target(self, port: Port, node: Node, dying: int, chained: list[str]) -> str:
        if port not in self._uses:
            return "_"
        first = port is node.outputs[0]
        if first and ("x" in chained or dying > 1):
            wanted = "x"
        elif first and chained:
            wanted = chained[0]
        else:
            title = identifier(node.title, node.layer.stem)
            wanted = title if first else f"{title}_{port.name}"
        self.variables[port] = self._names.take(wanted)
        return self.variables[port]

    def _return(self) -> list[Line]:
        exits = [node for node in self._nodes if node.layer.kind == "Output"]
        values = ", ".join(self.variables[node.feeds[0][1]] for node in exits)
        return [(line, exits[0].id) for line in statement("return ", values, indent=8)]
