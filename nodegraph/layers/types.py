"""What flows along a wire: the whole shape of a tensor, with the batch as a symbol.

The batch is not known while drawing, so a dimension is a number or a number of batches:
`B`, or `2*B` after two are joined along it.
"""

from __future__ import annotations

from math import prod
from typing import NamedTuple


class Batch(NamedTuple):
    """A dimension that is `times` as long as the batch."""

    times: int = 1

    def __str__(self) -> str:
        return "B" if self.times == 1 else f"{self.times}*B"


Dim = int | Batch
B = Batch()


class TensorType(NamedTuple):
    """A tensor's shape and dtype; `str` gives "B×1×28×28", with the dtype when it isn't float32."""

    dims: tuple[Dim, ...]
    dtype: str = "float32"

    def __str__(self) -> str:
        text = "×".join(map(str, self.dims)) or "scalar"
        return text if self.dtype == "float32" else f"{text} {self.dtype}"

    @property
    def rank(self) -> int:
        """How many dimensions, the batch among them."""
        return len(self.dims)

    def with_dim(self, axis: int, dim: Dim) -> TensorType:
        """The same type with one dimension replaced."""
        dims = list(self.dims)
        dims[axis] = dim
        return self._replace(dims=tuple(dims))

    def values(self, batch: int = 1) -> int:
        """How many numbers such a tensor holds."""
        return prod(d.times * batch if isinstance(d, Batch) else d for d in self.dims)


def product(dims: tuple[Dim, ...]) -> Dim | None:
    """The dimensions multiplied; None when the batch would be squared."""
    number = prod(d.times if isinstance(d, Batch) else d for d in dims)
    batches = sum(isinstance(d, Batch) for d in dims)
    if batches > 1:
        return None
    return Batch(number) if batches else number
