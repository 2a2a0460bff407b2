"""Tries a layer that has no rule: runs its own text on torch's meta device, which stores nothing.

The batch is a large prime there, so a dimension that is a multiple of it is that many times B.
What a trial finds is remembered by layer and input types; the same question is answered once.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import torch
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import flop_registry

from nodegraph.analysis.report import Answer
from nodegraph.layers import Batch, Dim, Layer, Mismatch, TensorType
from nodegraph.say import say, together

BATCH = 30_000_001  # prime; its square times a few thousand is still a size torch can count
LONGEST = 5_000_000  # more than people give a layer; beyond it a size came from the batch


def trial(layer: Layer, types: tuple[TensorType, ...]) -> Answer:
    """The layer's outputs, trainable numbers and multiply-adds.

    Raises Mismatch, in torch's words, where it refuses inputs of these types.
    """
    found = _tried(layer, types)
    if isinstance(found, str):
        came = together(types) or say("nothing")
        raise Mismatch(found, came, message=say("can't take {0}: {1}", came, found))
    return found


@lru_cache(maxsize=4096)
def _tried(layer: Layer, types: tuple[TensorType, ...]) -> Answer | str:
    """The answer, or why there is none: a refusal is remembered too."""
    try:
        with torch.device("meta"), torch.no_grad(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about training; what trains says it again
            module, answer = _run(layer, types, BATCH)
            with _Counter() as counter:  # type: ignore[no-untyped-call]
                if layer.weights(*types) is None:  # no rule: what it computes is counted as well
                    _run(layer, types, batch=1)
    except Mismatch as mismatch:
        return str(mismatch)
    except Exception as error:  # whatever the layer's own code raises, it is the answer
        return _sentence(error, layer)
    found = tuple(_type(tensor) for tensor in _tensors(answer))
    if len(found) != len(layer.outputs):
        return say("{0} outputs were named, but it answers {1}", len(layer.outputs), len(found))
    sizes = [dim for x in found for dim in x.dims if isinstance(dim, int)]
    if any(size > LONGEST for size in sizes):
        return say("it would change the batch")
    if 0 in sizes:
        return say("nothing would be left of it")
    return Answer(found, _weights(module), counter.flops // 2)


class _Counter(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Counts as FlopCounterMode does, whose hooks would reach what another thread trains."""

    flops = 0

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        out = func(*args, **(kwargs or {}))
        if count := flop_registry.get(func._overloadpacket):
            self.flops += count(*args, **(kwargs or {}), out_val=out)
        return out


def _run(layer: Layer, types: tuple[TensorType, ...], batch: int) -> tuple[Any, Any]:
    """The module its text builds, and what its call answers."""
    names: dict[str, Any] = {"torch": torch, "nn": nn}
    text = layer.build(*types)
    module = names["module"] = None if text is None else eval(text, names)
    inputs = {f"x{i}": _empty(x, batch) for i, x in enumerate(types)}
    return module, eval(layer.call("module", *inputs), names | inputs)


def _empty(x: TensorType, batch: int) -> torch.Tensor:
    sizes = [dim.times * batch if isinstance(dim, Batch) else dim for dim in x.dims]
    return torch.empty(sizes, dtype=getattr(torch, x.dtype), device="meta")


def _tensors(answer: Any) -> Iterable[torch.Tensor]:
    """The tensors of an answer, however its tuples are nested."""
    if isinstance(answer, torch.Tensor):
        yield answer
    elif isinstance(answer, (tuple, list)):
        for part in answer:
            yield from _tensors(part)


def _type(tensor: torch.Tensor) -> TensorType:
    return TensorType(tuple(map(_dim, tensor.shape)), str(tensor.dtype).removeprefix("torch."))


def _dim(size: int) -> Dim:
    return Batch(size // BATCH) if size and size % BATCH == 0 else int(size)


def _weights(module: Any) -> int:
    if not isinstance(module, nn.Module):
        return 0
    return sum(p.numel() for p in module.parameters() if p.requires_grad)


def _sentence(error: Exception, layer: Layer) -> str:
    """The first sentence of torch's message, with B where the stand-in for the batch is."""
    text = " ".join(str(error).split()) or type(error).__name__
    if re.search(r"\b[Mm]eta'? (tensors|backend)", text):
        return say("the shapes of {0} can't be told without running it", layer.kind)
    text = re.sub(r"torch\.Size\((.*?)\)|<[^>]*>", r"\1", text)
    first = re.split(r"(?<=[a-z)\]])\. ", text)[0].rstrip(". ")
    return re.sub(r"\d+", _batches, first)


def _batches(match: re.Match[str]) -> str:
    dim = _dim(int(match[0]))
    return str(dim) if isinstance(dim, Batch) else match[0]
