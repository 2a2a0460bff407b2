"""Every function of torch.nn.init offered for a layer runs on it, and no other is offered."""

from __future__ import annotations

import warnings

import pytest
import torch
from torch import nn

from nodegraph.graph.start import _DIMS, INITS, Init, Start, inits_for, must_fit, parameters_of
from nodegraph.setting import SettingError

SHAPES = {1: (8,), 2: (8, 8), 3: (8, 8, 3), 4: (8, 8, 3, 3), 5: (8, 8, 3, 3, 3)}
KINDS = [(kind, parameter) for kind in _DIMS for parameter in parameters_of(kind)]


def _run(init: Init, shape: tuple[int, ...]) -> None:
    target = torch.empty(shape)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(init.call("target"), {"nn": nn, "target": target})
    assert torch.isfinite(target).all()


@pytest.mark.parametrize(("kind", "parameter"), KINDS)
def test_what_is_offered_runs_and_what_is_not_would_fail(kind: str, parameter: str) -> None:
    shape = SHAPES[_DIMS[kind] if parameter == "weight" else 1]
    for name in INITS:
        if name in inits_for(kind, parameter):
            _run(Init(name), shape)
        else:
            with pytest.raises((ValueError, RuntimeError)):
                _run(Init(name), shape)


def test_settings_are_written_only_where_they_differ() -> None:
    assert Init("kaiming_normal_").call("w") == "nn.init.kaiming_normal_(w)"
    told = Init("kaiming_normal_", {"mode": "fan_out", "nonlinearity": "relu"}).call("w")
    assert told == 'nn.init.kaiming_normal_(w, mode="fan_out", nonlinearity="relu")'


@pytest.mark.parametrize(
    ("name", "settings"),
    [("exec", {}), ("normal_", {"std": "1"}), ("normal_", {"nope": 1}), ("normal_", {"std": -1})],
)
def test_what_torch_lacks_is_refused(name: str, settings: dict[str, object]) -> None:
    with pytest.raises(SettingError):
        Init(name, settings)


def test_a_start_that_cannot_fit_is_refused() -> None:
    with pytest.raises(SettingError, match="BatchNorm2d weight"):
        must_fit("BatchNorm2d", Start(Init("kaiming_normal_")))
    with pytest.raises(SettingError, match="bias of its own"):
        must_fit("Embedding", Start(bias=Init("zeros_")))
    with pytest.raises(SettingError, match="weight of its own"):
        must_fit("ReLU", Start(Init("ones_")))
