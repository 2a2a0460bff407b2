"""No setting of a run is there for show: each changes what is trained, and the script alike.

The settings are read from their declarations, so a new one is asked too.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

import nodegraph
from nodegraph import recipe
from nodegraph.codegen.script import script
from nodegraph.document import Drawing
from nodegraph.recipe import LOSSES, OPTIMIZERS, SCHEDULES
from nodegraph.setting import Setting, settings_of
from tests.training.drawings import losses, moons, run

# What a setting needs beside it to matter.
BESIDE = {
    "nesterov": {"momentum": 0.9},
    "eps": {"eps": 1e-3},  # torch's own default is too small to be seen in a few steps
    "beta": {"beta": 0.1},  # and with 1 the losses of a classifier are all below it
}
PARTS = {"loss": LOSSES, "optimizer": OPTIMIZERS, "schedule": SCHEDULES}
EVERY = [
    pytest.param(place, kind, setting, id=f"{name}.{setting.name}")
    for place, kinds in PARTS.items()
    for name, kind in kinds.items()
    for setting in settings_of(kind)
]


def another(setting: Setting, value: Any) -> Any:
    """A value the setting takes, other than this one."""
    match setting.kind:
        case "bool":
            return not value
        case "int":
            return value + 1
    return value / 2 if value else 0.1


def texts(drawing: Drawing) -> str:
    report = nodegraph.check(drawing)
    return script(nodegraph.write(drawing), drawing.graph, report, drawing.recipe)


def must_differ(one: Drawing, other: Drawing, runs: Any) -> None:
    assert losses(run(one, runs)) != losses(run(other, runs))
    assert texts(one) != texts(other)


@pytest.mark.parametrize(("place", "kind", "setting"), EVERY)
def test_each_setting_of_loss_optimizer_and_schedule_changes_run_and_script(
    place, kind, setting, tmp_path
):
    first = kind(**BESIDE.get(setting.name, {}))
    second = replace(first, **{setting.name: another(setting, getattr(first, setting.name))})
    target = "one_hot" if place == "loss" and kind.__name__ == "SmoothL1Loss" else "classes"
    drawing = moons(optimizer=recipe.SGD(lr=0.1), target=target, epochs=3)
    one, other = (
        replace(drawing, recipe=replace(drawing.recipe, **{place: part}))
        for part in (first, second)
    )
    must_differ(one, other, tmp_path)


@pytest.mark.parametrize("place", PARTS)
def test_each_loss_optimizer_and_schedule_gives_a_run_of_its_own(place, tmp_path):
    told = {}
    for name, kind in PARTS[place].items():
        if name == "NLLLoss":
            continue  # takes what another network gives
        target = "classes" if name in recipe.CLASS_LOSSES or place != "loss" else "one_hot"
        drawing = moons(**{"target": target, place: kind()})
        told[name] = tuple(losses(run(drawing, tmp_path)))
    assert len(set(told.values())) == len(told)


@pytest.mark.parametrize(
    "changes", [{"seed": 1}, {"batch_size": 65}, {"epochs": 3}, {"data": "rings"}], ids=str
)
def test_seed_batch_size_epochs_and_data_change_run_and_script(changes, tmp_path):
    drawing = moons()
    must_differ(drawing, replace(drawing, recipe=replace(drawing.recipe, **changes)), tmp_path)


def test_every_part_of_a_recipe_is_asked_here():
    asked = {*PARTS, "seed", "batch_size", "epochs", "data"}
    # The target is chosen with the loss above; the device is where, not what.
    assert asked | {"target", "device"} == {part.name for part in fields(recipe.Recipe)}
