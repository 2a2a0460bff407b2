"""The histogram of weights that are broken, constant or far too many."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from PySide6.QtWidgets import QWidget

from nodegraph.ui.theme import DARK
from nodegraph.ui.training.histograms import BINS, SAMPLE, HistogramPlot, count, sample
from nodegraph.ui.training.pace import Pace


def histogram(*values: float):
    return count(np.array(values, np.float32))


def test_mean_and_deviation_are_those_of_the_values():
    values = torch.randn(5000) * 0.3 + 2
    found = count(sample(values))
    assert found.mean == pytest.approx(values.mean().item(), abs=1e-5)
    assert found.sd == pytest.approx(values.std(unbiased=False).item(), abs=1e-5)
    assert found.counts.sum() == 5000
    assert found.broken == 0


def test_wrong_values_are_left_out_and_said():
    """Bins that exhaust the memory on NaN and inf: tensorboardX."""
    found = histogram(1.0, 2.0, math.nan, math.inf)
    assert found.counts.sum() == 2
    assert found.mean == 1.5
    assert found.broken == 0.5


@pytest.mark.parametrize("values", [(), (math.nan, math.inf)])
def test_no_value_at_all_is_an_empty_histogram(values):
    found = histogram(*values)
    assert found.counts.sum() == 0
    assert np.isfinite(found.edges).all()


@pytest.mark.parametrize("value", [0.0, 1.0, -3e-30, 1e30, 3e38])
def test_equal_values_stand_in_the_middle(value):
    """Bins that exhaust the memory on a constant: tensorboardX."""
    found = histogram(value, value, value)
    assert found.counts.sum() == 3
    assert found.counts[BINS // 2] == 3
    assert found.mean == pytest.approx(value)
    assert found.sd == pytest.approx(0, abs=abs(value) * 1e-6)


def test_a_huge_tensor_is_sampled_evenly():
    """Bins that exhaust the memory: tensorboardX."""
    values = torch.arange(10_000_000, dtype=torch.float32)
    taken = sample(values)
    assert SAMPLE / 2 <= len(taken) <= SAMPLE
    assert taken.mean() == pytest.approx(values.double().mean().item(), rel=0.01)


@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16, torch.float16])
def test_other_precisions_are_read(dtype):
    assert sample(torch.ones(3, dtype=dtype)).tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    "made",
    [
        lambda: torch.randn(64, 32, 3, 3).contiguous(memory_format=torch.channels_last),
        lambda: torch.randn(128, 700).t(),
        lambda: torch.randn(()),
        lambda: torch.randn(0),
    ],
)
def test_every_memory_layout_is_read_whole(made):
    values = made()
    few = values if values.numel() <= SAMPLE else None
    taken = sample(values)
    if few is not None:
        assert sorted(taken.tolist()) == sorted(values.flatten().tolist())
    assert len(taken) <= SAMPLE


def test_the_range_stands_still_while_the_values_fill_it():
    first = histogram(-1.0, 1.0)
    shown = (float(first.edges[0]), float(first.edges[-1]))
    moved = count(np.array([-0.9, 1.01], np.float32), shown)
    assert (moved.edges[0], moved.edges[-1]) == shown
    beyond = count(np.array([-0.9, 1.5], np.float32), shown)
    assert beyond.edges[-1] > 1.5
    shrunk = count(np.array([-0.1, 0.1], np.float32), shown)
    assert shrunk.edges[-1] < 0.2


def test_a_read_changes_nothing_and_leaves_nothing_on_the_graph():
    weight = torch.nn.Parameter(torch.randn(10, 10))
    before = weight.detach().clone()
    taken = sample(weight)
    taken[:] = 0
    assert torch.equal(weight, before)
    assert weight.grad is None


@pytest.fixture
def plot(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    made = HistogramPlot(Pace(), DARK, holder)
    holder.resize(360, 200)
    made.resize(360, 200)
    holder.show()
    yield made
    holder.close()


@pytest.mark.parametrize(
    "values",
    [
        torch.full((40,), math.nan),
        torch.full((40,), math.inf),
        torch.zeros(40),
        torch.tensor([math.nan, 1.0, -math.inf, 2.0]),
        torch.tensor([3e38, -3e38]),
        torch.randn(3_000_000),
        torch.zeros(0),
    ],
    ids=["nan", "inf", "constant", "some broken", "extreme", "huge", "empty"],
)
def test_any_weights_are_drawn(plot, values):
    plot.show_tensor("fc1", torch.nn.Parameter(values), ["weight"], "weight")
    assert not plot.grab().toImage().isNull()
    assert plot.title.name == "Weights of fc1"
    assert "mean" in plot.title.text


def test_broken_weights_are_said(plot):
    plot.show_tensor("fc1", torch.tensor([math.nan, 1.0]), ["weight"], "weight")
    assert "50 % not numbers" in plot.title.text


def test_a_layer_with_several_parameters_offers_them(plot):
    plot.show_tensor("fc1", torch.ones(3), ["weight", "bias"], "bias")
    assert plot.choice.isVisible()
    assert plot.choice.currentText() == "bias"
    plot.show_tensor("prelu", torch.ones(1), ["weight"], "weight")
    assert not plot.choice.isVisible()


def test_the_bars_have_the_room_that_numbers_would_take(plot):
    plot.resize(320, 220)
    plot.show_tensor("fc", torch.randn(5000), ["weight"], "weight")
    plot.draw()
    view = plot.canvas.box.sceneBoundingRect()
    canvas = plot.canvas.viewport().rect()
    assert view.left() - canvas.left() == pytest.approx(canvas.right() - view.right(), abs=2)
