"""`nodegraph train`: events as JSON, lines for people, Ctrl-C, a closed pipe, and going on."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nodegraph.recipe import SGD, MSELoss
from tests import networks
from tests.cli.conftest import ROOT
from tests.drawn import saved


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    return tmp_path / "runs"


def events(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_json_is_one_event_a_line_from_started_to_finished(nodegraph, small, runs):
    said = nodegraph("train", small, "--json", "--runs", runs)
    assert (said.code, said.err) == (0, "")
    told = events(said.out)
    assert [told[0]["event"], told[-2]["event"], told[-1]["event"]] == [
        "started",
        "epoch_ended",
        "finished",
    ]
    assert {key: told[0][key] for key in ("train_samples", "test_samples", "weights")} == {
        "train_samples": 1_497,
        "test_samples": 300,
        "weights": 101_770,
    }
    losses = [loss for event in told if event["event"] == "progress" for loss in event["losses"]]
    assert len(losses) == told[0]["steps_per_epoch"]
    assert told[-1]["reason"] == "completed"
    assert Path(told[-1]["run"]).parent == runs


def test_the_options_stand_in_place_of_the_recipe(nodegraph, small, runs):
    options = [
        "--epochs",
        2,
        "--batch-size",
        500,
        "--seed",
        3,
        "--device",
        "cpu",
        "--data",
        "digits28",
    ]
    told = events(nodegraph("train", small, "--json", "--runs", runs, *options).out)
    assert (told[0]["steps_per_epoch"], told[0]["device"]) == (3, "cpu")
    assert [event["epoch"] for event in told if event["event"] == "epoch_ended"] == [1, 2]
    kept = json.loads((Path(told[0]["run"]) / "drawing.nodegraph").read_text())
    assert kept["recipe"]["seed"] == 3


def test_the_same_seed_gives_the_same_losses(nodegraph, small, runs):
    def losses(seed: int) -> list[float]:
        said = nodegraph(
            "train", small, "--json", "--runs", runs, "--seed", seed, "--device", "cpu"
        )
        return [x for event in events(said.out) for x in event.get("losses", ())]

    first = losses(1)
    assert losses(1) == first
    assert losses(2) != first


def test_people_read_counts_an_epoch_a_line_and_where_the_run_is(nodegraph, small, runs):
    said = nodegraph("train", small, "--runs", runs)
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0].startswith(
        "Digits 28×28: trains on 1,497 samples, tests on 300; 101,770 weights"
    )
    assert re.fullmatch(
        r"epoch 1 of 1 · loss [\d.]+ · test loss [\d.]+ · test accuracy [\d.]+% · [\d.]+ s",
        lines[1],
    )
    assert lines[2].startswith(f"Done. The run is in {runs}")


def test_a_run_goes_on_from_its_folder(nodegraph, small, runs):
    folder = events(nodegraph("train", small, "--json", "--runs", runs).out)[-1]["run"]
    told = events(nodegraph("train", small, "--json", "--resume", folder, "--epochs", 2).out)
    assert [event["epoch"] for event in told if event["event"] == "epoch_ended"] == [2]
    assert told[-1]["run"] == folder


def test_going_on_from_what_is_no_run_is_refused(nodegraph, small, tmp_path):
    said = nodegraph("train", small, "--resume", tmp_path)
    assert said.code == 1
    assert said.err.startswith(f"{tmp_path} is not a run that can go on")


def test_a_network_that_cannot_train_is_refused_with_its_node(nodegraph, tmp_path, runs):
    path = saved(tmp_path / "broken.nodegraph", networks.r4a(flat=False), data="digits28")
    said = nodegraph("train", path, "--json", "--runs", runs)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("fc1")
    assert not runs.exists()


def test_a_device_that_is_not_there_is_told(nodegraph, small, runs):
    import torch

    missing = "mps" if not torch.backends.mps.is_available() else "cuda"
    said = nodegraph("train", small, "--device", missing, "--json", "--runs", runs)
    assert said.code == 1
    assert f"There is no {missing} device here" in said.err
    assert events(said.out)[-1]["event"] == "failed"


def test_a_loss_that_is_no_number_ends_with_a_sentence(nodegraph, tmp_path, runs):
    path = saved(
        tmp_path / "hot.nodegraph", networks.r1b(), data="digits28", optimizer=SGD(lr=1e30)
    )
    said = nodegraph("train", path, "--json", "--runs", runs)
    assert said.code == 1
    assert "Choose a learning rate below 1e+30." in said.err
    assert events(said.out)[-1]["event"] == "failed"


def test_a_figure_that_is_not_finite_is_null_in_json(nodegraph, tmp_path, runs):
    """The last step of an epoch may go too far: its own loss was finite, the test's is not."""
    path = saved(
        tmp_path / "hot.nodegraph",
        networks.r1b(),
        data="digits28",
        loss=MSELoss(),
        target="one_hot",
        optimizer=SGD(lr=1e30),
        batch_size=5_000,
        epochs=1,
    )
    said = nodegraph("train", path, "--json", "--runs", runs)
    assert (said.code, said.err) == (0, "")
    for line in said.out.splitlines():
        json.loads(line, parse_constant=pytest.fail)
    assert events(said.out)[-2]["test_loss"] is None


def long_run(small: Path, runs: Path, **options: object) -> subprocess.Popen[str]:
    arguments = ["train", str(small), "--json", "--epochs", "10000", "--runs", str(runs)]
    return subprocess.Popen(
        [sys.executable, "-m", "nodegraph", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        **options,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals work otherwise there")
def test_ctrl_c_ends_the_run_after_its_batch_and_keeps_it(small, runs):
    with long_run(small, runs) as process:
        assert process.stdout is not None
        assert '"started"' in process.stdout.readline()
        process.stdout.readline()  # it trains
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    last = json.loads(out.splitlines()[-1])
    assert (last["event"], last["reason"]) == ("finished", "stopped")
    assert err == f"Stopped. Go on with --resume {last['run']}\n"
    assert process.returncode == 130
    assert (Path(last["run"]) / "weights.pt").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes work otherwise there")
def test_a_pipe_that_nobody_reads_any_more_ends_quietly(small, runs):
    with long_run(small, runs) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=60) == 1
        assert process.stderr.read() == ""
