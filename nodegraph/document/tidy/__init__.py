"""Tidies a drawing: nodes in layers from left to right, as a person would have drawn them."""

from nodegraph.document.drawing import Size
from nodegraph.document.tidy.arrange import tidy
from nodegraph.document.tidy.straight import straighten

__all__ = ["Size", "straighten", "tidy"]
