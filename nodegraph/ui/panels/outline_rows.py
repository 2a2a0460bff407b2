"""What the outline says of each port and wire of a node, in words and aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from nodegraph.graph import Feed, Graph, Node, NodeId, Port, Wire
from nodegraph.layers import TensorType

SIGNS = {"error": "●", "hint": "▲", "blocked": "○"}
Types = Mapping[Port, TensorType]


class Row(NamedTuple):
    """A port of a node, or one wire at it."""

    port: Port
    is_output: bool
    other: Port | None  # the far end of the wire; None: the port itself
    text: str
    shape: str
    told: str  # as a screen reader says it
    alone: bool = False  # an input that has one row, wired or not

    @property
    def key(self) -> tuple[Port, bool, Port | None]:
        """What makes two rows the same one, whatever they say."""
        return self.port, self.is_output, None if self.alone else self.other

    @property
    def wire(self) -> Wire | None:
        """The wire of this row; None for a port."""
        if self.other is None:
            return None
        return Wire(self.port, self.other) if self.is_output else Wire(self.other, self.port)


def rows_of(graph: Graph, types: Types, node_id: NodeId) -> tuple[Row, ...]:
    """Inputs with what feeds them, then outputs with what they feed."""
    node = graph.nodes[node_id]
    return (*_inputs(graph, types, node), *_outputs(graph, types, node))


def _inputs(graph: Graph, types: Types, node: Node) -> Iterator[Row]:
    for name in node.layer.inputs:
        port = Port(node.id, name)
        sources = [source for fed, source in node.feeds if fed == name]
        for source in sources:
            shape, title = _shape(types, source), graph.nodes[source.node].title
            told = _words("{0} of {1} from {2} {3}").format(name, node.title, title, source.name)
            text, alone = f"{name} ← {title}.{source.name}", not node.layer.variadic
            if off := _off(node, (name, source)):
                text, shape = f"{text} · {off}", ""
            yield Row(port, False, source, text, shape, _aloud(told, off or shape), alone)
        if not sources or node.layer.variadic:
            what = _words("one more") if sources else _words("nothing yet")
            told = _words("{0} of {1}, takes {2}" if sources else "{0} of {1}, fed by {2}")
            yield Row(
                port, False, None, f"{name} ← {what}", "", told.format(name, node.title, what)
            )


def _outputs(graph: Graph, types: Types, node: Node) -> Iterator[Row]:
    for name in node.layer.outputs:
        port = Port(node.id, name)
        shape = _shape(types, port)
        told = _words("{0} of {1}").format(name, node.title)
        yield Row(port, True, None, name, shape, _aloud(told, shape))
        for consumer in graph.consumers[node.id]:
            fed = graph.nodes[consumer]
            for entry, source in fed.feeds:
                if source == port:
                    told = _words("{0} of {1} to {2} {3}").format(
                        name, node.title, fed.title, entry
                    )
                    text = f"{name} → {fed.title}.{entry}"
                    if off := _off(fed, (entry, port)):
                        text = f"{text} · {off}"
                    yield Row(port, True, Port(consumer, entry), text, "", _aloud(told, off))


def _off(node: Node, feed: Feed) -> str:
    """What is said of a wire that carries nothing; empty for one that does."""
    return _words("disabled") if feed in node.off else ""


def _shape(types: Types, port: Port) -> str:
    known = types.get(port)
    return "" if known is None else str(known)


def _aloud(told: str, more: str) -> str:
    return f"{told}, {more}" if more else told


def _words(text: str) -> str:
    return QCoreApplication.translate("Outline", text)
