"""A layer that can't take what came: the sentence, and what could be done about it.

Every cure is tried on the layer's own rule first and offered only where the rule accepts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from math import isqrt

from nodegraph.analysis import fixes, modes
from nodegraph.analysis.complete import joinable
from nodegraph.analysis.joins import JOINS, unequal
from nodegraph.analysis.report import Fix, Problem
from nodegraph.analysis.walk import Inputs, Walk, changed, fits
from nodegraph.graph import Node, Port
from nodegraph.layers import LAYERS, Layer, Mismatch, TensorType, spelled
from nodegraph.recipe import Recipe
from nodegraph.say import say, together

# Settings that must divide something the wire tells; the nearest smaller one that does is offered.
DIVISORS = ("groups", "num_groups", "num_heads", "nhead")
STEPPED = ("Recurrent", "Attention")  # layers of these groups read batch × steps × features
TRIED = 10_000  # numbers tried as divisors: of no real network's sizes is one left out


def misfit(walk: Walk, node: Node, recipe: Recipe | None) -> Problem:
    """The problem of a node whose layer refused its inputs."""
    x, mismatch = walk.refused[node.id]
    if node.layer.kind in JOINS and len(x) > 1:
        return unequal(walk, node, x, mismatch)
    return Problem(
        node.id,
        _sentence(walk, node, x, mismatch),
        port=mismatch.port,
        needed="" if _in_torchs_words(mismatch) else mismatch.needed,
        came=mismatch.came,
        fixes=tuple(islice(chain(modes.cures(walk, node), _cures(walk, node, x, recipe)), 3)),
    )


def _sentence(walk: Walk, node: Node, x: Inputs, mismatch: Mismatch) -> str:
    if _in_torchs_words(mismatch):
        return say("It {0}", str(mismatch))
    names = [name for name, _ in node.feeds]
    place = names.index(mismatch.port) if mismatch.port in names else 0
    if _too_small(node.layer, x):
        sizes = "×".join(map(str, x[0].dims[2:]))
        kernel = spelled(node.layer.kernel_size)  # type: ignore[attr-defined]
        return say(
            "Its kernel of {0} is larger than the {1} from {2}", kernel, sizes, _source(walk, node)
        )
    if len(x) > 1 and not mismatch.port:
        return say("Its inputs do not fit together: {0}", together(x))
    if mismatch.came not in map(str, x):
        return say("It needs {0}, got {1}", mismatch.needed, mismatch.came)
    source = _source(walk, node, place)
    if len(x) > 1:
        return say("It can't take {0} from {1} into {2}", x[place], source, names[place])
    return say("It can't take {0} from {1}", x[place], source)


def _in_torchs_words(mismatch: Mismatch) -> bool:
    """Whether a trial refused: what torch says is a whole sentence, not what was needed."""
    return not str(mismatch).startswith("needs ")


def _source(walk: Walk, node: Node, place: int = 0) -> str:
    return walk.graph.nodes[node.feeds[place][1].node].title


def _cures(walk: Walk, node: Node, x: Inputs, recipe: Recipe | None) -> Iterator[Fix]:
    layer = node.layer
    if len(x) == 1:
        (came,) = x
        if _too_small(layer, x):
            yield from _smaller_kernel(node, came)
        if (sibling := _sibling(layer, came)) and fits(sibling, x):
            yield fixes.use(node, sibling)
        before = walk.graph.nodes[node.feeds[0][1].node]
        earlier = walk.typed.get(before.id)
        alone = len(walk.graph.consumers[before.id]) == 1
        if before.layer.kind == "Flatten" and alone and earlier and fits(layer, earlier):
            yield fixes.remove(before)
        yield from _other_numbers(node, before, came, recipe)
        for between in _shapers(layer, came):
            shaped: Inputs | None = x
            for one in between:
                shaped = fits(one, shaped) if shaped else None
            if shaped and fits(layer, shaped):
                yield fixes.insert(node, 0, *between)
        if node.layer.variadic:  # joins nothing
            for source in joinable(walk, node):
                label = say("Connect {0}", walk.graph.nodes[source.node].title)
                yield fixes.connect(label, source, Port(node.id, node.layer.inputs[0]))
            yield fixes.remove(node)
    else:
        yield from _multiplied(walk, node, x)
    for name in DIVISORS:
        for value in _divisors(x, getattr(layer, name, 1)):
            settled = changed(layer, **{name: value})
            if settled and fits(settled, x):
                yield fixes.set_to(node, **{name: value})
                break


def _divisors(x: Inputs, below: int) -> list[int]:
    """The numbers below that divide some size of the inputs, the largest first."""
    sizes = {dim for t in x for dim in t.dims if isinstance(dim, int)}
    small = {
        (dim, d) for dim in sizes for d in range(1, min(isqrt(dim), TRIED) + 1) if dim % d == 0
    }
    found = {d for _, d in small} | {dim // d for dim, d in small}
    return sorted((d for d in found if d < below), reverse=True)


def _other_numbers(
    node: Node, before: Node, came: TensorType, recipe: Recipe | None
) -> Iterator[Fix]:
    """Whole numbers where decimals came, or the other way round."""
    if before.layer.kind == "Input":
        # What a recipe's data holds can't be chosen: it is decimals.
        for dtype in ("float32",) if recipe else ("float32", "int64"):
            if dtype != came.dtype and fits(node.layer, (came._replace(dtype=dtype),)):
                yield fixes.set_to(before, dtype=dtype)
    if node.layer.kind == "Embedding" and came.dtype == "float32":
        features = node.layer.embedding_dim  # type: ignore[attr-defined]
        yield fixes.use(node, fixes.made("Linear", out_features=features))


def _multiplied(walk: Walk, node: Node, x: Inputs) -> Iterator[Fix]:
    """For layers that multiply their inputs: one turned around, or with other features."""
    sizes = {dim: None for t in x for dim in t.dims[-2:] if isinstance(dim, int)}
    places = list(enumerate(x))
    for place, came in reversed(places):  # keys are turned rather than queries
        if came.rank > 2:
            last = came.rank - 1
            turned = fixes.made("Permute", dims=(*range(last - 1), last, last - 1))
            yield from _on_wire(walk, node, x, place, turned)
    for place, came in places:
        for number in sizes:
            if came.dims and number != came.dims[-1]:
                linear = fixes.made("Linear", out_features=number)
                yield from _on_wire(walk, node, x, place, linear)


def _on_wire(walk: Walk, node: Node, x: Inputs, place: int, layer: Layer) -> Iterator[Fix]:
    """ "Insert Permute after key", where that fits."""
    made = fits(layer, (x[place],))
    if made and fits(node.layer, (*x[:place], *made, *x[place + 1 :])):
        fix = fixes.insert(node, place, layer)
        yield replace(fix, label=say("{0} after {1}", fix.label, _source(walk, node, place)))


def _too_small(layer: Layer, x: Inputs) -> bool:
    """Whether a kernel of 1 would fit where this one doesn't."""
    if len(x) != 1 or not hasattr(layer, "kernel_size"):
        return False
    point = changed(layer, kernel_size=1)
    return point is not None and fits(point, x) is not None


def _smaller_kernel(node: Node, came: TensorType) -> Iterator[Fix]:
    """A kernel as large as what came, or a border that makes what came as large as the kernel."""
    smallest = min(dim for dim in came.dims[2:] if isinstance(dim, int))
    smaller = changed(node.layer, kernel_size=smallest)
    if smaller and fits(smaller, (came,)):
        yield fixes.set_to(node, kernel_size=smallest)
    kernel, dilation = (getattr(node.layer, name, 1) for name in ("kernel_size", "dilation"))
    if isinstance(kernel, int) and isinstance(dilation, int):
        padding = (dilation * (kernel - 1) + 2 - smallest) // 2
        padded = changed(node.layer, padding=padding)
        if padded and fits(padded, (came,)):
            yield fixes.set_to(node, padding=padding)


def _sibling(layer: Layer, came: TensorType) -> Layer | None:
    """The same layer for as many directions as came: BatchNorm1d for BatchNorm2d."""
    kind = layer.kind
    if kind[-2:] not in ("1d", "2d", "3d"):
        return None
    other = LAYERS.get(f"{kind[:-2]}{max(came.rank - 2, 1)}d")
    if other is None or other is type(layer):
        return None
    single = {
        name: value[0] if isinstance(value, tuple) else value
        for name, value in layer.changed().items()
    }
    return changed(other(), **single)


def _shapers(layer: Layer, came: TensorType) -> Iterator[tuple[Layer, ...]]:
    """Layers, one after the other, that give what came another number of dimensions."""
    if came.rank > 2:
        yield (fixes.made("Flatten"),)
        yield (fixes.made("Unsqueeze", dim=1),)  # one channel
        if layer.group in STEPPED:
            for dim in range(1, came.rank):
                if came.dims[dim] == 1:
                    yield (fixes.made("Squeeze", dim=dim),)
            # Each place of a picture is a step, its channels are the features.
            yield fixes.made("Flatten", start_dim=2), fixes.made("Permute", dims=(0, 2, 1))
    elif came.rank == 2 and isinstance(came.dims[1], int):
        yield (fixes.made("Unflatten", dim=1, unflattened_size=(1, came.dims[1])),)
        side = round(came.dims[1] ** 0.5)
        if side * side == came.dims[1]:
            yield (fixes.made("Unflatten", dim=1, unflattened_size=(1, side, side)),)
