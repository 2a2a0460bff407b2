from __future__ import annotations

import json
import shutil
from dataclasses import replace
from math import isfinite
from pathlib import Path

import pytest
import torch

import nodegraph
from nodegraph import recipe
from nodegraph.graph import Wire
from nodegraph.setting import SettingError
from nodegraph.training.events import (
    EpochEnded,
    Failed,
    Finished,
    Progress,
    Started,
    as_json,
)
from nodegraph.training.run import NetworkError, start
from tests.networks import chain, layer, perceptron
from tests.training.drawings import digits, drawn, moons, run


def test_a_run_tells_what_trains_where_and_on_how_much(tmp_path):
    first, *_, last = run(digits(), tmp_path)
    assert first == Started(last.run, "cpu", 1_497, 300, 24, 2_474, 2)
    assert last == Finished("completed", first.run)


def test_the_folder_keeps_the_events_the_drawing_the_code_and_the_weights(tmp_path):
    drawing = digits()
    going = start(drawing, runs=tmp_path, epochs=1)
    events = list(going.events())
    folder = going.folder.path
    assert folder.parent == tmp_path
    lines = (folder / "metrics.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [
        json.loads(json.dumps(as_json(event))) for event in events
    ]
    kept = nodegraph.load(folder / "drawing.nodegraph")
    assert kept.recipe.epochs == 1, "the recipe as it ran"
    assert (folder / "model.py").read_text() == nodegraph.write(drawing).text
    compile((folder / "script.py").read_text(), "script.py", "exec")
    module = nodegraph.build(kept)
    module.load_state_dict(torch.load(folder / "weights.pt", weights_only=True))
    for name, weight in going.module.state_dict().items():
        assert torch.equal(module.state_dict()[name], weight)
    assert not list(folder.glob("*.part"))


def test_a_test_loss_that_is_not_finite_is_null_where_it_is_kept(tmp_path):
    """The last step may be the one that goes too far: its own loss was finite."""
    wild = moons(epochs=1, batch_size=5_000, optimizer=recipe.SGD(lr=1e30), loss=recipe.MSELoss(),
                 target="one_hot")  # fmt: skip
    *_, ended, last = run(wild, tmp_path)
    assert (type(ended), last.reason) == (EpochEnded, "completed")
    assert not isfinite(ended.test_loss)
    lines = (Path(last.run) / "metrics.jsonl").read_text().splitlines()
    told = json.loads(lines[-2], parse_constant=pytest.fail)
    assert told["test_loss"] is None
    assert told["train_loss"] == ended.train_loss


def test_two_runs_begun_at_once_have_folders_of_their_own(tmp_path):
    assert run(moons(epochs=1), tmp_path)[-1].run != run(moons(epochs=1), tmp_path)[-1].run


def test_a_network_of_a_long_name_has_a_folder_too(tmp_path):
    assert isinstance(run(replace(moons(epochs=1), name="网" * 300), tmp_path)[-1], Finished)


def test_stopping_ends_the_run_within_a_batch_and_keeps_the_weights(tmp_path):
    going = start(digits(epochs=100), runs=tmp_path, due=lambda: False)
    events = going.events()
    assert isinstance(next(events), Started)
    going.stop()
    step, last = list(events)
    assert (step.step, last) == (1, Finished("stopped", str(going.folder.path)))
    kept = torch.load(going.folder.path / "weights.pt", weights_only=True)
    assert torch.equal(kept["fc1.weight"], going.module.fc1.weight)


def test_closing_the_events_keeps_the_weights_as_they_are(tmp_path):
    going = start(digits(epochs=100), runs=tmp_path, due=lambda: True)
    events = going.events()
    for _ in range(5):
        next(events)
    events.close()
    kept = torch.load(going.folder.path / "weights.pt", weights_only=True)
    assert torch.equal(kept["fc1.weight"], going.module.fc1.weight)


def test_closing_the_events_of_a_run_whose_folder_is_gone_is_no_error(tmp_path):
    going = start(digits(epochs=100), runs=tmp_path, due=lambda: True)
    events = going.events()
    next(events)
    next(events)
    shutil.rmtree(going.folder.path)
    events.close()
    assert list(events) == []
    assert not going.folder.path.exists(), "nor is half of it made again"


def test_equal_seeds_give_equal_runs_also_from_the_start_of_the_weights(tmp_path):
    def epochs(seed: int) -> list[tuple[float, ...]]:
        events = run(digits(), tmp_path, seed=seed)
        return [event[:-1] for event in events if isinstance(event, EpochEnded)]

    torch.manual_seed(99)
    first = epochs(3)
    torch.manual_seed(7)
    assert epochs(3) == first
    assert epochs(4) != first


def test_the_recipe_can_be_changed_for_one_run(tmp_path):
    first, *_ = run(digits(), tmp_path, epochs=1, batch_size=500, seed=None)
    assert (first.epochs, first.steps_per_epoch) == (1, 3)
    with pytest.raises(SettingError, match="batch_size needs a whole number"):
        start(digits(), batch_size=0)
    with pytest.raises(SettingError, match="lr needs a part of the recipe"):
        start(digits(), lr=1)


def test_a_network_that_can_not_train_is_refused_with_its_node(tmp_path):
    drawing = drawn(chain(("image", layer("Input", shape=(1, 8, 8))), ("out", layer("Output"))))
    loose = drawn(drawing.graph.disconnect(Wire(*drawing.graph.wires[0])), data="digits")
    with pytest.raises(NetworkError, match="out: Nothing is connected to its input") as refused:
        start(loose, runs=tmp_path)
    assert refused.value.node == "out"
    with pytest.raises(NetworkError, match="image: Digits 8×8 has samples of 1×8×8") as refused:
        start(drawn(perceptron((1, 28, 28), 10), data="digits"), runs=tmp_path)
    assert refused.value.node == "image"
    assert not list(tmp_path.iterdir())


def test_data_that_are_not_there_end_the_run_with_the_sentence(tmp_path):
    """A failed download replaced by random noise: Entropia Riko."""
    drawing = drawn(perceptron((1, 28, 28), 10), data="mnist")
    (only,) = run(drawing, tmp_path / "runs", data_root=tmp_path)
    assert isinstance(only, Failed)
    assert "train-images-idx3-ubyte is missing" in only.message
    assert only.node is None


def test_a_folder_for_runs_that_can_not_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    (only,) = run(moons(), tmp_path / "file")
    assert isinstance(only, Failed)
    assert str(tmp_path / "file") in only.message
    assert "can't be written" in only.message


def test_a_device_that_is_not_here_is_said(tmp_path):
    absent = "mps" if not torch.backends.mps.is_available() else "cuda"
    (only,) = run(moons(), tmp_path, device=absent)
    assert only.message.startswith(f"There is no {absent} device here")


def test_an_error_in_the_network_names_its_node_and_leaves_the_last_good_weights(
    tmp_path, monkeypatch
):
    norm = torch.nn.BatchNorm1d.forward

    def refuse(self, x):
        if len(x) == 1_497 % 64:
            raise ValueError("the last batch is too short\nfor a reason that takes two lines")
        return norm(self, x)

    monkeypatch.setattr(torch.nn.BatchNorm1d, "forward", refuse)
    events = run(digits(), tmp_path)
    assert events[-1] == Failed("bn1 failed: the last batch is too short", "bn1")
    told = (tmp_path / events[0].run / "metrics.jsonl").read_text().splitlines()
    assert json.loads(told[-1])["node"] == "bn1"


def test_running_out_of_memory_is_said_with_what_to_do(tmp_path):
    # 150 TB of weights: more than a processor can address, so nothing is ever taken.
    events = run(
        drawn(perceptron((2,), 6_100_000, 6_100_000, 2, flat=False), data="moons"), tmp_path
    )
    assert events[-1].message == (
        "There is not enough memory for batches of 64. Choose a smaller batch size or network."
    )


def test_a_loss_that_is_no_number_names_the_first_node_and_the_rate(tmp_path):
    *events, last = run(digits(optimizer=recipe.SGD(lr=1e30)), tmp_path)
    assert isinstance(last, Failed)
    assert last.node == "fc1"
    assert "since step 2: the output of fc1 is no longer finite" in last.message
    assert last.message.endswith("Choose a learning rate below 1e+30.")
    for event in events:
        assert not isinstance(event, Progress) or all(abs(x) < 1e30 for x in event.losses)


def test_training_goes_on_after_a_run_that_failed(tmp_path):
    run(digits(optimizer=recipe.SGD(lr=1e30)), tmp_path)
    assert isinstance(run(digits(epochs=1), tmp_path)[-1], Finished)
