from __future__ import annotations

import io
import json
import os
import pickle
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import torch

import nodegraph
from nodegraph import recipe
from nodegraph.document import save
from nodegraph.setting import SettingError
from nodegraph.training.events import EpochEnded, Finished, Started
from nodegraph.training.folder import Folder
from nodegraph.training.kept import RunError
from nodegraph.training.run import start
from nodegraph.training.state import State
from tests.networks import perceptron
from tests.training.drawings import digits, losses, moons, run

RECIPES = {
    "Adam, one-cycle": {"optimizer": recipe.Adam(lr=0.01), "schedule": recipe.OneCycleLR()},
    "AdamW": {"optimizer": recipe.AdamW(lr=0.01)},
    "SGD with momentum, steps": {
        "optimizer": recipe.SGD(lr=0.1, momentum=0.9, nesterov=True),
        "schedule": recipe.StepLR(gamma=0.5),
    },
    "RMSprop, cosine": {
        "optimizer": recipe.RMSprop(lr=0.001, momentum=0.5),
        "schedule": recipe.CosineAnnealingLR(),
    },
}


def interrupted(drawing, runs: Path, epochs: int) -> Path:
    """A run that was left in the middle of the epoch after so many."""
    going = start(drawing, runs=runs, due=lambda: True)
    with closing(going.events()) as events:
        for event in events:
            if isinstance(event, EpochEnded) and event.epoch == epochs:
                break
        for _ in range(3):
            next(events)
    return going.folder.path


def weights(folder: str | Path) -> list[torch.Tensor]:
    return list(torch.load(Path(folder) / "weights.pt", weights_only=True).values())


@pytest.mark.parametrize("name", RECIPES)
def test_a_run_that_was_left_goes_on_to_the_same_losses_and_weights(name, tmp_path):
    drawing = digits(epochs=3, **RECIPES[name])
    whole = run(drawing, tmp_path)
    left = interrupted(drawing, tmp_path, epochs=1)
    torch.manual_seed(12345)  # whatever was drawn meanwhile doesn't matter
    resumed = run(drawing, tmp_path, resume=left)
    assert losses(resumed) == losses(whole)[24:]
    ended = [event[:-1] for event in whole if isinstance(event, EpochEnded)]
    assert [event[:-1] for event in resumed if isinstance(event, EpochEnded)] == ended[1:]
    assert resumed[-1] == Finished("completed", str(left))
    for one, other in zip(weights(left), weights(whole[-1].run), strict=True):
        assert torch.equal(one, other)


def test_the_metrics_of_a_resumed_run_hold_every_step_once(tmp_path):
    drawing = digits(epochs=2)
    left = interrupted(drawing, tmp_path, epochs=1)
    with (left / "metrics.jsonl").open("a") as file:
        file.write('{"event": "progress", "los')  # killed while writing
    resumed = run(drawing, tmp_path, resume=left)
    lines = [json.loads(line) for line in (left / "metrics.jsonl").read_text().splitlines()]
    told = [loss for line in lines for loss in line.get("losses", [])]
    assert told[24:] == losses(resumed)
    assert [line["epoch"] for line in lines if line["event"] == "epoch_ended"] == [1, 2]
    assert lines[-1]["event"] == "finished"


def test_a_run_left_before_its_first_epoch_begins_again_and_is_the_same(tmp_path):
    drawing = digits(epochs=1)
    going = start(drawing, runs=tmp_path, due=lambda: True)
    with closing(going.events()) as events:
        for _ in range(4):
            next(events)
    assert losses(run(drawing, tmp_path, resume=going.folder.path)) == losses(
        run(drawing, tmp_path)
    )


@pytest.mark.parametrize("kept", ["save", "keep_weights"])
def test_a_kill_while_an_epoch_is_kept_loses_none_of_its_figures(kept, tmp_path, monkeypatch):
    class Killed(BaseException):
        pass

    def kill(*_):
        raise Killed

    drawing = digits(epochs=2)
    going = start(drawing, runs=tmp_path)
    with closing(going.events()) as events, monkeypatch.context() as patched:
        next(events)
        patched.setattr(State if kept == "save" else Folder, kept, kill)
        with pytest.raises(Killed):
            list(events)
    run(drawing, tmp_path, resume=going.folder.path)
    text = (going.folder.path / "metrics.jsonl").read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["epoch"] for line in lines if line["event"] == "epoch_ended"] == [1, 2]
    assert len([loss for line in lines for loss in line.get("losses", [])]) == 48


def test_a_run_killed_before_its_first_word_begins_again(tmp_path):
    drawing = digits(epochs=2)
    going = start(drawing, runs=tmp_path, due=lambda: True)
    with closing(going.events()) as events:
        next(events)
    (going.folder.path / "metrics.jsonl").unlink()  # as a kill just after state.pt leaves it
    assert losses(run(drawing, tmp_path, resume=going.folder.path)) == losses(
        run(drawing, tmp_path)
    )


def test_a_killed_process_costs_at_most_the_epoch_it_was_in(tmp_path):
    drawing = digits(epochs=40, **RECIPES["Adam, one-cycle"])
    save(drawing, tmp_path / "net.nodegraph")
    program = (
        "import sys, nodegraph, torch; torch.set_num_threads(1)\n"
        "for event in nodegraph.train(nodegraph.load(sys.argv[1]), runs=sys.argv[2]):\n"
        "    print(type(event).__name__, flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "net.nodegraph"), str(tmp_path / "runs")],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(nodegraph.__file__).parent.parent,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )
    ended = 0
    with process:
        for line in process.stdout:
            ended += line.strip() == "EpochEnded"
            if ended == 2:
                process.kill()
                break
    (left,) = (tmp_path / "runs").iterdir()
    resumed = run(drawing, tmp_path, resume=left)
    done = 40 - sum(isinstance(event, EpochEnded) for event in resumed)
    assert 2 <= done < 40
    assert losses(resumed) == losses(run(drawing, tmp_path))[24 * done :]


def test_a_run_without_a_schedule_over_its_whole_length_can_be_made_longer(tmp_path):
    short = run(digits(epochs=1), tmp_path)
    longer = run(digits(epochs=1), tmp_path, resume=short[-1].run, epochs=3)
    assert isinstance(longer[0], Started)
    assert losses(longer) == losses(run(digits(epochs=3), tmp_path))[24:]
    assert nodegraph.load(Path(short[-1].run) / "drawing.nodegraph").recipe.epochs == 3


def test_a_run_that_is_done_is_done(tmp_path):
    done = run(moons(), tmp_path)
    again = run(moons(), tmp_path, resume=done[-1].run)
    assert [type(event) for event in again] == [Started, Finished]
    for one, other in zip(weights(again[-1].run), weights(done[-1].run), strict=True):
        assert torch.equal(one, other)


def test_what_would_make_it_another_run_is_refused(tmp_path):
    drawing = moons(schedule=recipe.OneCycleLR())
    left = interrupted(drawing, tmp_path, epochs=1)
    with pytest.raises(RunError, match="its seed is 0"):
        start(drawing, resume=left, seed=1)
    with pytest.raises(RunError, match="OneCycleLR is laid out over the run's 2 epochs"):
        start(drawing, resume=left, epochs=5)
    with pytest.raises(SettingError):
        start(drawing, resume=left, epochs=-1)
    changed = replace(drawing, graph=perceptron((2,), 17, 2, flat=False))
    with pytest.raises(RunError, match="The network has changed since the run"):
        start(changed, resume=left)
    with pytest.raises(RunError, match=r"is not a run that can go on: it has no state\.pt"):
        start(drawing, resume=tmp_path)


def test_a_run_that_has_trained_longer_is_not_made_shorter(tmp_path):
    done = run(moons(epochs=2), tmp_path)
    folder = Path(done[-1].run)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (only,) = run(moons(), tmp_path, resume=folder, epochs=1)
    assert only.message.endswith("has trained 2 epochs already, so it can't end after 1.")
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert after.pop("metrics.jsonl").startswith(before.pop("metrics.jsonl"))
    assert after == before


class Attack:
    """Unpickled, it would leave a file behind."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return (Path.touch, (self.path,))


def state_of(value: object) -> bytes:
    file = io.BytesIO()
    torch.save(value, file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("metrics.jsonl", None),
        ("metrics.jsonl", b"hello\n"),
        ("metrics.jsonl", b"[1]\n"),
        ("metrics.jsonl", b"\xff\n"),
        ("model.py", None),
        ("model.py", b"\xff"),
    ],
)
def test_a_damaged_folder_is_said_by_the_name_of_its_file(tmp_path, name, content):
    left = interrupted(moons(), tmp_path, epochs=1)
    (left / name).unlink()
    if content is not None:
        (left / name).write_bytes(content)
    try:
        (only,) = run(moons(), tmp_path, resume=left)
        said = only.message
    except RunError as error:
        said = str(error)
    assert said == f"{left / name} is damaged, so the run can't go on. Start a new one."


def test_a_damaged_state_is_said_and_never_run(tmp_path):
    """Loading a checkpoint unpickled code: TorchStudio, Riko."""
    left = interrupted(moons(), tmp_path, epochs=1)
    whole = (left / "state.pt").read_bytes()
    kept = torch.load(left / "state.pt", weights_only=True)
    hostile = tmp_path / "hostile.pt"
    torch.save({"epoch": Attack(tmp_path / "ran")}, hostile)
    wrong = {
        "cut": whole[: len(whole) // 2],
        "empty": b"",
        "another": pickle.dumps({"epoch": 1}, protocol=2),
        "hostile": hostile.read_bytes(),
        "a list": state_of([1]),
        "an epoch in words": state_of({**kept, "epoch": "one"}),
        "no order": state_of({**kept, "order": 3}),
        "another optimizer": state_of({**kept, "optimizer": {}}),
    }
    for content in wrong.values():
        (left / "state.pt").write_bytes(content)
        (only,) = run(moons(), tmp_path, resume=left)
        assert "state.pt is damaged, so the run can't go on" in only.message
        assert "\n" not in only.message
    assert not (tmp_path / "ran").exists()
