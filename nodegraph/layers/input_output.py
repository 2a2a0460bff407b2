"""Where samples enter a network and where its answer leaves."""

from __future__ import annotations

from typing import ClassVar

from nodegraph.layers.base import Layer, layer
from nodegraph.layers.types import B, TensorType
from nodegraph.setting import choice, shape


@layer("Input and output", stem="input", aliases=("image", "picture", "data", "placeholder"))
class Input(Layer):
    """Where a sample enters the network; its shape is one sample's, the batch comes before it."""

    inputs: ClassVar[tuple[str, ...]] = ()
    positional: ClassVar[tuple[str, ...]] = ("shape",)
    shape: tuple[int, ...] = shape((1, 28, 28), "One sample's shape, without the batch", short="")
    dtype: str = choice("float32", ("float32", "int64"), "What its numbers are: int64 for words")

    def types(self) -> tuple[TensorType]:
        return (TensorType((B, *self.shape), self.dtype),)


@layer("Input and output", stem="output", aliases=("result", "return", "answer"))
class Output(Layer):
    """What the network answers."""

    outputs: ClassVar[tuple[str, ...]] = ()

    def types(self, x: TensorType) -> tuple[()]:
        return ()
