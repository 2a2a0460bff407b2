"""What a layer is: settings, a type rule, and the text that builds and calls it.

Adding a layer is one class. Its fields are torch's parameters under torch's names and defaults;
what the wire tells (`in_channels`, `in_features`) is not a field and is written from the type
that arrives. Palette, form, file, shapes, code and the exam all follow from the class.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar, dataclass_transform

from nodegraph.layers.types import TensorType
from nodegraph.say import say
from nodegraph.setting import Settled, literal, settings_of


class Mismatch(ValueError):
    """Inputs that a layer can't take: what was needed, what came, and on which input."""

    def __init__(self, needed: str, came: object, port: str = "", message: str = "") -> None:
        self.needed, self.came, self.port = needed, str(came), port
        super().__init__(message or say("needs {0}, got {1}", needed, came))


@dataclass(frozen=True)
class Layer(Settled):
    """One operation of a network; subclasses are frozen dataclasses registered by `@layer`."""

    group: ClassVar[str] = ""
    stem: ClassVar[str] = ""  # new nodes are called stem1, stem2, ...
    aliases: ClassVar[tuple[str, ...]] = ()  # other words people search for
    inputs: ClassVar[tuple[str, ...]] = ("input",)
    outputs: ClassVar[tuple[str, ...]] = ("output",)
    variadic: ClassVar[bool] = False  # its one input joins any number of wires
    positional: ClassVar[tuple[str, ...]] = ()  # settings torch takes first, always written
    always: ClassVar[tuple[str, ...]] = ()  # written even when unchanged: the default is ours

    @property
    def kind(self) -> str:
        """The name of the layer's type, torch's own where torch has one."""
        return type(self).__name__

    def types(self, *x: TensorType) -> tuple[TensorType, ...] | None:
        """The outputs' types by a rule in plain Python; None: ask the engine.

        Raises Mismatch when the inputs do not fit.
        """
        return None

    def build(self, *x: TensorType) -> str | None:
        """The constructor's text, "nn.Conv2d(3, 32, 3, padding=1)"; None: nothing to construct."""
        return None

    def call(self, module: str, *x: str) -> str:
        """The text that applies it: "self.conv1(x)", "a + b", "torch.cat([a, b], dim=1)"."""
        return f"{module}({', '.join(x)})"

    def unpack(self, *names: str) -> str:
        """The left side of the assignment that takes its outputs; "_" for those nobody uses."""
        return ", ".join(names)

    def inferred(self, *x: TensorType) -> dict[str, Any]:
        """The parameters that the wire tells, by torch's name and in torch's order."""
        return {}

    def weights(self, *x: TensorType) -> int | None:
        """How many trainable numbers it holds; None: ask the engine."""
        return 0

    def multiply_adds(self, *x: TensorType) -> int:
        """Multiplications with addition for one sample, forwards; 0 where they don't count."""
        return 0


@dataclass(frozen=True)
class Module(Layer):
    """A layer that torch.nn has as a module: its text follows from its settings."""

    ours: ClassVar[tuple[str, ...]] = ()  # settings that torch does not have: never written

    def build(self, *x: TensorType) -> str:
        """The constructor's text; torch takes what the wire tells first."""
        return self.new(*self.inferred(*x).values())

    def new(self, *told: Any, **named: Any) -> str:
        """The constructor's text: what was told, the positional settings, then what changed.

        What equals torch's default is left out, as an engineer would.
        """
        first = [repr(value) for value in told]
        first += [literal(getattr(self, name)) for name in self.positional]
        changed = self.changed()
        rest = [
            f"{s.name}={literal(getattr(self, s.name))}"
            for s in settings_of(type(self))
            if s.name not in (*self.positional, *self.ours)
            and (s.name in changed or s.name in self.always)
        ]
        rest += [f"{name}={value!r}" for name, value in named.items()]
        return f"nn.{self.kind}({', '.join(first + rest)})"


LAYERS: dict[str, type[Layer]] = {}  # the everyday layers, by name, in the palette's order

L = TypeVar("L", bound=type[Any])


@dataclass_transform(frozen_default=True)
def layer(group: str, stem: str = "", aliases: tuple[str, ...] = ()) -> Callable[[L], L]:
    """Makes a class a frozen dataclass of settings and enters it in the vocabulary."""

    def register(declared: L) -> L:
        dataclass(frozen=True)(declared)
        declared.group = group
        declared.stem = stem or declared.__name__.lower()
        declared.aliases = aliases
        LAYERS[declared.__name__] = declared
        settings_of(declared)  # a wrong declaration is found here, not when a person uses it
        return declared

    return register


def spelled(value: Any) -> str:
    """A setting as a node or a form shows it: "3", "3 × 5", "on", "none"."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if value is None:
        return "none"
    if isinstance(value, tuple):
        return " × ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


@dataclass(frozen=True)
class Unknown(Layer):
    """A layer that this version does not know, kept as it came and written back untouched."""

    name: str = ""
    raw: str = "{}"  # the settings as the file gave them, as JSON
    ports_in: tuple[str, ...] = ("input",)  # as far as the file's wires name them
    ports_out: tuple[str, ...] = ("output",)
    joins: bool = False
    group: ClassVar[str] = "Unknown"
    stem: ClassVar[str] = "unknown"

    @property
    def kind(self) -> str:
        """The name the file gave."""
        return self.name

    @property
    def inputs(self) -> tuple[str, ...]:  # told by the file, not the class
        """The inputs that the file's wires name."""
        return self.ports_in

    @property
    def outputs(self) -> tuple[str, ...]:  # told by the file, not the class
        """The outputs that the file's wires name."""
        return self.ports_out

    @property
    def variadic(self) -> bool:  # told by the file, not the class
        """Whether the file joins several wires at an input."""
        return self.joins
