"""Runs beside the window: real threads, real torch, the digits that need no download."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from nodegraph.document import edits
from nodegraph.layers import LAYERS
from nodegraph.recipe import SGD
from nodegraph.training.events import EpochEnded, Failed, Finished, Progress, Started
from nodegraph.training.run import start
from nodegraph.ui.training.runner import Runner, State
from tests.ui.training.conftest import Watched, drawing

Make = Callable[..., Watched]


def settle(run: Watched) -> None:
    """Waits until the batch that was on its way when `pause` was asked has been told."""
    wait(run, 0.3)


def wait(run: Watched, seconds: float) -> None:
    """Lets the window live for a while."""
    end = time.monotonic() + seconds
    run.until(lambda: time.monotonic() >= end)


def test_a_run_tells_everything_in_order(make: Make):
    run = make()
    states = []
    run.runner.state_changed.connect(states.append)
    run.runner.start(run.workspace.drawing)
    run.until_idle()
    assert states == [State.LOADING, State.RUNNING, State.IDLE]
    assert isinstance(run.events[0], Started)
    assert isinstance(run.events[-1], Finished)
    assert run.events[-1].reason == "completed"
    assert [event.epoch for event in run.of(EpochEnded)] == [1, 2]
    assert len(run.losses) == 2 * 47


def test_the_window_hears_what_the_command_line_tells(make: Make, tmp_path):
    run = make()
    run.runner.start(run.workspace.drawing)
    run.until_idle()
    told = start(drawing(), runs=tmp_path / "plain").events()
    assert run.losses == [loss for e in told if isinstance(e, Progress) for loss in e.losses]


def test_a_paused_run_takes_no_step_and_goes_on_as_if_nothing_had_been(make: Make):
    whole = make(epochs=30)
    whole.runner.start(whole.workspace.drawing)
    whole.until_idle()

    paused = make(epochs=30)
    paused.runner.start(paused.workspace.drawing)
    paused.until(lambda: bool(paused.losses))
    paused.runner.pause()
    assert paused.runner.state is State.PAUSED
    settle(paused)
    taken = len(paused.losses)
    assert taken < 30 * 47
    wait(paused, 0.3)
    assert len(paused.losses) == taken
    paused.runner.resume()
    paused.until_idle()
    assert paused.losses == whole.losses


def test_seconds_leave_the_pause_out(make: Make):
    run = make(epochs=200)
    run.runner.start(run.workspace.drawing)
    run.until(lambda: bool(run.losses))
    run.runner.pause()
    settle(run)
    before = run.of(Progress)[-1].seconds
    wait(run, 1.0)
    run.runner.resume()
    run.until(lambda: run.of(Progress)[-1].seconds > before)
    after = next(event.seconds for event in run.of(Progress) if event.seconds > before)
    assert after - before < 0.9
    run.runner.stop()
    run.until_idle()


def test_stop_ends_within_one_batch_and_keeps_the_weights(make: Make):
    run = make(epochs=10_000)
    run.runner.start(run.workspace.drawing)
    run.until(lambda: bool(run.losses))
    run.runner.pause()
    settle(run)
    taken = len(run.losses)
    run.runner.stop()
    run.until_idle()
    assert len(run.losses) <= taken + 1
    finished = run.events[-1]
    assert isinstance(finished, Finished)
    assert finished.reason == "stopped"
    assert run.runner.run is not None
    assert run.runner.run.folder is not None
    assert (run.runner.run.folder.path / "weights.pt").is_file()


def test_stop_while_loading_ends_the_run_too(make: Make):
    run = make(epochs=10_000)
    run.runner.start(run.workspace.drawing)
    run.runner.stop()
    assert run.runner.state is State.STOPPING
    run.until_idle()
    assert len(run.losses) <= 1


def test_a_loss_that_is_no_number_ends_the_run_and_names_the_node(make: Make):
    run = make(optimizer=SGD(lr=1e6), epochs=50)
    run.runner.start(run.workspace.drawing)
    run.until_idle()
    failed = run.events[-1]
    assert isinstance(failed, Failed)
    assert failed.node in run.workspace.drawing.graph.nodes
    assert run.workspace.drawing.graph.nodes[failed.node].title in failed.message


def test_a_network_that_can_not_train_is_said_and_not_started(make: Make):
    run = make()
    broken, _ = edits.add(run.workspace.drawing, LAYERS["Linear"](), edits.Point(0, 0))
    run.runner.start(broken)
    run.until_idle()
    assert [type(event) for event in run.events] == [Failed]
    assert run.events[0].node == "fc3"


def test_a_folder_that_can_not_be_written_is_said(make: Make, tmp_path):
    (tmp_path / "runs").write_text("in the way")
    run = make()
    run.runner.start(run.workspace.drawing)
    run.until_idle()
    assert isinstance(run.events[-1], Failed)
    assert "can't be written" in run.events[-1].message


def test_after_a_failure_the_next_run_trains(make: Make):
    run = make(optimizer=SGD(lr=1e6), epochs=50)
    run.runner.start(run.workspace.drawing)
    run.until_idle()
    run.runner.start(drawing(epochs=1))
    run.until_idle()
    assert isinstance(run.events[-1], Finished)


def test_a_second_start_while_one_trains_does_nothing(make: Make):
    run = make(epochs=10_000)
    run.runner.start(run.workspace.drawing)
    run.until(lambda: bool(run.losses))
    trains = run.runner.run
    run.runner.start(drawing(epochs=1))
    wait(run, 0.1)
    assert run.runner.run is trains
    assert len(run.of(Started)) == 1


def test_closing_waits_for_the_thread(make: Make):
    run = make(epochs=10_000)
    run.runner.start(run.workspace.drawing)
    run.until(lambda: bool(run.losses))
    run.runner.close()
    assert run.runner.state is State.IDLE
    assert isinstance(run.events[-1], Finished)


def test_closing_a_paused_run_ends_it(make: Make):
    run = make(epochs=10_000)
    run.runner.start(run.workspace.drawing)
    run.until(lambda: bool(run.losses))
    run.runner.pause()
    run.runner.close()
    assert run.runner.state is State.IDLE


def test_closing_without_a_run_is_nothing(make: Make):
    run = make()
    run.runner.close()
    assert run.runner.state is State.IDLE


def test_the_window_is_told_at_most_thirty_times_a_second(make: Make):
    run = make(epochs=10_000)
    run.runner.start(run.workspace.drawing)
    run.until(lambda: bool(run.losses))
    before, began = run.told, time.monotonic()
    wait(run, 1.0)
    assert run.told - before <= 30 * (time.monotonic() - began) + 1


def test_an_edit_while_it_trains_leaves_the_run_alone(make: Make):
    run = make(epochs=10_000)
    run.runner.start(run.workspace.drawing)
    run.until(lambda: bool(run.losses))
    graph = run.workspace.drawing.graph
    changed = edits.delete(run.workspace.drawing, ["fc2"])
    run.workspace.do("Deleted fc2", replace(changed))
    assert run.runner.run is not None
    assert run.runner.run.graph is graph
    run.runner.stop()
    run.until_idle()
    assert isinstance(run.events[-1], Finished)


def test_a_runner_is_idle_at_first(qtbot):
    assert Runner().state is State.IDLE


def test_work_between_batches_is_done_by_the_run_s_thread_and_changes_no_loss(make: Make):
    plain = make(epochs=20)
    assert not plain.runner.between_batches(lambda _run: None)  # nothing runs
    plain.runner.start(plain.workspace.drawing)
    plain.until_idle()

    run, threads = make(epochs=20), []
    run.runner.start(run.workspace.drawing)
    run.until(lambda: bool(run.losses))
    assert run.runner.between_batches(lambda _run: threads.append(threading.get_ident()))
    run.runner.pause()
    settle(run)
    assert run.runner.between_batches(lambda _run: threads.append(threading.get_ident()))
    run.until(lambda: len(threads) == 2)
    taken = len(run.losses)
    wait(run, 0.2)
    assert len(run.losses) == taken  # it is still paused
    run.runner.resume()
    run.until_idle()
    assert run.losses == plain.losses
    assert len(set(threads)) == 1
    assert threading.get_ident() not in threads
    assert not run.runner.between_batches(lambda _run: None)


def test_after_a_stop_the_next_run_trains_from_its_beginning(make: Make):
    """Stop needed a restart of the program: ENNUI."""
    run = make(epochs=10_000)
    for _ in range(2):
        run.runner.start(run.workspace.drawing)
        run.until(lambda: bool(run.losses))
        run.runner.stop()
        run.until_idle()
        run.losses.clear()
    run.runner.start(drawing(epochs=1))
    run.until_idle()
    assert run.events[-1] == Finished("completed", run.events[-1].run)
    assert len([event for event in run.events if isinstance(event, Started)]) == 3
