"""What flows out of one port of a live module while some samples go through it."""

from __future__ import annotations

from types import FrameType
from typing import Any

from torch import Tensor, nn

from nodegraph.codegen.module import Source
from nodegraph.engine.lines import by_line
from nodegraph.graph import Port


def flow(
    module: nn.Module, source: Source, inputs: tuple[Tensor, ...], port: Port
) -> Tensor | None:
    """The tensor that the port's node gives there, in one pass without gradients.

    Found by the node's line and its variable: an addition has no module that could be asked. None
    where the source doesn't write the port. Raises whatever the module raises.
    """
    found: Tensor | None = None
    name = source.variables.get(port, "")

    def after(line: int, frame: FrameType, _answer: Any) -> None:
        nonlocal found
        if line and source.lines.get(line) != port.node:
            return  # before the first line the variables are the inputs
        value = frame.f_locals.get(name)
        found = value if isinstance(value, Tensor) else found

    by_line(module, source, inputs, after)
    return found
