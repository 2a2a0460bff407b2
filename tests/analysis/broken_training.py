"""Mistakes that only training shows: data, target and loss, and layers that undo each other."""

from __future__ import annotations

from nodegraph.graph import Port
from nodegraph.recipe import BCEWithLogitsLoss, L1Loss, MSELoss, NLLLoss, Recipe
from tests import networks
from tests.analysis.broken import (
    COPY,
    DIABETES,
    MNIST,
    Broken,
    before_output,
    set_to,
    two_inputs,
    two_outputs,
)
from tests.networks import chain, layer, wired

TRAINING: dict[str, Broken] = {
    "pictures of another size": Broken(
        networks.r4b(32),
        MNIST,
        "image",
        "MNIST has samples of 1×28×28, and image takes 3×32×32",
        ("Set image to 1×28×28", "Train on CIFAR10"),
    ),
    "whole numbers from decimal data": Broken(
        chain(
            ("image", layer("Input", shape=(2,), dtype="int64")),
            ("words", layer("Embedding", embedding_dim=2)),
            ("pick", layer("Select")),
            ("out", layer("Output")),
        ),
        Recipe(data="moons"),
        "image",
        "Moons has decimal numbers",
        ("Set image to dtype = float32",),
    ),
    "another number of classes": Broken(
        set_to(networks.r4a(), "fc2", out_features=12),
        MNIST,
        "fc2",
        "MNIST has 10 classes, and fc2 gives 12",
        ("Set fc2 to out = 10",),
    ),
    "another number of classes behind a pool": Broken(
        chain(
            ("image", layer("Input")),
            ("conv", layer("Conv2d", out_channels=8)),
            ("pool", layer("AdaptiveAvgPool2d", output_size=1)),
            ("flat", layer("Flatten")),
            ("out", layer("Output")),
        ),
        MNIST,
        "conv",
        "MNIST has 10 classes, and conv gives 8",
        ("Set conv to out = 10",),
    ),
    "a picture as the answer": Broken(
        chain(("image", layer("Input")), ("conv", layer("Conv2d")), ("out", layer("Output"))),
        MNIST,
        "out",
        "CrossEntropyLoss needs B×10, and B×32×26×26 came",
        ("Insert Flatten and Linear 10",),
    ),
    "every step as the answer": Broken(
        wired(
            networks.lstm().remove(["last"]), "fc", layer("Linear", out_features=10), "lstm"
        ).connect(Port("fc", "output"), Port("out", "input")),
        MNIST,
        "out",
        "B×28×10 came",
        ("Insert Select", "Insert Mean", "Insert Select and Linear 10"),
    ),
    "one number without a dimension of its own": Broken(
        before_output(
            set_to(networks.r1a(), "fc2", out_features=1), "squeeze", layer("Squeeze"), "fc2"
        ),
        DIABETES,
        "out",
        "MSELoss needs B×1, and B came",
        ("Insert Unsqueeze", "Insert Unsqueeze and Linear 1"),
    ),
    "squares against class numbers": Broken(
        networks.r1b(),
        Recipe(loss=MSELoss()),
        "out",
        "MSELoss compares numbers, and the targets are class numbers",
        ("Compare with one-hot targets", "Use cross-entropy"),
    ),
    "differences against class numbers": Broken(
        networks.r1b(),
        Recipe(loss=L1Loss()),
        "out",
        "L1Loss compares numbers",
        ("Compare with one-hot targets", "Use cross-entropy"),
    ),
    "log probabilities against one-hot": Broken(
        networks.r1b(),
        Recipe(loss=NLLLoss(), target="one_hot"),
        "out",
        "NLLLoss compares class numbers",
        ("Compare with class numbers", "Use cross-entropy"),
    ),
    "classes from data without": Broken(
        set_to(networks.r1a(), "fc2", out_features=1),
        Recipe(data="diabetes"),
        "out",
        "Diabetes has no classes",
        ("Compare with values by MSELoss",),
    ),
    "values from data with classes": Broken(
        networks.r4a(),
        Recipe(loss=MSELoss(), target="values"),
        "out",
        "MNIST has classes, not values",
        ("Compare with one-hot targets",),
    ),
    "classes against the input": Broken(
        networks.autoencoder(),
        Recipe(target="input"),
        "out",
        "the target is the input itself",
        ("Use MSELoss", "Compare with class numbers"),
    ),
    "several values for one": Broken(
        networks.r1a(),
        DIABETES,
        "fc2",
        "Diabetes has 1 value a sample, and fc2 gives 10",
        ("Set fc2 to out = 1",),
    ),
    "an autoencoder's answer left flat": Broken(
        wired(networks.autoencoder().remove(["picture", "out"]), "out", layer("Output"), "decode"),
        COPY,
        "out",
        "needs B×1×28×28, and B×784 came",
        ("Insert Reshape", "Insert Linear 784 and Reshape"),
    ),
    "an autoencoder's answer too short": Broken(
        wired(networks.autoencoder().remove(["picture", "out"]), "out", layer("Output"), "relu"),
        COPY,
        "out",
        "needs B×1×28×28, and B×32 came",
        ("Insert Linear 784 and Reshape",),
    ),
    "two inputs to train": Broken(
        two_inputs(),
        Recipe(data="moons"),
        "other",
        "Training takes one Input, and image is one already",
        ("Use image instead",),
    ),
    "two outputs to train": Broken(
        two_outputs(),
        Recipe(data="moons"),
        "second",
        "Training takes one Output, and out is one already",
        ("Remove second",),
    ),
    "nothing to train": Broken(
        chain(
            ("image", layer("Input", shape=(2,))),
            ("relu", layer("ReLU")),
            ("out", layer("Output")),
        ),
        Recipe(data="moons"),
        None,
        "No layer has weights",
        ("Insert Linear 2",),
    ),
    "two Linear and nothing between": Broken(
        networks.r1a(activation=""),
        None,
        "fc2",
        "fc1 and fc2 have nothing between them, so together they are one Linear",
        ("Insert ReLU",),
        "hint",
    ),
    "two convolutions and nothing between": Broken(
        chain(
            ("image", layer("Input")),
            ("conv1", layer("Conv2d")),
            ("dropout", layer("Dropout")),
            ("conv2", layer("Conv2d")),
            ("out", layer("Output")),
        ),
        None,
        "conv2",
        "together they are one convolution",
        ("Insert ReLU",),
        "hint",
    ),
    "softmax before cross-entropy": Broken(
        before_output(networks.r4a(), "softmax", layer("Softmax"), "fc2"),
        MNIST,
        "softmax",
        "CrossEntropyLoss applies softmax itself",
        ("Remove softmax",),
        "hint",
    ),
    "log-softmax before cross-entropy": Broken(
        before_output(networks.r4a(), "log", layer("LogSoftmax"), "fc2"),
        MNIST,
        "log",
        "CrossEntropyLoss applies softmax itself",
        ("Remove log", "Use NLLLoss"),
        "hint",
    ),
    "raw scores before NLL": Broken(
        networks.r4a(),
        Recipe(loss=NLLLoss()),
        "out",
        "NLLLoss takes log probabilities",
        ("Insert LogSoftmax", "Use cross-entropy"),
        "hint",
    ),
    "softmax before NLL": Broken(
        before_output(networks.r4a(), "softmax", layer("Softmax"), "fc2"),
        Recipe(loss=NLLLoss()),
        "softmax",
        "Softmax gives probabilities",
        ("Use LogSoftmax",),
        "hint",
    ),
    "sigmoid before BCE with logits": Broken(
        before_output(networks.r4a(), "sigmoid", layer("Sigmoid"), "fc2"),
        Recipe(loss=BCEWithLogitsLoss(), target="one_hot"),
        "sigmoid",
        "BCEWithLogitsLoss applies sigmoid itself",
        ("Remove sigmoid",),
        "hint",
    ),
    "BCE against normalised pictures": Broken(
        networks.autoencoder(),
        Recipe(loss=BCEWithLogitsLoss(), target="input"),
        "out",
        "needs targets from 0 to 1",
        ("Use MSELoss",),
        "hint",
    ),
}
