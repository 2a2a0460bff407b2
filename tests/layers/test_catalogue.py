"""The vocabulary beside torch: nothing of torch.nn is forgotten, no default is another."""

from __future__ import annotations

import importlib.util
import inspect
import json
import pickle
import subprocess
import sys
from types import ModuleType

import pytest
import torch

from nodegraph.engine.trial import trial
from nodegraph.layers import LAYERS, B, Layer, Mismatch, TensorType, all_layers, find
from nodegraph.layers.catalogue import catalogue
from nodegraph.resources import resource
from nodegraph.setting import settings_of

OURS = {  # layers that are no module of torch.nn but a function, an operator or an end
    *("Input", "Output", "Reshape", "Permute", "Squeeze", "Unsqueeze", "Slice", "Select", "Chunk"),
    *("Add", "Subtract", "Multiply", "MatMul", "Concatenate", "Stack", "Mean"),
}
FILE = json.loads(resource("torch_layers.json").read_text("utf-8"))

# Settings whose default is not torch's, and why; each is written out in the code.
DIFFERENT = {
    "batch_first": "on a wire the batch comes first",
    "Softmax.dim": "torch's own, none, is deprecated",
    "Softmin.dim": "torch's own, none, is deprecated",
    "LogSoftmax.dim": "torch's own, none, is deprecated",
    "KLDivLoss.reduction": "torch warns of its own",
    "FractionalMaxPool2d.output_ratio": "torch wants it or output_size",
    "FractionalMaxPool3d.output_ratio": "torch wants it or output_size",
    "Upsample.scale_factor": "torch wants it or size",
    "UpsamplingBilinear2d.scale_factor": "torch wants it or size",
    "UpsamplingNearest2d.scale_factor": "torch wants it or size",
}
# Parameters of torch that layers with a class of their own leave out, and why.
LEFT_OUT = {
    "proj_size": "only an LSTM takes it",
    "padding_mode": "ConvTranspose takes only zeros",
    "bias": "of BatchNorm, GroupNorm and InstanceNorm: torch 2.6 has no such parameter",
}
OWN_ONLY = {
    "dims": "LayerNorm's and RMSNorm's normalized_shape comes from the wire",
    "nonlinearity": "RNN's own, which the signature it shares with LSTM and GRU does not name",
}

V, S, P, C = (TensorType((B, *dims)) for dims in ((8,), (8, 16), (8, 16, 16), (8, 4, 8, 8)))
CLASSES = TensorType((B,), "int64")
# Inputs for layers that don't take the first of these that comes along.
GIVEN = {
    "AdaptiveLogSoftmaxWithLoss": (V, CLASSES),
    "CTCLoss": (TensorType((50, B, 20)), TensorType((B, 10), "int64"), CLASSES, CLASSES),
    "CosineEmbeddingLoss": (V, V, TensorType((B,))),
    "EmbeddingBag": (TensorType((B, 8), "int64"),),
    "Fold": (TensorType((B, 8, 49)),),
    "LinearCrossEntropyLoss": (V, CLASSES),
    "MaxUnpool1d": (S, S._replace(dtype="int64")),
    "MaxUnpool2d": (P, P._replace(dtype="int64")),
    "MaxUnpool3d": (C, C._replace(dtype="int64")),
    "MultiLabelMarginLoss": (V, V._replace(dtype="int64")),
    "MultiMarginLoss": (V, CLASSES),
    "NLLLoss": (V, CLASSES),
    "Transformer": (S, S),
    "TransformerDecoderLayer": (S, S),
}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """resources/write_torch_layers.py, which reads torch's signatures."""
    place = importlib.util.spec_from_file_location("write", resource("write_torch_layers.py"))
    assert place
    assert place.loader
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module


def installed() -> str:
    return torch.__version__.partition("+")[0]


def test_catalogue_is_what_the_script_writes_from_this_torch(script: ModuleType) -> None:
    if FILE["torch"] != installed():
        now = set(script.public_modules())
        then = {*FILE["modules"], *FILE["excluded"]}
        new, gone = sorted(now - then), sorted(then - now)
        pytest.skip(
            f"written from torch {FILE['torch']}; torch {installed()} adds {new}, lacks {gone}"
        )
    assert resource("torch_layers.json").read_text("utf-8") == script.text(script.catalogue())


def test_every_module_of_torch_is_a_layer_or_left_out_with_a_reason(script: ModuleType) -> None:
    layers = {declared.__name__ for declared in all_layers()} - OURS
    assert not layers & FILE["excluded"].keys()
    assert layers | FILE["excluded"].keys() == {*FILE["modules"], *FILE["excluded"]}
    assert all(FILE["excluded"].values())
    if FILE["torch"] == installed():
        assert layers | FILE["excluded"].keys() == script.public_modules().keys()


@pytest.mark.parametrize("declared", all_layers(), ids=lambda c: c.__name__)
def test_settings_are_torchs_parameters_with_torchs_defaults(
    declared: type[Layer], script: ModuleType
) -> None:
    name = declared.__name__
    module = script.public_modules().get(name)
    if name in OURS or module is None:
        return
    torchs = script.signature(module).parameters
    ours = {setting.name: setting for setting in settings_of(declared)}
    assert ours.keys() - torchs.keys() <= OWN_ONLY.keys()
    missing = {p for p in torchs.keys() - ours.keys() if not script.left_out(name, p)}
    assert missing <= LEFT_OUT.keys()
    for parameter in torchs.keys() & ours.keys():
        default = torchs[parameter].default
        if default is inspect.Parameter.empty:
            assert parameter in {*declared.positional, *getattr(declared, "ours", ())}
        elif ours[parameter].default != default and not callable(default):
            assert {parameter, f"{name}.{parameter}"} & DIFFERENT.keys(), parameter
            assert parameter in declared.always


@pytest.mark.parametrize("declared", all_layers()[len(LAYERS) :], ids=lambda c: c.__name__)
def test_layer_of_the_catalogue_can_be_drawn_as_it_comes(declared: type[Layer]) -> None:
    if not hasattr(torch.nn, declared.__name__):
        pytest.skip(f"torch {installed()} has no {declared.__name__}")
    layer = declared()
    digit = declared.__name__[-2]
    usual = {"1": S, "2": P, "3": C}.get(digit, P if len(layer.inputs) == 1 else V)
    if declared.group == "Recurrent":
        usual = V
    types = GIVEN.get(declared.__name__, (usual,) * len(layer.inputs))
    made = layer.types(*types) or trial(layer, types).types
    assert len(made) == len(layer.outputs)
    text = layer.build(*types)
    assert text is not None
    assert text.startswith(f"nn.{declared.__name__}(")


def test_layer_of_the_catalogue_pickles() -> None:
    declared = find("PixelShuffle")
    assert declared is not None
    layer = declared(upscale_factor=3)
    assert pickle.loads(pickle.dumps(layer)) == layer


def test_parameters_told_by_the_wire_are_written_as_numbers() -> None:
    declared = find("GRUCell")
    assert declared is not None
    assert declared(hidden_size=4).build(V) == "nn.GRUCell(8, 4)"


def test_unknown_name_has_no_layer() -> None:
    assert find("Sequential") is None
    assert find("NoSuchLayer") is None
    assert not hasattr(sys.modules["nodegraph.layers.catalogue"], "NoSuchLayer")


def on_numbers(layer: Layer, numbers: list[torch.Tensor]) -> tuple[tuple[TensorType, ...], int]:
    """What the layer's text answers on real numbers of a batch of 7, and its weights."""
    stand_in = {7: B}
    names = {"nn": torch.nn, "x": numbers}
    fed = [
        TensorType(tuple(stand_in.get(n, n) for n in x.shape), str(x.dtype)[6:]) for x in numbers
    ]
    text = layer.build(*fed)
    assert text
    module = names["module"] = eval(text, names)
    told = eval(layer.call("module", *(f"x[{i}]" for i in range(len(fed)))), names)
    found = told if isinstance(told, tuple) else (told,)
    types = tuple(TensorType(tuple(stand_in.get(n, n) for n in x.shape)) for x in found)
    assert layer.types(*fed) == types
    return types, sum(p.numel() for p in module.parameters())


@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
def test_losses_that_cannot_be_tried_equal_torch_on_real_numbers(reduction: str) -> None:
    gaussian, ctc = find("GaussianNLLLoss"), find("CTCLoss")
    assert gaussian
    assert ctc
    x, classes = torch.rand(7, 8), torch.randint(1, 20, (7, 10))
    whole = reduction != "none"
    types, _ = on_numbers(gaussian(reduction=reduction), [x, x, torch.ones(7, 1)])
    assert types == (TensorType(() if whole else (B, 8)),)
    steps = torch.rand(50, 7, 20).log_softmax(-1)
    lengths = [torch.full((7,), 50), torch.full((7,), 10)]
    types, _ = on_numbers(ctc(reduction=reduction), [steps, classes, *lengths])
    assert types == (TensorType(() if whole else (B,)),)


@pytest.mark.parametrize("cutoffs", [(10,), (10, 20, 30)])
def test_adaptive_softmax_equals_torch_on_real_numbers(cutoffs: tuple[int, ...]) -> None:
    declared = find("AdaptiveLogSoftmaxWithLoss")
    assert declared
    layer = declared(n_classes=50, cutoffs=cutoffs, head_bias=True)
    numbers = [torch.rand(7, 64), torch.randint(0, 50, (7,))]
    types, weights = on_numbers(layer, numbers)
    assert types == (TensorType((B,)), TensorType(()))
    assert weights == layer.weights(TensorType((B, 64)), TensorType((B,), "int64"))


def test_normalization_from_channel_to_channel_never_goes_through_a_batch() -> None:
    """Tried, it would take as many steps as the trial's batch has samples: minutes."""
    declared = find("CrossMapLRN2d")
    assert declared
    types, weights = on_numbers(declared(size=3), [torch.rand(7, 8, 4, 5)])
    assert (types, weights) == ((TensorType((B, 8, 4, 5)),), 0)
    with pytest.raises(Mismatch, match="don't depend on the batch"):
        declared().types(TensorType((2, B, 2, 3)))


def test_importing_the_vocabulary_reads_no_catalogue_and_no_torch() -> None:
    code = (
        "import sys, nodegraph.layers as layers\n"
        "from nodegraph.layers.catalogue import catalogue\n"
        "assert layers.find('Conv2d')\n"
        "assert catalogue.cache_info().currsize == 0\n"
        "assert not {'torch', 'numpy', 'networkx', 'PySide6'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_entry_says_what_it_is() -> None:
    for name, told in catalogue().items():
        for parameter in told["parameters"]:
            assert parameter["kind"], f"{name}.{parameter['name']}"
