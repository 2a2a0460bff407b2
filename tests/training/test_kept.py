"""What is read of runs that were kept, without torch."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from math import isnan

import pytest

from nodegraph.training.events import EpochEnded, Failed, Finished, Progress, as_json, from_json
from nodegraph.training.kept import Kept, RunError, resumable
from nodegraph.training.run import start
from tests.training.drawings import digits, losses, moons, run


def test_every_event_is_read_as_it_was_told(tmp_path) -> None:
    told = run(digits(epochs=2), tmp_path)
    kept = Kept(tmp_path / told[-1].run)
    assert kept.told() == told
    assert list(kept.epochs()) == [event for event in told if isinstance(event, EpochEnded)]


def test_a_loss_that_was_not_finite_comes_back_as_nan() -> None:
    told = EpochEnded(1, float("inf"), None, float("nan"), None, 0.5)
    back = from_json(json.loads(json.dumps(as_json(told), allow_nan=False)))
    assert isinstance(back, EpochEnded)
    assert isnan(back.train_loss)
    assert isnan(back.test_loss)
    assert back.test_accuracy is None


def test_the_runs_of_one_module_are_found_the_last_one_first(tmp_path) -> None:
    first = run(digits(epochs=1), tmp_path)[-1].run
    run(moons(epochs=1), tmp_path)
    last = run(digits(epochs=2), tmp_path)[-1].run
    found = resumable(tmp_path, Kept(tmp_path / first).model)
    assert [str(one.path) for one in found] == [last, first]
    assert [len(one.epochs) for one in found] == [2, 1]
    assert resumable(tmp_path / "nowhere", "") == []


@pytest.mark.parametrize("name", ["state.pt", "metrics.jsonl", "model.py"])
def test_a_folder_that_lacks_a_part_is_not_offered(tmp_path, name: str) -> None:
    folder = Kept(tmp_path / run(digits(epochs=1), tmp_path)[-1].run)
    model = folder.model
    (folder.path / name).unlink()
    (tmp_path / "a file.txt").write_text("no run")
    assert resumable(tmp_path, model) == []


def test_metrics_that_are_none_are_told_by_name(tmp_path) -> None:
    folder = Kept(tmp_path / run(digits(epochs=1), tmp_path)[-1].run)
    folder.metrics.write_text('{"event": "nonsense"}\n')
    with pytest.raises(RunError, match=r"metrics\.jsonl is damaged"):
        folder.told()


def test_a_run_that_goes_on_is_offered_to_nobody_else(tmp_path) -> None:
    going = start(digits(epochs=2), runs=tmp_path, due=lambda: True)
    with closing(going.events()) as events:
        while not isinstance(next(events), EpochEnded):
            pass
        folder = Kept(going.folder.path)
        before = folder.metrics.read_bytes()
        assert resumable(tmp_path, folder.model) == []
        [refused] = run(digits(epochs=2), tmp_path, resume=folder.path)
        assert isinstance(refused, Failed)
        assert "still goes on elsewhere" in refused.message
        assert folder.metrics.read_bytes() == before
        rest = [event for event in events if isinstance(event, Progress)]
        assert rest
    assert isinstance(folder.told()[-1], Finished)
    assert [one.path for one in resumable(tmp_path, folder.model)] == [folder.path]


def test_a_killed_process_holds_its_run_no_longer(tmp_path) -> None:
    program = (
        "import os, sys; from nodegraph.training.run import start;"
        "from tests.training.drawings import digits;"
        "events = start(digits(epochs=3), runs=sys.argv[1], due=lambda: True).events();"
        "[next(events) for _ in range(30)]; os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(tmp_path)], timeout=120)
    assert killed.returncode != 0
    [folder] = tmp_path.iterdir()
    [found] = resumable(tmp_path, Kept(folder).model)
    whole = run(digits(epochs=3), tmp_path)
    resumed = run(digits(epochs=3), tmp_path, resume=found.path)
    assert losses(resumed) == losses(whole)[len(losses(whole)) - len(losses(resumed)) :]


def test_they_are_read_without_torch() -> None:
    program = "import sys, nodegraph.training.kept; print('torch' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout == "False\n"
