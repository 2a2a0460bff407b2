"""Every step's loss, kept whole, and what a plot of any length draws of it.

A run takes millions of steps and a plot has a few hundred pixels. The steps are gathered in
buckets of equal length with their smallest, largest and mean value; when there are too many
buckets, neighbours join and the length doubles. So a draw costs the same after a minute and
after a week, no peak is lost, and adding steps costs only for the steps added.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BUCKETS = 512  # at most; each draws its smallest and its largest, so 1,024 points
SMOOTHING = 0.03  # of the run so far, over which the thick line is a mean

Floats = NDArray[np.float32]
Line = tuple[NDArray[np.float64], NDArray[np.float64]]


class Losses:
    """Losses by step, from step 1; values that are no numbers are kept but not drawn."""

    def __init__(self) -> None:
        self._kept = np.empty(4096, np.float32)  # the loss is computed in float32: this is exact
        self._count = 0
        self._span = 1  # steps in a bucket
        self._gathered = 0  # steps that are in a full bucket
        self._low = np.empty(0)
        self._high = np.empty(0)
        self._mean = np.empty(0)

    def __len__(self) -> int:
        return self._count

    @property
    def values(self) -> Floats:
        """Every step's loss, in order."""
        return self._kept[: self._count]

    def extend(self, losses: Sequence[float]) -> None:
        """Adds the next steps."""
        end = self._count + len(losses)
        if end > len(self._kept):
            grown = np.empty(max(end, 2 * len(self._kept)), np.float32)
            grown[: self._count] = self.values
            self._kept = grown
        with np.errstate(over="ignore"):  # beyond float32 is infinite, and so not drawn
            self._kept[self._count : end] = losses
        self._count = end
        self._gather()

    def envelope(self) -> Line:
        """Step and loss of the thin line: each bucket's smallest and largest value."""
        middle, low, high, mean = self._buckets()
        if self._span == 1:
            return middle, mean
        # From the larger to the smaller and back: the line never crosses a bucket twice.
        up = np.arange(len(middle)) % 2 == 0
        ends = np.stack([np.where(up, low, high), np.where(up, high, low)], axis=1)
        return np.repeat(middle, 2), ends.ravel()

    def smoothed(self) -> Line:
        """Step and loss of the thick line: the mean of the last steps, at each bucket's end."""
        middle, _, _, mean = self._buckets()
        if not len(mean):
            return middle, mean
        width = max(1, round(SMOOTHING * self._count / self._span))
        total = np.concatenate([[0.0], np.cumsum(mean)])
        last = np.arange(1, len(mean) + 1)
        first = np.maximum(last - width, 0)
        return middle, (total[last] - total[first]) / (last - first)

    def _gather(self) -> None:
        full = (self._count - self._gathered) // self._span
        if not full:
            return
        end = self._gathered + full * self._span
        rows = self._kept[self._gathered : end].reshape(full, self._span).astype(np.float64)
        low, high, mean = _summary(rows)
        self._low = np.concatenate([self._low, low])
        self._high = np.concatenate([self._high, high])
        self._mean = np.concatenate([self._mean, mean])
        self._gathered = end
        while len(self._mean) > BUCKETS:
            self._halve()

    def _halve(self) -> None:
        pairs = len(self._mean) // 2
        odd = len(self._mean) % 2

        def paired(values: NDArray[np.float64]) -> NDArray[np.float64]:
            return values[: 2 * pairs].reshape(pairs, 2)

        self._low = np.fmin(*paired(self._low).T)
        self._high = np.fmax(*paired(self._high).T)
        first, second = paired(self._mean).T
        self._mean = np.where(
            np.isnan(first), second, np.where(np.isnan(second), first, (first + second) / 2)
        )
        if odd:  # waits for its other half among the kept values
            self._gathered -= self._span
        self._span *= 2

    def _buckets(self) -> tuple[NDArray[np.float64], ...]:
        """Middle, smallest, largest and mean of every bucket that holds a finite value."""
        middle = np.arange(len(self._mean), dtype=np.float64) * self._span + (self._span + 1) / 2
        columns = [middle, self._low, self._high, self._mean]
        if self._gathered < self._count:  # the last bucket, still filling
            rest = self._kept[self._gathered : self._count].reshape(1, -1).astype(np.float64)
            last = (np.array([(self._gathered + self._count + 1) / 2]), *_summary(rest))
            columns = [np.concatenate(pair) for pair in zip(columns, last, strict=True)]
        finite = np.isfinite(columns[3])
        if not finite.all():
            columns = [column[finite] for column in columns]
        return tuple(columns)


def _summary(rows: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    """Smallest, largest and mean of each row, over its finite values; NaN where there is none."""
    finite = np.isfinite(rows)
    if finite.all():
        return rows.min(axis=1), rows.max(axis=1), rows.mean(axis=1)
    none = ~finite.any(axis=1)
    low = np.where(finite, rows, np.inf).min(axis=1)
    high = np.where(finite, rows, -np.inf).max(axis=1)
    mean = np.where(finite, rows, 0.0).sum(axis=1) / np.maximum(finite.sum(axis=1), 1)
    return tuple(np.where(none, np.nan, values) for values in (low, high, mean))
