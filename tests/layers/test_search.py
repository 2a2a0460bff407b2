"""T-24: what a person types finds what is meant: each query with the layer that comes first."""

from __future__ import annotations

import pytest

from nodegraph.layers import LAYERS, all_layers, find
from nodegraph.layers.search import Habits, found

FIRST = {
    "Conv2d": (
        "conv",
        "conv2d",
        "conv2",
        "c2d",
        "con",
        "cnn",
        "filter",
        "Conv2d",
        "CONV",
        "  conv",
        "conv 2d",
    ),
    "Conv1d": ("conv1",),
    "ConvTranspose2d": (
        "convt",
        "deconv",
        "transposed",
        "transposed conv",
        "decoder",
    ),
    "Upsample": ("upsample",),
    "MaxPool2d": (
        "pool",
        "max",
        "maxpool",
        "max pool",
        "max pool 2d",
        "mp",
    ),
    "MaxPool1d": (
        "maxpool1",
        "max pool 1d",
    ),
    "AvgPool2d": (
        "avg",
        "avg pool",
        "ap",
        "avgpool",
    ),
    "AdaptiveAvgPool2d": (
        "gap",
        "global",
        "global average pool",
        "aap",
        "adaptive",
        "adaptive avg",
    ),
    "Mean": ("mean",),
    "Linear": (
        "fc",
        "dense",
        "lin",
        "linear",
        "fully connected",
        "mlp",
        "perceptron",
    ),
    "Embedding": (
        "emb",
        "token",
        "word",
        "lookup",
    ),
    "BatchNorm2d": (
        "bn",
        "batchnorm",
        "batch norm",
        "batch",
        "bn 2d",
        "bn2d",
    ),
    "BatchNorm1d": ("bn1d",),
    "LayerNorm": (
        "ln",
        "layer norm",
        "layernorm",
    ),
    "GroupNorm": (
        "gn",
        "group norm",
    ),
    "RMSNorm": (
        "rms",
        "rmsnorm",
    ),
    "Input": (
        "in",
        "input",
        "image",
        "data",
        "inp",
    ),
    "InstanceNorm2d": (
        "instance",
        "instance norm",
    ),
    "ReLU": (
        "relu",
        "rectifier",
    ),
    "ReLU6": ("relu6",),
    "LeakyReLU": (
        "leaky",
        "lrelu",
        "leaky relu",
        "leak",
    ),
    "PReLU": ("prelu",),
    "ELU": (
        "elu",
        "exponential",
    ),
    "SELU": ("selu",),
    "GELU": ("gelu",),
    "SiLU": (
        "silu",
        "swish",
    ),
    "Mish": ("mish",),
    "Sigmoid": (
        "sigmoid",
        "sig",
        "logistic",
    ),
    "Tanh": (
        "tanh",
        "tan",
    ),
    "Hardswish": (
        "hardswish",
        "mobilenet",
    ),
    "Softmax": (
        "softmax",
        "soft",
    ),
    "LogSoftmax": ("logsoftmax",),
    "NLLLoss": ("nll",),
    "Softplus": ("softplus",),
    "GLU": ("glu",),
    "Threshold": ("threshold",),
    "Flatten": (
        "flat",
        "flatten",
        "flatt",
    ),
    "Reshape": (
        "view",
        "reshape",
        "resize",
        "res",
    ),
    "Unflatten": ("unflatten",),
    "Permute": (
        "permute",
        "transpose",
        "swap",
    ),
    "Squeeze": (
        "squeeze",
        "squ",
    ),
    "Unsqueeze": (
        "unsqueeze",
        "unsq",
    ),
    "Slice": (
        "slice",
        "crop",
    ),
    "Select": (
        "select",
        "index",
    ),
    "Chunk": (
        "chunk",
        "split",
    ),
    "Add": (
        "add",
        "plus",
        "sum",
        "residual",
        "skip",
        "resnet",
    ),
    "Subtract": (
        "sub",
        "minus",
    ),
    "Multiply": (
        "mul",
        "times",
        "multi",
    ),
    "MatMul": (
        "matmul",
        "bmm",
        "matrix",
    ),
    "Concatenate": (
        "cat",
        "concat",
        "join",
        "unet",
        "inception",
        "densenet",
    ),
    "Stack": ("stack",),
    "Dropout": (
        "drop",
        "dropout",
    ),
    "Dropout2d": (
        "dropout2",
        "spatial",
    ),
    "AlphaDropout": ("alpha",),
    "RNN": (
        "rnn",
        "sequence",
    ),
    "LSTM": (
        "lstm",
        "long short term memory",
    ),
    "GRU": ("gru",),
    "MultiheadAttention": (
        "attention",
        "mha",
        "self attention",
    ),
    "Transformer": ("transformer",),
    "TransformerEncoderLayer": (
        "encoder",
        "bert",
        "vit",
    ),
    "Output": (
        "output",
        "out",
        "result",
        "outp",
    ),
    "PixelShuffle": (
        "pixel",
        "pixelshuffle",
    ),
    "ZeroPad2d": (
        "pad",
        "zero pad",
        "zeropad",
    ),
    "Identity": ("identity",),
    "MSELoss": (
        "mse",
        "mse loss",
    ),
    "CosineSimilarity": ("cosine",),
    "CrossMapLRN2d": ("lrn",),
    "LSTMCell": (
        "lstmcell",
        "lstmc",
    ),
    "Bilinear": ("bilinear",),
    "Conv3d": (
        "volume",
        "conv3",
    ),
    "BatchNorm3d": ("bn3d",),
    "CELU": (
        "celu",
        "cel",
    ),
    "Hardsigmoid": ("hardsig",),
    "LogSigmoid": ("logsig",),
    "Softmin": ("softmin",),
    "Softsign": ("softsign",),
    "Softshrink": ("shrink",),
    "EmbeddingBag": (
        "embeddingbag",
        "bag",
    ),
    "GRUCell": ("grucell",),
    "RNNCell": ("rnncell",),
    "TransformerDecoderLayer": ("transformerdec",),
    "ReflectionPad2d": ("reflection pad",),
    "CircularPad2d": ("circular",),
    "Unfold": ("unfold",),
    "Dropout1d": ("dropout1d",),
    "FeatureAlphaDropout": ("feature alpha",),
}

QUERIES = [(query, first) for first, queries in FIRST.items() for query in queries]


def names(query: str, habits: Habits | None = None) -> list[str]:
    hits = found(query, all_layers(), habits or Habits())
    return [layer.__name__ for layer in hits]


@pytest.mark.parametrize(("query", "first"), QUERIES)
def test_the_layer_that_is_meant_comes_first(query: str, first: str) -> None:
    assert names(query)[0] == first


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(QUERIES) >= 150


@pytest.mark.parametrize("layer", [layer.__name__ for layer in all_layers()])
def test_every_layer_is_first_under_its_own_name(layer: str) -> None:
    assert names(layer)[0] == layer


def test_an_exact_name_beats_a_beginning_and_that_beats_another_word() -> None:
    hits = names("add")
    assert hits.index("Add") < hits.index("Unsqueeze")  # found by "add dimension"
    hits = names("in")
    assert hits.index("Input") < hits.index("Select")


def test_nonsense_finds_nothing() -> None:
    assert names("qqq") == []
    assert names("conv nonsense") == []


def test_no_query_lists_everything() -> None:
    assert len(names("")) == len(all_layers())


def test_habit_decides_between_equals_but_not_against_a_better_match() -> None:
    assert names("pool", Habits(after={"AvgPool2d": 2}))[0] == "AvgPool2d"
    assert names("pool", Habits(recent=("AvgPool1d", "MaxPool2d")))[0] == "AvgPool1d"
    often = Habits(after={"MaxPool1d": 2}, recent=("AvgPool1d",))
    assert names("pool", often)[0] == "MaxPool1d"
    assert names("relu", Habits(after={"ReLU6": 99}))[0] == "ReLU"


def test_habit_never_makes_a_transposed_convolution_of_conv() -> None:
    habits = Habits(after={"ConvTranspose2d": 9}, recent=("ConvTranspose2d", "Conv1d"))
    assert names("conv", habits)[:4] == ["Conv1d", "Conv2d", "Conv3d", "ConvTranspose2d"]


def test_a_layer_is_searched_for_among_those_given() -> None:
    assert find("Upsample") not in found("upsample", LAYERS.values())
