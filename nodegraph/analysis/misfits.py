"""A layer that can't take what came: the sentence, and what could be done about it.

Every cure is tried on the layer's own rule first and offered only where the rule accepts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from nodegraph.analysis import fixes
from nodegraph.analysis.joins import JOINS, unequal
from nodegraph.analysis.report import Fix, Problem
from nodegraph.analysis.walk import Inputs, Walk, changed, fits
from nodegraph.graph import Node
from nodegraph.layers import LAYERS, Batch, Layer, Mismatch, TensorType, spelled
from nodegraph.recipe import Recipe

# Settings that must divide something the wire tells; the nearest smaller one that does is offered.
DIVISORS = ("groups", "num_groups", "num_heads", "nhead")


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
        fixes=tuple(islice(_cures(walk, node, x, recipe), 3)),
    )


def _sentence(walk: Walk, node: Node, x: Inputs, mismatch: Mismatch) -> str:
    if _in_torchs_words(mismatch):
        return f"It {mismatch}"
    names = [name for name, _ in node.feeds]
    place = names.index(mismatch.port) if mismatch.port in names else 0
    if _too_small(node.layer, x):
        sizes = "×".join(map(str, x[0].dims[2:]))
        kernel = spelled(node.layer.kernel_size)  # type: ignore[attr-defined]
        return f"Its kernel of {kernel} is larger than the {sizes} from {_source(walk, node)}"
    if len(x) > 1 and not mismatch.port:
        return f"Its inputs do not fit together: {' and '.join(map(str, x))}"
    if mismatch.came not in map(str, x):
        return f"It needs {mismatch.needed}, got {mismatch.came}"
    into = f" into {names[place]}" if len(x) > 1 else ""
    return f"It can't take {x[place]} from {_source(walk, node, place)}{into}"


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
        for between in _shapers(came):
            if (shaped := fits(between, x)) and fits(layer, shaped):
                yield fixes.insert(node, 0, between)
        if node.layer.variadic:  # joins nothing
            yield fixes.remove(node)
    else:
        yield from _multiplied(node, x)
    for name in DIVISORS:
        for value in range(getattr(layer, name, 1) - 1, 0, -1):
            settled = changed(layer, **{name: value})
            if settled and fits(settled, x):
                yield fixes.set_to(node, **{name: value})
                break


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


def _multiplied(node: Node, x: Inputs) -> Iterator[Fix]:
    """For layers that multiply their inputs: another number of features, or turned around."""
    features = {t.dims[-1]: None for t in x if t.dims} | {t.dims[-2]: None for t in x if t.rank > 1}
    for place, came in enumerate(x):
        if came.rank > 2:
            turned = fixes.made(
                "Permute", dims=(*range(came.rank - 2), came.rank - 1, came.rank - 2)
            )
            if (y := fits(turned, (came,))) and fits(node.layer, _with(x, place, y[0])):
                yield fixes.insert(node, place, turned)
    for place, came in enumerate(x):
        for number in features:
            if isinstance(number, Batch) or number == came.dims[-1]:
                continue
            linear = fixes.made("Linear", out_features=number)
            if (y := fits(linear, (came,))) and fits(node.layer, _with(x, place, y[0])):
                yield fixes.insert(node, place, linear)


def _with(x: Inputs, place: int, other: TensorType) -> Inputs:
    return (*x[:place], other, *x[place + 1 :])


def _too_small(layer: Layer, x: Inputs) -> bool:
    """Whether a kernel of 1 would fit where this one doesn't."""
    if len(x) != 1 or not hasattr(layer, "kernel_size"):
        return False
    point = changed(layer, kernel_size=1) or changed(layer, kernel_size=1, padding=0)
    return point is not None and fits(point, x) is not None


def _smaller_kernel(node: Node, came: TensorType) -> Iterator[Fix]:
    sizes = [dim for dim in came.dims[2:] if isinstance(dim, int)]
    for size in range(min(sizes), 0, -1):
        smaller = changed(node.layer, kernel_size=size)
        if smaller and fits(smaller, (came,)):
            yield fixes.set_to(node, kernel_size=size)
            break
    if isinstance(getattr(node.layer, "padding", None), str):
        return
    kernel = node.layer.kernel_size  # type: ignore[attr-defined]
    for padding in range(1, max(kernel if isinstance(kernel, tuple) else (kernel,)) + 1):
        padded = changed(node.layer, padding=padding)
        if padded and fits(padded, (came,)):
            yield fixes.set_to(node, padding=padding)
            break


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


def _shapers(came: TensorType) -> Iterator[Layer]:
    """Layers that give what came another number of dimensions."""
    if came.rank > 2:
        yield fixes.made("Flatten")
    elif came.rank == 2 and isinstance(came.dims[1], int):
        yield fixes.made("Unflatten", dim=1, unflattened_size=(1, came.dims[1]))
        side = round(came.dims[1] ** 0.5)
        if side * side == came.dims[1]:
            yield fixes.made("Unflatten", dim=1, unflattened_size=(1, side, side))
