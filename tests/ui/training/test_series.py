"""Every loss is kept; what is drawn of them is bounded and loses no peak."""

from __future__ import annotations

import math
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodegraph.ui.training.series import BUCKETS, Losses


def filled(values, at_once: int = 7) -> Losses:
    losses = Losses()
    for first in range(0, len(values), at_once):
        losses.extend(values[first : first + at_once])
    return losses


@given(st.lists(st.floats(-1e6, 1e6, width=32), max_size=3000), st.integers(1, 700))
def test_every_loss_is_kept_exactly_however_it_comes(values, at_once):
    assert filled(values, at_once).values.tolist() == values


@given(st.integers(1, 20_000), st.integers(1, 5000))
def test_the_thin_line_is_bounded_and_holds_the_extremes(count, at_once):
    values = np.random.default_rng(count).normal(size=count).astype(np.float32)
    losses = filled(values, at_once)
    steps, drawn = losses.envelope()
    assert len(steps) == len(drawn) <= 2 * (BUCKETS + 1)
    assert drawn.min() == values.min()
    assert drawn.max() == values.max()
    assert (np.diff(steps) >= 0).all()
    assert steps[0] >= 1
    assert steps[-1] <= count


def test_few_steps_are_drawn_one_by_one():
    steps, drawn = filled([3.0, 2.0, 1.0]).envelope()
    assert steps.tolist() == [1, 2, 3]
    assert drawn.tolist() == [3, 2, 1]


def test_how_losses_arrive_does_not_change_the_picture():
    values = np.random.default_rng(0).normal(size=5000).astype(np.float32)
    one, other = filled(values, 1), filled(values, 5000)
    for a, b in zip(one.envelope(), other.envelope(), strict=True):
        np.testing.assert_allclose(a, b)
    for a, b in zip(one.smoothed(), other.smoothed(), strict=True):
        np.testing.assert_allclose(a, b)


def test_the_thick_line_is_the_mean_of_the_last_steps():
    _, mean = filled([1.0] * 1000 + [3.0] * 1000).smoothed()
    assert mean[0] == pytest.approx(1)
    assert mean[-1] == pytest.approx(3)
    assert (np.diff(mean) >= -1e-9).all()


@pytest.mark.parametrize("wrong", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("count", [10, 5000])
def test_a_loss_that_is_no_number_is_kept_but_not_drawn(wrong, count):
    losses = filled([1.0, wrong, 2.0] * count)
    assert len(losses) == 3 * count
    for _, drawn in (losses.envelope(), losses.smoothed()):
        assert np.isfinite(drawn).all()
        assert drawn.min() >= 1
        assert drawn.max() <= 2


def test_nothing_but_wrong_losses_draws_nothing():
    losses = filled([math.nan] * 5000)
    assert len(losses.envelope()[0]) == 0
    assert len(losses.smoothed()[0]) == 0


def test_a_loss_beyond_float32_is_no_number_here():
    assert len(filled([1e300]).envelope()[0]) == 0
    assert filled([1e300]).values[0] == math.inf


def test_a_million_steps_cost_no_more_to_draw_than_a_thousand():
    losses = filled(np.ones(1_000_000, np.float32), 500)
    begin = time.perf_counter()
    losses.envelope()
    losses.smoothed()
    assert len(losses.smoothed()[0]) <= BUCKETS + 1
    assert time.perf_counter() - begin < 1  # seconds: a thousandth of it, on a machine at rest
