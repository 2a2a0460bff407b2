"""How long each node of a live module takes forwards, measured line by line.

Lines and not modules: an addition or a reshape has no module of its own, and a module that two
nodes share runs twice.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from statistics import median
from types import FrameType
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from nodegraph.analysis import Report
from nodegraph.codegen.module import Source
from nodegraph.engine.lines import by_line
from nodegraph.graph import Graph, NodeId
from nodegraph.layers import TensorType

REPEATS = 5  # measured passes, after one that warms up
LONGEST = 2.0  # seconds after which no further pass begins


class Times(NamedTuple):
    """Milliseconds of each node, the median of several passes, and what they were measured on."""

    nodes: Mapping[NodeId, float]
    device: str
    batch: int

    @property
    def total(self) -> float:
        """Milliseconds of one pass through all nodes."""
        return sum(self.nodes.values())


def measure(
    module: nn.Module,
    source: Source,
    inputs: tuple[Tensor, ...],
    going: Callable[[], bool] = lambda: True,
) -> Times | None:
    """Times the nodes of a module loaded from this source; None when `going` says no meanwhile.

    The module lies where its weights and the inputs do. It answers as it does after training,
    without gradients, and is left in the mode it was in. Raises whatever the module raises.
    """
    device = inputs[0].device
    passes: list[Mapping[int, float]] = []
    training, began = module.training, time.perf_counter()
    module.eval()
    try:
        while len(passes) <= REPEATS and (not passes or time.perf_counter() - began < LONGEST):
            if not going():
                return None
            passes.append(_timed(module, source, inputs, _waiter(device)))
    finally:
        module.train(training)
    counted = passes[1:] or passes  # the first one also makes room and chooses algorithms
    nodes: dict[NodeId, float] = {}
    for line in counted[0]:
        node = source.lines[line]
        nodes[node] = nodes.get(node, 0.0) + median(one.get(line, 0.0) for one in counted) * 1e3
    return Times(nodes, device.type, len(inputs[0]))


def sample(graph: Graph, report: Report, module: nn.Module, batch: int) -> tuple[Tensor, ...]:
    """A batch of random numbers for every Input, laid out as training lays out its data.

    Each is (batch, *shape) where the report's type has the batch; of whole numbers, zeros.
    """
    device = next((p.device for p in module.parameters()), torch.device("cpu"))
    # A generator of its own: a measurement moves nobody's random numbers.
    chance = torch.Generator().manual_seed(0)
    last = any(isinstance(part, nn.Conv2d) for part in module.modules())
    nodes = (graph.nodes[node_id] for node_id in report.order)
    types = (report.types[n.outputs[0]] for n in nodes if n.layer.kind == "Input")
    return tuple(_random(x, batch, chance, last).to(device) for x in types)


def _random(x: TensorType, batch: int, chance: torch.Generator, last: bool) -> Tensor:
    sizes = [dim if isinstance(dim, int) else dim.times * batch for dim in x.dims]
    if x.dtype != "float32":
        return torch.zeros(sizes, dtype=getattr(torch, x.dtype))  # a word that every list has
    made = torch.rand(sizes, generator=chance)
    return made.contiguous(memory_format=torch.channels_last) if last and made.dim() == 4 else made


def _timed(
    module: nn.Module, source: Source, inputs: tuple[Tensor, ...], wait: Callable[[], None]
) -> Mapping[int, float]:
    """The seconds of each line: the time between two of them belongs to the first."""
    seconds: dict[int, float] = {}
    since = time.perf_counter()

    def after(line: int, _frame: FrameType, _made: Any) -> None:
        nonlocal since
        wait()
        now = time.perf_counter()
        if line in source.lines:
            seconds[line] = seconds.get(line, 0.0) + now - since
        since = time.perf_counter()

    by_line(module, source, inputs, after)
    return seconds


def _waiter(device: torch.device) -> Callable[[], None]:
    """Waits until the device has done what it was asked: it works on while Python goes ahead."""
    if device.type == "cuda":
        return torch.cuda.synchronize
    if device.type == "mps":
        return torch.mps.synchronize
    return lambda: None
