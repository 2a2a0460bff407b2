"""Branches that meet with different shapes: which one is odd, and how to make it fit.

The shape wanted is the one most branches have; where they are even, the smaller picture with more
channels, because a 1×1 convolution can step over pixels but not invent them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from nodegraph.analysis import fixes
from nodegraph.analysis.report import Fix, Problem
from nodegraph.analysis.walk import Inputs, Walk, changed, fits, turned
from nodegraph.graph import Node
from nodegraph.layers import Dim, Layer, Mismatch, TensorType
from nodegraph.say import say, together

JOINS = ("Add", "Subtract", "Multiply", "Concatenate", "Stack")
MOST = 3  # fixes offered


def unequal(walk: Walk, node: Node, x: Inputs, mismatch: Mismatch) -> Problem:
    """The problem of a node whose inputs have different shapes."""
    titles = [walk.graph.nodes[port.node].title for _, port in node.feeds]
    needed, came, what, parts = _compared(node.layer, x, mismatch)
    each = ", ".join(f"{title} {part}" for title, part in zip(titles, parts, strict=True))
    found: dict[str, Fix] = {}
    for target in _targets(x):
        for fix in _cures(walk, node, x, target):
            found.setdefault(fix.label, fix)
    return Problem(
        node.id,
        say("The inputs have different {0}: {1}", what, each),
        port=node.layer.inputs[0] if node.layer.variadic else mismatch.port,
        needed=needed,
        came=came,
        fixes=tuple(found.values())[:MOST],
    )


def _compared(layer: Layer, x: Inputs, mismatch: Mismatch) -> tuple[str, str, str, tuple[str, ...]]:
    """What was needed and what came, in what they differ, and each input's part of it."""
    whole = tuple(map(str, x))
    if len({t.dtype for t in x}) > 1 and len({t.dims for t in x}) == 1:
        kinds = tuple(t.dtype for t in x)
        return mismatch.needed, together(kinds), say("numbers"), kinds
    if len({t.rank for t in x}) > 1:
        return mismatch.needed, together(whole), say("numbers of dimensions"), whole
    rank = x[0].rank
    joined = _joined_axis(layer, rank)
    differ = [i for i in range(rank) if i != joined and len({t.dims[i] for t in x}) > 1]
    if joined is None and len(differ) == 1:
        target = _targets(x)[0]
        needed = say("{0} twice", target) if len(x) == 2 else say("{0} {1} times", target, len(x))
        parts = tuple(str(t.dims[differ[0]]) for t in x)
        return needed, together(parts), _named(differ[0], rank), parts
    if differ and all(i >= 2 for i in differ):
        parts = tuple("×".join(map(str, t.dims[2:])) for t in x)
        return mismatch.needed, together(whole), say("sizes"), parts
    return mismatch.needed, together(whole), say("shapes"), whole


def _named(axis: int, rank: int) -> str:
    if axis == 1 and rank > 3:
        return say("channels")
    return say("features") if axis == rank - 1 and rank < 4 else say("sizes")


def _joined_axis(layer: Layer, rank: int) -> int | None:
    """The dimension in which the inputs may differ."""
    dim = getattr(layer, "dim", 0)
    return dim % rank if layer.kind == "Concatenate" and rank else None


def _targets(x: Inputs) -> list[TensorType]:
    counts = Counter(x)
    places = {t: number for number, t in reversed(list(enumerate(x)))}

    def preference(t: TensorType) -> tuple[int, int, int, int]:
        sizes = sum(d for d in t.dims[2:] if isinstance(d, int))
        channels = t.dims[1] if t.rank > 1 and isinstance(t.dims[1], int) else 0
        return -counts[t], sizes, -channels, places[t]

    return sorted(counts, key=preference)


def _cures(walk: Walk, node: Node, x: Inputs, target: TensorType) -> list[Fix]:
    """Ways to give every odd input the wanted shape, each way for all of them in one step."""
    by_setting, by_insert = [], []
    for place, came in enumerate(x):
        wanted = _wanted(node.layer, target, came)
        if wanted is None or came == wanted:
            continue
        settled = next(_settled(walk, node, place, came, wanted), None)
        inserted = next(_inserted(node, place, came, wanted), None)
        by_setting.append(settled or inserted)
        by_insert.append(inserted)
    cures = []
    for way in (by_setting, by_insert):
        parts = [fix for fix in way if fix is not None]
        if parts and len(parts) == len(way):
            cures.append(fixes.both(*parts))
    return cures


def _wanted(layer: Layer, target: TensorType, came: TensorType) -> TensorType | None:
    """The shape this input should have: the target's, except where a joined one may differ."""
    axis = _joined_axis(layer, target.rank)
    if axis is None:
        return target
    if came.rank > target.rank == 2 and (flat := fits(fixes.made("Flatten"), (came,))):
        (came,) = flat
    return target.with_dim(axis, came.dims[axis]) if came.rank == target.rank else None


def _settled(
    walk: Walk, node: Node, place: int, came: TensorType, wanted: TensorType
) -> Iterator[Fix]:
    """Other settings for the layer that made the branch: its outputs, its padding, or both."""
    port = node.feeds[place][1]
    for maker in walk.back(port):
        if len(walk.graph.consumers[maker.id]) != 1 or not walk.alone(maker):
            return  # what else it feeds would change too
        out = fixes.out_setting(maker.layer)
        if out:
            for settings in _settings(maker.layer, out, came, wanted):
                settled = changed(maker.layer, **settings)
                made = settled and fits(settled, walk.typed[maker.id])
                if made and walk.along(maker, made, port) == wanted:
                    yield fixes.set_to(maker, **settings)
            return


def _settings(
    layer: Layer, out: str, came: TensorType, wanted: TensorType
) -> Iterator[dict[str, Any]]:
    """Settings worth trying: another number of outputs, another border, another step."""
    number: Dim = wanted.dims[1 if out == "out_channels" and wanted.rank > 1 else -1]
    outs: dict[str, Any] = {out: number} if isinstance(number, int) and number > 0 else {}
    if outs:
        yield outs
    others: list[dict[str, Any]] = []
    kernel, dilation = getattr(layer, "kernel_size", None), getattr(layer, "dilation", 1)
    if isinstance(kernel, int) and isinstance(dilation, int):
        others.append({"padding": (kernel - 1) * dilation // 2})
    stride, shrinks = getattr(layer, "stride", None), _shrinks(came, wanted)
    if isinstance(stride, int) and shrinks > 1:
        others.append({"stride": stride * shrinks})
    for other in others:
        yield other
        yield {**outs, **other}


def _shrinks(came: TensorType, wanted: TensorType) -> int:
    """How many times larger what came is, in every direction; 0 where they differ in that."""
    if came.rank != wanted.rank:
        return 0
    pairs = zip(came.dims[2:], wanted.dims[2:], strict=True)
    factors = {-(-a // b) for a, b in pairs if isinstance(a, int) and isinstance(b, int) and b}
    return factors.pop() if len(factors) == 1 else 0


def _inserted(node: Node, place: int, came: TensorType, wanted: TensorType) -> Iterator[Fix]:
    """New layers on the branch that turn what came into what is wanted."""
    for layers in _adapters(came, wanted):
        if turned(came, layers) == (wanted,):
            yield fixes.insert(node, place, *layers)


def _adapters(came: TensorType, wanted: TensorType) -> Iterator[tuple[Layer, ...]]:
    last = wanted.dims[-1] if wanted.dims else 0
    if came.rank == wanted.rank and 3 <= came.rank <= 5:
        channels = wanted.dims[1]
        stride = _shrinks(came, wanted)
        if isinstance(channels, int) and stride:
            kind = f"Conv{came.rank - 2}d"
            yield (fixes.made(kind, out_channels=channels, kernel_size=1, stride=stride),)
    flat = (fixes.made("Flatten"),) if came.rank > wanted.rank == 2 else ()
    if flat:
        yield flat
    if isinstance(last, int) and last > 0:
        yield (*flat, fixes.made("Linear", out_features=last))
