"""Writes torch_layers.json: every public module of torch.nn, its parameters, inputs and outputs.

Run it after an update of torch: `python resources/write_torch_layers.py`. What torch's own
signatures tell is read from them; the tables here hold only what they don't: the words a
parameter may be, a first value where torch has none, and our own line of help.
"""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from typing import Any

import torch
from torch import nn

# Not layers that can be drawn, and why.
EXCLUDED = {
    "Module": "the base of all modules",
    "Container": "the base of containers",
    "Sequential": "a container: the drawing itself says what follows what",
    "ModuleList": "a container: the drawing itself holds the layers",
    "ModuleDict": "a container: the drawing itself holds the layers",
    "ParameterList": "a container of bare parameters",
    "ParameterDict": "a container of bare parameters",
    "DataParallel": "wraps a whole network to train it on several devices",
    "SyncBatchNorm": "batch normalization over several GPUs: torch turns BatchNorm into it",
    "RNNBase": "the base of RNN, LSTM and GRU",
    "RNNCellBase": "the base of the recurrent cells",
    "TransformerEncoder": "its constructor takes a layer: draw its layers one after the other",
    "TransformerDecoder": "its constructor takes a layer: draw its layers one after the other",
    "NLLLoss2d": "an old name of NLLLoss",
}
LAZY = "takes its sizes from the first batch: here every layer takes them from the wire"

# Parameters that are no settings, and why; by name, whatever the module.
LEFT_OUT = {
    "device": "where a module lives is the recipe's choice",
    "dtype": "what a module computes in is the recipe's choice",
    "inplace": "would change a value under whatever else reads it",
    "size_average": "deprecated: reduction says it",
    "reduce": "deprecated: reduction says it",
    "min_value": "deprecated: min_val says it",
    "max_value": "deprecated: max_val says it",
    "weight": "a tensor",
    "pos_weight": "a tensor",
    "_weight": "a tensor",
    "_random_samples": "a tensor",
    "_freeze": "private",
    "process_group": "belongs to training on several devices",
    "distance_function": "a function",
    "custom_encoder": "a module",
    "custom_decoder": "a module",
    "options": "an object",
    "args": "ignored",
    "kwargs": "ignored",
}
FROM_WIRE = {
    *("in_channels", "in_features", "in1_features", "in2_features", "num_features"),
    *("num_channels", "normalized_shape", "input_size", "d_model", "embed_dim", "kdim", "vdim"),
}
LEFT_OUT_OF = {
    ("FractionalMaxPool2d", "return_indices"): "would answer a second output",
    ("FractionalMaxPool3d", "return_indices"): "would answer a second output",
    ("Upsample", "recompute_scale_factor"): "makes no difference where the size is known",
    ("EmbeddingBag", "include_last_offset"): "belongs to an input that is not drawn",
    ("LinearCrossEntropyLoss", "out_features"): "belongs to a target of several parts",
}

CHOICES = {
    "reduction": ["none", "mean", "sum"],
    "padding_mode": ["zeros", "reflect", "replicate", "circular"],
    "approximate": ["none", "tanh"],
    "nonlinearity": ["tanh", "relu"],
    "activation": ["relu", "gelu"],
    "KLDivLoss.reduction": ["none", "batchmean", "sum", "mean"],
    "EmbeddingBag.mode": ["sum", "mean", "max"],
    "Upsample.mode": ["nearest", "linear", "bilinear", "bicubic", "trilinear", "nearest-exact"],
}

# Where the wire tells it, for modules without a class of their own: input, dimension.
INFERRED = {
    "AdaptiveLogSoftmaxWithLoss": {"in_features": ["input_", -1]},
    "GRUCell": {"input_size": ["input", -1]},
    "LSTMCell": {"input_size": ["input", -1]},
    "LinearCrossEntropyLoss": {"in_features": ["input", -1]},
    "RNNCell": {"input_size": ["input", -1]},
    "Transformer": {"d_model": ["src", -1]},
    "TransformerDecoderLayer": {"d_model": ["tgt", -1]},
}

# First values where torch has none, or where its own would not work on a drawing.
FIRST = {
    "hidden_size": 128,
    "kernel_size": 2,
    "padding": 1,
    "norm_type": 2.0,
    "nhead": 4,
    "num_heads": 4,
    "value": 0.0,
    "num_embeddings": 1000,
    "embedding_dim": 64,
    "groups": 2,
    "upscale_factor": 2,
    "downscale_factor": 2,
    "num_classes": 10,
    "AdaptiveLogSoftmaxWithLoss.n_classes": 1000,
    "AdaptiveLogSoftmaxWithLoss.cutoffs": [100],
    "CrossMapLRN2d.size": 5,
    "LocalResponseNorm.size": 5,
    "KLDivLoss.reduction": "batchmean",  # what the formula means; torch warns of its own
    "Fold.output_size": 8,
    "FractionalMaxPool2d.output_ratio": 0.5,
    "FractionalMaxPool3d.output_ratio": 0.5,
    "Upsample.scale_factor": 2.0,
    "UpsamplingBilinear2d.scale_factor": 2.0,
    "UpsamplingNearest2d.scale_factor": 2.0,
    "Transformer.batch_first": True,
    "Transformer.nhead": 8,
    "TransformerDecoderLayer.batch_first": True,
}

OUTPUTS = {
    "AdaptiveLogSoftmaxWithLoss": ["output", "loss"],
    "LSTMCell": ["h_1", "c_1"],
}

GROUPS = {
    "activation": "Activation",
    "adaptive": "Loss",
    "channelshuffle": "Shape",
    "distance": "Merge",
    "fold": "Convolution",
    "linear": "Shape",
    "loss": "Loss",
    "linear_cross_entropy_loss": "Loss",
    "normalization": "Normalization",
    "padding": "Shape",
    "pixelshuffle": "Shape",
    "pooling": "Pooling",
    "rnn": "Recurrent",
    "sparse": "Linear",
    "transformer": "Attention",
    "upsampling": "Shape",
}

HELP = {
    "AdaptiveLogSoftmaxWithLoss": "A softmax over very many classes, quicker for the common ones.",
    "BCELoss": "Cross-entropy of probabilities against targets between 0 and 1.",
    "BCEWithLogitsLoss": "Sigmoid and binary cross-entropy in one, without losing digits.",
    "CTCLoss": "Scores a sequence against a shorter one whose places are not known.",
    "ChannelShuffle": "Mixes the channels of groups with each other.",
    "CircularPad1d": "Continues a sequence at its edges with what lies at the other end.",
    "CircularPad2d": "Continues a picture at its edges with what lies at the other side.",
    "CircularPad3d": "Continues a volume at its edges with what lies at the other side.",
    "ConstantPad1d": "Adds one value at the edges of a sequence.",
    "ConstantPad2d": "Adds one value at the edges of a picture.",
    "ConstantPad3d": "Adds one value at the edges of a volume.",
    "CosineEmbeddingLoss": "Draws pairs together or apart by the angle between them.",
    "CosineSimilarity": "The cosine of the angle between two inputs.",
    "CrossEntropyLoss": "Softmax and negative log-likelihood of the right class in one.",
    "CrossMapLRN2d": "Divides each value by how strong its neighbouring channels are.",
    "EmbeddingBag": "Looks up rows for several numbers and brings them to one.",
    "Fold": "Puts sliding blocks together into a picture, adding where they overlap.",
    "FractionalMaxPool2d": "Max pooling of a picture with windows of random steps.",
    "FractionalMaxPool3d": "Max pooling of a volume with windows of random steps.",
    "GRUCell": "One step of a GRU.",
    "GaussianNLLLoss": "Scores a predicted mean and variance against a target.",
    "HingeEmbeddingLoss": "Draws distances to zero or beyond a margin.",
    "HuberLoss": "Squared error near zero, absolute error beyond delta.",
    "Identity": "Answers what it gets.",
    "KLDivLoss": "How far one distribution is from another; takes log-probabilities.",
    "L1Loss": "The mean absolute error.",
    "LPPool1d": "Takes the p-norm of each window along a sequence.",
    "LPPool2d": "Takes the p-norm of each window of a picture.",
    "LPPool3d": "Takes the p-norm of each window of a volume.",
    "LSTMCell": "One step of an LSTM.",
    "LinearCrossEntropyLoss": "A linear layer and cross-entropy in one, with less memory.",
    "LocalResponseNorm": "Divides each value by how strong its neighbouring channels are.",
    "MSELoss": "The mean squared error.",
    "MarginRankingLoss": "Wants one input to rank above the other by a margin.",
    "MaxUnpool1d": "Puts the values of a max pooling back where they were in the sequence.",
    "MaxUnpool2d": "Puts the values of a max pooling back where they were in the picture.",
    "MaxUnpool3d": "Puts the values of a max pooling back where they were in the volume.",
    "MultiLabelMarginLoss": "Wants the right classes to lead all others by a margin.",
    "MultiLabelSoftMarginLoss": "Binary cross-entropy for each of several labels.",
    "MultiMarginLoss": "Wants the right class to lead the others by a margin.",
    "NLLLoss": "The negative log-likelihood of the right class; takes log-probabilities.",
    "PairwiseDistance": "The distance between two inputs.",
    "PixelShuffle": "Lays channels out as finer pixels.",
    "PixelUnshuffle": "Gathers neighbouring pixels into channels.",
    "PoissonNLLLoss": "Scores a predicted rate against counts.",
    "RNNCell": "One step of an RNN.",
    "ReflectionPad1d": "Mirrors a sequence at its edges.",
    "ReflectionPad2d": "Mirrors a picture at its edges.",
    "ReflectionPad3d": "Mirrors a volume at its edges.",
    "ReplicationPad1d": "Repeats the first and last value of a sequence.",
    "ReplicationPad2d": "Repeats the edge of a picture.",
    "ReplicationPad3d": "Repeats the edge of a volume.",
    "SmoothL1Loss": "Squared error below beta, absolute error above it.",
    "SoftMarginLoss": "A logistic loss for two classes, 1 and -1.",
    "Transformer": "A whole encoder and decoder of attention.",
    "TransformerDecoderLayer": "Self attention, attention to a memory, and two linear layers.",
    "TripletMarginLoss": "Wants an anchor nearer to its like than to others by a margin.",
    "TripletMarginWithDistanceLoss": "Wants an anchor nearer to its like than to others.",
    "Unfold": "Cuts a picture into sliding blocks, each a column.",
    "Upsample": "Enlarges sequences, pictures or volumes.",
    "UpsamplingBilinear2d": "Enlarges pictures, blending between pixels.",
    "UpsamplingNearest2d": "Enlarges pictures, repeating pixels.",
    "ZeroPad1d": "Adds zeros at the edges of a sequence.",
    "ZeroPad2d": "Adds zeros at the edges of a picture.",
    "ZeroPad3d": "Adds zeros at the edges of a volume.",
}


# What the settings of modules without a class of their own mean; by name, whatever the module.
HELP_OF = {
    "activation": "What bends the values between the linear layers",
    "align_corners": "Whether the corners of input and output lie on each other",
    "alpha": "How strongly neighbours divide",
    "batch_first": "Whether the batch comes before the steps",
    "beta": "Where one formula goes over into the other",
    "bias": "Adds learned numbers",
    "blank": "The class that stands for nothing",
    "ceil_mode": "Counts a last window that hangs over the edge",
    "cutoffs": "Where each cluster of rarer classes begins, rising",
    "delta": "Where squared error goes over into absolute error",
    "dilation": "Distance between the points of a window",
    "dim": "Along which dimension",
    "dim_feedforward": "How wide the linear layers are inside",
    "div_value": "How much narrower each rarer cluster is",
    "downscale_factor": "How many pixels go into one, each way",
    "dropout": "How often a value is zeroed while training",
    "embedding_dim": "How many features each number gets",
    "eps": "Added so that nothing divides by zero",
    "full": "Adds the constant part of the formula",
    "groups": "In how many groups the channels stand",
    "head_bias": "Adds learned numbers for the common classes",
    "hidden_size": "How many numbers it remembers",
    "ignore_index": "A class that does not count",
    "k": "Added before dividing",
    "keepdim": "Leaves a size of 1 where a dimension goes away",
    "kernel_size": "Size of the window",
    "label_smoothing": "How much of the target is spread over all classes",
    "layer_norm_eps": "Added to the variance when normalizing",
    "log_input": "Whether the input is the logarithm of the rate",
    "log_target": "Whether the target is given as logarithms",
    "margin": "How far apart is far enough",
    "max_norm": "Rows longer than this are shortened to it",
    "mode": "How values are brought together or filled in",
    "n_classes": "How many classes there are",
    "nhead": "In how many groups of features it looks at once",
    "nonlinearity": "What bends the values",
    "norm_first": "Normalizes before each part, not after it",
    "norm_type": "Which p of the p-norm",
    "num_classes": "How many classes there are",
    "num_decoder_layers": "How many layers the decoder has",
    "num_embeddings": "How many different numbers there are",
    "num_encoder_layers": "How many layers the encoder has",
    "output_ratio": "Size that comes out, as a part of the input's",
    "output_size": "Size that comes out",
    "p": "Which p of the p-norm",
    "padding": "How much is added at every edge, or at each of them",
    "padding_idx": "The number whose row stays zero",
    "reduction": "What is done with the losses of a batch",
    "scale_factor": "How many times larger; nothing where size says it",
    "scale_grad_by_freq": "Divides a row's gradient by how often it was used",
    "size": "Size that comes out, or how many neighbours count",
    "sparse": "Gradients for used rows only; not every optimizer takes them",
    "stride": "How far the window moves each step",
    "swap": "Takes the nearer of anchor and positive to compare with",
    "upscale_factor": "How many pixels one becomes, each way",
    "value": "What is added",
    "zero_infinity": "Makes infinite losses zero",
}
# What a drawn node calls its settings.
SHORT = {
    "groups": "groups",
    "hidden_size": "hidden",
    "kernel_size": "k",
    "n_classes": "classes",
    "nhead": "heads",
    "num_classes": "classes",
    "output_size": "size",
    "padding": "pad",
    "scale_factor": "factor",
    "upscale_factor": "factor",
    "downscale_factor": "factor",
    "value": "value",
}
RANGES: dict[str, dict[str, float]] = {
    "blank": {"low": 0},
    "dim": {},
    "dropout": {"low": 0, "high": 1},
    "ignore_index": {},
    "label_smoothing": {"low": 0, "high": 1},
    "output_ratio": {"low": 0, "high": 1},
    "padding_idx": {},
}


def public_modules() -> dict[str, type[nn.Module]]:
    """Every module that torch.nn offers by name."""
    found = {name: thing for name, thing in vars(nn).items() if not name.startswith("_")}
    return {
        name: thing
        for name, thing in sorted(found.items())
        if inspect.isclass(thing) and issubclass(thing, nn.Module)
    }


def why_excluded(name: str) -> str | None:
    """Why a module is not in the vocabulary; None when it is."""
    return LAZY if name.startswith("Lazy") else EXCLUDED.get(name)


def signature(module: type[nn.Module]) -> inspect.Signature:
    """The constructor's parameters; those of RNN, LSTM and GRU stand in their base."""
    if issubclass(module, nn.RNNBase):
        told = inspect.signature(nn.RNNBase.__init__)
        kept = [p for name, p in told.parameters.items() if name not in ("self", "mode")]
        return told.replace(parameters=kept)
    return inspect.signature(module)


def left_out(module: str, parameter: str) -> bool:
    """Whether a parameter is no setting."""
    return parameter in LEFT_OUT or parameter in FROM_WIRE or (module, parameter) in LEFT_OUT_OF


def kind(module: str, parameter: inspect.Parameter, default: Any) -> dict[str, Any]:
    """The kind of a setting and what goes with it, from torch's annotation."""
    name = parameter.name
    choices = CHOICES.get(f"{module}.{name}") or CHOICES.get(name)
    if choices:
        return {"kind": "choice", "choices": choices}
    told = str(parameter.annotation)
    optional = {"optional": True} if "None" in told or default is None else {}
    if "Sequence[int]" in told or "list[int]" in told:
        return {"kind": "shape"}
    if "int" in told and "tuple" in told:
        # A pad has two ends in each direction, and less than nothing may be added.
        ends = 2 if "Pad" in module else 1
        low = {} if "Pad" in module else {"low": 0 if name == "padding" else 1}
        digit = re.search(r"(\d)d$", module)
        directions = int(digit[1]) if digit else 2
        words = {"choices": ["valid", "same"]} if "str" in told else {}
        return {"kind": "size", "rank": directions * ends, **low, **words, **optional}
    for word, found in (("bool", "bool"), ("float", "float"), ("int", "int")):
        if word in told:
            span = RANGES.get(name, {"low": 1} if found == "int" else {})
            return {"kind": found, **span, **optional}
    by_value = {bool: "bool", int: "int", float: "float"}
    return {"kind": by_value[type(default)], **optional}


def setting(module: str, parameter: inspect.Parameter) -> dict[str, Any]:
    """One parameter as the catalogue describes it."""
    required = parameter.default is inspect.Parameter.empty
    torchs = None if required else parameter.default
    if callable(torchs):
        torchs = torchs.__name__  # an activation given as a function, which also goes by name
    name = parameter.name
    first = FIRST.get(f"{module}.{name}", FIRST.get(name) if required else torchs)
    told: dict[str, Any] = {"name": name, **kind(module, parameter, first), "default": first}
    if required:
        told["required"] = True
    elif first != torchs:
        told["ours"] = True  # torch's default is another
    return told


def inputs(module: type[nn.Module]) -> list[str]:
    """What its forward can't do without, by torch's name."""
    told = list(inspect.signature(module.forward).parameters.values())[1:]
    names = [p.name for p in told if p.default is inspect.Parameter.empty]
    return ["input"] if names in (["x"], ["src"]) else names


def entry(name: str, module: type[nn.Module]) -> dict[str, Any]:
    """One module as the catalogue describes it."""
    parameters = [
        setting(name, parameter)
        for parameter in signature(module).parameters.values()
        if not left_out(name, parameter.name)
    ]
    if name not in HELP:  # has a class of its own, which says the rest
        return {"parameters": parameters}
    for told in parameters:
        told["help"] = HELP_OF[told["name"]]
        if told["name"] in SHORT and ("required" in told or "ours" in told):
            told["short"] = SHORT[told["name"]]
    return {
        "group": GROUPS[module.__module__.rpartition(".")[2]],
        "help": HELP[name],
        "inputs": inputs(module),
        "outputs": OUTPUTS.get(name, ["output"]),
        "inferred": INFERRED.get(name, {}),
        "parameters": parameters,
    }


def catalogue() -> dict[str, Any]:
    """The whole of torch_layers.json."""
    modules = public_modules()
    return {
        "torch": torch.__version__.partition("+")[0],
        "modules": {n: entry(n, m) for n, m in modules.items() if not why_excluded(n)},
        "excluded": {n: why for n in modules if (why := why_excluded(n))},
    }


def text(told: dict[str, Any]) -> str:
    """The catalogue as JSON, a line for each parameter so that a diff shows what changed."""
    lines = json.dumps(told, indent=1, ensure_ascii=False)
    # Objects and lists without others inside go on one line.
    return re.sub(r"[{\[][^{}\[\]]*[}\]]", lambda m: " ".join(m[0].split()), lines) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("torch_layers.json").write_text(text(catalogue()), "utf-8")
