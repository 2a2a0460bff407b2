"""Layers that weigh every feature, and the table that turns numbers of words into features."""

from __future__ import annotations

from typing import Any, ClassVar

from nodegraph.layers import expect
from nodegraph.layers.base import Mismatch, Module, layer
from nodegraph.layers.types import TensorType
from nodegraph.say import say
from nodegraph.setting import flag, real, whole


@layer("Linear", stem="fc", aliases=("fc", "dense", "fully connected", "mlp", "perceptron"))
class Linear(Module):
    """Weighs every input feature for every output feature and adds a bias."""

    positional: ClassVar[tuple[str, ...]] = ("out_features",)
    out_features: int = whole(128, "How many features come out", short="out")
    bias: bool = flag(True, "Adds a learned number to each output")

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.features(x)
        return (x.with_dim(-1, self.out_features),)

    def inferred(self, x: TensorType) -> dict[str, Any]:
        return {"in_features": x.dims[-1]}

    def weights(self, x: TensorType) -> int:
        return (expect.features(x) + self.bias) * self.out_features

    def multiply_adds(self, x: TensorType) -> int:
        return x.values() * self.out_features


@layer("Linear", stem="bilinear", aliases=("pair", "interaction"))
class Bilinear(Module):
    """Weighs every pair of features from two inputs and adds a bias."""

    inputs: ClassVar[tuple[str, ...]] = ("input1", "input2")
    positional: ClassVar[tuple[str, ...]] = ("out_features",)
    out_features: int = whole(128, "How many features come out", short="out")
    bias: bool = flag(True, "Adds a learned number to each output")

    def types(self, x: TensorType, y: TensorType) -> tuple[TensorType]:
        expect.features(x, "input1")
        expect.features(y, "input2")
        if x.dims[:-1] != y.dims[:-1]:
            raise Mismatch(say("the dimensions of input1 before the last ({0})", x), y, "input2")
        return (x.with_dim(-1, self.out_features),)

    def inferred(self, x: TensorType, y: TensorType) -> dict[str, Any]:
        return {"in1_features": x.dims[-1], "in2_features": y.dims[-1]}

    def weights(self, x: TensorType, y: TensorType) -> int:
        pairs = expect.features(x) * expect.features(y)
        return (pairs + self.bias) * self.out_features

    def multiply_adds(self, x: TensorType, y: TensorType) -> int:
        return x.values() * expect.features(y) * self.out_features


@layer("Linear", stem="embedding", aliases=("word", "token", "lookup", "table"))
class Embedding(Module):
    """Looks up a learned row of features for each whole number."""

    positional: ClassVar[tuple[str, ...]] = ("num_embeddings", "embedding_dim")
    num_embeddings: int = whole(1000, "How many different numbers there are", short="n")
    embedding_dim: int = whole(64, "How many features each number gets", short="dim")
    padding_idx: int | None = whole(None, "The number whose row stays zero", low=None)
    max_norm: float | None = real(None, "Rows longer than this are shortened to it", low=0)
    norm_type: float = real(2.0, "Which p-norm measures a row for max_norm")
    scale_grad_by_freq: bool = flag(False, "Divides a row's gradient by how often it was used")
    sparse: bool = flag(False, "Gradients for used rows only; not every optimizer takes them")

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.whole_numbers(x)
        rows, spare = self.num_embeddings, self.padding_idx
        if spare is not None and not -rows <= spare < rows:
            raise Mismatch(say("a padding_idx from {0} to {1}", -rows, rows - 1), spare)
        return (TensorType((*x.dims, self.embedding_dim)),)

    def weights(self, x: TensorType) -> int:
        return self.num_embeddings * self.embedding_dim
