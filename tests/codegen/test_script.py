"""The promise of the exported script: the same seed gives the same losses, bit for bit.

All scripts run in one interpreter of their own that can't import nodegraph, because each start of
torch takes seconds; the runs beside them are the ones that `nodegraph train` makes.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import torch

import nodegraph
from nodegraph import recipe
from nodegraph.codegen.names import CODE_NAMES, class_name
from nodegraph.codegen.script import NAMES, script
from nodegraph.document import Drawing
from nodegraph.graph import Graph
from nodegraph.recipe import Recipe
from nodegraph.training.events import EpochEnded, Progress
from nodegraph.training.run import start
from tests import networks
from tests.networks import chain, layer, perceptron
from tests.real import ROOT, needs_mnist

ALONE = """
import contextlib, runpy, sys

class Absent:
    def find_spec(self, name, *_):
        if name.partition(".")[0] == "nodegraph":
            raise ModuleNotFoundError("nodegraph is not installed here")

sys.meta_path.insert(0, Absent())
for path in sys.argv[2:]:
    before = sys.argv
    sys.argv = [path, "--json", "--data-root", before[1], "--save", path + ".pt"]
    with open(path + ".jsonl", "w") as out, contextlib.redirect_stdout(out):
        runpy.run_path(path, run_name="__main__")
    sys.argv = before
"""


def normed() -> Graph:
    """BatchNorm and Dropout: a state and random numbers of their own."""
    return chain(
        ("image", layer("Input", shape=(1, 8, 8))),
        ("conv", layer("Conv2d", out_channels=8)),
        ("bn", layer("BatchNorm2d")),
        ("relu", layer("ReLU")),
        ("flat", layer("Flatten")),
        ("drop", layer("Dropout")),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )


def partly_off() -> Graph:
    """A network with modules, random numbers and a branch that do not run."""
    graph = normed().remove(["flat", "drop", "fc", "out"])
    graph = networks.wired(graph, "side", layer("Conv2d", out_channels=8, padding=1), "relu")
    graph = networks.wired(graph, "tanh", layer("Tanh"), "relu")
    graph = networks.wired(graph, "add", layer("Add"), "side", "relu", "tanh")
    graph = chain(
        ("flat", layer("Flatten")),
        ("drop", layer("Dropout")),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
        graph=graph,
        after="add",
    )
    for node, mode in (("bn", "bypassed"), ("drop", "bypassed"), ("side", "disabled")):
        graph = graph.put(replace(graph.nodes[node], mode=mode))
    return graph


def unskipped() -> Graph:
    """A network whose sum goes without one of its wires, and without the layer behind it."""
    graph = partly_off()
    graph = graph.put(replace(graph.nodes["side"], mode="on"))
    return graph.switch([w for w in graph.wires if w.source.node == "side"], on=False)


def held_by_another() -> Graph:
    """Shared weights whose owner is bypassed, and a disabled picture branch that nobody needs."""
    graph = perceptron((1, 8, 8), 10, 10, 10)
    graph = graph.put(replace(graph.nodes["fc2"], mode="bypassed"))
    graph = graph.put(replace(graph.nodes["fc3"], shares="fc2"))
    graph = networks.wired(graph, "conv", layer("Conv2d", out_channels=8), "image")
    return graph.put(replace(graph.nodes["conv"], mode="disabled"))


def folded() -> Graph:
    """A convolution over vectors: there are no pictures to lay out with the channels last."""
    return chain(
        ("image", layer("Input", shape=(10,))),
        ("fold", layer("Reshape", shape=(1, 2, 5))),
        ("conv", layer("Conv2d", out_channels=3, kernel_size=2)),
        ("flat", layer("Flatten")),
        ("fc", layer("Linear", out_features=1)),
        ("out", layer("Output")),
    )


def deep() -> Graph:
    """Convolutions over pictures and over volumes, whose weights can't lie with channels last."""
    return chain(
        ("image", layer("Input", shape=(1, 8, 8))),
        ("conv", layer("Conv2d", out_channels=4)),
        ("relu", layer("ReLU")),
        ("volume", layer("Unsqueeze", dim=1)),
        ("conv3", layer("Conv3d", out_channels=2)),
        ("flat", layer("Flatten")),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )


def scores() -> Graph:
    """Log probabilities of two classes, as NLLLoss takes them."""
    nodes = perceptron((2,), 16, 2, flat=False)
    last = chain(("log", layer("LogSoftmax", dim=1)), graph=nodes.remove(["out"]), after="fc2")
    return chain(("out", layer("Output")), graph=last, after="log")


def drawn(graph: Graph, **settings: Any) -> Drawing:
    return Drawing("Net", graph, recipe=Recipe(**{"device": "cpu", "epochs": 2, **settings}))


def drawings() -> dict[str, Drawing]:
    made = {
        "R0": drawn(networks.r0(), data="digits28", epochs=1),
        "R4a": drawn(networks.r4a(), data="digits28", optimizer=recipe.SGD(lr=0.01)),
        "ResNet": drawn(networks.resnet(), data="digits28", epochs=1,
                        schedule=recipe.OneCycleLR()),
        "LSTM": drawn(networks.lstm(), data="digits28", epochs=1,
                      optimizer=recipe.RMSprop(lr=0.001)),
        "autoencoder": drawn(networks.autoencoder(), data="digits28", target="input",
                             loss=recipe.L1Loss()),
        "BatchNorm and Dropout": drawn(normed(), data="digits", batch_size=50, seed=5,
                                       loss=recipe.CrossEntropyLoss(label_smoothing=0.1)),
        "bypassed and disabled": drawn(partly_off(), data="digits", batch_size=50),
        "a disabled wire": drawn(unskipped(), data="digits", batch_size=50),
        "bypassed owner": drawn(held_by_another(), data="digits", batch_size=50),
        "one-hot": drawn(perceptron((1, 8, 8), 32, 10), data="digits", target="one_hot",
                         loss=recipe.MSELoss(), optimizer=recipe.Adam(beta1=0.8)),
        "values": drawn(perceptron((10,), 16, 1, flat=False), data="diabetes", target="values",
                        loss=recipe.SmoothL1Loss(beta=0.5)),
        "pictures made of vectors": drawn(folded(), data="diabetes", target="values",
                                          loss=recipe.MSELoss()),
        "pictures and volumes": drawn(deep(), data="digits", epochs=1),
        "rings": drawn(perceptron((2,), 16, 2, flat=False), data="rings"),
        "spirals": drawn(perceptron((2,), 16, 2, flat=False), data="spirals"),
    }  # fmt: skip
    optimizers = (
        recipe.SGD(lr=0.1, momentum=0.9, nesterov=True, weight_decay=1e-4),
        recipe.SGD(lr=0.1),
        recipe.Adam(lr=0.01),
        recipe.AdamW(lr=0.01, weight_decay=0.1),
        recipe.RMSprop(lr=0.01, momentum=0.5),
    )
    schedules = (
        recipe.Constant(),
        recipe.StepLR(gamma=0.5),
        recipe.CosineAnnealingLR(eta_min=1e-4),
        recipe.OneCycleLR(pct_start=0.4),
    )
    losses = [kind() for kind in recipe.LOSSES.values()]
    for number, (optimizer, schedule) in enumerate(product(optimizers, schedules)):
        loss = losses[number % len(losses)]
        classes = loss.name in recipe.CLASS_LOSSES
        made[f"{optimizer.name}, {schedule.name}, {loss.name} {number}"] = drawn(
            scores() if loss.name == "NLLLoss" else perceptron((2,), 16, 2, flat=False),
            data="moons",
            loss=loss,
            target="classes" if classes else "one_hot",
            optimizer=optimizer,
            schedule=schedule,
        )
    return made


DRAWINGS = drawings()


def text(drawing: Drawing) -> str:
    report = nodegraph.check(drawing)
    return script(nodegraph.write(drawing), drawing.graph, report, drawing.recipe)


def alone(paths: list[Path], data_root: Path) -> None:
    """Runs scripts where nodegraph can't be imported; what they print lies beside them."""
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", ALONE, str(data_root), *map(str, paths)],
        capture_output=True,
        text=True,
        cwd=paths[0].parent,
    )
    assert done.returncode == 0, done.stderr


def printed(path: Path) -> list[dict[str, Any]]:
    lines = Path(f"{path}.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def must_be_the_same_run(drawing: Drawing, path: Path, runs: Path, **options: Any) -> None:
    going = start(drawing, runs=runs, **options)
    events, told = list(going.events()), printed(path)
    here = [loss for event in events if isinstance(event, Progress) for loss in event.losses]
    there = [loss for line in told for loss in line.get("losses", [])]
    assert here == there
    assert len(here) == events[0].steps_per_epoch * events[0].epochs
    here = [event._asdict() for event in events if isinstance(event, EpochEnded)]
    there = [line for line in told if line["event"] == "epoch_ended"]
    for one, other in zip(here, there, strict=True):
        del one["seconds"], other["seconds"], other["event"]
        assert one == other
    for name, weight in torch.load(f"{path}.pt", weights_only=True).items():
        assert torch.equal(weight, going.module.state_dict()[name])


@pytest.fixture(scope="module")
def scripts(tmp_path_factory) -> dict[str, Path]:
    """Every script, run."""
    folder = tmp_path_factory.mktemp("scripts")
    paths = {name: folder / f"script{i}.py" for i, name in enumerate(DRAWINGS)}
    for name, path in paths.items():
        path.write_text(text(DRAWINGS[name]), encoding="utf-8")
    alone(list(paths.values()), folder)
    return paths


@pytest.mark.parametrize("name", DRAWINGS)
def test_the_script_repeats_the_run_bit_for_bit(name, scripts, tmp_path):
    """A script with another optimizer than the app's: Riko; with other data: ENNUI."""
    must_be_the_same_run(DRAWINGS[name], scripts[name], tmp_path)


@needs_mnist
def test_the_script_repeats_a_run_on_the_real_mnist(tmp_path):
    drawing = drawn(perceptron((1, 28, 28), 16, 10), data="mnist", epochs=1, batch_size=256)
    path = tmp_path / "script.py"
    path.write_text(text(drawing))
    alone([path], ROOT)
    must_be_the_same_run(drawing, path, tmp_path, data_root=ROOT)


def every_text() -> dict[str, str]:
    mnist = drawn(networks.r0(), data="mnist", device="auto")
    colour = replace(mnist, graph=networks.r4b(), recipe=Recipe(data="cifar10"))
    emnist = drawn(perceptron((1, 28, 28), 47), data="emnist")
    made = DRAWINGS | {"mnist": mnist, "cifar10": colour, "emnist": emnist}
    return {name: text(drawing) for name, drawing in made.items()}


def test_every_script_is_as_the_formatter_and_the_linter_leave_it(tmp_path):
    for number, content in enumerate(every_text().values()):
        (tmp_path / f"script{number}.py").write_text(content, encoding="utf-8")
    ruff = [sys.executable, "-m", "ruff"]
    for check in (
        ["format", "--diff"],
        ["check", "--select", "E,F,W,I,B,UP,PIE", "--ignore", "B905"],
    ):
        done = subprocess.run(
            [*ruff, *check, "--isolated", "--line-length", "88", str(tmp_path)],
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout


def test_a_script_imports_torch_and_the_library_of_its_data_and_nothing_of_ours():
    standard = {"argparse", "json", "math", "time"}
    for name, content in every_text().items():
        imported = {
            (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0]
            for node in ast.walk(ast.parse(content))
            if isinstance(node, ast.Import | ast.ImportFrom)
        }
        assert imported - standard <= {"torch", "torchvision", "sklearn"}, name
        assert len(content.splitlines()) < 170, name


def test_a_script_has_only_the_lines_that_its_recipe_needs():
    plain = text(DRAWINGS["R4a"])
    for word in ("schedule", "channels_last", "one_hot", "torchvision", "OneCycleLR", "Adam"):
        assert word not in plain
    assert "accuracy" not in text(DRAWINGS["autoencoder"]).replace('_accuracy": None', "")


def test_a_script_names_nothing_that_a_network_may_be_called():
    for name, drawing in DRAWINGS.items():
        body = ast.parse(text(drawing)).body
        parts = [
            node for part in body if not isinstance(part, ast.ClassDef) for node in ast.walk(part)
        ]
        named = {node.id for node in parts if isinstance(node, ast.Name)}
        named |= {node.arg for node in parts if isinstance(node, ast.arg)}
        assert named <= NAMES | CODE_NAMES | {class_name(drawing.name)}, name


@pytest.mark.parametrize(
    "name", ["json", "main", "load", "print", "model", "epoch", "import os; os.abort()", "é"]
)
def test_no_name_of_a_network_breaks_its_script(name, tmp_path):
    drawing = replace(DRAWINGS["rings"], name=name)
    content = text(drawing)
    (network,) = [node for node in ast.parse(content).body if isinstance(node, ast.ClassDef)]
    assert f"model = {network.name}()" in content
    path = tmp_path / "script.py"
    path.write_text(content, encoding="utf-8")
    if name in ("print", "model"):
        alone([path], tmp_path)
        must_be_the_same_run(drawing, path, tmp_path)


def test_a_script_ends_where_its_loss_is_no_number_as_the_run_does(tmp_path):
    path = tmp_path / "script.py"
    wild = replace(DRAWINGS["rings"].recipe, optimizer=recipe.SGD(lr=1e30))
    path.write_text(text(replace(DRAWINGS["rings"], recipe=wild)))
    done = subprocess.run(
        [sys.executable, str(path), "--json"], capture_output=True, text=True, timeout=100
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "The loss of epoch 1 is not finite.\n"


def test_a_person_reads_a_line_an_epoch(tmp_path):
    path = tmp_path / "script.py"
    path.write_text(text(DRAWINGS["rings"]))
    done = subprocess.run(
        [sys.executable, str(path), "--epochs", "2", "--seed", "3"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    assert first.startswith("epoch 1: loss 0.")
    assert "accuracy" in second
