"""What the cost lens reads of a network: a number for each node, and the totals beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from nodegraph.analysis import Report
from nodegraph.analysis.cost import LARGEST, WEIGHT, Memory, memory
from nodegraph.document import Drawing
from nodegraph.graph import NodeId
from nodegraph.ui.room import room

if TYPE_CHECKING:
    from nodegraph.engine.timing import Times

FREE = 0.1  # of the device, left to all that the estimate does not count


class Reading(NamedTuple):
    """One lens over one network."""

    title: str
    nodes: Mapping[NodeId, float]
    spell: Callable[[float], str]
    lines: tuple[str, ...]  # the totals, the most important first


def weights(report: Report) -> Reading:
    """How many numbers each node learns."""
    nodes = {node: float(cost.weights) for node, cost in report.cost.items()}
    words = _tr("{0} weights") if report.whole else _tr("{0} weights so far")
    lines = (
        words.format(f"{report.weights:,}"),
        _tr("{0} as float32").format(size(report.weights * WEIGHT)),
    )
    return Reading(_tr("Weights"), nodes, count, lines)


def multiply_adds(drawing: Drawing, report: Report) -> Reading:
    """How many multiplications with addition one sample asks of each node."""
    nodes = {node: float(cost.multiply_adds) for node, cost in report.cost.items()}
    batch, forwards = drawing.recipe.batch_size, report.multiply_adds
    words = _tr("{0} forwards a sample") if report.whole else _tr("{0} forwards a sample so far")
    lines = (
        words.format(count(forwards)),
        _tr("{0} a batch of {1}").format(count(forwards * batch), f"{batch:,}"),
    )
    return Reading(_tr("Multiply-adds"), nodes, count, lines)


def bytes_held(drawing: Drawing, report: Report, device: str) -> Reading:
    """What each node holds of memory while training with the recipe's batch size."""
    found = memory(drawing.graph, report, drawing.recipe)
    batch = drawing.recipe.batch_size
    nodes = {node: float(found.of_node(node, batch).total) for node in report.cost}
    parts = found.training(batch)
    words = _tr("{0} to train with a batch of {1}")
    if not report.whole:
        words = _tr("{0} so far to train with a batch of {1}")
    lines = (
        words.format(size(parts.total), f"{batch:,}"),
        _tr("{0} activations, {1} passing back").format(
            size(parts.activations), size(parts.passing)
        ),
        _tr("{0} weights, {1} gradients, {2} optimizer").format(
            size(parts.weights), size(parts.gradients), size(parts.optimizer)
        ),
        _tr("{0} to answer").format(size(found.inference(batch))),
        *(_largest(found, device) if report.whole else ()),
    )
    return Reading(_tr("Memory"), nodes, size, lines)


def milliseconds(times: Times | None, why: str) -> Reading:
    """How long each node took forwards; without a measurement, why there is none."""
    title = _tr("Milliseconds")
    if times is None:
        return Reading(title, {}, duration, (why,))
    lines = (
        _tr("{0} forwards").format(duration(times.total)),
        _tr("Measured on {0} with a batch of {1}").format(times.device, f"{times.batch:,}"),
    )
    return Reading(title, times.nodes, duration, lines)


def _largest(found: Memory, device: str) -> tuple[str, ...]:
    there = room(device)
    if there is None:
        return ()
    batch = found.largest_batch(int(there * (1 - FREE)))
    whose = _tr("the GPU's {0}") if device == "cuda" else _tr("this computer's {0}")
    words = _tr("Batches up to about {0} fit {1}")
    if batch == 0:
        words = _tr("Not even one sample fits {1}")
    elif batch == LARGEST:
        words = _tr("Batches of {0} and more fit {1}")
    return (words.format(f"{_rounded(batch):,}", whose.format(size(there))),)


def _rounded(batch: int) -> int:
    """Down to two digits: it is an estimate."""
    unit = int(10 ** max(0, len(str(batch)) - 2))
    return batch // unit * unit


def count(number: float) -> str:
    """A count in few signs: "640", "18.5 k", "421 k"."""
    return _short(number, ((1e12, " T"), (1e9, " G"), (1e6, " M"), (1e3, " k")), "")


def size(number: float) -> str:
    """Bytes in few signs: "640 B", "18.5 kB"."""
    return _short(number, ((1e12, " TB"), (1e9, " GB"), (1e6, " MB"), (1e3, " kB")), " B")


def duration(milliseconds: float) -> str:
    """Milliseconds with two digits that count."""
    digits = 0 if milliseconds >= 10 else 1 if milliseconds >= 1 else 2
    if 0 < milliseconds < 0.005:
        return "<0.01 ms"
    return f"{milliseconds:.{digits}f} ms"


def _short(number: float, units: tuple[tuple[float, str], ...], plain: str) -> str:
    for unit, sign in units:
        if number >= 0.9995 * unit:
            told = number / unit
            return f"{told:.0f}{sign}" if told >= 99.95 else f"{told:.1f}{sign}"
    return f"{number:.0f}{plain}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lens", text)
