"""Every example: opened, checked, drawn tidily, exported, its code run alone, and trained."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from dataclasses import replace
from itertools import combinations, islice

import numpy as np
import pytest
import torch
from sklearn.datasets import load_digits

import nodegraph
from nodegraph.codegen.script import script
from nodegraph.data import Data
from nodegraph.data.files import read
from nodegraph.data.sources import SOURCES
from nodegraph.document import Drawing
from nodegraph.resources import examples
from nodegraph.training import events
from nodegraph.training.loop import train
from nodegraph.training.run import start

FILES = {path.stem: path for path in examples()}
WANTED = {
    "simple_cnn", "two_linear", "mnist_mlp", "lenet", "simple_net", "simple_cnn_colour",
    "resnet", "inception", "autoencoder", "lstm_rows", "moons", "mnist_cnn", "digits_cnn",
}  # fmt: skip
WIDE, HIGH = 1_100, 560  # px of the canvas at first: fitted into it, text is large enough to read
NODE = (150, 62)  # px that a node takes at least, with its settings


@pytest.fixture(params=sorted(FILES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def drawing(name: str) -> Drawing:
    return nodegraph.load(FILES[name])


def test_the_examples_are_all_there():
    assert set(FILES) >= WANTED


def test_is_written_as_the_program_would_save_it(name, drawing, tmp_path):
    nodegraph.save(drawing, tmp_path / "again.nodegraph")
    assert (tmp_path / "again.nodegraph").read_bytes() == FILES[name].read_bytes()


def test_shows_no_problem_and_no_hint(drawing):
    assert nodegraph.check(drawing).problems == ()


def test_is_drawn_without_overlaps_and_fits_the_canvas(drawing):
    places = drawing.places
    assert set(places) == set(drawing.graph.nodes)
    for (one, a), (other, b) in combinations(places.items(), 2):
        apart = abs(a.x - b.x) >= NODE[0] + 16 or abs(a.y - b.y) >= NODE[1] + 16
        assert apart, f"{one} and {other} overlap"
    assert max(p.x for p in places.values()) - min(p.x for p in places.values()) <= WIDE
    assert max(p.y for p in places.values()) - min(p.y for p in places.values()) <= HIGH


@pytest.fixture(scope="module")
def run_alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, ...]]:
    """What each example's module answers to two samples, in a program that can't import ours."""
    folder = tmp_path_factory.mktemp("alone")
    program = ["import json, sys", "sys.modules['nodegraph'] = None", "import torch", "told = {}"]
    for name, path in FILES.items():
        drawing = nodegraph.load(path)
        source = nodegraph.write(drawing)
        (folder / f"{name}.py").write_text(source.text)
        entry = next(n.layer for n in drawing.graph.nodes.values() if n.layer.kind == "Input")
        program += [
            f"from {name} import {source.name}",
            f"told[{name!r}] = {source.name}()(torch.zeros(2, *{entry.shape})).shape",
        ]
    (folder / "main.py").write_text("\n".join([*program, "print(json.dumps(told))"]))
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=folder, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    return {name: tuple(shape) for name, shape in json.loads(done.stdout).items()}


def test_its_module_runs_where_nodegraph_can_not_be_imported(name, drawing, run_alone):
    report, graph = nodegraph.check(drawing), drawing.graph
    end = next(n for n in graph.nodes.values() if n.layer.kind == "Output")
    assert run_alone[name] == (2, *report.types[end.feeds[0][1]].dims[1:])


def test_its_script_is_written(drawing):
    report = nodegraph.check(drawing)
    text = script(nodegraph.write(drawing), drawing.graph, report, drawing.recipe)
    compile(text, "script.py", "exec")
    assert "nodegraph" not in text


STEPS = 6


def test_trains_through_the_door_that_people_use(drawing, tmp_path):
    facts = drawing.recipe.dataset
    if facts.shape == (3, 32, 32):
        pytest.skip("colour pictures are trained on below: no colour set comes without a download")
    # MNIST's shape and classes without MNIST's files.
    named = "digits28" if facts.source == "torchvision" else None
    run = start(
        drawing, data=named, runs=tmp_path / "runs", device="cpu", batch_size=32, due=lambda: True
    )
    stream = run.events()
    told = list(islice((e for e in stream if isinstance(e, events.Progress)), STEPS))
    run.stop()
    end = list(stream)[-1]
    losses = [loss for event in told for loss in event.losses]
    assert len(losses) == STEPS
    assert np.isfinite(losses).all()
    assert end == events.Finished("stopped", str(run.folder.path))
    kept = torch.load(run.folder.path / "weights.pt", weights_only=True)
    nodegraph.build(drawing).load_state_dict(kept)


@pytest.mark.parametrize("name", ["lenet", "simple_cnn_colour"])
def test_trains_on_colour_pictures_from_files_as_cifar_has_them(name, drawing, tmp_path):
    facts = replace(drawing.recipe.dataset, train=160, test=64)
    source = SOURCES[facts.name]
    x, y = _digits(facts.train + facts.test, facts.shape)
    folder = tmp_path / source.folder
    folder.mkdir()
    parts = np.split(np.arange(facts.train), len(source.train))
    for file, rows in zip(source.files, [*parts, np.arange(facts.train, len(x))], strict=True):
        told = {"data": x[rows].reshape(len(rows), -1), source.labels: y[rows].tolist()}
        (folder / file).write_bytes(pickle.dumps(told))
    train_x, train_y, test_x, test_y = read(source, facts, tmp_path)
    loaded = Data(facts, train_x / 255, train_y, test_x / 255, test_y)
    assert loaded.train_x.shape == (160, 3, 32, 32)

    torch.manual_seed(0)
    module, recipe = nodegraph.build(drawing), replace(drawing.recipe, batch_size=32, epochs=3)
    told = list(train(module, loaded, recipe))
    ended = [event for event in told if isinstance(event, events.EpochEnded)]
    assert ended[-1].train_loss < ended[0].train_loss


def _digits(count: int, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Real pictures of digits in another size, each channel alike: uint8."""
    digits = load_digits()
    x = torch.from_numpy(digits.images[:count]).float().div(16).unsqueeze(1)
    x = torch.nn.functional.interpolate(x, size=shape[1:], mode="bilinear")
    x = x.expand(-1, *shape).mul(255).to(torch.uint8)
    return x.numpy(), digits.target[:count]
