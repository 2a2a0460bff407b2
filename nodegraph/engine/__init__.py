"""From source to a live module, and from a failure back to its node. torch, no Qt."""

from nodegraph.engine.load import culprit, load

__all__ = ["culprit", "load"]
