"""Runs a live module and looks at each line of its `forward` once it is done.

Lines and not modules: an addition or a division has no module of its own, and each line of the
source knows its node.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import torch
from torch import Tensor, nn

from nodegraph.codegen.module import Source
from nodegraph.engine.load import filename

After = Callable[[int, FrameType, Any], None]


def by_line(module: nn.Module, source: Source, inputs: tuple[Tensor, ...], after: After) -> None:
    """One pass of a module loaded from this source, without gradients, in the mode it is in.

    `after` is told the line that is done (0: none yet), the frame with what it has made, and at
    the end what is answered. Raises whatever the module raises.
    """
    before = sys.gettrace()
    sys.settrace(_Tracer(filename(source), after).enter)
    try:
        with torch.no_grad():
            module(*inputs)
    finally:
        sys.settrace(before)


class _Tracer:
    """Follows `forward` alone: what it calls runs untraced."""

    def __init__(self, name: str, after: After) -> None:
        self._name, self._after = name, after
        self._line = 0

    def enter(self, frame: FrameType, event: str, arg: Any) -> Any:
        if frame.f_code.co_filename != self._name or frame.f_code.co_name != "forward":
            return None
        return self.step

    def step(self, frame: FrameType, event: str, arg: Any) -> Any:
        if event in ("line", "return"):
            self._after(self._line, frame, arg)
            self._line = frame.f_lineno
        return self.step
