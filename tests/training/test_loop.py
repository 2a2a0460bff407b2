from __future__ import annotations

import time
from dataclasses import replace

import pytest
import torch
from torch import nn

from nodegraph import data, recipe
from nodegraph.recipe import Recipe
from nodegraph.setting import SettingError
from nodegraph.training.events import EpochEnded, Progress
from nodegraph.training.loop import Diverged, train
from nodegraph.training.state import State
from tests.training.drawings import losses

MOONS = Recipe(data="moons", epochs=2, batch_size=64)


def network(inputs: int = 2, outputs: int = 2) -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(inputs, 16), nn.ReLU(), nn.Linear(16, outputs))


def test_every_step_is_told_once_and_in_order():
    told = [e for e in train(network(), data.load("moons"), MOONS) if isinstance(e, Progress)]
    assert sum(len(event.losses) for event in told) == 2 * 25
    steps = 0
    for event in told:
        steps += len(event.losses)
        assert event.step == steps


def test_a_report_comes_after_the_batch_at_which_it_is_due():
    told = train(network(), data.load("moons"), MOONS, due=lambda: True)
    assert [len(next(told).losses) for _ in range(25)] == [1] * 25


def test_the_last_batch_is_kept_although_it_is_smaller():
    seen = []

    class Watched(nn.Linear):
        def forward(self, x):
            if self.training:
                seen.append(len(x))
            return super().forward(x)

    for _ in train(Watched(2, 2), data.load("moons"), replace(MOONS, batch_size=300, epochs=1)):
        pass
    assert seen == [300] * 5 + [100]


def test_each_epoch_sees_every_training_sample_once_in_another_order():
    seen = []

    class Watched(nn.Linear):
        def forward(self, x):
            if self.training:
                seen.append(x.detach())
            return super().forward(x)

    for _ in train(Watched(2, 2), data.load("moons"), MOONS):
        pass
    first, second = torch.cat(seen).split(1600)
    assert not torch.equal(first, second)
    assert sorted(first.tolist()) == sorted(second.tolist())
    assert sorted(first.tolist()) == sorted(data.load("moons").train_x.tolist())


def test_evaluation_sees_the_held_out_samples_and_no_others():
    """A test accuracy that came from training data: TorchBlocks."""
    seen = []

    class Watched(nn.Linear):
        def forward(self, x):
            if not self.training:
                assert not torch.is_grad_enabled()
                seen.append(x)
            return super().forward(x)

    for event in train(Watched(2, 2), data.load("moons"), MOONS):
        assert torch.is_grad_enabled(), "whoever reads the events has gradients as before"
        if isinstance(event, EpochEnded):
            assert torch.equal(torch.cat(seen), data.load("moons").test_x)
            seen.clear()


def test_figures_of_an_epoch_are_those_of_the_network_when_nothing_is_learned():
    moons, still = data.load("moons"), replace(MOONS, optimizer=recipe.SGD(lr=0.0), batch_size=400)
    module = network()
    ended = [e for e in train(module, moons, still) if isinstance(e, EpochEnded)]
    loss = nn.CrossEntropyLoss()
    with torch.no_grad():
        on_train, on_test = module(moons.train_x), module(moons.test_x)
    for epoch in ended:
        assert epoch.train_loss == pytest.approx(loss(on_train, moons.train_y).item(), rel=1e-5)
        assert epoch.test_loss == pytest.approx(loss(on_test, moons.test_y).item(), rel=1e-5)
        right = (on_train.argmax(1) == moons.train_y).sum().item()
        assert epoch.train_accuracy == right / 1600
        right = (on_test.argmax(1) == moons.test_y).sum().item()
        assert epoch.test_accuracy == right / 400
    assert [epoch.epoch for epoch in ended] == [1, 2]


def test_the_same_seed_is_the_same_run_and_another_is_not():
    moons = data.load("moons")
    first = losses(train(network(), moons, MOONS))
    assert losses(train(network(), moons, MOONS)) == first
    assert losses(train(network(), moons, replace(MOONS, seed=1))) != first


def test_reports_change_nothing():
    moons = data.load("moons")
    often = losses(train(network(), moons, MOONS, due=lambda: True))
    assert losses(train(network(), moons, MOONS, due=lambda: False)) == often


def test_pauses_are_not_counted():
    told = train(network(), data.load("moons"), MOONS, due=lambda: True)
    next(told)
    time.sleep(0.5)
    for event in told:
        last = event
    assert isinstance(last, EpochEnded)
    assert last.seconds < 0.5


RATES = {
    "Constant": (recipe.Constant(), lambda lr: lr[0] == lr[-1] == 0.1),
    "StepLR": (
        recipe.StepLR(gamma=0.5),
        lambda lr: lr[:25] == [0.1] * 25 and lr[25:] == [0.05] * 25,
    ),
    "CosineAnnealingLR": (
        recipe.CosineAnnealingLR(eta_min=0.01),
        lambda lr: lr[0] == 0.1 and 0.01 < lr[-1] < 0.011 and lr[25] == pytest.approx(0.055),
    ),
    "OneCycleLR": (
        recipe.OneCycleLR(),
        lambda lr: lr[0] == pytest.approx(0.004) and max(lr) > 0.099 and lr[-1] < 1e-4,
    ),
}


@pytest.mark.parametrize("name", RATES)
def test_the_rate_goes_as_the_schedule_says(name):
    schedule, expected = RATES[name]
    told = replace(MOONS, optimizer=recipe.SGD(lr=0.1), schedule=schedule)
    state = State.begin(network(), told, 1600)
    rates = []
    state.optimizer.register_step_pre_hook(
        lambda optimizer, *_: rates.append(optimizer.param_groups[0]["lr"])
    )
    for _ in train(state.module, data.load("moons"), told, state=state):
        assert state.optimizer.param_groups[0]["momentum"] == 0
    assert len(rates) == 50
    assert expected(rates)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(recipe.Adam, "beta1"), (recipe.AdamW, "beta2"), (recipe.OneCycleLR, "pct_start")],
)
def test_what_torch_divides_by_1_less_of_is_below_1(kind, name):
    kind(**{name: 0.999})
    with pytest.raises(SettingError, match=f"{name} needs a number from 0 to below 1, got 1.0"):
        kind(**{name: 1})


@pytest.mark.parametrize("loss", recipe.LOSSES)
@pytest.mark.parametrize("optimizer", recipe.OPTIMIZERS)
def test_every_loss_falls_with_every_optimizer(loss, optimizer):
    module = network()
    if loss == "NLLLoss":
        module = nn.Sequential(module, nn.LogSoftmax(dim=1))
    told = replace(
        MOONS,
        loss=recipe.LOSSES[loss](),
        target="classes" if loss in recipe.CLASS_LOSSES else "one_hot",
        optimizer=recipe.OPTIMIZERS[optimizer](lr=0.1 if optimizer == "SGD" else 0.01),
        epochs=3,
    )
    ended = [e for e in train(module, data.load("moons"), told) if isinstance(e, EpochEnded)]
    assert ended[-1].test_loss < ended[0].test_loss
    assert ended[-1].test_accuracy > 0.7


def test_values_and_the_input_itself_are_targets_without_accuracy():
    values = Recipe(data="diabetes", target="values", loss=recipe.MSELoss(), epochs=20)
    ended = [
        e for e in train(network(10, 1), data.load("diabetes"), values) if isinstance(e, EpochEnded)
    ]
    assert ended[-1].test_loss < ended[0].test_loss
    assert (ended[0].train_accuracy, ended[0].test_accuracy) == (None, None)
    itself = replace(MOONS, target="input", loss=recipe.MSELoss(), epochs=5)
    ended = [e for e in train(network(), data.load("moons"), itself) if isinstance(e, EpochEnded)]
    assert ended[-1].test_loss < 0.5 * ended[0].test_loss
    assert ended[-1].test_accuracy is None


def test_a_loss_that_is_no_number_ends_the_loop_with_its_step():
    wild = replace(MOONS, optimizer=recipe.SGD(lr=1e30))
    with pytest.raises(Diverged) as raised:
        list(train(network(), data.load("moons"), wild))
    assert 1 < raised.value.step <= 3
    assert raised.value.x.shape == (64, 2)
