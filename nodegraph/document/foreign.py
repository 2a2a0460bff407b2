"""Files that hold a network and are no drawing: named as what they are, never read, never run."""

from __future__ import annotations

from pathlib import Path

from nodegraph.say import Said, say

_KINDS = {
    ".onnx": say("an ONNX model"),
    ".pt": say("a PyTorch file"),
    ".pth": say("a PyTorch file"),
    ".pt2": say("a PyTorch file"),
    ".ckpt": say("a PyTorch file"),
    ".safetensors": say("a file of weights"),
    ".h5": say("a Keras model"),
    ".keras": say("a Keras model"),
    ".py": say("Python code"),
    ".ipynb": say("a notebook"),
}


def foreign(path: str | Path) -> Said | None:
    """Why a file of that name is not opened, and what to do instead; None where it may be one."""
    kind = _KINDS.get(Path(path).suffix.lower())
    if kind is None:
        return None
    return say(
        "is {0}; importing one comes in a later version. Until then, draw it in the editor.", kind
    )
