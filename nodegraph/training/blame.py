"""Why a run could not go on: a sentence, and the node at fault."""

from __future__ import annotations

from math import isnan
from types import FrameType
from typing import Any, Protocol

import torch
from torch import Tensor, nn

from nodegraph.codegen.module import Source
from nodegraph.engine.lines import by_line
from nodegraph.engine.load import culprit
from nodegraph.graph import Graph, NodeId
from nodegraph.recipe import Recipe
from nodegraph.say import first_line, say
from nodegraph.training.events import Failed
from nodegraph.training.loop import Diverged


class Ran(Protocol):
    """What is asked of a run to tell why it failed."""

    @property
    def graph(self) -> Graph:
        """The graph that trains."""

    @property
    def recipe(self) -> Recipe:
        """The recipe as it runs."""

    @property
    def source(self) -> Source:
        """The text that the module was made from."""

    @property
    def module(self) -> nn.Module | None:
        """The module; None while there is none yet."""


def explain(error: Exception, run: Ran) -> Failed:
    """The sentence for whatever ended a run, and the node that its cause lies in."""
    graph, recipe = run.graph, run.recipe
    if isinstance(error, Diverged):
        assert run.module is not None  # it has trained
        node = first_not_finite(run.module, error.x, run.source)
        what = say("not a number") if isnan(error.loss) else say("infinite")
        what = say("The loss is {0} since step {1:,}", what, error.step)
        if node:
            title = graph.nodes[node].title
            what = say("{0}: the output of {1} is no longer finite", what, title)
        rate = f"{getattr(recipe.optimizer, 'lr', 0):g}"
        return Failed(
            say("{0}. Choose a learning rate below {1}.", what, rate),
            node,
        )
    if out_of_memory(error):
        return Failed(
            say(
                "There is not enough memory for batches of {0:,}. Choose a smaller "
                "batch size or network.",
                recipe.batch_size,
            ),
            culprit(error, run.source),
        )
    node = culprit(error, run.source)
    title = graph.nodes[node].title if node else say("The training")
    return Failed(say("{0} failed: {1}", title, first_line(error)), node)


def out_of_memory(error: Exception) -> bool:
    """Whether memory ran out, on whatever device; on the processor torch says so only in words."""
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    return isinstance(error, RuntimeError) and "can't allocate memory" in str(error)


def first_not_finite(module: nn.Module, x: Tensor, source: Source) -> NodeId | None:
    """The first node whose output is not finite, found by one more pass over a batch.

    None where no line of the source makes it: the weights or the batch may hold it already.
    """
    found: list[int] = []

    def look(line: int, frame: FrameType, made: Any) -> None:
        if not found and not all(map(_finite, (*frame.f_locals.values(), made))):
            found.append(line)

    training = module.training
    module.eval()
    try:
        by_line(module, source, (x,), look)
    finally:
        module.train(training)
    return source.lines.get(found[0]) if found else None


def _finite(value: Any) -> bool:
    if isinstance(value, (tuple, list)):
        return all(map(_finite, value))
    if not isinstance(value, Tensor) or not value.is_floating_point():
        return True
    return bool(torch.isfinite(value).all())
