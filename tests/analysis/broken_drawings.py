"""Mistakes in the drawing itself: wires, shapes, shared weights."""

from __future__ import annotations

from nodegraph.graph import Graph, Node, Port
from nodegraph.recipe import Recipe
from tests import networks
from tests.analysis.broken import (
    MNIST,
    Broken,
    after_flatten,
    cut,
    dense_branch,
    features_meet,
    scores,
    set_to,
    shared,
    shared_unused,
    with_unknown,
)
from tests.networks import chain, layer, wired

DRAWINGS: dict[str, Broken] = {
    "an empty canvas": Broken(Graph(), None, None, "no Input", ("Add Input",)),
    "no output": Broken(networks.r4a().remove(["out"]), None, None, "no Output", ("Add Output",)),
    "no input": Broken(networks.r4a().remove(["image"]), MNIST, None, "no Input", ("Add Input",)),
    "an unconnected input": Broken(
        cut(networks.r4a(), "act1"),
        MNIST,
        "act1",
        "Nothing is connected",
        ("Connect fc1", "Remove act1"),
    ),
    "an unconnected input of several": Broken(
        cut(features_meet("Subtract"), "meet", "other"),
        None,
        "meet",
        "its input other",
        ("Connect right_relu", "Remove meet"),
    ),
    "an unused branch": Broken(
        chain(
            ("spare", layer("Linear")),
            ("spare2", layer("ReLU")),
            graph=networks.r4a(),
            after="flat",
        ),
        MNIST,
        "spare2",
        "No Output depends on it",
        ("Remove its 2 nodes",),
        "hint",
    ),
    "an unused Input": Broken(
        networks.moons().put(Node("spare", layer("Input"))),
        None,
        "spare",
        "No Output depends on it",
        ("Remove it",),
        "hint",
    ),
    "an unknown layer": Broken(with_unknown(), None, "odd", "no layer Odd", ("Remove odd",)),
    "one wire into an Add": Broken(
        chain(
            ("image", layer("Input", shape=(2,))),
            ("fc", layer("Linear", out_features=2)),
            ("add", layer("Add")),
            ("out", layer("Output")),
        ),
        None,
        "add",
        "two wires or more",
        ("Remove add",),
    ),
    "shared weights, other settings": Broken(
        shared(bias=False),
        None,
        "fc2",
        "settings differ",
        ("Set fc2 as fc1", "Give fc2 its own weights"),
    ),
    "shared weights, other shape": Broken(
        set_to(shared(out_features=3), "fc1", out_features=3),
        None,
        "fc2",
        "gets another shape",
        ("Give fc2 its own weights",),
    ),
    "shared weights of an unused node": Broken(
        shared_unused(),
        None,
        "fc1",
        "It shares the weights of spare, which no Output depends on",
        ("Give fc1 its own weights",),
    ),
    "a kernel larger than its picture": Broken(
        networks.r2(8),
        None,
        "conv2",
        "Its kernel of 5 is larger than the 2×2 from pool1",
        ("Set conv2 to k = 2", "Set conv2 to pad = 2"),
    ),
    "a convolution behind a Flatten": Broken(
        after_flatten(layer("Conv2d")),
        None,
        "late",
        "It can't take B×784 from flat",
        ("Remove flat", "Insert Unflatten"),
    ),
    "BatchNorm2d on features": Broken(
        after_flatten(layer("BatchNorm2d")),
        None,
        "late",
        "It can't take B×784 from flat",
        ("Use BatchNorm1d", "Remove flat", "Insert Unflatten"),
    ),
    "a picture of one channel before an LSTM": Broken(
        wired(cut(networks.lstm(), "lstm").remove(["rows"]), "lstm", layer("LSTM"), "image"),
        MNIST,
        "lstm",
        "It can't take B×1×28×28 from image",
        ("Insert Squeeze", "Insert Flatten and Permute"),
    ),
    "feature maps before an LSTM": Broken(
        chain(
            ("image", layer("Input", shape=(3, 8, 8))),
            ("conv", layer("Conv2d")),
            ("lstm", layer("LSTM")),
        ),
        None,
        "lstm",
        "It can't take B×32×6×6 from conv",
        ("Insert Flatten and Permute",),
    ),
    "rows before a convolution": Broken(
        chain(
            ("rows", layer("Input", shape=(28, 28))),
            ("conv", layer("Conv2d")),
            ("out", layer("Output")),
        ),
        None,
        "conv",
        "It can't take B×28×28 from rows",
        ("Use Conv1d", "Insert Unsqueeze"),
    ),
    "groups that do not divide": Broken(
        set_to(networks.r0(), "conv2", groups=5),
        MNIST,
        "conv2",
        "It can't take B×32×14×14 from relu1",
        ("Set conv2 to groups = 4",),
    ),
    "words from pictures": Broken(
        chain(
            ("image", layer("Input", shape=(12,))),
            ("words", layer("Embedding")),
            ("out", layer("Output")),
        ),
        None,
        "words",
        "It can't take B×12 from image",
        ("Set image to dtype = int64", "Use Linear"),
    ),
    "words from data that holds decimals": Broken(
        chain(
            ("image", layer("Input", shape=(2,))),
            ("words", layer("Embedding", embedding_dim=2)),
            ("out", layer("Output")),
        ),
        Recipe(data="moons"),
        "words",
        "It can't take B×2 from image",
        ("Use Linear",),
    ),
    "channels before an Add": Broken(
        set_to(networks.resnet(), "skip", out_channels=32),
        MNIST,
        "add",
        "different channels: conv2 64, skip 32",
        ("Set skip to out = 64", "Insert Conv2d 1×1", "Set conv2 to out = 32"),
    ),
    "sizes before an Add": Broken(
        set_to(networks.resnet(), "skip", stride=1),
        MNIST,
        "add",
        "different sizes: conv2 14×14, skip 28×28",
        ("Set skip to stride = 2", "Insert Conv2d 1×1"),
    ),
    "an identity shortcut that should halve": Broken(
        wired(
            cut(networks.resnet(), "add").remove(["skip"]), "add", layer("Add"), "conv2", "relu1"
        ).connect(Port("add", "output"), Port("relu3", "input")),
        MNIST,
        "add",
        "different shapes",
        ("Insert Conv2d 1×1",),
    ),
    "a branch without padding": Broken(
        set_to(networks.inception(), "branch3", padding=0),
        MNIST,
        "joined",
        "different sizes: branch1 28×28, branch3 26×26",
        ("Set branch3 to pad = 1",),
    ),
    "a picture beside features": Broken(
        dense_branch(), MNIST, "both", "different numbers of dimensions", ("Insert Flatten",)
    ),
    "features before an Add": Broken(
        features_meet("Add"),
        None,
        "meet",
        "different features: left_relu 20, right_relu 30",
        ("Set left to out = 30", "Insert Linear 30", "Set right to out = 20"),
    ),
    "features before a MatMul": Broken(
        scores(),
        None,
        "scores",
        "",
        ("Insert Permute after key", "Insert Permute after query", "Insert Linear 12 after query"),
    ),
    "no Flatten before a Linear": Broken(
        networks.r4a(flat=False),
        MNIST,
        "fc1",
        "only the last dimension of the picture B×1×28×28",
        ("Insert Flatten",),
    ),
    "no Flatten, unknown use": Broken(
        networks.r4a(flat=False),
        None,
        "fc1",
        "only the last dimension",
        ("Insert Flatten",),
        "hint",
    ),
}
