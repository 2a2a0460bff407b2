"""Recurrent layers: one step of a sequence after the other, with a memory between them.

Each answers the whole sequence (`output`) and what it remembers at the end (`h_n`, an LSTM also
`c_n`), as torch does. The batch comes first here, as it does on every wire; torch's own default
is the other way round, so `batch_first` is always written. Weights are counted as torch's own
pages for RNN, LSTM and GRU name them: two matrices and two biases for each gate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from nodegraph.layers import expect
from nodegraph.layers.base import Mismatch, Module, layer
from nodegraph.layers.types import TensorType
from nodegraph.say import say
from nodegraph.setting import choice, flag, real, whole


@dataclass(frozen=True)
class Recurrent(Module):
    """The rule of RNN, LSTM and GRU; `gates` is how many numbers each unit works out a step."""

    gates: ClassVar[int] = 1
    outputs: ClassVar[tuple[str, ...]] = ("output", "h_n")
    positional: ClassVar[tuple[str, ...]] = ("hidden_size",)
    always: ClassVar[tuple[str, ...]] = ("batch_first",)
    hidden_size: int = whole(128, "How many numbers it remembers", short="hidden")
    num_layers: int = whole(1, "How many are stacked on each other", short="layers")
    bias: bool = flag(True, "Adds learned numbers in each unit")
    batch_first: bool = flag(True, "Whether the batch comes before the steps")
    dropout: float = real(0.0, "How often a value is zeroed between stacked layers", low=0, high=1)
    bidirectional: bool = flag(False, "Reads from both ends", short="both ways")

    @property
    def answered(self) -> int:
        """How many numbers one direction answers at each step."""
        return self.hidden_size

    def types(self, x: TensorType) -> tuple[TensorType, ...]:
        expect.sequence(x, batch_first=self.batch_first)
        ways = 1 + self.bidirectional
        batch = x.dims[0] if self.batch_first else x.dims[1]
        output = x.with_dim(-1, ways * self.answered)
        return output, TensorType((ways * self.num_layers, batch, self.answered))

    def inferred(self, x: TensorType) -> dict[str, Any]:
        return {"input_size": x.dims[-1]}

    def weights(self, x: TensorType) -> int:
        ways = 1 + self.bidirectional
        biases = 2 * self.gates * self.hidden_size * self.bias * self.num_layers * ways
        return self._matrices(x) + biases

    def multiply_adds(self, x: TensorType) -> int:
        return self._matrices(x) * TensorType(x.dims[:2]).values()

    def _matrices(self, x: TensorType) -> int:
        """The numbers that are multiplied at each step, in all layers and directions."""
        ways = 1 + self.bidirectional
        units, answered = self.gates * self.hidden_size, self.answered
        from_input = expect.features(x) + (self.num_layers - 1) * ways * answered
        projection = 0 if answered == self.hidden_size else answered * self.hidden_size
        remembered = self.num_layers * (units * answered + projection)
        return ways * (units * from_input + remembered)


@layer("Recurrent", stem="rnn", aliases=("sequence", "elman"))
class RNN(Recurrent):
    """Reads a sequence step by step, remembering one list of numbers."""

    nonlinearity: str = choice("tanh", ("tanh", "relu"), "What bends the values at each step")


@layer("Recurrent", stem="lstm", aliases=("sequence", "long short term memory", "rnn"))
class LSTM(Recurrent):
    """Reads a sequence step by step with a memory that gates keep, change and forget."""

    gates: ClassVar[int] = 4
    outputs: ClassVar[tuple[str, ...]] = ("output", "h_n", "c_n")
    proj_size: int = whole(0, "Shortens what is answered to so many numbers; 0: not", low=0)

    @property
    def answered(self) -> int:
        """How many numbers one direction answers at each step."""
        return self.proj_size or self.hidden_size

    def types(self, x: TensorType) -> tuple[TensorType, ...]:
        if self.proj_size >= self.hidden_size:
            raise Mismatch(
                say("a proj_size below the hidden_size of {0}", self.hidden_size), self.proj_size
            )
        output, h_n = super().types(x)
        return output, h_n, h_n.with_dim(-1, self.hidden_size)

    def unpack(self, output: str, h_n: str, c_n: str) -> str:
        return f"{output}, _" if h_n == c_n == "_" else f"{output}, ({h_n}, {c_n})"


@layer("Recurrent", stem="gru", aliases=("sequence", "gated", "rnn"))
class GRU(Recurrent):
    """Reads a sequence step by step with a memory that two gates keep and change."""

    gates: ClassVar[int] = 3
