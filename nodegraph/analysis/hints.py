"""What would train, but hardly as meant: layers that cancel out, a loss that does a step twice."""

from __future__ import annotations

from collections.abc import Iterator

from nodegraph.analysis import fixes
from nodegraph.analysis.pictures import pictures_into_linear
from nodegraph.analysis.report import Fix, Problem
from nodegraph.analysis.walk import Walk
from nodegraph.graph import Node, NodeId, Port
from nodegraph.recipe import CrossEntropyLoss, MSELoss, NLLLoss, Recipe
from nodegraph.say import say

# What changes nothing between two linear maps: they stay one linear map.
SILENT = ("Flatten", "Identity", "Squeeze", "Unsqueeze")
GIVES = {
    "Softmax": say("probabilities"),
    "Sigmoid": say("probabilities"),
    "LogSoftmax": say("log probabilities"),
}
# Of these kinds, two of one kind in a row are only one of it.
ONE = {"Linear": "Linear", **{f"Conv{rank}d": say("convolution") for rank in (1, 2, 3)}}


def hints(walk: Walk, recipe: Recipe | None, told: list[Problem]) -> list[Problem]:
    """The hints of a network; `told`: what is reported already, and so not hinted at."""
    nodes = {problem.node for problem in told}
    problems = [*_nothing_between(walk), *_rows_alone(walk, nodes)]
    outputs = walk.graph.of_kind("Output")
    if recipe is not None and len(outputs) == 1 and outputs[0].id in walk.typed:
        found = _before_loss(walk, outputs[0], recipe)
        problems += [problem for problem in found if problem.node not in nodes]
    return problems


def _silent(node: Node) -> bool:
    return node.layer.group == "Regularization" or node.layer.kind in SILENT


def _before(walk: Walk, port: Port) -> Node | None:
    """The first node towards the input that does something."""
    return next((node for node in walk.back(port) if not _silent(node)), None)


def _nothing_between(walk: Walk) -> Iterator[Problem]:
    for node_id in walk.typed:
        node = walk.graph.nodes[node_id]
        what = ONE.get(node.layer.kind)
        if what is None:
            continue
        before = _before(walk, node.feeds[0][1])
        if before is None or before.layer.kind != node.layer.kind or _parted(before, node):
            continue
        if len(walk.graph.consumers[before.id]) == 1:
            yield Problem(
                node.id,
                say(
                    "{0} and {1} have nothing between them, so together they are one {2}",
                    before.title,
                    node.title,
                    what,
                ),
                "hint",
                port="input",
                needed=say("an activation"),
                came=say("{0} and {1}", before.layer.kind, node.layer.kind),
                fixes=(fixes.insert(node, 0, fixes.made("ReLU")),),
            )


def _parted(*nodes: Node) -> bool:
    """Whether a convolution is meant to come in two: by groups, or by rows and columns."""
    return any(
        getattr(node.layer, "groups", 1) > 1
        or isinstance(getattr(node.layer, "kernel_size", 1), tuple)
        for node in nodes
    )


def _rows_alone(walk: Walk, told: set[NodeId | None]) -> Iterator[Problem]:
    """Pictures that go into a Linear, where the answer has a shape that fits all the same."""
    for node in pictures_into_linear(walk):
        if node.id in told:
            continue
        (came,) = walk.typed[node.id]
        yield Problem(
            node.id,
            say("It weighs only the last dimension of the picture {0}", came),
            "hint",
            port="input",
            needed=say("batch × features"),
            came=str(came),
            fixes=(fixes.insert(node, 0, fixes.made("Flatten")),),
        )


def _before_loss(walk: Walk, output: Node, recipe: Recipe) -> Iterator[Problem]:
    last = _before(walk, output.feeds[0][1])
    kind = last.layer.kind if last else ""
    softmax = "Softmax" if kind == "LogSoftmax" else kind
    match recipe.loss.name:
        case "CrossEntropyLoss" if last and softmax == "Softmax":
            offered = [fixes.remove(last)]
            if kind == "LogSoftmax" and recipe.target == "classes":
                offered.append(fixes.recipe_to(say("Use NLLLoss"), loss=NLLLoss()))
            message = say("CrossEntropyLoss applies softmax itself, so here it is done twice")
            yield _hint(last, message, say("raw scores"), offered)
        case "BCEWithLogitsLoss" if last and kind == "Sigmoid":
            message = say("BCEWithLogitsLoss applies sigmoid itself, so here it is done twice")
            yield _hint(last, message, say("raw scores"), [fixes.remove(last)])
        case "BCEWithLogitsLoss" if recipe.target in ("values", "input"):
            yield _hint(
                output,
                say("BCEWithLogitsLoss needs targets from 0 to 1, and these go beyond"),
                say("targets from 0 to 1"),
                [fixes.recipe_to(say("Use MSELoss"), loss=MSELoss())],
                came=say("values") if recipe.target == "values" else say("normalised input"),
            )
        case "NLLLoss" if last and kind == "Softmax":
            log = fixes.made("LogSoftmax", dim=last.layer.dim)  # type: ignore[attr-defined]
            message = say("NLLLoss takes log probabilities, and Softmax gives probabilities")
            yield _hint(last, message, say("log probabilities"), [fixes.use(last, log)])
        case "NLLLoss" if kind != "LogSoftmax":
            log = fixes.made("LogSoftmax", dim=1)
            offered = [fixes.insert(output, 0, log)]
            offered.append(fixes.recipe_to(say("Use cross-entropy"), loss=CrossEntropyLoss()))
            message = say("NLLLoss takes log probabilities, as LogSoftmax gives them")
            yield _hint(output, message, say("log probabilities"), offered, came=say("raw scores"))


def _hint(node: Node, message: str, needed: str, offered: list[Fix], came: str = "") -> Problem:
    came = came or GIVES[node.layer.kind]
    return Problem(node.id, message, "hint", needed=needed, came=came, fixes=tuple(offered))
