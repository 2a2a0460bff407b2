"""How weights start, in lines of `torch.nn.init`: the rules by layer type, then single nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nodegraph.codegen.layout import statement
from nodegraph.graph import Graph, Node, NodeId, Start
from nodegraph.graph.start import RECURRENT

Line = tuple[str, NodeId | None]


def start_lines(graph: Graph, owners: list[Node], attributes: Mapping[NodeId, str]) -> list[Line]:
    """The end of `__init__`: nothing where every weight starts as torch has it."""
    lines: list[Line] = []
    kinds = dict.fromkeys(node.layer.kind for node in owners)
    groups: dict[tuple[Start, bool], list[str]] = {}
    for kind in kinds:
        start = graph.starts.get(kind)
        if start is not None and start.inits:
            groups.setdefault((start, kind in RECURRENT), []).append(kind)
    if groups:
        lines.append(("        for module in self.modules():", None))
    word = "if"
    for (start, _), alike in groups.items():
        same = [node for node in owners if node.layer.kind in alike]
        types = ", ".join(f"nn.{kind}" for kind in alike)
        test = f"isinstance(module, {f'({types})' if len(alike) > 1 else types})"
        lines += [(line, None) for line in statement(f"{word} ", test, indent=12, tail=":")]
        lines += [(line, None) for line in _of_module(start, "module", same, indent=16)]
        word = "elif"
    for node in owners:
        if node.start is not None:
            module = f"self.{attributes[node.id]}"
            lines += [(line, node.id) for line in _of_module(node.start, module, [node], indent=8)]
    return lines


def _of_module(start: Start, module: str, nodes: list[Node], indent: int) -> Iterator[str]:
    lead = " " * indent
    if nodes[0].layer.kind in RECURRENT:
        yield f"{lead}for name, parameter in {module}.named_parameters():"
        test = "if"
        for word, init in start.inits.items():
            yield f'{lead}    {test} name.startswith("{word}"):'
            test = "elif"
            yield from statement("", init.call("parameter"), indent=indent + 8)
        return
    for name, init in start.inits.items():
        target = f"{module}.{name}"
        if all(_has(node, name) for node in nodes):
            yield from statement("", init.call(target), indent=indent)
        elif any(_has(node, name) for node in nodes):
            yield f"{lead}if {target} is not None:"
            yield from statement("", init.call(target), indent=indent + 4)


def _has(node: Node, name: str) -> bool:
    """Whether the node's module has that parameter: norms may have none, others no bias."""
    layer = node.layer
    if not getattr(layer, "affine", True) or not getattr(layer, "elementwise_affine", True):
        return False
    return name == "weight" or bool(getattr(layer, "bias", True))
