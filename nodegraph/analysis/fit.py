"""Whether a network fits its recipe: the data that enters, the target and the loss.

The target follows from the data, so the answer's shape is judged even where the loss has to
change; only a network meant to give back its input is not, until its loss goes with that.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from nodegraph.analysis import fixes
from nodegraph.analysis.answer import unlike_target
from nodegraph.analysis.report import Fix, Problem
from nodegraph.analysis.walk import Walk
from nodegraph.graph import Graph, Node
from nodegraph.recipe import CLASS_LOSSES, DATASETS, CrossEntropyLoss, MSELoss, OneCycleLR, Recipe
from nodegraph.say import say


def unfit(walk: Walk, recipe: Recipe) -> list[Problem]:
    """What keeps a network from training on this data with this loss and target."""
    inputs, outputs = walk.graph.of_kind("Input"), walk.graph.of_kind("Output")
    problems = [*_several(inputs, outputs)]
    if len(inputs) == 1:
        problems += _entering(inputs[0], recipe)
    if len(outputs) == 1:
        compared = _compared(outputs[0], recipe)
        problems += [compared] if compared else []
        if not compared or recipe.target != "input":
            entry = inputs[0] if len(inputs) == 1 else None
            problems += unlike_target(walk, entry, outputs[0], recipe)
    return [*problems, *_alone(walk, recipe), *_rising(recipe), *_nothing_to_learn(walk)]


def _several(inputs: list[Node], outputs: list[Node]) -> Iterator[Problem]:
    for first, *others in filter(None, (inputs, outputs)):
        kind = first.layer.kind
        for node in others:
            fix = fixes.without(say("Remove {0}", node.title), (node.id,))
            if kind == "Input":
                fix = fixes.use_instead(node, first)
            yield Problem(
                node.id,
                say("Training takes one {0}, and {1} is one already", kind, first.title),
                needed=say("one {0}", kind),
                came=str(1 + len(others)),
                fixes=(fix,),
            )


def _entering(node: Node, recipe: Recipe) -> Iterator[Problem]:
    data = recipe.dataset
    shape, dtype = node.layer.shape, node.layer.dtype  # type: ignore[attr-defined]
    needed, came = ("×".join(map(str, sizes)) for sizes in (data.shape, shape))
    if shape != data.shape:
        label = say("Set {0} to {1}", node.title, needed)
        offered: list[Fix] = [fixes.on_graph(label, lambda graph: _shaped(graph, node, data.shape))]
        offered += [
            fixes.recipe_to(say("Train on {0}", other.title), data=other.name)
            for other in DATASETS.values()
            if other.shape == shape and (other.classes is None) == (data.classes is None)
        ][:1]
        yield Problem(
            node.id,
            say("{0} has samples of {1}, and {2} takes {3}", data.title, needed, node.title, came),
            port="output",
            needed=needed,
            came=came,
            fixes=tuple(offered),
        )
    if dtype != "float32":
        yield Problem(
            node.id,
            say("{0} has decimal numbers, and {1} takes whole ones", data.title, node.title),
            port="output",
            needed="float32",
            came=dtype,
            fixes=(fixes.set_to(node, dtype="float32"),),
        )


def _shaped(graph: Graph, node: Node, shape: tuple[int, ...]) -> Graph:
    kept = graph.nodes[node.id].layer
    return graph.replace(node.id, fixes.made("Input", shape=shape, dtype=kept.dtype))  # type: ignore[attr-defined]


def _compared(output: Node, recipe: Recipe) -> Problem | None:
    """Where data, target and loss don't go together."""
    data, loss, target = recipe.dataset, recipe.loss.name, recipe.target
    if data.classes is None and target in ("classes", "one_hot"):
        number_loss = MSELoss() if loss in CLASS_LOSSES else recipe.loss
        message = say("{0} has no classes, its targets are values", data.title)
        label = say("Compare with values")
        if loss in CLASS_LOSSES:
            label = say("Compare with values by MSELoss")
        offered = [fixes.recipe_to(label, target="values", loss=number_loss)]
        needed, came = say("values as the target"), say("classes")
    elif data.classes is not None and target == "values":
        message = say("{0} has classes, not values", data.title)
        kind = "classes" if loss in CLASS_LOSSES else "one_hot"
        words = say("class numbers") if kind == "classes" else say("one-hot targets")
        offered = [fixes.recipe_to(say("Compare with {0}", words), target=kind)]
        needed, came = say("classes as the target"), say("values")
    elif target == "classes" and loss not in CLASS_LOSSES:
        message = say("{0} compares numbers, and the targets are class numbers", loss)
        offered = [
            fixes.recipe_to(say("Compare with one-hot targets"), target="one_hot"),
            fixes.recipe_to(say("Use cross-entropy"), loss=CrossEntropyLoss()),
        ]
        needed, came = say("{0} numbers for each sample", data.classes), say("1 class number")
    elif target in ("values", "input") and loss in CLASS_LOSSES:
        what = say("the input itself") if target == "input" else say("values")
        message = say("{0} compares classes, and the target is {1}", loss, what)
        offered = [fixes.recipe_to(say("Use MSELoss"), loss=MSELoss())]
        if data.classes is not None:
            offered.append(fixes.recipe_to(say("Compare with class numbers"), target="classes"))
        needed, came = say("classes as the target"), what
    elif target == "one_hot" and loss == "NLLLoss":
        message = say("NLLLoss compares class numbers, and the targets are one-hot")
        offered = [
            fixes.recipe_to(say("Compare with class numbers"), target="classes"),
            fixes.recipe_to(say("Use cross-entropy"), loss=CrossEntropyLoss()),
        ]
        needed, came = say("1 class number"), say("{0} numbers for each sample", data.classes)
    else:
        return None
    return Problem(output.id, message, needed=needed, came=came, fixes=tuple(offered))


def _alone(walk: Walk, recipe: Recipe) -> Iterator[Problem]:
    """A last batch of one sample, where a BatchNorm has nothing to compare its values with."""
    samples, size = recipe.dataset.train, recipe.batch_size
    if (samples % size or size) != 1:
        return
    for node_id, x in walk.typed.items():
        node = walk.graph.nodes[node_id]
        if not node.layer.kind.startswith("BatchNorm") or x[0].values() != x[0].dims[1]:
            continue  # a channel has several values even in one sample
        fitting = next(n for n in count(size + 1) if samples % n != 1)
        label = say("Take batches of {0}", fitting)
        yield Problem(
            node_id,
            say(
                "{0} samples in batches of {1} leave a batch of one, and {2} compares samples",
                f"{samples:,}",
                size,
                node.title,
            ),
            needed=say("two samples or more in every batch"),
            came="1",
            fixes=(fixes.recipe_to(label, batch_size=fitting),),
        )
        return


def _rising(recipe: Recipe) -> Iterator[Problem]:
    """A rate that rises in exactly one step: torch divides by one less."""
    steps = recipe.epochs * -(-recipe.dataset.train // recipe.batch_size)
    if not isinstance(recipe.schedule, OneCycleLR) or recipe.schedule.pct_start * steps != 1:
        return
    falling = fixes.recipe_to(
        say("Let the rate fall from the start"), schedule=OneCycleLR(pct_start=0.0)
    )
    yield Problem(
        None,
        say("Of {0} steps the rate rises in one; OneCycleLR needs more, or none", steps),
        needed=say("another share of the run spent rising"),
        came=f"{recipe.schedule.pct_start:g}",
        fixes=(falling,),
    )


def _nothing_to_learn(walk: Walk) -> Iterator[Problem]:
    outputs = walk.graph.of_kind("Output")
    if len(walk.cost) < len(walk.graph.nodes) or not outputs:
        return  # half-built, or not all known
    if any(cost.weights for cost in walk.cost.values()):
        return
    (came,) = walk.typed[outputs[0].id]
    linear = fixes.made("Linear", out_features=came.dims[-1] if came.rank > 1 else 1)
    yield Problem(
        None,
        say("No layer has weights, so there is nothing to train"),
        needed=say("a layer with weights"),
        came=say("none"),
        fixes=(fixes.insert(outputs[0], 0, linear),),
    )
