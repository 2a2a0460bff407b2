"""Looking into a run: what flowed, its figures, and that the run never notices."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from nodegraph.document import Drawing
from nodegraph.graph import Port
from nodegraph.layers.catalogue import listed
from nodegraph.training.events import Progress
from nodegraph.training.look import SAMPLES, Look, between_batches, figures, look
from nodegraph.training.run import Run, start
from tests.networks import chain, layer, r0
from tests.real import ROOT, needs_mnist
from tests.training.drawings import digits, drawn


def drawing_random_numbers() -> Drawing:
    """A network with a layer that draws random numbers even when it does not train."""
    graph = chain(
        ("image", layer("Input", shape=(1, 8, 8))),
        ("pool", listed("FractionalMaxPool2d")(kernel_size=2, output_ratio=None, output_size=4)),
        ("flat", layer("Flatten")),
        ("bn", layer("BatchNorm1d")),
        ("drop", layer("Dropout", p=0.2)),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )
    return drawn(graph, data="digits")


def run_of(drawing: Drawing, runs: Path, **options: object) -> Run:
    run = start(drawing, runs=runs, **options)
    for _ in run.events():
        pass
    return run


def seen(run: Run, node: str) -> Look:
    found = look(run, Port(node, "output"))
    assert found is not None
    return found


@pytest.mark.parametrize("drawing", [digits, drawing_random_numbers])
def test_a_run_that_is_looked_into_computes_the_same_bit_for_bit(drawing, tmp_path: Path) -> None:
    def all_of(looks: bool) -> tuple[list[float], dict[str, torch.Tensor], torch.Tensor]:
        run, losses = start(drawing(), runs=tmp_path, due=lambda: True), []
        for event in run.events():
            losses += event.losses if isinstance(event, Progress) else ()
            if looks and run.module is not None:
                between_batches(run, Port("drop", "output"))
        assert run.module is not None
        return losses, run.module.state_dict(), torch.get_rng_state()

    plain, looked = all_of(False), all_of(True)
    assert looked[0] == plain[0]
    assert all(torch.equal(looked[1][name], value) for name, value in plain[1].items())
    assert torch.equal(looked[2], plain[2])


def test_a_look_leaves_the_mode_and_keeps_nothing_of_the_set(tmp_path: Path) -> None:
    run = run_of(digits(), tmp_path)
    assert run.module is not None
    run.module.train()
    seen(run, "bn1")
    assert run.module.training
    assert run.samples is not None
    assert run.samples.x.untyped_storage().nbytes() == SAMPLES * 64 * 4


def test_it_tells_what_a_trained_network_gives(tmp_path: Path) -> None:
    run = run_of(digits(), tmp_path)
    assert run.module is not None
    assert run.samples is not None
    run.module.eval()
    with torch.no_grad():
        answer = run.module(run.samples.x)
    found = seen(run, "fc2")
    assert np.array_equal(found.values, answer.numpy())
    assert found.shape == (SAMPLES, 10)
    assert found.apart
    assert found.step == 2 * math.ceil(1497 / 64)
    assert found.targets == run.samples.y.tolist()
    assert found.inputs.min() >= -1e-6  # grey from 0 to 1 again
    assert found.inputs.max() <= 1 + 1e-6


def test_figures_are_of_the_finite_values() -> None:
    told = figures(np.array([[0.0, 0.0, 3.0, -1.0], [math.nan, math.inf, 1.0, 0.0]], np.float32))
    assert told.low == -1
    assert told.high == 3
    assert told.mean == 0.5
    assert told.sd == pytest.approx(np.std([0, 0, 3, -1, 1, 0]))
    assert told.zeros == 0.5
    assert told.broken == 0.25
    assert figures(np.full(3, math.nan, np.float32)).broken == 1


def test_relu_gives_no_negative_value_and_many_zeros(tmp_path: Path) -> None:
    run = run_of(digits(), tmp_path)
    told = seen(run, "relu1").figures
    assert told.low == 0
    assert 0.1 < told.zeros < 0.9
    assert seen(run, "bn1").figures.low < 0


def test_behind_a_bypassed_node_flows_what_it_passes_on(tmp_path: Path) -> None:
    drawing = digits()
    graph = drawing.graph
    graph = graph.put(replace(graph.nodes["drop"], mode="bypassed"))
    run = run_of(replace(drawing, graph=graph), tmp_path)
    behind, before = seen(run, "drop"), seen(run, "relu1")
    assert np.array_equal(behind.values, before.values)
    assert behind.port == Port("drop", "output")


def test_a_port_that_is_no_part_of_the_run_carries_nothing(tmp_path: Path) -> None:
    run = start(digits(), runs=tmp_path)
    assert look(run, Port("fc2", "output")) is None  # it has not begun
    run = run_of(digits(), tmp_path)
    assert look(run, Port("gone", "output")) is None


@needs_mnist
def test_the_first_convolution_shows_a_real_digit(tmp_path: Path) -> None:
    drawing = drawn(r0(), data="mnist", epochs=1)
    run = start(drawing, runs=tmp_path, data_root=ROOT, due=lambda: True)
    for event in run.events():
        if isinstance(event, Progress) and event.step == 3:
            break
    found = seen(run, "conv1")
    assert found.shape[0] == SAMPLES
    assert found.values.ndim == 4
    assert found.targets[:4] == [7, 2, 1, 0]  # as the test set of MNIST begins
    assert found.step == 3
    assert found.inputs.shape == (SAMPLES, 1, 28, 28)
