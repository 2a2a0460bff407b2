"""Settings typed behind a name become the settings of the layer, or a sentence says why not."""

from __future__ import annotations

from typing import Any

import pytest

from nodegraph.layers import Layer, all_layers, shorthand
from nodegraph.layers.search import found
from nodegraph.setting import settings_of


def told(text: str) -> tuple[type[Layer], shorthand.Told]:
    query, tokens = shorthand.split(text)
    layer = found(query, all_layers())[0]
    return layer, shorthand.read(layer, tokens)


TOLD: list[tuple[str, str, dict[str, Any]]] = [
    ("conv", "Conv2d", {}),
    ("conv 64", "Conv2d", {"out_channels": 64}),
    ("conv 64 3 s2", "Conv2d", {"out_channels": 64, "kernel_size": 3, "stride": 2}),
    ("conv 64 3 2 1", "Conv2d", {"out_channels": 64, "kernel_size": 3, "stride": 2, "padding": 1}),
    ("conv 3x5", "Conv2d", {"kernel_size": (3, 5)}),
    ("conv 3x3 64", "Conv2d", {"kernel_size": 3, "out_channels": 64}),
    ("conv p1 k5 64", "Conv2d", {"padding": 1, "kernel_size": 5, "out_channels": 64}),
    ("conv 64 pad=same", "Conv2d", {"out_channels": 64, "padding": "same"}),
    ("conv 64 same", "Conv2d", {"out_channels": 64, "padding": "same"}),
    ("conv 64 nobias", "Conv2d", {"out_channels": 64, "bias": False}),
    ("conv 64 bias=off", "Conv2d", {"out_channels": 64, "bias": False}),
    ("fc 10", "Linear", {"out_features": 10}),
    ("dropout .2", "Dropout", {"p": 0.2}),
    ("dropout p=0.2", "Dropout", {"p": 0.2}),
    ("pool 3", "MaxPool2d", {"kernel_size": 3}),
    ("max pool 3 s2", "MaxPool2d", {"kernel_size": 3, "stride": 2}),
    ("input 3 32 32", "Input", {"shape": (3, 32, 32)}),
    ("input 3x32x32 int64", "Input", {"shape": (3, 32, 32), "dtype": "int64"}),
    ("input 784", "Input", {"shape": (784,)}),
    ("permute 0 2 1", "Permute", {"dims": (0, 2, 1)}),
    ("reshape -1 16", "Reshape", {"shape": (-1, 16)}),
    ("softmax -1", "Softmax", {"dim": -1}),
    ("bn 1e-3", "BatchNorm2d", {"eps": 0.001}),
    (
        "lstm 64 2 bidirectional",
        "LSTM",
        {"hidden_size": 64, "num_layers": 2, "bidirectional": True},
    ),
    ("mha 8", "MultiheadAttention", {"num_heads": 8}),
    ("emb 1000 64", "Embedding", {"num_embeddings": 1000, "embedding_dim": 64}),
    ("batch norm 2d", "BatchNorm2d", {}),
]


@pytest.mark.parametrize(("text", "name", "settings"), TOLD)
def test_values_become_settings(text: str, name: str, settings: dict[str, Any]) -> None:
    layer, read = told(text)
    assert layer.__name__ == name
    assert read == shorthand.Told(settings)
    layer(**read.settings)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("fc .5", "out_features needs a whole number from 1, got 0.5"),
        ("dropout 2", "p needs a number from 0 to 1, got 2"),
        ("conv s0", "stride needs a whole number or 2 of them from 1, got 0"),
        ("relu 3", "ReLU has no setting left for 3"),
        ("relu k3", "ReLU has no setting k: it has none"),
        ("fc q3", "Linear has no setting q: it has out_features, bias"),
    ],
)
def test_what_can_not_be_says_why(text: str, why: str) -> None:
    _, read = told(text)
    assert read.wrong == why


def test_words_before_the_first_value_are_searched_for() -> None:
    assert shorthand.split("global average pool 1") == ("global average pool", ("1",))
    assert shorthand.split("conv2d 64") == ("conv2d", ("64",))
    assert shorthand.split("  fc ") == ("fc", ())


@pytest.mark.parametrize("layer", all_layers(), ids=lambda layer: layer.__name__)
def test_every_setting_can_be_told_by_its_name(layer: type[Layer]) -> None:
    for setting in settings_of(layer):
        default = setting.default
        if isinstance(default, bool):
            token = f"{setting.name}={'on' if default else 'off'}"
        elif isinstance(default, tuple):
            token = f"{setting.name}={'x'.join(map(str, default))}"
        elif default is None:
            continue
        else:
            token = f"{setting.name}={default}"
        read = shorthand.read(layer, (token,))
        assert not read.wrong
        assert read.settings.get(setting.name) == default
