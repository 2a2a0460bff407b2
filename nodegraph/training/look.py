"""A look into a run: what flows out of a port for a few held-out samples, asked for by somebody.

A run keeps no batch. So a look is one pass of its own, on a copy of the module as it is at that
step: what trains is left as it is, its mode, its statistics and its random numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from nodegraph.analysis import Report
from nodegraph.data import Data
from nodegraph.engine.flow import flow
from nodegraph.graph import Port
from nodegraph.graph.active import passed
from nodegraph.layers import Batch
from nodegraph.recipe import Dataset
from nodegraph.training.blame import Ran
from nodegraph.training.state import State

SAMPLES = 16  # the first of the held-out set

Floats = NDArray[np.float32]


class Samples(NamedTuple):
    """A few held-out samples, as `Data` has them, where the module lies."""

    x: Tensor  # (n, *shape), normalised
    y: Tensor
    dataset: Dataset

    @classmethod
    def of(cls, data: Data) -> Samples:
        """The first that are held out; copies, so that nothing else of the set is kept."""
        return cls(data.test_x[:SAMPLES].clone(), data.test_y[:SAMPLES].clone(), data.dataset)


class Figures(NamedTuple):
    """What a tensor's values are like; all but `broken` of the finite ones, shares of 1."""

    low: float
    high: float
    mean: float
    sd: float
    zeros: float
    broken: float  # share of values that are no finite numbers


class Look(NamedTuple):
    """What flowed out of a port. Plain data: nothing of it changes when the run goes on."""

    port: Port
    step: int  # steps that had been done
    shape: tuple[int, ...]  # as it flowed, with the batch
    values: Floats  # the same, the samples first where they can be told apart
    apart: bool  # whether they can
    figures: Figures
    inputs: Floats  # (n, *shape), as the data were before they were normalised
    targets: Sequence[float]  # a class or a value for each sample


class Looked(Ran, Protocol):
    """What is asked of a run to look into it."""

    @property
    def report(self) -> Report:
        """What is known of the graph that trains."""

    @property
    def samples(self) -> Samples | None:
        """What goes through it; None while there is none yet."""

    @property
    def state(self) -> State | None:
        """How far it is; None while it has not begun."""


def look(run: Looked, port: Port) -> Look | None:
    """What flows out of a port of the run's graph now; None where nothing of the run does.

    Behind a bypassed node it is what the node passes on. Nobody may change the run's module
    meanwhile. Raises whatever the network raises.
    """
    samples, state = run.samples, run.state
    if samples is None or state is None:
        return None
    written = passed(run.graph).get(port, port)
    if written is None:
        return None
    copy = deepcopy(state.module).eval()
    flowed = flow(copy, run.source, (samples.x,), written)
    if flowed is None:
        return None
    shape = tuple(flowed.shape)
    axis = _batch_axis(run, written)
    values = _array(flowed if axis is None else flowed.movedim(axis, 0))
    return Look(
        port,
        state.step,
        shape,
        values,
        axis is not None,
        figures(values),
        _array(samples.x) * _by_channel(samples, samples.dataset.std)
        + _by_channel(samples, samples.dataset.mean),
        samples.y.flatten().tolist(),
    )


def between_batches(run: Looked, port: Port) -> Look | None:
    """The same while the run goes on, from its own thread: its random numbers go on as if not."""
    state = run.state
    devices = {p.device for p in state.module.parameters() if p.is_cuda} if state else set()
    with torch.random.fork_rng([device.index for device in devices]):
        return look(run, port)


def figures(values: Floats) -> Figures:
    """What values of any shape are like."""
    finite = values[np.isfinite(values)].astype(np.float64)  # float32's square may overflow
    broken = 1 - finite.size / values.size if values.size else 0.0
    if not finite.size:
        return Figures(0.0, 0.0, 0.0, 0.0, 0.0, broken)
    return Figures(
        float(finite.min()),
        float(finite.max()),
        float(finite.mean()),
        float(finite.std()),
        float(np.mean(finite == 0)),
        broken,
    )


def _batch_axis(run: Looked, port: Port) -> int | None:
    """The dimension that counts the samples; None where none does, one by one."""
    dims = run.report.types[port].dims
    return dims.index(Batch(1)) if Batch(1) in dims else None


def _array(values: Tensor) -> Floats:
    array: Floats = values.detach().float().cpu().numpy().copy()
    return array


def _by_channel(samples: Samples, figures: tuple[float, ...]) -> Floats:
    return np.array(figures, np.float32).reshape(-1, *(1,) * (samples.x.dim() - 2))
