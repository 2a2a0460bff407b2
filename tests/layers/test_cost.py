"""Multiplications with addition are those that torch's own counter finds."""

from __future__ import annotations

import pytest
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from nodegraph.layers import LAYERS, B, Batch, Dim, Layer, TensorType

COUNTED = [
    ("Linear", {"out_features": 7}, [(5, 6)]),
    ("Conv1d", {"out_channels": 6, "groups": 3, "padding": "same"}, [(6, 11)]),
    ("Conv2d", {"out_channels": 8, "kernel_size": (3, 5), "stride": 2, "padding": 1}, [(3, 9, 8)]),
    ("Conv3d", {"out_channels": 4, "dilation": 2}, [(2, 7, 7, 7)]),
    ("ConvTranspose2d", {"out_channels": 6, "stride": 2, "groups": 2}, [(4, 5, 5)]),
    ("MatMul", {}, [(3, 4), (4, 5)]),
]


@pytest.mark.parametrize(("name", "settings", "shapes"), COUNTED, ids=lambda v: str(v)[:15])
def test_multiply_adds_are_half_of_torchs_operations(
    name: str, settings: dict[str, object], shapes: list[tuple[int, ...]]
) -> None:
    layer: Layer = LAYERS[name](**settings)
    types = tuple(TensorType((B, *shape)) for shape in shapes)
    numbers = [torch.rand(1, *shape) for shape in shapes]
    names = {"nn": nn, "torch": torch, "x": numbers}
    if text := layer.build(*types):
        names["module"] = eval(text, names)
    with FlopCounterMode(display=False) as counter:
        eval(layer.call("module", *(f"x[{i}]" for i in range(len(numbers)))), names)
    assert layer.multiply_adds(*types) * 2 == counter.get_total_flops()


FOLDED = [  # what comes in where each sample is several: pictures of a film, steps apart
    ("Conv1d", {"out_channels": 6, "groups": 3}, (Batch(4), 6, 11)),
    ("Conv2d", {"out_channels": 8, "stride": 2, "padding": 1}, (Batch(5), 3, 9, 8)),
    ("Conv3d", {"out_channels": 4, "padding": "same"}, (Batch(2), 2, 3, 4, 5)),
    ("ConvTranspose2d", {"out_channels": 6, "stride": 2}, (Batch(3), 4, 5, 5)),
    ("Conv2d", {"out_channels": 8}, (3, 3, 9, 8)),
    ("Linear", {"out_features": 7}, (Batch(3), 6)),
    ("RNN", {"hidden_size": 5}, (Batch(4), 3, 8)),
    ("GRU", {"hidden_size": 4, "batch_first": False, "num_layers": 2}, (9, Batch(2), 3)),
    ("LSTM", {"hidden_size": 4, "proj_size": 3}, (Batch(2), 3, 9)),
    ("TransformerEncoderLayer", {"nhead": 2, "dim_feedforward": 5}, (Batch(3), 7, 4)),
    ("TransformerEncoderLayer", {"nhead": 2, "batch_first": False}, (7, Batch(3), 4)),
    ("TransformerEncoderLayer", {"nhead": 2, "batch_first": False}, (B, 7, 4)),
]


@pytest.mark.filterwarnings("ignore:LSTM with projections")
@pytest.mark.parametrize(("name", "settings", "dims"), FOLDED, ids=lambda v: str(v)[:30])
def test_multiply_adds_are_of_all_that_one_sample_became(
    name: str, settings: dict[str, object], dims: tuple[Dim, ...]
) -> None:
    layer: Layer = LAYERS[name](**settings)
    x = TensorType(dims)
    module = eval(str(layer.build(x)), {"nn": nn})
    with FlopCounterMode(display=False) as counter:
        module(torch.rand([dim.times if isinstance(dim, Batch) else dim for dim in dims]))
    assert layer.multiply_adds(x) * 2 == counter.get_total_flops()


def test_a_dropout_costs_nothing() -> None:
    assert LAYERS["Dropout"]().multiply_adds(TensorType((B, 8))) == 0
