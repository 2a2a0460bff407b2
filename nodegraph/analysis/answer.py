"""Whether the network's answer has the shape of what the loss compares it with.

The cause is looked for where it was made: a picture that went into a Linear unflattened, or a
last layer with another number of outputs. Only then it is the Output's.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from nodegraph.analysis import fixes
from nodegraph.analysis.pictures import pictures_into_linear
from nodegraph.analysis.report import Fix, Problem
from nodegraph.analysis.walk import Walk, changed, fits, turned
from nodegraph.graph import Node, Port
from nodegraph.layers import B, Layer, TensorType
from nodegraph.recipe import Recipe
from nodegraph.say import say

MOST = 3  # fixes offered, and places looked at for a missing Flatten


def unlike_target(walk: Walk, entry: Node | None, output: Node, recipe: Recipe) -> list[Problem]:
    """The one problem of an answer that can't be compared with its target; or none."""
    came = walk.typed.get(output.id)
    wanted = _wanted(walk, entry, recipe)
    if came is None or wanted is None or came[0] == wanted:
        return []
    return [
        _unflattened(walk, output, wanted)
        or _other_number(walk, output, wanted, recipe)
        or _at_output(output, came[0], wanted, recipe)
    ]


def _wanted(walk: Walk, entry: Node | None, recipe: Recipe) -> TensorType | None:
    if recipe.target == "input":
        return walk.types.get(Port(entry.id, "output")) if entry else None
    return TensorType((B, 1 if recipe.dataset.classes is None else recipe.dataset.classes))


def _target(recipe: Recipe) -> str:
    """What the target holds, in words: "MNIST has 10 classes"."""
    data = recipe.dataset
    if recipe.target == "input":
        return say("The target is the input itself")
    if not data.classes:
        return say("{0} has 1 value a sample", data.title)
    return say("{0} has {1} classes", data.title, data.classes)


def _unflattened(walk: Walk, output: Node, wanted: TensorType) -> Problem | None:
    """A picture that went into a Linear as it was, so that the answer is a picture too."""
    if wanted.rank != 2:
        return None
    flatten = fixes.made("Flatten")
    for node in pictures_into_linear(walk)[:MOST]:
        (came,) = walk.typed[node.id]
        flat = fits(flatten, (came,))
        made = flat and fits(node.layer, flat)
        arrives = made and walk.after({Port(node.id, "output"): made[0]}, output.id)
        if arrives and arrives[0].rank == wanted.rank:
            answer = walk.typed[output.id][0]
            assert flat
            return Problem(
                node.id,
                say(
                    "It weighs only the last dimension of the picture {0}, so the answer "
                    "is {1}, not {2}",
                    came,
                    answer,
                    wanted,
                ),
                port="input",
                needed=say("{0} features ({1})", flat[0].dims[-1], flat[0]),
                came=str(came),
                fixes=(fixes.insert(node, 0, flatten),),
            )
    return None


def _other_number(walk: Walk, output: Node, wanted: TensorType, recipe: Recipe) -> Problem | None:
    """A last layer whose number of outputs is not the target's."""
    port = output.feeds[0][1]
    for maker in walk.back(port):
        out = fixes.out_setting(maker.layer)
        if not out or not walk.alone(maker):
            continue
        number = wanted.dims[1] if out == "out_channels" or wanted.rank == 2 else wanted.dims[-1]
        settled = changed(maker.layer, **{out: number})
        made = settled and fits(settled, walk.typed[maker.id])
        if not made or walk.along(maker, made, port) != wanted:
            return None
        gives = getattr(maker.layer, out)
        return Problem(
            maker.id,
            say("{0}, and {1} gives {2}", _target(recipe), maker.title, gives),
            port="output",
            needed=say("1 output") if number == 1 else say("{0} outputs", number),
            came=str(gives),
            fixes=(fixes.set_to(maker, **{out: number}),),
        )
    return None


def _at_output(output: Node, came: TensorType, wanted: TensorType, recipe: Recipe) -> Problem:
    found: list[Fix] = []
    for layers in _adapters(came, wanted):
        if turned(came, layers) == (wanted,):
            found.append(fixes.insert(output, 0, *layers))
    return Problem(
        output.id,
        say("{0}: {1} needs {2}, and {3} came", _target(recipe), recipe.loss.name, wanted, came),
        port="input",
        needed=str(wanted),
        came=str(came),
        fixes=tuple(found[:MOST]),
    )


def _adapters(came: TensorType, wanted: TensorType) -> Iterator[tuple[Layer, ...]]:
    new = fixes.made
    sample = tuple(dim for dim in wanted.dims[1:] if isinstance(dim, int))
    number = prod(sample)
    flat = (new("Flatten"),) if came.rank > 2 else ()
    if wanted.rank == 2:
        linear = new("Linear", out_features=number)
        if came.rank == 3:  # steps of a sequence: the last one, or all
            yield (new("Select", dim=1),)
            yield (new("Mean", dim=(1,)),)
            yield (new("Select", dim=1), linear)
        if came.rank == 1:
            flat = (new("Unsqueeze", dim=1),)
        yield flat
        yield (*flat, linear)
        return
    reshape = new("Reshape", shape=sample)
    if came.rank == wanted.rank:
        kind = f"Conv{came.rank - 2}d"
        if 3 <= came.rank <= 5:
            yield (new(kind, out_channels=sample[0], kernel_size=1),)
        yield (new("Linear", out_features=sample[-1]),)
    yield (reshape,)
    yield (*flat, new("Linear", out_features=number), reshape)
