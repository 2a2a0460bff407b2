"""How weights start: a function of torch.nn.init, by name, with its settings.

A rule stands for every node of a layer type or for one node; the writer turns it into a line of
torch.nn.init. Only names and numbers listed here can reach the code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from nodegraph.say import say
from nodegraph.setting import Setting, SettingError, literal

_GAIN = Setting("float", 1.0, "Scale", name="gain", low=0)
_MODE = Setting("choice", "fan_in", "Which way is kept even", name="mode",
                choices=("fan_in", "fan_out"))  # fmt: skip
_SLOPE = Setting("float", 0.0, "Slope of the leaky ReLU that follows", name="a")
_AFTER = Setting("choice", "leaky_relu", "The activation that follows", name="nonlinearity",
                 choices=("linear", "sigmoid", "tanh", "relu", "leaky_relu", "selu"))  # fmt: skip


def _real(name: str, default: float, help: str, low: float | None = None) -> Setting:
    return Setting("float", default, help, name=name, low=low)


INITS: Mapping[str, tuple[Setting, ...]] = MappingProxyType(
    {
        "kaiming_normal_": (_SLOPE, _MODE, _AFTER),
        "kaiming_uniform_": (_SLOPE, _MODE, _AFTER),
        "xavier_normal_": (_GAIN,),
        "xavier_uniform_": (_GAIN,),
        "normal_": (_real("mean", 0.0, "Middle"), _real("std", 1.0, "Spread", low=0)),
        "uniform_": (_real("a", 0.0, "Smallest"), _real("b", 1.0, "Largest")),
        "trunc_normal_": (
            _real("mean", 0.0, "Middle"),
            _real("std", 1.0, "Spread", low=0),
            _real("a", -2.0, "Smallest"),
            _real("b", 2.0, "Largest"),
        ),
        "orthogonal_": (_GAIN,),
        "sparse_": (
            Setting("float", 0.1, "Share of zeros in a column", name="sparsity", low=0, high=1),
            _real("std", 0.01, "Spread", low=0),
        ),
        "constant_": (_real("val", 0.0, "The value"),),
        "zeros_": (),
        "ones_": (),
        "eye_": (),
        "dirac_": (Setting("int", 1, "Groups of the convolution", name="groups", low=1),),
    }
)


@dataclass(frozen=True)
class Init:
    """One function of torch.nn.init with its settings; raises SettingError for what it lacks."""

    name: str
    settings: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.name not in INITS:
            raise SettingError("init", say("one of {0}", ", ".join(INITS)), self.name)
        known = {s.name: s for s in INITS[self.name]}
        for name, value in self.settings.items():
            if name not in known:
                raise SettingError(self.name, say("no setting of that name"), name)
            known[name].accept(value)

    def __hash__(self) -> int:
        return hash((self.name, tuple(sorted(self.settings.items()))))

    def call(self, target: str) -> str:
        """The line: `nn.init.kaiming_normal_(module.weight, nonlinearity="relu")`."""
        given = {s.name: s.accept(self.settings.get(s.name, s.default)) for s in INITS[self.name]}
        needed = {"constant_": ("val",), "sparse_": ("sparsity",)}.get(self.name, ())
        text = [target]
        for s in INITS[self.name]:
            if s.name in needed or given[s.name] != s.default:
                text.append(f"{s.name}={literal(given[s.name])}")
        return f"nn.init.{self.name}({', '.join(text)})"


@dataclass(frozen=True)
class Start:
    """How weight and bias start; None leaves what stood before: the rule, or torch's own."""

    weight: Init | None = None
    bias: Init | None = None

    @property
    def inits(self) -> dict[str, Init]:
        """How each of the two starts that is not left to what stood before."""
        both = {"weight": self.weight, "bias": self.bias}
        return {name: init for name, init in both.items() if init is not None}


# Layers whose weight can be started by rule → how many dimensions that weight has.
_DIMS: Mapping[str, int] = MappingProxyType(
    {
        "Linear": 2,
        "Bilinear": 3,
        "Embedding": 2,
        "PReLU": 1,
        "LayerNorm": 1,
        "GroupNorm": 1,
        **{f"{kind}{n}d": n + 2 for kind in ("Conv", "ConvTranspose") for n in (1, 2, 3)},
        **{f"{kind}{n}d": 1 for kind in ("BatchNorm", "InstanceNorm") for n in (1, 2, 3)},
        "RNN": 2,
        "LSTM": 2,
        "GRU": 2,
    }
)
RECURRENT = ("RNN", "LSTM", "GRU")  # their parameters are called weight_ih_l0, bias_hh_l0, ...
_ANY = ("normal_", "uniform_", "trunc_normal_", "constant_", "zeros_", "ones_")


def parameters_of(kind: str) -> tuple[str, ...]:
    """Which of "weight" and "bias" a layer type has to start; empty where a rule can't reach."""
    if kind not in _DIMS:
        return ()
    return ("weight",) if kind in ("Embedding", "PReLU") else ("weight", "bias")


def inits_for(kind: str, parameter: str) -> tuple[str, ...]:
    """The functions of torch.nn.init that can start that parameter: fans need two dimensions."""
    dims = _DIMS[kind] if parameter == "weight" else 1
    if dims == 1:
        return _ANY
    never = {"dirac_"} if dims == 2 else {"eye_", "sparse_"}
    return tuple(name for name in INITS if name not in never)


def must_fit(kind: str, start: Start) -> None:
    """Raises SettingError when a layer type can't start so."""
    for parameter, init in start.inits.items():
        if parameter not in parameters_of(kind):
            raise SettingError("init", say("a layer with a {0} of its own", parameter), kind)
        if init.name not in inits_for(kind, parameter):
            allowed = ", ".join(inits_for(kind, parameter))
            raise SettingError(f"{kind} {parameter}", say("one of {0}", allowed), init.name)
