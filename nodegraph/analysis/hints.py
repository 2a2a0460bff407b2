"""What would train, but hardly as meant: layers that cancel out, a loss that does a step twice."""

from __future__ import annotations

from collections.abc import Iterator

from nodegraph.analysis import fixes
from nodegraph.analysis.pictures import pictures_into_linear
from nodegraph.analysis.report import Fix, Problem
from nodegraph.analysis.walk import Walk
from nodegraph.graph import Node, NodeId, Port
from nodegraph.recipe import CrossEntropyLoss, MSELoss, NLLLoss, Recipe

# What changes nothing between two linear maps: they stay one linear map.
SILENT = ("Flatten", "Identity", "Squeeze", "Unsqueeze")
GIVES = {
    "Softmax": "probabilities",
    "Sigmoid": "probabilities",
    "LogSoftmax": "log probabilities",
}
LINEAR = ("Linear",)
CONVOLUTIONS = tuple(f"Conv{rank}d" for rank in (1, 2, 3))


def hints(walk: Walk, recipe: Recipe | None, told: list[Problem]) -> list[Problem]:
    """The hints of a network; `told`: what is reported already, and so not hinted at."""
    nodes = {problem.node for problem in told}
    problems = [*_nothing_between(walk), *_rows_alone(walk, nodes)]
    outputs = [node for node in walk.graph.nodes.values() if node.layer.kind == "Output"]
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
        kinds = next((kinds for kinds in (LINEAR, CONVOLUTIONS) if node.layer.kind in kinds), None)
        if kinds is None:
            continue
        before = _before(walk, node.feeds[0][1])
        if before is None or before.layer.kind not in kinds or _parted(before, node):
            continue
        if len(walk.graph.consumers[before.id]) == 1:
            what = "Linear" if kinds is LINEAR else "convolution"
            yield Problem(
                node.id,
                f"{before.title} and {node.title} have nothing between them, "
                f"so together they are one {what}",
                "hint",
                port="input",
                needed="an activation",
                came=f"{before.layer.kind} and {node.layer.kind}",
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
            f"It weighs only the last dimension of the picture {came}",
            "hint",
            port="input",
            needed="batch × features",
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
                offered.append(fixes.recipe_to("Use NLLLoss", loss=NLLLoss()))
            message = "CrossEntropyLoss applies softmax itself, so here it is done twice"
            yield _hint(last, message, "raw scores", offered)
        case "BCEWithLogitsLoss" if last and kind == "Sigmoid":
            message = "BCEWithLogitsLoss applies sigmoid itself, so here it is done twice"
            yield _hint(last, message, "raw scores", [fixes.remove(last)])
        case "BCEWithLogitsLoss" if recipe.target in ("values", "input"):
            yield _hint(
                output,
                "BCEWithLogitsLoss needs targets from 0 to 1, and these go beyond",
                "targets from 0 to 1",
                [fixes.recipe_to("Use MSELoss", loss=MSELoss())],
                came="values" if recipe.target == "values" else "normalised input",
            )
        case "NLLLoss" if last and kind == "Softmax":
            log = fixes.made("LogSoftmax", dim=last.layer.dim)  # type: ignore[attr-defined]
            message = "NLLLoss takes log probabilities, and Softmax gives probabilities"
            yield _hint(last, message, "log probabilities", [fixes.use(last, log)])
        case "NLLLoss" if kind != "LogSoftmax":
            log = fixes.made("LogSoftmax", dim=1)
            offered = [fixes.insert(output, 0, log)]
            offered.append(fixes.recipe_to("Use cross-entropy", loss=CrossEntropyLoss()))
            message = "NLLLoss takes log probabilities, as LogSoftmax gives them"
            yield _hint(output, message, "log probabilities", offered, came="raw scores")


def _hint(node: Node, message: str, needed: str, offered: list[Fix], came: str = "") -> Problem:
    came = came or GIVES[node.layer.kind]
    return Problem(node.id, message, "hint", needed=needed, came=came, fixes=tuple(offered))
