"""The drawing as an `nn.Module` that a good engineer would have written.

This text is what trains and what is exported: there is no second way to run a graph. Every line
knows its node, so a selection finds its code and an error in `forward` finds its node.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from nodegraph.analysis import Report
from nodegraph.codegen.layout import statement
from nodegraph.codegen.names import CODE_NAMES, MODULE_NAMES, Namespace, class_name, identifier
from nodegraph.codegen.starts import start_lines
from nodegraph.graph import Graph, Node, NodeId, Port
from nodegraph.layers import TensorType
from nodegraph.say import say


@dataclass(frozen=True)
class Source:
    """A module's text and, for each of its lines (from 1), the node it came from."""

    text: str
    lines: Mapping[int, NodeId]
    name: str  # of the class
    attributes: Mapping[NodeId, str]  # the node's module is `self.<attribute>`


class Incomplete(ValueError):
    """A graph that can't be written yet: a sentence with the node's name."""

    def __init__(self, message: str, node: NodeId | None = None) -> None:
        self.node = node
        super().__init__(message)


Line = tuple[str, NodeId | None]


def write(graph: Graph, report: Report, name: str) -> Source:
    """The graph as the text of one class named `name`.

    Raises Incomplete where a node's inputs are missing or do not fit: nothing is half-written.
    What is bypassed or disabled is not in it.
    """
    _must_be_complete(graph, report)
    graph = graph.active
    used = _used(graph)
    nodes = [graph.nodes[node_id] for node_id in report.order if node_id in used]
    own = class_name(name)
    owners = {node.id: _owner(graph, node) for node in nodes}
    built = _built(graph, report, set(owners.values()))
    attributes = _attributes(graph, owners, built)
    setup = _setup(graph, built, attributes)
    lines: list[Line] = [(f"class {own}(nn.Module):", None)]
    if setup:
        lines += [("    def __init__(self):", None), ("        super().__init__()", None)]
        lines += [*setup, ("", None)]
    lines += _Forward(graph, nodes, report, attributes).lines()
    lines = [*_imports(lines), ("", None), ("", None), *lines]
    text = "".join(f"{line}\n" for line, _ in lines)
    by_line = {at: node for at, (_, node) in enumerate(lines, 1) if node is not None}
    return Source(text, by_line, own, attributes)


def _must_be_complete(graph: Graph, report: Report) -> None:
    if not graph.nodes:
        raise Incomplete(say("The canvas is empty: add a layer first"))
    graph = graph.active
    for node_id in report.order:
        if node_id in report.cost:
            continue
        causes = {p.node: p for p in report.problems if p.severity == "error"}
        blocked = next((p for p in report.problems if p.node == node_id), None)
        cause = causes.get(node_id) or (blocked and causes.get(blocked.blocked_by)) or blocked
        node = graph.nodes[cause.node if cause and cause.node else node_id]
        why = cause.message if cause else say("its shape is not known")
        # Most messages begin with the node's title already.
        said = why if why.startswith(node.title) else say("{0}: {1}", node.title, why)
        raise Incomplete(said, node.id)
    if not any(node.layer.kind == "Output" for node in graph.nodes.values()):
        raise Incomplete(say("The network has no Output: add one and wire the result to it"))


def _used(graph: Graph) -> set[NodeId]:
    """The nodes that an output depends on; the rest would be unused lines."""
    waiting = [node.id for node in graph.nodes.values() if node.layer.kind == "Output"]
    seen = set(waiting)
    # Inputs stay, so the module is called with what the drawing says it takes.
    seen |= {node.id for node in graph.nodes.values() if node.layer.kind == "Input"}
    while waiting:
        for _, source in graph.nodes[waiting.pop()].feeds:
            if source.node not in seen:
                seen.add(source.node)
                waiting.append(source.node)
    return seen


def _inputs(node: Node, report: Report) -> tuple[TensorType, ...]:
    return tuple(report.types[port] for _, port in node.feeds)


def _owner(graph: Graph, node: Node) -> NodeId:
    """The node whose module this one uses: itself, unless it shares another's."""
    while node.shares is not None:
        node = graph.nodes[node.shares]
    return node.id


def _built(graph: Graph, report: Report, owners: set[NodeId]) -> dict[NodeId, str]:
    """The constructor's text of every module, in the order they are constructed."""
    nodes = (graph.nodes[node_id] for node_id in report.order if node_id in owners)
    texts = {node.id: node.layer.build(*_inputs(node, report)) for node in nodes}
    return {node_id: text for node_id, text in texts.items() if text is not None}


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


def _imports(lines: list[Line]) -> list[Line]:
    text = "\n".join(line for line, _ in lines)
    wanted = [
        ("import torch", r"\btorch\."),
        ("import torch.nn.functional as F", r"\bF\."),
        ("from torch import nn", r"\bnn\."),
    ]
    return [(line, None) for line, use in wanted if re.search(use, text)]


class _Forward:
    """Writes `forward`: a chain keeps its variable, a branch has its node's name, a merge is x."""

    def __init__(
        self, graph: Graph, nodes: list[Node], report: Report, attributes: Mapping[NodeId, str]
    ) -> None:
        self._nodes, self._report, self._attributes = nodes, report, attributes
        self._names = Namespace(CODE_NAMES)
        self._variables: dict[Port, str] = {}
        self._last_use: dict[Port, int] = {}
        self._uses = Counter(port for node in nodes for _, port in node.feeds)
        for at, node in enumerate(nodes):
            for _, port in node.feeds:
                # What is returned lives to the end.
                end = node.layer.kind == "Output"
                self._last_use[port] = len(nodes) if end else max(at, self._last_use.get(port, 0))

    def lines(self) -> list[Line]:
        lines = self._signature()
        for at, node in enumerate(self._nodes):
            if node.layer.kind not in ("Input", "Output"):
                lines += [(line, node.id) for line in self._call(at, node)]
        return lines + self._return()

    def _signature(self) -> list[Line]:
        entries = [node for node in self._nodes if node.layer.kind == "Input"]
        for node in entries:
            wanted = "x" if len(entries) == 1 else identifier(node.title, "x")
            self._variables[Port(node.id, "output")] = self._names.take(wanted)
        names = ", ".join(["self", *(self._variables[Port(n.id, "output")] for n in entries)])
        shapes = ", ".join(str(self._report.types[Port(n.id, "output")]) for n in entries)
        owner = entries[0].id if entries else None
        text = statement("def ", f"forward({names})", indent=4, comment=shapes, tail=":")
        return [(line, owner) for line in text]

    def _call(self, at: int, node: Node) -> list[str]:
        inputs = [self._variables[port] for _, port in node.feeds]
        called = node.layer.call(f"self.{self._attributes.get(node.id, '')}", *inputs)
        dying = self._dying(at, node)
        for name in dying:
            self._names.free(name)
        targets = [self._target(Port(node.id, name), node, dying) for name in node.layer.outputs]
        outputs = [Port(node.id, name) for name in node.layer.outputs]
        used = next((port for port in outputs if port in self._last_use), outputs[0])
        shape = self._report.types[used]
        before = self._report.types[node.feeds[0][1]] if node.feeds else None
        comment = str(shape) if shape != before else ""
        left = targets[0] if len(targets) == 1 else node.layer.unpack(*targets)
        return statement(f"{left} = ", called, indent=8, comment=comment)

    def _dying(self, at: int, node: Node) -> list[str]:
        """The variables that nothing reads after this node, each once."""
        last = [self._variables[port] for _, port in node.feeds if self._last_use[port] <= at]
        return list(dict.fromkeys(last))

    def _target(self, port: Port, node: Node, dying: list[str]) -> str:
        if port not in self._last_use:
            return "_"
        first = port.name == node.layer.outputs[0]
        chained = [self._variables[fed] for _, fed in node.feeds if self._uses[fed] == 1]
        if first and ("x" in chained or len(dying) > 1):
            wanted = "x"
        elif first and chained:
            wanted = chained[0]
        else:
            title = identifier(node.title, node.layer.stem)
            wanted = title if first else f"{title}_{port.name}"
        self._variables[port] = self._names.take(wanted)
        return self._variables[port]

    def _return(self) -> list[Line]:
        exits = [node for node in self._nodes if node.layer.kind == "Output"]
        values = ", ".join(self._variables[node.feeds[0][1]] for node in exits)
        return [(line, exits[0].id) for line in statement("return ", values, indent=8)]
