"""Source to a live module, and an error in it back to the node it came from.

The text enters `linecache` under a name of its own, so a traceback shows the generated line, and
the line's number tells the node.
"""

from __future__ import annotations

import hashlib
import linecache
import traceback
from typing import Any

from torch import nn

from nodegraph.codegen.module import Source
from nodegraph.graph import NodeId


def filename(source: Source) -> str:
    """The name under which the source stands in tracebacks; equal text has an equal name."""
    digest = hashlib.sha256(source.text.encode()).hexdigest()[:12]
    return f"<nodegraph {source.name} {digest}>"


def load(source: Source) -> nn.Module:
    """The module that the source describes, its weights started by the global random state."""
    name = filename(source)
    lines = source.text.splitlines(keepends=True)
    linecache.cache[name] = (len(source.text), None, lines, name)
    namespace: dict[str, Any] = {"__name__": "nodegraph_drawing"}
    exec(compile(source.text, name, "exec"), namespace)
    module = namespace[source.name]()
    assert isinstance(module, nn.Module)
    return module


def culprit(error: BaseException, source: Source) -> NodeId | None:
    """The node whose line raised the error; None when it came from elsewhere."""
    name = filename(source)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename == name and frame.lineno is not None:
            return source.lines.get(frame.lineno)
    return None
