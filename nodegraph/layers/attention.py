"""Attention: each place of a sequence looks at the others and takes what it needs.

The batch comes first here, as it does on every wire; torch's own default is the other way round,
so `batch_first` is always written.
"""

from __future__ import annotations

from typing import Any, ClassVar

from nodegraph.layers import expect
from nodegraph.layers.base import Mismatch, Module, layer
from nodegraph.layers.types import TensorType
from nodegraph.say import say
from nodegraph.setting import choice, flag, real, whole


def _heads_fit(heads: int, width: int, x: TensorType, port: str = "") -> None:
    if width % heads:
        raise Mismatch(say("features that {0} heads divide", heads), x, port)


@layer("Attention", stem="attention", aliases=("mha", "attention", "self attention", "cross"))
class MultiheadAttention(Module):
    """Answers for each query a mix of the values, weighed by how well their keys fit it."""

    inputs: ClassVar[tuple[str, ...]] = ("query", "key", "value")
    outputs: ClassVar[tuple[str, ...]] = ("attn_output", "attn_output_weights")
    positional: ClassVar[tuple[str, ...]] = ("num_heads",)
    always: ClassVar[tuple[str, ...]] = ("batch_first",)
    num_heads: int = whole(4, "In how many groups of features it looks at once", short="heads")
    dropout: float = real(0.0, "How often a weight is zeroed while training", low=0, high=1)
    bias: bool = flag(True, "Adds learned numbers when it projects")
    add_bias_kv: bool = flag(False, "Adds a learned key and value to look at")
    add_zero_attn: bool = flag(False, "Adds a key and value of zeros to look at")
    batch_first: bool = flag(True, "Whether the batch comes before the steps")

    def types(
        self, query: TensorType, key: TensorType, value: TensorType
    ) -> tuple[TensorType, ...]:
        first = self.batch_first
        width = expect.sequence(query, "query", first)
        expect.sequence(key, "key", first)
        expect.sequence(value, "value", first)
        _heads_fit(self.num_heads, width, query, "query")
        batch, steps = (0, 1) if first else (1, 0)
        if key.dims[batch] != query.dims[batch]:
            raise Mismatch(say("the batch of query ({0})", query), key, "key")
        if value.dims[:2] != key.dims[:2]:
            raise Mismatch(say("as many steps as key ({0})", key), value, "value")
        seen = expect.number(key.dims[steps], expect.STEPS, key, "key")
        seen += self.add_bias_kv + self.add_zero_attn
        return query, TensorType((query.dims[batch], query.dims[steps], seen))

    def inferred(self, query: TensorType, key: TensorType, value: TensorType) -> dict[str, Any]:
        told = {"embed_dim": query.dims[-1], "kdim": key.dims[-1], "vdim": value.dims[-1]}
        width = told["embed_dim"]
        return {name: dim for name, dim in told.items() if name == "embed_dim" or dim != width}

    def build(self, query: TensorType, key: TensorType, value: TensorType) -> str:
        told = self.inferred(query, key, value)
        return self.new(told.pop("embed_dim"), **told)

    def weights(self, query: TensorType, key: TensorType, value: TensorType) -> int:
        width = expect.features(query)
        into = width * (width + expect.features(key) + expect.features(value))
        biases = 4 * width * self.bias + 2 * width * self.add_bias_kv
        return into + width * width + biases

    def multiply_adds(self, query: TensorType, key: TensorType, value: TensorType) -> int:
        answer, looks = self.types(query, key, value)
        width = expect.features(query)
        asked = answer.values() * width * 2  # projecting the query, and the answer
        told = (key.values() + value.values()) * width
        return asked + told + 2 * looks.values() * width


@layer("Attention", stem="encoder", aliases=("transformer", "bert", "vit", "self attention"))
class TransformerEncoderLayer(Module):
    """Self attention and two linear layers, each with a residual and a normalization."""

    positional: ClassVar[tuple[str, ...]] = ("nhead",)
    always: ClassVar[tuple[str, ...]] = ("batch_first",)
    nhead: int = whole(4, "In how many groups of features it looks at once", short="heads")
    dim_feedforward: int = whole(2048, "How wide the linear layers are inside", short="ff")
    dropout: float = real(0.1, "How often a value is zeroed while training", low=0, high=1)
    activation: str = choice("relu", ("relu", "gelu"), "What bends the values between them")
    layer_norm_eps: float = real(1e-5, "Added to the variance when normalizing", low=0)
    batch_first: bool = flag(True, "Whether the batch comes before the steps")
    norm_first: bool = flag(False, "Normalizes before each part, not after it")
    bias: bool = flag(True, "Adds learned numbers in linear layers and normalizations")

    def types(self, x: TensorType) -> tuple[TensorType]:
        width = expect.sequence(x, batch_first=self.batch_first)
        _heads_fit(self.nhead, width, x)
        return (x,)

    def inferred(self, x: TensorType) -> dict[str, Any]:
        return {"d_model": x.dims[-1]}

    def weights(self, x: TensorType) -> int:
        width, inside = expect.features(x), self.dim_feedforward
        matrices = 4 * width * width + 2 * width * inside
        # Attention's four, the linear layers' two, and a shift beside each norm's scale.
        biases = (4 * width + inside + width + 2 * width) * self.bias
        return matrices + 2 * width + biases

    def multiply_adds(self, x: TensorType) -> int:
        width = expect.features(x)
        looks = TensorType(x.dims[1:2] if self.batch_first else x.dims[:1]).values()
        return x.values() * (4 * width + 2 * self.dim_feedforward + 2 * looks)
